//! Where another window holds something else than what was typed here: the fields in which they differ, each with the
//! other text beside it.

use maud::{Markup, html};
use plaudit_store::nominations::Typed;
use plaudit_store::reports::nomination_form::NominationForm;

use super::page::anchor;
use crate::http::form::RawForm;
use crate::say;
use crate::shown::nomination::{About, Row, sections};
use crate::shown::nomination_form::{Asked, claims_shown, field};
use crate::ui::notice::aside;
use crate::ui::prose::as_typed;
use crate::ui::tone::Tone;
use crate::words::Words;

/// A field in which the other text is another.
#[derive(Clone, Debug)]
pub(super) struct Differing {
    /// The form's field.
    pub(super) name: String,
    label: String,
    /// Which progress claim it is of.
    claim: Option<String>,
    other: Option<Row>,
}

/// Each field in which the other text differs from what was typed here, in the order of the page.
pub(super) fn differing(
    words: &Words,
    form: &NominationForm,
    raw: &RawForm,
    other: &Typed,
) -> Vec<Differing> {
    let asked = Asked::by_form(form);
    let here = field::typed(raw);
    let (mine, theirs) = (rows(words, &asked, &here), rows(words, &asked, other));
    let only_there = theirs
        .iter()
        .filter(|(_, row)| find(&mine, &row.field).is_none());
    let mut found = Vec::new();
    for (claim, row) in mine.iter().chain(only_there) {
        let name = &row.field;
        let (mine, theirs) = (find(&mine, name), find(&theirs, name));
        let is_same = said(&here, name) == said(other, name) || text(mine) == text(theirs);
        if !is_same || is_marked(mine) != is_marked(theirs) {
            found.push(Differing {
                name: name.clone(),
                label: field::label(words, name, &row.label),
                claim: claim.clone(),
                other: theirs.cloned(),
            });
        }
    }
    found
}

/// The form with a place for each progress claim that only the other text has.
pub(super) fn with_others_claims(form: &NominationForm, raw: RawForm, other: &Typed) -> RawForm {
    let shown = claims_shown(&raw, form.season.claims);
    let missing = field::claims_in(other);
    let missing = missing.into_iter().filter(|index| !shown.contains(index));
    missing.fold(raw, |raw, index| {
        raw.with(&field::claim(index, field::BEFORE), "")
    })
}

/// That there are two texts, with the way to each field in which they differ. It has the focus where nothing else is wrong.
pub(super) fn notice(words: &Words, differing: &[Differing], has_focus: bool) -> Markup {
    html! {
        div.notice.care role="alert" tabindex="-1" autofocus[has_focus] data-leads {
            p { strong { (say!(words, "nominate-other-window")) } }
            p { (say!(words, "nominate-other-window-text")) }
            @if !differing.is_empty() {
                p { (say!(words, "nominate-other-fields")) }
                ul {
                    @for each in differing {
                        li {
                            a href={ "#" (anchor(&each.name)) } {
                                (each.label)
                                @if let Some(claim) = &each.claim { " (" (claim) ")" }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Differing {
    /// What the other window has.
    pub(super) fn beside(&self, words: &Words) -> Markup {
        let text = text(self.other.as_ref());
        aside(
            Tone::Care,
            &html! {
                p { (say!(words, "nominate-other-text")) }
                @if text.is_empty() {
                    p.muted { (say!(words, "nomination-nothing")) }
                } @else {
                    (as_typed(text))
                }
                @if is_marked(self.other.as_ref()) {
                    p.muted { (say!(words, "nomination-not-for-publication")) }
                }
            },
        )
    }
}

/// Each row, with the heading of its progress claim if it is of one.
fn rows(words: &Words, asked: &Asked<'_>, typed: &Typed) -> Vec<(Option<String>, Row)> {
    let mut rows = Vec::new();
    for section in sections(words, asked, typed) {
        let claim = (section.about == About::Claim).then_some(section.heading);
        rows.extend(section.rows.into_iter().map(|row| (claim.clone(), row)));
    }
    rows
}

fn find<'a>(rows: &'a [(Option<String>, Row)], name: &str) -> Option<&'a Row> {
    rows.iter()
        .map(|(_, row)| row)
        .find(|row| row.field == name)
}

fn text(row: Option<&Row>) -> &str {
    row.map_or("", |row| &row.text)
}

fn is_marked(row: Option<&Row>) -> bool {
    row.is_some_and(|row| row.not_for_publication)
}

/// What was typed into a field, white space around it aside.
fn said<'a>(typed: &'a Typed, name: &'a str) -> Vec<&'a str> {
    typed
        .all(name)
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .collect()
}
