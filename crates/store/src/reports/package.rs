//! Everything of a category by which a stranger can work its ranking out again: behind `/admin/package/{category}` and
//! the file beside it.
//!
//! No name leaves the store, and of a judge no id: a judge is a number, given in the order of an HMAC under the
//! installation's key, so that it is the same in every package of the category and tells nothing without that key.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    assignment,
    ids::{AccountId, CaseId, CategoryId, RuleSetId},
    policy,
    rule_set::WhatIf,
    season::Category,
    stage::Kind,
    standing::Judged,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError,
    entities::{accounts, assignments, cases as case_rows, memberships, rule_sets},
    kept::Kept,
    ledger::{self, Link},
    publications, seasons, secrets, stages, standings,
};

/// Of which stage the package is: the scoring, from which the shortlist is made. What an interview adds is not in it.
pub(super) const STAGE: Kind = Kind::Scoring;

/// Whether a category's package can be made, and what its page says of it.
#[derive(Clone, Debug)]
pub struct About {
    /// The season.
    pub about: Surroundings,
    /// The category.
    pub category: Category,
    /// Whether the scores are locked.
    pub is_locked: bool,
    /// How many cases were laid before the judges.
    pub cases: usize,
    /// How many judges' scorecards count.
    pub judges: usize,
    /// The key under which the installation signs.
    pub public_key: [u8; 32],
}

/// What a package is made of.
#[derive(Clone, Debug)]
pub struct Package {
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
    /// The cases, by their numbers.
    pub cases: Vec<PackagedCase>,
    /// The season's part of the ledger.
    pub ledger: Vec<Link>,
}

/// One case as a stranger sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackagedCase {
    /// Its number in the category.
    pub number: i64,
    /// The scorecards that count, by their judges' numbers: steps from the lowest point, by the criterion's place, both
    /// from 1.
    pub judged: Judged,
    /// How many assignments have which status.
    pub assigned: BTreeMap<assignment::Status, u32>,
}

/// The number that stands for a judge or a criterion as an id: the ranking orders by it as by the number.
pub fn number_as_id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// What the page says; whoever is kept from a case of the category is told that there is none.
pub async fn about(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<About, StoreError> {
    let conn = store.read();
    let (category, about) = for_viewer(store, viewer, category).await?;
    let laid = standings::laid_in(
        conn,
        (category.id, STAGE),
        &Kept::default(),
        &WhatIf::default(),
    )
    .await?;
    let judges: BTreeSet<AccountId> = (laid.judged.iter())
        .flat_map(|judged| judged.scorecards.keys().copied())
        .collect();
    Ok(About {
        is_locked: policy::may_package(about.season.status).is_ok(),
        about,
        category,
        cases: laid.judged.len(),
        judges: judges.len(),
        public_key: secrets::public_key(store),
    })
}

/// What the package holds, once scores are locked.
pub async fn package(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Package, StoreError> {
    let (category, about) = for_viewer(store, viewer, category).await?;
    policy::may_package(about.season.status)?;
    // What happened a moment ago belongs into this package as into the next.
    ledger::seal(store).await?;
    let conn = store.read();
    let laid = standings::laid_in(
        conn,
        (category.id, STAGE),
        &Kept::default(),
        &WhatIf::default(),
    )
    .await?;
    let season = laid.season.id;
    let rules = sealed_rules(conn, laid.rules.id).await?;
    let judges = pseudonyms(store, category.id, &laid.judged);
    let places: BTreeMap<_, _> = (laid.rules.criteria.iter().zip(1..))
        .map(|(criterion, place)| (criterion.id, number_as_id(place).into()))
        .collect();
    let mut assigned = assigned(conn, &laid, STAGE).await?;
    let numbers = numbers(conn, category.id).await?;
    let mut cases: Vec<PackagedCase> = (laid.judged.into_iter())
        .map(|judged| PackagedCase {
            number: numbers.get(&judged.case.0).copied().unwrap_or_default(),
            assigned: assigned.remove(&judged.case).unwrap_or_default(),
            judged: Judged {
                scorecards: (judged.scorecards.into_iter())
                    .filter_map(|(judge, steps)| {
                        let steps = (steps.into_iter())
                            .filter_map(|(criterion, steps)| {
                                Some((*places.get(&criterion)?, steps))
                            })
                            .collect();
                        Some((*judges.get(&judge)?, steps))
                    })
                    .collect(),
                ..judged
            },
        })
        .collect();
    cases.sort_by_key(|case| case.number);
    let hidden = panel(conn, season.0, judges.keys()).await?;
    Ok(Package {
        programme: about.programme.words.title.first().to_owned(),
        season: about.season.name.clone(),
        category: category.title.first().to_owned(),
        category_id: category.id,
        rules,
        stage: STAGE,
        cases,
        ledger: ledger::segment(conn, season, &hidden).await?,
    })
}

/// The text of a rule set as it was sealed.
pub(super) async fn sealed_rules(
    conn: &impl ConnectionTrait,
    rules: RuleSetId,
) -> Result<String, StoreError> {
    rule_sets::Entity::find_by_id(rules.0)
        .one(conn)
        .await?
        .and_then(|row| row.content)
        .ok_or_else(|| StoreError::unreadable("a locked rule set without its text"))
}

/// The numbers of a category's cases, by their ids.
pub(super) async fn numbers(
    conn: &impl ConnectionTrait,
    category: CategoryId,
) -> Result<BTreeMap<Uuid, i64>, StoreError> {
    let found: Vec<(Uuid, i64)> = case_rows::Entity::find()
        .select_only()
        .column(case_rows::Column::Id)
        .column(case_rows::Column::Number)
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// The category, for an administrator who is kept from none of its cases.
pub(super) async fn for_viewer(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<(Category, Surroundings), StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let (category, season) = seasons::category(store, category).await?;
    publications::refuse_kept(conn, &kept, category.id).await?;
    Ok((category, Surroundings::load(conn, season).await?))
}

/// The judges by their numbers.
fn pseudonyms(
    store: &Store,
    category: CategoryId,
    judged: &[Judged],
) -> BTreeMap<AccountId, AccountId> {
    let scored: BTreeSet<AccountId> = (judged.iter())
        .flat_map(|judged| judged.scorecards.keys().copied())
        .collect();
    let mut sealed: Vec<(Vec<u8>, AccountId)> = (scored.into_iter())
        .map(|judge| {
            let both = [category.0.as_bytes().as_slice(), judge.0.as_bytes()].concat();
            (store.keys().seal("package-judge", &both), judge)
        })
        .collect();
    sealed.sort_unstable();
    (sealed.into_iter().zip(1..))
        .map(|((_, judge), number)| (judge, number_as_id(number).into()))
        .collect()
}

/// How many assignments of each case have which status, in the stage whose scores are ranked.
async fn assigned(
    conn: &impl ConnectionTrait,
    laid: &standings::Laid,
    stage: Kind,
) -> Result<BTreeMap<CaseId, BTreeMap<assignment::Status, u32>>, StoreError> {
    let stage = stages::id_of(conn, laid.season.id, stage).await?;
    let found: Vec<(Uuid, String)> = assignments::Entity::find()
        .select_only()
        .column(assignments::Column::CaseId)
        .column(assignments::Column::Status)
        .filter(assignments::Column::StageId.eq(stage.0))
        .into_tuple()
        .all(conn)
        .await?;
    let mut assigned: BTreeMap<CaseId, BTreeMap<_, u32>> = BTreeMap::new();
    for (case, status) in found {
        let case = CaseId::from(case);
        if laid.cases.contains_key(&case) {
            let status = assignment::Status::parse(&status)?;
            *assigned.entry(case).or_default().entry(status).or_default() += 1;
        }
    }
    Ok(assigned)
}

/// The accounts and people of everybody on the panel, now or before, and of whoever scored.
async fn panel<'a>(
    conn: &impl ConnectionTrait,
    season: Uuid,
    scored: impl Iterator<Item = &'a AccountId>,
) -> Result<ledger::Hidden, StoreError> {
    let mut sitting: BTreeSet<Uuid> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::AccountId)
        .filter(memberships::Column::ScopeId.eq(season))
        .into_tuple::<Uuid>()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    sitting.extend(scored.map(|judge| judge.0));
    let mut hidden = ledger::Hidden::new();
    let sitting: Vec<Uuid> = sitting.into_iter().collect();
    for some in sitting.chunks(500) {
        let people: Vec<Uuid> = accounts::Entity::find()
            .select_only()
            .column(accounts::Column::PersonId)
            .filter(accounts::Column::Id.is_in(some.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        hidden.extend(people);
    }
    hidden.extend(sitting);
    Ok(hidden)
}
