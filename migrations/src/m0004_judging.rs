//! Judging: interests per judge and case, assignments per judge, case and stage, scorecards and their scores.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, id, index, instant, maybe_instant, maybe_reference, maybe_text, number, reference,
    table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table(
                "interests",
                vec![
                    id(),
                    reference("case_id"),
                    reference("judge_id"),
                    text("status"),
                    maybe_text("kind"),
                    maybe_text("words"),
                    maybe_instant("declared_at"),
                    maybe_reference("ruled_by"),
                    maybe_text("ruling_reason"),
                    maybe_instant("ruled_at"),
                    instant("created_at"),
                ],
                &[("case_id", "cases"), ("judge_id", "accounts")],
            ),
            table(
                "assignments",
                vec![
                    id(),
                    reference("case_id"),
                    reference("stage_id"),
                    reference("judge_id"),
                    text("status"),
                    maybe_instant("published_at"),
                    instant("created_at"),
                ],
                &[
                    ("case_id", "cases"),
                    ("stage_id", "stages"),
                    ("judge_id", "accounts"),
                ],
            ),
            table(
                "scorecards",
                vec![
                    id(),
                    reference("assignment_id"),
                    reference("rule_set_id"),
                    text("comment"),
                    text("strongest"),
                    text("would_have_helped"),
                    maybe_instant("submitted_at"),
                    maybe_instant("first_submitted_at"),
                    number("version"),
                    instant("created_at"),
                    instant("updated_at"),
                ],
                &[
                    ("assignment_id", "assignments"),
                    ("rule_set_id", "rule_sets"),
                ],
            ),
            // A score counts steps from the scale's lowest point: value = lowest + steps × step.
            table(
                "scores",
                vec![
                    reference("scorecard_id"),
                    reference("criterion_id"),
                    number("steps"),
                ],
                &[("scorecard_id", "scorecards"), ("criterion_id", "criteria")],
            )
            .primary_key(Index::create().col("scorecard_id").col("criterion_id"))
            .take(),
        ];
        let indexes = vec![
            unique("interests", &["case_id", "judge_id"]),
            index("interests", &["judge_id"]),
            unique("assignments", &["case_id", "stage_id", "judge_id"]),
            index("assignments", &["judge_id"]),
            unique("scorecards", &["assignment_id"]),
        ];
        create(manager, tables, indexes).await
    }
}
