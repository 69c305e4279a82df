//! The table `reminding`: the seasons that remind their judges by themselves.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reminding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub season_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub days: String,
    pub reminded_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
