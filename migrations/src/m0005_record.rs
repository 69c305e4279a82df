//! The ledger's facts with their erasable words, and the outbox's letters.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, id, index, instant, json, maybe_bytes, maybe_instant, maybe_number, maybe_reference,
    maybe_text, number, reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            // A fact is written once; only the sealer fills `number`, `previous` and `seal`, once. `body` is
            // canonical JSON kept as text, because its bytes are what is sealed.
            table(
                "facts",
                vec![
                    id(),
                    instant("at"),
                    text("kind"),
                    maybe_reference("actor_id"),
                    maybe_reference("season_id"),
                    maybe_reference("subject_id"),
                    text("body"),
                    maybe_number("number"),
                    maybe_bytes("previous"),
                    maybe_bytes("seal"),
                ],
                &[],
            ),
            // The words that a fact's body holds only as HMACs. Erasure deletes the rows of the person.
            table(
                "fact_words",
                vec![
                    id(),
                    reference("fact_id"),
                    reference("person_id"),
                    text("name"),
                    text("words"),
                ],
                &[("fact_id", "facts"), ("person_id", "people")],
            ),
            table(
                "letters",
                vec![
                    id(),
                    text("kind"),
                    maybe_reference("person_id"),
                    text("address"),
                    text("language"),
                    json("merge"),
                    text("status"),
                    number("tries"),
                    instant("due_at"),
                    maybe_reference("claimed_by"),
                    maybe_instant("claimed_until"),
                    maybe_text("failure"),
                    maybe_bytes("key"),
                    instant("created_at"),
                    maybe_instant("sent_at"),
                ],
                &[("person_id", "people")],
            ),
        ];
        let indexes = vec![
            unique("facts", &["number"]),
            index("facts", &["season_id", "at"]),
            index("facts", &["subject_id", "at"]),
            index("fact_words", &["fact_id"]),
            index("fact_words", &["person_id"]),
            index("letters", &["status", "due_at"]),
            index("letters", &["person_id"]),
        ];
        create(manager, tables, indexes).await?;
        // The sealer looks only for what is not yet sealed, however long the ledger has grown.
        manager
            .create_index(
                Index::create()
                    .name("facts_unsealed")
                    .table("facts")
                    .col("at")
                    .cond_where(Expr::col("number").is_null())
                    .take(),
            )
            .await?;
        Ok(())
    }
}
