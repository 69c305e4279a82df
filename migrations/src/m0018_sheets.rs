//! Sheets of interests as they are typed: kept while somebody goes down the list, until they declare.

use sea_orm_migration::prelude::*;

use crate::columns::{create, id, instant, json, reference, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sheets = table(
            "sheets",
            vec![
                id(),
                reference("account_id"),
                reference("season_id"),
                json("typed"),
                instant("updated_at"),
            ],
            &[("account_id", "accounts"), ("season_id", "seasons")],
        );
        let indexes = vec![unique("sheets", &["account_id", "season_id"])];
        create(manager, vec![sheets], indexes).await
    }
}
