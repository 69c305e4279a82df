//! Assignments: who reads and scores what. In a small award every judge is assigned every case.

mod publication;
mod reminder;
mod reminding;
mod telling;

use plaudit_domain::{
    assignment::{Event, Status},
    case,
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, CaseId, CategoryId, InterestId, PersonId, SeasonId},
    interest, membership,
    refusal::Refusal,
    season::{self, Season},
    stage,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    prelude::DateTimeUtc,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    Moment, StoreError,
    cases::{join_case, of_season},
    entities::{
        accounts, assignments, cases, categories, interests as interest_rows, memberships, seasons,
        stages,
    },
    error::changed_as_seen,
    kept::Kept,
    ledger, memberships as memberships_of,
    reports::quorum,
    write::Tx,
};

pub(crate) use publication::{
    New, ROWS, active_judges, cases_before_judges, out_of_category, publish_everything,
    publish_late,
};
pub use reminder::{Reminder, ReminderLetter, remind, remind_several, reminder};
pub(crate) use reminding::days_in;
pub use reminding::{remind_due, reminding_days, set_reminding_days};
pub(crate) use telling::tell;
pub use telling::{CasesLetter, told};

/// An assignment as its judge holds it, with all that decides about what may be done with it.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) id: AssignmentId,
    pub(crate) status: Status,
    pub(crate) case: CaseId,
    pub(crate) number: i64,
    pub(crate) nominee: PersonId,
    pub(crate) season: SeasonId,
    pub(crate) season_status: season::Status,
    /// The stage that it belongs to, which the season is in.
    pub(crate) stage: stage::Kind,
    pub(crate) interest: InterestId,
    pub(crate) interest_status: interest::Status,
    /// Whether the gate was passed: an answer of the sheet alone opens nothing.
    pub(crate) confirmed: bool,
    pub(crate) category: CategoryId,
    pub(crate) judge: AccountId,
    pub(crate) judge_person: PersonId,
}

impl Held {
    /// Whether the judge is out of the case: nothing of it is for them any more.
    pub(crate) fn is_out(&self) -> bool {
        self.interest_status == interest::Status::Recused
    }

    /// Where the interest stands at the gate, which asks once more for what was answered on the sheet.
    pub(crate) fn at_gate(&self) -> interest::Status {
        self.interest_status.at_gate(self.confirmed)
    }
}

#[derive(FromQueryResult)]
struct HeldRow {
    id: Uuid,
    status: String,
    case_id: Uuid,
    number: i64,
    nominee_id: Uuid,
    season_id: Uuid,
    season_status: String,
    kind: String,
    interest_id: Uuid,
    interest_status: String,
    confirmed_at: Option<DateTimeUtc>,
    category_id: Uuid,
    judge_person: Uuid,
}

/// What joins an assignment with its case, season, interest and the judge's own membership, and leaves out whatever is
/// not before judges: proposed assignments, those of another stage than the season is in, cases taken out or left behind
/// by an earlier stage, judges who were removed.
pub(crate) fn on_desks(select: &mut SelectStatement) -> &mut SelectStatement {
    use assignments::Column as A;
    use interest_rows::Column as I;
    use memberships::Column as M;
    let gone = [case::Status::Withdrawn, case::Status::Disqualified].map(case::Status::as_str);
    select.from(assignments::Entity);
    join_case(select, (assignments::Entity, A::CaseId))
        .inner_join(
            seasons::Entity,
            Expr::col((seasons::Entity, seasons::Column::Id))
                .equals((categories::Entity, categories::Column::SeasonId)),
        )
        .inner_join(
            stages::Entity,
            Expr::col((stages::Entity, stages::Column::Id))
                .equals((assignments::Entity, A::StageId))
                .and(
                    Expr::col((stages::Entity, stages::Column::Kind))
                        .equals((seasons::Entity, seasons::Column::Stage)),
                ),
        )
        .inner_join(
            interest_rows::Entity,
            Expr::col((interest_rows::Entity, I::CaseId))
                .equals((assignments::Entity, A::CaseId))
                .and(
                    Expr::col((interest_rows::Entity, I::JudgeId))
                        .equals((assignments::Entity, A::JudgeId)),
                ),
        )
        .inner_join(
            memberships::Entity,
            Expr::col((memberships::Entity, M::AccountId))
                .equals((assignments::Entity, A::JudgeId))
                .and(
                    Expr::col((memberships::Entity, M::ScopeId))
                        .equals((seasons::Entity, seasons::Column::Id)),
                ),
        )
        .and_where(memberships_of::scores())
        .and_where(
            Expr::col((memberships::Entity, M::Status)).eq(membership::Status::Active.as_str()),
        )
        .and_where(Expr::col((cases::Entity, cases::Column::Status)).is_not_in(gone))
        .and_where(Expr::col((cases::Entity, cases::Column::OutAfter)).is_null())
        .and_where(Expr::col((assignments::Entity, A::Status)).ne(Status::Proposed.as_str()))
}

/// The assignment, if it is this judge's: another's is not found.
pub(crate) async fn held(
    conn: &impl ConnectionTrait,
    judge: AccountId,
    id: AssignmentId,
) -> Result<Held, StoreError> {
    let mut select = Query::select();
    on_desks(&mut select)
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((assignments::Entity, assignments::Column::JudgeId)),
        )
        .column((assignments::Entity, assignments::Column::Id))
        .column((assignments::Entity, assignments::Column::Status))
        .column((assignments::Entity, assignments::Column::CaseId))
        .column((cases::Entity, cases::Column::Number))
        .column((cases::Entity, cases::Column::NomineeId))
        .column((categories::Entity, categories::Column::SeasonId))
        .column((stages::Entity, stages::Column::Kind))
        .expr_as(
            Expr::col((seasons::Entity, seasons::Column::Status)),
            "season_status",
        )
        .expr_as(
            Expr::col((interest_rows::Entity, interest_rows::Column::Id)),
            "interest_id",
        )
        .expr_as(
            Expr::col((interest_rows::Entity, interest_rows::Column::Status)),
            "interest_status",
        )
        .column((interest_rows::Entity, interest_rows::Column::ConfirmedAt))
        .column((cases::Entity, cases::Column::CategoryId))
        .expr_as(
            Expr::col((accounts::Entity, accounts::Column::PersonId)),
            "judge_person",
        )
        .and_where(Expr::col((assignments::Entity, assignments::Column::Id)).eq(id.0))
        .and_where(Expr::col((assignments::Entity, assignments::Column::JudgeId)).eq(judge.0));
    let row = conn.query_one(&select).await?.ok_or(StoreError::NotFound)?;
    let row = HeldRow::from_query_result(&row, "")?;
    Ok(Held {
        id: row.id.into(),
        status: Status::parse(&row.status)?,
        case: row.case_id.into(),
        number: row.number,
        nominee: row.nominee_id.into(),
        season: row.season_id.into(),
        season_status: season::Status::parse(&row.season_status)?,
        stage: stage::Kind::parse(&row.kind)?,
        interest: row.interest_id.into(),
        interest_status: interest::Status::parse(&row.interest_status)?,
        confirmed: row.confirmed_at.is_some(),
        category: row.category_id.into(),
        judge,
        judge_person: row.judge_person.into(),
    })
}

/// Moves one assignment, unless somebody moved it meanwhile.
pub(crate) async fn set(
    tx: &Tx,
    id: AssignmentId,
    (from, to): (Status, Status),
) -> Result<(), StoreError> {
    let changed = assignments::Entity::update_many()
        .col_expr(assignments::Column::Status, Expr::value(to.as_str()))
        .filter(assignments::Column::Id.eq(id.0))
        .filter(assignments::Column::Status.eq(from.as_str()))
        .exec(tx)
        .await?;
    changed_as_seen(&changed)
}

/// A judge of a season, as the question of interests knows them.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct JudgeRow {
    pub(crate) id: Uuid,
    pub(crate) person_id: Uuid,
    pub(crate) email: String,
}

impl JudgeRow {
    /// Those who hold a membership, as this row reads them; which, is for whoever asks to add.
    pub(crate) fn of_members() -> SelectStatement {
        let account = |column| (accounts::Entity, column);
        Query::select()
            .from(memberships::Entity)
            .inner_join(
                accounts::Entity,
                Expr::col(account(accounts::Column::Id))
                    .equals((memberships::Entity, memberships::Column::AccountId)),
            )
            .column(account(accounts::Column::Id))
            .column(account(accounts::Column::PersonId))
            .column(account(accounts::Column::Email))
            .to_owned()
    }
}

/// Decides that the season goes on without the scorecards that are missing: what a judge could still give, or could
/// before they left. Nothing is missing where everything is in; where something is, there is a reason.
pub(crate) async fn go_on_without(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let missing = quorum::load(tx, season.id, &Kept::default()).await?.owing();
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    if !missing.is_empty() && reason.is_none() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let unfinished = [Status::Proposed, Status::Published, Status::Scoring];
    let changed = assignments::Entity::update_many()
        .col_expr(
            assignments::Column::Status,
            Expr::value(Status::Published.after(Event::GoOnWithout)?.as_str()),
        )
        .filter(assignments::Column::CaseId.in_subquery(of_season(season.id)))
        .filter(assignments::Column::Status.is_in(unfinished.map(Status::as_str)))
        .exec(tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(());
    }
    let mut fact = Fact::new(FactKind::AssignmentMoved)
        .in_season(season.id)
        .about(season.id)
        .with("event", Event::GoOnWithout.as_str())
        .with("to", Status::NotCompleted.as_str())
        .with(
            "count",
            i64::try_from(changed.rows_affected).map_err(StoreError::unreadable)?,
        );
    if let Some(reason) = reason {
        fact = fact.with("reason", reason);
    }
    ledger::note(tx, moment, fact).await?;
    Ok(())
}

/// Freezes every submitted scorecard of the season, for the deliberation. Unfinished ones stay as they are, and do not
/// count.
pub(crate) async fn lock_everything(
    tx: &Tx,
    moment: &Moment,
    season: &Season,
) -> Result<(), StoreError> {
    let locked = Status::Submitted.after(Event::Lock)?;
    let changed = assignments::Entity::update_many()
        .col_expr(assignments::Column::Status, Expr::value(locked.as_str()))
        .filter(assignments::Column::CaseId.in_subquery(of_season(season.id)))
        .filter(assignments::Column::Status.eq(Status::Submitted.as_str()))
        .exec(tx)
        .await?;
    let fact = Fact::new(FactKind::AssignmentMoved)
        .in_season(season.id)
        .about(season.id)
        .with("from", Status::Submitted.as_str())
        .with("to", locked.as_str())
        .with(
            "count",
            i64::try_from(changed.rows_affected).map_err(StoreError::unreadable)?,
        );
    ledger::note(tx, moment, fact).await?;
    Ok(())
}
