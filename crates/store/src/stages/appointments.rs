//! When and where finalists are met: a line for each, which their judges read beside the case.

use plaudit_domain::{
    ids::{CaseId, SeasonId},
    policy,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Moment, Store, StoreError, cases::of_season, entities::cases, kept::Kept, seasons};

/// A finalist, and when and where they are met; nothing where that is open.
pub type Appointment = (CaseId, Option<String>);

/// Writes down when and where these finalists of the season are met.
pub async fn appoint(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    appointments: Vec<Appointment>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, appointments),
            |tx, (moment, season, appointments)| {
                Box::pin(async move {
                    let status = seasons::status_held(tx, *season).await?;
                    policy::may_move_stage(status)?;
                    let kept = Kept::of_actor(tx, moment.by).await?;
                    for (case, _) in appointments {
                        kept.refuse(*case)?;
                    }
                    for (case, words) in appointments {
                        cases::Entity::update_many()
                            .col_expr(cases::Column::Appointment, Expr::value(words.clone()))
                            .filter(cases::Column::Id.eq(case.0))
                            .filter(cases::Column::Id.in_subquery(of_season(*season)))
                            .exec(tx)
                            .await?;
                    }
                    Ok(())
                })
            },
        )
        .await
}
