//! What the pages of an administrator show alike: the top of a form, a conflict, the way back and onward.

use maud::{Markup, html};
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::season::Status;

use super::filled::{Filled, VERSION};
use super::part::Part;
use super::place::{DOWN, TO, UP};
use super::run::Run;
use crate::paths::admin::{self, RulesVersion};
use crate::paths::exports;
use crate::say;
use crate::ui::button::{Look, PostButton, link_button};
use crate::ui::details::details;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::hidden;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What stands above a form: what is wrong with it, or what somebody else saved meanwhile.
///
/// The fields are those that may differ, each with the key of its label.
pub(super) fn top(words: &Words, filled: &Filled, fields: &[(&str, &str)]) -> Markup {
    let fields = fields
        .iter()
        .map(|(name, label)| ((*name).to_owned(), words.get(label)))
        .collect();
    top_with(words, filled, fields)
}

/// The same for fields whose labels are no words of ours alone.
pub(super) fn top_with(words: &Words, filled: &Filled, fields: Vec<(String, String)>) -> Markup {
    let messages = filled.errors.in_words(words);
    html! {
        (error_summary(words, messages.iter()))
        (conflict(words, filled, fields))
    }
}

/// The hidden field with the version that the form was made from.
pub(super) fn seen(filled: &Filled) -> Markup {
    hidden(VERSION, &filled.raw.get(VERSION))
}

fn conflict(words: &Words, filled: &Filled, fields: Vec<(String, String)>) -> Markup {
    let Some(now) = &filled.meanwhile else {
        return html! {};
    };
    let differing: Vec<_> = fields
        .into_iter()
        .filter(|(name, _)| now.trimmed(name) != filled.raw.trimmed(name))
        .collect();
    let table = Table::new(say!(words, "view-conflict-caption"), &differing)
        .head(
            say!(words, "view-conflict-field"),
            |(_, label)| html! { (label) },
        )
        .words(say!(words, "view-conflict-now"), |(name, _)| {
            value(words, now.get(name))
        })
        .words(say!(words, "view-conflict-yours"), |(name, _)| {
            value(words, filled.raw.get(name))
        })
        .caption_hidden();
    aside(
        Tone::Care,
        &html! {
            h2 #conflict { (say!(words, "view-conflict-title")) }
            p { (say!(words, "view-conflict-text")) }
            @if differing.is_empty() {
                p { (say!(words, "view-conflict-elsewhere")) }
            } @else {
                (table)
            }
        },
    )
}

fn value(words: &Words, text: &str) -> Markup {
    html! {
        @if text.trim().is_empty() {
            span.muted { (say!(words, "view-nothing")) }
        } @else {
            div.as-typed { (text) }
        }
    }
}

/// The way back to the season that a page belongs to.
pub(super) fn back_to_season(words: &Words, run: &Run) -> Markup {
    let path = admin::Season {
        season: run.season.id,
    };
    back(&Link::new(
        say!(words, "view-back-to-season", season = run.name()),
        &path,
    ))
}

/// The way back to a programme.
pub(super) fn back_to_programme(
    words: &Words,
    programme: &plaudit_domain::programme::Programme,
) -> Markup {
    let path = admin::Programme {
        programme: programme.id,
    };
    back(&Link::new(
        say!(
            words,
            "view-back-to-programme",
            programme = programme.words.title.in_language(&words.language())
        ),
        &path,
    ))
}

/// The part that is set up after this one, as long as the season is being set up.
pub(super) fn onward(words: &Words, run: &Run, part: Part) -> Markup {
    let next = part.next().filter(|_| run.season.status == Status::Draft);
    html! {
        @match next {
            Some(next) => {
                p.onward { (link_button(Look::Primary, &Link::new(next.invitation(words), &next.path(run)))) }
            }
            None => {}
        }
    }
}

/// Why something can no longer be changed.
pub(super) fn locked(text: &str) -> Markup {
    aside(Tone::Plain, &html! { p { (text) } })
}

/// Buttons that move a thing of a list up or down; what is at an end has only the other one.
pub(super) fn places(
    words: &Words,
    path: &impl ToString,
    about: &str,
    place: usize,
    count: usize,
) -> Markup {
    html! {
        @if place > 0 {
            (PostButton::new(Look::Quiet, say!(words, "view-up"), path).about(about).with(TO, &UP))
        }
        @if place + 1 < count {
            (PostButton::new(Look::Quiet, say!(words, "view-down"), path).about(about).with(TO, &DOWN))
        }
    }
}

/// That a rule set is locked, in which version and with which digest.
pub(super) fn rules_locked(words: &Words, rules: &RuleSet) -> Markup {
    aside(
        Tone::Plain,
        &html! {
            p { (say!(words, "view-rules-locked", number = rules.number)) }
            @if let Some(digest) = &rules.digest {
                p.muted { (say!(words, "view-rules-digest")) " " code.digest { (digest) } }
            }
        },
    )
}

/// That what is changed here is a later version, which nobody sees before it is published; nothing for a first draft.
pub(super) fn rules_prepared(words: &Words, run: &Run, rules: &RuleSet) -> Markup {
    html! {
        @if rules.number > 1 {
            (aside(Tone::Care, &html! {
                p { (say!(words, "view-rules-prepared", number = rules.number)) }
                p { (Link::new(say!(words, "rules-version-on"), &RulesVersion { season: run.season.id })) }
            }))
        }
    }
}

/// A season's page, under the ways to the same page of the other seasons, where there are any.
pub(super) fn under_other_seasons(words: &Words, others: &[Link], body: Markup) -> Markup {
    if others.is_empty() {
        return body;
    }
    html! {
        (details(&say!(words, "desk-other-seasons"), &html! {
            ul { @for other in others { li { (other) } } }
        }))
        (body)
    }
}

/// A page's own list as a file, in both formats.
pub(super) fn files(
    words: &Words,
    name: &str,
    csv: &impl ToString,
    sheet: &impl ToString,
) -> Markup {
    html! {
        p {
            (Link::new(say!(words, "files-csv", name = name), csv))
            " · "
            (Link::new(say!(words, "files-sheet"), sheet))
            " · "
            (Link::new(say!(words, "files-columns"), &exports::Columns))
        }
    }
}

/// What is ticked on other pages of a list: it stays chosen, and is said to be.
pub(super) fn ticked_elsewhere(words: &Words, name: &str, ids: &[&str]) -> Markup {
    html! {
        @if !ids.is_empty() {
            p.muted { (say!(words, "several-elsewhere", count = ids.len())) }
            @for id in ids { (hidden(name, id)) }
        }
    }
}
