//! What a rule set says of the panel's meeting. Rule sets from before decide by consensus, and ask for no quorum there.

use sea_orm_migration::prelude::*;

use crate::columns::{number, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            text("deciding").default("consensus").take(),
            number("meeting_quorum").default(0).take(),
        ] {
            let change = Table::alter().table("rule_sets").add_column(column).take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}
