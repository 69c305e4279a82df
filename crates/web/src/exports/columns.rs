//! What each column of each file means: `/exports/columns`. The columns' names and order are a promise.

mod view;

use axum::Router;
use axum_extra::routing::RouterExt;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::exports::Columns;
use crate::state::App;

pub(super) use crate::shown::columns::{
    CASES, CONFIDENTIALITY, CONFLICTS, HISTORY, JUDGES, MEETING, SCORES, nominations, ranking,
    shortlist,
};

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// Anybody may read what the files hold; the files themselves are gated.
async fn show(_: Columns, visitor: Visitor) -> Answer {
    view::page(&visitor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_every_file_are_these() {
        let files = [
            ("nominations.csv", nominations(["<question>"].into_iter())),
            (
                "scores.csv",
                SCORES.iter().map(ToString::to_string).collect(),
            ),
            ("shortlist.csv", shortlist(["<criterion>"].into_iter())),
            ("ranking.csv", ranking(["<criterion>"].into_iter())),
            (
                "meeting.csv",
                MEETING.iter().map(ToString::to_string).collect(),
            ),
            ("cases.csv", CASES.iter().map(ToString::to_string).collect()),
            (
                "judges.csv",
                JUDGES.iter().map(ToString::to_string).collect(),
            ),
            (
                "conflicts.csv",
                CONFLICTS.iter().map(ToString::to_string).collect(),
            ),
            (
                "history.csv",
                HISTORY.iter().map(ToString::to_string).collect(),
            ),
            (
                "confidentiality.csv",
                CONFIDENTIALITY.iter().map(ToString::to_string).collect(),
            ),
        ];
        let said: Vec<String> = files
            .iter()
            .map(|(file, columns)| format!("{file}\n  {}", columns.join("\n  ")))
            .collect();
        insta::assert_snapshot!(said.join("\n\n"));
    }
}
