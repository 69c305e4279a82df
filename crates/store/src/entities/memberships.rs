//! The table `memberships`: who may do what, where.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub role: String,
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    pub scope_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub status: String,
    pub invited_at: DateTimeUtc,
    pub invited_by: Option<Uuid>,
    pub answered_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub answer_by: Option<DateTimeUtc>,
    pub expected_cases: Option<i64>,
    pub minutes_a_case: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decline_reason: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub stages: Option<Json>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
