//! The ranking of a category: behind `/admin/ranking/{category}`, the shortlist and `shortlist.csv`.

use std::collections::BTreeMap;

use plaudit_domain::{
    case,
    ids::{CaseId, CategoryId},
    rule_set::{RuleSet, WhatIf},
    season::Category,
    shortlist,
    stage::Kind,
    standing::{Basis, Place},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{cases, nominations, people},
    kept::Kept,
    standings::{self, Stood, ranked_statuses},
};

/// How a category stands, as those read it who run the season.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The season.
    pub about: Surroundings,
    /// The category.
    pub category: Category,
    /// By the scores of which stage.
    pub stage: Kind,
    /// What it is judged by.
    pub rules: RuleSet,
    /// By what the cases are in fact ranked.
    pub basis: Basis,
    /// The cases that were laid before the judges: by rank, then those without a quorum.
    pub rows: Vec<RankingRow>,
    /// How many may be put forward: the rule set's size, or more where cases are tied at the cut.
    pub room: u32,
    /// Whether the viewer is kept from some cases: whoever is gets no package of the whole.
    pub is_partial: bool,
}

impl Ranking {
    /// How many cases are put forward.
    pub fn finalists(&self) -> usize {
        self.with_status(case::Status::Shortlisted)
    }

    /// How many cases are next in line.
    pub fn reserves(&self) -> usize {
        self.with_status(case::Status::Reserve)
    }

    fn with_status(&self, status: case::Status) -> usize {
        self.rows.iter().filter(|row| row.status == status).count()
    }

    /// The cases within the cut that are still in judging, with their versions: what taking the cut would put forward.
    pub fn proposal(&self) -> Vec<&RankingRow> {
        self.rows
            .iter()
            .filter(|row| row.place.is_within_cut && row.status == case::Status::InJudging)
            .collect()
    }
}

/// One case of the ranking.
#[derive(Clone, Debug)]
pub struct RankingRow {
    /// The case.
    pub case: CaseId,
    /// Its number in the category.
    pub number: i64,
    /// Its version, for whoever decides on it.
    pub version: i64,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// The nominee's employer.
    pub organisation: Option<String>,
    /// Where it stands in the season.
    pub status: case::Status,
    /// How many nominations it joins. The number adds no marks.
    pub nominations: u64,
    /// Where it stands in the ranking.
    pub place: Place,
}

/// The ranking of this category, from what is submitted now.
pub async fn ranking(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Ranking, StoreError> {
    what_if(store, viewer, category, &WhatIf::default()).await
}

/// The ranking by the scores of one stage.
pub async fn of_stage(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
    stage: Kind,
) -> Result<Ranking, StoreError> {
    administrator_only(viewer)?;
    let kept = Kept::of(store.read(), viewer).await?;
    let of = (category, stage);
    let stood = standings::load_in(store.read(), of, &kept, &WhatIf::default()).await?;
    of_stood(store.read(), (category, &kept), &stood).await
}

/// The ranking by other rules than those that decide, for a view that tries them.
pub async fn what_if(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
    what_if: &WhatIf,
) -> Result<Ranking, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let stood = standings::load_as_if(conn, category, &kept, what_if).await?;
    of_stood(conn, (category, &kept), &stood).await
}

/// The ranking of a category that stands like this.
pub(super) async fn of_stood(
    conn: &impl ConnectionTrait,
    (category, kept): (CategoryId, &Kept),
    stood: &Stood,
) -> Result<Ranking, StoreError> {
    let rows = rows(conn, category, stood).await?;
    let about = Surroundings::load(conn, stood.season.id).await?;
    Ok(Ranking {
        category: about
            .categories
            .iter()
            .find(|one| one.id == category)
            .cloned()
            .ok_or(StoreError::NotFound)?,
        about,
        is_partial: !kept.is_empty(),
        stage: stood.stage,
        room: shortlist::room(stood.rules.shortlist_size, &stood.standing),
        rules: stood.rules.clone(),
        basis: stood.standing.basis.clone(),
        rows,
    })
}

fn of_category(category: CategoryId) -> SelectStatement {
    cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .filter(cases::Column::CategoryId.eq(category.0))
        .into_query()
}

/// How many nominations each case of the category joins.
pub(crate) async fn nominations_by_case(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<BTreeMap<Uuid, u64>, StoreError> {
    let counted: Vec<(Option<Uuid>, i64)> = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::CaseId)
        .column_as(nominations::Column::Id.count(), "joined")
        .filter(nominations::Column::CaseId.in_subquery(of_category(category)))
        .group_by(nominations::Column::CaseId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(counted
        .into_iter()
        .filter_map(|(case, joined)| Some((case?, u64::try_from(joined).ok()?)))
        .collect())
}

async fn rows(
    conn: &impl ConnectionTrait,
    category: CategoryId,
    stood: &Stood,
) -> Result<Vec<RankingRow>, StoreError> {
    let nominees = cases::Entity::find()
        .filter(cases::Column::CategoryId.eq(category.0))
        .filter(cases::Column::Status.is_in(ranked_statuses()))
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    let mut by_case: BTreeMap<CaseId, (cases::Model, Option<people::Model>)> = nominees
        .into_iter()
        .map(|(case, person)| (case.id.into(), (case, person)))
        .collect();
    let joined = nominations_by_case(conn, category).await?;
    let mut rows = Vec::with_capacity(stood.standing.places.len());
    for place in &stood.standing.places {
        // A case that was laid before the judges between the two reads is in the next answer.
        let (Some((row, person)), Some(case)) =
            (by_case.remove(&place.case), stood.cases.get(&place.case))
        else {
            continue;
        };
        let person = person.filter(|person| person.erased_at.is_none());
        rows.push(RankingRow {
            case: place.case,
            number: row.number,
            version: case.version,
            nominee: person.as_ref().map(|person| person.name.clone()),
            organisation: person.and_then(|person| person.employer),
            status: case.status,
            nominations: joined.get(&row.id).copied().unwrap_or(0),
            place: place.clone(),
        });
    }
    Ok(rows)
}
