//! Stages beside the scoring: which one a season is in, what a rule set says of them, who judges in which, and which
//! cases did not go on. A season from before has one stage, and is in it.

use sea_orm_migration::prelude::*;

use crate::columns::{maybe_json, maybe_text, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let scoring = |name: &'static str| text(name).default("scoring").take();
        let changes = [
            ("seasons", scoring("stage")),
            ("stages", scoring("kind")),
            ("criteria", scoring("stage")),
            // None: nothing but the scoring.
            ("rule_sets", maybe_json("stages")),
            // None: in all of them.
            ("memberships", maybe_json("stages")),
            // The stage that was the case's last; none while it takes part.
            ("cases", maybe_text("out_after")),
            // What a scorecard of a sift says.
            ("scorecards", maybe_text("vote")),
        ];
        for (table, column) in changes {
            let change = Table::alter().table(table).add_column(column).take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}
