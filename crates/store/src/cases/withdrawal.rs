//! Withdrawal of a case: because its nominee wishes it, or because nothing is left of it.

use plaudit_domain::{
    acceptance as nominee,
    case::{Event, decision},
    fact::{Fact, FactKind},
    ids::SeasonId,
    nomination,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::{
    Case, Seen, acceptance::acceptance_fact, decided, decider, load_seen, set, set_status,
};
use crate::{
    Moment, Store, StoreError,
    entities::{cases, nominations},
    ledger,
    write::Tx,
};

/// Takes a case and all its nominations out because the nominee wishes it, for good; no reason is asked.
pub async fn withdraw(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    note: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, note.to_owned()),
            |tx, &(ref moment, seen, ref note)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    leave(tx, moment, &case, season.id, note).await
                })
            },
        )
        .await
}

pub(super) async fn leave(
    tx: &Tx,
    moment: &Moment,
    case: &Case,
    season: SeasonId,
    note: &str,
) -> Result<(), StoreError> {
    let status = case.after(Event::Withdraw)?;
    let note = note.trim();
    decider(moment)?;
    let rows = nominations::Entity::find()
        .filter(nominations::Column::CaseId.eq(case.id.0))
        .all(tx)
        .await?;
    let mut change = cases::ActiveModel {
        status: Set(status.as_str().to_owned()),
        ..Default::default()
    };
    let mut facts = vec![
        case.moved(season, status)
            .saying("reason", case.nominee, note),
    ];
    // Whoever had not accepted has nothing to withdraw: the acceptance stays what it was.
    if let Ok(acceptance) = case.acceptance.after(nominee::Event::Withdraw) {
        change.acceptance = Set(acceptance.as_str().to_owned());
        facts.push(acceptance_fact(case, season, acceptance));
    }
    for row in &rows {
        let from = nomination::Status::parse(&row.status)?;
        let Ok(to) = from.after(nomination::Event::WithdrawByNominee) else {
            continue;
        };
        facts.push(
            Fact::new(FactKind::NominationMoved)
                .in_season(season)
                .about(row.id)
                .with("from", from.as_str())
                .with("to", to.as_str()),
        );
    }
    set(tx, case, change).await?;
    let withdrawn = nomination::Status::Withdrawn.as_str();
    nominations::Entity::update_many()
        .col_expr(nominations::Column::Status, Expr::value(withdrawn))
        .col_expr(
            nominations::Column::Version,
            Expr::col(nominations::Column::Version).add(1),
        )
        .col_expr(nominations::Column::UpdatedAt, Expr::value(moment.at()))
        .filter(nominations::Column::CaseId.eq(case.id.0))
        .exec(tx)
        .await?;
    decided(tx, moment, case.id, decision::Kind::Withdrawn, note).await?;
    ledger::note_all(tx, moment, facts).await?;
    crate::deliberation::stir_case(tx, case.id).await
}

/// Withdraws a case that has no nomination left, and gives the fact to note.
pub(crate) async fn close_empty(
    tx: &Tx,
    moment: &Moment,
    case: &Case,
    season: SeasonId,
) -> Result<Fact, StoreError> {
    let status = case.after(Event::Withdraw)?;
    set_status(tx, case, status).await?;
    decided(tx, moment, case.id, decision::Kind::Withdrawn, "").await?;
    Ok(case.moved(season, status).with("empty", true))
}
