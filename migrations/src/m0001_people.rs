//! The organisation, its people, their accounts, what they may do, and the secrets that let them in.

use sea_orm_migration::prelude::*;

use crate::columns::{
    bytes, create, id, index, instant, maybe_bytes, maybe_instant, maybe_reference, maybe_text,
    number, reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table(
                "organisations",
                vec![
                    id(),
                    text("name"),
                    text("contact_name"),
                    text("contact_email"),
                    text("contact_telephone"),
                    number("version"),
                    instant("created_at"),
                ],
                &[],
            ),
            // What erasure empties: the words stand here and nowhere in the ledger.
            table(
                "people",
                vec![
                    id(),
                    text("name"),
                    maybe_text("email"),
                    maybe_text("telephone"),
                    maybe_text("role"),
                    maybe_text("employer"),
                    instant("created_at"),
                    maybe_instant("erased_at"),
                ],
                &[],
            ),
            // A person's key seals their words in the ledger; without it the seals say nothing.
            table(
                "person_keys",
                vec![
                    ColumnDef::new("person_id")
                        .uuid()
                        .not_null()
                        .primary_key()
                        .take(),
                    bytes("key"),
                ],
                &[("person_id", "people")],
            ),
            table(
                "accounts",
                vec![
                    id(),
                    reference("person_id"),
                    text("email"),
                    instant("created_at"),
                    maybe_instant("signed_in_at"),
                ],
                &[("person_id", "people")],
            ),
            // `scope_id` is the organisation, programme, season or category that `scope` says.
            table(
                "memberships",
                vec![
                    id(),
                    reference("account_id"),
                    text("role"),
                    text("scope"),
                    reference("scope_id"),
                    text("status"),
                    instant("invited_at"),
                    maybe_reference("invited_by"),
                    maybe_instant("answered_at"),
                    maybe_instant("ended_at"),
                ],
                &[("account_id", "accounts")],
            ),
            table(
                "sessions",
                vec![
                    id(),
                    bytes("token_digest"),
                    reference("account_id"),
                    text("device"),
                    instant("created_at"),
                    instant("seen_at"),
                    instant("expires_at"),
                ],
                &[("account_id", "accounts")],
            ),
            // One-time and private links: only digests, and a code's tries are counted.
            table(
                "tokens",
                vec![
                    id(),
                    text("purpose"),
                    reference("subject_id"),
                    bytes("token_digest"),
                    maybe_bytes("code_digest"),
                    number("tries_left"),
                    instant("created_at"),
                    maybe_instant("expires_at"),
                    maybe_instant("used_at"),
                ],
                &[],
            ),
            table(
                "server_keys",
                vec![
                    ColumnDef::new("name")
                        .text()
                        .not_null()
                        .primary_key()
                        .take(),
                    bytes("key"),
                    instant("created_at"),
                ],
                &[],
            ),
        ];
        let indexes = vec![
            unique("accounts", &["email"]),
            index("accounts", &["person_id"]),
            unique("memberships", &["account_id", "role", "scope_id"]),
            index("memberships", &["scope_id", "role"]),
            unique("sessions", &["token_digest"]),
            index("sessions", &["account_id"]),
            unique("tokens", &["token_digest"]),
            index("tokens", &["subject_id", "purpose"]),
        ];
        create(manager, tables, indexes).await
    }
}
