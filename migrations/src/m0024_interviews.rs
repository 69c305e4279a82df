//! Interviews: which finalist a judge has read, and when and where a finalist is met.

use sea_orm_migration::prelude::*;

use crate::columns::{create, id, instant, maybe_text, reference, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let change = Table::alter()
            .table("cases")
            .add_column(maybe_text("appointment"))
            .take();
        manager.alter_table(change).await?;
        let readings = table(
            "readings",
            vec![
                id(),
                reference("case_id"),
                reference("judge_id"),
                instant("created_at"),
            ],
            &[("case_id", "cases"), ("judge_id", "accounts")],
        );
        let indexes = vec![unique("readings", &["case_id", "judge_id"])];
        create(manager, vec![readings], indexes).await
    }
}
