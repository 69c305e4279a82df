//! Who has a sheet of interests for a season, and which cases stand on it.

use plaudit_domain::{
    case,
    ids::{AccountId, SeasonId},
    membership::{self, Role},
    refusal::Refusal,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::{
    StoreError, blind,
    cases::of_season,
    confidentiality,
    entities::{cases, categories, memberships as rows},
    memberships, seasons,
};

/// As whom somebody declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Declares {
    /// They screen cases, so that they are asked before these are eligible.
    Running,
    /// They judge, or are otherwise of the panel or of a steward.
    Judging,
}

/// As whom this account declares in this season; whoever has no part in running or judging it has no sheet.
pub(crate) async fn declares(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<Declares, StoreError> {
    let programme = seasons::load(conn, season).await?.programme;
    let categories = categories::Entity::find()
        .filter(categories::Column::SeasonId.eq(season.0))
        .all(conn)
        .await?;
    let scopes = [season.0, programme.0]
        .into_iter()
        .chain(categories.into_iter().map(|category| category.id));
    let held = rows::Entity::find()
        .filter(rows::Column::AccountId.eq(account.0))
        .filter(rows::Column::Status.eq(membership::Status::Active.as_str()))
        .filter(
            Condition::any()
                .add(rows::Column::Role.eq(Role::Administrator.as_str()))
                .add(rows::Column::ScopeId.is_in(scopes)),
        )
        .all(conn)
        .await?;
    let runs = |row: &rows::Model| row.role == Role::Administrator.as_str();
    let judges = |row: &rows::Model| Role::parse(&row.role).is_ok_and(Role::scores);
    // Names on a sheet are known when the case is read, whatever is blotted out there.
    if !held.iter().any(runs) && held.iter().any(judges) && blind::is_read(conn, season).await? {
        return Err(Refusal::ReadBlind.into());
    }
    match held.iter().find(|row| runs(row)).or_else(|| held.first()) {
        Some(row) if runs(row) => Ok(Declares::Running),
        Some(_) => Ok(Declares::Judging),
        None => Err(StoreError::NotFound),
    }
}

/// Refuses whoever sits on the panel and has yet to accept what it keeps to itself: the names are a part of that.
pub(crate) async fn refuse_before_acceptance(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<(), StoreError> {
    if memberships::role_on_panel(conn, account, season)
        .await?
        .is_some()
    {
        confidentiality::refuse_before_acceptance(conn, account, season).await?;
    }
    Ok(())
}

/// The cases of the season that stand on such a sheet, by category and number.
pub(crate) async fn cases(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    declares: Declares,
) -> Result<Vec<cases::Model>, StoreError> {
    use case::Status::{Eligible, Forming, InJudging, Reserve, Shortlisted};
    let before_judges = [Eligible, InJudging, Shortlisted, Reserve];
    let forming = (declares == Declares::Running).then_some(Forming);
    let listed = before_judges.into_iter().chain(forming);
    Ok(cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season)))
        .filter(cases::Column::Status.is_in(listed.map(case::Status::as_str)))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .all(conn)
        .await?)
}

/// The ids of all cases of the season, wherever they stand.
pub(crate) async fn all_cases(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<Uuid>, StoreError> {
    Ok(cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .filter(cases::Column::Id.in_subquery(of_season(season)))
        .into_tuple()
        .all(conn)
        .await?)
}
