//! Who had to do with whom in an earlier season.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::ids::SeasonId;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{named_in, persons};
use crate::{
    StoreError,
    entities::{nominations, people, seasons},
};

/// For each of these addresses, whom its holder nominated in another season, or was nominated by, and when.
pub(super) async fn earlier(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    addresses: BTreeSet<String>,
) -> Result<BTreeMap<String, BTreeMap<String, String>>, StoreError> {
    let mut known: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let theirs: Vec<Uuid> = people::Entity::find()
        .filter(people::Column::Email.is_in(addresses.iter()))
        .all(conn)
        .await?
        .into_iter()
        .map(|person| person.id)
        .collect();
    if theirs.is_empty() {
        return Ok(known);
    }
    let rows = nominations::Entity::find()
        .filter(nominations::Column::SeasonId.ne(season.0))
        .filter(nominations::Column::SubmittedAt.is_not_null())
        .filter(
            Condition::any()
                .add(nominations::Column::NomineeId.is_in(theirs.iter().copied()))
                .add(nominations::Column::NominatorId.is_in(theirs.iter().copied())),
        )
        .all(conn)
        .await?;
    let people = persons(conn, named_in(&rows)).await?;
    let names: BTreeMap<Uuid, String> = seasons::Entity::find()
        .filter(seasons::Column::Id.is_in(rows.iter().map(|row| row.season_id)))
        .all(conn)
        .await?
        .into_iter()
        .map(|season| (season.id, season.name))
        .collect();
    for row in rows {
        let email = |id: Option<Uuid>| Some(people.get(&id?)?.email.as_deref()?.to_lowercase());
        let (Some(nominee), Some(nominator)) = (email(row.nominee_id), email(row.nominator_id))
        else {
            continue;
        };
        let when = names.get(&row.season_id).cloned().unwrap_or_default();
        for (one, other) in [(&nominee, &nominator), (&nominator, &nominee)] {
            if addresses.contains(one) && one != other {
                known
                    .entry(one.clone())
                    .or_default()
                    .insert(other.clone(), when.clone());
            }
        }
    }
    Ok(known)
}
