//! The table `interests`: interests of judges in cases.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: Uuid,
    pub judge_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub kind: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub words: Option<String>,
    pub declared_at: Option<DateTimeUtc>,
    pub ruled_by: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub ruling_reason: Option<String>,
    pub ruled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub effect: Option<String>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
