//! The shortlist of a category with what was decided and why: behind `/admin/shortlist/{category}`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    case::decision::Kind,
    ids::{CaseId, CategoryId},
    stage,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Viewer,
    names::{self, Named},
    ranking::{self, Ranking},
};
use crate::{
    Store, StoreError,
    entities::decisions,
    moment::{read, read_maybe},
};

/// A decision on a case.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    /// What was decided.
    pub kind: Kind,
    /// Why; empty where no reason was needed or given.
    pub reason: String,
    /// By whom.
    pub by: Named,
    /// When.
    pub at: Timestamp,
    /// When it was undone, and why.
    pub undone: Option<(Timestamp, String)>,
}

/// The ranking with the decisions on each of its cases.
#[derive(Clone, Debug)]
pub struct Shortlist {
    /// The ranking.
    pub ranking: Ranking,
    /// The decisions on each case, the latest first.
    pub decisions: BTreeMap<CaseId, Vec<DecisionRow>>,
}

/// The shortlist of this category as it is now.
pub async fn shortlist(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Shortlist, StoreError> {
    // The scoring makes the shortlist, whatever comes after it.
    let ranking = ranking::of_stage(store, viewer, category, stage::Kind::Scoring).await?;
    with_decisions(store, ranking).await
}

/// The finalists as the panel meets on them: by the last stage.
pub async fn for_the_meeting(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Shortlist, StoreError> {
    let ranking = ranking::ranking(store, viewer, category).await?;
    with_decisions(store, ranking).await
}

async fn with_decisions(store: &Store, ranking: Ranking) -> Result<Shortlist, StoreError> {
    let cases: Vec<CaseId> = ranking.rows.iter().map(|row| row.case).collect();
    let decisions = decisions(store, &cases).await?;
    Ok(Shortlist { ranking, decisions })
}

/// The decisions on these cases, the latest first.
pub(crate) async fn decisions(
    store: &Store,
    cases: &[CaseId],
) -> Result<BTreeMap<CaseId, Vec<DecisionRow>>, StoreError> {
    let rows = decisions::Entity::find()
        .filter(decisions::Column::CaseId.is_in(cases.iter().map(|case| case.0)))
        .order_by_desc(decisions::Column::DecidedAt)
        .order_by_desc(decisions::Column::Id)
        .all(store.read())
        .await?;
    let names = names::accounts(store.read(), rows.iter().map(|row| row.decided_by)).await?;
    let mut by_case: BTreeMap<CaseId, Vec<DecisionRow>> = BTreeMap::new();
    for row in rows {
        let undone = match read_maybe(row.undone_at)? {
            Some(at) => Some((at, row.undone_reason.unwrap_or_default())),
            None => None,
        };
        by_case
            .entry(row.case_id.into())
            .or_default()
            .push(DecisionRow {
                kind: Kind::parse(&row.kind)?,
                reason: row.reason,
                by: names
                    .get(&row.decided_by)
                    .cloned()
                    .unwrap_or(Named::Unknown),
                at: read(row.decided_at)?,
                undone,
            });
    }
    Ok(by_case)
}
