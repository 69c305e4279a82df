//! Headings, notices, tags, buttons and people's texts.
use maud::{Markup, html};

use super::shown;
use crate::ui::button::{Look, PostButton, buttons, link_button, submit};
use crate::ui::details::details;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::{Notice, aside};
use crate::ui::panel::panel;
use crate::ui::prose::{as_typed, prose};
use crate::ui::status_tag::status_tag;
use crate::ui::timeline::{Milestone, Timeline, When};
use crate::ui::tone::Tone;
use crate::words::Words;

const MARKDOWN: &str = "# For one person\n\nwhose own work has brought **significant progress** in how a council uses information technology. It need not be *large*, *new* or *technical*.\n\n- Free to enter\n- Ten minutes to nominate\n\n> Judged against the starting point and the means at hand.\n\n[Read the rules](https://award.example/rules) before you begin.\n\n| Criterion | Weight |\n|---|---|\n| Progress | 35% |\n| Own contribution | 25% |";
const TYPED: &str = "Before March, every planning letter was typed from a paper file.\n\nNow 14 parishes look up their own applications <instantly> & nobody rings twice.\n— شكرا, and 👏 from the whole team";

pub(super) fn all(words: &Words) -> Markup {
    html! {
        (shown("headings", "Headings", &html! {
            h3 { "A heading of the third level" }
            p { "And a text with a " a href="#headings" { "link" } ", long enough to see how the lines of a paragraph stand under each other on a wide page and on a phone." }
            (back(&Link::new("All nominations", &"/admin/nominations")))
            (Heading::new("Nominations").lede("24 nominations of 20 nominees"))
            (Heading::new("Deborah Achebe").above("IT-progress award 2027").beside(html! {
                (status_tag(Tone::Honour, "Shortlisted"))
                (PostButton::new(Look::Secondary, "Withdraw from the shortlist", &"/gallery"))
            }))
        }))
        (shown("notices", "Notices", &html! {
            @for tone in Tone::ALL { (Notice::new(tone, "Nominations close at noon on Tuesday 2 March 2027 (Europe/London time, GMT).")) }
            (aside(Tone::Care, &html! {
                p { strong { "The nominee may be able to read this." } }
                p { "Leave out health, family and discipline." }
            }))
        }))
        (shown("tags", "Status tags", &html! {
            p {
                @for (tone, text) in Tone::ALL.into_iter().zip(["Submitted", "Scoring", "Accepted", "Returned", "Ineligible", "Awarded"]) {
                    (status_tag(tone, text)) " "
                }
            }
        }))
        (shown("buttons", "Buttons", &html! {
            form method="post" action="/gallery" {
                (buttons(&html! {
                    (submit(Look::Primary, "Submit the nomination"))
                    (submit(Look::Secondary, "Save and return later"))
                    (submit(Look::Warning, "Withdraw the nomination"))
                    (submit(Look::Quiet, "Remove"))
                    (link_button(Look::Secondary, &Link::new("Next case", &"/gallery")))
                }))
            }
            (PostButton::new(Look::Primary, "Reopen", &"/gallery").about("the nomination of Deborah Achebe").with("version", &3))
        }))
        (shown("panels", "Panel", &html! {
            (panel("Your nomination is with us", &html! {
                p { "Its number is " strong { "ITP-2027-0042" } }
            }))
        }))
        (shown("timelines", "Timetable", &html! {
            (Timeline { words, milestones: &timetable() })
        }))
        (shown("texts", "Texts", &html! {
            (prose(MARKDOWN))
            (as_typed(TYPED))
            (details("How sure is this?", &html! { p { "The weighted mean of three scorecards, with nobody's scores adjusted." } }))
        }))
    }
}

fn timetable() -> [Milestone; 4] {
    [
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
    })
}
