//! Which judges the address asks for.

use axum::http::Uri;
use plaudit_domain::membership::Status;
use plaudit_store::reports::judges::JudgeRow;

use crate::http::form::RawForm;

/// The query's name.
pub(super) const SHOW: &str = "show";

/// A part of the panel, by what can be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// They judge, and no scorecard of theirs is in.
    NotBegun,
    /// They judge, some scorecards are in, and some are left.
    Unfinished,
    /// They judge, and nothing is left.
    Finished,
    /// They sit on the panel and score nothing.
    Attending,
    /// They were asked and have not answered.
    Invited,
    /// They said no.
    Declined,
    /// They were removed.
    Ended,
}

impl Part {
    pub(super) const ALL: [Self; 7] = [
        Self::NotBegun,
        Self::Unfinished,
        Self::Finished,
        Self::Attending,
        Self::Invited,
        Self::Declined,
        Self::Ended,
    ];

    /// Its word in the address.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::Unfinished => "unfinished",
            Self::Finished => "finished",
            Self::Attending => "attending",
            Self::Invited => "invited",
            Self::Declined => "declined",
            Self::Ended => "ended",
        }
    }

    /// The part that this judge belongs to.
    pub(super) fn of(judge: &JudgeRow) -> Self {
        let progress = judge.progress;
        match judge.status {
            Status::Invited => Self::Invited,
            Status::Declined => Self::Declined,
            Status::Ended | Status::Suspended => Self::Ended,
            Status::Active if !judge.role.scores() => Self::Attending,
            Status::Active if progress.done == 0 => Self::NotBegun,
            Status::Active if progress.done < progress.cases() => Self::Unfinished,
            Status::Active => Self::Finished,
        }
    }
}

/// Reads the query; what it asks for wrongly is not asked for.
pub(super) fn read(uri: &Uri) -> Option<Part> {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let said = query.trimmed(SHOW);
    Part::ALL.into_iter().find(|part| part.as_str() == said)
}
