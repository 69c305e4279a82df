//! The table `public_panels`: the seasons that show in public who judges.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "public_panels")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub season_id: Uuid,
    pub shown_since: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
