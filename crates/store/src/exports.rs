//! Files that leave the system: personal data goes with them, so each is a fact.

use plaudit_domain::{
    export::Export,
    fact::{Fact, FactKind},
    ids::SeasonId,
    membership::Role,
    policy,
};
use uuid::Uuid;

use crate::{Moment, Store, StoreError, ledger, reports::Viewer};

/// Notes that a file is taken away, before its first byte is; whoever may not have it is told that there is none.
pub async fn note(
    store: &Store,
    moment: &Moment,
    viewer: &Viewer,
    export: Export,
    season: SeasonId,
    of: impl Into<Uuid>,
) -> Result<(), StoreError> {
    let fact = Fact::new(FactKind::Exported).in_season(season).about(of);
    record(store, moment, viewer, export, fact).await
}

/// The same of facts of the ledger: of one season, or of all of it.
pub async fn note_history(
    store: &Store,
    moment: &Moment,
    viewer: &Viewer,
    season: Option<SeasonId>,
) -> Result<(), StoreError> {
    let mut fact = Fact::new(FactKind::Exported);
    if let Some(season) = season {
        fact = fact.in_season(season).about(season);
    }
    record(store, moment, viewer, Export::History, fact).await
}

async fn record(
    store: &Store,
    moment: &Moment,
    viewer: &Viewer,
    export: Export,
    fact: Fact,
) -> Result<(), StoreError> {
    let role = match viewer {
        Viewer::Administrator(_) => Role::Administrator,
        Viewer::Judge(_) => Role::Judge,
        Viewer::Chair(_) => Role::Chair,
        Viewer::Panellist(_) => Role::Observer,
        Viewer::Visitor => return Err(StoreError::NotFound),
    };
    record_as(store, moment, role, export, fact).await
}

/// The same by whoever holds this role in the very season, which a report has found out.
pub async fn note_as(
    store: &Store,
    moment: &Moment,
    role: Role,
    export: Export,
    season: SeasonId,
    of: impl Into<Uuid>,
) -> Result<(), StoreError> {
    let fact = Fact::new(FactKind::Exported).in_season(season).about(of);
    record_as(store, moment, role, export, fact).await
}

async fn record_as(
    store: &Store,
    moment: &Moment,
    role: Role,
    export: Export,
    fact: Fact,
) -> Result<(), StoreError> {
    policy::may_export(role, export).map_err(|_| StoreError::NotFound)?;
    let fact = fact.with("file", export.as_str());
    store
        .write((moment.clone(), fact), |tx, (moment, fact)| {
            Box::pin(async move {
                ledger::note(tx, moment, fact.clone()).await?;
                Ok(())
            })
        })
        .await
}
