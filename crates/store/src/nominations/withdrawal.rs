//! Withdrawal by the nominator: until judging begins, and for good.

use plaudit_domain::{
    case,
    fact::{Fact, FactKind},
    nomination::{Event, Status},
    policy,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{key, letters};
use crate::{
    Moment, Store, StoreError, cases,
    entities::nominations,
    ledger,
    outbox::{self, NewLetter},
    people as persons, seasons,
    secrets::Token,
    write::Tx,
};

/// Takes a nomination back, for good; a draft's text goes with it. A case that is left without nominations is withdrawn
/// too. To withdraw what is withdrawn changes nothing.
pub async fn withdraw_by_nominator(
    store: &Store,
    moment: &Moment,
    key: &Token,
    language: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), key.clone(), language.to_owned()),
            |tx, (moment, key, language)| {
                Box::pin(async move {
                    let row = key::held(tx, moment, key)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    withdraw(tx, moment, &row, language).await
                })
            },
        )
        .await
}

async fn withdraw(
    tx: &Tx,
    moment: &Moment,
    row: &nominations::Model,
    language: &str,
) -> Result<(), StoreError> {
    let before = Status::parse(&row.status)?;
    if before == Status::Withdrawn {
        return Ok(());
    }
    let season = seasons::load(tx, row.season_id.into()).await?;
    policy::may_withdraw_as_nominator(season.status)?;
    let status = before.after(Event::WithdrawByNominator)?;
    let (mut emptied, mut left) = (None, None);
    if let Some(case) = row.case_id {
        let last = is_last(tx, case).await?;
        let case = cases::load(tx, case.into()).await?;
        if last {
            let status = case.after(case::Event::Withdraw)?;
            emptied = Some((case, status));
        } else {
            left = Some(case);
        }
    }
    nominations::Entity::update(nominations::ActiveModel {
        id: Set(row.id),
        status: Set(status.as_str().to_owned()),
        typed: Set(None),
        // Whoever reads the case reads it no more.
        case_id: Set(None),
        version: Set(row.version + 1),
        updated_at: Set(moment.at()),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    if let (Some(case), Some(nominee)) = (left, row.nominee_id) {
        cases::rename_after(tx, &case, nominee.into()).await?;
    }
    let Some(nominator) = row.nominator_id else {
        // A draft that was never sent bears on nothing.
        return Ok(());
    };
    let mut facts = vec![
        Fact::new(FactKind::NominationMoved)
            .in_season(season.id)
            .about(row.id)
            .with("number", row.number.as_str())
            .with("event", Event::WithdrawByNominator.as_str())
            .with("from", before.as_str())
            .with("status", status.as_str()),
    ];
    if let Some((case, status)) = emptied {
        cases::set_status(tx, &case, status).await?;
        facts.push(case.moved(season.id, status).with("empty", true));
    }
    ledger::note_all(tx, moment, facts).await?;
    let person = persons::get(tx, nominator.into()).await?;
    if let Some(address) = person.email {
        let letter = NewLetter {
            kind: letters::WITHDRAWN,
            to: Some(nominator.into()),
            address,
            language: language.to_owned(),
            merge: key::about(row.id.into()),
        };
        outbox::queue(tx, moment, letter).await?;
    }
    Ok(())
}

/// Whether a case has no other nomination that stands.
async fn is_last(tx: &Tx, case: uuid::Uuid) -> Result<bool, StoreError> {
    let standing = nominations::Entity::find()
        .filter(nominations::Column::CaseId.eq(case))
        .filter(nominations::Column::Status.eq(Status::Accepted.as_str()))
        .count(tx)
        .await?;
    Ok(standing <= 1)
}
