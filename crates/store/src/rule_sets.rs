//! Rule sets and their criteria: a draft that may be changed until the season opens, then locked and published.

mod conflicts;
mod criteria;
mod later;
mod versions;

use std::collections::BTreeMap;

use plaudit_domain::{
    criterion::Criterion,
    fact::{Fact, FactKind},
    ids::{RuleSetId, SeasonId},
    interest::conflicts::{ConflictPolicy, Ruler},
    policy,
    refusal::Refusal,
    rule_set::{
        AtTheCut, Deciding, Meeting, Method, OthersScores, Reading, RuleSet, Status, TieBreak,
    },
    season::Season,
    stage::{Kind, Stages},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, prelude::Json,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, entities::rule_sets, ledger, seasons, secrets, stages, write::Tx,
};

pub use conflicts::change_conflicts;
use criteria::Criteria;
pub use criteria::{
    CriterionWords, add_criterion, add_criterion_in, change_criterion, remove_criterion,
    reorder_criteria,
};
pub(crate) use criteria::{insert as insert_criterion, scale};
pub use later::{Publication, discard, edited, prepare, publish, unfinished};
pub use versions::{Correction, Version, Wording, correct, is_scored, versions};

/// What an administrator decides about a rule set beside its criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetWords {
    /// How the ranking is made.
    pub method: Method,
    /// The least that may be shortlisted, in hundredths of a percent.
    pub merit_floor: u32,
    /// How many scorecards a case needs.
    pub quorum: u32,
    /// How many finalists there may be.
    pub shortlist_size: u32,
    /// What tells apart cases with the same total, in this order.
    pub tie_break: Vec<TieBreak>,
    /// What happens where the cut falls between cases that stay tied.
    pub at_the_cut: AtTheCut,
    /// Whether judges read whom a case concerns.
    pub reading: Reading,
    /// When a judge sees what the others gave.
    pub others_scores: OthersScores,
    /// How the panel comes to its results, and with how many.
    pub meeting: Meeting,
}

impl Default for RuleSetWords {
    /// The small award: three scorecards a case, a floor of 60 %, five finalists.
    fn default() -> Self {
        Self {
            method: Method::Mean,
            merit_floor: 6_000,
            quorum: 3,
            shortlist_size: 5,
            tie_break: vec![TieBreak::Criteria, TieBreak::HeadToHead],
            at_the_cut: AtTheCut::default(),
            reading: Reading::default(),
            others_scores: OthersScores::default(),
            meeting: Meeting::default(),
        }
    }
}

pub(crate) async fn insert_draft(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
) -> Result<RuleSetId, StoreError> {
    let id: RuleSetId = moment.id();
    let row = rule_sets::ActiveModel {
        id: Set(id.0),
        season_id: Set(season.0),
        conflicts: Set(Some(ConflictPolicy::default().to_json())),
        number: Set(1),
        status: Set(Status::Draft.as_str().to_owned()),
        reason: Set(None),
        content: Set(None),
        digest: Set(None),
        lot_seed: Set(None),
        created_at: Set(moment.at()),
        locked_at: Set(None),
        ..columns(&RuleSetWords::default())
    };
    rule_sets::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(id)
}

fn columns(words: &RuleSetWords) -> rule_sets::ActiveModel {
    let tie_break: Json = words
        .tie_break
        .iter()
        .map(|rule| json!(rule.as_str()))
        .collect();
    rule_sets::ActiveModel {
        method: Set(words.method.as_str().to_owned()),
        merit_floor: Set(words.merit_floor.into()),
        quorum: Set(words.quorum.into()),
        shortlist_size: Set(words.shortlist_size.into()),
        tie_break: Set(tie_break),
        at_the_cut: Set(words.at_the_cut.as_str().to_owned()),
        reading: Set(words.reading.as_str().to_owned()),
        others_scores: Set(words.others_scores.as_str().to_owned()),
        deciding: Set(words.meeting.deciding.as_str().to_owned()),
        meeting_quorum: Set(words.meeting.quorum.into()),
        ..Default::default()
    }
}

/// Changes method, floor, quorum, size and tie-break of a draft, as it was seen.
pub async fn change(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    words: RuleSetWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, words),
            |tx, (moment, season, seen, words)| {
                Box::pin(async move {
                    let rules = draft(tx, *season).await?;
                    seasons::hold(tx, *season, *seen).await?;
                    write_words(tx, rules.id, words).await?;
                    changed(tx, moment, *season, &rules, "settings").await
                })
            },
        )
        .await
}

pub(crate) async fn write_words(
    tx: &Tx,
    id: RuleSetId,
    words: &RuleSetWords,
) -> Result<(), StoreError> {
    let row = rule_sets::ActiveModel {
        id: Set(id.0),
        ..columns(words)
    };
    rule_sets::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The season's rule set, or the later version of it that is being prepared, if it may still be changed.
pub(crate) async fn draft(tx: &Tx, season: SeasonId) -> Result<RuleSet, StoreError> {
    let rules = later::load_edited(tx, season).await?;
    policy::may_change_rules(seasons::load(tx, season).await?.status, rules.status)?;
    if rules.number > 1 && versions::is_scored_in(tx, season).await? {
        return Err(Refusal::Locked.into());
    }
    Ok(rules)
}

pub(crate) async fn changed(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    rules: &RuleSet,
    what: &str,
) -> Result<(), StoreError> {
    seasons::touch(tx, season).await?;
    let fact = Fact::new(FactKind::RuleSetChanged)
        .in_season(season)
        .about(rules.id)
        .with("number", i64::from(rules.number))
        .with("what", what);
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// Locks the draft as the version that the season is judged by, and seals its text into the ledger.
pub(crate) async fn lock(tx: &Tx, moment: &Moment, season: SeasonId) -> Result<(), StoreError> {
    let rules = load(tx, season).await?;
    lock_these(tx, moment, season, rules).await
}

async fn lock_these(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    mut rules: RuleSet,
) -> Result<(), StoreError> {
    if rules.status == Status::Locked {
        return Ok(());
    }
    // Drawn before there is a case, so that nobody can choose whom a lot falls on.
    if rules.at_the_cut == AtTheCut::Lot {
        rules.lot_seed = Some(hex::encode(secrets::random()));
    }
    let (content, digest) = sealed(&rules);
    let row = rule_sets::ActiveModel {
        id: Set(rules.id.0),
        status: Set(Status::Locked.as_str().to_owned()),
        content: Set(Some(content)),
        digest: Set(Some(digest.clone())),
        lot_seed: Set(rules.lot_seed.clone()),
        locked_at: Set(Some(moment.at())),
        ..Default::default()
    };
    rule_sets::Entity::update(row)
        .exec_without_returning(tx)
        .await?;
    let mut fact = Fact::new(FactKind::RuleSetLocked)
        .in_season(season)
        .about(rules.id)
        .with("number", i64::from(rules.number))
        .with("digest", digest);
    if let Some(seed) = rules.lot_seed {
        fact = fact.with("lot-seed", seed);
    }
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// The text that is sealed, and its digest.
fn sealed(rules: &RuleSet) -> (String, String) {
    let content = rules.content();
    let digest = hex::encode(secrets::digest(content.as_bytes()));
    (content, digest)
}

/// What the season is judged by: the latest version that is published, or the draft before the season has opened.
pub async fn current(store: &Store, season: SeasonId) -> Result<RuleSet, StoreError> {
    load(store.read(), season).await
}

pub(crate) async fn load(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<RuleSet, StoreError> {
    latest(conn, season, published()).await
}

/// What is published, or the first draft: a later version that is being prepared is nobody's yet.
fn published() -> Condition {
    Condition::any()
        .add(rule_sets::Column::Status.ne(Status::Draft.as_str()))
        .add(rule_sets::Column::Number.eq(1))
}

async fn latest(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    which: Condition,
) -> Result<RuleSet, StoreError> {
    let row = rule_sets::Entity::find()
        .filter(rule_sets::Column::SeasonId.eq(season.0))
        .filter(which)
        .order_by_desc(rule_sets::Column::Number)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let criteria = criteria::list(conn, row.id.into()).await?;
    read(row, criteria)
}

/// The rules as they hold in the stage that the season is in.
pub(crate) async fn in_force(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<RuleSet, StoreError> {
    let rules = load(conn, season).await?;
    if rules.stages.are_on() {
        let stage = stages::current(conn, season).await?;
        Ok(rules.in_stage(stage))
    } else {
        Ok(rules)
    }
}

/// What a season's rules say of the stage that it is in, as far as its next steps hang on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NowByRules {
    /// How many scorecards a case needs.
    pub(crate) quorum: i64,
    /// Whether another stage comes after it.
    pub(crate) has_later_stage: bool,
    /// Who rules on interests.
    pub(crate) ruler: Ruler,
}

/// What is so in each of these seasons now, by the rules that are in force.
pub(crate) async fn now_in(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
) -> Result<BTreeMap<Uuid, NowByRules>, StoreError> {
    let mut rows = rule_sets::Entity::find()
        .filter(rule_sets::Column::SeasonId.is_in(seasons.iter().map(|season| season.id.0)))
        .filter(published())
        .all(conn)
        .await?;
    rows.sort_by_key(|row| row.number);
    rows.into_iter()
        .map(|row| {
            let season = seasons.iter().find(|season| season.id.0 == row.season_id);
            let stage = season.map_or(Kind::Scoring, |season| season.stage);
            let rules = read(row.clone(), Criteria::default())?;
            let now = NowByRules {
                quorum: rules.stages.quorum_in(stage).unwrap_or(rules.quorum).into(),
                has_later_stage: rules.stages.after(stage).is_some(),
                ruler: rules.conflict_policy().ruler,
            };
            Ok((row.season_id, now))
        })
        .collect()
}

fn read_stages(row: &rule_sets::Model, interview: Vec<Criterion>) -> Result<Stages, StoreError> {
    match &row.stages {
        Some(said) => Stages::read(said, interview).ok_or_else(|| StoreError::unreadable("stages")),
        None => Ok(Stages::default()),
    }
}

fn read(row: rule_sets::Model, criteria: Criteria) -> Result<RuleSet, StoreError> {
    let whole = |number: i64| u32::try_from(number).map_err(StoreError::unreadable);
    let tie_break = match &row.tie_break {
        Json::Array(rules) => rules
            .iter()
            .map(|rule| Ok(TieBreak::parse(rule.as_str().unwrap_or_default())?))
            .collect::<Result<_, StoreError>>()?,
        _ => return Err(StoreError::unreadable("a tie-break order")),
    };
    Ok(RuleSet {
        id: row.id.into(),
        number: whole(row.number)?,
        status: Status::parse(&row.status)?,
        method: Method::parse(&row.method)?,
        merit_floor: whole(row.merit_floor)?,
        quorum: whole(row.quorum)?,
        shortlist_size: whole(row.shortlist_size)?,
        tie_break,
        at_the_cut: AtTheCut::parse(&row.at_the_cut)?,
        lot_seed: row.lot_seed.clone(),
        reading: Reading::parse(&row.reading)?,
        others_scores: OthersScores::parse(&row.others_scores)?,
        meeting: Meeting {
            deciding: Deciding::parse(&row.deciding)?,
            quorum: whole(row.meeting_quorum)?,
        },
        conflicts: row.conflicts.as_ref().map(conflicts::read).transpose()?,
        criteria: criteria.scoring,
        stages: read_stages(&row, criteria.interview)?,
        digest: row.digest,
    })
}
