//! What an administrator decides about one nomination by: the cases it could join, and what happened to it. What was
//! said in it is in [`nomination`](super::nomination).

use plaudit_domain::{
    case::Status,
    ids::{CaseId, NominationId},
    nomination, policy, text,
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::DateTimeUtc,
};
use uuid::Uuid;

use super::{
    Surroundings, Viewer, administrator_only,
    history::{self, FactRow},
};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{cases, nominations, people},
    kept::Kept,
};

/// A case as a nomination's page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseOfNomination {
    /// Which.
    pub id: CaseId,
    /// Its number.
    pub number: i64,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// The nominee's employer.
    pub employer: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Whether its nominee has the same name or address as this nomination's: probably the same person.
    pub same_person: bool,
}

/// What a decision on a nomination is made by.
#[derive(Clone, Debug)]
pub struct ForDecision {
    /// The season.
    pub about: Surroundings,
    /// The case that it is joined to.
    pub case: Option<CaseOfNomination>,
    /// The next nomination that waits for a decision, by its number: the one sent after this, else the first.
    pub next: Option<(NominationId, String)>,
    /// How many others wait.
    pub waiting: usize,
    /// The cases that it could join: those of probably the same person first, then by number.
    pub candidates: Vec<CaseOfNomination>,
    /// What happened to it, the earliest first.
    pub history: Vec<FactRow>,
}

/// What an administrator decides about this nomination by.
pub async fn for_decision(
    store: &Store,
    viewer: &Viewer,
    id: NominationId,
) -> Result<ForDecision, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    if kept.nominations.contains(&id.0) {
        return Err(StoreError::NotFound);
    }
    let row = nominations::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let nominee = match row.nominee_id {
        Some(nominee) => people::Entity::find_by_id(nominee).one(conn).await?,
        None => None,
    };
    let mut all = Vec::new();
    if let Some(category) = row.category_id {
        let found = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(category))
            .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
            .order_by_asc(cases::Column::Number)
            .find_also_linked(case_operations::Nominee)
            .all(conn)
            .await?;
        for (case, person) in found {
            let person = person.filter(|person| person.erased_at.is_none());
            let same_person = match (&person, &nominee) {
                (Some(theirs), Some(ours)) => is_same(theirs, ours),
                _ => false,
            };
            all.push(CaseOfNomination {
                id: case.id.into(),
                number: case.number,
                nominee: person.as_ref().map(|person| person.name.clone()),
                employer: person.and_then(|person| person.employer),
                status: Status::parse(&case.status)?,
                same_person,
            });
        }
    }
    let case = all
        .iter()
        .find(|case| Some(case.id.0) == row.case_id)
        .cloned();
    all.retain(|case| policy::may_join(case.status).is_ok());
    all.sort_by_key(|case| !case.same_person);
    let waiting: Vec<(Uuid, String, Option<DateTimeUtc>)> = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::Id)
        .column(nominations::Column::Number)
        .column(nominations::Column::SubmittedAt)
        .filter(nominations::Column::SeasonId.eq(row.season_id))
        .filter(nominations::Column::Id.ne(id.0))
        .filter(nominations::Column::Id.is_not_in(kept.nominations.iter().copied()))
        .filter(nominations::Column::Status.eq(nomination::Status::Submitted.as_str()))
        .order_by_asc(nominations::Column::SubmittedAt)
        .order_by_asc(nominations::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    let next = waiting
        .iter()
        .find(|(other, _, at)| (*at, *other) > (row.submitted_at, row.id))
        .or(waiting.first())
        .map(|(next, number, _)| (NominationId::from(*next), number.clone()));
    Ok(ForDecision {
        next,
        waiting: waiting.len(),
        about: Surroundings::load(conn, row.season_id.into()).await?,
        case,
        candidates: all,
        history: history::of(store, vec![id.0], &kept).await?,
    })
}

/// The same folded name, or the same address.
fn is_same(theirs: &people::Model, ours: &people::Model) -> bool {
    text::fold(&theirs.name) == text::fold(&ours.name)
        || (ours.email.is_some() && theirs.email == ours.email)
}
