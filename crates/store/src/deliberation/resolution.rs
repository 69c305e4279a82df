//! The resolution: what the panel decided of a category, signed by whoever presides. It is a fact of the ledger, whose seal is
//! the proof that nothing was rewritten before it; with the last one the season is decided.

use std::collections::BTreeMap;

use plaudit_domain::{
    case::Status as CaseStatus,
    fact::{Fact, FactKind, canonical},
    ids::{AccountId, CategoryId, SeasonId},
    season::{Event, Status},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    count_open,
    room::{Entered, enter, stir},
    table::Table,
};
use crate::{
    Moment, Store, StoreError,
    entities::{cases, categories, deliberations},
    ledger,
    proofs::{self, ProofLetter},
    seasons, secrets, shortlist,
    standings::ranked_statuses,
    write::Tx,
};

/// Signs the resolution on a category as it was read: if anything on its page changed since, nothing is signed.
pub async fn sign(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    category: CategoryId,
    seen: i64,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, seen),
            |tx, &(ref moment, by, category, seen)| {
                Box::pin(async move {
                    // Two categories signed at once: the second sees the first, and decides the season.
                    let season = crate::cases::season_of(tx, category).await?.id;
                    seasons::load_locked(tx, season).await?;
                    let Entered { row, table } = enter(tx, by, category).await?;
                    let unsettled = unsettled(tx, category).await?;
                    table.may_sign(by, unsettled)?;
                    if row.revision != seen {
                        return Err(StoreError::Stale);
                    }
                    // Before the digest, which says where every case stood.
                    shortlist::settle(tx, moment, category).await?;
                    let fact = Fact::new(FactKind::ResolutionSigned)
                        .in_season(season)
                        .about(category)
                        .with("role", table.role(by)?.as_str())
                        .with("digest", digest(tx, category).await?);
                    let fact = ledger::note(tx, moment, fact).await?;
                    proofs::queue(tx, moment, season, &ProofLetter { category, fact }).await?;
                    let change = deliberations::ActiveModel {
                        category_id: Set(category.0),
                        case_id: Set(None),
                        signed_at: Set(Some(moment.at())),
                        signed_by: Set(Some(by.0)),
                        fact_id: Set(Some(fact.0)),
                        ..Default::default()
                    };
                    deliberations::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    stir(tx, category).await?;
                    decide_season(tx, moment, season).await
                })
            },
        )
        .await
}

/// The season is decided with its last signature.
async fn decide_season(tx: &Tx, moment: &Moment, season: SeasonId) -> Result<(), StoreError> {
    if unsigned(tx, season).await?.is_some() {
        return Ok(());
    }
    let season = seasons::load_locked(tx, season).await?;
    if season.status == Status::Deliberation {
        // Where nobody may sign, an administrator sees to the cases without a result, and decides the season: whoever signs
        // here is not asked about those, and may be out of one.
        if count_open(tx, season.id).await? > 0 {
            return Ok(());
        }
        seasons::finish(tx, moment, &season, Event::Decide, Status::Decided, None).await?;
    }
    Ok(())
}

/// A category of the season that waits for a signature, if any does: one with cases before the panel, at whose table there is
/// somebody who may sign. Where nobody may, an administrator finds the season decided.
pub(crate) async fn unsigned(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Option<CategoryId>, StoreError> {
    let all = categories::Entity::find()
        .filter(categories::Column::SeasonId.eq(season.0))
        .all(conn)
        .await?;
    for category in all {
        let category = CategoryId::from(category.id);
        if super::deciding::is_signed(conn, category).await? {
            continue;
        }
        let before_the_panel = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(category.0))
            .filter(cases::Column::Status.is_in(ranked_statuses()))
            .count(conn)
            .await?;
        if before_the_panel > 0 && Table::load(conn, category).await?.signatory().is_some() {
            return Ok(Some(category));
        }
    }
    Ok(None)
}

/// Whether any resolution of the season is signed.
pub(crate) async fn is_any_signed(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<bool, StoreError> {
    for category in seasons::load_categories(conn, season).await? {
        if super::deciding::is_signed(conn, category.id).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many finalists of the category have no result.
async fn unsettled(conn: &impl ConnectionTrait, category: CategoryId) -> Result<u64, StoreError> {
    Ok(cases::Entity::find()
        .filter(cases::Column::CategoryId.eq(category.0))
        .filter(cases::Column::Status.eq(CaseStatus::Shortlisted.as_str()))
        .count(conn)
        .await?)
}

/// What was resolved, in 64 characters that the ledger seals: where every case stood that was before the panel.
async fn digest(conn: &impl ConnectionTrait, category: CategoryId) -> Result<String, StoreError> {
    let stood: BTreeMap<String, String> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .column(cases::Column::Status)
        .filter(cases::Column::CategoryId.eq(category.0))
        .filter(cases::Column::Status.is_in(ranked_statuses()))
        .order_by_asc(cases::Column::Id)
        .into_tuple::<(Uuid, String)>()
        .all(conn)
        .await?
        .into_iter()
        .map(|(case, status)| (case.to_string(), status))
        .collect();
    let text = canonical(&json!({ "category": category.to_string(), "cases": stood }));
    Ok(hex::encode(secrets::digest(text.as_bytes())))
}
