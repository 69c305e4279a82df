//! Which judges of a season have not answered for every case on their sheet of interests.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    case,
    ids::{AccountId, SeasonId},
    interest::Status,
    text,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    assignments::active_judges,
    blind,
    cases::of_season,
    entities::{cases, interests, people},
    interests::parts,
    kept::Kept,
    reports::{Viewer, administrator_only},
    seasons,
};

/// A judge whose sheet is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// Who.
    pub account: AccountId,
    /// Their name.
    pub judge: String,
    /// How many cases they have yet to answer for.
    pub left: usize,
    /// How many stand on their sheet.
    pub of: usize,
}

/// The judges who have not answered for every case, by name; nobody where judges read without names and have no sheet. Costs
/// the same number of statements whatever the number of judges and cases.
pub async fn unanswered(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Vec<Unanswered>, StoreError> {
    use case::Status::{Eligible, InJudging, Reserve, Shortlisted};
    administrator_only(viewer)?;
    let conn = store.read();
    if blind::is_read(conn, season).await? {
        return Ok(Vec::new());
    }
    let kept = Kept::of(conn, viewer).await?;
    let judges = active_judges(conn, &seasons::load(conn, season).await?).await?;
    let names: BTreeMap<Uuid, String> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .column(people::Column::Name)
        .filter(people::Column::Id.is_in(judges.iter().map(|judge| judge.person_id)))
        .into_tuple::<(Uuid, String)>()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    let listed = [Eligible, InJudging, Shortlisted, Reserve].map(case::Status::as_str);
    let on_sheet: Vec<Uuid> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .filter(cases::Column::Id.in_subquery(of_season(season)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::Status.is_in(listed))
        .into_tuple()
        .all(conn)
        .await?;
    let parts = parts(conn, &on_sheet).await?;
    let answered: Vec<(Uuid, Uuid, String)> = interests::Entity::find()
        .select_only()
        .column(interests::Column::CaseId)
        .column(interests::Column::JudgeId)
        .column(interests::Column::Status)
        .filter(interests::Column::CaseId.in_subquery(of_season(season)))
        .filter(interests::Column::Status.ne(Status::Asked.as_str()))
        .into_tuple()
        .all(conn)
        .await?;
    let is_out = |status: &str| status == Status::Recused.as_str();
    let (out, done): (Vec<_>, Vec<_>) = answered
        .into_iter()
        .partition(|(_, _, status)| is_out(status));
    let pairs = |rows: Vec<(Uuid, Uuid, String)>| -> BTreeSet<(Uuid, Uuid)> {
        rows.into_iter()
            .map(|(case, judge, _)| (case, judge))
            .collect()
    };
    let (out, done) = (pairs(out), pairs(done));
    let mut found = Vec::new();
    for judge in judges {
        // Whoever is out of a case, or has a part in it, is not asked.
        let is_asked = |case: &&Uuid| {
            !out.contains(&(**case, judge.id))
                && !parts.get(*case).is_some_and(|parts| parts.include(&judge))
        };
        let asked: Vec<Uuid> = on_sheet.iter().filter(is_asked).copied().collect();
        let left = asked
            .iter()
            .filter(|case| !done.contains(&(**case, judge.id)))
            .count();
        if left > 0 {
            found.push(Unanswered {
                account: judge.id.into(),
                judge: names.get(&judge.person_id).cloned().unwrap_or_default(),
                left,
                of: asked.len(),
            });
        }
    }
    found.sort_by_key(|each| text::fold(&each.judge));
    Ok(found)
}
