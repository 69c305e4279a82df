//! The table `seasons`: seasons.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "seasons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    #[sea_orm(column_type = "Text")]
    pub stage: String,
    pub opens_at: Option<DateTimeUtc>,
    pub closes_at: Option<DateTimeUtc>,
    pub judging_ends_at: Option<DateTimeUtc>,
    pub decision_at: Option<DateTimeUtc>,
    pub announcement_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "JsonBinary")]
    pub declaration_texts: Json,
    pub claims_least: i64,
    pub claims_most: i64,
    pub revision: i64,
    pub version: i64,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
