//! What an invitation to a panel says beside the role: by when to answer, how much there is to read, and why somebody
//! declined.

use sea_orm_migration::prelude::*;

use crate::columns::{maybe_instant, maybe_number, maybe_text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column at a time: SQLite adds no more at once.
        for column in [
            maybe_instant("answer_by"),
            maybe_number("expected_cases"),
            maybe_number("minutes_a_case"),
            maybe_text("decline_reason"),
        ] {
            let change = Table::alter()
                .table("memberships")
                .add_column(column)
                .take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}
