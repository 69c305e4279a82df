//! How the page looks that says how a season is judged.

use maud::{Markup, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::rule_set::changes;
use plaudit_domain::text::Texts;
use plaudit_store::reports::programme_page::HowWeJudge;
use plaudit_store::rule_sets::{Correction, Version, Wording};

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::public::Programme;
use crate::say;
use crate::shown::stages;
use crate::shown::timetable::moment;
use crate::shown::{changed_rules, criteria};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::page::Place;
use crate::ui::prose::prose;
use crate::words::Words;

/// The whole of it.
pub(super) fn page(visitor: &Visitor, judged: &HowWeJudge) -> Answer {
    let words = &visitor.words;
    let language = words.language();
    let programme = &judged.form.programme.words;
    let name = programme.title.in_language(&language).to_owned();
    let title = say!(words, "how-we-judge-title");
    let page = Link::new(
        &name,
        &Programme {
            programme: programme.slug.to_string(),
        },
    );
    let body = html! {
        (back(&page))
        (Heading::new(&title)
            .above(format!("{name} {}", judged.form.season.name))
            .lede(say!(words, "how-we-judge-lede")))
        @if let Some(version) = judged.versions.first() {
            @if version.rules.stages.are_on() {
                section.stack {
                    h2 { (say!(words, "how-we-judge-stages")) }
                    (stages::rules(words, &version.rules))
                }
            }
            section.stack {
                h2 { (say!(words, "how-we-judge-criteria")) }
                (criteria::criteria(words, &version.rules))
            }
            section.stack {
                h2 { (say!(words, "how-we-judge-decision")) }
                (prose(programme.decision.in_language(&language)))
                (criteria::rules(words, &version.rules))
            }
            section.stack {
                h2 { (say!(words, "how-we-judge-version")) }
                (published(words, judged, version))
            }
        }
        @if let Some(changed) = changed(words, judged) {
            section.stack {
                h2 { (say!(words, "how-we-judge-changes")) }
                (changed)
            }
        }
    };
    Answer::page(visitor, Place::Public, title, body).liveried(&judged.form.programme)
}

/// Since when the version holds, and how to tell that nobody changed it.
fn published(words: &Words, judged: &HowWeJudge, version: &Version) -> Markup {
    let zone = &judged.form.programme.words.zone;
    html! {
        @if let Some(at) = version.locked_at {
            p { (say!(words, "how-we-judge-locked", version = version.rules.number, moment = moment(words, at, zone))) }
        } @else {
            p { (say!(words, "how-we-judge-draft")) }
        }
        @if let Some(digest) = &version.rules.digest {
            p.muted { (say!(words, "how-we-judge-digest")) " " code.digest { (digest) } }
        }
    }
}

/// What changed between versions, and how words were corrected; nothing as long as nothing was.
fn changed(words: &Words, judged: &HowWeJudge) -> Option<Markup> {
    let zone = &judged.form.programme.words.zone;
    let is_changed = judged.versions.len() > 1
        || judged
            .versions
            .iter()
            .any(|one| !one.corrections.is_empty());
    is_changed.then(|| {
        html! {
            @for (place, version) in judged.versions.iter().enumerate() {
                @let before = judged.versions.get(place + 1);
                @if before.is_some() || !version.corrections.is_empty() {
                    h3 { (say!(words, "how-we-judge-version-number", version = version.rules.number)) }
                }
                @for correction in &version.corrections {
                    p { (say!(words, "how-we-judge-corrected", moment = moment(words, correction.at, zone))) }
                    ul { @for line in corrected(words, version, correction) { li { (line) } } }
                }
                @if let Some(before) = before {
                    @if let Some(at) = version.locked_at {
                        p { (say!(words, "how-we-judge-since", moment = moment(words, at, zone))) }
                    }
                    @if let Some(reason) = &version.reason { p { (say!(words, "how-we-judge-reason", reason = reason.as_str())) } }
                    ul { @for change in changes(&before.rules, &version.rules) { li { (changed_rules::in_words(words, &change)) } } }
                }
            }
        }
    })
}

/// Every text of a criterion that reads differently, before and after.
fn corrected(words: &Words, version: &Version, correction: &Correction) -> Vec<String> {
    let language = words.language();
    let criterion = version
        .rules
        .criteria
        .iter()
        .find(|one| one.id == correction.criterion);
    let (before, after) = (&correction.before, &correction.after);
    let mut lines = Vec::new();
    let mut differ = |what: String, then: &Texts, now: &Texts| {
        if then != now {
            lines.push(say!(
                words,
                "how-we-judge-read",
                what = what,
                before = then.in_language(&language),
                after = now.in_language(&language)
            ));
        }
    };
    let title = after.title.in_language(&language).to_owned();
    differ(
        say!(words, "how-we-judge-what-title"),
        &before.title,
        &after.title,
    );
    differ(
        say!(
            words,
            "how-we-judge-what-guidance",
            criterion = title.as_str()
        ),
        &before.guidance,
        &after.guidance,
    );
    for (point, then, now) in points(criterion, before, after) {
        let what = say!(
            words,
            "how-we-judge-what-point",
            criterion = title.as_str(),
            point = point
        );
        differ(what, &then, &now);
    }
    lines
}

/// Each point of the scale as it is written, with what it meant and means.
fn points(
    criterion: Option<&Criterion>,
    before: &Wording,
    after: &Wording,
) -> Vec<(String, Texts, Texts)> {
    let Some(criterion) = criterion else {
        return Vec::new();
    };
    let of =
        |wording: &Wording, steps| wording.descriptors.get(&steps).cloned().unwrap_or_default();
    criterion
        .scale
        .points()
        .map(|(steps, value)| (value.to_string(), of(before, steps), of(after, steps)))
        .collect()
}
