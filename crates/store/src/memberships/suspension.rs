//! Suspending somebody from a panel, for a reason and for good.

use plaudit_domain::{
    assignment,
    fact::{Fact, FactKind},
    ids::MembershipId,
    membership::{Event, Scope},
    policy,
    quorum::Submitted,
    refusal::Refusal,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::get_in;
use crate::{
    Moment, Store, StoreError, accounts,
    cases::of_season,
    entities::{assignments, memberships},
    ledger, seasons,
};

/// Suspends somebody who sits on a panel: their desk is closed, what is not submitted is lost, and what is submitted
/// counts or is set aside, as is decided. What is locked stays.
pub async fn suspend(
    store: &Store,
    moment: &Moment,
    id: MembershipId,
    submitted: Submitted,
    reason: String,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), id, submitted, reason),
            |tx, (moment, id, submitted, reason)| {
                Box::pin(async move {
                    use assignment::Status::{Proposed, Published, Scoring, Submitted as In};
                    let before = get_in(tx, *id).await?;
                    let Scope::Season(season) = before.scope else {
                        return Err(StoreError::NotFound);
                    };
                    let season = seasons::load_locked(tx, season).await?;
                    policy::may_change_panel(season.status)?;
                    let status = before.status.after(Event::Suspend)?;
                    if reason.trim().is_empty() {
                        return Err(Refusal::ReasonNeeded.into());
                    }
                    let suspended = memberships::ActiveModel {
                        id: Set(id.0),
                        status: Set(status.as_str().to_owned()),
                        ended_at: Set(Some(moment.at())),
                        ..Default::default()
                    };
                    memberships::Entity::update(suspended)
                        .exec_without_returning(tx)
                        .await?;
                    let leaving = match submitted {
                        Submitted::Counts => vec![Proposed, Published, Scoring],
                        Submitted::SetAside => vec![Proposed, Published, Scoring, In],
                    };
                    let to = Published.after(assignment::Event::Suspend)?;
                    let moved = assignments::Entity::update_many()
                        .col_expr(assignments::Column::Status, Expr::value(to.as_str()))
                        .filter(assignments::Column::JudgeId.eq(before.account.0))
                        .filter(assignments::Column::CaseId.in_subquery(of_season(season.id)))
                        .filter(
                            assignments::Column::Status
                                .is_in(leaving.iter().map(|status| status.as_str())),
                        )
                        .exec(tx)
                        .await?;
                    let account = accounts::get_in(tx, before.account).await?;
                    let count =
                        i64::try_from(moved.rows_affected).map_err(StoreError::unreadable)?;
                    let fact = Fact::new(FactKind::MemberSuspended)
                        .in_season(season.id)
                        .about(*id)
                        .with("role", before.role.as_str())
                        .with_id("account", account.id)
                        .with("submitted_count", *submitted == Submitted::Counts)
                        .with("assignments", count)
                        .saying("reason", account.person, reason);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}
