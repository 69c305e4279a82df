//! Every score of a category, a row per judge, case and criterion: behind `scores.csv`.
//!
//! Read some cases at a time, each page by a statement of its own, so that a slow client holds no connection.

use std::collections::{BTreeMap, VecDeque};

use futures_util::{Stream, stream};
use jiff::Timestamp;
use plaudit_domain::{
    assignment,
    criterion::Points,
    ids::{CategoryId, CriterionId},
    rule_set::RuleSet,
    season::Category,
    stage::{Kind, Vote},
    standing::{self, Figure},
    text,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    Surroundings, Viewer, administrator_only,
    names::{self, Named},
};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{assignments, cases, scorecards, scores},
    kept::Kept,
    moment::read_maybe,
    rule_sets,
    scorecards::read_vote,
    seasons,
};

/// What all rows of the file share.
#[derive(Clone, Debug)]
pub struct ScoresHead {
    /// What is kept from whoever takes the file.
    pub(crate) kept: Kept,
    /// The season.
    pub about: Surroundings,
    /// The category.
    pub category: Category,
    /// What it is judged by.
    pub rules: RuleSet,
    /// Which stage is which.
    pub(crate) stages: BTreeMap<Uuid, Kind>,
}

/// One criterion of one judge's scorecard for one case; without a score while the scorecard does not count. A vote of a sift
/// is a row without a criterion.
#[derive(Clone, Debug)]
pub struct ScoreRow {
    /// The case's number.
    pub case: i64,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// The nominee's employer.
    pub organisation: Option<String>,
    /// The judge.
    pub judge: Named,
    /// Where the assignment stands.
    pub status: assignment::Status,
    /// The stage.
    pub stage: Kind,
    /// The criterion, by its place among those of the stage.
    pub criterion: Option<usize>,
    /// The vote, in a sift.
    pub vote: Option<Vote>,
    /// The score.
    pub score: Option<Points>,
    /// The scorecard's weighted total.
    pub total: Option<Figure>,
    /// The judge's comment for the panel.
    pub comment: String,
    /// What the judge found strongest.
    pub strongest: String,
    /// What the judge thinks would have helped.
    pub would_have_helped: String,
    /// When the scorecard was submitted.
    pub submitted_at: Option<Timestamp>,
}

/// How many cases are read at a time.
const PAGE: u64 = 100;

/// What the rows of the file share; to whoever may not have it, there is no such file.
pub async fn head(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<ScoresHead, StoreError> {
    administrator_only(viewer)?;
    let (category, season) = seasons::category(store, category).await?;
    let conn = store.read();
    Ok(ScoresHead {
        kept: Kept::of(conn, viewer).await?,
        about: Surroundings::load(conn, season).await?,
        rules: rule_sets::load(conn, season).await?,
        stages: seasons::load_stages(conn, season)
            .await?
            .into_iter()
            .map(|stage| (stage.id.0, stage.kind))
            .collect(),
        category,
    })
}

struct Reading {
    store: Store,
    category: CategoryId,
    kept: Kept,
    rules: RuleSet,
    stages: BTreeMap<Uuid, Kind>,
    after: i64,
    ready: VecDeque<ScoreRow>,
    at_end: bool,
}

/// The rows, by case, judge and criterion.
pub fn rows(
    store: &Store,
    head: &ScoresHead,
) -> impl Stream<Item = Result<ScoreRow, StoreError>> + Send + 'static {
    let reading = Reading {
        store: store.clone(),
        category: head.category.id,
        kept: head.kept.clone(),
        rules: head.rules.clone(),
        stages: head.stages.clone(),
        after: 0,
        ready: VecDeque::new(),
        at_end: false,
    };
    stream::try_unfold(reading, |mut reading| async move {
        while reading.ready.is_empty() && !reading.at_end {
            reading.read_on().await?;
        }
        Ok(reading.ready.pop_front().map(|row| (row, reading)))
    })
}

impl Reading {
    async fn read_on(&mut self) -> Result<(), StoreError> {
        let conn = self.store.read();
        let found = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(self.category.0))
            .filter(cases::Column::Number.gt(self.after))
            .filter(cases::Column::Id.is_not_in(self.kept.cases.iter().copied()))
            .order_by_asc(cases::Column::Number)
            .limit(PAGE)
            .find_also_linked(case_operations::Nominee)
            .all(conn)
            .await?;
        let Some((last, _)) = found.last() else {
            self.at_end = true;
            return Ok(());
        };
        self.after = last.number;
        let assigned = assignments::Entity::find()
            .filter(assignments::Column::CaseId.is_in(found.iter().map(|(case, _)| case.id)))
            .all(conn)
            .await?;
        let names = names::accounts(conn, assigned.iter().map(|row| row.judge_id)).await?;
        let mut cards: BTreeMap<Uuid, (scorecards::Model, BTreeMap<CriterionId, i64>)> =
            BTreeMap::new();
        let found_cards = scorecards::Entity::find()
            .filter(scorecards::Column::AssignmentId.is_in(assigned.iter().map(|row| row.id)))
            .all(conn)
            .await?;
        let mut steps: BTreeMap<Uuid, BTreeMap<CriterionId, i64>> = BTreeMap::new();
        let card_ids: Vec<Uuid> = found_cards.iter().map(|card| card.id).collect();
        for score in scores::Entity::find()
            .filter(scores::Column::ScorecardId.is_in(card_ids))
            .all(conn)
            .await?
        {
            let scored = steps.entry(score.scorecard_id).or_default();
            scored.insert(score.criterion_id.into(), score.steps);
        }
        for card in found_cards {
            let steps = steps.remove(&card.id).unwrap_or_default();
            cards.insert(card.assignment_id, (card, steps));
        }
        let mut by_case: BTreeMap<Uuid, Vec<(Named, assignments::Model)>> = BTreeMap::new();
        for row in assigned {
            let judge = names.get(&row.judge_id).cloned().unwrap_or(Named::Unknown);
            by_case.entry(row.case_id).or_default().push((judge, row));
        }
        for (case, person) in found {
            let person = person.filter(|person| person.erased_at.is_none());
            let mut judges = by_case.remove(&case.id).unwrap_or_default();
            let stages = &self.stages;
            judges.sort_by_key(|(judge, row)| {
                let name = match judge {
                    Named::Person(name) => text::fold(name),
                    _ => String::new(),
                };
                (stages.get(&row.stage_id).copied(), name, row.judge_id)
            });
            for (judge, row) in judges {
                let status = assignment::Status::parse(&row.status)?;
                let card = cards.get(&row.id).filter(|_| status.counts());
                let stage = self.stages.get(&row.stage_id).copied();
                let stage = stage.unwrap_or(Kind::Scoring);
                let criteria = self.rules.criteria_in(stage);
                let total = card.and_then(|(_, steps)| standing::total(criteria, steps));
                let vote = match card {
                    Some((card, _)) => read_vote(card)?,
                    None => None,
                };
                let words = |of: fn(&scorecards::Model) -> &String| {
                    card.map_or_else(String::new, |(card, _)| of(card).clone())
                };
                let submitted_at = match card {
                    Some((card, _)) => read_maybe(card.submitted_at)?,
                    None => None,
                };
                let places: Vec<Option<usize>> = match stage {
                    Kind::Sift => vec![None],
                    Kind::Scoring | Kind::Interview => (0..criteria.len()).map(Some).collect(),
                };
                for place in places {
                    let criterion = place.and_then(|place| criteria.get(place));
                    self.ready.push_back(ScoreRow {
                        case: case.number,
                        nominee: person.as_ref().map(|person| person.name.clone()),
                        organisation: person.as_ref().and_then(|person| person.employer.clone()),
                        judge: judge.clone(),
                        status,
                        stage,
                        criterion: place,
                        vote,
                        score: card.zip(criterion).and_then(|((_, steps), criterion)| {
                            criterion.scale.value(*steps.get(&criterion.id)?)
                        }),
                        total,
                        comment: words(|card| &card.comment),
                        strongest: words(|card| &card.strongest),
                        would_have_helped: words(|card| &card.would_have_helped),
                        submitted_at,
                    });
                }
            }
        }
        Ok(())
    }
}
