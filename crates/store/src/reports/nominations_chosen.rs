//! Several nominations that an administrator chose, with what accepting each of them would mean: behind
//! `/admin/nominations/{season}/acceptances` and its neighbours.

use std::collections::BTreeMap;

use plaudit_domain::{
    eligibility::Outlook,
    ids::{CaseId, NominationId, SeasonId},
    nomination::Status,
    policy, text,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError, cases as case_operations, eligibility_rules,
    entities::{cases, nominations, people},
    kept::Kept,
    nominations::outlook,
};

/// The chosen nominations.
#[derive(Clone, Debug)]
pub struct NominationsChosen {
    /// The season.
    pub about: Surroundings,
    /// The nominations, the earliest first.
    pub rows: Vec<ChosenRow>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenRow {
    /// Which.
    pub id: NominationId,
    /// The version that the page shows.
    pub version: i64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// The nominee's name; none while it is not typed, or once it is erased.
    pub nominee: Option<String>,
    /// The nominee's employer.
    pub employer: Option<String>,
    /// The nominator's name.
    pub nominator: Option<String>,
    /// Whether the nominator could be reminded to confirm their address.
    pub may_remind: bool,
    /// What accepting it would do; none where it waits for no decision.
    pub proposed: Option<Proposed>,
}

/// Where a nomination would go if it were accepted with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// A case of its own.
    NewCase,
    /// The case of the same person, by its number.
    Case(CaseId, i64),
    /// The case of another that was chosen, by its number.
    With(NominationId, String),
    /// Somebody of the same name is there, perhaps another person: to be decided on by itself.
    Unsure,
    /// An answer to a rule of eligibility speaks against it: to be decided on by itself.
    Against,
}

/// How two nominees compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Same {
    Yes,
    Perhaps,
    No,
}

/// These nominations of the season; what is not of it is left out.
pub async fn chosen(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
    ids: &[NominationId],
) -> Result<NominationsChosen, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let found = nominations::Entity::find()
        .filter(nominations::Column::SeasonId.eq(season.0))
        .filter(nominations::Column::Id.is_not_in(kept.nominations.iter().copied()))
        .filter(nominations::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(nominations::Column::SubmittedAt)
        .order_by_asc(nominations::Column::Id)
        .all(conn)
        .await?;
    let people = people_of(conn, &found).await?;
    let there = cases::Entity::find()
        .filter(
            cases::Column::CategoryId.is_in(about.categories.iter().map(|category| category.id.0)),
        )
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .order_by_asc(cases::Column::Number)
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    let rules = eligibility_rules::list_of(conn, season).await?;
    let mut rows: Vec<ChosenRow> = Vec::with_capacity(found.len());
    let mut before: Vec<&nominations::Model> = Vec::new();
    for row in &found {
        let person = |id: Option<Uuid>| id.and_then(|id| people.get(&id));
        let status = Status::parse(&row.status)?;
        let nominee = person(row.nominee_id);
        let proposed = match nominee {
            Some(nominee) if status == Status::Submitted => {
                let proposed = match outlook(&rules, &row.eligibility)? {
                    Outlook::NotMet => Proposed::Against,
                    Outlook::Met | Outlook::Unclear => {
                        propose(row, nominee, &there, &before, &people)?
                    }
                };
                if !matches!(proposed, Proposed::Unsure | Proposed::Against) {
                    before.push(row);
                }
                Some(proposed)
            }
            _ => None,
        };
        rows.push(ChosenRow {
            id: row.id.into(),
            version: row.version,
            number: row.number.clone(),
            status,
            nominee: nominee.map(|person| person.name.clone()),
            employer: nominee.and_then(|person| person.employer.clone()),
            nominator: person(row.nominator_id).map(|person| person.name.clone()),
            may_remind: row.confirmed_at.is_none()
                && matches!(
                    status,
                    Status::Submitted | Status::Returned | Status::Accepted
                ),
            proposed,
        });
    }
    Ok(NominationsChosen { about, rows })
}

async fn people_of(
    conn: &impl ConnectionTrait,
    found: &[nominations::Model],
) -> Result<BTreeMap<Uuid, people::Model>, StoreError> {
    let wanted = found
        .iter()
        .flat_map(|row| [row.nominee_id, row.nominator_id])
        .flatten();
    Ok(people::Entity::find()
        .filter(people::Column::ErasedAt.is_null())
        .filter(people::Column::Id.is_in(wanted))
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect())
}

fn propose(
    row: &nominations::Model,
    nominee: &people::Model,
    there: &[(cases::Model, Option<people::Model>)],
    before: &[&nominations::Model],
    people: &BTreeMap<Uuid, people::Model>,
) -> Result<Proposed, StoreError> {
    let mut unsure = false;
    for (case, person) in there {
        let theirs = person.as_ref().filter(|person| person.erased_at.is_none());
        let Some(theirs) = theirs.filter(|_| Some(case.category_id) == row.category_id) else {
            continue;
        };
        let status = plaudit_domain::case::Status::parse(&case.status)?;
        match compare(theirs, nominee) {
            Same::Yes if policy::may_join(status).is_ok() => {
                return Ok(Proposed::Case(case.id.into(), case.number));
            }
            Same::Yes | Same::Perhaps => unsure = true,
            Same::No => {}
        }
    }
    for other in before {
        let theirs = other.nominee_id.and_then(|id| people.get(&id));
        let Some(theirs) = theirs.filter(|_| other.category_id == row.category_id) else {
            continue;
        };
        match compare(theirs, nominee) {
            Same::Yes => return Ok(Proposed::With(other.id.into(), other.number.clone())),
            Same::Perhaps => unsure = true,
            Same::No => {}
        }
    }
    Ok(if unsure {
        Proposed::Unsure
    } else {
        Proposed::NewCase
    })
}

/// The same person has the same address, or the same name at the same employer; the same name alone may be another's.
fn compare(theirs: &people::Model, ours: &people::Model) -> Same {
    let folded = |text: &Option<String>| text::fold(text.as_deref().unwrap_or_default());
    let same_name = text::fold(&theirs.name) == text::fold(&ours.name);
    if ours.email.is_some() && theirs.email == ours.email {
        // A shared mailbox is not a person.
        return if same_name { Same::Yes } else { Same::Perhaps };
    }
    match same_name {
        true if folded(&theirs.employer) == folded(&ours.employer) => Same::Yes,
        true => Same::Perhaps,
        false => Same::No,
    }
}
