//! What the scores say of a panel: whose scorecards differ from the others' and how, which scores stand out, and how far the
//! judges agree. Differing is no fault, and nothing here says that it is.

use std::collections::BTreeMap;

use maud::{Markup, html};
use plaudit_domain::ids::AccountId;
use plaudit_domain::standing::certainty::{
    Alpha, Certainty, Flag, JudgeCertainty, LEAST_TO_NAME, Outlier, Support,
};
use plaudit_store::reports::ranking::RankingRow;

use crate::say;
use crate::shown::measures::{chance, points};
use crate::shown::named;
use crate::ui::table::Table;
use crate::words::Words;

/// Whose scorecards differ, which scores stand out, and how far the judges agree. Of a small panel only the last: there is too
/// little to go by, and everybody knows who is meant.
pub fn diagnostics(
    words: &Words,
    judges: &BTreeMap<AccountId, String>,
    rows: &[RankingRow],
    certainty: &Certainty,
) -> Markup {
    html! {
        @if certainty.may_name_judges() {
            (differing(words, judges, certainty))
            (outliers(words, judges, rows, certainty))
        } @else {
            @let (judges, cases) = LEAST_TO_NAME;
            p { (say!(words, "diagnostics-too-few", judges = judges, cases = cases)) }
        }
        (agreement(words, certainty))
    }
}

fn name(words: &Words, judges: &BTreeMap<AccountId, String>, judge: AccountId) -> Markup {
    let name = judges.get(&judge).map(String::as_str);
    html! { bdi { (named::nominee_or_erased(words, name)) } }
}

/// Every judge of whom something is to be said, in sentences.
fn differing(words: &Words, judges: &BTreeMap<AccountId, String>, certainty: &Certainty) -> Markup {
    let rows: Vec<(&JudgeCertainty, Vec<String>)> = (certainty.judges.iter())
        .map(|judge| (judge, remarks(words, judge)))
        .filter(|(_, remarks)| !remarks.is_empty())
        .collect();
    let table = Table::new(say!(words, "diagnostics-judges"), &rows)
        .head(say!(words, "certainty-judge"), |(judge, _)| {
            name(words, judges, judge.judge)
        })
        .numbers(say!(words, "case-scorecards"), |(judge, _)| {
            judge.scorecards
        })
        .words(
            say!(words, "diagnostics-remarks"),
            |(_, remarks)| html! { @for remark in remarks { p { (remark) } } },
        )
        .caption_hidden();
    html! {
        section.stack {
            h2 { (say!(words, "diagnostics-judges")) }
            p { (say!(words, "diagnostics-judges-text")) }
            @if rows.is_empty() {
                p { (say!(words, "diagnostics-nobody")) }
            } @else {
                (table)
            }
        }
    }
}

/// What is unusual about a judge's scorecards, each in a sentence that says what it is and not what they are.
fn remarks(words: &Words, judge: &JudgeCertainty) -> Vec<String> {
    judge
        .flags
        .iter()
        .filter_map(|flag| remark(words, judge, *flag))
        .collect()
}

fn remark(words: &Words, judge: &JudgeCertainty, flag: Flag) -> Option<String> {
    let off = |value: f64| points(value.abs());
    Some(match flag {
        Flag::Constant => say!(words, "diagnostics-constant"),
        Flag::Severity => {
            let (leniency, _) = judge.leniency?;
            let key = if leniency < 0.0 {
                "diagnostics-severe"
            } else {
                "diagnostics-lenient"
            };
            say!(words, key, points = off(leniency))
        }
        Flag::Consistency if judge.outfit? > 1.0 => say!(words, "diagnostics-uneven"),
        Flag::Consistency => say!(words, "diagnostics-even"),
        Flag::Halo => say!(words, "diagnostics-halo"),
        Flag::Drift => {
            let drift = judge.drift?;
            let key = if drift < 0.0 {
                "diagnostics-falling"
            } else {
                "diagnostics-rising"
            };
            say!(words, key, points = format!("{:.2}", drift.abs()))
        }
        Flag::FewSteps => say!(words, "diagnostics-few-steps"),
    })
}

/// The scorecards that do not fit, and the places of their cases without them.
fn outliers(
    words: &Words,
    judges: &BTreeMap<AccountId, String>,
    rows: &[RankingRow],
    certainty: &Certainty,
) -> Markup {
    let case_of = |outlier: &Outlier| {
        let row = rows.iter().find(|row| row.case == outlier.case);
        html! {
            @if let Some(row) = row {
                (say!(words, "room-case", number = row.number))
                @if let Some(nominee) = &row.nominee { ": " bdi { (nominee) } }
            }
        }
    };
    let table = Table::new(say!(words, "diagnostics-outliers"), &certainty.outliers)
        .head(say!(words, "diagnostics-case"), case_of)
        .words(say!(words, "certainty-judge"), |outlier| {
            name(words, judges, outlier.judge)
        })
        .words(say!(words, "diagnostics-how-far"), |outlier| {
            let key = if outlier.points < 0.0 {
                "diagnostics-below"
            } else {
                "diagnostics-above"
            };
            say!(words, key, points = points(outlier.points.abs()))
        })
        .numbers(say!(words, "diagnostics-place"), |outlier| outlier.place)
        .numbers(say!(words, "diagnostics-place-without"), |outlier| {
            outlier.place_without
        })
        .caption_hidden();
    html! {
        section.stack {
            h2 { (say!(words, "diagnostics-outliers")) }
            @if certainty.outliers.is_empty() {
                p { (say!(words, "diagnostics-no-outliers")) }
            } @else {
                p { (say!(words, "diagnostics-outliers-text")) }
                (table)
            }
        }
    }
}

/// How far the judges agree, and what that means.
fn agreement(words: &Words, certainty: &Certainty) -> Markup {
    let agreement = &certainty.agreement;
    let said = |alpha: Alpha| {
        let number = |value: f64| format!("{value:.2}").replace('-', "−");
        say!(
            words,
            "certainty-alpha",
            value = number(alpha.value),
            low = number(alpha.low),
            high = number(alpha.high)
        )
    };
    let two = match &certainty.support {
        Support::Measured(variances) => Some(say!(
            words,
            "certainty-two-judges",
            value = chance(words, variances.entry_share())
        )),
        _ => None,
    };
    let sentences: Vec<String> = (agreement.interval.map(said).into_iter())
        .chain(two)
        .chain(
            (agreement.complete.and_then(|complete| complete.kendall_w))
                .map(|w| say!(words, "certainty-kendall", value = format!("{w:.2}"))),
        )
        .collect();
    html! {
        @if !sentences.is_empty() {
            section.stack {
                h2 { (say!(words, "certainty-agreement")) }
                @for sentence in &sentences { p { (sentence) } }
                p { (say!(words, "certainty-agreement-text")) }
            }
        }
    }
}
