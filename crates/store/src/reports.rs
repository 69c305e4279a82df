//! What screens and files read: one report for each, named for its screen, so that a page and the file beside it cannot
//! disagree. Each takes its viewer; what a viewer may not see is never computed for them.

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
