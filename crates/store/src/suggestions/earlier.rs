//! Who had to do with whom in an earlier season.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{ids::SeasonId, reference::Status};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    sea_query::{Cond, Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::persons;
use crate::{
    StoreError,
    cases::join_case,
    entities::{case_references, cases, categories, nominations, people, seasons},
};

/// Two who had to do with each other: a nominee, and who nominated them or was asked for a reference.
#[derive(FromQueryResult)]
struct Pair {
    season: Uuid,
    nominee: Uuid,
    other: Uuid,
}

/// For each of these addresses, whom its holder nominated in another season or was a referee of, or was nominated by or had as
/// a referee, and when.
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
    let mut pairs: Vec<Pair> = nominations::Entity::find()
        .filter(nominations::Column::SeasonId.ne(season.0))
        .filter(nominations::Column::SubmittedAt.is_not_null())
        .filter(
            Condition::any()
                .add(nominations::Column::NomineeId.is_in(theirs.iter().copied()))
                .add(nominations::Column::NominatorId.is_in(theirs.iter().copied())),
        )
        .all(conn)
        .await?
        .into_iter()
        .filter_map(|row| {
            Some(Pair {
                season: row.season_id,
                nominee: row.nominee_id?,
                other: row.nominator_id?,
            })
        })
        .collect();
    pairs.extend(referees(conn, season, &theirs).await?);
    let both = pairs.iter().flat_map(|pair| [pair.nominee, pair.other]);
    let people = persons(conn, both.collect()).await?;
    let names: BTreeMap<Uuid, String> = seasons::Entity::find()
        .filter(seasons::Column::Id.is_in(pairs.iter().map(|pair| pair.season)))
        .all(conn)
        .await?
        .into_iter()
        .map(|season| (season.id, season.name))
        .collect();
    for pair in pairs {
        let email = |id: &Uuid| Some(people.get(id)?.email.as_deref()?.to_lowercase());
        let (Some(nominee), Some(other)) = (email(&pair.nominee), email(&pair.other)) else {
            continue;
        };
        let when = names.get(&pair.season).cloned().unwrap_or_default();
        for (one, other) in [(&nominee, &other), (&other, &nominee)] {
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

/// The nominees and referees of other seasons' cases, as far as one of each pair is among these people.
async fn referees(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    theirs: &[Uuid],
) -> Result<Vec<Pair>, StoreError> {
    use case_references::{Column as Asked, Entity as References};
    let ours = || theirs.iter().copied();
    let nominee = || Expr::col((cases::Entity, cases::Column::NomineeId));
    let of_season = || Expr::col((categories::Entity, categories::Column::SeasonId));
    let mut select = Query::select();
    select.from(References);
    join_case(&mut select, (References, Asked::CaseId))
        .expr_as(of_season(), "season")
        .expr_as(nominee(), "nominee")
        .expr_as(Expr::col((References, Asked::RefereeId)), "other")
        .and_where(of_season().ne(season.0))
        .and_where(Expr::col((References, Asked::Status)).ne(Status::Replaced.as_str()))
        .cond_where(
            Cond::any()
                .add(nominee().is_in(ours()))
                .add(Expr::col((References, Asked::RefereeId)).is_in(ours())),
        );
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| Ok(Pair::from_query_result(row, "")?))
        .collect()
}
