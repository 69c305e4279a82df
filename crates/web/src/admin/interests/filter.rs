//! Which interests the address asks for.

use axum::http::Uri;
use plaudit_domain::interest::Status;
use plaudit_store::reports::interests::InterestRow;

use crate::http::form::RawForm;

/// The query's name.
pub(super) const STATUS: &str = "status";

/// A part of the interests. Whether a judge declared or was unsure, both wait for a ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// They wait for a ruling.
    Waiting,
    /// No interest was declared.
    None,
    /// The ruling found no conflict.
    MayJudge,
    /// The judge is out of the case.
    Recused,
}

impl Part {
    pub(super) const ALL: [Self; 4] = [Self::Waiting, Self::None, Self::MayJudge, Self::Recused];

    /// Its word in the address.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::None => "none",
            Self::MayJudge => "may-judge",
            Self::Recused => "recused",
        }
    }

    /// Whether this interest belongs to it.
    pub(super) fn holds(self, row: &InterestRow) -> bool {
        match self {
            Self::Waiting => row.waits(),
            Self::None => row.status == Status::None,
            Self::MayJudge => row.status == Status::MayJudge,
            Self::Recused => row.status == Status::Recused,
        }
    }
}

/// Reads the query; what it asks for wrongly is not asked for.
pub(super) fn read(uri: &Uri) -> Option<Part> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let said = query.trimmed(STATUS);
    Part::ALL.into_iter().find(|part| part.as_str() == said)
}
