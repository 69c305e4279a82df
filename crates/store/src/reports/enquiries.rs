//! Questions to the secretary: those of a case for its judges, who are not told who asked, and all of a season for who
//! answers.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::ids::{AccountId, CaseId, EnquiryId, SeasonId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError,
    cases::join_case,
    entities::{accounts, cases, categories, enquiries, people},
    kept::Kept,
    moment::read,
};

/// A question as a judge of the case sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whether this judge asked it.
    pub is_own: bool,
    /// The question.
    pub question: String,
    /// The answer, and when it was given.
    pub answer: Option<(String, Timestamp)>,
}

/// What was answered about a case, and what this judge asked themselves: another's open question is nobody's business.
pub(super) async fn of_case(
    conn: &impl ConnectionTrait,
    case: CaseId,
    judge: AccountId,
) -> Result<Vec<Asked>, StoreError> {
    let rows = enquiries::Entity::find()
        .filter(enquiries::Column::CaseId.eq(case.0))
        .filter(
            sea_orm::Condition::any()
                .add(enquiries::Column::AnsweredAt.is_not_null())
                .add(enquiries::Column::AskedBy.eq(judge.0)),
        )
        .order_by_asc(enquiries::Column::Id)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Asked {
                is_own: row.asked_by == judge.0,
                question: row.question,
                answer: answered(row.answer, row.answered_at)?,
            })
        })
        .collect()
}

fn answered(
    answer: Option<String>,
    at: Option<sea_orm::prelude::DateTimeUtc>,
) -> Result<Option<(String, Timestamp)>, StoreError> {
    answer
        .zip(at)
        .map(|(text, at)| Ok((text, read(at)?)))
        .transpose()
}

/// The questions of a season.
#[derive(Clone, Debug)]
pub struct Enquiries {
    /// The season.
    pub about: Surroundings,
    /// Those that wait first, each the earliest first.
    pub rows: Vec<EnquiryRow>,
}

/// A question as who answers it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnquiryRow {
    /// Its id.
    pub id: EnquiryId,
    /// The case's number.
    pub number: i64,
    /// Who was put forward.
    pub nominee: String,
    /// The judge who asks.
    pub judge: String,
    /// The question.
    pub question: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// The answer, and when it was given.
    pub answer: Option<(String, Timestamp)>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    number: i64,
    nominee: String,
    judge: String,
    question: String,
    created_at: sea_orm::prelude::DateTimeUtc,
    answer: Option<String>,
    answered_at: Option<sea_orm::prelude::DateTimeUtc>,
}

/// The questions of a season, for who answers them: those about cases that are not kept from them.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Enquiries, StoreError> {
    administrator_only(viewer)?;
    let about = Surroundings::load(store.read(), season).await?;
    let kept = Kept::of(store.read(), viewer).await?;
    let mut select = Query::select();
    select.from(enquiries::Entity);
    join_case(&mut select, (enquiries::Entity, enquiries::Column::CaseId))
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((enquiries::Entity, enquiries::Column::AskedBy)),
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
        .columns([
            (enquiries::Entity, enquiries::Column::Id),
            (enquiries::Entity, enquiries::Column::Question),
            (enquiries::Entity, enquiries::Column::CreatedAt),
            (enquiries::Entity, enquiries::Column::Answer),
            (enquiries::Entity, enquiries::Column::AnsweredAt),
        ])
        .column((cases::Entity, cases::Column::Number))
        .expr_as(Expr::col(("nominees", people::Column::Name)), "nominee")
        .expr_as(Expr::col(("judges", people::Column::Name)), "judge")
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(Expr::col((cases::Entity, cases::Column::Id)).is_not_in(kept.cases))
        .order_by((enquiries::Entity, enquiries::Column::Id), Order::Asc);
    let mut rows = store
        .read()
        .query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let row = Row::from_query_result(row, "")?;
            Ok(EnquiryRow {
                id: row.id.into(),
                number: row.number,
                nominee: row.nominee,
                judge: row.judge,
                question: row.question,
                asked_at: read(row.created_at)?,
                answer: answered(row.answer, row.answered_at)?,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    rows.sort_by_key(|row| row.answer.is_some());
    Ok(Enquiries { about, rows })
}

/// How many questions wait for an answer in each of these seasons, of those about cases that are not kept from whoever asks.
pub(super) async fn waiting(
    conn: &impl ConnectionTrait,
    seasons: impl Iterator<Item = SeasonId>,
    kept: &Kept,
) -> Result<BTreeMap<SeasonId, u64>, StoreError> {
    let season = (categories::Entity, categories::Column::SeasonId);
    let mut select = Query::select();
    select.from(enquiries::Entity);
    join_case(&mut select, (enquiries::Entity, enquiries::Column::CaseId))
        .expr_as(Expr::col(season), "season_id")
        .expr_as(
            Expr::col((enquiries::Entity, enquiries::Column::Id)).count(),
            "counted",
        )
        .and_where(Expr::col(season).is_in(seasons.map(|season| season.0)))
        .and_where(
            Expr::col((cases::Entity, cases::Column::Id)).is_not_in(kept.cases.iter().copied()),
        )
        .and_where(Expr::col((enquiries::Entity, enquiries::Column::AnsweredAt)).is_null())
        .group_by_col(season);
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let row = Waiting::from_query_result(row, "")?;
            let counted = u64::try_from(row.counted).map_err(StoreError::unreadable)?;
            Ok((row.season_id.into(), counted))
        })
        .collect()
}

#[derive(FromQueryResult)]
struct Waiting {
    season_id: Uuid,
    counted: i64,
}
