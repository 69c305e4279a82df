//! `figures.csv`, how a category was judged in counts, and `results.csv`, what became of the cases that were selected: written
//! and read back.

use plaudit_domain::criterion::Points;
use plaudit_domain::publication::{Honour, PublicCase, PublicResults, Score, Scores, Told};

use crate::package::fault::Fault;
use crate::package::table::{self, Rows};

/// The members' names.
pub(super) const FIGURES: &str = "figures.csv";
pub(super) const RESULTS: &str = "results.csv";

const OF_FIGURES: [&str; 2] = ["figure", "value"];
const OF_RESULTS: [&str; 4] = ["case", "result", "score", "mean"];

/// The figures, in their order.
const NAMES: [&str; 5] = ["cases_judged", "judges", "scorecards", "recusals", "scores"];

/// How the category was judged.
pub(super) fn figures(told: &PublicResults) -> String {
    let values = [
        told.judged.to_string(),
        told.judges.to_string(),
        told.scorecards.to_string(),
        told.recusals.to_string(),
        told.scores.to_string(),
    ];
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
    let count = |at: usize| Told::parse(value(at)?).ok_or_else(|| wrong(at));
    Ok(PublicResults {
        judged: count(0)?,
        judges: count(1)?,
        scorecards: count(2)?,
        recusals: count(3)?,
        scores: Scores::parse(value(4)?).map_err(|_| wrong(4))?,
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
