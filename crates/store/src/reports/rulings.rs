//! What the chair rules on, and the deputy where the chair is in conflict: behind `/judging/rulings/{season}`. A case that is kept
//! from whoever looks is not here, nor is an interest of their own.

use plaudit_domain::{
    ids::{AccountId, SeasonId},
    interest::conflicts::Ruler,
};

use super::{
    Viewer,
    interests::{self, Interests},
};
use crate::{
    Store, StoreError, confidentiality,
    interests::rulers::{self, Rulers},
};

/// The interests that the viewer rules on in this season; nothing where the rules leave them to an administrator.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Interests, StoreError> {
    let Viewer::Chair(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    if !rulers::leads(conn, account, season).await? {
        return Err(StoreError::NotFound);
    }
    let rulers = Rulers::load(conn, season).await?;
    if rulers.ruler() != Ruler::Chair {
        return Err(StoreError::NotFound);
    }
    confidentiality::refuse_before_acceptance(conn, account, season).await?;
    let mut listed = interests::get(store, viewer, season).await?;
    listed
        .rows
        .retain(|row| rulers.is_for(account, row.case, row.account));
    Ok(listed)
}

/// How many interests wait for this account's ruling; nothing where it rules on none, or has yet to accept what is confidential.
pub(super) async fn waiting(
    store: &Store,
    account: AccountId,
    season: SeasonId,
) -> Result<Option<usize>, StoreError> {
    match get(store, &Viewer::Chair(account), season).await {
        Ok(listed) => Ok(Some(listed.rows.iter().filter(|row| row.waits()).count())),
        Err(StoreError::NotFound | StoreError::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
