//! Abstentions: a judge who cannot score a case says why, and is done with it; the table of moves has no way back.

use plaudit_domain::{
    assignment::Event,
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId},
    policy,
    refusal::Refusal,
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, assignments, entities::abstentions, ledger, scorecards::held_open,
};

/// Takes the case off the judge's desk; whatever is on the scorecard stays and does not count.
pub async fn abstain(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
    reason: String,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment, reason),
            |tx, &(ref moment, judge, assignment, ref reason)| {
                Box::pin(async move {
                    let held = held_open(tx, judge, assignment).await?;
                    policy::may_abstain(held.season_status, held.interest_status, held.status)?;
                    if reason.trim().is_empty() {
                        return Err(Refusal::ReasonNeeded.into());
                    }
                    let abstained = held.status.after(Event::Abstain)?;
                    assignments::set(tx, held.id, (held.status, abstained)).await?;
                    let id: Uuid = moment.id();
                    let row = abstentions::ActiveModel {
                        id: Set(id),
                        assignment_id: Set(held.id.0),
                        reason: Set(reason.clone()),
                        created_at: Set(moment.at()),
                    };
                    abstentions::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::AssignmentMoved)
                        .in_season(held.season)
                        .about(held.id)
                        .with("from", held.status.as_str())
                        .with("to", abstained.as_str())
                        .saying("reason", held.judge_person, reason.as_str());
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}
