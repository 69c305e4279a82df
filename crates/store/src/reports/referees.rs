//! The referees of a case, and what it would mean to name somebody as another: behind `/admin/cases/{case}/referees`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    ids::{CaseId, ReferenceId},
    membership::{Role, Status as Member},
    person::Email,
    reference::Status,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Viewer, administrator_only, interests};
use crate::{
    Store, StoreError, accounts, cases,
    entities::{memberships as rows, people},
    kept::Kept,
    memberships,
    moment::read,
    references,
};

/// Somebody who is to write a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefereeRow {
    /// The reference.
    pub reference: ReferenceId,
    /// Their name; none once they are erased.
    pub name: Option<String>,
    /// The body they work for.
    pub employer: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Where the reference stands.
    pub status: Status,
    /// When they were named.
    pub named_at: Timestamp,
}

pub(super) async fn of_case(
    conn: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<RefereeRow>, StoreError> {
    let asked = references::standing(conn, [case.0]).await?;
    let mut people: BTreeMap<Uuid, people::Model> = people::Entity::find()
        .filter(people::Column::Id.is_in(asked.iter().map(|row| row.referee_id)))
        .filter(people::Column::ErasedAt.is_null())
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    asked
        .into_iter()
        .map(|row| {
            let person = people.remove(&row.referee_id);
            let (name, employer, email) = match person {
                Some(person) => (Some(person.name), person.employer, person.email),
                None => (None, None, None),
            };
            Ok(RefereeRow {
                reference: row.id.into(),
                name,
                employer,
                email,
                status: Status::parse(&row.status)?,
                named_at: read(row.named_at)?,
            })
        })
        .collect()
}

/// What it would mean that this address is a referee's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struck {
    /// Whose address it is.
    pub name: String,
    /// Whether it is the viewer's own: they could then no longer act on the case.
    pub is_viewer: bool,
    /// What the case loses, where it is a judge's.
    pub judge: Option<Loss>,
}

/// What a case loses by a judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Whether their scorecard for it is in.
    pub is_scored: bool,
    /// How many judges are left for it.
    pub left: u32,
    /// How many scorecards it needs.
    pub needed: u32,
}

/// Who would be out of the case if somebody with this address were named as its referee; nobody as a rule.
pub async fn struck(
    store: &Store,
    viewer: &Viewer,
    case: CaseId,
    email: Option<&Email>,
) -> Result<Option<Struck>, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    Kept::of(conn, viewer).await?.hide(case)?;
    let Some(email) = email else {
        return Ok(None);
    };
    let Some(account) = accounts::find_by_email_in(conn, email).await? else {
        return Ok(None);
    };
    let loaded = cases::load(conn, case).await?;
    let season = cases::season_of(conn, loaded.category).await?.id;
    let role = memberships::role_on_panel(conn, account.id, season).await?;
    let judge = if role.is_some_and(Role::scores) {
        let panel = interests::get(store, viewer, season).await?;
        let of_theirs = panel
            .rows
            .iter()
            .find(|row| row.case == case && row.account == account.id);
        Some(Loss {
            is_scored: of_theirs.is_some_and(|row| row.is_scored),
            left: panel.left_without(case, account.id),
            needed: panel.quorum,
        })
    } else {
        None
    };
    let runs = rows::Entity::find()
        .filter(rows::Column::AccountId.eq(account.id.0))
        .filter(rows::Column::Role.eq(Role::Administrator.as_str()))
        .filter(rows::Column::Status.eq(Member::Active.as_str()))
        .one(conn)
        .await?
        .is_some();
    if role.is_none() && !runs {
        return Ok(None);
    }
    Ok(Some(Struck {
        name: account.name,
        is_viewer: *viewer == Viewer::Administrator(account.id),
        judge,
    }))
}
