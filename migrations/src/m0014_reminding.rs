//! When a season reminds its judges by itself: a season without a row does not.

use sea_orm_migration::prelude::*;

use crate::columns::{create, instant, reference, table, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut reminding = table(
            "reminding",
            vec![
                reference("season_id"),
                // "7, 1": days before the scores are due.
                text("days"),
                // When it was last looked at: what was due before is not caught up with.
                instant("reminded_at"),
            ],
            &[("season_id", "seasons")],
        );
        reminding.primary_key(Index::create().col("season_id"));
        create(manager, vec![reminding], vec![]).await
    }
}
