//! What the other judges of a case gave, for a judge whose own scorecard the rule set lets see it. Nobody is named.

use std::collections::BTreeMap;

use plaudit_domain::{
    assignment,
    ids::CriterionId,
    rule_set::RuleSet,
    standing::{self, Figure},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    StoreError,
    assignments::Held,
    entities::{assignments, scorecards, scores},
};

/// Somebody else's scorecard of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherScorecard {
    /// Steps from the lowest point, by criterion.
    pub steps: BTreeMap<CriterionId, i64>,
    /// The weighted total.
    pub total: Option<Figure>,
    /// What it says to the panel.
    pub comment: String,
}

/// Those that count, the highest total first; none while this judge does not see them.
pub(super) async fn of_case(
    conn: &impl ConnectionTrait,
    held: &Held,
    rules: &RuleSet,
) -> Result<Option<Vec<OtherScorecard>>, StoreError> {
    if !rules.others_scores.are_shown(held.status) {
        return Ok(None);
    }
    let counting = assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str());
    let all = assignments::Entity::find()
        .filter(assignments::Column::CaseId.eq(held.case.0))
        .filter(assignments::Column::Status.is_in(counting))
        .all(conn)
        .await?;
    let stage = all
        .iter()
        .find(|row| row.id == held.id.0)
        .map(|row| row.stage_id);
    let of_others = all
        .iter()
        .filter(|row| row.id != held.id.0 && Some(row.stage_id) == stage)
        .map(|row| row.id);
    let cards = scorecards::Entity::find()
        .filter(scorecards::Column::AssignmentId.is_in(of_others))
        .all(conn)
        .await?;
    let mut steps: BTreeMap<Uuid, BTreeMap<CriterionId, i64>> = BTreeMap::new();
    for score in scores::Entity::find()
        .filter(scores::Column::ScorecardId.is_in(cards.iter().map(|card| card.id)))
        .all(conn)
        .await?
    {
        let given = steps.entry(score.scorecard_id).or_default();
        given.insert(score.criterion_id.into(), score.steps);
    }
    let mut others: Vec<OtherScorecard> = cards
        .into_iter()
        .map(|card| {
            let steps = steps.remove(&card.id).unwrap_or_default();
            OtherScorecard {
                total: standing::total(&rules.criteria, &steps),
                steps,
                comment: card.comment,
            }
        })
        .collect();
    // By what they say alone: an order of ids would tell who was invited first.
    others.sort_by(|one, other| {
        let key = |card: &OtherScorecard| (card.total, card.comment.clone());
        key(other).cmp(&key(one))
    });
    Ok(Some(others))
}
