//! A letter that only tries whether letters arrive.

use plaudit_domain::person::Email;
use serde::{Deserialize, Serialize};

use crate::{
    Moment, Store, StoreError,
    outbox::{self, Merge, NewLetter},
};

/// The letter that tries whether letters arrive: it has nothing merged into it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrialLetter {}

impl Merge for TrialLetter {
    const KIND: &'static str = "trial";
}

/// Queues a trial letter to this address.
pub async fn send(
    store: &Store,
    moment: &Moment,
    address: Email,
    language: &str,
) -> Result<(), StoreError> {
    let letter = NewLetter::of(&TrialLetter {}, None, address, language.to_owned());
    store
        .write((moment.clone(), letter), |tx, (moment, letter)| {
            Box::pin(async move {
                outbox::queue(tx, moment, letter.clone()).await?;
                Ok(())
            })
        })
        .await
}
