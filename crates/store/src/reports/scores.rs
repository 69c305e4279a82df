//! Every score of a category, a row per judge, case and criterion: behind `scores.csv`.
//!
//! Read some scorecards at a time, each page by statements of its own, so that a slow client holds no connection and a long
//! file no memory.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use futures_util::{Stream, TryStreamExt, stream};
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
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    Surroundings, Viewer, administrator_only,
    names::{self, Named},
};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{assignments, cases, memberships, people, scorecards, scores},
    kept::Kept,
    moment::read_maybe,
    rule_sets,
    scorecards::read_vote,
    seasons,
    standings::{of_assignment, of_scorecard},
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
    /// How many are on the panel: no case has many more scorecards.
    pub(crate) panel: u64,
}

/// One criterion of one judge's scorecard for one case; without a score while the scorecard does not count. A vote of a sift
/// is a row without a criterion.
#[derive(Clone, Debug)]
pub struct ScoreRow {
    /// What it shares with the scorecard's other rows.
    pub scorecard: Arc<Scored>,
    /// The criterion, by its place among those of the stage.
    pub criterion: Option<usize>,
    /// The score.
    pub score: Option<Points>,
}

/// What one judge makes of one case.
#[derive(Clone, Debug)]
pub struct Scored {
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
    /// The vote, in a sift.
    pub vote: Option<Vote>,
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

/// About how many scorecards are read at a time.
const SCORECARDS: u64 = 1_000;
/// How many cases are read at a time at most.
const CASES: u64 = 500;

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
        panel: memberships::Entity::find()
            .filter(memberships::Column::ScopeId.eq(season.0))
            .count(conn)
            .await?,
        category,
    })
}

struct Reading {
    store: Store,
    category: CategoryId,
    kept: Kept,
    rules: RuleSet,
    stages: BTreeMap<Uuid, Kind>,
    /// The judges whose names were read.
    judges: BTreeMap<Uuid, Named>,
    after: i64,
    /// How many cases are read next.
    cases: u64,
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
        judges: BTreeMap::new(),
        after: 0,
        cases: at_a_time(head.panel),
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

/// How many cases are read at a time, where each has so many scorecards.
fn at_a_time(per_case: u64) -> u64 {
    (SCORECARDS / per_case.max(1)).clamp(1, CASES)
}

type Steps = BTreeMap<CriterionId, i64>;

impl Reading {
    async fn read_on(&mut self) -> Result<(), StoreError> {
        let conn = self.store.read();
        let found = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(self.category.0))
            .filter(cases::Column::Number.gt(self.after))
            .filter(cases::Column::Id.is_not_in(self.kept.cases.iter().copied()))
            .order_by_asc(cases::Column::Number)
            .limit(self.cases)
            .find_also_linked(case_operations::Nominee)
            .all(conn)
            .await?;
        let Some((last, _)) = found.last() else {
            self.at_end = true;
            return Ok(());
        };
        self.after = last.number;
        let of_cases = || assignments::Column::CaseId.is_in(found.iter().map(|(case, _)| case.id));
        // Row by row: what the database hands over is many times what is kept of it.
        let assigned: Vec<assignments::Model> = assignments::Entity::find()
            .filter(of_cases())
            .stream(conn)
            .await?
            .try_collect()
            .await?;
        // As many as these have, the next have, more or less.
        let per_case = assigned.len() / found.len();
        self.cases = at_a_time(u64::try_from(per_case).unwrap_or(CASES));
        self.name(assigned.iter().map(|row| row.judge_id)).await?;
        let conn = self.store.read();
        let mut steps: BTreeMap<Uuid, Steps> = scores::Entity::find()
            .join(JoinType::InnerJoin, of_scorecard())
            .join(JoinType::InnerJoin, of_assignment())
            .filter(of_cases())
            .stream(conn)
            .await?
            .try_fold(BTreeMap::new(), async |mut steps, score| {
                let scored: &mut Steps = steps.entry(score.scorecard_id).or_default();
                scored.insert(score.criterion_id.into(), score.steps);
                Ok(steps)
            })
            .await?;
        let mut cards: BTreeMap<Uuid, (scorecards::Model, Steps)> = scorecards::Entity::find()
            .join(JoinType::InnerJoin, of_assignment())
            .filter(of_cases())
            .stream(conn)
            .await?
            .map_ok(|card| {
                let steps = steps.remove(&card.id).unwrap_or_default();
                (card.assignment_id, (card, steps))
            })
            .try_collect()
            .await?;
        let mut by_case: BTreeMap<Uuid, Vec<assignments::Model>> = BTreeMap::new();
        for row in assigned {
            by_case.entry(row.case_id).or_default().push(row);
        }
        for (case, person) in found {
            let mut assigned = by_case.remove(&case.id).unwrap_or_default();
            assigned.sort_by_cached_key(|row| {
                let name = match self.judges.get(&row.judge_id) {
                    Some(Named::Person(name)) => text::fold(name),
                    _ => String::new(),
                };
                (self.stages.get(&row.stage_id).copied(), name, row.judge_id)
            });
            let person = person.filter(|person| person.erased_at.is_none());
            for row in assigned {
                let card = cards.remove(&row.id);
                self.put((case.number, person.as_ref()), &row, card)?;
            }
        }
        Ok(())
    }

    /// Reads the names of those who were not met before.
    async fn name(&mut self, judges: impl Iterator<Item = Uuid>) -> Result<(), StoreError> {
        let new: BTreeSet<Uuid> = judges
            .filter(|judge| !self.judges.contains_key(judge))
            .collect();
        if !new.is_empty() {
            let names = names::accounts(self.store.read(), new).await?;
            self.judges.extend(names);
        }
        Ok(())
    }

    /// The rows of one scorecard.
    fn put(
        &mut self,
        (case, person): (i64, Option<&people::Model>),
        row: &assignments::Model,
        card: Option<(scorecards::Model, Steps)>,
    ) -> Result<(), StoreError> {
        let status = assignment::Status::parse(&row.status)?;
        let (card, steps) = card.filter(|_| status.counts()).unzip();
        let stage = self.stages.get(&row.stage_id).copied();
        let stage = stage.unwrap_or(Kind::Scoring);
        let criteria = self.rules.criteria_in(stage);
        let steps = steps.unwrap_or_default();
        let total = card
            .as_ref()
            .and_then(|_| standing::total(criteria, &steps));
        let vote = card.as_ref().map(read_vote).transpose()?.flatten();
        let submitted_at = card.as_ref().and_then(|card| card.submitted_at);
        let (comment, strongest, would_have_helped) = card
            .map(|card| (card.comment, card.strongest, card.would_have_helped))
            .unwrap_or_default();
        let judge = self.judges.get(&row.judge_id).cloned();
        let scorecard = Arc::new(Scored {
            case,
            nominee: person.map(|person| person.name.clone()),
            organisation: person.and_then(|person| person.employer.clone()),
            judge: judge.unwrap_or(Named::Unknown),
            status,
            stage,
            vote,
            total,
            comment,
            strongest,
            would_have_helped,
            submitted_at: read_maybe(submitted_at)?,
        });
        let places = match stage {
            Kind::Sift => vec![None],
            Kind::Scoring | Kind::Interview => (0..criteria.len()).map(Some).collect(),
        };
        for place in places {
            let criterion = place.and_then(|place| criteria.get(place));
            self.ready.push_back(ScoreRow {
                scorecard: Arc::clone(&scorecard),
                criterion: place,
                score: criterion
                    .and_then(|criterion| criterion.scale.value(*steps.get(&criterion.id)?)),
            });
        }
        Ok(())
    }
}
