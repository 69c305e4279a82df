//! One case with all that bears on it: behind `/admin/cases/{case}`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    acceptance, assignment, case, fact_check,
    ids::{AccountId, AssignmentId, CaseId, CriterionId, NominationId},
    interest, nomination,
    person::Person,
    rule_set::RuleSet,
    season::Category,
    standing::{self, Figure},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{
    Surroundings, Viewer, administrator_only,
    history::{self, FactRow},
    names::{self, Named},
    referees::{self, RefereeRow},
    shortlist::{DecisionRow, decisions},
};
use crate::{
    Store, StoreError, cases as case_operations,
    entities::{assignments, cases, interests, nominations, people, scorecards, scores},
    kept::Kept,
    moment::read_maybe,
    people as persons, rule_sets, stages,
};

/// A case.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The season.
    pub about: Surroundings,
    /// The category.
    pub category: Category,
    /// What it is judged by.
    pub rules: RuleSet,
    /// Its id.
    pub id: CaseId,
    /// Its number in the category.
    pub number: i64,
    /// Its version, for whoever decides on it.
    pub version: i64,
    /// Where it stands.
    pub status: case::Status,
    /// Who is put forward; none once they are erased.
    pub nominee: Option<Person>,
    /// What the nominee said.
    pub acceptance: acceptance::Status,
    /// When the nominee was told.
    pub told_at: Option<Timestamp>,
    /// What somebody at their body said.
    pub fact_check: fact_check::Status,
    /// Who that was.
    pub fact_check_by: Option<String>,
    /// The nominations that it joins.
    pub nominations: Vec<JoinedRow>,
    /// Who is to write a reference, the first who was named first.
    pub referees: Vec<RefereeRow>,
    /// What was decided on it, the latest first.
    pub decisions: Vec<DecisionRow>,
    /// How its judges get on, by name.
    pub judges: Vec<JudgeRow>,
    /// What happened to it, the earliest first.
    pub history: Vec<FactRow>,
}

/// A nomination of the case.
#[derive(Clone, Debug)]
pub struct JoinedRow {
    /// Which.
    pub id: NominationId,
    /// Its number.
    pub number: String,
    /// Who filed it; none once they are erased.
    pub nominator: Option<String>,
    /// Where it stands.
    pub status: nomination::Status,
    /// When it was submitted.
    pub submitted_at: Option<Timestamp>,
}

/// A judge of the case.
#[derive(Clone, Debug)]
pub struct JudgeRow {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The judge.
    pub judge: AccountId,
    /// Their name.
    pub name: Named,
    /// Where the assignment stands.
    pub status: assignment::Status,
    /// What they said of interests; none if they were not asked yet.
    pub interest: Option<interest::Status>,
    /// The weighted total of the scorecard, if it counts.
    pub total: Option<Figure>,
    /// When it was submitted.
    pub submitted_at: Option<Timestamp>,
}

/// The case as it is now.
pub async fn case_page(store: &Store, viewer: &Viewer, id: CaseId) -> Result<CasePage, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    kept.hide(id)?;
    let row = cases::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let case = case_operations::read(&row)?;
    let season = case_operations::season_of(conn, case.category).await?;
    let about = Surroundings::load(conn, season.id).await?;
    let category = about
        .categories
        .iter()
        .find(|category| category.id == case.category)
        .cloned()
        .ok_or(StoreError::NotFound)?;
    let rules = rule_sets::in_force(conn, season.id).await?;
    let nominee = people::Entity::find_by_id(case.nominee.0)
        .one(conn)
        .await?
        .filter(|person| person.erased_at.is_none())
        .map(persons::read)
        .transpose()?;
    let nominations = joined(store, id).await?;
    let referees = referees::of_case(conn, id).await?;
    let judges = judges(store, id, &rules).await?;
    let mut subjects = vec![id.0];
    subjects.extend(nominations.iter().map(|row| row.id.0));
    subjects.extend(judges.iter().map(|row| row.assignment.0));
    Ok(CasePage {
        about,
        category,
        rules,
        id,
        number: row.number,
        version: row.version,
        status: case.status,
        nominee,
        acceptance: case.acceptance,
        told_at: read_maybe(row.told_at)?,
        fact_check: case.fact_check,
        fact_check_by: row.fact_check_by,
        nominations,
        referees,
        decisions: decisions(store, &[id])
            .await?
            .remove(&id)
            .unwrap_or_default(),
        judges,
        history: history::of(store, subjects, &kept).await?,
    })
}

async fn joined(store: &Store, case: CaseId) -> Result<Vec<JoinedRow>, StoreError> {
    let conn = store.read();
    let rows = nominations::Entity::find()
        .filter(nominations::Column::CaseId.eq(case.0))
        .order_by_asc(nominations::Column::Number)
        .all(conn)
        .await?;
    let nominators: BTreeMap<Uuid, String> = people::Entity::find()
        .filter(people::Column::Id.is_in(rows.iter().filter_map(|row| row.nominator_id)))
        .filter(people::Column::ErasedAt.is_null())
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    rows.into_iter()
        .map(|row| {
            Ok(JoinedRow {
                id: row.id.into(),
                number: row.number,
                nominator: row
                    .nominator_id
                    .and_then(|nominator| nominators.get(&nominator).cloned()),
                status: nomination::Status::parse(&row.status)?,
                submitted_at: read_maybe(row.submitted_at)?,
            })
        })
        .collect()
}

async fn judges(store: &Store, case: CaseId, rules: &RuleSet) -> Result<Vec<JudgeRow>, StoreError> {
    let conn = store.read();
    let assigned = assignments::Entity::find()
        .filter(assignments::Column::CaseId.eq(case.0))
        .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
        .all(conn)
        .await?;
    let declared: BTreeMap<Uuid, String> = interests::Entity::find()
        .filter(interests::Column::CaseId.eq(case.0))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.judge_id, row.status))
        .collect();
    let cards: BTreeMap<Uuid, scorecards::Model> = scorecards::Entity::find()
        .filter(scorecards::Column::AssignmentId.is_in(assigned.iter().map(|row| row.id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.assignment_id, row))
        .collect();
    let of_cards = scorecards::Entity::find()
        .select_only()
        .column(scorecards::Column::Id)
        .filter(scorecards::Column::AssignmentId.is_in(assigned.iter().map(|row| row.id)))
        .into_query();
    let mut steps: BTreeMap<Uuid, BTreeMap<CriterionId, i64>> = BTreeMap::new();
    for score in scores::Entity::find()
        .filter(scores::Column::ScorecardId.in_subquery(of_cards))
        .all(conn)
        .await?
    {
        let scored = steps.entry(score.scorecard_id).or_default();
        scored.insert(score.criterion_id.into(), score.steps);
    }
    let names = names::accounts(conn, assigned.iter().map(|row| row.judge_id)).await?;
    let mut rows = Vec::with_capacity(assigned.len());
    for row in assigned {
        let status = assignment::Status::parse(&row.status)?;
        let card = cards.get(&row.id).filter(|_| status.counts());
        let total = card
            .and_then(|card| steps.get(&card.id))
            .and_then(|steps| standing::total(&rules.criteria, steps));
        let submitted_at = match card {
            Some(card) => read_maybe(card.submitted_at)?,
            None => None,
        };
        rows.push(JudgeRow {
            assignment: row.id.into(),
            judge: row.judge_id.into(),
            name: names.get(&row.judge_id).cloned().unwrap_or(Named::Unknown),
            status,
            interest: declared
                .get(&row.judge_id)
                .map(|status| interest::Status::parse(status))
                .transpose()?,
            total,
            submitted_at,
        });
    }
    rows.sort_by_key(|row| match &row.name {
        Named::Person(name) => plaudit_domain::text::fold(name),
        _ => String::new(),
    });
    Ok(rows)
}
