//! The conflict policy of a rule set: a draft's may be changed until the season opens.

use plaudit_domain::{ids::SeasonId, interest::conflicts::ConflictPolicy};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Json};

use super::{changed, draft};
use crate::{Moment, Store, StoreError, entities::rule_sets, seasons};

/// Changes what declared interests lead to, as it was seen.
pub async fn change_conflicts(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    conflicts: ConflictPolicy,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, conflicts),
            |tx, (moment, season, seen, conflicts)| {
                Box::pin(async move {
                    let rules = draft(tx, *season).await?;
                    seasons::hold(tx, *season, *seen).await?;
                    let row = rule_sets::ActiveModel {
                        id: Set(rules.id.0),
                        conflicts: Set(Some(conflicts.to_json())),
                        ..Default::default()
                    };
                    rule_sets::Entity::update(row)
                        .exec_without_returning(tx)
                        .await?;
                    changed(tx, moment, *season, &rules, "conflicts").await
                })
            },
        )
        .await
}

/// Reads the policy as it is kept.
pub(super) fn read(json: &Json) -> Result<ConflictPolicy, StoreError> {
    ConflictPolicy::read(json).ok_or_else(|| StoreError::unreadable("a conflict policy"))
}
