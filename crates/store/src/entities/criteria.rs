//! The table `criteria`: criteria of rule sets.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "criteria")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub rule_set_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub key: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub title_texts: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub guidance_texts: Json,
    pub weight: i64,
    pub lowest: i64,
    pub highest: i64,
    pub step: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub descriptors: Json,
    #[sea_orm(column_type = "Text")]
    pub stage: String,
    pub position: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
