//! The judges of a season with their progress, for who runs it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    assignment, case,
    ids::{AccountId, MembershipId, SeasonId},
    interest,
    membership::{self, Role},
    progress::Stand,
    season,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

/// How far a judge is with their cases.
pub use plaudit_domain::progress::Tally as Progress;

use super::{Surroundings, Viewer, enquiries};
use crate::{
    Store, StoreError, assignments,
    cases::of_season,
    entities::{
        abstentions as abstention_rows, accounts, assignments as rows, cases, categories,
        interests, people,
    },
    kept::Kept,
    memberships,
    moment::read,
    plans,
};

/// The judges of a season.
#[derive(Clone, Debug)]
pub struct Judges {
    /// The season.
    pub about: Surroundings,
    /// Everybody who was ever asked to sit on its panel, in the order in which they were first asked.
    pub rows: Vec<JudgeRow>,
    /// Who abstained from which case, and why, by case and then by judge.
    pub abstentions: Vec<AbstentionRow>,
    /// Whether cases are given out by a plan, so that whoever joins waits for the next one.
    pub is_planned: bool,
    /// How many questions of judges wait for an answer.
    pub enquiries: u64,
}

/// A judge's abstention from a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbstentionRow {
    /// The judge.
    pub judge: String,
    /// The case's number.
    pub number: i64,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// One judge, and how far they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgeRow {
    /// The membership.
    pub membership: MembershipId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they are on the panel.
    pub role: Role,
    /// Whether they accepted.
    pub status: membership::Status,
    /// When they were last asked.
    pub invited_at: Timestamp,
    /// By when they were to answer.
    pub answer_by: Option<Timestamp>,
    /// Why they declined, if they said.
    pub decline_reason: Option<String>,
    /// How far they are.
    pub progress: Progress,
}

impl JudgeRow {
    /// Whether they can be asked once more: they said no, or were removed.
    pub fn may_be_invited_again(&self) -> bool {
        self.status.after(membership::Event::InviteAgain).is_ok()
            && self.status != membership::Status::Invited
    }

    /// Whether a reminder would tell them something: they judge now, and have something left that they can do.
    pub fn may_be_reminded(&self, season: season::Status) -> bool {
        season == season::Status::Judging
            && self.role.scores()
            && Self::is_left_something(self.status, self.progress)
    }

    /// Whether a judge has something left that they can do.
    pub(crate) fn is_left_something(status: membership::Status, progress: Progress) -> bool {
        status == membership::Status::Active && progress.left() > 0
    }
}

/// The judges of a season.
pub async fn get(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Judges, StoreError> {
    let Viewer::Administrator(_) = viewer else {
        return Err(StoreError::NotFound);
    };
    let about = Surroundings::load(store.read(), season).await?;
    let listed = memberships::panel(store, season).await?;
    let kept = Kept::of(store.read(), viewer).await?;
    let progress = progress(store.read(), season, &kept).await?;
    let rows = listed
        .into_iter()
        .map(|(membership, account)| JudgeRow {
            membership: membership.id,
            name: account.name,
            email: account.email.to_string(),
            role: membership.role,
            status: membership.status,
            invited_at: membership.invited_at,
            answer_by: membership.ask.answer_by,
            decline_reason: membership.decline_reason,
            progress: progress.get(&account.id).copied().unwrap_or_default(),
        })
        .collect();
    let abstentions = abstentions(store.read(), viewer, season).await?;
    let enquiries = enquiries::waiting(store.read(), std::iter::once(season), &kept).await?;
    Ok(Judges {
        enquiries: enquiries.get(&season).copied().unwrap_or_default(),
        is_planned: plans::is_made(store.read(), season).await?,
        about,
        rows,
        abstentions,
    })
}

#[derive(FromQueryResult)]
struct Abstention {
    judge: String,
    number: i64,
    reason: String,
    created_at: sea_orm::prelude::DateTimeUtc,
}

async fn abstentions(
    conn: &impl ConnectionTrait,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Vec<AbstentionRow>, StoreError> {
    use abstention_rows::Column as A;
    let kept = Kept::of(conn, viewer).await?;
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .inner_join(
            abstention_rows::Entity,
            Expr::col((abstention_rows::Entity, A::AssignmentId))
                .equals((rows::Entity, rows::Column::Id)),
        )
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((rows::Entity, rows::Column::JudgeId)),
        )
        .inner_join(
            people::Entity,
            Expr::col((people::Entity, people::Column::Id))
                .equals((accounts::Entity, accounts::Column::PersonId)),
        )
        .expr_as(Expr::col((people::Entity, people::Column::Name)), "judge")
        .column((cases::Entity, cases::Column::Number))
        .column((abstention_rows::Entity, A::Reason))
        .column((abstention_rows::Entity, A::CreatedAt))
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(
            Expr::col((rows::Entity, rows::Column::Status))
                .eq(assignment::Status::Abstained.as_str()),
        )
        .and_where(Expr::col((cases::Entity, cases::Column::Id)).is_not_in(kept.cases))
        .order_by((cases::Entity, cases::Column::Number), Order::Asc)
        .order_by((people::Entity, people::Column::Name), Order::Asc);
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let row = Abstention::from_query_result(row, "")?;
            Ok(AbstentionRow {
                judge: row.judge,
                number: row.number,
                reason: row.reason,
                at: read(row.created_at)?,
            })
        })
        .collect()
}

/// How many cases a judge may expect: those that were not taken out, whether they are with the judges yet or not.
pub async fn expected_cases(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<u64, StoreError> {
    use case::Status::{Disqualified, NotEligible, Withdrawn};
    let Viewer::Administrator(_) = viewer else {
        return Err(StoreError::NotFound);
    };
    let gone = [NotEligible, Withdrawn, Disqualified].map(case::Status::as_str);
    let kept = Kept::of(store.read(), viewer).await?;
    Ok(cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::Status.is_not_in(gone))
        .count(store.read())
        .await?)
}

#[derive(FromQueryResult)]
struct Tally {
    judge_id: Uuid,
    status: String,
    interest_status: String,
    count: i64,
}

/// How far every active judge of a season is, in one statement, without the cases that are kept from whom it is for.
pub(crate) async fn progress(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
) -> Result<BTreeMap<AccountId, Progress>, StoreError> {
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .column((rows::Entity, rows::Column::JudgeId))
        .column((rows::Entity, rows::Column::Status))
        .expr_as(
            Expr::col((interests::Entity, interests::Column::Status)),
            "interest_status",
        )
        .expr_as(Expr::col((rows::Entity, rows::Column::Id)).count(), "count")
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(
            Expr::col((rows::Entity, rows::Column::CaseId)).is_not_in(kept.cases.iter().copied()),
        )
        .group_by_col((rows::Entity, rows::Column::JudgeId))
        .group_by_col((rows::Entity, rows::Column::Status))
        .group_by_col((interests::Entity, interests::Column::Status));
    let mut by_judge: BTreeMap<AccountId, Progress> = BTreeMap::new();
    for row in conn.query_all(&select).await? {
        let row = Tally::from_query_result(&row, "")?;
        let stand = Stand::of(
            assignment::Status::parse(&row.status)?,
            interest::Status::parse(&row.interest_status)?,
        );
        if let Some(stand) = stand {
            let count = usize::try_from(row.count).map_err(StoreError::unreadable)?;
            by_judge
                .entry(row.judge_id.into())
                .or_default()
                .add(stand, count);
        }
    }
    Ok(by_judge)
}
