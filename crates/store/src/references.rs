//! References: who is named to write one on a case, and who is taken off again. A reference stands as requested from when its
//! referee is named; nothing is sent to them yet. Whoever is a referee has a part in the case, and so judges none of it.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{CaseId, ReferenceId},
    person::Person,
    policy,
    reference::{Event, Status},
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError,
    cases::{Seen, decider, load_seen, reasoned, set},
    deliberation,
    entities::{case_references, cases},
    interests, ledger, people,
    write::Tx,
};

/// Names somebody who is to write a reference. Every judge who turns out to be them is out of the case at once, with their
/// scorecard; a nominee, a nominator or another referee of the case is refused, as far as an address shows it.
pub async fn name(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    referee: Person,
) -> Result<ReferenceId, StoreError> {
    store
        .write(
            (moment.clone(), seen, referee),
            |tx, &(ref moment, seen, ref referee)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    policy::may_change_referees(season.status, case.status)?;
                    let by = decider(moment)?;
                    refuse_who_has_a_part(tx, case.id, referee).await?;
                    set(tx, &case, cases::ActiveModel::default()).await?;
                    let person = people::insert(tx, moment, referee).await?;
                    let id: ReferenceId = moment.id();
                    let row = case_references::ActiveModel {
                        id: Set(id.0),
                        case_id: Set(case.id.0),
                        referee_id: Set(person.0),
                        status: Set(Status::Requested.as_str().to_owned()),
                        named_by: Set(by.0),
                        named_at: Set(moment.at()),
                        ended_at: Set(None),
                    };
                    case_references::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::RefereeNamed)
                        .in_season(season.id)
                        .about(case.id)
                        .with_id("referee", person);
                    ledger::note(tx, moment, fact).await?;
                    interests::recuse_who_has_a_part(tx, moment, season.id, case.id).await?;
                    interests::recuse_unasked_who_have_a_part(tx, moment, season.id, case.id)
                        .await?;
                    // Who is out may have changed under a meeting.
                    deliberation::stir_case(tx, case.id).await?;
                    Ok(id)
                })
            },
        )
        .await
}

/// Takes a referee off, with a reason; another may be named instead. A judge who was out because of it stays so.
pub async fn replace(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reference: ReferenceId,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, reference, reason.to_owned()),
            |tx, &(ref moment, seen, reference, ref reason)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    policy::may_change_referees(season.status, case.status)?;
                    let row = case_references::Entity::find_by_id(reference.0)
                        .filter(case_references::Column::CaseId.eq(case.id.0))
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let status = Status::parse(&row.status)?.after(Event::Replace)?;
                    let reason = reasoned(true, reason)?;
                    set(tx, &case, cases::ActiveModel::default()).await?;
                    let change = case_references::ActiveModel {
                        id: Set(row.id),
                        status: Set(status.as_str().to_owned()),
                        ended_at: Set(Some(moment.at())),
                        ..Default::default()
                    };
                    case_references::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::RefereeReplaced)
                        .in_season(season.id)
                        .about(case.id)
                        .with_id("referee", row.referee_id)
                        .saying("reason", row.referee_id.into(), reason);
                    ledger::note(tx, moment, fact).await?;
                    deliberation::stir_case(tx, case.id).await
                })
            },
        )
        .await
}

/// Refuses whoever is in the case already, by their address.
async fn refuse_who_has_a_part(tx: &Tx, case: CaseId, referee: &Person) -> Result<(), StoreError> {
    let Some(email) = &referee.email else {
        return Ok(());
    };
    let parts = interests::parts(tx, &[case.0]).await?;
    if parts
        .values()
        .any(|parts| parts.have_address(email.as_str()))
    {
        return Err(Refusal::HasAPart.into());
    }
    Ok(())
}

/// The references on these cases whose referee was not taken off, in the order in which they were named.
pub(crate) async fn standing(
    conn: &impl ConnectionTrait,
    cases: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<case_references::Model>, StoreError> {
    Ok(case_references::Entity::find()
        .filter(case_references::Column::CaseId.is_in(cases))
        .filter(case_references::Column::Status.ne(Status::Replaced.as_str()))
        .order_by_asc(case_references::Column::NamedAt)
        .order_by_asc(case_references::Column::Id)
        .all(conn)
        .await?)
}

/// The cases, each with one of these people as referee who was not taken off.
pub(crate) async fn of_people(
    conn: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<Vec<case_references::Model>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(case_references::Entity::find()
        .filter(case_references::Column::RefereeId.is_in(people.iter().copied()))
        .filter(case_references::Column::Status.ne(Status::Replaced.as_str()))
        .all(conn)
        .await?)
}
