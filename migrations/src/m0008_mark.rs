//! A programme's mark, and the pictures that are tried before one is chosen.

use sea_orm_migration::prelude::*;

use crate::columns::{
    bytes, create, id, index, instant, maybe_text, reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The name of the picture that was chosen; none is Plaudit's own mark.
        let add = Table::alter()
            .table("programmes")
            .add_column(maybe_text("mark"))
            .take();
        manager.alter_table(add).await?;
        let marks = table(
            "marks",
            vec![
                id(),
                reference("programme_id"),
                text("name"),
                bytes("bytes"),
                instant("created_at"),
            ],
            &[("programme_id", "programmes")],
        );
        let indexes = vec![
            unique("marks", &["programme_id", "name"]),
            index("marks", &["name"]),
        ];
        create(manager, vec![marks], indexes).await
    }
}
