//! The nominations of a season: behind `/admin/nominations/{season}` and `nominations.csv`.
//!
//! Names are searched and sorted folded (without case and accents), which no two databases do alike; so the whole
//! season is read in three columns' breadth and sorted here, and only the page that is shown is read in full.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    eligibility::{Outlook, Rule},
    ids::{CaseId, NominationId, SeasonId},
    nomination::Status,
    status::words,
    text,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::{DateTimeUtc, Json},
};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError, cases, eligibility_rules,
    entities::{nominations, people},
    kept::Kept,
    moment::read_maybe,
    nominations::outlook,
};

/// How many nominations a page shows.
pub const PAGE: u64 = 25;

words! {
    /// By what the list is sorted.
    pub enum Sort as "sort of nominations" {
        /// The latest submission first.
        Latest = "latest",
        /// The earliest submission first.
        Earliest = "earliest",
        /// The nominee's name, from A.
        Nominee = "nominee",
        /// The nominee's employer, from A.
        Employer = "employer",
        /// The nomination's number, from the lowest.
        Number = "number",
    }
}

words! {
    /// What the list can be narrowed to beside a status.
    pub enum Mark as "mark of a nomination" {
        /// It waits or is accepted, and its nominator's address is not confirmed.
        Unconfirmed = "unconfirmed",
        /// An answer to a rule of eligibility speaks against it.
        Against = "against",
        /// It came after the close.
        Late = "late",
    }
}

/// Which nominations are asked for, in which order, and which page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NominationsFilter {
    /// Words that the nominee's name, their employer, the nominator's name or the number must hold, each of them.
    pub search: String,
    /// Only those with this status.
    pub status: Option<Status>,
    /// Only those that are marked so.
    pub mark: Option<Mark>,
    /// The order.
    pub sort: Sort,
    /// The page, from 1.
    pub page: u64,
}

/// A page of nominations.
#[derive(Clone, Debug)]
pub struct Nominations {
    /// The season.
    pub about: Surroundings,
    /// The page's nominations.
    pub rows: Vec<NominationRow>,
    /// The page that this is: the last one, if a later one was asked for.
    pub page: u64,
    /// How many nominations match.
    pub total: u64,
    /// How many there are in all, whatever is asked for.
    pub all: u64,
    /// How many of each status hold what is searched for and are marked as is asked.
    pub counts: BTreeMap<Status, u64>,
    /// How many of each mark hold what is searched for and have the status that is asked for.
    pub marks: BTreeMap<Mark, u64>,
}

/// A nomination in the list.
#[derive(Clone, Debug)]
pub struct NominationRow {
    /// Which.
    pub id: NominationId,
    /// Its number.
    pub number: String,
    /// The nominee's name; none while it is not typed, or once it is erased.
    pub nominee: Option<String>,
    /// The nominee's employer.
    pub employer: Option<String>,
    /// The nominator's name.
    pub nominator: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// When it was submitted.
    pub submitted_at: Option<Timestamp>,
    /// Whether the nominator's address is confirmed.
    pub confirmed: bool,
    /// Whether it came after the close.
    pub late: bool,
    /// What the answers to the rules of eligibility amount to.
    pub outlook: Outlook,
    /// Whether the nominee nominated themselves.
    pub self_nomination: bool,
    /// The case that it is joined to, and the case's number.
    pub case: Option<(CaseId, i64)>,
}

/// How much of a number must be typed to find it.
const SHORTEST_NUMBER: usize = 4;

/// What is searched and sorted by.
struct Entry {
    id: Uuid,
    status: Status,
    submitted_at: Option<Timestamp>,
    number: String,
    nominee: String,
    employer: String,
    nominator: String,
    marks: Vec<Mark>,
}

impl Entry {
    /// Whether its number holds this, with its dash or without.
    fn is_numbered(&self, word: &str) -> bool {
        self.number.contains(word) || self.number.replace('-', "").contains(word)
    }

    fn holds(&self, word: &str) -> bool {
        let names = [&self.nominee, &self.employer, &self.nominator];
        // A short word is a name's; in a number it would be found by chance.
        names.iter().any(|name| name.contains(word))
            || (word.len() >= SHORTEST_NUMBER && self.is_numbered(word))
    }
}

/// A page of the season's nominations. Costs the same number of statements whatever their number.
pub async fn nominations(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
    filter: &NominationsFilter,
) -> Result<Nominations, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let rules = eligibility_rules::list_of(conn, season).await?;
    let mut entries = entries(conn, season, &kept, &rules).await?;
    let all = entries.len() as u64;
    let searched = text::fold(&filter.search);
    let wanted: Vec<&str> = searched
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    entries.retain(|entry| wanted.iter().all(|word| entry.holds(word)));
    let is_of = |entry: &Entry| filter.status.is_none_or(|status| entry.status == status);
    let is_marked = |entry: &Entry| filter.mark.is_none_or(|mark| entry.marks.contains(&mark));
    let (mut counts, mut marks) = (BTreeMap::new(), BTreeMap::new());
    for entry in &entries {
        if is_marked(entry) {
            *counts.entry(entry.status).or_insert(0) += 1;
        }
        for mark in entry.marks.iter().filter(|_| is_of(entry)) {
            *marks.entry(*mark).or_insert(0) += 1;
        }
    }
    entries.retain(|entry| is_of(entry) && is_marked(entry));
    sort(&mut entries, filter.sort);
    let total = entries.len() as u64;
    let page = filter.page.clamp(1, total.div_ceil(PAGE).max(1));
    let first = usize::try_from((page - 1) * PAGE).unwrap_or(usize::MAX);
    let shown: Vec<Uuid> = entries
        .iter()
        .skip(first)
        .take(usize::try_from(PAGE).unwrap_or(usize::MAX))
        .map(|entry| entry.id)
        .collect();
    Ok(Nominations {
        rows: rows(conn, &shown, &rules).await?,
        about,
        page,
        total,
        all,
        counts,
        marks,
    })
}

fn sort(entries: &mut [Entry], by: Sort) {
    // Whatever is equal stays in the order of the numbers, so that pages do not overlap.
    entries.sort_by(|a, b| a.number.cmp(&b.number));
    match by {
        Sort::Latest => entries.sort_by_key(|entry| std::cmp::Reverse(entry.submitted_at)),
        Sort::Earliest => {
            entries.sort_by_key(|entry| (entry.submitted_at.is_none(), entry.submitted_at));
        }
        Sort::Nominee => entries.sort_by(|a, b| blank_last(&a.nominee, &b.nominee)),
        Sort::Employer => entries.sort_by(|a, b| blank_last(&a.employer, &b.employer)),
        Sort::Number => {}
    }
}

fn blank_last(a: &str, b: &str) -> std::cmp::Ordering {
    (a.is_empty(), a).cmp(&(b.is_empty(), b))
}

async fn entries(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
    rules: &[Rule],
) -> Result<Vec<Entry>, StoreError> {
    type Light = (
        Uuid,
        String,
        String,
        Option<DateTimeUtc>,
        Option<Uuid>,
        Option<Uuid>,
        Option<DateTimeUtc>,
        bool,
        Json,
    );
    let light: Vec<Light> = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::Id)
        .column(nominations::Column::Number)
        .column(nominations::Column::Status)
        .column(nominations::Column::SubmittedAt)
        .column(nominations::Column::NomineeId)
        .column(nominations::Column::NominatorId)
        .column(nominations::Column::ConfirmedAt)
        .column(nominations::Column::Late)
        .column(nominations::Column::Eligibility)
        .filter(nominations::Column::SeasonId.eq(season.0))
        .filter(nominations::Column::Id.is_not_in(kept.nominations.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let of_season = |column| {
        nominations::Entity::find()
            .select_only()
            .column(column)
            .filter(nominations::Column::SeasonId.eq(season.0))
            .into_query()
    };
    let named: Vec<(Uuid, String, Option<String>)> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .column(people::Column::Name)
        .column(people::Column::Employer)
        .filter(people::Column::ErasedAt.is_null())
        .filter(
            Condition::any()
                .add(people::Column::Id.in_subquery(of_season(nominations::Column::NomineeId)))
                .add(people::Column::Id.in_subquery(of_season(nominations::Column::NominatorId))),
        )
        .into_tuple()
        .all(conn)
        .await?;
    let named: BTreeMap<Uuid, (String, String)> = named
        .into_iter()
        .map(|(id, name, employer)| {
            let employer = text::fold(employer.as_deref().unwrap_or_default());
            (id, (text::fold(&name), employer))
        })
        .collect();
    light
        .into_iter()
        .map(|row| {
            let (id, number, status, submitted_at, nominee, nominator, confirmed, late, answers) =
                row;
            let status = Status::parse(&status)?;
            let waits = matches!(status, Status::Submitted | Status::Accepted);
            let against = outlook(rules, &answers)? == Outlook::NotMet;
            let marks = [
                (Mark::Unconfirmed, waits && confirmed.is_none()),
                (Mark::Against, against),
                (Mark::Late, late),
            ];
            let person = |id: Option<Uuid>| {
                id.and_then(|id| named.get(&id))
                    .cloned()
                    .unwrap_or_default()
            };
            let (nominee, employer) = person(nominee);
            let (nominator, _) = person(nominator);
            Ok(Entry {
                id,
                status,
                submitted_at: read_maybe(submitted_at)?,
                number: number.to_lowercase(),
                nominee,
                employer,
                nominator,
                marks: marks
                    .iter()
                    .filter_map(|(mark, is_so)| is_so.then_some(*mark))
                    .collect(),
            })
        })
        .collect()
}

/// These nominations in full, in this order.
async fn rows(
    conn: &impl ConnectionTrait,
    ids: &[Uuid],
    rules: &[Rule],
) -> Result<Vec<NominationRow>, StoreError> {
    let found = nominations::Entity::find()
        .filter(nominations::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    let people: BTreeMap<Uuid, people::Model> = people::Entity::find()
        .filter(people::Column::ErasedAt.is_null())
        .filter(
            people::Column::Id.is_in(
                found
                    .iter()
                    .flat_map(|row| [row.nominee_id, row.nominator_id])
                    .flatten(),
            ),
        )
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let numbers = cases::numbers(conn, found.iter().filter_map(|row| row.case_id)).await?;
    let mut rows: BTreeMap<Uuid, nominations::Model> =
        found.into_iter().map(|row| (row.id, row)).collect();
    ids.iter()
        .filter_map(|id| rows.remove(id))
        .map(|row| {
            let nominee = row.nominee_id.and_then(|id| people.get(&id));
            let nominator = row.nominator_id.and_then(|id| people.get(&id));
            Ok(NominationRow {
                id: row.id.into(),
                number: row.number,
                nominee: nominee.map(|person| person.name.clone()),
                employer: nominee.and_then(|person| person.employer.clone()),
                nominator: nominator.map(|person| person.name.clone()),
                status: Status::parse(&row.status)?,
                submitted_at: read_maybe(row.submitted_at)?,
                confirmed: row.confirmed_at.is_some(),
                late: row.late,
                outlook: outlook(rules, &row.eligibility)?,
                self_nomination: row.self_nomination,
                case: row
                    .case_id
                    .and_then(|case| Some((case.into(), *numbers.get(&case)?))),
            })
        })
        .collect()
}
