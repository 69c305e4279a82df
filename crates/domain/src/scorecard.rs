//! Scorecards: one judge's scores and comments for one case.

use std::collections::BTreeMap;

use crate::{
    criterion::Criterion,
    ids::CriterionId,
    refusal::Refusal,
    stage::{self, Vote},
    standing, text,
};

/// The most words of a comment for the panel.
pub const COMMENT_LIMIT: usize = 500;
/// The most words of each box for the nominee.
pub const FEEDBACK_LIMIT: usize = 120;
/// The most characters of a comment for the panel, even in a draft.
pub const COMMENT_CHARACTERS: usize = 5_000;
/// The most characters of each box for the nominee, even in a draft.
pub const FEEDBACK_CHARACTERS: usize = 1_500;

/// The most characters of why a judge abstains, and of a question to the secretary or its answer.
pub const NOTE_CHARACTERS: usize = 2_000;

/// What a judge has put on a scorecard so far; a half-filled one is fine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// Steps from the lowest point, by criterion.
    pub steps: BTreeMap<CriterionId, i64>,
    /// What it says of the case in a sift; none in any other stage.
    pub vote: Option<Vote>,
    /// For the panel; the nominee may be able to see it.
    pub comment: String,
    /// For the nominee: what was strongest.
    pub strongest: String,
    /// For the nominee: what would have helped.
    pub would_have_helped: String,
}

impl Scores {
    /// Whether every criterion has a score, else how many have none.
    pub fn complete(&self, criteria: &[Criterion]) -> Result<(), Refusal> {
        let missing = criteria
            .iter()
            .filter(|criterion| !self.steps.contains_key(&criterion.id))
            .count();
        if missing == 0 {
            Ok(())
        } else {
            Err(Refusal::ScoresMissing { missing })
        }
    }

    /// Whether all is there that this stage asks for, and nothing that it does not.
    pub fn complete_in(&self, stage: stage::Kind, criteria: &[Criterion]) -> Result<(), Refusal> {
        match (stage, self.vote) {
            (stage::Kind::Sift, vote) => stage::complete_vote(vote, &self.comment),
            (_, Some(_)) => Err(Refusal::OffScale),
            (_, None) => self.complete(criteria),
        }
    }

    /// Whether every score is a point of the scale of a criterion that is there.
    pub fn on_scale(&self, criteria: &[Criterion]) -> Result<(), Refusal> {
        let fits = |(id, steps): (&CriterionId, &i64)| {
            (criteria.iter())
                .any(|criterion| criterion.id == *id && criterion.scale.value(*steps).is_some())
        };
        if self.steps.iter().all(fits) {
            Ok(())
        } else {
            Err(Refusal::OffScale)
        }
    }

    /// The weighted total so far in hundredths of a percent, rounded half up, once every criterion has a score.
    pub fn total(&self, criteria: &[Criterion]) -> Option<u32> {
        let total = standing::total(criteria, &self.steps)?;
        u32::try_from(total.hundredths()).ok()
    }

    /// Whether nothing at all has been put down.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
            && self.vote.is_none()
            && text::words(&self.comment)
                + text::words(&self.strongest)
                + text::words(&self.would_have_helped)
                == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        criterion::{Points, Scale},
        text::Texts,
    };
    use uuid::Uuid;

    fn criterion(number: u128, weight: u32, highest: i64) -> Criterion {
        Criterion {
            id: Uuid::from_u128(number).into(),
            key: format!("c{number}"),
            title: Texts::english("Criterion"),
            guidance: Texts::default(),
            weight,
            scale: Scale::new(Points(0), Points::whole(highest), Points(100)).expect("a scale"),
            descriptors: BTreeMap::new(),
        }
    }

    #[test]
    fn a_total_weighs_scales_of_different_lengths_alike() {
        let criteria = [criterion(1, 35, 5), criterion(2, 65, 10)];
        let steps = BTreeMap::from([(criteria[0].id, 4), (criteria[1].id, 5)]);
        let scores = Scores {
            steps,
            ..Scores::default()
        };
        // 35 × 4/5 + 65 × 5/10 = 60.5 per cent.
        assert_eq!(scores.total(&criteria), Some(6_050));
        assert_eq!(scores.complete(&criteria), Ok(()));
    }

    #[test]
    fn a_score_off_its_scale_or_of_another_rule_set_is_refused() {
        let criteria = [criterion(1, 35, 5)];
        let with = |id: u128, steps| Scores {
            steps: BTreeMap::from([(Uuid::from_u128(id).into(), steps)]),
            ..Scores::default()
        };
        assert_eq!(with(1, 5).on_scale(&criteria), Ok(()));
        assert_eq!(Scores::default().on_scale(&criteria), Ok(()));
        for scores in [with(1, 6), with(1, -1), with(2, 3)] {
            assert_eq!(scores.on_scale(&criteria), Err(Refusal::OffScale));
        }
    }

    #[test]
    fn a_half_filled_scorecard_has_no_total_and_says_what_is_missing() {
        let criteria = [criterion(1, 35, 5), criterion(2, 65, 10)];
        let scores = Scores {
            steps: BTreeMap::from([(criteria[0].id, 4)]),
            ..Scores::default()
        };
        assert_eq!(scores.total(&criteria), None);
        assert_eq!(
            scores.complete(&criteria),
            Err(Refusal::ScoresMissing { missing: 1 })
        );
    }
}
