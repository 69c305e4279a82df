//! The columns of every file, as they are promised, explained and chosen. `http::sheet` writes them; `/exports/columns` explains
//! them.

use plaudit_domain::export::Export;

/// The columns of `nominations.csv` before the answers.
pub const NOMINATIONS_BEFORE: &[&str] = &[
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
pub const NOMINATIONS_AFTER: &[&str] = &["progress_claims", "exported_at"];

/// The columns of `scores.csv`.
pub const SCORES: &[&str] = &[
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
pub const CASES: &[&str] = &[
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
pub const JUDGES: &[&str] = &[
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
pub const CONFLICTS: &[&str] = &[
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
pub const RANKING_BEFORE: &[&str] = &[
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
pub const RANKING_AFTER: &[&str] = &[
    "method_asked",
    "method_used",
    "merit_floor",
    "shortlist_size",
    "rule_set_version",
    "exported_at",
];

/// The columns of `meeting.csv`.
pub const MEETING: &[&str] = &[
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
pub const HISTORY: &[&str] = &[
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
pub const CONFIDENTIALITY: &[&str] = &[
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
pub const SHORTLIST_BEFORE: &[&str] = &[
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
pub const SHORTLIST_AFTER: &[&str] = &["verdict", "comment", "rule_set_version", "exported_at"];

/// The files that have columns, in the order in which they are explained.
pub const FILES: &[Export] = &[
    Export::Nominations,
    Export::Cases,
    Export::Judges,
    Export::Conflicts,
    Export::Scores,
    Export::Ranking,
    Export::Shortlist,
    Export::Meeting,
    Export::History,
    Export::Confidentiality,
];

/// How the columns begin of which a file has one for each question or criterion; they are asked for together, with a star.
pub fn repeated(file: Export) -> Option<&'static str> {
    match file {
        Export::Nominations => Some("answer_"),
        Export::Ranking | Export::Shortlist => Some("mean_"),
        _ => None,
    }
}

/// The columns of a file in their order, those that are repeated as one, with a star; none of what has no columns.
pub fn of(file: Export) -> Vec<&'static str> {
    match file {
        Export::Nominations => [NOMINATIONS_BEFORE, &["answer_*"], NOMINATIONS_AFTER].concat(),
        Export::Ranking => [RANKING_BEFORE, &["mean_*"], RANKING_AFTER].concat(),
        Export::Shortlist => [SHORTLIST_BEFORE, &["mean_*"], SHORTLIST_AFTER].concat(),
        Export::Cases => CASES.to_vec(),
        Export::Judges => JUDGES.to_vec(),
        Export::Conflicts => CONFLICTS.to_vec(),
        Export::Scores => SCORES.to_vec(),
        Export::Meeting => MEETING.to_vec(),
        Export::History => HISTORY.to_vec(),
        Export::Confidentiality => CONFIDENTIALITY.to_vec(),
        Export::Pack | Export::CasePack | Export::Package => Vec::new(),
    }
}

/// The key of what a column holds.
pub fn meaning(file: Export, column: &str) -> String {
    let column = if column.ends_with('*') {
        "each".to_owned()
    } else {
        column.replace('_', "-")
    };
    format!("exports-column-{file}-{column}")
}

/// The columns of `nominations.csv` in a season that asks these questions.
pub fn nominations<'a>(questions: impl Iterator<Item = &'a str>) -> Vec<String> {
    around(NOMINATIONS_BEFORE, "answer_", questions, NOMINATIONS_AFTER)
}

/// The columns of `ranking.csv` in a season that is judged by these criteria.
pub fn ranking<'a>(criteria: impl Iterator<Item = &'a str>) -> Vec<String> {
    around(RANKING_BEFORE, "mean_", criteria, RANKING_AFTER)
}

/// The columns of `shortlist.csv` in a season that is judged by these criteria.
pub fn shortlist<'a>(criteria: impl Iterator<Item = &'a str>) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn every_column_is_explained() {
        let words = WordBook::load().english();
        let missing: Vec<String> = FILES
            .iter()
            .flat_map(|file| of(*file).into_iter().map(|column| meaning(*file, column)))
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn what_can_be_chosen_of_a_file_is_what_it_has() {
        for file in FILES {
            let begins = repeated(*file).map(|prefix| format!("{prefix}*"));
            let starred: Vec<&str> = of(*file)
                .into_iter()
                .filter(|column| column.ends_with('*'))
                .collect();
            assert_eq!(
                starred,
                begins.iter().map(String::as_str).collect::<Vec<_>>()
            );
        }
    }
}
