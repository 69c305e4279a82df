//! The table `nominations`: nominations.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "nominations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub number: String,
    pub season_id: Uuid,
    pub category_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    pub nominee_id: Option<Uuid>,
    pub nominator_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub relationship: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub relationship_words: Option<String>,
    pub self_nomination: bool,
    #[sea_orm(column_type = "JsonBinary")]
    pub eligibility: Json,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub typed: Option<Json>,
    pub case_id: Option<Uuid>,
    pub started_at: Option<DateTimeUtc>,
    pub submitted_at: Option<DateTimeUtc>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub chased_at: Option<DateTimeUtc>,
    pub late: bool,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
