//! What these scores can and cannot support, in sentences.

use plaudit_domain::standing::certainty::{Certainty, Support, Variances, Verdict};

use crate::admin::ranking::note::unavailable;
use crate::say;
use crate::shown::measures::chance;
use crate::words::Words;

/// What holds of the scores as a whole, the weightiest first.
pub(in super::super) fn of(words: &Words, certainty: &Certainty) -> Vec<String> {
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
