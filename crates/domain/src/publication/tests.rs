//! What is told of a small season and of a larger one, and what a forger might add.

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
    assert_eq!(Told::beside(30, 5), Told::Count(30));
    assert_eq!(Told::beside(30, 4), Told::LeftOut);
    assert_eq!(Told::beside(4, 40), Told::Fewer);
    for told in [Told::Fewer, Told::LeftOut, Told::Count(3), Told::Count(37)] {
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
    assert_eq!(told.scores, Scores::Told);
    assert_eq!(
        [told.judged, told.judges, told.scorecards, told.recusals],
        [Told::Count(8), Told::Count(8), Told::Count(48), Told::Fewer]
    );
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
fn few_judges_few_cases_or_few_scorecards_of_a_case_leave_scores_out() {
    let none = |told: &PublicResults| scored(told).iter().all(|(.., has_score)| !has_score);
    let told = tell(&season(4, 20));
    assert_eq!((told.scores, none(&told)), (Scores::FewJudges, true));
    let told = tell(&season(8, 1));
    assert_eq!((told.scores, none(&told)), (Scores::FewCases, true));
    let mut season = season(8, 5);
    season.cases[1].scorecards = 4;
    assert!(matches!(scored(&tell(&season))[0], (2, _, false)));
    assert!(matches!(scored(&tell(&season))[1], (3, _, true)));
    assert_eq!(tell(&season).scores, Scores::Told);
    season.cases[2].scorecards = 4;
    assert_eq!(tell(&season).scores, Scores::FewScorecards);
}

#[test]
fn no_count_under_five_can_be_worked_out_from_what_is_told() {
    for judges in 0..12 {
        for passed_over in 0..12 {
            let told = tell(&season(judges, passed_over));
            assert_eq!(told.excess(), [], "{judges} {passed_over}");
        }
    }
    // Four are not listed: how many were judged is not told.
    assert_eq!(tell(&season(8, 4)).judged, Told::LeftOut);
    // Four scorecards are missing to all: how many there are is not told.
    let mut season = season(6, 5);
    season.cases[0].scorecards = 2;
    assert_eq!(tell(&season).scorecards, Told::LeftOut);
}

#[test]
fn whatever_tells_too_much_is_found() {
    let sound = tell(&season(8, 5));
    let found = |change: &dyn Fn(&mut PublicResults)| {
        let mut forged = sound.clone();
        change(&mut forged);
        forged.excess()
    };
    assert_eq!(
        found(&|told| told.judged = Told::Count(7)),
        [Excess::Judged]
    );
    assert_eq!(
        found(&|told| told.judges = Told::Count(4)),
        [Excess::Judges, Excess::Scorecards]
    );
    assert_eq!(
        found(&|told| told.scorecards = Told::Count(60)),
        [Excess::Scorecards]
    );
    assert_eq!(
        found(&|told| told.recusals = Told::Count(0)),
        [Excess::Recusals]
    );
    let score = sound.cases[0].score;
    assert_eq!(
        found(&|told| told.cases[2].score = score),
        [Excess::Score(1)]
    );
    assert_eq!(
        found(&|told| told.scores = Scores::FewJudges),
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
