//! The scorecards that whoever presides may open again: behind `/judging/reopenings/{season}`. Nothing of what they say.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    assignment,
    ids::{AssignmentId, SeasonId},
    programme::Programme,
    season::Season,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    Viewer, gate,
    names::{self, Named},
};
use crate::{
    Store, StoreError, blind,
    cases::of_season,
    confidentiality,
    entities::{assignments, cases, people, scorecards},
    moment::read_maybe,
    presiding::Presiding,
    stages,
};

/// A season's scorecards that are in.
#[derive(Clone, Debug)]
pub struct Reopenings {
    /// The programme, for its words and its zone.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// Those of others, in cases in which the viewer presides.
    pub rows: Vec<ReopeningRow>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReopeningRow {
    /// The assignment, by which it is found.
    pub assignment: AssignmentId,
    /// The case's number.
    pub number: i64,
    /// Who was put forward; none where judges read without names, or the name is erased.
    pub nominee: Option<String>,
    /// Whose scorecard it is.
    pub judge: Named,
    /// When it came in.
    pub submitted_at: Option<Timestamp>,
    /// Whether it was locked for a meeting.
    pub is_locked: bool,
}

/// Those of this season; with as many statements for many as for one.
pub async fn list(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Reopenings, StoreError> {
    use assignment::Status::{Locked, Submitted};
    let Viewer::Chair(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let presiding = Presiding::of(conn, account, season).await?;
    confidentiality::refuse_before_acceptance(conn, account, season).await?;
    let (programme, season) = gate::place(store, season).await?;
    let is_blind = blind::is_read(conn, season.id).await?;
    let there: Vec<cases::Model> = cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season.id)))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .all(conn)
        .await?
        .into_iter()
        .filter(|case| presiding.may(case.id.into()).is_ok())
        .collect();
    let nominees: BTreeMap<Uuid, String> = if is_blind {
        BTreeMap::new()
    } else {
        people::Entity::find()
            .filter(people::Column::Id.is_in(there.iter().map(|case| case.nominee_id)))
            .filter(people::Column::ErasedAt.is_null())
            .all(conn)
            .await?
            .into_iter()
            .map(|person| (person.id, person.name))
            .collect()
    };
    let given = assignments::Entity::find()
        .filter(assignments::Column::CaseId.is_in(there.iter().map(|case| case.id)))
        .filter(
            assignments::Column::Status.is_in([Submitted, Locked].map(assignment::Status::as_str)),
        )
        .filter(assignments::Column::JudgeId.ne(account.0))
        .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
        .order_by_asc(assignments::Column::Id)
        .all(conn)
        .await?;
    let mut cards: BTreeMap<Uuid, scorecards::Model> = scorecards::Entity::find()
        .filter(scorecards::Column::AssignmentId.is_in(given.iter().map(|row| row.id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|card| (card.assignment_id, card))
        .collect();
    let judges = names::accounts(conn, given.iter().map(|row| row.judge_id)).await?;
    let mut rows = Vec::with_capacity(given.len());
    for case in &there {
        for row in given.iter().filter(|row| row.case_id == case.id) {
            let card = cards.remove(&row.id);
            rows.push(ReopeningRow {
                assignment: row.id.into(),
                number: case.number,
                nominee: nominees.get(&case.nominee_id).cloned(),
                judge: judges.get(&row.judge_id).cloned().unwrap_or(Named::Unknown),
                submitted_at: read_maybe(card.and_then(|card| card.submitted_at))?,
                is_locked: row.status == Locked.as_str(),
            });
        }
    }
    Ok(Reopenings {
        programme,
        season,
        rows,
    })
}
