//! The gate of a case: whom it concerns, so that a judge can say whether they have an interest, and nothing of what it
//! says.

use plaudit_domain::{
    ids::{AssignmentId, SeasonId},
    interest::{Kind, Status, conflicts::ConflictPolicy},
    nomination,
    programme::Programme,
    season::Season,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    sea_query::{Expr, ExprTrait, Order, Query},
};

use super::{
    Viewer,
    desk::{self, Progress},
};
use crate::{
    Store, StoreError,
    assignments::{self, Held},
    confidentiality,
    entities::{interests, nominations, people},
    programmes, references, rule_sets, seasons,
};

/// A case as its judge meets it.
#[derive(Clone, Debug, PartialEq)]
pub enum Gate {
    /// The judge is out of it: its number is all that there is.
    Out {
        /// The case's number.
        number: i64,
    },
    /// Whom it concerns.
    Case(Box<GateCase>),
}

/// Whom a case concerns, and what the judge answered.
#[derive(Clone, Debug, PartialEq)]
pub struct GateCase {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The case's number.
    pub number: i64,
    /// How far the judge has come with the season's cases.
    pub progress: Progress,
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// Who was put forward; none where judges read without names.
    pub nominee: Option<Named>,
    /// Who put them forward, each once; nobody where judges read without names.
    pub nominators: Vec<Named>,
    /// Who is to write a reference; nobody where judges read without names.
    pub referees: Vec<Named>,
    /// What a declared interest leads to.
    pub conflicts: ConflictPolicy,
    /// What the judge answered, and what became of it.
    pub interest: Answered,
}

/// Somebody by name and body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
pub struct Named {
    /// Their name.
    pub name: String,
    /// The body they work for.
    pub employer: Option<String>,
}

/// An interest as its judge sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Where it stands.
    pub status: Status,
    /// Whether the gate was passed; what was answered on the sheet is asked once more before.
    pub is_confirmed: bool,
    /// What it rests on, if the judge said.
    pub kind: Option<Kind>,
    /// What the judge wrote.
    pub words: String,
    /// Why it was ruled on as it was.
    pub ruling_reason: String,
}

/// The gate of one's own assignment.
pub async fn get(store: &Store, viewer: &Viewer, id: AssignmentId) -> Result<Gate, StoreError> {
    let Viewer::Judge(judge) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let held = assignments::held(conn, judge, id).await?;
    confidentiality::refuse_before_acceptance(conn, judge, held.season).await?;
    if held.is_out() {
        return Ok(Gate::Out {
            number: held.number,
        });
    }
    let (programme, season) = place(store, held.season).await?;
    let desk = desk::on_desk(conn, judge, Some(held.season))
        .await?
        .rows
        .remove(&held.season)
        .unwrap_or_default();
    let rules = rule_sets::load(conn, held.season).await?;
    let (nominee, nominators, referees) = if rules.reading.shows_names(season.status, season.stage)
    {
        (
            Some(nominee(conn, &held).await?),
            nominators(conn, &held).await?,
            referees(conn, &held).await?,
        )
    } else {
        (None, Vec::new(), Vec::new())
    };
    Ok(Gate::Case(Box::new(GateCase {
        assignment: id,
        number: held.number,
        progress: Progress::of(&desk),
        programme,
        season,
        nominee,
        nominators,
        referees,
        conflicts: rules.conflict_policy(),
        interest: answered(conn, &held).await?,
    })))
}

/// The programme and season that a case is judged in.
pub(super) async fn place(
    store: &Store,
    season: SeasonId,
) -> Result<(Programme, Season), StoreError> {
    let season = seasons::load(store.read(), season).await?;
    let programme = programmes::load(store.read(), season.programme).await?;
    Ok((programme, season))
}

async fn nominee(conn: &impl ConnectionTrait, held: &Held) -> Result<Named, StoreError> {
    let nominee = people::Entity::find_by_id(held.nominee.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(Named {
        name: nominee.name,
        employer: nominee.employer,
    })
}

async fn nominators(conn: &impl ConnectionTrait, held: &Held) -> Result<Vec<Named>, StoreError> {
    let mut select = Query::select();
    select
        .distinct()
        .from(nominations::Entity)
        .inner_join(
            people::Entity,
            Expr::col((people::Entity, people::Column::Id))
                .equals((nominations::Entity, nominations::Column::NominatorId)),
        )
        .column((people::Entity, people::Column::Name))
        .column((people::Entity, people::Column::Employer))
        .and_where(Expr::col((nominations::Entity, nominations::Column::CaseId)).eq(held.case.0))
        .and_where(
            Expr::col((nominations::Entity, nominations::Column::Status))
                .eq(nomination::Status::Accepted.as_str()),
        )
        .order_by((people::Entity, people::Column::Name), Order::Asc);
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| Ok(Named::from_query_result(row, "")?))
        .collect()
}

async fn referees(conn: &impl ConnectionTrait, held: &Held) -> Result<Vec<Named>, StoreError> {
    let asked = references::standing(conn, [held.case.0]).await?;
    let mut named: Vec<Named> = people::Entity::find()
        .filter(people::Column::Id.is_in(asked.iter().map(|row| row.referee_id)))
        .filter(people::Column::ErasedAt.is_null())
        .all(conn)
        .await?
        .into_iter()
        .map(|person| Named {
            name: person.name,
            employer: person.employer,
        })
        .collect();
    named.sort();
    Ok(named)
}

async fn answered(conn: &impl ConnectionTrait, held: &Held) -> Result<Answered, StoreError> {
    let row = interests::Entity::find()
        .filter(interests::Column::Id.eq(held.interest.0))
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(Answered {
        status: held.interest_status,
        is_confirmed: held.confirmed,
        kind: row.kind.as_deref().map(Kind::parse).transpose()?,
        words: row.words.unwrap_or_default(),
        ruling_reason: row.ruling_reason.unwrap_or_default(),
    })
}
