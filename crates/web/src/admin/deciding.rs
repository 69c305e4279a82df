//! What the pages on which an administrator decides on one case of a category share.

pub(super) mod view;

use plaudit_domain::ids::CaseId;
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

pub(super) use crate::http::attempt::Attempt;
use crate::http::error::PageError;

/// The forms' fields.
pub(super) const EVENT: &str = "event";
pub(super) const REASON: &str = "reason";
pub(super) const REASON_UNDO: &str = "reason-undo";

/// The case that is decided on; another category's is not found.
pub(super) fn find(found: &Shortlist, case: CaseId) -> Result<&RankingRow, PageError> {
    let mut rows = found.ranking.rows.iter();
    rows.find(|row| row.case == case).ok_or(PageError::NotFound)
}
