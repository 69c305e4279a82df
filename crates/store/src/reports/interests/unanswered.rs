//! Which judges of a season have not answered for every case on their sheet of interests.

use std::collections::BTreeSet;

use plaudit_domain::{
    case,
    ids::{AccountId, SeasonId},
    interest::Status,
    membership::{self, Role},
    text,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Json};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    assignments::JudgeRow,
    blind,
    cases::of_season,
    entities::{accounts, cases, interests, memberships},
    interests::parts,
    kept::Kept,
    memberships::read_stages,
    reports::{Viewer, administrator_only, names::OwnPerson},
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
    let stage = seasons::load(conn, season).await?.stage;
    let members: Vec<(Uuid, Option<Json>)> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::AccountId)
        .column(memberships::Column::Stages)
        .filter(memberships::Column::ScopeId.eq(season.0))
        .filter(memberships::Column::Role.is_in(Role::SCORING.iter().map(|role| role.as_str())))
        .filter(memberships::Column::Status.eq(membership::Status::Active.as_str()))
        .into_tuple()
        .all(conn)
        .await?;
    // Whoever judges in another stage alone is not asked yet.
    let mut judging = Vec::new();
    for (account, stages) in &members {
        let stages = stages.as_ref().map(read_stages).transpose()?;
        if stages.is_none_or(|of| of.contains(&stage)) {
            judging.push(*account);
        }
    }
    let judges = accounts::Entity::find()
        .filter(accounts::Column::Id.is_in(judging))
        .find_also_linked(OwnPerson)
        .all(conn)
        .await?;
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
    for (account, person) in judges {
        let judge = JudgeRow {
            id: account.id,
            person_id: account.person_id,
            email: account.email,
        };
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
                judge: person.map(|person| person.name).unwrap_or_default(),
                left,
                of: asked.len(),
            });
        }
    }
    found.sort_by_key(|each| text::fold(&each.judge));
    Ok(found)
}
