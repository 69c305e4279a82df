//! What these scores can and cannot support, in sentences.

use plaudit_domain::standing::certainty::{Certainty, Support, Variances, Verdict};

use crate::admin::ranking::note::unavailable;
use crate::say;
use crate::words::Words;

/// A share as whole percents. Nothing that is measured is certain, so that nearly nothing and nearly all are said as such.
pub(super) fn chance(words: &Words, share: f64) -> String {
    if share < 0.005 {
        say!(words, "certainty-under", percent = words.percent(1))
    } else if share > 0.995 {
        say!(words, "certainty-over", percent = words.percent(99))
    } else {
        words.percent(percents(share))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a share is between nought and one"
)]
fn percents(share: f64) -> i64 {
    (100.0 * share).round() as i64
}

/// Points to one place, with a minus that is one.
pub(super) fn points(value: f64) -> String {
    let said = format!("{value:.1}");
    if said == "-0.0" {
        return "0.0".to_owned();
    }
    said.replace('-', "−")
}

/// What holds of the scores as a whole, the weightiest first.
pub(super) fn of(words: &Words, certainty: &Certainty) -> Vec<String> {
    let mut said = match &certainty.support {
        Support::Measured(variances) => measured(words, certainty, variances),
        Support::Perfect => vec![say!(words, "certainty-perfect")],
        Support::Flat { p_value } => vec![say!(
            words,
            "certainty-flat",
            chance = chance(words, *p_value)
        )],
        Support::Missing(why) => vec![say!(
            words,
            "certainty-missing",
            why = unavailable(words, *why)
        )],
    };
    if certainty.groups > 1 {
        said.push(say!(words, "certainty-apart", groups = certainty.groups));
    }
    said
}

fn measured(words: &Words, certainty: &Certainty, variances: &Variances) -> Vec<String> {
    let count = |wanted: Verdict| {
        let cases = certainty.cases.values();
        cases.filter(|case| case.verdict == wanted).count()
    };
    let (safe, open) = (count(Verdict::SafeIn), count(Verdict::Contested));
    let mut said = vec![if open == 0 {
        say!(words, "certainty-all-safe", size = certainty.size)
    } else {
        say!(
            words,
            "certainty-contested",
            safe = safe,
            open = open,
            places = certainty.size.saturating_sub(safe),
            size = certainty.size
        )
    }];
    if certainty.has_no_severity {
        said.push(say!(
            words,
            "certainty-shares-two",
            cases = chance(words, variances.entry_share()),
            rest = chance(words, variances.residual_share())
        ));
    } else {
        said.push(say!(
            words,
            "certainty-shares",
            cases = chance(words, variances.entry_share()),
            judges = chance(words, variances.judge_share()),
            rest = chance(words, variances.residual_share())
        ));
    }
    said.push(reliability(words, variances));
    if let Some(precision) = certainty.precision {
        said.push(say!(
            words,
            "certainty-precision",
            share = chance(words, precision)
        ));
    }
    said
}

/// What the reliability means, in scorecards.
fn reliability(words: &Words, variances: &Variances) -> String {
    let value = format!("{:.2}", variances.reliability);
    match variances.reviews_needed {
        _ if variances.reliability >= 0.795 => {
            say!(words, "certainty-reliable", value = value)
        }
        Some(needed) if needed < 100.0 => say!(
            words,
            "certainty-needed",
            value = value,
            scorecards = format!("{:.0}", needed.ceil())
        ),
        _ => say!(words, "certainty-out-of-reach", value = value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn a_chance_is_never_rounded_to_certainty() {
        let words = WordBook::load().english();
        let said = [0.0, 0.001, 0.126, 0.994, 0.9999, 1.0].map(|share| chance(&words, share));
        assert_eq!(
            said,
            ["under 1%", "under 1%", "13%", "99%", "over 99%", "over 99%"]
        );
    }

    #[test]
    fn points_have_one_place_and_nought_no_sign() {
        assert_eq!([-1.25, -0.04, 3.0].map(points), ["−1.2", "0.0", "3.0"]);
    }
}
