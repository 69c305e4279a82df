//! `figures.csv`, how a category was judged in counts, all of them or none, and `results.csv`, what became of the cases that were
//! selected: written and read back.

use plaudit_domain::criterion::Points;
use plaudit_domain::publication::{Honour, PublicCase, PublicFigures, PublicResults, Score, Told};

use crate::package::fault::Fault;
use crate::package::table::{self, Rows};

/// The members' names.
pub(super) const FIGURES: &str = "figures.csv";
pub(super) const RESULTS: &str = "results.csv";

const OF_FIGURES: [&str; 2] = ["figure", "value"];
const OF_RESULTS: [&str; 4] = ["case", "result", "score", "mean"];

/// The figures, in their order.
const NAMES: [&str; 3] = ["cases_judged", "judges", "recusals"];

/// What stands for each of them where they are left out.
pub(super) const LEFT_OUT: &str = "left out";

/// How the category was judged.
pub(super) fn figures(told: &PublicResults) -> String {
    let values = told
        .figures
        .map_or(NAMES.map(|_| LEFT_OUT.to_owned()), |figures| {
            [
                figures.judged.to_string(),
                figures.judges.to_string(),
                figures.recusals.to_string(),
            ]
        });
    let mut rows = Rows::new(OF_FIGURES);
    for (name, value) in NAMES.into_iter().zip(values) {
        rows.push([name.to_owned(), value]);
    }
    rows.text()
}

/// What became of whom.
pub(super) fn results(told: &PublicResults) -> String {
    let points = |points: Option<Points>| points.map_or_else(String::new, |it| it.to_string());
    let mut rows = Rows::new(OF_RESULTS);
    for case in &told.cases {
        rows.push([
            case.number.to_string(),
            case.honour.to_string(),
            points(case.score.map(|score| score.score)),
            points(case.score.map(|score| score.mean)),
        ]);
    }
    rows.text()
}

/// Reads both back.
pub(super) fn read(figures: &str, results: &str) -> Result<PublicResults, Fault> {
    let mut names = NAMES.into_iter();
    let values = table::read(FIGURES, figures, &OF_FIGURES, |row| {
        (row.get(0) == names.next()).then(|| row.get(1).unwrap_or_default().to_owned())
    })?;
    let wrong = |at: usize| Fault::Unreadable {
        member: FIGURES,
        line: at + 2,
        why: "it is no figure that public results have".to_owned(),
    };
    let value = |at: usize| values.get(at).ok_or_else(|| wrong(at));
    let count = |at: usize| value(at)?.parse().map_err(|_| wrong(at));
    let are_left_out = values.len() == NAMES.len() && values.iter().all(|it| it == LEFT_OUT);
    let figures = if are_left_out {
        None
    } else {
        Some(PublicFigures {
            judged: count(0)?,
            judges: count(1)?,
            recusals: Told::parse(value(2)?).ok_or_else(|| wrong(2))?,
        })
    };
    Ok(PublicResults {
        figures,
        cases: table::read(RESULTS, results, &OF_RESULTS, |row| {
            let points = |at: usize| Points::parse(row.get(at)?).ok();
            let score = match (row.get(2)?, row.get(3)?) {
                ("", "") => None,
                _ => Some(Score {
                    score: points(2)?,
                    mean: points(3)?,
                }),
            };
            Some(PublicCase {
                number: row.get(0)?.parse().ok()?,
                honour: Honour::parse(row.get(1)?).ok()?,
                score,
            })
        })?,
    })
}
