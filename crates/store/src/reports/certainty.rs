//! How sure a category's ranking is: behind `/admin/ranking/{category}/certainty`.

use std::collections::BTreeMap;

use plaudit_domain::{
    ids::{AccountId, CategoryId},
    rule_set::WhatIf,
    stage::Kind,
};

use super::{
    Viewer, administrator_only,
    names::{self, Named},
    ranking::{self, Ranking},
};
pub use crate::certainties::Known;
use crate::{Store, StoreError, kept::Kept, standings};

/// A ranking, and how sure it is.
#[derive(Clone, Debug)]
pub struct Sureness {
    /// The ranking as it is now.
    pub ranking: Ranking,
    /// How sure it is, as far as that is known.
    pub known: Known,
    /// The judges' names; none of whose words were erased.
    pub judges: BTreeMap<AccountId, String>,
}

/// How sure the ranking of this category is, from what is submitted now.
pub async fn certainty(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Sureness, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    // How surely a case is within the cut is a question to the scoring, which makes the shortlist.
    let of = (category, Kind::Scoring);
    let laid = standings::laid_in(conn, of, &kept, &WhatIf::default()).await?;
    let scorecards = laid.judged.clone();
    let stood = laid.stand()?;
    let known = store
        .certainties()
        .of(category, &stood.rules, scorecards)
        .await?;
    let scored = known.latest().into_iter().flat_map(|known| &known.judges);
    let judges = names::accounts(conn, scored.map(|judge| judge.judge.0))
        .await?
        .into_iter()
        .filter_map(|(account, named)| match named {
            Named::Person(name) => Some((account.into(), name)),
            _ => None,
        })
        .collect();
    Ok(Sureness {
        ranking: ranking::of_stood(conn, (category, &kept), stood).await?,
        known,
        judges,
    })
}
