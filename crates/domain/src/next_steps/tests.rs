//! Which step comes when.

use super::*;
use crate::{season::Timetable, text::Texts};

fn season(status: Status) -> Season {
    Season {
        id: uuid::Uuid::nil().into(),
        programme: uuid::Uuid::nil().into(),
        name: "2027".into(),
        status,
        stage: crate::stage::Kind::Scoring,
        timetable: Timetable::default(),
        declaration: Texts::default(),
        claims: crate::season::ClaimsAsked::default(),
        revision: 1,
        version: 1,
    }
}

fn said(steps: &[NextStep]) -> Vec<String> {
    steps
        .iter()
        .map(|step| format!("{} {:?} {}", step.step, step.state, step.left))
        .collect()
}

#[test]
fn a_season_opens_once_everything_before_it_is_done() {
    let mut ready = Readiness {
        terms_approved: true,
        dates_complete: true,
        has_questions: true,
        has_criteria: true,
        scales_described: true,
        has_category: true,
        has_eligibility_rules: false,
        rule_set: None,
    };
    let draft = season(Status::Draft);
    let tally = Tally::default();
    let steps = next_steps(&draft, Some(&ready), &tally);
    assert_eq!(
        said(&steps),
        [
            "dates Done 0",
            "categories Done 0",
            "eligibility-rules Next 0",
            "questions Done 0",
            "criteria Done 0",
            "rules Next 0",
            "terms Done 0",
            "open Waiting 0",
        ]
    );
    assert_eq!(steps[7].waits_for, Some(WaitsFor::StepsAbove));
    ready.rule_set = Some(uuid::Uuid::nil().into());
    let steps = next_steps(&draft, Some(&ready), &tally);
    assert_eq!(
        said(&steps)[5..],
        ["rules Done 0", "terms Done 0", "open Next 0"]
    );
    assert_eq!(
        steps.iter().map(|step| step.step).collect::<Vec<_>>(),
        SETTING_UP
    );
}

#[test]
fn a_programme_without_a_season_needs_stewards_a_season_and_terms() {
    assert_eq!(
        said(&beginning(true, false)),
        ["stewards Done 0", "season Next 0", "terms Next 0"]
    );
}

#[test]
fn a_season_that_has_just_opened_can_be_made_known_and_its_panel_invited() {
    let tally = Tally {
        quorum: 3,
        invited: 4,
        accepted: 1,
        ..Tally::default()
    };
    let steps = next_steps(&season(Status::Open), None, &tally);
    let can_be_done: Vec<Step> = steps
        .iter()
        .filter(|step| step.state == State::Next)
        .map(|step| step.step)
        .collect();
    assert_eq!(can_be_done, [Step::Share, Step::Panel]);
    let waits: Vec<String> = steps
        .iter()
        .filter_map(|step| Some(format!("{} {}", step.step, step.waits_for?)))
        .collect();
    assert_eq!(
        waits,
        [
            "confirmations nominations",
            "screening nominations",
            "acceptances cases",
            "fact-checks cases",
            "eligibility cases",
            "begin-judging close",
        ]
    );
    assert_eq!(waits.len() + can_be_done.len(), steps.len());
}

#[test]
fn the_panel_is_there_once_as_many_have_accepted_as_a_case_needs_scorecards() {
    let panel = |accepted| {
        let tally = Tally {
            quorum: 3,
            invited: 1,
            accepted,
            nominations: 1,
            cases: 1,
            eligible: 1,
            ..Tally::default()
        };
        let steps = next_steps(&season(Status::Screening), None, &tally);
        let last = steps.last().expect("a step");
        (said(&steps[..1]).remove(0), last.waits_for)
    };
    assert_eq!(panel(2), ("panel Next 1".to_owned(), Some(WaitsFor::Panel)));
    assert_eq!(panel(3), ("panel Done 0".to_owned(), None));
}

#[test]
fn after_the_close_interests_are_declared_and_ruled_on_and_nobody_is_chased() {
    let mut tally = Tally {
        nominations: 2,
        unconfirmed: 1,
        cases: 2,
        forming: 1,
        eligible: 1,
        has_sheets: true,
        sheets: 2,
        own_sheets: 1,
        rulings: 1,
        ..Tally::default()
    };
    let steps = |tally: &Tally| said(&next_steps(&season(Status::Screening), None, tally));
    let all = steps(&tally);
    assert_eq!(
        all,
        [
            "panel Done 0",
            "confirmations Done 1",
            "screening Done 0",
            "own-sheets Next 1",
            "acceptances Done 0",
            "fact-checks Done 0",
            "eligibility Next 1",
            "sheets Next 2",
            "rulings Next 1",
            "begin-judging Waiting 1",
        ]
    );
    // Whoever reads without names has no sheet of them.
    tally.has_sheets = false;
    tally.rulings = 0;
    let blind = steps(&tally);
    assert!(!blind.iter().any(|step| step.starts_with("sheets")));
    assert_eq!(blind.len(), all.len() - 2);
}

#[test]
fn what_judges_asked_is_a_step_only_while_something_waits() {
    for status in [Status::Judging, Status::Deliberation] {
        let enquiries = |enquiries| {
            let tally = Tally {
                enquiries,
                ..Tally::default()
            };
            let steps = said(&next_steps(&season(status), None, &tally));
            steps.into_iter().find(|step| step.starts_with("enquiries"))
        };
        assert_eq!(enquiries(0), None);
        assert_eq!(enquiries(2).as_deref(), Some("enquiries Next 2"));
    }
}

#[test]
fn judging_begins_after_the_close_when_every_case_is_ready() {
    let mut tally = Tally {
        nominations: 3,
        unconfirmed: 1,
        cases: 2,
        eligible: 2,
        not_accepted: 1,
        ..Tally::default()
    };
    let steps = next_steps(&season(Status::Screening), None, &tally);
    assert_eq!(
        said(&steps),
        [
            "panel Done 0",
            "confirmations Done 1",
            "screening Done 0",
            "own-sheets Done 0",
            "acceptances Next 1",
            "fact-checks Done 0",
            "eligibility Done 0",
            "begin-judging Waiting 2",
        ]
    );
    tally.not_accepted = 0;
    let last = |status| {
        let steps = next_steps(&season(status), None, &tally);
        steps.last().expect("a step").state
    };
    assert_eq!(last(Status::Screening), State::Next);
    assert_eq!(last(Status::Open), State::Waiting);
}

#[test]
fn the_shortlist_comes_when_a_case_has_its_scorecards() {
    let tally = |below_quorum| Tally {
        in_judging: 2,
        judges: 3,
        below_quorum,
        ..Tally::default()
    };
    let shortlist = |below| {
        let steps = next_steps(&season(Status::Judging), None, &tally(below));
        steps[3].state
    };
    assert_eq!(shortlist(2), State::Waiting);
    assert_eq!(shortlist(1), State::Next);
}

#[test]
fn the_shortlist_is_made_once_nobody_waits() {
    let shortlist = |in_judging, put_forward| {
        let tally = Tally {
            in_judging,
            put_forward,
            below_quorum: in_judging,
            ..Tally::default()
        };
        next_steps(&season(Status::Judging), None, &tally)[3].state
    };
    assert_eq!(shortlist(1, 2), State::Next);
    assert_eq!(shortlist(0, 2), State::Done);
    assert_eq!(shortlist(0, 0), State::Waiting);
}

#[test]
fn a_panel_that_puts_nobody_forward_is_led_on_to_its_meeting() {
    let tally = Tally {
        left_out: 3,
        judges: 3,
        ..Tally::default()
    };
    let steps = next_steps(&season(Status::Judging), None, &tally);
    assert_eq!(
        said(&steps[2..]),
        [
            "quorum Done 0",
            "shortlist Done 0",
            "begin-deliberation Next 0"
        ]
    );
    let tally = Tally {
        in_judging: 1,
        ..tally
    };
    let steps = next_steps(&season(Status::Judging), None, &tally);
    assert_eq!(
        said(&steps[3..]),
        ["shortlist Next 1", "begin-deliberation Waiting 0"]
    );
}

#[test]
fn the_panel_meets_once_finalists_stand_and_no_interest_waits() {
    let mut tally = Tally {
        put_forward: 2,
        rulings: 1,
        ..Tally::default()
    };
    let last = |tally: &Tally| {
        let steps = next_steps(&season(Status::Judging), None, tally);
        said(&steps[3..])
    };
    assert_eq!(
        last(&tally),
        ["shortlist Done 0", "begin-deliberation Waiting 0"]
    );
    tally.rulings = 0;
    assert_eq!(last(&tally)[1], "begin-deliberation Next 0");
}

#[test]
fn the_meeting_ends_when_every_finalist_has_a_result_and_leads_to_the_announcement() {
    let steps = |status, unsettled| {
        let tally = Tally {
            unsettled,
            put_forward: unsettled,
            settled: 2 - unsettled,
            ..Tally::default()
        };
        said(&next_steps(&season(status), None, &tally))
    };
    assert_eq!(
        steps(Status::Deliberation, 1)[1..],
        [
            "shortlist Done 0",
            "outcome Next 1",
            "decide Waiting 0",
            "announce Waiting 0"
        ]
    );
    assert_eq!(
        steps(Status::Deliberation, 0)[2..],
        ["outcome Done 0", "decide Next 0", "announce Waiting 0"]
    );
    assert_eq!(
        steps(Status::Decided, 0),
        ["outcome Done 0", "decide Done 0", "announce Next 0"]
    );
    assert_eq!(
        steps(Status::Announced, 0),
        ["announce Done 0", "archive Next 0"]
    );
}

#[test]
fn a_season_that_is_over_asks_for_nothing() {
    for status in [Status::Archived, Status::Cancelled] {
        assert_eq!(next_steps(&season(status), None, &Tally::default()), []);
    }
}

#[test]
fn a_sift_ends_with_the_list_of_who_goes_on_and_not_with_a_shortlist() {
    let sift = Season {
        stage: crate::stage::Kind::Sift,
        ..season(Status::Judging)
    };
    let mut tally = Tally {
        cases: 2,
        in_judging: 2,
        judges: 2,
        below_quorum: 1,
        ..Tally::default()
    };
    let steps = |tally: &Tally| said(&next_steps(&sift, None, tally));
    assert_eq!(
        steps(&tally),
        [
            "rulings Done 0",
            "judges Done 0",
            "quorum Next 1",
            "next-stage Waiting 0"
        ]
    );
    tally.below_quorum = 0;
    assert_eq!(steps(&tally)[2..], ["quorum Done 0", "next-stage Next 0"]);
}
