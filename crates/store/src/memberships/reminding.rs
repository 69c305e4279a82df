//! Sending invitations to a panel again by themselves while nobody answers: a week apart, twice at most.

use plaudit_domain::{
    membership::{Role, Scope, Status},
    reminding::invitations,
    season,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict, Query},
};

use super::{Membership, invitations::queue_again, membership};
use crate::{
    Moment, Store, StoreError,
    entities::{invitation_reminders as rows, memberships, seasons},
    moment::read,
    write::Tx,
};

/// Queues the invitations that nobody has answered for a week once more; answers how many.
pub async fn remind_invited(store: &Store, moment: &Moment) -> Result<u64, StoreError> {
    if due(store.read(), moment).await?.is_empty() {
        return Ok(0);
    }
    store
        .write(moment.clone(), |tx, moment| {
            Box::pin(async move {
                let due = due(tx, moment).await?;
                for (membership, count) in &due {
                    queue_again(tx, moment, membership.id, true).await?;
                    note(tx, moment, membership, count + 1).await?;
                }
                Ok(due.len() as u64)
            })
        })
        .await
}

/// The invitations that are due, with how often each was sent again: to panels of seasons in which somebody can still join.
async fn due(
    conn: &impl ConnectionTrait,
    moment: &Moment,
) -> Result<Vec<(Membership, u32)>, StoreError> {
    use season::Status::{Draft, Judging, Open, Screening};
    let going_on = [Draft, Open, Screening, Judging].map(season::Status::as_str);
    let seasons = Query::select()
        .column(seasons::Column::Id)
        .from(seasons::Entity)
        .and_where(sea_orm::sea_query::ExprTrait::is_in(
            Expr::col(seasons::Column::Status),
            going_on,
        ))
        .to_owned();
    let panel = Role::PANEL.iter().map(|role| role.as_str());
    let invited = memberships::Entity::find()
        .filter(memberships::Column::Status.eq(Status::Invited.as_str()))
        .filter(memberships::Column::Role.is_in(panel))
        .filter(memberships::Column::ScopeId.in_subquery(seasons))
        .order_by_asc(memberships::Column::Id)
        .all(conn)
        .await?;
    if invited.is_empty() {
        return Ok(Vec::new());
    }
    let reminded = rows::Entity::find()
        .filter(rows::Column::MembershipId.is_in(invited.iter().map(|row| row.id)))
        .all(conn)
        .await?;
    let mut found = Vec::new();
    for row in invited {
        let membership = membership(&row)?;
        if !matches!(membership.scope, Scope::Season(_)) {
            continue;
        }
        let mut last = membership.invited_at;
        let mut count = 0;
        if let Some(row) = reminded.iter().find(|other| other.membership_id == row.id) {
            let at = read(row.reminded_at)?;
            // What was sent before they were asked anew does not count.
            if at >= membership.invited_at {
                last = at;
                count = u32::try_from(row.count).map_err(StoreError::unreadable)?;
            }
        }
        if invitations::is_due(last, count, membership.ask.answer_by, moment.now) {
            found.push((membership, count));
        }
    }
    Ok(found)
}

async fn note(
    tx: &Tx,
    moment: &Moment,
    membership: &Membership,
    count: u32,
) -> Result<(), StoreError> {
    let row = rows::ActiveModel {
        membership_id: Set(membership.id.0),
        count: Set(count.into()),
        reminded_at: Set(moment.at()),
    };
    let over = OnConflict::column(rows::Column::MembershipId)
        .update_columns([rows::Column::Count, rows::Column::RemindedAt])
        .to_owned();
    rows::Entity::insert(row)
        .on_conflict(over)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
