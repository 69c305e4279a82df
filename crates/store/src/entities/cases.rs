//! The table `cases`: cases.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub category_id: Uuid,
    pub number: i64,
    pub nominee_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    #[sea_orm(column_type = "Text")]
    pub acceptance: String,
    pub told_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub fact_check: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub fact_check_by: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub out_after: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub appointment: Option<String>,
    pub version: i64,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
