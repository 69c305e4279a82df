//! What surrounds a scorecard: abstentions with their reasons, questions to the secretary, and the practice case.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, id, index, instant, json, maybe_instant, maybe_reference, maybe_text, number,
    reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table(
                "abstentions",
                vec![
                    id(),
                    reference("assignment_id"),
                    text("reason"),
                    instant("created_at"),
                ],
                &[("assignment_id", "assignments")],
            ),
            table(
                "enquiries",
                vec![
                    id(),
                    reference("case_id"),
                    reference("asked_by"),
                    text("question"),
                    instant("created_at"),
                    maybe_text("answer"),
                    maybe_reference("answered_by"),
                    maybe_instant("answered_at"),
                ],
                &[("case_id", "cases"), ("asked_by", "accounts")],
            ),
            // The panel's answers stand by the key of their criterion, which is the same in every version of the rules.
            table(
                "practice_cases",
                vec![
                    id(),
                    reference("season_id"),
                    text("nominee"),
                    text("content"),
                    json("answers"),
                    number("version"),
                    instant("created_at"),
                    instant("updated_at"),
                ],
                &[("season_id", "seasons")],
            ),
        ];
        let indexes = vec![
            unique("abstentions", &["assignment_id"]),
            index("enquiries", &["case_id"]),
            unique("practice_cases", &["season_id"]),
        ];
        create(manager, tables, indexes).await
    }
}
