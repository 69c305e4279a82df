//! What else somebody should look at: judges, reviews, and how far other methods agree.

use plaudit_ranking::{Flag, Remark, Selection};

use super::super::{Outcome, names};
use super::{grouped, label};

/// What else somebody should look at.
pub(super) fn notes(outcome: &Outcome) -> Vec<String> {
    let report = &outcome.report;
    let mut notes = Vec::new();
    if report.used != report.method {
        notes.push(format!(
            "Asked for {}, ranked by {}.",
            names::method(report.method),
            names::method(report.used)
        ));
    }
    for remark in &report.remarks {
        notes.extend(match remark {
            Remark::TrimmedNotAdvised => Some(
                "Trimming is not advised here: not everybody judges everything, so it drops the severe judge of one entry \
                 and the lenient one of another."
                    .to_owned(),
            ),
            Remark::NotConverged => Some(
                "The search for the variances did not end as it should; treat the standard errors with care.".to_owned(),
            ),
            // Said by the sentences above and by the judges' flags below.
            Remark::PartsComparedByAssumption { .. } | Remark::ConstantJudge { .. } => None,
        });
    }
    let selected = outcome.selected();
    let robust = (report.entries.iter())
        .filter(|entry| entry.selection == Selection::In && entry.is_robust)
        .count();
    if selected > 0 {
        notes.push(format!(
            "Selected by every method that says anything: {robust} of {selected}."
        ));
    }
    let look: Vec<String> = (report.judges.iter())
        .filter(|judge| !judge.flags.is_empty())
        .map(|judge| {
            let why: Vec<String> = judge
                .flags
                .iter()
                .map(|flag| flagged(*flag, judge.severity))
                .collect();
            format!("{} ({})", label(&judge.judge), why.join(", "))
        })
        .collect();
    notes.extend(listed("Judges to look at", &look));
    // Where entries do not differ, none has a place.
    let is_flat = report.model.fit.is_some_and(|fit| fit.entry <= 0.0);
    let grave: Vec<String> = (report.outliers.iter())
        .filter(|outlier| outlier.is_grave)
        .map(|outlier| {
            let (place, without) = (outlier.place, outlier.place_without);
            let moves = if is_flat {
                return format!("{} on {}", label(&outlier.judge), label(&outlier.entry));
            } else if place == without {
                format!("place {place} with it and without")
            } else {
                format!("place {place}, without it {without}")
            };
            format!(
                "{} on {} ({moves})",
                label(&outlier.judge),
                label(&outlier.entry)
            )
        })
        .collect();
    notes.extend(listed("Reviews that fit nothing else", &grave));
    notes
}

fn flagged(flag: Flag, severity: Option<f64>) -> String {
    let points = severity.unwrap_or(0.0);
    let words = match flag {
        Flag::Constant => "gives everything the same",
        Flag::Severity if points < 0.0 => {
            return format!("severe by {} points", significant(-points));
        }
        Flag::Severity => return format!("lenient by {} points", significant(points)),
        Flag::Consistency => "more or less consistent than the others",
        Flag::Halo => "scores criteria alike",
        Flag::Drift => "moves while judging",
        Flag::FewSteps => "uses few steps of the scale",
    };
    words.to_owned()
}

/// A number above nought in three digits or so.
fn significant(number: f64) -> String {
    let decimals = [100.0, 10.0, 1.0, 0.1]
        .iter()
        .position(|least| number >= *least);
    format!("{number:.*}", decimals.unwrap_or(4))
}

/// A heading with the first few, and how many more there are.
fn listed(heading: &str, things: &[String]) -> Option<String> {
    const MOST: usize = 6;
    let (first, rest) = things.split_at(things.len().min(MOST));
    let more = match rest.len() {
        0 => String::new(),
        many => format!("; and {} more", grouped(many as u64)),
    };
    (!first.is_empty()).then(|| format!("{heading}: {}{more}.", first.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_severe_a_judge_is_is_said_in_points() {
        let told = |severity| flagged(Flag::Severity, Some(severity));
        assert_eq!(told(-2.345), "severe by 2.35 points");
        assert_eq!(told(23.45), "lenient by 23.4 points");
        assert_eq!(told(0.01234), "lenient by 0.0123 points");
        assert_eq!(told(-1234.5), "severe by 1234 points");
        assert_eq!(flagged(Flag::Drift, None), "moves while judging");
    }
}
