//! Corrections of words in rule sets that are published.

use sea_orm_migration::prelude::*;

use crate::columns::{create, id, index, instant, json, maybe_reference, reference, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `before` and `after` hold title, guidance and descriptors as they read.
        let corrections = table(
            "rule_set_corrections",
            vec![
                id(),
                reference("rule_set_id"),
                reference("criterion_id"),
                json("before"),
                json("after"),
                maybe_reference("corrected_by"),
                instant("corrected_at"),
            ],
            &[("rule_set_id", "rule_sets"), ("criterion_id", "criteria")],
        );
        let indexes = vec![index("rule_set_corrections", &["rule_set_id"])];
        create(manager, vec![corrections], indexes).await
    }
}
