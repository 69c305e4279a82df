//! How a sheet of interests looks.

use maud::{Markup, html};
use plaudit_domain::interest::signs::Somebody;
use plaudit_domain::interest::{Kind, Status, WORD_LIMIT};
use plaudit_store::reports::sheet::{Group, Sheet, SheetRow};

use super::form::{
    DECLARED, DO, NONE, NONE_FOR_THE_REST, SHOWN, UNSURE, answer, answered, kind, words as written,
};
use crate::http::actor::{Signed, Visitor};
use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::accounts::{Interests, InterestsDraft};
use crate::paths::admin::People;
use crate::say;
use crate::shown::interest;
use crate::ui::button::{Look, submit, submit_as};
use crate::ui::details::details;
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field, hidden};
use crate::ui::form::{Autosave, Form};
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::progress::progress;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The sheet, with what stands in its fields.
pub(super) fn page(signed: &Signed, sheet: &Sheet, raw: &RawForm, errors: &FieldErrors) -> Answer {
    let words = &signed.words;
    let messages = errors.in_words(words);
    let title = say!(words, "sheet-title");
    let programme = sheet.programme.words.title.in_language(&words.language());
    let season = say!(
        words,
        "named-season",
        programme = programme,
        season = sheet.season.name.as_str()
    );
    let work = Visitor::place_of_work(&signed.signed_in.roles);
    let (total, left) = (sheet.total(), sheet.left());
    let body = html! {
        (link::back(&Link::new(say!(words, "sheet-back"), &work)))
        (error_summary(words, messages.iter()))
        (Heading::new(&title).above(season).lede(say!(words, "sheet-lede")))
        (out(words, sheet))
        @if total == 0 {
            (empty(&say!(words, "sheet-empty-title"), &say!(words, "sheet-empty-text"), None))
        } @else {
            (progress(&say!(words, "sheet-progress", done = total - left, of = total), (total - left) as u64, total as u64))
            @if left == 0 { (aside(Tone::Good, &html! { p { (say!(words, "sheet-all-answered")) } })) }
            @if !sheet.is_open { p { (say!(words, "sheet-closed")) } }
            (details(&say!(words, "conflicts-leads-to"), &interest::policy(words, &sheet.conflicts)))
            (form(words, sheet, raw, &messages))
        }
    };
    let place = if signed.signed_in.roles.is_administrator() {
        Place::Administration
    } else {
        Place::Judging
    };
    Answer::page(signed, place, title, body).liveried(&sheet.programme)
}

/// The cases that they are out of, by number alone; and the way out where nobody else can act on them.
fn out(words: &Words, sheet: &Sheet) -> Markup {
    html! {
        @if sheet.out > 0 {
            (aside(Tone::Plain, &html! {
                p { (say!(words, "sheet-out", count = sheet.out)) }
                @if sheet.runs_it { p { (say!(words, "sheet-out-runs")) } }
            }))
        }
        @if sheet.unattended > 0 {
            (aside(Tone::Bad, &html! {
                p { (say!(words, "kept-unattended", count = sheet.unattended)) }
                p { (Link::new(say!(words, "kept-invite"), &People)) }
            }))
        }
    }
}

fn form(words: &Words, sheet: &Sheet, raw: &RawForm, messages: &Messages) -> Markup {
    let season = sheet.season.id;
    let asked = sheet.is_open && sheet.rows().any(SheetRow::is_asked);
    let body = html! {
        @for each in &sheet.groups { (group(words, sheet, each, raw, messages)) }
        @if asked {
            div.buttons {
                (submit(Look::Primary, &say!(words, "sheet-save")))
                @if sheet.left() > 0 {
                    (submit_as(Look::Secondary, &say!(words, "sheet-none-for-the-rest"), DO, NONE_FOR_THE_REST))
                }
            }
            p.muted { (say!(words, "sheet-save-text")) }
        }
    };
    if !asked {
        return body;
    }
    let form = Form::post(&Interests { season }, body).autosave(Autosave {
        words,
        path: InterestsDraft { season }.to_string(),
        draft: format!("own-sheet-{season}"),
        version: "0".to_owned(),
        kept_at: None,
        within: None,
        beside: None,
    });
    html! { (form) }
}

fn group(
    words: &Words,
    sheet: &Sheet,
    group: &Group,
    raw: &RawForm,
    messages: &Messages,
) -> Markup {
    let employer = group
        .employer
        .clone()
        .unwrap_or_else(|| say!(words, "sheet-no-employer"));
    html! {
        section.stack.sheet-group {
            h2 { (employer) }
            @for row in &group.rows {
                @if row.is_asked() && sheet.is_open {
                    (question(words, sheet, row, raw, messages))
                } @else {
                    (settled(words, row))
                }
            }
        }
    }
}

/// Whom a case concerns: "Wren Ashby, nominated by Sam Holt (Marrowby Council), referee Ida Frost".
fn concerned(words: &Words, row: &SheetRow) -> String {
    let nominators: Vec<String> = row
        .concerned
        .nominators
        .iter()
        .map(|somebody| named(words, somebody))
        .collect();
    let nominee = row.concerned.nominee.name.as_str();
    let nominated = if nominators.is_empty() {
        nominee.to_owned()
    } else {
        say!(
            words,
            "sheet-case",
            nominee = nominee,
            nominators = words.list(&nominators)
        )
    };
    let referees: Vec<String> = row
        .concerned
        .referees
        .iter()
        .map(|somebody| named(words, somebody))
        .collect();
    if referees.is_empty() {
        nominated
    } else {
        say!(
            words,
            "sheet-referees",
            nominated = nominated,
            count = referees.len(),
            referees = words.list(&referees)
        )
    }
}

fn named(words: &Words, somebody: &Somebody) -> String {
    match &somebody.employer {
        Some(employer) => say!(
            words,
            "sheet-named",
            name = somebody.name.as_str(),
            employer = employer.as_str()
        ),
        None => somebody.name.clone(),
    }
}

fn question(
    words: &Words,
    sheet: &Sheet,
    row: &SheetRow,
    raw: &RawForm,
    messages: &Messages,
) -> Markup {
    let case = row.case;
    let answers = vec![
        Choice::new(NONE, say!(words, "sheet-none")),
        Choice::new(DECLARED, say!(words, "sheet-declared-choice")),
        Choice::new(UNSURE, say!(words, "sheet-unsure")),
    ];
    let mut kinds = vec![Choice::new("", say!(words, "sheet-choose"))];
    kinds.extend(Kind::CHOSEN.into_iter().map(|kind| {
        let effect = interest::effect_short(words, sheet.conflicts.effect(kind));
        let label = say!(
            words,
            "sheet-kind",
            kind = interest::kind_asked(words, kind, sheet.conflicts.look_back_years),
            effect = effect
        );
        Choice::new(kind.as_str(), label)
    }));
    let limit = u32::try_from(WORD_LIMIT).ok();
    let (answer, kind, written) = (answer(case), kind(case), written(case));
    let mut field = Field::radios(words, &answer, concerned(words, row), answers).inline();
    if !row.signs.is_empty() {
        field = field.hint(say!(
            words,
            "sheet-signs",
            signs = words.list(&interest::signs(words, &row.signs))
        ));
    }
    html! {
        div.sheet-row {
            (hidden(SHOWN, &case))
            (field.value(answered(raw, row)).error(messages.get(&answer)))
            // In sight once it is asked for, by the stylesheet alone.
            div.stack.sheet-more {
                div.sheet-kind {
                    (Field::select(words, &kind, say!(words, "gate-kind"), kinds)
                        .value(raw.get(&kind)).error(messages.get(&kind)))
                }
                (Field::area(words, &written, say!(words, "sheet-words"))
                    .value(raw.get(&written)).error(messages.get(&written)).word_limit(limit).rows(3))
            }
        }
    }
}

/// A case that is not asked about any more.
fn settled(words: &Words, row: &SheetRow) -> Markup {
    html! {
        div.sheet-row.settled {
            p { (concerned(words, row)) " " (interest::status(words, row.status)) }
            @if row.status != Status::Asked && row.status != Status::None {
                p.muted { (interest::answer(words, row.status, row.kind)) @if !row.words.is_empty() { ": " (row.words) } }
            }
        }
    }
}
