//! What a rule set chooses beside its method: what happens at the cut, blind reading, and when judges see others' scores.

use sea_orm_migration::prelude::*;

use crate::columns::{maybe_text, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            text("at_the_cut").default("expand").take(),
            maybe_text("lot_seed"),
            text("reading").default("open").take(),
            text("others_scores").default("never").take(),
        ] {
            let change = Table::alter().table("rule_sets").add_column(column).take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}
