//! Cases as a file of their own: documents with their own style, which no page can hold, so each has an address.
use maud::{Markup, Render, html};
use plaudit_store::reports::scorecard::CaseText;

use super::Exhibit;
use super::samples::{full, questions, sparse};
use crate::paths::server::GalleryPack;
use crate::shown::case_pack::{CasePack, PackedCase};
use crate::ui::link::Link;
use crate::words::Words;

/// The files, each with what is in it.
pub(super) const PACKS: [(&str, &str); 3] = [
    ("cases.html", "Two cases, with a form to fill in by hand"),
    ("case.html", "One case alone"),
    ("none.html", "No case"),
];

pub(super) fn exhibit() -> Exhibit {
    let exhibit = Exhibit::new(
        "case-packs",
        "Cases as a file",
        "Used by who reads offline or on paper: large print on a screen, and a page for each case on paper.",
    );
    PACKS.into_iter().fold(exhibit, |exhibit, (file, holds)| {
        let path = GalleryPack {
            pack: file.to_owned(),
        };
        exhibit.state(holds, &html! { p { (Link::new(file, &path)) } })
    })
}

/// The file of this name.
pub fn pack(words: &Words, name: &str) -> Option<Markup> {
    let named = CaseText {
        number: 7,
        nominee: Some(full().nominee),
        questions: questions(),
        nominations: vec![full(), sparse()],
    };
    let blind = CaseText {
        number: 12,
        nominee: None,
        questions: questions(),
        nominations: vec![sparse()],
    };
    let form = html! {
        section.form {
            h2 { "Your scorecard" }
            h3 { "Own contribution" }
            ul.points { li { span.box aria-hidden="true" { "☐" } " " strong { "3" } " clear change, before and after shown" } }
            h3 { "Comment" }
            div.lines {}
        }
    };
    let packed = |case, below| PackedCase {
        anchor: format!("case-{}", CaseText::clone(case).number),
        case,
        below,
    };
    let cases = match name {
        "cases.html" => vec![packed(&named, form), packed(&blind, html! {})],
        "case.html" => vec![packed(&named, html! {})],
        "none.html" => Vec::new(),
        _ => return None,
    };
    let pack = CasePack {
        words,
        title: "IT-progress award 2027".to_owned(),
        below: html! {
            p { "For Rosalind Pemberton" }
            @if cases.is_empty() { p { "There is no case yet." } }
        },
        cases,
    };
    Some(pack.render())
}
