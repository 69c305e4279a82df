//! What a plan is made of, read in a number of statements that depends on nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use plaudit_domain::{
    assignment,
    ids::{SeasonId, StageId},
    interest,
    plan::{Bar, Hold, Instance, Known, PlanCase, PlanJudge, is_barred},
    season::Season,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Plan, find_in};
use crate::{
    StoreError,
    assignments::{JudgeRow, active_judges, cases_before_judges, out_of_category},
    cases::of_season,
    entities::{assignments, cases, interests, people, plan_judges, plan_pairs},
    interests as interest_operations,
    kept::Kept,
    seasons, stages,
};

/// A season's plan with all that it is made of.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    pub(crate) season: Season,
    pub(crate) plan: Plan,
    pub(crate) stage: StageId,
    pub(crate) instance: Instance,
    pub(crate) judges: Vec<JudgeRow>,
    pub(crate) cases: Vec<cases::Model>,
    /// Every assignment of these cases in the stage, whatever its status.
    pub(crate) rows: Vec<assignments::Model>,
    /// Who was asked about which case.
    pub(crate) asked: BTreeMap<(Uuid, Uuid), interest::Status>,
}

impl Inputs {
    /// Refuses whoever is kept from one of its cases: a plan measures each case against all others.
    pub(crate) fn refuse_kept(&self, kept: &Kept) -> Result<(), StoreError> {
        for case in &self.cases {
            kept.refuse(case.id.into())?;
        }
        Ok(())
    }
}

/// The season's plan and what it is made of; not found where there is none.
pub(crate) async fn load(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Inputs, StoreError> {
    let plan = find_in(conn, season).await?.ok_or(StoreError::NotFound)?;
    let season = seasons::load(conn, season).await?;
    let stage = stages::id_of(conn, season.id, season.stage).await?;
    let judges = active_judges(conn, &season).await?;
    let cases = cases_before_judges(conn, &season).await?;
    let known = plan_judges::Entity::find()
        .filter(plan_judges::Column::SeasonId.eq(season.id.0))
        .all(conn)
        .await?;
    let employers = employers(conn, &cases, &judges).await?;
    let by_hand = plan_pairs::Entity::find()
        .filter(plan_pairs::Column::SeasonId.eq(season.id.0))
        .all(conn)
        .await?;
    let rows = assignments::Entity::find()
        .filter(assignments::Column::CaseId.in_subquery(of_season(season.id)))
        .filter(assignments::Column::StageId.eq(stage.0))
        .all(conn)
        .await?;
    let asked = asked(conn, season.id).await?;
    let mut instance = Instance {
        cases: plan_cases(&cases, &rows, &judges, &employers)?,
        judges: plan_judges(&judges, &known, &employers)?,
        matches: matches(&known)?,
        ..Instance::default()
    };
    bar(conn, &mut instance, &cases, &judges, &asked).await?;
    hold(&mut instance, &rows, &by_hand)?;
    Ok(Inputs {
        season,
        plan,
        stage,
        instance,
        judges,
        cases,
        rows,
        asked,
    })
}

/// Where nominees and judges work, as far as they are known to.
async fn employers(
    conn: &impl ConnectionTrait,
    cases: &[cases::Model],
    judges: &[JudgeRow],
) -> Result<HashMap<Uuid, String>, StoreError> {
    let wanted = cases
        .iter()
        .map(|case| case.nominee_id)
        .chain(judges.iter().map(|judge| judge.person_id));
    Ok(people::Entity::find()
        .filter(people::Column::Id.is_in(wanted))
        .all(conn)
        .await?
        .into_iter()
        .filter_map(|person| Some((person.id, person.employer?)))
        .filter(|(_, employer)| !employer.trim().is_empty())
        .collect())
}

async fn asked(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<BTreeMap<(Uuid, Uuid), interest::Status>, StoreError> {
    interests::Entity::find()
        .filter(interests::Column::CaseId.in_subquery(of_season(season)))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| {
            let status = interest::Status::parse(&row.status)?;
            Ok(((row.case_id, row.judge_id), status))
        })
        .collect()
}

fn plan_cases(
    cases: &[cases::Model],
    rows: &[assignments::Model],
    judges: &[JudgeRow],
    employers: &HashMap<Uuid, String>,
) -> Result<Vec<PlanCase>, StoreError> {
    let panel: BTreeSet<Uuid> = judges.iter().map(|judge| judge.id).collect();
    let mut done: HashMap<Uuid, u32> = HashMap::new();
    for row in rows {
        if assignment::Status::parse(&row.status)?.counts() && !panel.contains(&row.judge_id) {
            *done.entry(row.case_id).or_default() += 1;
        }
    }
    Ok(cases
        .iter()
        .map(|case| PlanCase {
            id: case.id.into(),
            organisation: employers.get(&case.nominee_id).cloned(),
            done_elsewhere: done.get(&case.id).copied().unwrap_or_default(),
        })
        .collect())
}

fn plan_judges(
    judges: &[JudgeRow],
    known: &[plan_judges::Model],
    employers: &HashMap<Uuid, String>,
) -> Result<Vec<PlanJudge>, StoreError> {
    let known: HashMap<Uuid, &plan_judges::Model> =
        known.iter().map(|row| (row.judge_id, row)).collect();
    let whole = |number: Option<i64>| {
        number
            .map(u32::try_from)
            .transpose()
            .map_err(StoreError::unreadable)
    };
    judges
        .iter()
        .map(|judge| {
            let known = known.get(&judge.id);
            let organisation = known.and_then(|row| row.organisation.clone());
            Ok(PlanJudge {
                id: judge.id.into(),
                least: whole(known.and_then(|row| row.least))?,
                most: whole(known.and_then(|row| row.most))?,
                organisation: organisation.or_else(|| employers.get(&judge.person_id).cloned()),
            })
        })
        .collect()
}

fn matches(known: &[plan_judges::Model]) -> Result<Known, StoreError> {
    let mut matches = Known::new();
    for row in known {
        let of = row.matches.as_object().into_iter().flatten();
        for (case, kept) in of {
            let case = Uuid::parse_str(case).map_err(StoreError::unreadable)?;
            let number = |place: usize| kept.get(place).and_then(serde_json::Value::as_u64);
            let score = number(0).and_then(|score| u32::try_from(score).ok());
            let score = score.ok_or_else(|| StoreError::unreadable("a match"))?;
            matches.insert(
                (case.into(), row.judge_id.into()),
                (score, number(1) == Some(1)),
            );
        }
    }
    Ok(matches)
}

/// Who may not read what because of an interest.
async fn bar(
    conn: &impl ConnectionTrait,
    instance: &mut Instance,
    cases: &[cases::Model],
    judges: &[JudgeRow],
    asked: &BTreeMap<(Uuid, Uuid), interest::Status>,
) -> Result<(), StoreError> {
    for ((case, judge), status) in asked {
        if is_barred(*status) {
            let pair = ((*case).into(), (*judge).into());
            instance.bars.insert(pair, Bar::Interest);
        }
    }
    let ids: Vec<Uuid> = cases.iter().map(|case| case.id).collect();
    for (category, judge) in out_of_category(conn, &ids).await?.into_keys() {
        for case in cases.iter().filter(|case| case.category_id == category) {
            let pair = (case.id.into(), judge.into());
            instance.bars.insert(pair, Bar::Interest);
        }
    }
    for (case, parts) in interest_operations::parts(conn, &ids).await? {
        for judge in judges.iter().filter(|judge| parts.include(judge)) {
            let pair = (case.into(), judge.id.into());
            instance.bars.insert(pair, Bar::Interest);
        }
    }
    Ok(())
}

/// Who has what, who had what, and what was set by hand.
fn hold(
    instance: &mut Instance,
    rows: &[assignments::Model],
    by_hand: &[plan_pairs::Model],
) -> Result<(), StoreError> {
    for row in rows {
        let pair = (row.case_id.into(), row.judge_id.into());
        match Hold::of(assignment::Status::parse(&row.status)?) {
            Some(hold) => {
                instance.held.insert(pair, hold);
            }
            None => {
                instance.bars.entry(pair).or_insert(Bar::Over);
            }
        }
    }
    for row in by_hand {
        let pair = (row.case_id.into(), row.judge_id.into());
        let is_planned = matches!(instance.held.get(&pair), None | Some(Hold::Proposed));
        if !row.is_wanted {
            instance.bars.entry(pair).or_insert(Bar::ByHand);
        } else if is_planned && !instance.bars.contains_key(&pair) {
            instance.held.insert(pair, Hold::ByHand);
        }
    }
    Ok(())
}
