//! What a season is judged by: criteria, the rules in each of their ways, what changed in them, and the stages.
use maud::{Markup, html};
use plaudit_domain::interest::conflicts::ConflictPolicy;
use plaudit_domain::rule_set::{
    AtTheCut, Change, Deciding, Meeting, Method, OthersScores, Reading, RuleSet, Status, TieBreak,
};
use plaudit_domain::stage::{Decides, Interview, Kind, Sift, Stages};
use plaudit_domain::text::Texts;

use super::Exhibit;
use super::samples::{rules, rules_with_stages};
use crate::shown::{changed_rules, criteria, stages};
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![
        changed(words),
        judged_by(words),
        chosen(words),
        stages_of(words),
    ]
}

fn changed(words: &Words) -> Exhibit {
    let of = || Texts::english("Own contribution");
    let each = [
        (
            "The method",
            Change::Method(Method::Mean, Method::Calibrated),
        ),
        ("The merit floor", Change::MeritFloor(60_00, 65_50)),
        ("The quorum", Change::Quorum(3, 2)),
        ("The size of the shortlist", Change::ShortlistSize(5, 6)),
        (
            "What tells equals apart",
            Change::TieBreak(
                Vec::new(),
                vec![
                    TieBreak::Criteria,
                    TieBreak::HeadToHead,
                    TieBreak::LowerBound,
                ],
            ),
        ),
        (
            "What happens at the cut",
            Change::AtTheCut(AtTheCut::Expand, AtTheCut::Lot),
        ),
        (
            "Whether judges read names",
            Change::Reading(Reading::Open, Reading::Blind),
        ),
        (
            "When judges see the others’ scores",
            Change::OthersScores(OthersScores::Never, OthersScores::AfterLock),
        ),
        (
            "How the panel decides",
            Change::Deciding(Deciding::Consensus, Deciding::Ballot),
        ),
        ("How many must meet", Change::MeetingQuorum(0, 3)),
        ("A criterion’s share", Change::Share(of(), 25_00, 33_33)),
        ("A criterion’s scale", Change::Scale(of())),
        ("A criterion’s words", Change::Words(of())),
        ("A criterion that is new", Change::Added(of())),
        ("A criterion that is gone", Change::Removed(of())),
    ];
    let exhibit = Exhibit::new(
        "changed-rules",
        "What changed in the rules",
        "Used where a later version is prepared, and on the page “How we judge”.",
    );
    each.into_iter().fold(exhibit, |exhibit, (what, change)| {
        exhibit.state(
            what,
            &html! { p { (changed_rules::in_words(words, &change)) } },
        )
    })
}

fn judged_by(words: &Words) -> Exhibit {
    let (mut draft, locked) = (rules(Status::Draft), rules(Status::Locked));
    draft.criteria.truncate(2);
    let alone = &locked.criteria[2];
    Exhibit::new(
        "criteria",
        "Criteria and rules",
        "Used on a programme’s page and beside a scorecard.",
    )
    .state(
        "A draft with points that are not described",
        &criteria::criteria(words, &draft),
    )
    .state("The rules of a draft", &criteria::rules(words, &draft))
    .state(
        "The rules once they are locked",
        &criteria::rules(words, &locked),
    )
    .state(
        "One criterion’s scale",
        &criteria::descriptors(words, alone),
    )
    .state(
        "One criterion’s share",
        &html! { p { (criteria::share(words, &locked, alone)) } },
    )
}

/// Rule sets in which little is as it usually is, and each method alone.
fn chosen(words: &Words) -> Exhibit {
    let by_lot = RuleSet {
        method: Method::Calibrated,
        at_the_cut: AtTheCut::Lot,
        lot_seed: Some("9c41d07be2".repeat(4)),
        others_scores: OthersScores::AfterOwn,
        conflicts: Some(ConflictPolicy::default()),
        meeting: Meeting {
            deciding: Deciding::Ballot,
            quorum: 3,
        },
        ..rules(Status::Locked)
    };
    let blind = RuleSet {
        method: Method::Borda,
        reading: Reading::Blind,
        at_the_cut: AtTheCut::ExtraScorecard,
        others_scores: OthersScores::AfterLock,
        ..rules(Status::Superseded)
    };
    let blind_until_interview = RuleSet {
        reading: Reading::Blind,
        ..rules_with_stages()
    };
    let exhibit = Exhibit::new(
        "rules",
        "Rules that were chosen",
        "Used on a programme’s page: what is left as it usually is goes without saying.",
    )
    .state(
        "A lot at the cut, ballots, a quorum of the meeting and a policy on interests",
        &criteria::rules(words, &by_lot),
    )
    .state(
        "Read without names, with an extra scorecard at the cut",
        &criteria::rules(words, &blind),
    )
    .state(
        "Read without names until an interview",
        &criteria::rules(words, &blind_until_interview),
    );
    Method::ALL
        .iter()
        .copied()
        .fold(exhibit, |exhibit, method| {
            let rules = RuleSet {
                method,
                ..rules(Status::Locked)
            };
            exhibit.state(
                format!("By the method {method}"),
                &criteria::rules(words, &rules),
            )
        })
}

fn stages_of(words: &Words) -> Exhibit {
    let seen = |stages: Stages| -> Markup {
        stages::rules(
            words,
            &RuleSet {
                stages,
                ..rules_with_stages()
            },
        )
    };
    let Stages { sift, interview } = rules_with_stages().stages;
    let one_pass = sift.clone().map(|sift| Sift {
        decides: Decides::AnyPass,
        ..sift
    });
    let mut carried = interview.clone().map(|interview| Interview {
        carried: 40_00,
        ..interview
    });
    // Two tables of one page have two names.
    for criterion in carried
        .iter_mut()
        .flat_map(|interview| &mut interview.criteria)
    {
        criterion.title = Texts::english("Answering what is asked");
    }
    Exhibit::new(
        "stages",
        "The stages of a season",
        "Used where a season has more than its scoring.",
    )
    .state(
        "A sift before the scoring and an interview after it",
        &seen(Stages { sift, interview }),
    )
    .state(
        "A sift alone, in which one pass is enough",
        &seen(Stages {
            sift: one_pass,
            interview: None,
        }),
    )
    .state(
        "An interview alone, to which a part of the scoring is carried",
        &seen(Stages {
            sift: None,
            interview: carried,
        }),
    )
    .state(
        "Their names",
        &html! {
            ol { @for stage in Kind::ALL { li { (stages::name(words, *stage)) } } }
        },
    )
}
