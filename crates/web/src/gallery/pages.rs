//! Pages whose frame is looked at: a column to read in a programme's livery, and all the width there is with a second way past
//! the header.
use maud::html;
use plaudit_domain::accent::Accent;
use plaudit_domain::interest::Status;

use super::Exhibit;
use super::forms::scorecard;
use super::records::interest_row;
use super::samples::LONG;
use super::texts::{MARKDOWN, brought};
use crate::assets;
use crate::http::form::RawForm;
use crate::shown::{biography, ruling};
use crate::ui::button::{Look, link_button, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::form::{Autosave, Form, Said, Saving};
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Livery;
use crate::ui::prose::{as_typed, prose};
use crate::ui::split::{split, split_level};
use crate::words::Words;

/// The id of what the second way past the header leads to.
const SCORES: &str = "scores";

/// What a programme can bring of its own: all of it.
pub(super) fn livery() -> Livery {
    let accent = Accent::parse("#0b5d5a").expect("a colour that is written here");
    Livery {
        colours: Some(assets::colours(accent)),
        mark: Some(brought()),
    }
}

/// The way past the header to the scores.
pub(super) fn skip() -> Link {
    Link::new("Skip to the scores", &format!("#{SCORES}"))
}

/// The heading of a public page, as wide as the screen.
pub(super) fn curtain(title: &str) -> Heading {
    Heading::new(title)
        .above("Gallery")
        .lede("A page in a programme’s own colours and with its mark, and with nobody named to answer for it.")
        .beside(html! { (link_button(Look::Primary, &Link::new("Nominate somebody", &"/gallery"))) })
        .grand()
}

/// A column to read, with forms that were refused: each page has room for one of a kind.
pub(super) fn narrow(words: &Words) -> Vec<Exhibit> {
    let waiting = interest_row(1, Status::Declared);
    let ruled = RawForm::default();
    let ruling_errors = ruling::parse(&ruled, &waiting).err().unwrap_or_default();
    let written = RawForm::from_pairs([
        ("name", String::new()),
        ("affiliation", "Marrowby ".repeat(40)),
        ("words", format!("{LONG} ").repeat(8)),
    ]);
    let errors = biography::parse(&written).err().unwrap_or_default();
    let (first, second) = (ruling_errors.in_words(words), errors.in_words(words));
    vec![
        Exhibit::new(
            "column",
            "A column to read",
            "Used for forms and running text: no line is longer than can be read.",
        )
        .state("Running text", &prose(MARKDOWN))
        .state(
            "What is wrong on this page",
            &error_summary(words, first.iter().chain(second.iter())),
        ),
        Exhibit::new(
            "ruling-refused",
            "A ruling that was refused",
            "Used where a chair or an administrator sent it without an answer.",
        )
        .state(
            "Nothing filled in",
            &ruling::form(words, &"/gallery", &waiting, (&ruled, &ruling_errors)),
        ),
        Exhibit::new(
            "panellist-refused",
            "Who judges, refused",
            "Used where somebody on the panel wrote too much about themselves.",
        )
        .state(
            "Without a name, and too long",
            &Form::post(
                &"/gallery",
                html! {
                    (biography::fields(words, &written, &errors))
                    (submit(Look::Primary, "Save"))
                },
            ),
        ),
    ]
}

/// All the width there is.
pub(super) fn full(words: &Words) -> Vec<Exhibit> {
    let form = Form::post(&"/gallery", scorecard(words))
        .autosave(Autosave {
            words,
            path: "/gallery/draft".to_owned(),
            draft: "gallery-scorecard".to_owned(),
            version: "1".to_owned(),
            kept_at: None,
            within: None,
            beside: Some(html! { p { a.to-scores href={ "#" (SCORES) } { "Scores" } " 1 of 2 criteria scored" } }),
        })
        .said(Said {
            saving: Some(Saving::Saved("4:30pm BST".to_owned())),
            ..Said::default()
        })
        .scored_by_keys();
    let working = html! {
        h3 #(SCORES) tabindex="-1" { "Your scorecard" }
        (form)
    };
    vec![
        Exhibit::new(
            "scorecards",
            "A case beside its scorecard",
            "Used where somebody reads and works at once.",
        )
        .state(
            "Half filled in",
            &split(
                &html! {
                    h3 { "How were things before, and for whom was that a problem?" }
                    (as_typed(&[LONG; 6].join("\n\n")))
                },
                &working,
            ),
        )
        .state(
            "Beside decisions that are as long as what is read",
            &split_level(
                &html! { h3 { "What was said" } (as_typed(LONG)) },
                &html! { h3 { "What can be decided" } (as_typed(&[LONG; 3].join("\n\n"))) },
            ),
        ),
    ]
}
