//! What exchanges make of an assignment: one part of several, and a design that compares entries better.

mod kept;

use kept::{check, plain};
use plaudit_ranking::{Demand, Load, Match, Problem, Wishes, assign};

#[test]
fn two_parts_become_one_by_an_exchange() {
    let entry = |id: &str| Demand {
        entry: id.to_owned(),
        reviews: 2,
        organisation: None,
    };
    let judge = |id: &str| Load {
        judge: id.to_owned(),
        least: 2,
        most: 2,
        organisation: None,
    };
    let mut matches = Vec::new();
    for (judge, entry) in [
        ("j", "a"),
        ("j", "b"),
        ("k", "a"),
        ("k", "b"),
        ("l", "c"),
        ("l", "d"),
        ("m", "c"),
        ("m", "d"),
    ] {
        matches.push(Match {
            judge,
            entry,
            score: 9,
            is_expert: false,
        });
    }
    let problem = Problem::new(
        ["a", "b", "c", "d"].map(entry).to_vec(),
        ["j", "k", "l", "m"].map(judge).to_vec(),
        &matches,
        &[],
        &[],
    )
    .expect("sound");
    let apart = assign(
        &problem,
        &Wishes {
            is_connected: false,
            ..plain()
        },
    )
    .expect("feasible");
    assert_eq!((apart.components, apart.total_match), (2, 72));
    let joined = assign(&problem, &plain()).expect("feasible");
    check(&problem, &joined);
    assert_eq!(
        (
            joined.components,
            joined.exchanges,
            joined.cost_of_exchanges
        ),
        (1, 1, 18)
    );
    assert!((joined.bridging_share(&[0, 0, 1, 1]) - 0.5).abs() < 1e-12);
}

#[test]
fn a_design_that_compares_badly_is_strengthened_for_a_hundredth_of_the_match_at_most() {
    // Eight groups of entries, each with two judges to whom it is dear by a little.
    let id = |letter: char, number: usize| format!("{letter}{number:02}");
    let entries: Vec<String> = (0..24).map(|number| id('e', number)).collect();
    let judges: Vec<String> = (0..16).map(|number| id('j', number)).collect();
    let mut matches = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        for (number, judge) in judges.iter().enumerate() {
            let score = 1_000 + 10 * u32::from(place % 8 == number % 8);
            matches.push(Match {
                judge,
                entry,
                score,
                is_expert: false,
            });
        }
    }
    let problem = Problem::new(
        (entries.iter())
            .map(|entry| Demand {
                entry: entry.clone(),
                reviews: 2,
                organisation: None,
            })
            .collect(),
        (judges.iter())
            .map(|judge| Load {
                judge: judge.clone(),
                least: 3,
                most: 3,
                organisation: None,
            })
            .collect(),
        &matches,
        &[],
        &[("j00", "e00")],
    )
    .expect("sound");
    let apart = Wishes {
        is_connected: false,
        ..plain()
    };
    let weak = assign(&problem, &apart).expect("there is room");
    assert_eq!(weak.strengthening, 0);
    assert!(weak.efficiency.expect("small") < 0.97, "{weak:?}");
    let wishes = Wishes {
        least_efficiency: 0.99,
        ..apart
    };
    let strong = assign(&problem, &wishes).expect("there is room");
    check(&problem, &strong);
    assert!(strong.efficiency.expect("small") >= 0.99, "{strong:?}");
    assert!(strong.strengthening > 0);
    let lost = strong.cost_of_exchanges - weak.cost_of_exchanges;
    let total = i64::try_from(weak.total_match).expect("small");
    assert!((1..=total / 100).contains(&lost), "{lost}");
    assert!(strong.pairs.contains(&(0, 0)), "what is fixed stays");
    assert!(strong.components < weak.components);
    assert_eq!(assign(&problem, &wishes), Ok(strong));
}
