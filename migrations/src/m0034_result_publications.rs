//! Which categories have a part of their results in public: the file as it was published, and since when. What is public no
//! more has no row.

use sea_orm_migration::prelude::*;

use crate::columns::{bytes, create, instant, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut publications = table(
            "result_publications",
            vec![
                reference("category_id"),
                bytes("file"),
                instant("published_at"),
            ],
            &[("category_id", "categories")],
        );
        publications.primary_key(Index::create().col("category_id"));
        create(manager, vec![publications], vec![]).await
    }
}
