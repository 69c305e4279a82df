//! Who judges what, in small panels that can be checked by eye.

use super::{change::choices, *};

fn case(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(number))
}

fn judge(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(1_000 + number))
}

/// So many cases, each of an organisation of its own, and so many judges of one each.
fn instance(cases: u128, judges: u128) -> Instance {
    Instance {
        cases: (1..=cases)
            .map(|number| PlanCase {
                id: case(number),
                organisation: Some(format!("Council {number}")),
                done_elsewhere: 0,
            })
            .collect(),
        judges: (1..=judges)
            .map(|number| PlanJudge {
                id: judge(number),
                least: None,
                most: None,
                organisation: Some(format!("University {number}")),
            })
            .collect(),
        ..Instance::default()
    }
}

fn two_each() -> Options {
    Options {
        reviews: 2,
        most: 4,
        chance: 0,
        ..Options::default()
    }
}

#[test]
fn every_case_has_its_readings_and_nobody_more_than_their_most() {
    let plan = instance(6, 4);
    let found = plan.solve(&two_each()).expect("a plan");
    let figures = plan.figures(&found.pairs);
    assert_eq!((figures.reviews, figures.parts, found.gap), (12, 1, 0));
    assert_eq!((figures.least, figures.most), (3, 3), "spread evenly");
    for one in &plan.cases {
        let readers = found.pairs.iter().filter(|(of, _)| *of == one.id).count();
        assert_eq!(readers, 2);
    }
}

#[test]
fn colleagues_the_recused_and_the_barred_read_nothing_of_it() {
    let mut plan = instance(2, 4);
    plan.judges[0].organisation = Some(" council  1".to_owned());
    plan.bars.insert((case(1), judge(2)), Bar::Interest);
    let found = plan.solve(&two_each()).expect("a plan");
    let readers: Vec<_> = found
        .pairs
        .iter()
        .filter(|(of, _)| *of == case(1))
        .map(|(_, judge)| *judge)
        .collect();
    assert_eq!(readers, [judge(3), judge(4)]);
    assert_eq!(
        plan.bar(&plan.cases[0], &plan.judges[0]),
        Some(Bar::Organisation)
    );
}

#[test]
fn loads_are_as_even_as_the_judges_own_bounds_and_conflicts_allow() {
    let mut plan = instance(7, 4);
    plan.judges[0].most = Some(1);
    plan.judges[1].least = Some(6);
    let loads = |plan: &Instance| {
        let options = Options {
            most: 9,
            ..two_each()
        };
        let found = plan.solve(&options).expect("a plan");
        plan.loads(&found.pairs).into_values().collect::<Vec<_>>()
    };
    assert_eq!(loads(&plan).iter().sum::<u32>(), 14);
    assert_eq!(loads(&plan)[..2], [1, 6]);
    assert!(loads(&plan)[2..].iter().all(|load| (3..=4).contains(load)));
    // Whoever may read one case alone is no reason to give up.
    for number in 2..=7 {
        plan.bars.insert((case(number), judge(4)), Bar::Interest);
    }
    assert_eq!(loads(&plan).iter().sum::<u32>(), 14);
}

#[test]
fn the_best_match_is_found_and_chance_is_the_seeds() {
    let mut plan = instance(2, 4);
    for (of, by) in [(1, 4), (1, 3), (2, 1), (2, 2)] {
        plan.matches.insert((case(of), judge(by)), (80, true));
    }
    let found = plan.solve(&two_each()).expect("a plan");
    // Judges with one case each link nothing, whoever has which.
    let figures = plan.figures(&found.pairs);
    assert_eq!(
        (figures.total_match, figures.worst_match, figures.parts),
        (4 * 80, Some(80), 2)
    );
    assert_eq!(found.gap, 0);
    let again = plan.solve(&two_each()).expect("a plan");
    assert_eq!(found, again);
}

#[test]
fn what_is_begun_stays_whatever_stands_against_it_and_what_is_published_if_it_is_wished() {
    let mut plan = instance(3, 4);
    plan.judges[0].organisation = Some("Council 1".to_owned());
    plan.held.insert((case(1), judge(1)), Hold::Begun);
    plan.held.insert((case(2), judge(1)), Hold::Published);
    plan.held.insert((case(3), judge(1)), Hold::Proposed);
    let anew = Options {
        keeps_published: false,
        ..two_each()
    };
    assert_eq!(plan.staying(&anew), BTreeSet::from([(case(1), judge(1))]));
    let kept = plan.staying(&two_each());
    assert_eq!(
        kept,
        BTreeSet::from([(case(1), judge(1)), (case(2), judge(1))])
    );
    let found = plan.solve(&two_each()).expect("a plan");
    assert!(kept.is_subset(&found.pairs));
    assert_eq!(found.pairs.len(), 6);
}

#[test]
fn a_case_scored_by_somebody_who_left_needs_one_reading_less() {
    let mut plan = instance(1, 3);
    plan.cases[0].done_elsewhere = 1;
    let found = plan.solve(&two_each()).expect("a plan");
    assert_eq!(found.pairs.len(), 1);
}

#[test]
fn what_cannot_be_is_explained_by_cases_judges_and_conflicts() {
    let mut plan = instance(2, 2);
    plan.bars.insert((case(1), judge(1)), Bar::Interest);
    let found = plan.solve(&two_each()).expect_err("no plan");
    assert_eq!(found.because, Because::LoadsAndConflicts);
    assert_eq!(found.short, [(case(1), 1)]);
    assert_eq!(found.conflicts, [(case(1), judge(1))]);
    assert_eq!((found.needed, found.offered), (4, 8));
    // The other judge reads it already, so nobody is merely full.
    assert_eq!((found.judges, found.already), (vec![], vec![judge(2)]));
}

#[test]
fn judges_who_must_read_more_than_they_may_are_named_with_the_cases_that_are_left_to_them() {
    let mut plan = instance(3, 3);
    for number in [2, 3] {
        plan.bars.insert((case(number), judge(1)), Bar::Interest);
    }
    plan.judges[0].least = Some(2);
    let found = plan.solve(&two_each()).expect_err("no plan");
    assert_eq!(found.because, Because::LoadsAndConflicts);
    assert_eq!((found.short, found.idle), (vec![], vec![(judge(1), 1)]));
    assert_eq!((found.bound, found.cases), (vec![judge(1)], vec![case(1)]));
    let conflicts = vec![(case(2), judge(1)), (case(3), judge(1))];
    assert_eq!((found.conflicts, found.least), (conflicts, 2));
}

#[test]
fn a_change_says_what_it_costs_and_what_could_come_back_for_it() {
    let mut plan = instance(2, 3);
    plan.matches.insert((case(1), judge(1)), (50, false));
    plan.matches.insert((case(1), judge(2)), (90, false));
    plan.matches.insert((case(2), judge(2)), (30, false));
    plan.judges[1].most = Some(1);
    plan.bars.insert((case(1), judge(3)), Bar::Interest);
    let pairs = BTreeSet::from([(case(1), judge(1)), (case(2), judge(2))]);
    let found = choices(&plan, &two_each(), &pairs, &plan.cases[0], Some(judge(1)));
    assert_eq!(found.len(), 1, "whoever is barred is not offered");
    let choice = found[0];
    assert_eq!((choice.judge, choice.difference), (judge(2), 40));
    assert_eq!((choice.load, choice.most, choice.is_full), (1, 1, true));
    let back = choice.exchange.expect("an exchange");
    assert_eq!((back.case, back.difference), (case(2), 40 - 30));
}
