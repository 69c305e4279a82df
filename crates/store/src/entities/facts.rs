//! The table `facts`: the ledger.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "facts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub actor_id: Option<Uuid>,
    pub season_id: Option<Uuid>,
    pub subject_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub number: Option<i64>,
    pub previous: Option<Vec<u8>>,
    pub seal: Option<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
