//! What screens and files read: one report for each, named for its screen, so that a page and the file beside it cannot
//! disagree. Each takes its viewer; what a viewer may not see is never computed for them.

pub mod case;
pub mod cases;
pub mod dashboard;
pub mod desk;
pub mod gate;
pub mod history;
pub mod home;
pub mod interests;
pub mod judges;
pub mod names;
pub mod nomination;
pub mod nomination_admin;
pub mod nomination_form;
pub mod nominations;
pub mod outbox;
pub mod programme_page;
pub mod ranking;
pub mod scorecard;
pub mod scores;
pub mod shortlist;

use plaudit_domain::ids::AccountId;

/// For whom a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Anybody.
    Visitor,
    /// A judge, who sees only what is assigned to them and not kept from them.
    Judge(AccountId),
    /// An administrator.
    Administrator(AccountId),
}

/// Refuses everybody but administrators; to them there is no such report.
pub(crate) fn administrator_only(viewer: &Viewer) -> Result<(), crate::StoreError> {
    match viewer {
        Viewer::Administrator(_) => Ok(()),
        Viewer::Visitor | Viewer::Judge(_) => Err(crate::StoreError::NotFound),
    }
}
