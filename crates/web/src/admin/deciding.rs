//! A decision on one case of a category that was tried: what was typed, and why the page is shown again.

pub(super) mod view;

use axum::response::Response;
use plaudit_domain::ids::CaseId;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text::{self, Fault};
use plaudit_store::StoreError;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::shown::decision::VERSION;

/// The forms' fields.
pub(super) const EVENT: &str = "event";
pub(super) const REASON: &str = "reason";
pub(super) const REASON_UNDO: &str = "reason-undo";

/// The case that is decided on; another category's is not found.
pub(super) fn find(found: &Shortlist, case: CaseId) -> Result<&RankingRow, PageError> {
    let mut rows = found.ranking.rows.iter();
    rows.find(|row| row.case == case).ok_or(PageError::NotFound)
}

/// The most words of a reason or a note.
const REASON_WORDS: usize = 500;

/// What was tried on a page, to be shown there again.
#[derive(Debug, Default)]
pub(super) struct Attempt {
    pub(super) raw: RawForm,
    pub(super) errors: FieldErrors,
    /// Somebody changed the thing in the meantime.
    pub(super) stale: bool,
}

impl Attempt {
    /// What was posted, with what is wrong with its bytes.
    pub(super) fn new(raw: RawForm) -> Self {
        Self {
            errors: raw.errors(),
            raw,
            stale: false,
        }
    }

    /// The version that the page showed; a page that was not ours is of none that ever was.
    pub(super) fn version(&self) -> i64 {
        self.raw.trimmed(VERSION).parse().unwrap_or(-1)
    }

    /// The reason typed into this field, without the space around it.
    pub(super) fn reason(&mut self, field: &'static str, needed: bool) -> String {
        let read = text::optional_paragraphs(self.raw.get(field), Some(REASON_WORDS));
        let read = match read {
            Ok(reason) if needed && reason.trim().is_empty() => Err(Fault::Missing),
            read => read,
        };
        self.errors
            .take(field, "deciding-reason-noun", read)
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// The page once more: in conflict with what somebody changed, or with what is wrong.
    pub(super) fn again(&self, page: Answer) -> Response {
        if self.stale {
            page.conflict()
        } else {
            page.unprocessable()
        }
    }

    /// What the store answered: done, or a reason to show the page again, or a page of its own.
    ///
    /// A missing reason is said at its field, and what somebody changed is shown with what was typed.
    pub(super) fn settle<T>(
        mut self,
        field: &'static str,
        answer: Result<T, StoreError>,
    ) -> Result<Result<T, Self>, PageError> {
        match answer {
            Ok(done) => Ok(Ok(done)),
            Err(StoreError::Refused(Refusal::ReasonNeeded)) => {
                self.errors
                    .fault(field, "deciding-reason-noun", Fault::Missing);
                Ok(Err(self))
            }
            Err(StoreError::Stale) => {
                self.stale = true;
                Ok(Err(self))
            }
            Err(error) => Err(error.into()),
        }
    }
}
