//! What people on a panel say of themselves in public, which seasons show it, and how often unanswered invitations were sent again
//! by themselves.

use sea_orm_migration::prelude::*;

use crate::columns::{create, instant, maybe_instant, maybe_text, number, reference, table, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut biographies = table(
            "biographies",
            vec![
                reference("membership_id"),
                text("name"),
                maybe_text("affiliation"),
                text("words"),
                // When the person agreed that these very words are shown; none while they have not.
                maybe_instant("agreed_at"),
                number("version"),
                instant("updated_at"),
            ],
            &[("membership_id", "memberships")],
        );
        biographies.primary_key(Index::create().col("membership_id"));
        let mut public_panels = table(
            "public_panels",
            vec![reference("season_id"), instant("shown_since")],
            &[("season_id", "seasons")],
        );
        public_panels.primary_key(Index::create().col("season_id"));
        let mut invitation_reminders = table(
            "invitation_reminders",
            vec![
                reference("membership_id"),
                number("count"),
                instant("reminded_at"),
            ],
            &[("membership_id", "memberships")],
        );
        invitation_reminders.primary_key(Index::create().col("membership_id"));
        let tables = vec![biographies, public_panels, invitation_reminders];
        create(manager, tables, vec![]).await
    }
}
