//! The four ways in which an operation of the store fails.

use std::fmt::Display;

use plaudit_domain::{
    refusal::Refusal,
    status::{Life, NotPossible, UnknownWord},
};
use sea_orm::{DbErr, UpdateResult};

/// Why an operation did nothing.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such thing, or none that this person may know of.
    #[error("not found")]
    NotFound,
    /// The domain refuses; nothing was written.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Somebody changed it in the meantime: load again and show both.
    #[error("changed by somebody else")]
    Stale,
    /// The database is away, full or locked, or holds what it should not. Whether the last commit took place may be unknown.
    #[error("database: {0}")]
    Database(#[from] DbErr),
}

/// Stale, if an update of a row in the version that was seen touched none: somebody was faster.
pub(crate) fn changed_as_seen(updated: &UpdateResult) -> Result<(), StoreError> {
    if updated.rows_affected == 0 {
        Err(StoreError::Stale)
    } else {
        Ok(())
    }
}

impl From<Refusal> for StoreError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl StoreError {
    /// A row that holds what the code cannot read: written by a later version, or by hand.
    pub(crate) fn unreadable(what: impl Display) -> Self {
        Self::Database(DbErr::Custom(format!("unreadable row: {what}")))
    }
}

impl<S: Life, E: Display> From<NotPossible<S, E>> for StoreError {
    fn from(refused: NotPossible<S, E>) -> Self {
        Self::Refused(refused.into())
    }
}

impl From<UnknownWord> for StoreError {
    fn from(unknown: UnknownWord) -> Self {
        Self::unreadable(unknown)
    }
}
