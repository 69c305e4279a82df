//! A plan of who judges what, with what it comes to: behind `/admin/assignment/{season}`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use plaudit_domain::{
    assignment,
    ids::{AccountId, CaseId, MembershipId, SeasonId},
    membership::Status as MembershipStatus,
    plan::{
        Figures, Hold, Instance, Options, Pair,
        change::{Choice, choices},
    },
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError,
    entities::people,
    kept::Kept,
    memberships,
    plans::{self, Inputs, Plan},
};

/// A season with its plan.
#[derive(Clone, Debug)]
pub struct PlanPage {
    /// The season.
    pub about: Surroundings,
    /// Its plan; none where everybody reads everything.
    pub made: Option<Made>,
}

/// A plan, and what it comes to.
#[derive(Clone, Debug)]
pub struct Made {
    /// The options and the last outcome.
    pub plan: Plan,
    /// What is on desks and proposed, together.
    pub figures: Figures,
    /// How many assignments are proposed.
    pub proposed: usize,
    /// Every judge of the panel.
    pub judges: Vec<JudgeRow>,
    /// Every case that judges read or are to read.
    pub cases: Vec<CaseRow>,
    instance: Instance,
    pairs: BTreeSet<Pair>,
}

/// A judge of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgeRow {
    /// Who.
    pub id: AccountId,
    /// Their membership, by which they are named in forms.
    pub membership: MembershipId,
    /// Their name.
    pub name: String,
    /// Their address, by which they are named in files.
    pub email: String,
    /// The least and the most of their own, where they differ from everybody's.
    pub own: (Option<u32>, Option<u32>),
    /// The least and the most that hold for them.
    pub bounds: (u32, u32),
    /// Where they work, as the plan knows it.
    pub organisation: Option<String>,
    /// How many cases they have, proposed or on their desk.
    pub load: u32,
    /// The sum of their matches.
    pub total_match: u64,
}

/// A case with who reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// Its number in the category.
    pub number: i64,
    /// Its category's place among the categories.
    pub category: usize,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// Who reads it, by their place among the judges, and how.
    pub readers: Vec<(usize, Hold)>,
    /// How many are missing.
    pub missing: u32,
}

impl Made {
    /// A judge by their account.
    pub fn judge(&self, id: AccountId) -> Option<&JudgeRow> {
        self.judges.iter().find(|judge| judge.id == id)
    }

    /// A case by its id.
    pub fn case(&self, id: CaseId) -> Option<&CaseRow> {
        self.cases.iter().find(|case| case.id == id)
    }

    /// The match of a judge with a case.
    pub fn score(&self, case: CaseId, judge: AccountId) -> u32 {
        self.instance.score(&(case, judge))
    }

    /// Whether anybody's match with anything is known.
    pub fn has_matches(&self) -> bool {
        !self.instance.matches.is_empty()
    }

    /// Who could read the case instead of this judge, or beside those who do.
    pub fn choices(&self, case: CaseId, instead_of: Option<AccountId>) -> Vec<Choice> {
        let cases = &self.instance.cases;
        cases
            .iter()
            .find(|one| one.id == case)
            .map(|case| {
                choices(
                    &self.instance,
                    &self.plan.options,
                    &self.pairs,
                    case,
                    instead_of,
                )
            })
            .unwrap_or_default()
    }
}

/// The season's plan, in a number of statements that depends on nothing.
pub async fn plan(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<PlanPage, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let made = match plans::load(conn, season).await {
        Ok(inputs) => {
            inputs.refuse_kept(&Kept::of(conn, viewer).await?)?;
            Some(made(conn, &about, inputs).await?)
        }
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error),
    };
    Ok(PlanPage { about, made })
}

async fn made(
    conn: &impl ConnectionTrait,
    about: &Surroundings,
    inputs: Inputs,
) -> Result<Made, StoreError> {
    let panel = memberships::panel_in(conn, about.season.id).await?;
    let nominees: HashMap<Uuid, String> = people::Entity::find()
        .filter(people::Column::ErasedAt.is_null())
        .filter(people::Column::Id.is_in(inputs.cases.iter().map(|case| case.nominee_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let proposed = inputs
        .rows
        .iter()
        .filter(|row| row.status == assignment::Status::Proposed.as_str())
        .count();
    let Inputs {
        plan,
        instance,
        cases,
        rows,
        ..
    } = inputs;
    let there: BTreeSet<Pair> = rows
        .iter()
        .map(|row| (row.case_id.into(), row.judge_id.into()))
        .collect();
    let known: BTreeSet<CaseId> = instance.cases.iter().map(|case| case.id).collect();
    let sits: BTreeSet<AccountId> = instance.judges.iter().map(|judge| judge.id).collect();
    let pairs: BTreeSet<Pair> = instance
        .held
        .keys()
        .filter(|pair| there.contains(pair) && known.contains(&pair.0) && sits.contains(&pair.1))
        .copied()
        .collect();
    let judges = judge_rows(&panel, &instance, &plan.options, &pairs);
    let places: BTreeMap<AccountId, usize> = judges
        .iter()
        .enumerate()
        .map(|(place, judge)| (judge.id, place))
        .collect();
    let cases = cases
        .iter()
        .zip(&instance.cases)
        .map(|(row, case)| {
            let readers: Vec<(usize, Hold)> = pairs
                .range((case.id, AccountId(Uuid::nil()))..=(case.id, AccountId(Uuid::max())))
                .filter_map(|pair| Some((*places.get(&pair.1)?, *instance.held.get(pair)?)))
                .collect();
            let count = u32::try_from(readers.len()).unwrap_or(u32::MAX);
            CaseRow {
                id: case.id,
                number: row.number,
                category: about
                    .categories
                    .iter()
                    .position(|category| category.id.0 == row.category_id)
                    .unwrap_or_default(),
                nominee: nominees.get(&row.nominee_id).cloned(),
                missing: plan
                    .options
                    .reviews
                    .saturating_sub(count)
                    .saturating_sub(case.done_elsewhere),
                readers,
            }
        })
        .collect();
    Ok(Made {
        figures: instance.figures(&pairs),
        proposed,
        judges,
        cases,
        plan,
        instance,
        pairs,
    })
}

fn judge_rows(
    panel: &[(memberships::Membership, crate::accounts::Account)],
    instance: &Instance,
    options: &Options,
    pairs: &BTreeSet<Pair>,
) -> Vec<JudgeRow> {
    let loads = instance.loads(pairs);
    let mut matched: HashMap<AccountId, u64> = HashMap::new();
    for pair in pairs {
        *matched.entry(pair.1).or_default() += u64::from(instance.score(pair));
    }
    let named: HashMap<AccountId, _> = panel
        .iter()
        .filter(|(membership, _)| {
            membership.status == MembershipStatus::Active && membership.role.scores()
        })
        .map(|(membership, account)| (account.id, (membership, account)))
        .collect();
    instance
        .judges
        .iter()
        .filter_map(|judge| {
            let (membership, account) = named.get(&judge.id)?;
            Some(JudgeRow {
                id: judge.id,
                membership: membership.id,
                name: account.name.clone(),
                email: account.email.to_string(),
                own: (judge.least, judge.most),
                bounds: (
                    Instance::least(judge, options),
                    Instance::most(judge, options),
                ),
                organisation: judge.organisation.clone(),
                load: loads.get(&judge.id).copied().unwrap_or_default(),
                total_match: matched.get(&judge.id).copied().unwrap_or_default(),
            })
        })
        .collect()
}
