//! A decision that was tried: what was typed, and why its page is shown again.

use axum::response::Response;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text::{self, Fault};
use plaudit_store::StoreError;

use super::error::PageError;
use super::field_errors::FieldErrors;
use super::form::RawForm;
use super::response::Answer;
use crate::shown::decision::VERSION;

/// The most words of a reason or a note.
const REASON_WORDS: usize = 500;

/// What was tried on a page, to be shown there again.
#[derive(Debug, Default)]
pub(crate) struct Attempt {
    pub(crate) raw: RawForm,
    pub(crate) errors: FieldErrors,
    /// Somebody changed the thing in the meantime.
    pub(crate) stale: bool,
}

impl Attempt {
    /// What was posted, with what is wrong with its bytes.
    pub(crate) fn new(raw: RawForm) -> Self {
        Self {
            errors: raw.errors(),
            raw,
            stale: false,
        }
    }

    /// The version that the page showed; a page that was not ours is of none that ever was.
    pub(crate) fn version(&self) -> i64 {
        self.raw.trimmed(VERSION).parse().unwrap_or(-1)
    }

    /// The reason typed into this field, without the space around it.
    pub(crate) fn reason(&mut self, field: &'static str, needed: bool) -> String {
        self.note(field, "deciding-reason-noun", needed)
    }

    /// The same for what is called otherwise.
    pub(crate) fn note(&mut self, field: &'static str, noun: &'static str, needed: bool) -> String {
        let read = text::optional_paragraphs(self.raw.get(field), Some(REASON_WORDS));
        let read = match read {
            Ok(reason) if needed && reason.trim().is_empty() => Err(Fault::Missing),
            read => read,
        };
        self.errors
            .take(field, noun, read)
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// The page once more: in conflict with what somebody changed, or with what is wrong.
    pub(crate) fn again(&self, page: Answer) -> Response {
        if self.stale {
            page.conflict()
        } else {
            page.unprocessable()
        }
    }

    /// What the store answered: done, or a reason to show the page again, or a page of its own.
    ///
    /// A missing reason is said at its field, and what somebody changed is shown with what was typed.
    pub(crate) fn settle<T>(
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
