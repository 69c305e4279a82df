//! The table `progress_claims`: progress claims.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "progress_claims")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub nomination_id: Uuid,
    pub position: i64,
    #[sea_orm(column_type = "Text")]
    pub before: String,
    #[sea_orm(column_type = "Text")]
    pub after: String,
    #[sea_orm(column_type = "Text")]
    pub from_month: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub to_month: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub shown_by: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub sfia_version: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub sfia_skill: Option<String>,
    pub sfia_before: Option<i64>,
    pub sfia_after: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
