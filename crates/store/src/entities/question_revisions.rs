//! The table `question_revisions`: questions as they were asked.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "question_revisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub question_id: Uuid,
    pub number: i64,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub prompt_texts: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub help_texts: Json,
    pub required: bool,
    pub word_limit: Option<i64>,
    pub lowest: Option<i64>,
    pub highest: Option<i64>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub choices: Option<Json>,
    pub created_at: DateTimeUtc,
    pub for_publication: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
