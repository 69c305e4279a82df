//! The shortlist of a category with what was decided and why: behind `/admin/shortlist/{category}`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use plaudit_domain::{
    case::{Status, decision::Kind},
    fact::FactKind,
    ids::{CaseId, CategoryId, SeasonId},
    stage,
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::DateTimeUtc,
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Viewer, administrator_only,
    names::{self, Named},
    ranking::{self, Ranking, RankingRow},
};
use crate::{
    Store, StoreError, cases as operations,
    entities::{cases, decisions, facts},
    kept::Kept,
    moment::{read, read_maybe},
    shortlist::{CUT, REST},
};

/// A decision on a case.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    /// What was decided.
    pub kind: Kind,
    /// Why; empty where no reason was needed or given.
    pub reason: String,
    /// By whom.
    pub by: Named,
    /// When.
    pub at: Timestamp,
    /// Whether it departed from the ranking as that was then.
    pub departs: bool,
    /// When it was undone, and why.
    pub undone: Option<(Timestamp, String)>,
}

/// The ranking with the decisions on each of its cases.
#[derive(Clone, Debug)]
pub struct Shortlist {
    /// The ranking.
    pub ranking: Ranking,
    /// The decisions on each case, the latest first.
    pub decisions: BTreeMap<CaseId, Vec<DecisionRow>>,
    /// The cases that the last cut put forward and that are finalists by it.
    pub cut: BTreeSet<CaseId>,
    /// The cases that were left out as one the last time and are out by it.
    pub left_out: BTreeSet<CaseId>,
}

impl Shortlist {
    /// The cases that the last cut put forward, best first.
    pub fn last_cut(&self) -> Vec<&RankingRow> {
        let rows = self.ranking.rows.iter();
        rows.filter(|row| self.cut.contains(&row.case)).collect()
    }

    /// The cases that were left out as one the last time, best first.
    pub fn last_left_out(&self) -> Vec<&RankingRow> {
        let rows = self.ranking.rows.iter();
        rows.filter(|row| self.left_out.contains(&row.case))
            .collect()
    }

    /// The cases on which nobody has decided, best first.
    pub fn rest(&self) -> Vec<&RankingRow> {
        let rows = self.ranking.rows.iter();
        rows.filter(|row| row.status == Status::InJudging).collect()
    }
}

/// A case of a season on which nobody has decided whether it is put forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndecidedRow {
    /// Which.
    pub case: CaseId,
    /// Its category.
    pub category: CategoryId,
    /// Its number.
    pub number: i64,
    /// Who is put forward; none once it is erased.
    pub nominee: Option<String>,
}

/// The cases of a season that are still in judging, for an administrator.
pub async fn undecided(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Vec<UndecidedRow>, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let rows = cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(operations::of_season(season)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::Status.eq(Status::InJudging.as_str()))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .find_also_linked(operations::Nominee)
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(row, person)| UndecidedRow {
            case: row.id.into(),
            category: row.category_id.into(),
            number: row.number,
            nominee: person
                .filter(|person| person.erased_at.is_none())
                .map(|person| person.name),
        })
        .collect())
}

/// The shortlist of this category as it is now.
pub async fn shortlist(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Shortlist, StoreError> {
    // The scoring makes the shortlist, whatever comes after it.
    let ranking = ranking::of_stage(store, viewer, category, stage::Kind::Scoring).await?;
    with_decisions(store, ranking).await
}

/// The finalists as the panel meets on them: by the last stage.
pub async fn for_the_meeting(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Shortlist, StoreError> {
    let ranking = ranking::ranking(store, viewer, category).await?;
    with_decisions(store, ranking).await
}

async fn with_decisions(store: &Store, ranking: Ranking) -> Result<Shortlist, StoreError> {
    let cases: Vec<CaseId> = ranking.rows.iter().map(|row| row.case).collect();
    let decisions = decisions(store, &cases).await?;
    let put_forward = (Status::Shortlisted, Kind::Shortlisted, CUT);
    let cut = last_as_one(store, (&ranking, &decisions), put_forward).await?;
    let passed_over = (Status::NotShortlisted, Kind::NotShortlisted, REST);
    let left_out = last_as_one(store, (&ranking, &decisions), passed_over).await?;
    Ok(Shortlist {
        ranking,
        decisions,
        cut,
        left_out,
    })
}

/// The cases that stand so by the last decision that was made of several as one: the ledger says which those are.
async fn last_as_one(
    store: &Store,
    (ranking, decisions): (&Ranking, &BTreeMap<CaseId, Vec<DecisionRow>>),
    (status, kind, mark): (Status, Kind, &str),
) -> Result<BTreeSet<CaseId>, StoreError> {
    let standing = (ranking.rows.iter())
        .filter(|row| row.status == status)
        .map(|row| row.case.0);
    let found: Vec<(Option<Uuid>, DateTimeUtc)> = facts::Entity::find()
        .select_only()
        .column(facts::Column::SubjectId)
        .column(facts::Column::At)
        .filter(facts::Column::SubjectId.is_in(standing))
        .filter(facts::Column::Kind.eq(FactKind::CaseMoved.as_str()))
        .filter(facts::Column::Body.contains(format!(r#""{mark}":true"#)))
        .into_tuple()
        .all(store.read())
        .await?;
    let mut stands: Vec<(Timestamp, CaseId)> = Vec::new();
    for (case, at) in found {
        let Some(case) = case.map(CaseId::from) else {
            continue;
        };
        let at = read(at)?;
        let decided = (decisions.get(&case).into_iter().flatten())
            .any(|one| one.kind == kind && one.undone.is_none() && one.at == at);
        if decided {
            stands.push((at, case));
        }
    }
    let last = stands.iter().map(|(at, _)| *at).max();
    Ok(stands
        .into_iter()
        .filter(|(at, _)| Some(*at) == last)
        .map(|(_, case)| case)
        .collect())
}

/// The decisions on these cases, the latest first.
pub(crate) async fn decisions(
    store: &Store,
    cases: &[CaseId],
) -> Result<BTreeMap<CaseId, Vec<DecisionRow>>, StoreError> {
    let rows = decisions::Entity::find()
        .filter(decisions::Column::CaseId.is_in(cases.iter().map(|case| case.0)))
        .order_by_desc(decisions::Column::DecidedAt)
        .order_by_desc(decisions::Column::Id)
        .all(store.read())
        .await?;
    let names = names::accounts(store.read(), rows.iter().map(|row| row.decided_by)).await?;
    let departures = departures(store, cases).await?;
    let mut by_case: BTreeMap<CaseId, Vec<DecisionRow>> = BTreeMap::new();
    for row in rows {
        let undone = match read_maybe(row.undone_at)? {
            Some(at) => Some((at, row.undone_reason.unwrap_or_default())),
            None => None,
        };
        let kind = Kind::parse(&row.kind)?;
        let departs = left_by(kind).is_some_and(|status| {
            departures.contains(&(row.case_id, row.decided_at, status.as_str().to_owned()))
        });
        by_case
            .entry(row.case_id.into())
            .or_default()
            .push(DecisionRow {
                kind,
                reason: row.reason,
                by: names
                    .get(&row.decided_by)
                    .cloned()
                    .unwrap_or(Named::Unknown),
                at: read(row.decided_at)?,
                departs,
                undone,
            });
    }
    Ok(by_case)
}

/// Which of these cases was decided on against the ranking, when, and where that left it: the ledger says so, and the ranking may
/// stand otherwise by now.
async fn departures(
    store: &Store,
    cases: &[CaseId],
) -> Result<BTreeSet<(Uuid, DateTimeUtc, String)>, StoreError> {
    let found: Vec<(Option<Uuid>, DateTimeUtc, String)> = facts::Entity::find()
        .select_only()
        .column(facts::Column::SubjectId)
        .column(facts::Column::At)
        .column(facts::Column::Body)
        .filter(facts::Column::SubjectId.is_in(cases.iter().map(|case| case.0)))
        .filter(facts::Column::Kind.eq(FactKind::CaseMoved.as_str()))
        .filter(facts::Column::Body.contains(r#""departs":true"#))
        .into_tuple()
        .all(store.read())
        .await?;
    found
        .into_iter()
        .filter_map(|(case, at, body)| Some((case?, at, body)))
        .map(|(case, at, body)| {
            let body: Value = serde_json::from_str(&body).map_err(StoreError::unreadable)?;
            let to = body["to"].as_str().unwrap_or_default();
            Ok((case, at, to.to_owned()))
        })
        .collect()
}

/// Where a decision of the shortlist leaves a case.
fn left_by(kind: Kind) -> Option<Status> {
    match kind {
        Kind::Shortlisted | Kind::Promoted => Some(Status::Shortlisted),
        Kind::Reserve => Some(Status::Reserve),
        Kind::NotShortlisted => Some(Status::NotShortlisted),
        _ => None,
    }
}
