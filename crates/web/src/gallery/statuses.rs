//! Where things stand, what they are called, and when they happen.
use maud::{Markup, html};
use plaudit_domain::accent::Accent;
use plaudit_domain::criterion::{Points, Scale};
use plaudit_domain::ids::{CaseId, NominationId};
use plaudit_domain::interest::conflicts::{ConflictPolicy, Effect, Ruler};
use plaudit_domain::interest::signs::{Found, Sign};
use plaudit_domain::season::{self, Timetable};
use plaudit_domain::text::Texts;
use plaudit_domain::{acceptance, assignment, case, fact_check, interest, nomination};
use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::names::Named;

use super::Exhibit;
use super::records::interest_row;
use super::samples::{LONG_NAME, at, id, zone};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::shown::accent::accent;
use crate::shown::status::{self, Shown};
use crate::shown::{
    interest as shown_interest, name, named, ruling, season as shown_season, timetable,
};
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![
        seasons(words),
        tags(
            words,
            Exhibit::new(
                "nomination-status",
                "Where a nomination stands",
                "Used in lists of nominations, and on a nomination’s own page.",
            ),
            nomination::Status::ALL,
        ),
        tags(
            words,
            Exhibit::new(
                "case-status",
                "Where a case stands",
                "Used in lists of cases, and on a case’s own page.",
            ),
            case::Status::ALL,
        ),
        tags(
            words,
            Exhibit::new(
                "acceptance-status",
                "What a nominee answered",
                "Used on a case’s page once its nominee is told.",
            ),
            acceptance::Status::ALL,
        ),
        tags(
            words,
            Exhibit::new(
                "fact-check-status",
                "Where a fact check stands",
                "Used on a case’s page while somebody at the nominee’s body is asked.",
            ),
            fact_check::Status::ALL,
        ),
        tags(
            words,
            Exhibit::new(
                "assignment-status",
                "How far a judge has come",
                "Used where an administrator sees each judge’s cases.",
            ),
            assignment::Status::ALL,
        ),
        tags(
            words,
            Exhibit::new(
                "letter-status",
                "Whether a letter is out",
                "Used in the outbox.",
            ),
            LetterStatus::ALL,
        ),
        interests(words),
        names(words),
        named_things(words),
        timetables(words),
        accents(words),
    ]
}

fn seasons(words: &Words) -> Exhibit {
    let exhibit = Exhibit::new(
        "season-status",
        "Where a season stands",
        "Used wherever a season is named.",
    );
    season::Status::ALL
        .iter()
        .copied()
        .fold(exhibit, |exhibit, status| {
            let tag = shown_season::status(words, status);
            let sentence = shown_season::status_in_words(words, status);
            exhibit.state(status.as_str(), &html! { p { (tag) " " (sentence) } })
        })
}

fn tags<S: Shown>(words: &Words, exhibit: Exhibit, all: &[S]) -> Exhibit {
    all.iter().fold(exhibit, |exhibit, one| {
        let (tag, text) = (status::tag(words, *one), status::say(words, *one));
        exhibit.state(one.word(), &html! { p { (tag) " " (text) } })
    })
}

fn interests(words: &Words) -> Exhibit {
    let exhibit = Exhibit::new(
        "interests",
        "A judge’s interest in a case",
        "Used where interests are declared and ruled on.",
    );
    let exhibit = interest::Status::ALL
        .iter()
        .copied()
        .fold(exhibit, |exhibit, status| {
            let tag = shown_interest::status(words, status);
            let answer = shown_interest::answer(words, status, None);
            exhibit.state(status.as_str(), &html! { p { (tag) " " (answer) } })
        });
    let exhibit = interest::Kind::ALL
        .iter()
        .copied()
        .fold(exhibit, |exhibit, kind| {
            let text = shown_interest::kind(words, kind);
            let asked = shown_interest::kind_asked(words, kind, 3);
            exhibit.state(
                format!("Rests on: {kind}"),
                &html! { p { (text) } p { (asked) } },
            )
        });
    let exhibit = Effect::ALL
        .iter()
        .copied()
        .fold(exhibit, |exhibit, effect| {
            let text = shown_interest::effect(words, effect);
            let short = shown_interest::effect_short(words, effect);
            exhibit.state(
                format!("Leads to: {effect}"),
                &html! { p { (text) " – " (short) } },
            )
        });
    let exhibit = Sign::ALL.iter().copied().fold(exhibit, |exhibit, sign| {
        let text = shown_interest::sign(words, sign, "marrowby.example");
        exhibit.state(format!("A likeness: {sign}"), &html! { p { (text) } })
    });
    let found: Vec<Found> = (Sign::ALL.iter())
        .map(|sign| (*sign, "marrowby.example".to_owned()))
        .collect();
    let every_way = ConflictPolicy::new(
        (interest::Kind::ALL.iter().copied()).zip(Effect::ALL.iter().copied().cycle()),
        5,
        Ruler::Chair,
    );
    exhibit
        .state(
            "The policy that ships",
            &shown_interest::policy(words, &ConflictPolicy::default()),
        )
        .state(
            "The chair rules",
            &html! { p { (shown_interest::ruler(words, Ruler::Chair)) } },
        )
        .state(
            "Several likenesses",
            &html! { ul { @for sign in shown_interest::signs(words, &found) { li { (sign) } } } },
        )
        .state(
            "The policy in a few lines",
            &html! { ul { @for line in shown_interest::policy_lines(words, &every_way) { li { (line) } } } },
        )
        .state(
            "Out of the case by hand",
            &ruling::form(
                words,
                &"/gallery",
                &interest_row(5, interest::Status::None),
                (&RawForm::default(), &FieldErrors::default()),
            ),
        )
}

fn names(words: &Words) -> Exhibit {
    Exhibit::new(
        "names",
        "Names",
        "Used in sentences, so that a name turns none of them round.",
    )
    .state("One letter", &name::name("X"))
    .state("Long", &name::name(LONG_NAME))
    .state(
        "From right to left, in a sentence",
        &name::sentence(words, "nomination-of", "مريم الحسن"),
    )
}

fn named_things(words: &Words) -> Exhibit {
    let case = |nominee: Option<&str>| Named::Case(CaseId(id(1)), 12, nominee.map(str::to_owned));
    let (lowest, highest, step) = (Points::whole(0), Points::whole(5), Points::whole(1));
    let scale = Scale::new(lowest, highest, step).expect("a scale from 0 to 5");
    let things = [
        ("A person", Named::Person(LONG_NAME.to_owned())),
        ("A person who was erased", Named::Erased),
        (
            "A nomination",
            Named::Nomination(NominationId(id(1)), "ITP-2027-0042".to_owned()),
        ),
        ("A case", case(Some("Deborah Achebe"))),
        ("A case whose nominee was erased", case(None)),
        (
            "A season",
            Named::Season(Texts::english("IT-progress award"), "2027".to_owned()),
        ),
        (
            "A programme",
            Named::Programme(Texts::english("IT-progress award")),
        ),
        ("A category", Named::Category(Texts::english("One person"))),
        (
            "A criterion",
            Named::Criterion(Texts::english("Own contribution"), scale),
        ),
        ("A version of the rules", Named::RuleSet(2)),
        ("A letter", Named::Letter("nomination-receipt".to_owned())),
        (
            "A judge and a case",
            Named::JudgeAndCase(
                Box::new(Named::Person("Rosalind Pemberton".to_owned())),
                Box::new(case(Some("Deborah Achebe"))),
            ),
        ),
        ("Something that is no more", Named::Unknown),
    ];
    let exhibit = Exhibit::new(
        "named",
        "What a record names",
        "Used in histories, where a record holds an id and the page says what it is called today.",
    )
    .state(
        "A letter’s name alone",
        &html! { p { (named::letter(words, "judge-reminder")) } },
    )
    .state(
        "An erased nominee’s alone",
        &html! { p { (named::nominee_or_erased(words, None)) } },
    );
    things.into_iter().fold(exhibit, |exhibit, (state, thing)| {
        let shown: Markup =
            html! { p { (named::link(words, &thing)) " – " (named::say(words, &thing)) } };
        exhibit.state(state, &shown)
    })
}

fn timetables(words: &Words) -> Exhibit {
    let full = Timetable {
        opens_at: Some(at("2027-01-12T12:00:00Z")),
        closes_at: Some(at("2027-03-02T12:00:00Z")),
        judging_ends_at: Some(at("2027-04-29T11:00:00Z")),
        decision_at: Some(at("2027-05-20T11:00:00Z")),
        announcement_at: Some(at("2027-10-13T17:30:00Z")),
    };
    let one = Timetable {
        closes_at: full.closes_at,
        ..Timetable::default()
    };
    let seen = |timetable: &Timetable, now: &str| {
        timetable::timetable(words, timetable, None, &zone(), at(now))
    };
    let early = timetable::timetable(
        words,
        &full,
        Some(at("2027-10-13T16:45:00Z")),
        &zone(),
        at("2027-10-13T17:00:00Z"),
    );
    Exhibit::new(
        "timetables",
        "Timetables",
        "Used on a programme’s page and on a season’s, with the zone named.",
    )
    .state("Not open yet", &seen(&full, "2026-12-01T09:00:00Z"))
    .state("Open", &seen(&full, "2027-02-01T09:00:00Z"))
    .state("Over", &seen(&full, "2027-12-01T09:00:00Z"))
    .state("Announced earlier than was published", &early)
    .state("Only one date set", &seen(&one, "2027-02-01T09:00:00Z"))
    .state(
        "No date set",
        &seen(&Timetable::default(), "2027-02-01T09:00:00Z"),
    )
    .state(
        "One date in full",
        &html! { p { (timetable::moment(words, at("2027-10-13T17:30:00Z"), &zone())) } },
    )
}

fn accents(words: &Words) -> Exhibit {
    let colour = |digits: &str| Accent::parse(digits).expect("a colour that is written here");
    Exhibit::new(
        "accents",
        "A programme’s accent",
        "Used where a programme chooses its colour: what each theme makes of it.",
    )
    .state("Readable as it is", &accent(words, colour("#7a1f3d")))
    .state(
        "Made darker so that words can be read",
        &accent(words, colour("#ffd400")),
    )
}
