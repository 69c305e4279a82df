//! The table `programmes`: programmes.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programmes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub slug: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub title_texts: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub purpose_texts: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub eligibility_texts: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub decision_texts: Json,
    #[sea_orm(column_type = "Text")]
    pub zone: String,
    #[sea_orm(column_type = "Text")]
    pub contact_name: String,
    #[sea_orm(column_type = "Text")]
    pub contact_email: String,
    #[sea_orm(column_type = "Text")]
    pub contact_telephone: String,
    pub version: i64,
    pub created_at: DateTimeUtc,
    #[sea_orm(column_type = "Text", nullable)]
    pub accent: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub mark: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub proof_to: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
