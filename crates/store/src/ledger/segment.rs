//! A part of the ledger for a stranger: every seal of it, and of each fact that names nobody who is to stay unnamed its
//! text, so that the chain can be followed without the database.

use std::collections::BTreeSet;

use jiff::Timestamp;
use plaudit_domain::{fact::FactKind, ids::SeasonId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{seal, sealed_text};
use crate::{Store, StoreError, entities::facts, moment::read};

/// The last fact that is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: i64,
    /// Its seal in hexadecimal: whoever holds it can show later that nothing before it was changed.
    pub seal: String,
}

impl Head {
    /// The head that this fact was; none while it waits to be sealed.
    pub(crate) fn of(fact: facts::Model) -> Option<Self> {
        Some(Self {
            number: fact.number?,
            seal: hex::encode(fact.seal?),
        })
    }
}

/// Seals what waits, and answers with the ledger's head; none in an empty ledger.
pub async fn head(store: &Store) -> Result<Option<Head>, StoreError> {
    seal(store).await?;
    let last = facts::Entity::find()
        .filter(facts::Column::Number.is_not_null())
        .order_by_desc(facts::Column::Number)
        .one(store.read())
        .await?;
    Ok(last.and_then(Head::of))
}

/// A sealed fact in its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its number.
    pub number: i64,
    /// The seal before it, in hexadecimal.
    pub previous: String,
    /// Its own.
    pub seal: String,
    /// What of it is seen.
    pub seen: Seen,
}

/// What a stranger sees of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// All of it: the text whose SHA-256 is the seal.
    Text(String),
    /// What it is and when it was, since its text would tell who is who.
    Kind(FactKind, Timestamp),
    /// Nothing, since it belongs to something else.
    Nothing,
}

/// The ids that no text may hold which is seen.
pub(crate) type Hidden = BTreeSet<Uuid>;

/// How many facts are read at a time.
const AT_ONCE: u64 = 2_000;

/// Every fact from a season's first to the last that is not a file being taken away: otherwise taking the package would
/// change the next one. Facts are to be sealed before.
pub(crate) async fn segment(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    hidden: &Hidden,
) -> Result<Vec<Link>, StoreError> {
    let of_season = || {
        facts::Entity::find()
            .filter(facts::Column::SeasonId.eq(season.0))
            .filter(facts::Column::Number.is_not_null())
    };
    let first = of_season()
        .order_by_asc(facts::Column::Number)
        .one(conn)
        .await?;
    let last = of_season()
        .filter(facts::Column::Kind.ne(FactKind::Exported.as_str()))
        .order_by_desc(facts::Column::Number)
        .one(conn)
        .await?;
    let (Some(mut from), Some(to)) = (
        first.and_then(|fact| fact.number),
        last.and_then(|fact| fact.number),
    ) else {
        return Ok(Vec::new());
    };
    let names: BTreeSet<String> = hidden.iter().map(Uuid::to_string).collect();
    let mut links = Vec::new();
    loop {
        let page = facts::Entity::find()
            .filter(facts::Column::Number.between(from, to))
            .order_by_asc(facts::Column::Number)
            .limit(AT_ONCE)
            .all(conn)
            .await?;
        let Some(last) = page.last() else {
            return Ok(links);
        };
        from = last.number.unwrap_or(to) + 1;
        for fact in page {
            let number = fact.number.unwrap_or_default();
            let previous = fact.previous.clone().unwrap_or_default();
            let seen = if fact.season_id == Some(season.0) {
                let text = sealed_text(&fact, number, &previous)?;
                if names_any(&text, &names) {
                    Seen::Kind(FactKind::parse(&fact.kind)?, read(fact.at)?)
                } else {
                    Seen::Text(text)
                }
            } else {
                Seen::Nothing
            };
            links.push(Link {
                number,
                previous: hex::encode(previous),
                seal: hex::encode(fact.seal.unwrap_or_default()),
                seen,
            });
        }
    }
}

/// Whether an id stands anywhere in the text, also inside the text of a body.
fn names_any(text: &str, names: &BTreeSet<String>) -> bool {
    const LENGTH: usize = 36;
    (0..text.len().saturating_sub(LENGTH - 1))
        .filter_map(|from| text.get(from..from + LENGTH))
        .filter(|part| part.as_bytes()[8] == b'-' && part.as_bytes()[13] == b'-')
        .any(|part| names.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_seen_wherever_it_stands() {
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        let names = BTreeSet::from([id.to_string()]);
        assert!(names_any(&id.to_string(), &names));
        assert!(names_any(&format!("é{{\"by\":\"{id}\"}}"), &names));
        assert!(!names_any(&Uuid::nil().to_string(), &names));
        assert!(!names_any("", &names));
    }
}
