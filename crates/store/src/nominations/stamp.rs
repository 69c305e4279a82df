//! The instant at which a form was shown, signed, so that a form that is posted too soon can be told.

use jiff::Timestamp;

use crate::Store;

const PURPOSE: &str = "form-shown-at";

/// The instant with its signature, for a hidden field.
pub fn stamp(store: &Store, shown_at: Timestamp) -> String {
    let seconds = shown_at.as_second().to_string();
    let signature = store.keys().seal(PURPOSE, seconds.as_bytes());
    format!("{seconds}.{}", hex::encode(&signature[..16]))
}

/// The instant that [`stamp`] wrote; nothing if anybody else wrote it.
pub fn stamped_at(store: &Store, text: &str) -> Option<Timestamp> {
    let (seconds, _) = text.split_once('.')?;
    let shown_at = Timestamp::from_second(seconds.parse().ok()?).ok()?;
    (stamp(store, shown_at) == text).then_some(shown_at)
}
