//! Which columns of a file somebody wants, in which order, under a name: for every season, and for all of an organisation's
//! administrators.

use sea_orm_migration::prelude::*;

use crate::columns::{create, flag, id, instant, number, reference, table, text, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let choices = table(
            "column_choices",
            vec![
                id(),
                reference("organisation_id"),
                text("file"),
                text("name"),
                // The name as it is compared: two that read alike are one.
                text("folded_name"),
                // The columns' names with commas between, as an address has them.
                text("columns"),
                flag("is_blind"),
                number("version"),
                instant("created_at"),
                instant("updated_at"),
            ],
            &[("organisation_id", "organisations")],
        );
        let by_name = unique(
            "column_choices",
            &["organisation_id", "file", "folded_name"],
        );
        create(manager, vec![choices], vec![by_name]).await
    }
}
