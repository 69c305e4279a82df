//! The table `eligibility_rules`: the yes-or-no rules that the form asks.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "eligibility_rules")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub season_id: Uuid,
    #[sea_orm(column_type = "JsonBinary")]
    pub prompt_texts: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub help_texts: Json,
    #[sea_orm(column_type = "Text")]
    pub wanted: String,
    pub position: i64,
    pub removed_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
