//! Interests before content: the conflict policy of a rule set, what it did to an interest, the gate's second question,
//! suggested conflicts that were dismissed, and the e-mail domains that are no sign of one.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, id, instant, maybe_instant, maybe_json, maybe_text, reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let add = |table: &'static str, column: ColumnDef| {
            Table::alter().table(table).add_column(column).take()
        };
        let changes = [
            // None: the rule set is older than the policy, and everything is ruled on by hand.
            add("rule_sets", maybe_json("conflicts")),
            // None: the list that ships.
            add("organisations", maybe_text("shared_domains")),
            add("interests", maybe_text("effect")),
            add("interests", maybe_instant("confirmed_at")),
        ];
        for change in changes {
            manager.alter_table(change).await?;
        }
        // Whatever was answered so far was answered at the gate.
        let at_the_gate = Query::update()
            .table("interests")
            .value("confirmed_at", Expr::col("declared_at"))
            .to_owned();
        manager.execute(at_the_gate).await?;
        let dismissals = table(
            "dismissals",
            vec![
                id(),
                reference("case_id"),
                text("address"),
                text("sign"),
                text("reason"),
                reference("dismissed_by"),
                instant("created_at"),
            ],
            &[("case_id", "cases"), ("dismissed_by", "accounts")],
        );
        let indexes = vec![unique("dismissals", &["case_id", "address", "sign"])];
        create(manager, vec![dismissals], indexes).await
    }
}
