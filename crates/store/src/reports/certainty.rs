//! How sure a category's ranking is: behind `/admin/ranking/{category}/certainty`, the ranking itself, and what the chair
//! sees of the panel at `/judging/diagnostics/{category}`.

use std::{collections::BTreeMap, sync::Arc};

use plaudit_domain::{
    ids::{AccountId, CategoryId},
    policy,
    rule_set::WhatIf,
    stage::Kind,
};

use super::{
    Viewer, administrator_only,
    names::{self, Named},
    ranking::{self, Ranking},
    runs_panel,
};
pub use crate::certainties::Known;
use crate::{
    Store, StoreError, cases,
    certainties::Whose,
    confidentiality,
    kept::Kept,
    lately::{self, Last},
    stages,
    standings::{self, Stood},
};

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
    let kept = Kept::of(store.read(), viewer).await?;
    of_all_but(store, category, &kept).await
}

/// The ranking with how sure it is, as far as that is known: of an interview's ranking nothing is, since it is the scoring that
/// makes the shortlist.
pub async fn ranking(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<(Ranking, Option<Known>), StoreError> {
    administrator_only(viewer)?;
    let season = cases::season_of(store.read(), category).await?;
    if standings::ranking_stage(&season) != Kind::Scoring {
        let ranking = ranking::ranking(store, viewer, category).await?;
        return Ok((ranking, None));
    }
    let sureness = certainty(store, viewer, category).await?;
    Ok((sureness.ranking, Some(sureness.known)))
}

/// What the scores of this category say of its panel, for chair and deputy: once the scores are locked, and without the cases
/// that they are kept from. By then a panel that read without names sees them.
pub async fn for_chair(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Sureness, StoreError> {
    let Viewer::Chair(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let season = cases::season_of(conn, category).await?;
    runs_panel(store, viewer, season.id).await?;
    confidentiality::refuse_before_acceptance(conn, account, season.id).await?;
    policy::may_see_diagnostics(season.status)?;
    let kept = Kept::from(conn, account).await?;
    of_all_but(store, category, &kept).await
}

async fn of_all_but(
    store: &Store,
    category: CategoryId,
    kept: &Kept,
) -> Result<Sureness, StoreError> {
    let conn = store.read();
    let season = cases::season_of(conn, category).await?.id;
    // Counted before the scores are read: by what is noted meanwhile, the next answer is read anew.
    let facts = lately::facts(conn, season).await?;
    let (stood, known) = match again(store, category, kept, facts).await? {
        Some(as_before) => as_before,
        None => read(store, category, kept, facts).await?,
    };
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
        ranking: ranking::of_stood(conn, (category, kept), &stood).await?,
        known,
        judges,
    })
}

/// How surely a case is within the cut is a question to the scoring, which makes the shortlist.
const STAGE: Kind = Kind::Scoring;

/// How it stood with so many facts, if that is still kept.
async fn again(
    store: &Store,
    category: CategoryId,
    kept: &Kept,
    facts: u64,
) -> Result<Option<(Arc<Stood>, Known)>, StoreError> {
    let Some(last) = store.lately().of(category, kept, facts) else {
        return Ok(None);
    };
    if cfg!(debug_assertions) {
        assert_as_read(store, category, kept, facts, &last.stood).await?;
    }
    let known = store.certainties().again(last.whose).await?;
    Ok(known.map(|known| (last.stood, known)))
}

/// Reads it all the same, so that every test and every walk checks that whatever bears on a standing is a fact.
async fn assert_as_read(
    store: &Store,
    category: CategoryId,
    kept: &Kept,
    facts: u64,
    stood: &Stood,
) -> Result<(), StoreError> {
    let conn = store.read();
    let laid = standings::laid_in(conn, (category, STAGE), kept, &WhatIf::default()).await?;
    let season = laid.season.id;
    let now = laid.stand()?;
    // What happened meanwhile is for the next answer.
    if lately::facts(conn, season).await? == facts {
        assert!(now == *stood, "a standing changed, and no fact says why");
    }
    Ok(())
}

/// Reads how it stands, begins to work out how sure that is, and keeps both.
async fn read(
    store: &Store,
    category: CategoryId,
    kept: &Kept,
    facts: u64,
) -> Result<(Arc<Stood>, Known), StoreError> {
    let conn = store.read();
    let of = (category, STAGE);
    let laid = standings::laid_in(conn, of, kept, &WhatIf::default()).await?;
    let stage = stages::id_of(conn, laid.season.id, STAGE).await?;
    let order = standings::order(conn, category, stage).await?;
    let scorecards = laid.judged.clone();
    let stood = Arc::new(laid.stand()?);
    let whose = Whose::new(category, &stood.rules, &scorecards, &order);
    let last = Last {
        stood: Arc::clone(&stood),
        whose,
    };
    store.lately().keep(category, kept, facts, last);
    let known = store
        .certainties()
        .of(whose, &stood.rules, scorecards, order)
        .await?;
    Ok((stood, known))
}
