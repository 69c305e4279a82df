//! What could be told in public of a category's results, and what is: the part of `/admin/package/{category}` that publishes.

use std::collections::BTreeSet;

use plaudit_domain::{
    ids::{AccountId, CategoryId},
    policy,
    publication::{self, Counted, CountedCase, PublicResults, Score},
    refusal::Refusal,
    rule_set::WhatIf,
    stage::Kind,
};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    Viewer,
    package::{self, STAGE},
};
use crate::{
    Store, StoreError, deliberation,
    entities::{deliberations, facts},
    kept::Kept,
    ledger::{self, Head},
    publications::{self, Publication},
    standings,
};

/// Whether a part of a category's results may be published, and what that would be.
#[derive(Clone, Debug)]
pub struct Publishing {
    /// What it would be, or why it may not.
    pub part: Result<PublicPart, Refusal>,
    /// What is published now.
    pub published: Option<Publication>,
    /// Whether the season is announced, so that the public sees what is published.
    pub is_announced: bool,
}

/// What the public results are made of.
#[derive(Clone, Debug)]
pub struct PublicPart {
    /// What the award is called.
    pub programme: String,
    /// Which season.
    pub season: String,
    /// What is won.
    pub category: String,
    /// Its id.
    pub category_id: CategoryId,
    /// The text of the rule set as it was sealed.
    pub rules: String,
    /// Of which stage the scores are.
    pub stage: Kind,
    /// What is told.
    pub told: PublicResults,
    /// The ledger's head when the resolution was signed; none where nobody was there to sign one.
    pub resolution: Option<Head>,
}

/// What the page says; whoever is kept from a case of the category is told that there is none.
pub async fn publishing(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Publishing, StoreError> {
    let conn = store.read();
    let (_, about) = package::for_viewer(store, viewer, category).await?;
    let is_announced = publication::is_seen(about.season.status);
    let part = match part(store, viewer, category).await {
        Ok(part) => Ok(part),
        Err(StoreError::Refused(refusal)) => Err(refusal),
        Err(other) => return Err(other),
    };
    Ok(Publishing {
        part,
        published: publications::find(conn, category).await?,
        is_announced,
    })
}

/// What would be published, once it is settled.
pub async fn part(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<PublicPart, StoreError> {
    let conn = store.read();
    let (category, about) = package::for_viewer(store, viewer, category).await?;
    let is_signed = deliberation::is_signed(conn, category.id).await?;
    policy::may_publish_results(about.season.status, is_signed)?;
    // The resolution's fact has its number from then on.
    ledger::seal(store).await?;
    let laid = standings::laid_in(
        conn,
        (category.id, STAGE),
        &Kept::default(),
        &WhatIf::default(),
    )
    .await?;
    let rules = package::sealed_rules(conn, laid.rules.id).await?;
    let numbers = package::numbers(conn, category.id).await?;
    let judges: BTreeSet<AccountId> = (laid.judged.iter())
        .flat_map(|judged| judged.scorecards.keys().copied())
        .collect();
    let stood = laid.stand()?;
    let places = stood.standing.places.iter();
    let counted = Counted {
        judges: u64::try_from(judges.len()).unwrap_or(u64::MAX),
        recusals: (places.clone())
            .map(|place| u64::from(place.recusals))
            .sum(),
        cases: places
            .filter_map(|place| {
                Some(CountedCase {
                    number: numbers.get(&place.case.0).copied()?,
                    status: stood.cases.get(&place.case)?.status,
                    scorecards: u64::from(place.received),
                    score: place.figures.as_ref().map(Score::of),
                })
            })
            .collect(),
    };
    Ok(PublicPart {
        programme: about.programme.words.title.first().to_owned(),
        season: about.season.name.clone(),
        category: category.title.first().to_owned(),
        category_id: category.id,
        rules,
        stage: STAGE,
        told: publication::tell(&counted),
        resolution: resolution(conn, category.id).await?,
    })
}

/// The number and the seal of the fact that says that the resolution was signed.
async fn resolution(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<Option<Head>, StoreError> {
    let row = deliberations::Entity::find_by_id(category.0)
        .one(conn)
        .await?;
    let Some(fact) = row.and_then(|row| row.fact_id) else {
        return Ok(None);
    };
    let fact = facts::Entity::find_by_id(fact)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(Head::of(fact))
}
