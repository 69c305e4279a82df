//! How a judge's own scores are spread over each criterion's scale: theirs alone, and only for them.

use std::collections::BTreeMap;

use plaudit_domain::{
    assignment,
    criterion::Criterion,
    ids::{AccountId, CriterionId, SeasonId},
};
use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    StoreError, assignments,
    entities::{assignments as rows, categories, interests, scorecards, scores},
    rule_sets,
};

/// How often a judge gave each point of a criterion, over the scorecards that are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnScores {
    /// The criterion.
    pub criterion: Criterion,
    /// How often each point was given, by steps from the lowest.
    pub given: BTreeMap<i64, u64>,
}

impl OwnScores {
    /// The mean in hundredths of a point, rounded to the nearest; none where nothing was given.
    pub fn mean(&self) -> Option<i64> {
        let count: u64 = self.given.values().sum();
        let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
        let scale = self.criterion.scale;
        let sum: i64 = self
            .given
            .iter()
            .filter_map(|(steps, times)| Some(scale.value(*steps)?.0 * i64::try_from(*times).ok()?))
            .sum();
        Some((2 * sum + count).div_euclid(2 * count))
    }
}

#[derive(FromQueryResult)]
struct Row {
    criterion_id: Uuid,
    steps: i64,
    times: i64,
}

/// What a judge gave in a season, criterion by criterion; nothing before a scorecard is in.
pub(super) async fn of(
    conn: &impl ConnectionTrait,
    judge: AccountId,
    season: SeasonId,
) -> Result<Vec<OwnScores>, StoreError> {
    use assignment::Status::{Locked, Submitted};
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .inner_join(
            scorecards::Entity,
            Expr::col((scorecards::Entity, scorecards::Column::AssignmentId))
                .equals((rows::Entity, rows::Column::Id)),
        )
        .inner_join(
            scores::Entity,
            Expr::col((scores::Entity, scores::Column::ScorecardId))
                .equals((scorecards::Entity, scorecards::Column::Id)),
        )
        .column((scores::Entity, scores::Column::CriterionId))
        .column((scores::Entity, scores::Column::Steps))
        .expr_as(
            Expr::col((scores::Entity, scores::Column::Steps)).count(),
            "times",
        )
        .and_where(Expr::col((rows::Entity, rows::Column::JudgeId)).eq(judge.0))
        .and_where(
            Expr::col((rows::Entity, rows::Column::Status))
                .is_in([Submitted, Locked].map(assignment::Status::as_str)),
        )
        .and_where(
            Expr::col((interests::Entity, interests::Column::Status))
                .ne(plaudit_domain::interest::Status::Recused.as_str()),
        )
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .group_by_col((scores::Entity, scores::Column::CriterionId))
        .group_by_col((scores::Entity, scores::Column::Steps));
    let mut given: BTreeMap<CriterionId, BTreeMap<i64, u64>> = BTreeMap::new();
    for row in conn.query_all(&select).await? {
        let row = Row::from_query_result(&row, "")?;
        let times = u64::try_from(row.times).map_err(StoreError::unreadable)?;
        given
            .entry(row.criterion_id.into())
            .or_default()
            .insert(row.steps, times);
    }
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let rules = rule_sets::in_force(conn, season).await?;
    Ok(rules
        .criteria
        .into_iter()
        .map(|criterion| OwnScores {
            given: given.remove(&criterion.id).unwrap_or_default(),
            criterion,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use plaudit_domain::{
        criterion::{Points, Scale},
        text::Texts,
    };

    use super::*;

    #[test]
    fn the_mean_is_of_values_and_not_of_steps_and_is_rounded_to_the_nearest() {
        let criterion = Criterion {
            id: Uuid::from_u128(1).into(),
            key: "progress".to_owned(),
            title: Texts::english("Progress"),
            guidance: Texts::default(),
            weight: 1,
            scale: Scale::new(Points::whole(1), Points::whole(5), Points::whole(1))
                .expect("a scale"),
            descriptors: BTreeMap::new(),
        };
        let given = |pairs: &[(i64, u64)]| OwnScores {
            criterion: criterion.clone(),
            given: pairs.iter().copied().collect(),
        };
        assert_eq!(given(&[(0, 1), (1, 2)]).mean(), Some(167));
        assert_eq!(given(&[(4, 3)]).mean(), Some(500));
        assert_eq!(given(&[]).mean(), None);
    }
}
