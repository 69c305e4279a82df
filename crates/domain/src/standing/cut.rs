//! Where the cut falls between cases that stay tied.

use plaudit_ranking::Seed;

use super::{Place, TiedAtCut};
use crate::rule_set::{AtTheCut, RuleSet};

/// Says of each case that is tied across the cut what the rule set makes of it. All others stay as they are.
pub(super) fn fall(rules: &RuleSet, places: &mut [Place]) {
    let size = rules.shortlist_size;
    // Ranks skip as many as share one, so one rank at the most lies across the cut: the last that begins within it.
    let Some(rank) = places
        .iter()
        .filter(|place| place.is_within_cut)
        .filter_map(|place| place.rank)
        .max()
    else {
        return;
    };
    let mut group: Vec<&mut Place> = places
        .iter_mut()
        .filter(|place| place.is_within_cut && place.rank == Some(rank))
        .collect();
    let left = size.saturating_sub(rank - 1);
    if u32::try_from(group.len()).is_ok_and(|tied| tied <= left) {
        return;
    }
    if rules.at_the_cut == AtTheCut::Lot {
        let seed = Seed::new(rules.lot_seed.clone().unwrap_or_default());
        group.sort_by_key(|place| seed.lot(&place.case.to_string()));
    }
    for (drawn, place) in (1..).zip(group) {
        let (is_within, became) = match rules.at_the_cut {
            AtTheCut::Expand => (true, TiedAtCut::AllWithin),
            AtTheCut::ExtraScorecard => (false, TiedAtCut::WaitsForScorecard),
            AtTheCut::Lot => (drawn <= left, TiedAtCut::Drawn(drawn)),
        };
        place.is_within_cut = is_within;
        place.at_the_cut = Some(became);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::*;
    use crate::{
        criterion::{Criterion, Points, Scale},
        ids::CaseId,
        rule_set::{Method, OthersScores, Reading, Status},
        standing::{Judged, stand},
        text::Texts,
    };

    fn rules(at_the_cut: AtTheCut, size: u32) -> RuleSet {
        RuleSet {
            id: Uuid::nil().into(),
            number: 1,
            status: Status::Locked,
            method: Method::Mean,
            merit_floor: 0,
            quorum: 1,
            shortlist_size: size,
            tie_break: Vec::new(),
            stages: crate::stage::Stages::default(),
            at_the_cut,
            lot_seed: Some("lots".to_owned()),
            reading: Reading::default(),
            others_scores: OthersScores::default(),
            meeting: crate::rule_set::Meeting::default(),
            conflicts: None,
            criteria: vec![Criterion {
                id: Uuid::from_u128(1).into(),
                key: "merit".to_owned(),
                title: Texts::english("Merit"),
                guidance: Texts::default(),
                weight: 1,
                scale: Scale::new(Points::whole(0), Points::whole(5), Points::whole(1))
                    .expect("a scale"),
                descriptors: BTreeMap::new(),
            }],
            digest: None,
        }
    }

    /// The case's number, whether it is within the cut, and what became of it there.
    type Fallen = (u128, bool, Option<TiedAtCut>);

    /// One case with 5 points, three with 4, and one with 3: each a number with its points.
    fn fallen(at_the_cut: AtTheCut, size: u32) -> Vec<Fallen> {
        let judged = |number: u128, steps: i64| Judged {
            case: CaseId(Uuid::from_u128(number)),
            scorecards: BTreeMap::from([(
                Uuid::from_u128(90).into(),
                BTreeMap::from([(Uuid::from_u128(1).into(), steps)]),
            )]),
            recusals: 0,
        };
        let cases =
            [(1, 5), (2, 4), (3, 4), (4, 4), (5, 3)].map(|(number, steps)| judged(number, steps));
        let standing = stand(&rules(at_the_cut, size), &cases).expect("it stands");
        let mut found: Vec<Fallen> = (standing.places.iter())
            .map(|place| {
                (
                    place.case.0.as_u128(),
                    place.is_within_cut,
                    place.at_the_cut,
                )
            })
            .collect();
        found.sort_unstable_by_key(|(number, ..)| *number);
        found
    }

    #[test]
    fn all_who_are_tied_at_the_cut_are_within_where_the_rule_set_says_so() {
        use TiedAtCut::AllWithin;
        let tied = |number| (number, true, Some(AllWithin));
        assert_eq!(
            fallen(AtTheCut::Expand, 2),
            [(1, true, None), tied(2), tied(3), tied(4), (5, false, None)]
        );
    }

    #[test]
    fn none_of_them_is_where_one_more_scorecard_is_to_tell_them_apart() {
        use TiedAtCut::WaitsForScorecard;
        let tied = |number| (number, false, Some(WaitsForScorecard));
        assert_eq!(
            fallen(AtTheCut::ExtraScorecard, 2),
            [(1, true, None), tied(2), tied(3), tied(4), (5, false, None)]
        );
    }

    #[test]
    fn a_lot_fills_the_places_that_are_left_and_is_the_same_each_time() {
        let found = fallen(AtTheCut::Lot, 3);
        assert_eq!(found, fallen(AtTheCut::Lot, 3));
        assert_eq!(found[0], (1, true, None));
        assert_eq!(found[4], (5, false, None));
        // By the lowest SHA-256 of "lots" and the id, as another program computes it.
        let drawn = |number: u128, place| (number, place <= 2, Some(TiedAtCut::Drawn(place)));
        for (place, number) in (1..).zip([3, 4, 2]) {
            assert!(found.contains(&drawn(number, place)), "{number}");
        }
    }

    #[test]
    fn where_the_cut_falls_between_ranks_nothing_is_drawn() {
        let within = |at_the_cut, size| -> Vec<bool> {
            let found = fallen(at_the_cut, size);
            assert!(found.iter().all(|(.., became)| became.is_none()));
            found.iter().map(|(_, is_within, _)| *is_within).collect()
        };
        for rule in [AtTheCut::Expand, AtTheCut::ExtraScorecard, AtTheCut::Lot] {
            assert_eq!(within(rule, 1), [true, false, false, false, false]);
            assert_eq!(within(rule, 4), [true, true, true, true, false]);
            assert_eq!(within(rule, 9), [true; 5]);
        }
    }
}
