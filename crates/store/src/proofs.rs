//! The proof that history was not rewritten, mailed to a programme's stewards where they want it: with each resolution that is
//! signed, the number and the seal of the fact that says so. While anybody holds that letter, nothing before it can be changed
//! unseen.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{CategoryId, FactId, ProgrammeId, SeasonId},
    person::Email,
    text::FIRST_LANGUAGE,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::{
    Moment, Store, StoreError,
    entities::{facts, programmes},
    error::changed_as_seen,
    ledger,
    outbox::{self, Merge, NewLetter},
    reports::Surroundings,
    seasons,
    write::Tx,
};

/// The most addresses that a programme has it mailed to.
pub const MOST: usize = 20;

/// The letter with the proof.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProofLetter {
    /// The category whose resolution was signed.
    pub category: CategoryId,
    /// The fact that says so.
    pub fact: FactId,
}

impl Merge for ProofLetter {
    const KIND: &'static str = "proof";
}

/// What the letter says.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The season with its programme.
    pub about: Surroundings,
    /// The number of the fact.
    pub number: i64,
    /// Its seal in hexadecimal: the ledger's head when it was recorded.
    pub seal: String,
}

/// The addresses that a programme has it mailed to, in their order.
pub async fn addresses(store: &Store, programme: ProgrammeId) -> Result<Vec<Email>, StoreError> {
    addresses_of(store.read(), programme).await
}

async fn addresses_of(
    conn: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Vec<Email>, StoreError> {
    let row = programmes::Entity::find_by_id(programme.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    row.proof_to
        .unwrap_or_default()
        .lines()
        .map(|line| Email::parse(line).map_err(|_| StoreError::unreadable("a steward's address")))
        .collect()
}

/// Has it mailed to these addresses and no others, if nobody changed the programme since the version that was seen.
pub async fn mail_to(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    version: i64,
    addresses: Vec<Email>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), programme, version, addresses),
            |tx, &(ref moment, programme, version, ref addresses)| {
                Box::pin(async move {
                    let lines: Vec<&str> = addresses.iter().map(Email::as_str).collect();
                    let change = programmes::ActiveModel {
                        version: Set(version + 1),
                        proof_to: Set((!lines.is_empty()).then(|| lines.join("\n"))),
                        ..Default::default()
                    };
                    let changed = programmes::Entity::update_many()
                        .set(change)
                        .filter(programmes::Column::Id.eq(programme.0))
                        .filter(programmes::Column::Version.eq(version))
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    let count = i64::try_from(lines.len()).map_err(StoreError::unreadable)?;
                    let fact = Fact::new(FactKind::ProofAddressesChanged)
                        .about(programme)
                        .with("addresses", count);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Queues the letters about a resolution that is signed in this transaction; none where nobody wants them.
pub(crate) async fn queue(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    letter: &ProofLetter,
) -> Result<(), StoreError> {
    let programme = seasons::load(tx, season).await?.programme;
    let letters = addresses_of(tx, programme)
        .await?
        .into_iter()
        .map(|address| NewLetter::of(letter, None, address, FIRST_LANGUAGE.to_owned()))
        .collect();
    outbox::queue_all(tx, moment, letters).await?;
    Ok(())
}

/// What a letter says, once the ledger has sealed what it tells of.
pub async fn proof(store: &Store, letter: &ProofLetter) -> Result<Proof, StoreError> {
    ledger::seal(store).await?;
    let conn = store.read();
    let season = crate::cases::season_of(conn, letter.category).await?;
    let fact = facts::Entity::find_by_id(letter.fact.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let (Some(number), Some(seal)) = (fact.number, fact.seal) else {
        return Err(StoreError::NotFound);
    };
    Ok(Proof {
        about: Surroundings::load(conn, season.id).await?,
        number,
        seal: hex::encode(seal),
    })
}
