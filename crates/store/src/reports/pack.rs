//! A judge's offline pack: every case of a season that is open to them, whole, with what they have put down so far.

use std::collections::BTreeMap;

use plaudit_domain::{
    assignment,
    ids::{AccountId, AssignmentId, SeasonId},
    interest, nomination, policy,
    programme::Programme,
    rule_set::RuleSet,
    scorecard::Scores,
    season::Season,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

use super::{
    Viewer, gate,
    scorecard::{CaseText, unreachable_by_letter, without_addresses},
};
use crate::{
    Store, StoreError, assignments, confidentiality,
    entities::{
        assignments as rows, cases, categories, interests, nominations, people, scorecards, scores,
    },
    nominations::submissions,
    people as person_rows, questions, rule_sets,
};

/// A judge's open cases of one season.
#[derive(Clone, Debug)]
pub struct Pack {
    /// The programme, whose zone the dates are shown in.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What they are judged by.
    pub rules: RuleSet,
    /// Every case whose gate the judge has passed, in the order of the desk.
    pub cases: Vec<PackCase>,
}

/// A case of the pack.
#[derive(Clone, Debug)]
pub struct PackCase {
    /// The assignment, by which a filled form finds its scorecard again.
    pub assignment: AssignmentId,
    /// Where it stands.
    pub status: assignment::Status,
    /// What is read.
    pub case: CaseText,
    /// What the judge has put down.
    pub scores: Scores,
    /// Its version: 0 if nothing was ever saved.
    pub version: i64,
}

impl PackCase {
    /// Whether something can still be put down.
    pub fn is_open(&self, season: &Season) -> bool {
        policy::may_score(season.status, interest::Status::MayJudge, self.status).is_ok()
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    status: String,
    case_id: Uuid,
    number: i64,
    nominee_id: Uuid,
}

/// The pack of a season in which the viewer judges; with as many statements for many cases as for one.
pub async fn get(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Pack, StoreError> {
    let Viewer::Judge(judge) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let open = open_cases(conn, judge, season).await?;
    if open.is_empty() {
        return Err(StoreError::NotFound);
    }
    confidentiality::refuse_before_acceptance(conn, judge, season).await?;
    let (programme, season) = gate::place(store, season).await?;
    let rules = rule_sets::in_force(conn, season.id).await?;
    let mut kept = kept(conn, &open).await?;
    let opened: Vec<Opened> = open
        .iter()
        .map(|row| Opened {
            case: row.case_id,
            number: row.number,
            nominee: row.nominee_id,
        })
        .collect();
    let mut texts = texts(conn, &opened).await?;
    let cases = open
        .into_iter()
        .map(|row| {
            let (scores, version) = kept.remove(&row.id).unwrap_or_default();
            Ok(PackCase {
                assignment: row.id.into(),
                status: assignment::Status::parse(&row.status)?,
                case: texts
                    .remove(&row.case_id)
                    .ok_or(StoreError::NotFound)?
                    .read_by(&rules, &season),
                scores,
                version,
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(Pack {
        programme,
        season,
        rules,
        cases,
    })
}

async fn open_cases(
    conn: &impl ConnectionTrait,
    judge: AccountId,
    season: SeasonId,
) -> Result<Vec<Row>, StoreError> {
    use assignment::Status::{Locked, Published, Scoring, Submitted};
    let open = [interest::Status::None, interest::Status::MayJudge].map(interest::Status::as_str);
    let theirs = [Published, Scoring, Submitted, Locked].map(assignment::Status::as_str);
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .column((rows::Entity, rows::Column::Id))
        .column((rows::Entity, rows::Column::Status))
        .column((rows::Entity, rows::Column::CaseId))
        .column((cases::Entity, cases::Column::Number))
        .column((cases::Entity, cases::Column::NomineeId))
        .and_where(Expr::col((rows::Entity, rows::Column::JudgeId)).eq(judge.0))
        .and_where(Expr::col((rows::Entity, rows::Column::Status)).is_in(theirs))
        .and_where(Expr::col((interests::Entity, interests::Column::Status)).is_in(open))
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .order_by(
            (categories::Entity, categories::Column::Position),
            Order::Asc,
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc);
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| Ok(Row::from_query_result(row, "")?))
        .collect()
}

/// What is on the scorecards, by assignment.
async fn kept(
    conn: &impl ConnectionTrait,
    open: &[Row],
) -> Result<BTreeMap<Uuid, (Scores, i64)>, StoreError> {
    let cards = scorecards::Entity::find()
        .filter(scorecards::Column::AssignmentId.is_in(open.iter().map(|row| row.id)))
        .all(conn)
        .await?;
    let mut steps: BTreeMap<Uuid, BTreeMap<_, i64>> = BTreeMap::new();
    let found = scores::Entity::find()
        .filter(scores::Column::ScorecardId.is_in(cards.iter().map(|card| card.id)))
        .all(conn)
        .await?;
    for row in found {
        steps
            .entry(row.scorecard_id)
            .or_default()
            .insert(row.criterion_id.into(), row.steps);
    }
    Ok(cards
        .into_iter()
        .map(|card| {
            let scores = Scores {
                vote: None,
                steps: steps.remove(&card.id).unwrap_or_default(),
                comment: card.comment,
                strongest: card.strongest,
                would_have_helped: card.would_have_helped,
            };
            (card.assignment_id, (scores, card.version))
        })
        .collect())
}

/// A case that is read.
pub(super) struct Opened {
    pub(super) case: Uuid,
    pub(super) number: i64,
    pub(super) nominee: Uuid,
}

/// What is read of each case, by case; with as many statements for many as for one.
pub(super) async fn texts(
    conn: &impl ConnectionTrait,
    opened: &[Opened],
) -> Result<BTreeMap<Uuid, CaseText>, StoreError> {
    let sent = nominations::Entity::find()
        .filter(nominations::Column::CaseId.is_in(opened.iter().map(|row| row.case)))
        .filter(nominations::Column::Status.eq(nomination::Status::Accepted.as_str()))
        .order_by_asc(nominations::Column::SubmittedAt)
        .order_by_asc(nominations::Column::Id)
        .all(conn)
        .await?;
    let mut said = submissions(conn, &sent).await?;
    let mut by_case: BTreeMap<Uuid, Vec<nomination::Submission>> = BTreeMap::new();
    for row in &sent {
        if let (Some(case), Some(said)) = (row.case_id, said.remove(&row.id.into())) {
            by_case
                .entry(case)
                .or_default()
                .push(without_addresses(said));
        }
    }
    let revisions: Vec<Uuid> = by_case
        .values()
        .flatten()
        .flat_map(|said| said.answers.keys())
        .map(|id| id.0)
        .collect();
    let asked = questions::as_asked(conn, revisions).await?;
    let nominees: BTreeMap<Uuid, people::Model> = people::Entity::find()
        .filter(people::Column::Id.is_in(opened.iter().map(|row| row.nominee)))
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    opened
        .iter()
        .map(|row| {
            let nominations = by_case.remove(&row.case).unwrap_or_default();
            let nominee = nominees
                .get(&row.nominee)
                .cloned()
                .ok_or(StoreError::NotFound)?;
            let is_answered = |question: &&plaudit_domain::question::Question| {
                nominations
                    .iter()
                    .any(|said| said.answers.contains_key(&question.revision))
            };
            let text = CaseText {
                number: row.number,
                nominee: Some(unreachable_by_letter(person_rows::read(nominee)?)),
                questions: asked.iter().filter(is_answered).cloned().collect(),
                nominations,
            };
            Ok((row.case, text))
        })
        .collect()
}
