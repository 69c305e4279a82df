//! Every capability against every status that it depends on, as one table: a changed permission is a changed table in
//! review.

mod answers;

use super::*;
use crate::rule_set;
use answers::{
    Capability, SEASONS, of_acceptance, of_interest, of_scorecard, of_shortlist, one, times,
};

fn capabilities() -> Vec<Capability> {
    let instant = |text: &str| text.parse::<Timestamp>().expect("an instant");
    let timetable = Timetable {
        opens_at: Some(instant("2027-01-11T09:00:00Z")),
        closes_at: Some(instant("2027-03-04T12:00:00Z")),
        ..Timetable::default()
    };
    let in_time = instant("2027-03-04T12:00:00Z");
    let before_the_close = instant("2027-03-01T12:00:00Z");
    let after_the_close = instant("2027-03-05T12:00:00Z");
    let later = Timetable {
        closes_at: Some(instant("2027-03-11T12:00:00Z")),
        ..timetable
    };
    let capability = |name, who, of, answers| Capability {
        name,
        who,
        of,
        answers,
    };
    vec![
        capability(
            "may_nominate",
            "nominator, in time",
            "season",
            one(SEASONS, |season| may_nominate(season, &timetable, in_time)),
        ),
        capability(
            "may_amend",
            "nominator, in time",
            "season/nomination",
            times(SEASONS, |season| {
                one(nomination::Status::ALL, |status| {
                    may_amend(status, season, &timetable, in_time)
                })
            }),
        ),
        capability(
            "may_withdraw_as_nominator",
            "nominator",
            "season",
            one(SEASONS, may_withdraw_as_nominator),
        ),
        capability(
            "may_change_questions",
            "administrator",
            "season",
            one(SEASONS, may_change_questions),
        ),
        capability(
            "may_change_panel",
            "administrator",
            "season",
            one(SEASONS, may_change_panel),
        ),
        capability(
            "may_correct_words",
            "administrator",
            "season",
            one(SEASONS, may_correct_words),
        ),
        capability(
            "may_change_dates",
            "administrator, the close put off by a week before it has come",
            "season",
            one(SEASONS, |season| {
                may_change_dates(season, &timetable, &later, before_the_close)
            }),
        ),
        capability(
            "may_extend",
            "administrator, after the close",
            "season",
            one(SEASONS, |_| may_extend(&timetable, &later, after_the_close)),
        ),
        capability(
            "may_close",
            "administrator or the clock, at the close itself",
            "season",
            one(SEASONS, |_| may_close(&timetable, in_time)),
        ),
        capability(
            "may_change_rules",
            "administrator",
            "season/rule set",
            times(SEASONS, |season| {
                one(rule_set::Status::ALL, |rules| {
                    may_change_rules(season, rules)
                })
            }),
        ),
        capability(
            "may_screen",
            "administrator",
            "season",
            one(SEASONS, may_screen),
        ),
        capability(
            "may_join",
            "administrator",
            "case",
            one(case::Status::ALL, may_join),
        ),
        capability(
            "may_record_fact_check",
            "administrator",
            "case",
            one(case::Status::ALL, may_record_fact_check),
        ),
        capability(
            "may_change_referees",
            "administrator",
            "season/case",
            times(SEASONS, |season| {
                one(case::Status::ALL, |case| may_change_referees(season, case))
            }),
        ),
        capability(
            "may_export",
            "somebody with this role",
            "role/export",
            times(Role::ALL, |role| {
                one(Export::ALL, |export| may_export(role, export))
            }),
        ),
        capability(
            "has_file",
            "whoever may export it",
            "season/export",
            times(SEASONS, |season| {
                one(Export::ALL, |export| has_file(season, export))
            }),
        ),
        capability(
            "may_see_diagnostics",
            "chair, deputy",
            "season",
            one(SEASONS, may_see_diagnostics),
        ),
        capability(
            "may_package",
            "administrator",
            "season",
            one(SEASONS, may_package),
        ),
        capability(
            "may_publish_results",
            "administrator; the resolution is not signed",
            "season",
            one(SEASONS, |season| may_publish_results(season, false)),
        ),
        capability(
            "may_publish_results",
            "administrator; the resolution is signed",
            "season",
            one(SEASONS, |season| may_publish_results(season, true)),
        ),
        capability(
            "may_record_acceptance",
            "nominee, administrator; the shortlist is set",
            "acceptance/event",
            of_acceptance(true),
        ),
        capability(
            "may_record_acceptance",
            "nominee, administrator; the shortlist is not set",
            "acceptance/event",
            of_acceptance(false),
        ),
        capability(
            "may_begin_judging",
            "administrator",
            "season/case/acceptance/fact check",
            times(SEASONS, |season| {
                times(case::Status::ALL, |case| {
                    times(acceptance::Status::ALL, |acceptance| {
                        one(fact_check::Status::ALL, |check| {
                            may_begin_judging(season, case, acceptance, check)
                        })
                    })
                })
            }),
        ),
        capability(
            "may_read_case",
            "judge",
            "interest",
            one(interest::Status::ALL, may_read_case),
        ),
        capability(
            "may_declare",
            "judge",
            "season/interest/event",
            of_interest(may_declare),
        ),
        capability(
            "may_answer_sheet",
            "judge, administrator",
            "season",
            one(SEASONS, may_answer_sheet),
        ),
        capability(
            "may_rule",
            "administrator",
            "season/interest/event",
            of_interest(may_rule),
        ),
        capability(
            "may_score",
            "judge",
            "season/interest/assignment",
            of_scorecard(may_score),
        ),
        capability(
            "may_reopen",
            "judge",
            "season/interest/assignment",
            of_scorecard(may_reopen),
        ),
        capability(
            "may_reopen_for",
            "chair, deputy",
            "season/assignment",
            times(SEASONS, |season| {
                one(assignment::Status::ALL, |status| {
                    may_reopen_for(season, status)
                })
            }),
        ),
        capability(
            "may_abstain",
            "judge",
            "season/interest/assignment",
            of_scorecard(may_abstain),
        ),
        capability(
            "may_enquire",
            "judge",
            "season/interest",
            times(SEASONS, |season| {
                one(interest::Status::ALL, |interest| {
                    may_enquire(season, interest)
                })
            }),
        ),
        capability(
            "may_answer_enquiry",
            "administrator",
            "season",
            one(SEASONS, may_answer_enquiry),
        ),
        capability(
            "may_write_practice",
            "administrator",
            "season",
            one(SEASONS, may_write_practice),
        ),
        capability(
            "may_shortlist",
            "administrator; quorum and merit floor reached",
            "season/case",
            of_shortlist(true),
        ),
        capability(
            "may_shortlist",
            "administrator; quorum not reached",
            "season/case",
            times(SEASONS, |season| {
                one(case::Status::ALL, |case| {
                    may_shortlist(season, case, 2, 3, true)
                })
            }),
        ),
        capability(
            "may_shortlist",
            "administrator; merit floor not reached",
            "season/case",
            of_shortlist(false),
        ),
        capability(
            "may_shortlist_in",
            "administrator",
            "season",
            one(SEASONS, may_shortlist_in),
        ),
        capability(
            "may_resolve_in",
            "administrator",
            "season",
            one(SEASONS, may_resolve_in),
        ),
        capability(
            "may_resolve",
            "administrator",
            "season/case/event",
            times(SEASONS, |season| {
                times(case::Status::ALL, |status| {
                    one(case::Event::ALL, |event| may_resolve(season, status, event))
                })
            }),
        ),
        capability(
            "may_decide",
            "administrator",
            "finalists without a result",
            one(&[0, 1], may_decide),
        ),
        capability(
            "may_keep_meeting",
            "somebody with this role who is not out of the case",
            "role/the chair is able",
            times(Role::ALL, |role| {
                one(&[false, true], |able| may_keep_meeting(role, false, able))
            }),
        ),
        capability(
            "may_sign",
            "somebody with this role who is not out of the case, all finalists settled",
            "role/the chair is able",
            times(Role::ALL, |role| {
                one(&[false, true], |able| may_sign(role, false, able, 0))
            }),
        ),
        capability(
            "may_vote",
            "somebody with this role",
            "role/out of a rival/has read it",
            times(Role::ALL, |role| {
                times(&[false, true], |rival| {
                    one(&[false, true], |read| may_vote(role, false, rival, read))
                })
            }),
        ),
        capability(
            "may_put_forward",
            "administrator",
            "scorecards of 3 needed/reaches the merit floor",
            times(&[2, 3], |received| {
                one(&[false, true], |reaches| {
                    may_put_forward(received, 3, reaches)
                })
            }),
        ),
    ]
}

#[test]
fn who_may_do_what_and_when_is_this_table() {
    let table: Vec<String> = capabilities().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(table.join("\n"));
}

#[test]
fn no_capability_is_missing_from_the_table() {
    let source = concat!(
        include_str!("../policy.rs"),
        include_str!("deciding.rs"),
        include_str!("scoring.rs")
    );
    let named = |line: &'static str| line.strip_prefix("pub fn ")?.split(['(', '<']).next();
    let listed = capabilities();
    let missing: Vec<&str> = (source.lines().filter_map(named))
        .filter(|name| !listed.iter().any(|capability| capability.name == *name))
        .collect();
    assert!(
        missing.is_empty(),
        "add to `capabilities` in policy/table.rs: {missing:?}"
    );
}
