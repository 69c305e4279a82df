//! Where another window holds something else than what was typed here: the fields in which they differ, each with the
//! other text beside it.

use maud::{Markup, html};
use plaudit_store::nominations::Typed;
use plaudit_store::reports::nomination_form::NominationForm;

use crate::http::form::RawForm;
use crate::say;
use crate::shown::nomination::{Row, sections};
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
        .filter(|row| find(&mine, &row.field).is_none());
    let mut found = Vec::new();
    for row in mine.iter().chain(only_there) {
        let name = &row.field;
        let (mine, theirs) = (find(&mine, name), find(&theirs, name));
        let is_same = said(&here, name) == said(other, name) || text(mine) == text(theirs);
        if !is_same || is_marked(mine) != is_marked(theirs) {
            found.push(Differing {
                name: name.clone(),
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

fn rows(words: &Words, asked: &Asked<'_>, typed: &Typed) -> Vec<Row> {
    let sections = sections(words, asked, typed);
    sections
        .into_iter()
        .flat_map(|section| section.rows)
        .collect()
}

fn find<'a>(rows: &'a [Row], name: &str) -> Option<&'a Row> {
    rows.iter().find(|row| row.field == name)
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
