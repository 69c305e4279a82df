//! What is asked about declared interests.

use plaudit_domain::interest::Kind;
use plaudit_domain::interest::conflicts::{ConflictPolicy, Effect, MOST_YEARS, Ruler};
use plaudit_domain::text::Fault;

use crate::admin::filled::VERSION;
use crate::admin::run::Run;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const YEARS: &str = "years";
/// Who rules on what is ruled on by hand.
pub(super) const RULER: &str = "ruler";

/// The field of a kind of interest.
pub(super) fn field(kind: Kind) -> String {
    format!("effect-{kind}")
}

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 9] = [
    ("effect-employer", "interest-kind-employer"),
    ("effect-employer-before", "interest-kind-employer-before"),
    ("effect-family", "interest-kind-family"),
    ("effect-line-management", "interest-kind-line-management"),
    ("effect-supplier", "interest-kind-supplier"),
    ("effect-support", "interest-kind-support"),
    ("effect-other", "interest-kind-other"),
    (YEARS, "conflicts-years"),
    (RULER, "conflicts-ruler"),
];

/// What is decided now.
pub(super) fn written(run: &Run, policy: &ConflictPolicy) -> RawForm {
    let mut pairs = vec![
        (VERSION.to_owned(), run.season.revision.to_string()),
        (YEARS.to_owned(), policy.look_back_years.to_string()),
        (RULER.to_owned(), policy.ruler.to_string()),
    ];
    pairs.extend(
        Kind::CHOSEN
            .into_iter()
            .map(|kind| (field(kind), policy.effect(kind).to_string())),
    );
    RawForm::from_pairs(pairs)
}

/// Reads what was chosen, or says everything that is wrong with it.
pub(super) fn parse(raw: &RawForm) -> Result<ConflictPolicy, FieldErrors> {
    let mut errors = raw.errors();
    let mut effects = Vec::new();
    for kind in Kind::CHOSEN {
        let name = field(kind);
        let chosen = Effect::parse(raw.trimmed(&name)).map_err(|_| Fault::NotAChoice);
        let chosen = errors.take(&name, "conflicts-effect-noun", chosen);
        effects.extend(chosen.map(|effect| (kind, effect)));
    }
    let years = errors.take(YEARS, "conflicts-years-noun", years(raw.trimmed(YEARS)));
    let ruler = Ruler::parse(raw.trimmed(RULER)).map_err(|_| Fault::NotAChoice);
    let ruler = errors.take(RULER, "conflicts-ruler-noun", ruler);
    match years.zip(ruler) {
        Some((years, ruler)) if errors.is_empty() => Ok(ConflictPolicy::new(effects, years, ruler)),
        _ => Err(errors),
    }
}

fn years(typed: &str) -> Result<u32, Fault> {
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let years: u32 = typed.parse().map_err(|_| Fault::Malformed)?;
    if (1..=MOST_YEARS).contains(&years) {
        Ok(years)
    } else {
        Err(Fault::OutOfRange {
            lowest: Some("1".to_owned()),
            highest: Some(MOST_YEARS.to_string()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default() -> RawForm {
        let policy = ConflictPolicy::default();
        let mut pairs = vec![
            (YEARS.to_owned(), "3".to_owned()),
            (RULER.to_owned(), policy.ruler.to_string()),
        ];
        let effects = Kind::CHOSEN.map(|kind| (field(kind), policy.effect(kind).to_string()));
        pairs.extend(effects);
        RawForm::from_pairs(pairs)
    }

    #[test]
    fn the_fields_are_those_of_the_kinds() {
        let kinds: Vec<String> = Kind::CHOSEN.into_iter().map(field).collect();
        let listed: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed[..7], kinds);
        assert_eq!(parse(&default()), Ok(ConflictPolicy::default()));
    }

    #[test]
    fn every_fault_stands_at_its_field() {
        let wrong = |name: &str, typed: &str| {
            let errors = parse(&default().with(name, typed)).expect_err("it is wrong");
            let fields: Vec<_> = errors.iter().map(|error| error.field.clone()).collect();
            assert_eq!(fields, [name], "{typed}");
        };
        wrong("effect-family", "dice");
        wrong(YEARS, "0");
        wrong(YEARS, "21");
        wrong(RULER, "the nominee");
    }
}
