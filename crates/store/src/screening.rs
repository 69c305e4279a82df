//! Screening: what an administrator makes of each nomination that came in, and takes back with a reason.

mod several;
#[cfg(test)]
mod tests;

use plaudit_domain::{
    acceptance, case,
    fact::{Fact, FactKind},
    fact_check,
    ids::{CaseId, NominationId, PersonId, SeasonId},
    nomination::{Event, Status},
    policy,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect,
};

use crate::{
    Moment, Store, StoreError, cases,
    entities::{cases as case_rows, nominations},
    error::changed_as_seen,
    interests,
    kept::Kept,
    ledger, seasons,
    write::Tx,
};

pub use several::{Place, Several, accept_several, tell_several_apart};

/// Where an accepted nomination goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A case of its own.
    NewCase,
    /// A case of the same nominee that is there already.
    Case(CaseId),
}

/// A nomination as it was seen: its version says whether somebody changed it since.
pub type Seen = (NominationId, i64);

/// Accepts a nomination into a case, and says into which.
pub async fn accept(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    destination: Destination,
) -> Result<CaseId, StoreError> {
    store
        .write(
            (moment.clone(), seen, destination),
            |tx, &(ref moment, seen, destination)| {
                Box::pin(async move {
                    let nomination = load(tx, moment, seen).await?;
                    let status = nomination.status.after(Event::Accept)?;
                    let (case, fact) = match destination {
                        Destination::NewCase => {
                            let number = next_number(tx, nomination.category).await?;
                            let id: CaseId = moment.id();
                            let fact = nomination
                                .fact(FactKind::CaseFormed)
                                .about(id)
                                .with_id("nomination", nomination.id)
                                .with("number", number);
                            (Target::New(id, number), fact)
                        }
                        Destination::Case(id) => {
                            let case = cases::load(tx, id).await?;
                            Kept::of_actor(tx, moment.by).await?.hide(id)?;
                            if case.category.0 != nomination.category {
                                return Err(StoreError::NotFound);
                            }
                            policy::may_join(case.status)?;
                            let fact = nomination
                                .fact(FactKind::NominationJoined)
                                .about(nomination.id)
                                .with_id("case", id);
                            (Target::There(id), fact)
                        }
                    };
                    if let Target::New(id, number) = case {
                        insert_case(tx, moment, &nomination, id, number).await?;
                    }
                    set(tx, moment, &nomination, status, Joined::To(case.id())).await?;
                    let moved = nomination.moved(status).with_id("case", case.id());
                    ledger::note_all(tx, moment, vec![moved, fact]).await?;
                    if let Target::There(id) = case {
                        interests::recuse_who_has_a_part(tx, moment, nomination.season, id).await?;
                    }
                    Ok(case.id())
                })
            },
        )
        .await
}

#[derive(Clone, Copy)]
enum Target {
    New(CaseId, i64),
    There(CaseId),
}

impl Target {
    fn id(self) -> CaseId {
        match self {
            Self::New(id, _) | Self::There(id) => id,
        }
    }
}

/// Takes a nomination out of the case to which it was joined; a case that has no other is withdrawn with it.
pub async fn tell_apart(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    decide(store, moment, seen, Event::TellApart, reason).await
}

/// Finds a nomination ineligible.
pub async fn find_ineligible(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    decide(store, moment, seen, Event::FindIneligible, reason).await
}

/// Takes back that a nomination is ineligible.
pub async fn reopen(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    decide(store, moment, seen, Event::Reopen, reason).await
}

/// Admits a nomination that came after the close, if all of it is there.
pub async fn admit_late(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    decide(store, moment, seen, Event::AdmitLate, reason).await
}

async fn decide(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    event: Event,
    reason: &str,
) -> Result<(), StoreError> {
    let reason = reason.trim().to_owned();
    store
        .write(
            (moment.clone(), seen, event, reason),
            |tx, &(ref moment, seen, event, ref reason)| {
                Box::pin(async move {
                    let nomination = load(tx, moment, seen).await?;
                    let status = nomination.status.after(event)?;
                    if event.needs_reason() && reason.is_empty() {
                        return Err(Refusal::ReasonNeeded.into());
                    }
                    let left = match nomination.case {
                        Some(case) if event == Event::TellApart => Some(case),
                        _ => None,
                    };
                    let left = match left {
                        Some(case) => Some((cases::load(tx, case).await?, others(tx, case).await?)),
                        None => None,
                    };
                    let mut facts =
                        vec![
                            nomination
                                .moved(status)
                                .saying("reason", nomination.nominee, reason),
                        ];
                    set(
                        tx,
                        moment,
                        &nomination,
                        status,
                        if left.is_some() {
                            Joined::ToNone
                        } else {
                            Joined::AsBefore
                        },
                    )
                    .await?;
                    match left {
                        Some((case, 1)) => {
                            facts.push(
                                cases::close_empty(tx, moment, &case, nomination.season).await?,
                            );
                        }
                        Some((case, _)) => {
                            cases::rename_after(tx, &case, nomination.nominee).await?;
                        }
                        None => {}
                    }
                    ledger::note_all(tx, moment, facts).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// A nomination with all that screening needs to know of it.
struct Screened {
    id: NominationId,
    version: i64,
    status: Status,
    season: SeasonId,
    category: uuid::Uuid,
    nominee: PersonId,
    case: Option<CaseId>,
    late: bool,
}

impl Screened {
    fn fact(&self, kind: FactKind) -> Fact {
        Fact::new(kind).in_season(self.season)
    }

    fn moved(&self, to: Status) -> Fact {
        self.fact(FactKind::NominationMoved)
            .about(self.id)
            .with("from", self.status.as_str())
            .with("to", to.as_str())
    }
}

/// Loads a nomination as it was seen by whoever decides on it and is not kept from it, if its season is one in which nominations are decided on.
async fn load(tx: &Tx, moment: &Moment, (id, version): Seen) -> Result<Screened, StoreError> {
    let row = nominations::Entity::find_by_id(id.0)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    let kept = Kept::of_actor(tx, moment.by).await?;
    if kept.nominations.contains(&id.0) {
        return Err(Refusal::OwnInterest.into());
    }
    let season = seasons::load(tx, row.season_id.into()).await?;
    policy::may_screen(season.status)?;
    if row.version != version {
        return Err(StoreError::Stale);
    }
    let (Some(category), Some(nominee), Some(_)) =
        (row.category_id, row.nominee_id, row.nominator_id)
    else {
        return Err(Refusal::Incomplete(vec!["nomination"]).into());
    };
    Ok(Screened {
        id,
        version,
        status: Status::parse(&row.status)?,
        season: season.id,
        category,
        nominee: nominee.into(),
        case: row.case_id.map(Into::into),
        late: row.late,
    })
}

/// To which case a nomination is joined after its move.
#[derive(Clone, Copy)]
enum Joined {
    AsBefore,
    To(CaseId),
    ToNone,
}

/// Writes the status, and the case if that changes, unless somebody was faster.
async fn set(
    tx: &Tx,
    moment: &Moment,
    nomination: &Screened,
    status: Status,
    joined: Joined,
) -> Result<(), StoreError> {
    let mut change = nominations::ActiveModel {
        status: Set(status.as_str().to_owned()),
        version: Set(nomination.version + 1),
        updated_at: Set(moment.at()),
        ..Default::default()
    };
    match joined {
        Joined::AsBefore => {}
        Joined::To(case) => change.case_id = Set(Some(case.0)),
        Joined::ToNone => change.case_id = Set(None),
    }
    if nomination.status == Status::Lapsed {
        change.late = Set(true);
        if !nomination.late {
            change.submitted_at = Set(Some(moment.at()));
        }
    }
    let changed = nominations::Entity::update_many()
        .set(change)
        .filter(nominations::Column::Id.eq(nomination.id.0))
        .filter(nominations::Column::Version.eq(nomination.version))
        .exec(tx)
        .await?;
    changed_as_seen(&changed)
}

async fn next_number(tx: &Tx, category: uuid::Uuid) -> Result<i64, StoreError> {
    let highest: Option<Option<i64>> = case_rows::Entity::find()
        .select_only()
        .column_as(case_rows::Column::Number.max(), "highest")
        .filter(case_rows::Column::CategoryId.eq(category))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(highest.flatten().unwrap_or(0) + 1)
}

async fn insert_case(
    tx: &Tx,
    moment: &Moment,
    nomination: &Screened,
    id: CaseId,
    number: i64,
) -> Result<(), StoreError> {
    let row = case_rows::ActiveModel {
        id: Set(id.0),
        category_id: Set(nomination.category),
        number: Set(number),
        nominee_id: Set(nomination.nominee.0),
        status: Set(case::Status::Forming.as_str().to_owned()),
        acceptance: Set(acceptance::Status::Untold.as_str().to_owned()),
        told_at: Set(None),
        fact_check: Set(fact_check::Status::Requested.as_str().to_owned()),
        fact_check_by: Set(None),
        out_after: Set(None),
        appointment: Set(None),
        version: Set(1),
        created_at: Set(moment.at()),
    };
    case_rows::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// How many nominations a case has.
async fn others(conn: &impl ConnectionTrait, case: CaseId) -> Result<u64, StoreError> {
    Ok(nominations::Entity::find()
        .filter(nominations::Column::CaseId.eq(case.0))
        .count(conn)
        .await?)
}
