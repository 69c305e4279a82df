//! What is known of the judges: how lenient each is. Nobody is named where the panel is too small for it to mean anything.

use maud::{Markup, html};
use plaudit_domain::standing::certainty::{Certainty, JudgeCertainty, LEAST_TO_NAME};
use plaudit_store::reports::certainty::Sureness;

use crate::say;
use crate::shown::measures::points;
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

/// Every judge's leniency, drawn and as a table.
pub(in super::super) fn judges(
    words: &Words,
    sureness: &Sureness,
    certainty: &Certainty,
) -> Markup {
    let is_named = certainty.may_name_judges();
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
