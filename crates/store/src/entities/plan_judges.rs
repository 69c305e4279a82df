//! The table `plan_judges`: what a plan knows of each judge.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_judges")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub season_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub judge_id: Uuid,
    pub least: Option<i64>,
    pub most: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub organisation: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub matches: Json,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
