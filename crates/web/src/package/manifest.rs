//! `manifest.json`, which says what everything else in the package is, and `signature.txt`, which says who says so.

use ed25519_dalek::{Signature as Ed25519, VerifyingKey};
use plaudit_store::secrets::Signature;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::MEMBERS;
use super::fault::Fault;

/// The members' names.
pub(super) const NAME: &str = "manifest.json";
pub(super) const SIGNATURE: &str = "signature.txt";

/// What the package is, and what each member is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: String,
    /// The version of Plaudit that made it.
    pub(super) plaudit: String,
    pub(super) programme: String,
    pub(super) season: String,
    pub(super) category: String,
    pub(super) category_id: String,
    /// Of which stage the scores are.
    pub(super) stage: String,
    /// The SHA-256 of the rule set's sealed text.
    pub(super) rules: String,
    /// The method that the rule set asks for.
    pub(super) method: String,
    pub(super) cases: usize,
    pub(super) judges: usize,
    pub(super) scorecards: usize,
    pub(super) seeds: Seeds,
    pub(super) ledger: Option<Ends>,
    pub(super) members: Vec<Member>,
}

/// What chance in it depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seeds {
    /// Of the draws that say how sure the ranking is.
    pub(super) draws: String,
    /// Of lots at the cut, where the rule set draws them.
    pub(super) lots: Option<String>,
}

/// Where the part of the ledger begins and ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ends {
    pub(super) first: i64,
    pub(super) last: i64,
    /// The seal of the last.
    pub(super) head: String,
}

/// A member as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

impl Member {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
        }
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// What every kind of package says of itself.
pub(super) trait Describes: Serialize + DeserializeOwned {
    /// The version of the format: raised when a member is added or means something else.
    const FORMAT: &'static str;
    /// Every member, in the order of the zip.
    const MEMBERS: &'static [&'static str];

    /// The format that it says it is of.
    fn format(&self) -> &str;

    /// What each member is to be.
    fn members(&self) -> &[Member];

    /// Its text.
    fn text(&self) -> String {
        let text = serde_json::to_string_pretty(self).expect("words and numbers are JSON");
        text + "\n"
    }

    /// Reads what [`Describes::text`] wrote, and nothing else.
    fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let read: Self =
            serde_json::from_slice(bytes).map_err(|error| Fault::Manifest(error.to_string()))?;
        if read.format() != Self::FORMAT {
            return Err(Fault::Manifest(format!(
                "it says that it is “{}”, and this program knows “{}”",
                read.format(),
                Self::FORMAT
            )));
        }
        if read.text().as_bytes() != bytes {
            return Err(Fault::Manifest(
                "it is not written as a manifest is".to_owned(),
            ));
        }
        Ok(read)
    }
}

impl Describes for Manifest {
    const FORMAT: &'static str = "plaudit results package 1";
    const MEMBERS: &'static [&'static str] = &MEMBERS;

    fn format(&self) -> &str {
        &self.format
    }

    fn members(&self) -> &[Member] {
        &self.members
    }
}

/// The text of a signature: the key that it is checked by, and itself.
pub(super) fn signed(signature: &Signature) -> String {
    format!(
        "Ed25519\npublic key {}\nsignature {}\n",
        hex::encode(signature.public_key),
        hex::encode(signature.signature)
    )
}

/// Checks that this is the signature of these bytes, under this key if one is given; answers with the key.
pub(super) fn check(text: &[u8], of: &[u8], key: Option<&str>) -> Result<String, Vec<Fault>> {
    let read = read(text).ok_or_else(|| vec![Fault::SignatureUnreadable])?;
    let mut faults = Vec::new();
    let signed_by = hex::encode(read.public_key);
    let holds = VerifyingKey::from_bytes(&read.public_key)
        .and_then(|key| key.verify_strict(of, &Ed25519::from_bytes(&read.signature)));
    if holds.is_err() {
        faults.push(Fault::SignatureFalse);
    }
    if let Some(key) = key {
        let mut bytes = [0; 32];
        if hex::decode_to_slice(key.trim(), &mut bytes).is_err() {
            faults.push(Fault::NoKey);
        } else if bytes != read.public_key {
            faults.push(Fault::OtherKey {
                signed_by: signed_by.clone(),
            });
        }
    }
    if faults.is_empty() {
        Ok(signed_by)
    } else {
        Err(faults)
    }
}

fn read(text: &[u8]) -> Option<Signature> {
    let lines: Vec<&str> = std::str::from_utf8(text).ok()?.lines().collect();
    let [_, key, signature] = lines.as_slice() else {
        return None;
    };
    let mut read = Signature {
        public_key: [0; 32],
        signature: [0; 64],
    };
    let (key, signature) = (
        key.split(' ').next_back()?,
        signature.split(' ').next_back()?,
    );
    hex::decode_to_slice(key, &mut read.public_key).ok()?;
    hex::decode_to_slice(signature, &mut read.signature).ok()?;
    // Written in no second manner, so that no byte of it can be another.
    (signed(&read).as_bytes() == text).then_some(read)
}
