//! What is told of a small season and of a larger one, and what a forger might add.

mod adversary;

use super::*;

fn case(number: i64, status: Status, scorecards: u64) -> CountedCase {
    let points = Points(100 * number);
    let score = Some(Score {
        score: points,
        mean: points,
    });
    CountedCase {
        number,
        status,
        scorecards,
        score,
    }
}

/// Two finalists of whom one won, one commended, and so many that were passed over, each scored by six of the judges.
fn season(judges: u64, passed_over: i64) -> Counted {
    let mut cases = vec![
        case(1, Status::NotAwarded, 6),
        case(2, Status::Awarded, 6),
        case(3, Status::HighlyCommended, 6),
    ];
    cases.extend((0..passed_over).map(|more| case(4 + more, Status::NotShortlisted, 6)));
    Counted {
        judges,
        recusals: 4,
        cases,
    }
}

fn scored(results: &PublicResults) -> Vec<(i64, Honour, bool)> {
    let of = |case: &PublicCase| (case.number, case.honour, case.score.is_some());
    results.cases.iter().map(of).collect()
}

#[test]
fn nought_to_four_are_told_alike_and_read_back() {
    let told: Vec<String> = (0..7).map(|count| Told::of(count).to_string()).collect();
    let fewer = "fewer than 5";
    assert_eq!(told, [fewer, fewer, fewer, fewer, fewer, "5", "6"]);
    for told in [Told::Fewer, Told::Count(3), Told::Count(37)] {
        assert_eq!(Told::parse(&told.to_string()), Some(told));
    }
    assert_eq!(Told::parse("few"), None);
}

#[test]
fn only_selected_cases_are_named_and_only_the_honoured_have_a_score() {
    let told = tell(&season(8, 5));
    assert_eq!(
        scored(&told),
        [
            (2, Honour::Awarded, true),
            (3, Honour::HighlyCommended, true),
            (1, Honour::Shortlisted, false)
        ]
    );
    let figures = PublicFigures {
        judged: 8,
        judges: 8,
        recusals: Told::Fewer,
    };
    assert_eq!(told.figures, Some(figures));
    assert_eq!(told.excess(), []);
}

#[test]
fn two_that_won_won_jointly_and_what_else_became_of_a_case_is_not_told() {
    for status in Status::ALL {
        let mut season = season(8, 5);
        season.cases[0].status = *status;
        let told = scored(&tell(&season));
        let of_it = told.iter().find(|(number, ..)| *number == 1);
        let expected = match status {
            Status::Awarded => Some(&(1, Honour::AwardedJointly, true)),
            Status::HighlyCommended => Some(&(1, Honour::HighlyCommended, true)),
            Status::NotAwarded => Some(&(1, Honour::Shortlisted, false)),
            _ => None,
        };
        assert_eq!(of_it, expected, "{status}");
    }
}

#[test]
fn few_judges_few_that_lost_or_few_scorecards_of_the_honoured_leave_all_figures_and_scores_out() {
    let is_told = |season: &Counted| {
        let told = tell(season);
        let has_score = scored(&told).iter().any(|(.., has_score)| *has_score);
        assert_eq!(told.figures.is_some(), has_score, "together or not at all");
        has_score
    };
    assert!(is_told(&season(5, 5)));
    assert!(!is_told(&season(4, 20)));
    assert!(!is_told(&season(20, 4)));
    for (case, expected) in [(0, true), (1, false), (2, false), (3, true)] {
        let mut season = season(8, 5);
        season.cases[case].scorecards = 4;
        assert_eq!(is_told(&season), expected, "case {case}");
    }
    for status in [Status::Declined, Status::Rescinded] {
        let mut season = season(8, 5);
        season.cases[3].status = status;
        assert!(!is_told(&season), "everybody knows of what was {status}");
        season.cases.push(case(9, Status::Reserve, 6));
        assert!(is_told(&season));
    }
}

#[test]
fn recusals_are_told_while_they_easily_fit_into_the_cases_that_are_not_listed() {
    let recusals = |recusals| {
        let counted = Counted {
            recusals,
            ..season(8, 5)
        };
        tell(&counted).figures.map(|figures| figures.recusals)
    };
    assert_eq!(recusals(4), Some(Told::Fewer));
    assert_eq!(recusals(5), Some(Told::Count(5)));
    assert_eq!(recusals(20), Some(Told::Count(20)));
    assert_eq!(recusals(21), None);
}

/// Case A: (35 scorecards + 5 recusals) / 5 judges − 4 that are listed = 4 that lost. Case B: with 6 judges, 49 scorecards are of nine
/// cases at least, and to leave out how many there were said that they are nine at most.
#[test]
fn what_was_once_worked_out_of_two_figures_is_told_by_none() {
    let of = |listed: i64, judges: u64, recusals: u64, scorecards: &[u64]| {
        let cases = (1..).zip(scorecards).map(|(number, scorecards)| {
            let status = if number <= listed {
                Status::NotAwarded
            } else {
                Status::NotShortlisted
            };
            case(number, status, *scorecards)
        });
        tell(&Counted {
            judges,
            recusals,
            cases: cases.collect(),
        })
    };
    assert_eq!(of(4, 5, 5, &[5, 5, 5, 5, 4, 4, 4, 3]).figures, None);
    assert_eq!(of(5, 6, 0, &[6, 6, 6, 6, 5, 5, 5, 5, 5]).figures, None);
}

#[test]
fn whatever_tells_too_much_is_found() {
    let sound = tell(&season(8, 5));
    let found = |change: &dyn Fn(&mut PublicResults, &mut PublicFigures)| {
        let mut forged = sound.clone();
        let mut figures = sound.figures.expect("they are told");
        change(&mut forged, &mut figures);
        forged.figures = forged.figures.and(Some(figures));
        forged.excess()
    };
    assert_eq!(found(&|_, told| told.judged = 7), [Excess::Judged]);
    assert_eq!(found(&|_, told| told.judges = 4), [Excess::Judges]);
    for count in [0, 4, 21] {
        let recusals = Told::Count(count);
        assert_eq!(
            found(&|_, told| told.recusals = recusals),
            [Excess::Recusals]
        );
    }
    let score = sound.cases[0].score;
    assert_eq!(
        found(&|told, _| told.cases[2].score = score),
        [Excess::Score(1)]
    );
    assert_eq!(
        found(&|told, _| told.cases[1].score = None),
        [Excess::NoScore(3)]
    );
    assert_eq!(
        found(&|told, _| told.figures = None),
        [Excess::Score(2), Excess::Score(3)]
    );
}

#[test]
fn the_public_sees_nothing_before_the_announcement() {
    use season::Status::{Announced, Archived};
    let seen: Vec<_> = (season::Status::ALL.iter())
        .filter(|status| is_seen(**status))
        .collect();
    assert_eq!(seen, [&Announced, &Archived]);
}
