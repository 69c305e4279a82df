//! To which addresses a programme's stewards have the ledger's head mailed. A programme from before has it mailed to nobody.

use sea_orm_migration::prelude::*;

use crate::columns::maybe_text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let change = Table::alter()
            .table("programmes")
            .add_column(maybe_text("proof_to"))
            .take();
        manager.alter_table(change).await
    }
}
