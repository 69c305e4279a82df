//! The panel's meeting on a category: its agenda, the case at hand, who is there, who was out for which case, ballots, and the
//! resolution.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, flag, id, index, instant, maybe_instant, maybe_reference, number, reference, table,
    text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// A table with one row for each pair of these.
fn pairs(
    name: &'static str,
    [(one, of_one), (other, of_other)]: [(&'static str, &'static str); 2],
    more: Vec<ColumnDef>,
) -> TableCreateStatement {
    let mut columns = vec![reference(one), reference(other)];
    columns.extend(more);
    table(name, columns, &[(one, of_one), (other, of_other)])
        .primary_key(Index::create().col(one).col(other))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let deliberations = table(
            "deliberations",
            vec![
                ColumnDef::new("category_id")
                    .uuid()
                    .not_null()
                    .primary_key()
                    .take(),
                // The case at hand; none between two.
                maybe_reference("case_id"),
                // Raised by whatever changes what a screen in the room shows.
                number("revision"),
                maybe_instant("signed_at"),
                maybe_reference("signed_by"),
                // The fact that it was signed, which has the ledger's head when it is sealed.
                maybe_reference("fact_id"),
            ],
            &[
                ("category_id", "categories"),
                ("case_id", "cases"),
                ("signed_by", "accounts"),
            ],
        );
        let items = table(
            "agenda_items",
            vec![
                ColumnDef::new("case_id")
                    .uuid()
                    .not_null()
                    .primary_key()
                    .take(),
                reference("category_id"),
                number("position"),
            ],
            &[("case_id", "cases"), ("category_id", "categories")],
        );
        let by_account = ("account_id", "accounts");
        let attendances = pairs(
            "attendances",
            [("category_id", "categories"), by_account],
            vec![flag("is_present"), instant("noted_at")],
        );
        let absences = pairs(
            "step_outs",
            [("case_id", "cases"), by_account],
            vec![instant("noted_at")],
        );
        let ballots = table(
            "ballots",
            vec![
                id(),
                reference("case_id"),
                // From 1; a tie is voted on again.
                number("round"),
                instant("opened_at"),
                maybe_instant("counted_at"),
            ],
            &[("case_id", "cases")],
        );
        // Who has voted, and how many papers say what: nowhere whose paper says what.
        let voters = pairs(
            "ballot_voters",
            [("ballot_id", "ballots"), by_account],
            Vec::new(),
        );
        let papers = table(
            "ballot_papers",
            vec![reference("ballot_id"), text("choice"), number("papers")],
            &[("ballot_id", "ballots")],
        )
        .primary_key(Index::create().col("ballot_id").col("choice"))
        .take();
        let indexes = vec![
            index("agenda_items", &["category_id"]),
            unique("ballots", &["case_id", "round"]),
        ];
        let tables = vec![
            deliberations,
            items,
            attendances,
            absences,
            ballots,
            voters,
            papers,
        ];
        create(manager, tables, indexes).await
    }
}
