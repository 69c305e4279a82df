//! What the nominee was told and answered, recorded by hand.

use plaudit_domain::{
    acceptance,
    case::{Status, decision},
    fact::{Fact, FactKind},
    ids::{CategoryId, SeasonId},
    policy,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{Case, Seen, load_seen, reasoned, set, withdrawal::leave};
use crate::{Moment, Store, StoreError, entities::cases, ledger};

/// Records by hand what the nominee was told or answered. Withdrawing takes the whole case out.
pub async fn record_acceptance(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    event: acceptance::Event,
    note: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, event, note.to_owned()),
            |tx, &(ref moment, seen, event, ref note)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    let set_already = shortlist_is_set(tx, case.category).await?;
                    policy::may_record_acceptance(case.acceptance, event, set_already)?;
                    let status = case.acceptance.after(event)?;
                    let note = reasoned(event.needs_reason(), note)?;
                    if event == acceptance::Event::Withdraw {
                        return leave(tx, moment, &case, season.id, note).await;
                    }
                    let mut change = cases::ActiveModel {
                        acceptance: Set(status.as_str().to_owned()),
                        ..Default::default()
                    };
                    match event {
                        acceptance::Event::Tell => change.told_at = Set(Some(moment.at())),
                        acceptance::Event::Untell => change.told_at = Set(None),
                        _ => {}
                    }
                    set(tx, &case, change).await?;
                    let fact = acceptance_fact(&case, season.id, status);
                    ledger::note(tx, moment, fact.saying("reason", case.nominee, note)).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Whether a case of the category was already put forward, held in reserve or left out.
async fn shortlist_is_set(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<bool, StoreError> {
    let decided = Status::ALL
        .iter()
        .filter(|status| decision::is_ranked(**status) && **status != Status::InJudging)
        .map(|status| status.as_str());
    let found = cases::Entity::find()
        .filter(cases::Column::CategoryId.eq(category.0))
        .filter(cases::Column::Status.is_in(decided))
        .one(conn)
        .await?;
    Ok(found.is_some())
}

pub(super) fn acceptance_fact(case: &Case, season: SeasonId, to: acceptance::Status) -> Fact {
    Fact::new(FactKind::AcceptanceRecorded)
        .in_season(season)
        .about(case.id)
        .with("from", case.acceptance.as_str())
        .with("to", to.as_str())
}
