//! An interview whose finalists do not restart equal: the total of the scoring still counts for a part.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use plaudit_ranking::Ratio;

use super::{Figure, Place, Standing, cut};
use crate::{ids::CaseId, rule_set::RuleSet};

/// The whole, in hundredths of a percent.
const WHOLE: i128 = 10_000;
/// To what part of a point totals are compared, here as everywhere.
const BILLION: i128 = 1_000_000_000;

/// The standing of an interview in which `part` hundredths of a percent of every total come from the scoring. A case without
/// a total in the scoring has no rank; equal totals share one.
pub fn carried(scoring: &Standing, interview: Standing, rules: &RuleSet, part: u32) -> Standing {
    if part == 0 {
        return interview;
    }
    let before: BTreeMap<CaseId, i128> = scoring
        .places
        .iter()
        .filter_map(|place| Some((place.case, billionths(place.figures.as_ref()?.total))))
        .collect();
    let part = i128::from(part).min(WHOLE);
    let mut places: Vec<Place> = interview
        .places
        .into_iter()
        .map(|mut place| {
            let before = before.get(&place.case).copied();
            let Some((figures, before)) = place.figures.as_mut().zip(before) else {
                place.rank = None;
                return place;
            };
            let now = billionths(figures.total);
            let both = (part * before + (WHOLE - part) * now) / WHOLE;
            if let Some(total) = Ratio::new(both, BILLION) {
                figures.total = Figure(total);
            }
            figures.standard_error = None;
            place
        })
        .collect();
    rank(&mut places, rules);
    Standing {
        basis: interview.basis,
        places,
    }
}

/// Ranks those that had a rank by what their totals are now.
fn rank(places: &mut [Place], rules: &RuleSet) {
    let floor = i128::from(rules.merit_floor) * BILLION / 100;
    let total = |place: &Place| {
        place
            .figures
            .as_ref()
            .map(|figures| billionths(figures.total))
    };
    let ranked: Vec<i128> = places
        .iter()
        .filter(|place| place.rank.is_some())
        .filter_map(total)
        .collect();
    for place in places.iter_mut() {
        let Some(own) = total(place) else { continue };
        // By a method that only orders cases, the floor is that of the interview's own means.
        if rules.method.measures_merit() {
            place.is_below_merit_floor = own < floor;
        }
        if place.rank.is_some() {
            let better = ranked.iter().filter(|other| **other > own).count();
            place.rank = u32::try_from(better + 1).ok();
            place.is_tied = ranked.iter().filter(|other| **other == own).count() > 1;
        }
        place.is_within_cut = !place.is_below_merit_floor
            && place.rank.is_some_and(|rank| rank <= rules.shortlist_size);
        place.at_the_cut = None;
    }
    cut::fall(rules, places);
    places.sort_by_key(|place| (place.rank.is_none(), place.rank, Reverse(place.received)));
}

/// A total in billionths.
fn billionths(figure: Figure) -> i128 {
    let ratio = figure.exact();
    ratio.numerator() * BILLION / ratio.denominator()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::rule_set::Method;
    use crate::standing::{Basis, Figures, Used, tests::rules};

    fn standing(totals: &[i64]) -> Standing {
        let place = |(number, total): (u128, &i64)| {
            let figure = Figure(Ratio::whole(*total));
            Place {
                case: Uuid::from_u128(number).into(),
                rank: Some(1),
                is_tied: false,
                received: 3,
                required: 3,
                recusals: 0,
                figures: Some(Figures {
                    total: figure,
                    standard_error: None,
                    mean: figure,
                    median: figure,
                    lowest: figure,
                    highest: figure,
                    spread: None,
                    criteria: Vec::new(),
                }),
                is_below_merit_floor: false,
                is_within_cut: true,
                at_the_cut: None,
            }
        };
        Standing {
            basis: Basis {
                asked: Method::Mean,
                used: Used::Method(Method::Mean),
                notes: Vec::new(),
            },
            places: (1..).zip(totals).map(place).collect(),
        }
    }

    fn told(standing: &Standing) -> Vec<(u128, Option<u32>, i64)> {
        standing
            .places
            .iter()
            .map(|place| {
                let total = place
                    .figures
                    .as_ref()
                    .map_or(0, |figures| figures.total.hundredths());
                (place.case.0.as_u128(), place.rank, total)
            })
            .collect()
    }

    #[test]
    fn finalists_restart_equal_unless_a_part_is_carried() {
        let (scoring, interview) = (standing(&[90, 60]), standing(&[70, 80]));
        let equal = carried(&scoring, interview.clone(), &rules(), 0);
        assert_eq!(equal, interview);
        let half = carried(&scoring, interview, &rules(), 5_000);
        assert_eq!(told(&half), [(1, Some(1), 8_000), (2, Some(2), 7_000)]);
    }

    #[test]
    fn equal_totals_share_a_rank_and_the_floor_is_that_of_both_together() {
        let both = carried(
            &standing(&[50, 90, 40]),
            standing(&[90, 50, 40]),
            &rules(),
            5_000,
        );
        assert_eq!(
            told(&both),
            [
                (1, Some(1), 7_000),
                (2, Some(1), 7_000),
                (3, Some(3), 4_000)
            ]
        );
        assert!(both.places[0].is_tied && both.places[2].is_below_merit_floor);
    }
}
