//! Plans of who judges what: a season without one gives every case to every judge.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, flag, index, instant, json, maybe_instant, maybe_json, maybe_number, maybe_text,
    number, reference, table, text,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let plans = table(
            "plans",
            vec![
                reference("season_id"),
                number("reviews"),
                number("least"),
                number("most"),
                number("experts"),
                maybe_number("organisation_cap"),
                // In percent of the highest match.
                number("chance"),
                text("seed"),
                flag("keeps_published"),
                // What the last plan came to, and which published assignments it takes away.
                maybe_json("outcome"),
                maybe_instant("planned_at"),
                number("version"),
                instant("created_at"),
            ],
            &[("season_id", "seasons")],
        )
        .primary_key(Index::create().col("season_id"))
        .take();
        let judges = table(
            "plan_judges",
            vec![
                reference("season_id"),
                reference("judge_id"),
                maybe_number("least"),
                maybe_number("most"),
                maybe_text("organisation"),
                // {"<case>": [match, 1 for an expert]}: one row, since a judge's matches are read and replaced as a whole.
                json("matches"),
            ],
            &[("season_id", "seasons"), ("judge_id", "accounts")],
        )
        .primary_key(Index::create().col("season_id").col("judge_id"))
        .take();
        let pairs = table(
            "plan_pairs",
            vec![
                reference("season_id"),
                reference("case_id"),
                reference("judge_id"),
                // Whether the judge is to have the case; else they are not to have it.
                flag("is_wanted"),
            ],
            &[
                ("season_id", "seasons"),
                ("case_id", "cases"),
                ("judge_id", "accounts"),
            ],
        )
        .primary_key(Index::create().col("case_id").col("judge_id"))
        .take();
        let indexes = vec![index("plan_pairs", &["season_id"])];
        create(manager, vec![plans, judges, pairs], indexes).await
    }
}
