//! The append-only history of the schema, applied by `plaudit-store` at every start.

use sea_orm_migration::prelude::*;

mod columns;
mod m0001_people;
mod m0002_programmes;
mod m0003_nominations;
mod m0004_judging;
mod m0005_record;
mod m0006_publication;
mod m0007_accent;
mod m0008_mark;
mod m0010_interests;
mod m0011_scoring;
mod m0012_panel;
mod m0013_corrections;
mod m0014_reminding;
mod m0015_plans;
mod m0018_sheets;
mod m0019_invitations;
mod m0021_confidentiality;
mod m0022_biographies;
mod m0023_stages;
mod m0024_interviews;
mod m0025_choices;
mod m0029_deliberations;
mod m0030_meeting;
mod m0031_proofs;
mod m0032_column_choices;
mod m0033_case_references;
mod m0034_result_publications;

/// Every migration, in the order in which it is applied.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_programmes::Migration),
            Box::new(m0003_nominations::Migration),
            Box::new(m0004_judging::Migration),
            Box::new(m0005_record::Migration),
            Box::new(m0006_publication::Migration),
            Box::new(m0007_accent::Migration),
            Box::new(m0008_mark::Migration),
            Box::new(m0010_interests::Migration),
            Box::new(m0011_scoring::Migration),
            Box::new(m0012_panel::Migration),
            Box::new(m0013_corrections::Migration),
            Box::new(m0014_reminding::Migration),
            Box::new(m0015_plans::Migration),
            Box::new(m0018_sheets::Migration),
            Box::new(m0019_invitations::Migration),
            Box::new(m0021_confidentiality::Migration),
            Box::new(m0022_biographies::Migration),
            Box::new(m0023_stages::Migration),
            Box::new(m0024_interviews::Migration),
            Box::new(m0025_choices::Migration),
            Box::new(m0029_deliberations::Migration),
            Box::new(m0030_meeting::Migration),
            Box::new(m0031_proofs::Migration),
            Box::new(m0032_column_choices::Migration),
            Box::new(m0033_case_references::Migration),
            Box::new(m0034_result_publications::Migration),
        ]
    }
}
