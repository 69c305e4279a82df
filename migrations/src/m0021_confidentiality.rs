//! Confidentiality terms of a season, in versions, and who accepted which of them.

use sea_orm_migration::prelude::*;

use crate::columns::{create, id, index, instant, number, reference, table, text, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let versions = table(
            "confidentiality_versions",
            vec![
                id(),
                reference("season_id"),
                number("number"),
                // Empty: from here on the season asks for none.
                text("body"),
                text("digest"),
                instant("written_at"),
            ],
            &[("season_id", "seasons")],
        );
        let acceptances = table(
            "confidentiality_acceptances",
            vec![
                reference("version_id"),
                reference("account_id"),
                instant("accepted_at"),
            ],
            &[
                ("version_id", "confidentiality_versions"),
                ("account_id", "accounts"),
            ],
        )
        .primary_key(Index::create().col("version_id").col("account_id"))
        .take();
        let indexes = vec![
            unique("confidentiality_versions", &["season_id", "number"]),
            index("confidentiality_acceptances", &["account_id"]),
        ];
        create(manager, vec![versions, acceptances], indexes).await
    }
}
