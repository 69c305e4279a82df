//! A programme's accent colour.

use sea_orm_migration::prelude::*;

use crate::columns::maybe_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // None is Plaudit's own colour.
        let add = Table::alter()
            .table("programmes")
            .add_column(maybe_text("accent"))
            .take();
        manager.alter_table(add).await
    }
}
