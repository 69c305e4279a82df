//! Secrets: random tokens and codes, the digests under which they are kept, and the server's own keys.

use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, DatabaseConnection, EntityTrait, sea_query::OnConflict};
use sha2::{Digest, Sha256};

use crate::{Store, StoreError, entities::server_keys, moment::stored};

/// 32 random bytes from the operating system.
pub(crate) fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .expect("the operating system has random bytes, or nothing here can be secret");
    bytes
}

/// SHA-256 of these bytes.
pub(crate) fn digest(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

/// HMAC-SHA-256 of the message under the key.
pub(crate) fn seal(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("an HMAC key may have any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

/// A secret of 256 random bits, to be shown once and kept only as its digest.
#[derive(Clone)]
pub struct Token([u8; 32]);

impl Token {
    /// A new one.
    pub fn fresh() -> Self {
        Self(random())
    }

    /// Reads what [`Token::text`] wrote; anything else is no token.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// The secret itself, 64 hexadecimal digits, for a link or a cookie.
    pub fn text(&self) -> String {
        hex::encode(self.0)
    }

    /// What is kept of it.
    pub fn digest(&self) -> Vec<u8> {
        digest(&self.0)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(secret)")
    }
}

/// The letters of codes and receipt numbers: none that is taken for another when read aloud or typed.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random letters of the alphabet, every one as likely.
pub(crate) fn letters(count: usize) -> String {
    let mut text = String::with_capacity(count);
    while text.len() < count {
        // Bytes above the largest multiple of the alphabet's length would favour its first letters.
        text.extend(
            random()
                .into_iter()
                .filter(|byte| *byte < 240)
                .map(|byte| char::from(ALPHABET[usize::from(byte) % 30])),
        );
        text.truncate(count);
    }
    text
}

/// A short code to be typed or pasted: eight letters in two groups.
#[derive(Clone)]
pub struct Code(String);

impl Code {
    /// A new one.
    pub fn fresh() -> Self {
        Self(letters(8))
    }

    /// Reads what somebody typed: any case, spaces and dashes anywhere.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        (plain.len() == 8 && plain.bytes().all(|byte| ALPHABET.contains(&byte)))
            .then_some(Self(plain))
    }

    /// The code as it is printed.
    pub fn text(&self) -> String {
        format!("{}-{}", &self.0[..4], &self.0[4..])
    }

    /// What is kept of it: sealed under a key of the server, since so few letters could be guessed from a plain digest.
    pub fn digest(&self, keys: &Keys) -> Vec<u8> {
        keys.seal("code", self.0.as_bytes())
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(secret)")
    }
}

/// What anybody can check with the public key, and only this installation can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The Ed25519 key that it is checked by: the same for as long as the installation keeps its keys.
    pub public_key: [u8; 32],
    /// The signature.
    pub signature: [u8; 64],
}

/// The installation's signature under this message.
pub fn sign(store: &Store, message: &[u8]) -> Signature {
    store.keys().sign(message)
}

/// The public key under which the installation signs.
pub fn public_key(store: &Store) -> [u8; 32] {
    store.keys().sign(b"").public_key
}

/// The server's own keys. They lie in the database, so that several instances agree.
pub struct Keys {
    root: Vec<u8>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(secret)")
    }
}

impl Keys {
    pub(crate) async fn load_or_make(
        writer: &DatabaseConnection,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let fresh = server_keys::ActiveModel {
            name: Set("root".to_owned()),
            key: Set(random().to_vec()),
            created_at: Set(stored(now)),
        };
        server_keys::Entity::insert(fresh)
            .on_conflict(
                OnConflict::column(server_keys::Column::Name)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(writer)
            .await?;
        let root = server_keys::Entity::find_by_id("root")
            .one(writer)
            .await?
            .ok_or(StoreError::NotFound)?;
        Ok(Self { root: root.key })
    }

    /// The installation's signature under the message, with the public key that it can be checked by.
    pub(crate) fn sign(&self, message: &[u8]) -> Signature {
        let seed = self.seal("signing", b"ed25519");
        let mut secret = [0; 32];
        secret.copy_from_slice(&seed);
        let key = SigningKey::from_bytes(&secret);
        Signature {
            public_key: key.verifying_key().to_bytes(),
            signature: key.sign(message).to_bytes(),
        }
    }

    /// HMAC of the message under a key for this purpose only.
    pub(crate) fn seal(&self, purpose: &str, message: &[u8]) -> Vec<u8> {
        seal(&seal(&self.root, purpose.as_bytes()), message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_is_known_by_its_digest() {
        let token = Token::fresh();
        let read = Token::parse(&token.text()).expect("a token");
        assert_eq!(read.digest(), token.digest());
        assert_ne!(Token::fresh().digest(), token.digest());
        assert!(Token::parse("00").is_none());
        assert!(Token::parse(&"z".repeat(64)).is_none());
    }

    #[test]
    fn a_code_may_be_typed_in_any_manner() {
        let code = Code::fresh();
        let keys = Keys { root: vec![1; 32] };
        let typed = format!(" {} ", code.text().to_lowercase().replace('-', " "));
        assert_eq!(
            Code::parse(&typed).expect("a code").digest(&keys),
            code.digest(&keys)
        );
        assert!(Code::parse("ABCD-EFG0").is_none());
        assert!(Code::parse("ABCD").is_none());
    }

    #[test]
    fn what_one_installation_signs_is_known_by_its_own_key_alone() {
        let (ours, theirs) = (Keys { root: vec![1; 32] }, Keys { root: vec![2; 32] });
        let signed = ours.sign(b"a manifest");
        assert_eq!(ours.sign(b"another").public_key, signed.public_key);
        assert_ne!(theirs.sign(b"a manifest").public_key, signed.public_key);
        let key = ed25519_dalek::VerifyingKey::from_bytes(&signed.public_key).expect("a key");
        let signature = ed25519_dalek::Signature::from_bytes(&signed.signature);
        assert!(key.verify_strict(b"a manifest", &signature).is_ok());
        assert!(key.verify_strict(b"a manifesT", &signature).is_err());
    }

    #[test]
    fn secrets_do_not_show_in_debug_output() {
        assert_eq!(
            format!("{:?} {:?}", Token::fresh(), Code::fresh()),
            "Token(secret) Code(secret)"
        );
    }
}
