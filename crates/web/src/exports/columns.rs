//! What each column of each file means: `/exports/columns`. The columns' names and order are a promise.

mod view;

use axum::Router;
use axum_extra::routing::RouterExt;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::exports::Columns;
use crate::state::App;

/// The columns of `nominations.csv` before the answers.
pub(super) const NOMINATIONS_BEFORE: &[&str] = &[
    "number",
    "status",
    "category",
    "case",
    "nominee",
    "nominee_role",
    "nominee_organisation",
    "nominee_email",
    "nominator",
    "nominator_role",
    "nominator_organisation",
    "nominator_email",
    "nominator_telephone",
    "relationship",
    "relationship_words",
    "self_nomination",
    "eligibility",
    "submitted_at",
    "confirmed_at",
    "late",
];

/// The columns of `nominations.csv` after the answers, of which there is one for each question: `answer_` and its name.
pub(super) const NOMINATIONS_AFTER: &[&str] = &["progress_claims", "exported_at"];

/// The columns of `scores.csv`.
pub(super) const SCORES: &[&str] = &[
    "case",
    "nominee",
    "organisation",
    "category",
    "judge",
    "assignment_status",
    "criterion",
    "criterion_title",
    "weight",
    "score",
    "lowest_possible",
    "highest_possible",
    "weighted_total",
    "comment",
    "strongest",
    "would_have_helped",
    "submitted_at",
    "rule_set_version",
    "exported_at",
    "stage",
    "vote",
];

/// The columns of `cases.csv`.
pub(super) const CASES: &[&str] = &[
    "case",
    "nominee",
    "organisation",
    "category",
    "status",
    "nominee_answer",
    "fact_check",
    "nominations",
    "scorecards_received",
    "scorecards_required",
    "recusals",
    "exported_at",
];

/// The columns of `judges.csv`.
pub(super) const JUDGES: &[&str] = &[
    "name",
    "email",
    "role",
    "membership",
    "invited_at",
    "answer_by",
    "decline_reason",
    "scorecards_asked",
    "submitted",
    "begun",
    "not_begun",
    "waiting_for_ruling",
    "recusals",
    "will_not_come",
    "exported_at",
];

/// The columns of `conflicts.csv`.
pub(super) const CONFLICTS: &[&str] = &[
    "case",
    "nominee",
    "organisation",
    "judge",
    "status",
    "kind",
    "effect",
    "words",
    "declared_at",
    "ruling_reason",
    "ruled_at",
    "scorecard_in",
    "judges_left",
    "exported_at",
];

/// The columns of `ranking.csv` before the criteria.
pub(super) const RANKING_BEFORE: &[&str] = &[
    "rank",
    "tied",
    "case",
    "nominee",
    "organisation",
    "status",
    "weighted_total",
    "standard_error",
    "mean",
    "below_merit_floor",
    "within_cut",
    "scorecards_received",
    "scorecards_required",
    "recusals",
    "chance",
    "rank_low",
    "rank_high",
    "verdict",
    "certainty",
];

/// The columns of `ranking.csv` after the criteria, of which there is one for each: `mean_` and its name.
pub(super) const RANKING_AFTER: &[&str] = &[
    "method_asked",
    "method_used",
    "merit_floor",
    "shortlist_size",
    "rule_set_version",
    "exported_at",
];

/// The columns of `meeting.csv`.
pub(super) const MEETING: &[&str] = &[
    "agenda",
    "case",
    "nominee",
    "organisation",
    "status",
    "must_be_out",
    "rank",
    "weighted_total",
    "scorecards_received",
    "scorecards_required",
    "decision",
    "reason",
    "exported_at",
];

/// The columns of `history.csv`.
pub(super) const HISTORY: &[&str] = &[
    "number",
    "recorded_at",
    "caused_by",
    "kind",
    "sentence",
    "details",
    "season",
    "seal",
    "exported_at",
];

/// The columns of `confidentiality.csv`.
pub(super) const CONFIDENTIALITY: &[&str] = &[
    "name",
    "email",
    "role",
    "membership",
    "version",
    "in_force",
    "accepted_at",
    "digest",
    "exported_at",
];

/// The columns of `shortlist.csv` before the criteria.
pub(super) const SHORTLIST_BEFORE: &[&str] = &[
    "case",
    "nominee",
    "organisation",
    "category",
    "status",
    "nominations",
    "scorecards_received",
    "scorecards_required",
    "recusals",
    "mean",
    "median",
    "lowest",
    "highest",
    "spread",
    "weighted_total",
    "rank",
];

/// The columns of `shortlist.csv` after the criteria, of which there is one for each: `mean_` and its name.
pub(super) const SHORTLIST_AFTER: &[&str] =
    &["verdict", "comment", "rule_set_version", "exported_at"];

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show)
}

/// The columns of `nominations.csv` in a season that asks these questions.
pub(super) fn nominations<'a>(questions: impl Iterator<Item = &'a str>) -> Vec<String> {
    around(NOMINATIONS_BEFORE, "answer_", questions, NOMINATIONS_AFTER)
}

/// The columns of `ranking.csv` in a season that is judged by these criteria.
pub(super) fn ranking<'a>(criteria: impl Iterator<Item = &'a str>) -> Vec<String> {
    around(RANKING_BEFORE, "mean_", criteria, RANKING_AFTER)
}

/// The columns of `shortlist.csv` in a season that is judged by these criteria.
pub(super) fn shortlist<'a>(criteria: impl Iterator<Item = &'a str>) -> Vec<String> {
    around(SHORTLIST_BEFORE, "mean_", criteria, SHORTLIST_AFTER)
}

fn around<'a>(
    before: &[&str],
    prefix: &str,
    keys: impl Iterator<Item = &'a str>,
    after: &[&str],
) -> Vec<String> {
    let own = keys.map(|key| format!("{prefix}{key}"));
    before
        .iter()
        .map(|column| (*column).to_owned())
        .chain(own)
        .chain(after.iter().map(|column| (*column).to_owned()))
        .collect()
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
