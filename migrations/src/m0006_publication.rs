//! Which questions are asked so that their answers can be published.

use sea_orm_migration::prelude::*;

use crate::columns::flag;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let change = Table::alter()
            .table("question_revisions")
            .add_column(flag("for_publication").default(false))
            .take();
        manager.alter_table(change).await
    }
}
