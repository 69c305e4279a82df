//! References that are asked for on a case: of whom, and where each stands. What a referee writes, and the letters that ask
//! for it, are columns and tables to come. (`references` alone is a word of SQL.)

use sea_orm_migration::prelude::*;

use crate::columns::{create, id, index, instant, maybe_instant, reference, table, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let references = table(
            "case_references",
            vec![
                id(),
                reference("case_id"),
                reference("referee_id"),
                text("status"),
                reference("named_by"),
                instant("named_at"),
                maybe_instant("ended_at"),
            ],
            &[
                ("case_id", "cases"),
                ("referee_id", "people"),
                ("named_by", "accounts"),
            ],
        );
        let indexes = vec![
            index("case_references", &["case_id"]),
            index("case_references", &["referee_id"]),
        ];
        create(manager, vec![references], indexes).await
    }
}
