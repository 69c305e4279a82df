//! Nominations with their answers and progress claims, the cases they are joined to, and decisions on cases.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, flag, id, index, instant, json, maybe_instant, maybe_json, maybe_number,
    maybe_reference, maybe_text, number, reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table(
                "cases",
                vec![
                    id(),
                    reference("category_id"),
                    number("number"),
                    reference("nominee_id"),
                    text("status"),
                    text("acceptance"),
                    maybe_instant("told_at"),
                    text("fact_check"),
                    maybe_text("fact_check_by"),
                    number("version"),
                    instant("created_at"),
                ],
                &[("category_id", "categories"), ("nominee_id", "people")],
            ),
            // `typed` is what stands in the form and is not yet submitted: exactly what was typed, valid or not.
            table(
                "nominations",
                vec![
                    id(),
                    text("number"),
                    reference("season_id"),
                    maybe_reference("category_id"),
                    text("status"),
                    maybe_reference("nominee_id"),
                    maybe_reference("nominator_id"),
                    maybe_text("relationship"),
                    maybe_text("relationship_words"),
                    flag("self_nomination"),
                    json("eligibility"),
                    maybe_json("typed"),
                    maybe_reference("case_id"),
                    maybe_instant("started_at"),
                    maybe_instant("submitted_at"),
                    maybe_instant("confirmed_at"),
                    maybe_instant("chased_at"),
                    flag("late"),
                    number("version"),
                    instant("created_at"),
                    instant("updated_at"),
                ],
                &[
                    ("season_id", "seasons"),
                    ("category_id", "categories"),
                    ("nominee_id", "people"),
                    ("nominator_id", "people"),
                    ("case_id", "cases"),
                ],
            ),
            table(
                "answers",
                vec![
                    id(),
                    reference("nomination_id"),
                    reference("question_revision_id"),
                    json("value"),
                    flag("not_for_publication"),
                ],
                &[
                    ("nomination_id", "nominations"),
                    ("question_revision_id", "question_revisions"),
                ],
            ),
            table(
                "progress_claims",
                vec![
                    id(),
                    reference("nomination_id"),
                    number("position"),
                    text("before"),
                    text("after"),
                    text("from_month"),
                    maybe_text("to_month"),
                    text("shown_by"),
                    maybe_text("sfia_version"),
                    maybe_text("sfia_skill"),
                    maybe_number("sfia_before"),
                    maybe_number("sfia_after"),
                ],
                &[("nomination_id", "nominations")],
            ),
            // What was decided on a case, why, and whether it was undone: shortlisting, eligibility, awards.
            table(
                "decisions",
                vec![
                    id(),
                    reference("case_id"),
                    text("kind"),
                    text("reason"),
                    reference("decided_by"),
                    instant("decided_at"),
                    maybe_instant("undone_at"),
                    maybe_text("undone_reason"),
                ],
                &[("case_id", "cases")],
            ),
        ];
        let indexes = vec![
            unique("cases", &["category_id", "number"]),
            index("cases", &["nominee_id"]),
            unique("nominations", &["number"]),
            index("nominations", &["season_id", "status"]),
            index("nominations", &["case_id"]),
            unique("answers", &["nomination_id", "question_revision_id"]),
            unique("progress_claims", &["nomination_id", "position"]),
            index("decisions", &["case_id"]),
        ];
        create(manager, tables, indexes).await
    }
}
