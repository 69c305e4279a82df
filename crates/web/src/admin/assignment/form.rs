//! What is asked of a plan.

use plaudit_domain::plan::Options;
use plaudit_domain::text::{self, Fault};
use plaudit_store::reports::plan::Made;

use crate::admin::filled::{VERSION, YES};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const REVIEWS: &str = "reviews";
pub(super) const LEAST: &str = "least";
pub(super) const MOST: &str = "most";
pub(super) const EXPERTS: &str = "experts";
pub(super) const CAP: &str = "cap";
pub(super) const CHANCE: &str = "chance";
pub(super) const SEED: &str = "seed";
pub(super) const KEEPS: &str = "keeps";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 8] = [
    (REVIEWS, "assignment-reviews"),
    (LEAST, "assignment-least"),
    (MOST, "assignment-most"),
    (EXPERTS, "assignment-experts"),
    (CAP, "assignment-cap"),
    (CHANCE, "assignment-chance"),
    (SEED, "assignment-seed"),
    (KEEPS, "assignment-keeps"),
];

/// The most of anything that is counted here.
const LARGEST: u32 = 10_000;
/// The longest seed, in characters.
const SEED_LIMIT: usize = 100;

/// What is asked now; the usual where nothing is.
pub(super) fn written(made: Option<&Made>) -> RawForm {
    let options = made.map_or_else(Options::default, |made| made.plan.options.clone());
    let seen = made.map_or(0, |made| made.plan.version);
    let mut pairs = vec![
        (VERSION, seen.to_string()),
        (REVIEWS, options.reviews.to_string()),
        (LEAST, options.least.to_string()),
        (MOST, options.most.to_string()),
        (EXPERTS, options.experts.to_string()),
        (
            CAP,
            options.cap.map(|cap| cap.to_string()).unwrap_or_default(),
        ),
        (CHANCE, options.chance.to_string()),
        (SEED, options.seed),
    ];
    if options.keeps_published {
        pairs.push((KEEPS, YES.to_owned()));
    }
    RawForm::from_pairs(pairs)
}

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(raw: &RawForm) -> Result<Options, FieldErrors> {
    let mut errors = raw.errors();
    let reviews = errors.take(
        REVIEWS,
        "assignment-reviews-noun",
        whole(raw.trimmed(REVIEWS), 1, 100),
    );
    let least = errors.take(
        LEAST,
        "assignment-least-noun",
        whole(raw.trimmed(LEAST), 0, LARGEST),
    );
    let lowest = least.unwrap_or_default().max(1);
    let most = errors.take(
        MOST,
        "assignment-most-noun",
        whole(raw.trimmed(MOST), lowest, LARGEST),
    );
    let experts = errors.take(
        EXPERTS,
        "assignment-experts-noun",
        whole(raw.trimmed(EXPERTS), 0, 100),
    );
    let cap = errors.take(
        CAP,
        "assignment-cap-noun",
        optional(raw.trimmed(CAP), 1, 100),
    );
    let chance = errors.take(
        CHANCE,
        "assignment-chance-noun",
        whole(raw.trimmed(CHANCE).trim_end_matches('%').trim_end(), 0, 100),
    );
    let seed = errors.take(
        SEED,
        "assignment-seed-noun",
        text::line(raw.get(SEED), SEED_LIMIT),
    );
    match (reviews, least, most, experts, cap, chance, seed) {
        (
            Some(reviews),
            Some(least),
            Some(most),
            Some(experts),
            Some(cap),
            Some(chance),
            Some(seed),
        ) if errors.is_empty() => Ok(Options {
            reviews,
            least,
            most,
            experts,
            cap,
            chance,
            seed,
            keeps_published: raw.get(KEEPS) == YES,
        }),
        _ => Err(errors),
    }
}

/// A whole number that may be left out.
pub(super) fn optional(typed: &str, lowest: u32, highest: u32) -> Result<Option<u32>, Fault> {
    if typed.is_empty() {
        Ok(None)
    } else {
        whole(typed, lowest, highest).map(Some)
    }
}

fn whole(typed: &str, lowest: u32, highest: u32) -> Result<u32, Fault> {
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let number: u32 = typed.parse().map_err(|_| Fault::Malformed)?;
    if (lowest..=highest).contains(&number) {
        Ok(number)
    } else {
        Err(Fault::OutOfRange {
            lowest: Some(lowest.to_string()),
            highest: Some(highest.to_string()),
        })
    }
}
