//! One place on a season's panel for each person, and one chair for each panel.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Indexes of some of the rows, which both databases write alike.
        for index in [
            "CREATE UNIQUE INDEX memberships_one_place ON memberships (account_id, scope_id) \
             WHERE scope = 'season'",
            "CREATE UNIQUE INDEX memberships_one_chair ON memberships (scope_id) \
             WHERE role = 'chair' AND status IN ('invited', 'active')",
        ] {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }
}
