//! What is known of the judges: how lenient each is, and how far they agree. Nobody is named where the panel is too small
//! for it to mean anything.

use maud::{Markup, html};
use plaudit_domain::standing::certainty::{
    Alpha, Certainty, JudgeCertainty, LEAST_TO_NAME, Support,
};
use plaudit_store::reports::certainty::Sureness;

use crate::admin::ranking::certainty::sentences::{chance, points};
use crate::say;
use crate::shown::named;
use crate::ui::plot::{Mark, Plot, PlotLine};
use crate::ui::table::Table;
use crate::words::Words;

/// How many standard errors on either side hold the true leniency nine times in ten.
const NINE_IN_TEN: f64 = 1.645;

struct Row<'a> {
    name: String,
    judge: &'a JudgeCertainty,
}

/// Whether there are enough judges and cases to say anything of one judge by name.
fn may_be_named(certainty: &Certainty) -> bool {
    let (judges, cases) = LEAST_TO_NAME;
    certainty.judges.len() >= judges && certainty.cases.len() >= cases
}

/// Every judge's leniency, drawn and as a table.
pub(in super::super) fn judges(
    words: &Words,
    sureness: &Sureness,
    certainty: &Certainty,
) -> Markup {
    let is_named = may_be_named(certainty);
    let rows: Vec<Row<'_>> = (certainty.judges.iter().enumerate())
        .map(|(index, judge)| Row {
            name: if is_named {
                let name = sureness.judges.get(&judge.judge);
                named::nominee_or_erased(words, name.map(String::as_str))
            } else {
                say!(words, "certainty-judge-unnamed", number = index + 1)
            },
            judge,
        })
        .collect();
    let lines: Vec<PlotLine> = (rows.iter())
        .filter_map(|row| {
            let (leniency, error) = row.judge.leniency?;
            Some(PlotLine {
                label: row.name.clone(),
                mark: Mark::Plain,
                at: Some(leniency),
                between: Some((
                    leniency - NINE_IN_TEN * error,
                    leniency + NINE_IN_TEN * error,
                )),
                dots: Vec::new(),
            })
        })
        .collect();
    let (least_judges, least_cases) = LEAST_TO_NAME;
    let table = Table::new(say!(words, "certainty-judges-table"), &rows)
        .head(say!(words, "certainty-judge"), |row| html! { bdi { (row.name) } })
        .numbers(say!(words, "case-scorecards"), |row| row.judge.scorecards)
        .numbers(say!(words, "ranking-mean"), |row| points(row.judge.mean))
        .numbers(say!(words, "certainty-leniency"), |row| {
            html! {
                @if let Some((leniency, error)) = row.judge.leniency { (points(leniency)) " ± " (points(error)) }
            }
        })
        .caption_hidden();
    html! {
        @if !lines.is_empty() {
            section.stack {
                h2 { (say!(words, "certainty-judges")) }
                p { (say!(words, "certainty-judges-text")) }
                @if !is_named { p { (say!(words, "certainty-judges-unnamed", judges = least_judges, cases = least_cases)) } }
                (Plot::new(say!(words, "certainty-judges-picture"), lines).around(0.0))
                (table)
            }
        }
    }
}

/// How far the judges agree, and what that means.
pub(in super::super) fn agreement(words: &Words, certainty: &Certainty) -> Markup {
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
