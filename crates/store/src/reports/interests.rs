//! The interests of a season's judges: those that wait for a ruling, and the rest, for who rules on them.

use jiff::Timestamp;
use plaudit_domain::{
    assignment,
    ids::{InterestId, SeasonId},
    interest::{Kind, Status},
};
use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

use super::{Surroundings, Viewer};
use crate::{
    Store, StoreError, assignments,
    entities::{accounts, assignments as rows, cases, categories, interests, people},
    moment::read_maybe,
};

/// The interests of a season.
#[derive(Clone, Debug)]
pub struct Interests {
    /// The season.
    pub about: Surroundings,
    /// Every interest of an active judge that was answered, by case and then by judge.
    pub rows: Vec<InterestRow>,
}

/// One judge's interest in one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestRow {
    /// Its id.
    pub id: InterestId,
    /// The judge.
    pub judge: String,
    /// The case's number.
    pub number: i64,
    /// Who was put forward.
    pub nominee: String,
    /// Where the nominee works.
    pub employer: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What it rests on, if that was said.
    pub kind: Option<Kind>,
    /// What the judge wrote.
    pub words: String,
    /// When the judge answered.
    pub declared_at: Option<Timestamp>,
    /// Why it was ruled on as it was.
    pub ruling_reason: String,
    /// When it was ruled on.
    pub ruled_at: Option<Timestamp>,
    /// Whether the judge's scorecard for the case is in, and would go with them.
    pub is_scored: bool,
}

impl InterestRow {
    /// Whether it waits for a ruling.
    pub fn waits(&self) -> bool {
        matches!(self.status, Status::Declared | Status::Unsure)
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    judge: String,
    number: i64,
    nominee: String,
    employer: Option<String>,
    status: String,
    kind: Option<String>,
    words: Option<String>,
    declared_at: Option<sea_orm::prelude::DateTimeUtc>,
    ruling_reason: Option<String>,
    ruled_at: Option<sea_orm::prelude::DateTimeUtc>,
    assignment_status: String,
}

/// The interests of a season.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Interests, StoreError> {
    let Viewer::Administrator(_) = viewer else {
        return Err(StoreError::NotFound);
    };
    let about = Surroundings::load(store.read(), season).await?;
    let rows = answered(store.read(), season).await?;
    Ok(Interests { about, rows })
}

async fn answered(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Vec<InterestRow>, StoreError> {
    use interests::Column as I;
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((interests::Entity, I::JudgeId)),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            people::Entity,
            "judges",
            Expr::col(("judges", people::Column::Id))
                .equals((accounts::Entity, accounts::Column::PersonId)),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            people::Entity,
            "nominees",
            Expr::col(("nominees", people::Column::Id))
                .equals((cases::Entity, cases::Column::NomineeId)),
        )
        .column((interests::Entity, I::Id))
        .expr_as(Expr::col(("judges", people::Column::Name)), "judge")
        .column((cases::Entity, cases::Column::Number))
        .expr_as(Expr::col(("nominees", people::Column::Name)), "nominee")
        .expr_as(
            Expr::col(("nominees", people::Column::Employer)),
            "employer",
        )
        .columns([
            (interests::Entity, I::Status),
            (interests::Entity, I::Kind),
            (interests::Entity, I::Words),
            (interests::Entity, I::DeclaredAt),
            (interests::Entity, I::RulingReason),
            (interests::Entity, I::RuledAt),
        ])
        .expr_as(
            Expr::col((rows::Entity, rows::Column::Status)),
            "assignment_status",
        )
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(Expr::col((interests::Entity, I::Status)).ne(Status::Asked.as_str()))
        .order_by(
            (categories::Entity, categories::Column::Position),
            Order::Asc,
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc)
        .order_by(("judges", people::Column::Name), Order::Asc);
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let row = Row::from_query_result(row, "")?;
            Ok(InterestRow {
                id: row.id.into(),
                judge: row.judge,
                number: row.number,
                nominee: row.nominee,
                employer: row.employer,
                status: Status::parse(&row.status)?,
                kind: row.kind.as_deref().map(Kind::parse).transpose()?,
                words: row.words.unwrap_or_default(),
                declared_at: read_maybe(row.declared_at)?,
                ruling_reason: row.ruling_reason.unwrap_or_default(),
                ruled_at: read_maybe(row.ruled_at)?,
                is_scored: assignment::Status::parse(&row.assignment_status)?.counts(),
            })
        })
        .collect()
}
