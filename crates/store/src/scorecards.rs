//! Scorecards: what a judge has put down for a case, saved as often as they like, submitted, and taken back until the lock.
//!
//! A draft is no fact. A submit is one, with every score and the comments sealed; a score that is changed after a first
//! submit is one, with both values.

use std::collections::BTreeMap;

use plaudit_domain::{
    assignment::{Event, Status},
    criterion::Criterion,
    fact::{Detail, Fact, FactKind},
    ids::{AccountId, AssignmentId, CriterionId, RuleSetId, ScorecardId},
    policy,
    scorecard::Scores,
    stage::Vote,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};

use crate::{
    Moment, Store, StoreError,
    assignments::{self, Held, held},
    confidentiality,
    entities::{scorecards, scores},
    error::changed_as_seen,
    ledger, readings, reopenings, rule_sets, seasons,
    write::Tx,
};

/// Keeps the judge's scores so far; a half-filled scorecard is fine. Answers with the version that it now has. What was typed is
/// kept also while new confidentiality terms wait to be accepted: that shows nobody anything, and loses nothing.
///
/// `version` is the one that the judge saw, 0 for a scorecard that was never saved: any other is stale.
pub async fn save(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
    scores: Scores,
    version: i64,
) -> Result<i64, StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment, scores, version),
            |tx, (moment, judge, assignment, scores, version)| {
                Box::pin(async move {
                    let held = held_still(tx, *judge, *assignment).await?;
                    policy::may_score(held.season_status, held.at_gate(), held.status)?;
                    readings::refuse_unread(tx, &held).await?;
                    let rules = rule_sets::in_force(tx, held.season).await?;
                    scores.on_scale(&rules.criteria)?;
                    let kept = row(tx, held.id).await?;
                    refuse_stale(kept.as_ref(), *version)?;
                    write(tx, moment, &held, rules.id, kept.as_ref(), scores, None).await?;
                    if held.status != Status::Scoring {
                        assignments::set(tx, held.id, (held.status, after_saving(&held)?)).await?;
                    }
                    Ok(version + 1)
                })
            },
        )
        .await
}

/// Keeps the scores and submits them; every criterion needs one. Submitting the same once more changes nothing.
pub async fn submit(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
    scores: Scores,
    version: i64,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment, scores, version),
            |tx, (moment, judge, assignment, scores, version)| {
                Box::pin(async move {
                    let held = held_open(tx, *judge, *assignment).await?;
                    let kept = row(tx, held.id).await?;
                    if held.status == Status::Submitted && read(tx, kept.as_ref()).await? == *scores
                    {
                        return Ok(());
                    }
                    policy::may_score(held.season_status, held.at_gate(), held.status)?;
                    readings::refuse_unread(tx, &held).await?;
                    let rules = rule_sets::in_force(tx, held.season).await?;
                    scores.on_scale(&rules.criteria)?;
                    scores.complete_in(held.stage, &rules.criteria)?;
                    refuse_stale(kept.as_ref(), *version)?;
                    let submitted = after_saving(&held)?.after(Event::Submit)?;
                    let first = kept
                        .as_ref()
                        .and_then(|kept| kept.first_submitted_at)
                        .unwrap_or_else(|| moment.at());
                    let id = write(
                        tx,
                        moment,
                        &held,
                        rules.id,
                        kept.as_ref(),
                        scores,
                        Some(first),
                    )
                    .await?;
                    assignments::set(tx, held.id, (held.status, submitted)).await?;
                    let fact = submission(&held, id, scores, &rules.criteria);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Takes a submitted scorecard back, until it is locked: it does not count until it is submitted again.
pub async fn reopen(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment),
            |tx, &(ref moment, judge, assignment)| {
                Box::pin(async move {
                    let held = held_open(tx, judge, assignment).await?;
                    policy::may_reopen(held.season_status, held.at_gate(), held.status)?;
                    let status = held.status.after(Event::Reopen)?;
                    let card =
                        reopenings::take_back(tx, moment, held.id, (held.status, status)).await?;
                    let fact = about(FactKind::ScorecardReopened, &held, card);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// The same, once the judge has accepted what the panel keeps to itself.
pub(crate) async fn held_open(
    tx: &Tx,
    judge: AccountId,
    assignment: AssignmentId,
) -> Result<Held, StoreError> {
    let held = held_still(tx, judge, assignment).await?;
    confidentiality::refuse_before_acceptance(tx, judge, held.season).await?;
    Ok(held)
}

/// The assignment as it stays until the transaction ends: a season that goes on to the deliberation waits; on SQLite all do.
pub(crate) async fn held_still(
    tx: &Tx,
    judge: AccountId,
    assignment: AssignmentId,
) -> Result<Held, StoreError> {
    let held = held(tx, judge, assignment).await?;
    if tx.get_database_backend() == DbBackend::Sqlite {
        return Ok(held);
    }
    let season_status = seasons::status_held(tx, held.season).await?;
    Ok(Held {
        season_status,
        ..held
    })
}

fn after_saving(held: &Held) -> Result<Status, StoreError> {
    Ok(held.status.after(Event::SaveScores)?)
}

fn refuse_stale(kept: Option<&scorecards::Model>, seen: i64) -> Result<(), StoreError> {
    if kept.map_or(0, |kept| kept.version) == seen {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

/// The scorecard of an assignment, if anything was ever kept.
pub(crate) async fn row(
    conn: &impl ConnectionTrait,
    assignment: AssignmentId,
) -> Result<Option<scorecards::Model>, StoreError> {
    Ok(scorecards::Entity::find()
        .filter(scorecards::Column::AssignmentId.eq(assignment.0))
        .one(conn)
        .await?)
}

/// What a scorecard holds; nothing if there is none.
pub(crate) async fn read(
    conn: &impl ConnectionTrait,
    kept: Option<&scorecards::Model>,
) -> Result<Scores, StoreError> {
    let Some(kept) = kept else {
        return Ok(Scores::default());
    };
    Ok(Scores {
        steps: steps(conn, kept.id.into()).await?,
        vote: read_vote(kept)?,
        comment: kept.comment.clone(),
        strongest: kept.strongest.clone(),
        would_have_helped: kept.would_have_helped.clone(),
    })
}

/// What the scorecard says in a sift.
pub(crate) fn read_vote(kept: &scorecards::Model) -> Result<Option<Vote>, StoreError> {
    Ok(kept.vote.as_deref().map(Vote::parse).transpose()?)
}

async fn steps(
    conn: &impl ConnectionTrait,
    scorecard: ScorecardId,
) -> Result<BTreeMap<CriterionId, i64>, StoreError> {
    let rows = scores::Entity::find()
        .filter(scores::Column::ScorecardId.eq(scorecard.0))
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.criterion_id.into(), row.steps))
        .collect())
}

/// Writes everything down; what a submitted scorecard said before is noted. `submitted` is when it first was, if it is now.
async fn write(
    tx: &Tx,
    moment: &Moment,
    held: &Held,
    rules: RuleSetId,
    kept: Option<&scorecards::Model>,
    new: &Scores,
    submitted: Option<sea_orm::prelude::DateTimeUtc>,
) -> Result<ScorecardId, StoreError> {
    let words = scorecards::ActiveModel {
        vote: Set(new.vote.map(|vote| vote.as_str().to_owned())),
        comment: Set(new.comment.clone()),
        strongest: Set(new.strongest.clone()),
        would_have_helped: Set(new.would_have_helped.clone()),
        submitted_at: Set(submitted.map(|_| moment.at())),
        updated_at: Set(moment.at()),
        ..Default::default()
    };
    let id = match kept {
        None => {
            let id: ScorecardId = moment.id();
            let row = scorecards::ActiveModel {
                id: Set(id.0),
                assignment_id: Set(held.id.0),
                rule_set_id: Set(rules.0),
                first_submitted_at: Set(submitted),
                version: Set(1),
                created_at: Set(moment.at()),
                ..words
            };
            scorecards::Entity::insert(row)
                .exec_without_returning(tx)
                .await?;
            id
        }
        Some(kept) => {
            let first = submitted.or(kept.first_submitted_at);
            let changed = scorecards::Entity::update_many()
                .set(scorecards::ActiveModel {
                    first_submitted_at: Set(first),
                    version: Set(kept.version + 1),
                    ..words
                })
                .filter(scorecards::Column::Id.eq(kept.id))
                .filter(scorecards::Column::Version.eq(kept.version))
                .exec(tx)
                .await?;
            changed_as_seen(&changed)?;
            if kept.first_submitted_at.is_some() {
                note_changes(tx, moment, held, kept, new).await?;
            }
            kept.id.into()
        }
    };
    write_steps(tx, id, new, kept.is_some()).await?;
    Ok(id)
}

async fn write_steps(
    tx: &Tx,
    scorecard: ScorecardId,
    new: &Scores,
    may_hold_others: bool,
) -> Result<(), StoreError> {
    if may_hold_others {
        // A score that was taken off the form is taken off the scorecard; as a rule there is none.
        let mut others =
            scores::Entity::delete_many().filter(scores::Column::ScorecardId.eq(scorecard.0));
        if !new.steps.is_empty() {
            others = others
                .filter(scores::Column::CriterionId.is_not_in(new.steps.keys().map(|id| id.0)));
        }
        others.exec(tx).await?;
    }
    if new.steps.is_empty() {
        return Ok(());
    }
    let rows = new
        .steps
        .iter()
        .map(|(criterion, steps)| scores::ActiveModel {
            scorecard_id: Set(scorecard.0),
            criterion_id: Set(criterion.0),
            steps: Set(*steps),
        });
    let over = OnConflict::columns([scores::Column::ScorecardId, scores::Column::CriterionId])
        .update_column(scores::Column::Steps)
        .to_owned();
    scores::Entity::insert_many(rows)
        .on_conflict(over)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The fact that scores differ from those that were submitted once: criterion, old steps and new steps of each, an
/// empty place standing for no score.
async fn note_changes(
    tx: &Tx,
    moment: &Moment,
    held: &Held,
    kept: &scorecards::Model,
    new: &Scores,
) -> Result<(), StoreError> {
    let scorecard = ScorecardId::from(kept.id);
    let old = steps(tx, scorecard).await?;
    let votes = (read_vote(kept)?, new.vote);
    let mut criteria: Vec<&CriterionId> = old.keys().chain(new.steps.keys()).collect();
    criteria.sort_unstable();
    criteria.dedup();
    let value =
        |steps: Option<&i64>| Detail::List(steps.map(|n| Detail::Number(*n)).into_iter().collect());
    let changes: Vec<Detail> = criteria
        .into_iter()
        .filter(|id| old.get(id) != new.steps.get(id))
        .map(|id| {
            let (from, to) = (value(old.get(id)), value(new.steps.get(id)));
            Detail::List(vec![Detail::Id(id.0), from, to])
        })
        .collect();
    if changes.is_empty() && votes.0 == votes.1 {
        return Ok(());
    }
    let mut fact =
        about(FactKind::ScorecardChanged, held, scorecard).with("changes", Detail::List(changes));
    if votes.0 != votes.1 {
        let said = |vote: Option<Vote>| vote.map_or("none", Vote::as_str);
        fact = fact
            .with("vote-before", said(votes.0))
            .with("vote", said(votes.1));
    }
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

fn submission(held: &Held, id: ScorecardId, scores: &Scores, criteria: &[Criterion]) -> Fact {
    let all = criteria
        .iter()
        .filter_map(|criterion| {
            let steps = scores.steps.get(&criterion.id)?;
            Some(Detail::List(vec![
                Detail::Id(criterion.id.0),
                Detail::Number(*steps),
            ]))
        })
        .collect();
    let fact = about(FactKind::ScorecardSubmitted, held, id);
    let fact = match scores.vote {
        Some(vote) => fact.with("vote", vote.as_str()),
        None => fact,
    };
    fact.with("scores", Detail::List(all))
        .saying("comment", held.nominee, scores.comment.as_str())
        .saying("strongest", held.nominee, scores.strongest.as_str())
        .saying(
            "would-have-helped",
            held.nominee,
            scores.would_have_helped.as_str(),
        )
}

fn about(kind: FactKind, held: &Held, id: ScorecardId) -> Fact {
    Fact::new(kind)
        .in_season(held.season)
        .about(id)
        .with_id("case", held.case)
        .with_id("judge", held.judge)
}
