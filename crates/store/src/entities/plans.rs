//! The table `plans`: seasons in which not everybody reads everything.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "plans")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub season_id: Uuid,
    pub reviews: i64,
    pub least: i64,
    pub most: i64,
    pub experts: i64,
    pub organisation_cap: Option<i64>,
    pub chance: i64,
    #[sea_orm(column_type = "Text")]
    pub seed: String,
    pub keeps_published: bool,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub outcome: Option<Json>,
    pub planned_at: Option<DateTimeUtc>,
    pub version: i64,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
