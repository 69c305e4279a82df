//! The standing of a category's cases, computed from what is submitted now: behind the ranking, the shortlist and
//! their files, so that none of them can disagree.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    assignment, case,
    ids::{AccountId, CaseId, CategoryId, CriterionId, StageId},
    rule_set::{RuleSet, WhatIf},
    season::Season,
    stage::Kind,
    standing::{self, Judged, Standing},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, sea_query::SelectStatement,
};
use uuid::Uuid;

use crate::{
    StoreError,
    cases::{self, Case},
    entities::{assignments, cases as case_rows, scorecards, scores},
    kept::Kept,
    rule_sets, stages,
};

/// How a category stands.
#[derive(Debug, PartialEq)]
pub(crate) struct Stood {
    /// Its season.
    pub(crate) season: Season,
    /// By the scores of which stage.
    pub(crate) stage: Kind,
    /// What it is judged by.
    pub(crate) rules: RuleSet,
    /// The cases that are ranked, by id.
    pub(crate) cases: BTreeMap<CaseId, Case>,
    /// Where each of them stands.
    pub(crate) standing: Standing,
}

/// The cases of a category that were laid before the judges.
fn ranked(category: CategoryId) -> SelectStatement {
    case_rows::Entity::find()
        .select_only()
        .column(case_rows::Column::Id)
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .filter(case_rows::Column::Status.is_in(ranked_statuses()))
        .into_query()
}

/// The words of the statuses in which a case is ranked.
pub(crate) fn ranked_statuses() -> impl Iterator<Item = &'static str> {
    case::Status::ALL
        .iter()
        .filter(|status| case::decision::is_ranked(**status))
        .map(|status| status.as_str())
}

/// What a category's standing is computed from.
pub(crate) struct Laid {
    /// Its season.
    pub(crate) season: Season,
    /// By the scores of which stage.
    pub(crate) stage: Kind,
    /// What it is judged by.
    pub(crate) rules: RuleSet,
    /// The cases that are ranked, by id.
    pub(crate) cases: BTreeMap<CaseId, Case>,
    /// What counts of each of them, by id.
    pub(crate) judged: Vec<Judged>,
}

impl Laid {
    /// How the category stands.
    pub(crate) fn stand(self) -> Result<Stood, StoreError> {
        let standing =
            standing::stand(&self.rules, &self.judged).map_err(StoreError::unreadable)?;
        Ok(Stood {
            season: self.season,
            stage: self.stage,
            rules: self.rules,
            cases: self.cases,
            standing,
        })
    }
}

/// The stage whose scores rank a season's cases: a sift has none.
pub(crate) fn ranking_stage(season: &Season) -> Kind {
    season.stage.max(Kind::Scoring)
}

/// Computes how a category stands without what is kept from whom it is for: no rank, mean or cut tells of such a case. The rules
/// are those that decide, but for a view that tries others.
pub(crate) async fn load_as_if(
    conn: &impl ConnectionTrait,
    category: CategoryId,
    kept: &Kept,
    what_if: &WhatIf,
) -> Result<Stood, StoreError> {
    let season = cases::season_of(conn, category).await?;
    load_in(conn, (category, ranking_stage(&season)), kept, what_if).await
}

/// The same by the scores of one stage; what an interview carries over from the scoring is in it.
pub(crate) async fn load_in(
    conn: &impl ConnectionTrait,
    (category, stage): (CategoryId, Kind),
    kept: &Kept,
    what_if: &WhatIf,
) -> Result<Stood, StoreError> {
    let stood = laid_in(conn, (category, stage), kept, what_if)
        .await?
        .stand()?;
    let interview = stood.rules.stages.interview.as_ref();
    let part = interview.map_or(0, |interview| interview.carried);
    if stage != Kind::Interview || part == 0 {
        return Ok(stood);
    }
    let scoring = laid_in(conn, (category, Kind::Scoring), kept, what_if)
        .await?
        .stand()?;
    let standing = standing::carried(&scoring.standing, stood.standing, &stood.rules, part);
    Ok(Stood { standing, ..stood })
}

/// Reads what a category's standing by the scores of one stage is computed from, without what is kept from whom it is for.
pub(crate) async fn laid_in(
    conn: &impl ConnectionTrait,
    (category, stage): (CategoryId, Kind),
    kept: &Kept,
    what_if: &WhatIf,
) -> Result<Laid, StoreError> {
    let season = cases::season_of(conn, category).await?;
    let rules = rule_sets::load(conn, season.id).await?;
    let rules = rules.in_stage(stage).tried(what_if);
    let rows = case_rows::Entity::find()
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .filter(case_rows::Column::Status.is_in(ranked_statuses()))
        .filter(case_rows::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(took_part(stage))
        .all(conn)
        .await?;
    let mut judged: BTreeMap<CaseId, Judged> = rows
        .iter()
        .map(|row| {
            let case = row.id.into();
            let judged = Judged {
                case,
                scorecards: BTreeMap::new(),
                recusals: 0,
            };
            (case, judged)
        })
        .collect();
    let of = stages::id_of(conn, season.id, stage).await?;
    for (case, judge, criterion, steps) in counting_scores(conn, category, of).await? {
        if let Some(judged) = judged.get_mut(&CaseId::from(case)) {
            judged
                .scorecards
                .entry(AccountId::from(judge))
                .or_default()
                .insert(CriterionId::from(criterion), steps);
        }
    }
    // An administrator who is out of the case is no judge that it lost.
    let recused: BTreeSet<(Uuid, Uuid)> = assignments::Entity::find()
        .select_only()
        .column(assignments::Column::CaseId)
        .column(assignments::Column::JudgeId)
        .filter(assignments::Column::CaseId.in_subquery(ranked(category)))
        .filter(assignments::Column::Status.eq(assignment::Status::Recused.as_str()))
        .into_tuple()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    for (case, _) in recused {
        if let Some(judged) = judged.get_mut(&CaseId::from(case)) {
            judged.recusals += 1;
        }
    }
    let cases = rows
        .iter()
        .map(|row| cases::read(row).map(|case| (case.id, case)))
        .collect::<Result<_, _>>()?;
    Ok(Laid {
        season,
        stage,
        rules,
        cases,
        judged: judged.into_values().collect(),
    })
}

/// The cases that an earlier stage did not leave behind.
fn took_part(stage: Kind) -> Condition {
    let last = Kind::ALL.iter().filter(move |last| **last >= stage);
    Condition::any()
        .add(case_rows::Column::OutAfter.is_null())
        .add(case_rows::Column::OutAfter.is_in(last.map(|last| last.as_str())))
}

/// From a score to its scorecard.
pub(crate) fn of_scorecard() -> RelationDef {
    scores::Entity::belongs_to(scorecards::Entity)
        .from(scores::Column::ScorecardId)
        .to(scorecards::Column::Id)
        .into()
}

/// From a scorecard to its assignment.
pub(crate) fn of_assignment() -> RelationDef {
    scorecards::Entity::belongs_to(assignments::Entity)
        .from(scorecards::Column::AssignmentId)
        .to(assignments::Column::Id)
        .into()
}

/// Which judge's scorecard of which case came in when: the pairs in that order, of those that count.
pub(crate) async fn order(
    conn: &impl ConnectionTrait,
    category: CategoryId,
    stage: StageId,
) -> Result<Vec<(AccountId, CaseId)>, StoreError> {
    let found: Vec<(Uuid, Uuid)> = scorecards::Entity::find()
        .select_only()
        .column(assignments::Column::JudgeId)
        .column(assignments::Column::CaseId)
        .join(JoinType::InnerJoin, of_assignment())
        .filter(assignments::Column::CaseId.in_subquery(ranked(category)))
        .filter(assignments::Column::StageId.eq(stage.0))
        .filter(assignments::Column::Status.is_in(counting()))
        .order_by_asc(scorecards::Column::FirstSubmittedAt)
        .order_by_asc(scorecards::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|(judge, case)| (judge.into(), case.into()))
        .collect())
}

/// The words of the statuses in which a scorecard counts.
fn counting() -> impl Iterator<Item = &'static str> {
    assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str())
}

/// Case, judge, criterion and steps of every score on a scorecard that counts.
async fn counting_scores(
    conn: &impl ConnectionTrait,
    category: CategoryId,
    stage: StageId,
) -> Result<Vec<(Uuid, Uuid, Uuid, i64)>, StoreError> {
    Ok(scores::Entity::find()
        .select_only()
        .column(assignments::Column::CaseId)
        .column(assignments::Column::JudgeId)
        .column(scores::Column::CriterionId)
        .column(scores::Column::Steps)
        .join(JoinType::InnerJoin, of_scorecard())
        .join(JoinType::InnerJoin, of_assignment())
        .filter(assignments::Column::CaseId.in_subquery(ranked(category)))
        .filter(assignments::Column::StageId.eq(stage.0))
        .filter(assignments::Column::Status.is_in(counting()))
        .into_tuple()
        .all(conn)
        .await?)
}
