//! What is asked about a criterion. A descriptor's field is named for its point, so that it stays when the scale moves.

use std::collections::BTreeMap;
use std::fmt::Display;

use plaudit_domain::criterion::{Criterion, Points, Scale};
use plaudit_domain::person::NAME_LIMIT;
use plaudit_domain::text::{self, Fault, Texts};
use plaudit_store::rule_sets::{CriterionWords, Wording};

use crate::admin::filled::{VERSION, in_english};
use crate::admin::key;
use crate::admin::run::Run;
use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::words::Words;

pub(super) const TITLE: &str = "title";
pub(super) const GUIDANCE: &str = "guidance";
pub(super) const WEIGHT: &str = "weight";
pub(super) const LOWEST: &str = "lowest";
pub(super) const HIGHEST: &str = "highest";
pub(super) const STEP: &str = "step";

/// Every field but the descriptors, in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 6] = [
    (TITLE, "criteria-title"),
    (GUIDANCE, "criteria-guidance"),
    (WEIGHT, "criteria-weight"),
    (LOWEST, "criteria-lowest"),
    (HIGHEST, "criteria-highest"),
    (STEP, "criteria-step"),
];

/// The longest descriptor, in characters.
const DESCRIPTOR_LIMIT: usize = 500;

/// The greatest weight: enough for tenths of a percent.
const MOST_WEIGHT: u32 = 1_000;

/// The weight that a first criterion is suggested to have.
const FIRST_WEIGHT: u32 = 10;

/// The field that says what a point means.
pub(super) fn descriptor(value: impl Display) -> String {
    format!("descriptor[{value}]")
}

/// What the form for a new criterion begins with: six points, as most awards have, each with words that can be kept,
/// and the weight of the one before it.
pub(super) fn suggested(words: &Words, there: &[Criterion]) -> RawForm {
    let weight = there.last().map_or(FIRST_WEIGHT, |before| before.weight);
    let raw = RawForm::from_pairs([(LOWEST, "0"), (HIGHEST, "5"), (STEP, "1")])
        .with(WEIGHT, &weight.to_string());
    (0..=5).fold(raw, |raw, point| {
        let said = words.get(&format!("criteria-suggested-{point}"));
        raw.with(&descriptor(Points::whole(point)), &said)
    })
}

/// What is written about a criterion now.
pub(super) fn written(run: &Run, criterion: &Criterion) -> RawForm {
    let scale = criterion.scale;
    let raw = RawForm::from_pairs([
        (VERSION, run.season.revision.to_string()),
        (TITLE, criterion.title.first().to_owned()),
        (GUIDANCE, criterion.guidance.first().to_owned()),
        (WEIGHT, criterion.weight.to_string()),
        (LOWEST, scale.lowest().to_string()),
        (HIGHEST, scale.highest().to_string()),
        (STEP, scale.step().to_string()),
    ]);
    scale.points().fold(raw, |raw, (steps, value)| {
        let said = criterion.descriptors.get(&steps).map_or("", Texts::first);
        raw.with(&descriptor(value), said)
    })
}

/// The scale that a form speaks of, if it is one.
pub(super) fn scale(raw: &RawForm) -> Option<Scale> {
    let points = |name| Points::parse(raw.get(name)).ok();
    Scale::new(points(LOWEST)?, points(HIGHEST)?, points(STEP)?).ok()
}

/// The points whose meaning was typed, as the fields' names say them: what a form shows while it speaks of no scale.
pub(super) fn described_points(raw: &RawForm) -> Vec<String> {
    raw.names()
        .filter_map(|name| name.strip_prefix("descriptor[")?.strip_suffix(']'))
        .map(str::to_owned)
        .collect()
}

/// A criterion as it was read.
#[derive(Debug)]
pub(super) struct Read {
    /// What is written about it.
    pub(super) words: CriterionWords,
    /// Whether every point is described; where the page could not ask about a point yet, it may be left for the next.
    pub(super) describes_all: bool,
}

/// Reads how a published criterion is to read: every point stays described.
pub(super) fn parse_wording(raw: &RawForm, before: &Criterion) -> Result<Wording, FieldErrors> {
    let mut errors = raw.errors();
    let title = errors.take(
        TITLE,
        "criteria-title-noun",
        text::line(raw.get(TITLE), NAME_LIMIT),
    );
    let guidance = errors.take(
        GUIDANCE,
        "criteria-guidance-noun",
        text::optional_paragraphs(raw.get(GUIDANCE), None),
    );
    let mut said = before.descriptors.clone();
    said.extend(descriptors(raw, &mut errors, before.scale, Some(before)));
    match (title, guidance) {
        (Some(title), Some(guidance)) if errors.is_empty() => Ok(Wording {
            title: in_english(Some(&before.title), title),
            guidance: in_english(Some(&before.guidance), guidance),
            descriptors: said,
        }),
        _ => Err(errors),
    }
}

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(
    raw: &RawForm,
    before: Option<&Criterion>,
    there: &[Criterion],
) -> Result<Read, FieldErrors> {
    let mut errors = raw.errors();
    let title = errors.take(
        TITLE,
        "criteria-title-noun",
        text::line(raw.get(TITLE), NAME_LIMIT),
    );
    let guidance = errors.take(
        GUIDANCE,
        "criteria-guidance-noun",
        text::optional_paragraphs(raw.get(GUIDANCE), None),
    );
    let weight = errors.take(WEIGHT, "criteria-weight-noun", weight(raw.trimmed(WEIGHT)));
    let scale = read_scale(raw, &mut errors);
    let descriptors = scale.map(|scale| descriptors(raw, &mut errors, scale, before));
    match (title, guidance, weight, scale, descriptors) {
        (Some(title), Some(guidance), Some(weight), Some(scale), Some(descriptors))
            if errors.is_empty() =>
        {
            let describes_all = scale
                .points()
                .all(|(steps, _)| descriptors.contains_key(&steps));
            let words = CriterionWords {
                key: match before {
                    Some(before) => before.key.clone(),
                    None => key::made_from(&title, "criterion", |key| {
                        there.iter().any(|other| other.key == key)
                    }),
                },
                title: in_english(before.map(|criterion| &criterion.title), title),
                guidance: in_english(before.map(|criterion| &criterion.guidance), guidance),
                weight,
                scale,
                descriptors,
            };
            Ok(Read {
                words,
                describes_all,
            })
        }
        _ => Err(errors),
    }
}

pub(in crate::admin) fn weight(typed: &str) -> Result<u32, Fault> {
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let weight: u32 = typed.parse().map_err(|_| Fault::Malformed)?;
    if (1..=MOST_WEIGHT).contains(&weight) {
        Ok(weight)
    } else {
        Err(Fault::OutOfRange {
            lowest: Some("1".to_owned()),
            highest: Some(MOST_WEIGHT.to_string()),
        })
    }
}

fn read_scale(raw: &RawForm, errors: &mut FieldErrors) -> Option<Scale> {
    let lowest = errors.take(
        LOWEST,
        "criteria-lowest-noun",
        Points::parse(raw.get(LOWEST)),
    );
    let highest = errors.take(
        HIGHEST,
        "criteria-highest-noun",
        Points::parse(raw.get(HIGHEST)),
    );
    let step = errors.take(STEP, "criteria-step-noun", Points::parse(raw.get(STEP)));
    match Scale::new(lowest?, highest?, step?) {
        Ok(scale) => Some(scale),
        Err(Fault::EndsBeforeStart) => {
            errors.say(HIGHEST, "criteria-highest-under-lowest");
            None
        }
        Err(_) => {
            errors.say(STEP, "criteria-step-uneven");
            None
        }
    }
}

/// What each point means. A point that the page asked about must be described; one that the scale has only got now is
/// asked about on the next page.
fn descriptors(
    raw: &RawForm,
    errors: &mut FieldErrors,
    scale: Scale,
    before: Option<&Criterion>,
) -> BTreeMap<i64, Texts> {
    let mut descriptors = BTreeMap::new();
    for (steps, value) in scale.points() {
        let name = descriptor(value);
        if !raw.has(&name) {
            continue;
        }
        match text::line(raw.get(&name), DESCRIPTOR_LIMIT) {
            Ok(said) => {
                let old = before.and_then(|before| {
                    let steps = before.scale.steps_to(value)?;
                    before.descriptors.get(&steps)
                });
                descriptors.insert(steps, in_english(old, said));
            }
            Err(Fault::Missing) => {
                let fill = Fill::Text(value.to_string());
                errors.say_filled(&name, "criteria-descriptor-missing", vec![("point", fill)]);
            }
            Err(fault) => errors.fault(&name, "criteria-descriptor-noun", fault),
        }
    }
    descriptors
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    fn described(raw: RawForm, values: &[&str]) -> RawForm {
        values.iter().fold(raw, |raw, value| {
            raw.with(&format!("descriptor[{value}]"), &format!("means {value}"))
        })
    }

    fn progress() -> RawForm {
        RawForm::from_pairs([(LOWEST, "0"), (HIGHEST, "5"), (STEP, "1")])
            .with(TITLE, "Progress")
            .with(WEIGHT, "35")
    }

    #[test]
    fn what_is_suggested_only_wants_a_name() {
        let words = WordBook::load().english();
        let raw = suggested(&words, &[]).with(TITLE, "Progress");
        let read = parse(&raw, None, &[]).expect("it is complete");
        assert!(read.describes_all);
        assert_eq!(read.words.weight, FIRST_WEIGHT);
    }

    #[test]
    fn every_point_that_was_asked_about_must_be_described() {
        let raw = described(progress(), &["0", "1", "2", "3", "5"]).with("descriptor[4]", " ");
        let errors = parse(&raw, None, &[]).expect_err("4 is not described");
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["descriptor[4]"]);
    }

    #[test]
    fn descriptors_stay_at_their_points_when_the_scale_moves() {
        let raw = described(progress(), &["0", "1", "2", "3", "4", "5"])
            .with(LOWEST, "1")
            .with(HIGHEST, "3")
            .with(STEP, "0.5");
        let read = parse(&raw, None, &[]).expect("it is complete");
        assert!(!read.describes_all);
        let said: Vec<_> = read
            .words
            .descriptors
            .iter()
            .map(|(steps, text)| (*steps, text.first()))
            .collect();
        assert_eq!(said, [(0, "means 1"), (2, "means 2"), (4, "means 3")]);
    }

    #[test]
    fn a_scale_that_does_not_come_out_even_is_wrong_at_its_step() {
        let raw = progress().with(STEP, "3");
        let errors = parse(&raw, None, &[]).expect_err("0, 3, and then 6");
        assert!(errors.of(STEP).is_some());
        let raw = progress().with(HIGHEST, "0");
        let errors = parse(&raw, None, &[]).expect_err("there is one point");
        assert!(errors.of(HIGHEST).is_some());
    }
}
