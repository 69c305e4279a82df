//! What is read: headings, notices, tags, panels and people's texts.
use maud::html;

use super::Exhibit;
use crate::shown::mark::{grounds, no_mark};
use crate::ui::button::{Look, PostButton, link_button};
use crate::ui::details::{details, details_open};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::mark::{Picture, beside_name, light, mark};
use crate::ui::notice::{Notice, aside};
use crate::ui::panel::panel;
use crate::ui::progress::progress;
use crate::ui::prose::{as_typed, prose};
use crate::ui::status_tag::status_tag;
use crate::ui::timeline::{Milestone, Timeline, When};
use crate::ui::tone::Tone;
use crate::words::Words;

pub(super) const MARKDOWN: &str = "# For one person\n\nwhose own work has brought **significant progress** in how a council uses information technology. It need not be *large*, *new* or *technical*.\n\n- Free to enter\n- Ten minutes to nominate\n\n> Judged against the starting point and the means at hand.\n\n[Read the rules](https://award.example/rules) before you begin.\n\n| Criterion | Weight |\n|---|---|\n| Progress | 35% |\n| Own contribution | 25% |";
const TYPED: &str = "Before March, every planning letter was typed from a paper file.\n\nNow 14 parishes look up their own applications <instantly> & nobody rings twice.\n— شكرا, and 👏 from the whole team";
const UNBROKEN: &str = "https://council.example/planning/applications/2027/a-very-long-address-that-nobody-would-type-and-that-has-no-place-to-break-it-in-two";
const CLOSE: &str = "Nominations close at noon on Tuesday 2 March 2027 (Europe/London time, GMT).";

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    vec![
        headings(),
        Exhibit::new("links", "Links", "Used for what leads somewhere and changes nothing.")
            .state("In a sentence", &html! { p { "A text with a " (Link::new("link in it", &"#links")) ", long enough to see how the lines of a paragraph stand under each other on a wide page and on a phone." } })
            .state("The way back, above a heading", &back(&Link::new("All nominations", &"/admin/nominations"))),
        notices(),
        tags(),
        panels(),
        timelines(words),
        progresses(),
        people_s_texts(),
        Exhibit::new("details", "Details", "Used for what some readers want to know more about.")
            .state("Folded", &details("How sure is this?", &html! { p { "The weighted mean of three scorecards, with nobody’s scores adjusted." } }))
            .state("Opened", &details_open("How sure is that?", &html! { p { "Three judges are few: another might have put it second." } })),
        Exhibit::new("marks", "Marks", "Used in the header, and large behind the words of a curtain.")
            .state("Plaudit’s own", &mark(None))
            .state("Plaudit’s own, on every ground", &no_mark(words))
            .state("A programme’s own", &mark(Some(&brought())))
            .state("The same, on every ground", &grounds(words, &brought()))
            .state("Beside its name", &html! { p { (beside_name(&brought())) " The Kettle Award" } })
            .state("Its light, on a curtain", &html! { div.heading.grand { (light()) div.heading-text { p { "An evening for one person." } } } }),
    ]
}

/// A mark that is not Plaudit's: there is none on file, so Plaudit's stands for it.
pub(super) fn brought() -> Picture {
    Picture {
        path: crate::assets::mark().to_owned(),
        name: "The Kettle Award".to_owned(),
        width: 32,
        height: 32,
    }
}

fn headings() -> Exhibit {
    Exhibit::new(
        "headings",
        "Headings",
        "Used once on a page, as its only heading of the first level.",
    )
    .state("Alone", &Heading::new("Nominations"))
    .state(
        "With a sentence",
        &Heading::new("Nominations").lede("24 nominations of 20 nominees"),
    )
    .state(
        "With what it belongs to, and what can be done beside it",
        &Heading::new("Deborah Achebe")
            .above("IT-progress award 2027")
            .beside(html! {
                (status_tag(Tone::Honour, "Shortlisted"))
                (PostButton::new(Look::Secondary, "Withdraw from the shortlist", &"/gallery"))
            }),
    )
    .state(
        "A long name",
        &Heading::new("Maximiliana Featherstonehaugh-Llanfairpwllgwyngyllgogerychwyrndrobwll of the Joint Information Systems Partnership")
            .above("An award whose name has so many words in it that it needs two lines on most telephones"),
    )
    .state(
        "A curtain, for a public page",
        &Heading::new("Progress in IT")
            .above("Society of Local Systems")
            .lede("For one person whose own work has changed how a council works.")
            .beside(html! { (link_button(Look::Primary, &Link::new("Nominate somebody", &"#headings"))) })
            .grand(),
    )
}

fn notices() -> Exhibit {
    let exhibit = Exhibit::new(
        "notices",
        "Notices",
        "Used above the content for what the last action came to, or for what must not be missed.",
    );
    Tone::ALL
        .into_iter()
        .fold(exhibit, |exhibit, tone| {
            exhibit.state(
                format!("News, in the tone {}", tone.class()),
                &Notice::new(tone, CLOSE),
            )
        })
        .state(
            "A part that is set apart, and no news",
            &aside(
                Tone::Care,
                &html! {
                    p { strong { "The nominee may be able to read this." } }
                    p { "Leave out health, family and discipline." }
                },
            ),
        )
}

fn tags() -> Exhibit {
    let exhibit = Exhibit::new(
        "tags",
        "Status tags",
        "Used for a status in a word or two; the word says it, and colour and shape repeat it.",
    );
    Tone::ALL
        .into_iter()
        .zip([
            "Submitted",
            "Scoring",
            "Accepted",
            "Returned",
            "Ineligible",
            "Awarded",
        ])
        .fold(exhibit, |exhibit, (tone, text)| {
            exhibit.state(tone.class(), &status_tag(tone, text))
        })
        .state(
            "Long",
            &status_tag(Tone::Care, "Waits for a ruling by both stewards"),
        )
}

fn panels() -> Exhibit {
    Exhibit::new(
        "panels",
        "Panels",
        "Used for the moment in which something is done: a receipt, a decision.",
    )
    .state(
        "With a number to keep",
        &panel(
            "Your nomination is with us",
            &html! { p { "Its number is " strong { "ITP-2027-0042" } } },
        ),
    )
    .state("Without", &panel("You are signed out", &html! {}))
}

fn timelines(words: &Words) -> Exhibit {
    let milestones = [
        (
            When::Past,
            "Nominations open",
            "noon on Tuesday 12 January 2027 (Europe/London time, GMT)",
        ),
        (
            When::Now,
            "Nominations close",
            "noon on Tuesday 2 March 2027 (Europe/London time, GMT)",
        ),
        (
            When::Later,
            "Judging ends",
            "noon on Thursday 29 April 2027 (Europe/London time, BST)",
        ),
        (
            When::Later,
            "The winner is announced",
            "6:30pm on Wednesday 13 October 2027 (Europe/London time, BST)",
        ),
    ]
    .map(|(when, what, date)| Milestone {
        when,
        what: what.to_owned(),
        date: date.to_owned(),
    });
    Exhibit::new(
        "timelines",
        "Timelines",
        "Used for dates in their order, with where we are among them.",
    )
    .state(
        "Many dates",
        &Timeline {
            words,
            milestones: &milestones,
        },
    )
    .state(
        "One date",
        &Timeline {
            words,
            milestones: &milestones[3..],
        },
    )
}

fn progresses() -> Exhibit {
    Exhibit::new(
        "progress",
        "Progress",
        "Used for how much of a job is done; the sentence alone says everything.",
    )
    .state("Nothing to do", &progress("0 of 0 cases scored", 0, 0))
    .state("Not begun", &progress("0 of 12 cases scored", 0, 12))
    .state("Part", &progress("7 of 12 cases scored", 7, 12))
    .state("All", &progress("12 of 12 cases scored", 12, 12))
}

fn people_s_texts() -> Exhibit {
    Exhibit::new(
        "texts",
        "People’s texts",
        "Used for what somebody wrote: Markdown where an administrator writes, as typed from everybody else.",
    )
    .state("Markdown", &prose(MARKDOWN))
    .state("As typed", &as_typed(TYPED))
    .state("A word that cannot be broken", &as_typed(UNBROKEN))
    .state("From right to left", &as_typed("كان كل خطاب يكتب باليد.\nوالآن تصل الإجابة في يومين."))
}
