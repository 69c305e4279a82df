//! The table `rule_sets`: what seasons are judged by.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_sets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub season_id: Uuid,
    pub number: i64,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    #[sea_orm(column_type = "Text")]
    pub method: String,
    pub merit_floor: i64,
    pub quorum: i64,
    pub shortlist_size: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub tie_break: Json,
    #[sea_orm(column_type = "Text")]
    pub at_the_cut: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub lot_seed: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub reading: String,
    #[sea_orm(column_type = "Text")]
    pub others_scores: String,
    #[sea_orm(column_type = "Text")]
    pub deciding: String,
    pub meeting_quorum: i64,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub conflicts: Option<Json>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub stages: Option<Json>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub content: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub digest: Option<String>,
    pub created_at: DateTimeUtc,
    pub locked_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
