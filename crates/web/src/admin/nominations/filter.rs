//! Which nominations the address asks for, and the address that asks for others.

use axum::http::Uri;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plaudit_domain::ids::NominationId;
use plaudit_domain::nomination::Status;
use plaudit_store::reports::nominations::{Mark, NominationsFilter, Sort};

use crate::admin::chosen::{ALL, Chosen};
use crate::http::form::RawForm;
use crate::paths::admin::Nominations;

/// The query's names.
pub(super) const SEARCH: &str = "search";
pub(super) const STATUS: &str = "status";
pub(super) const MARK: &str = "mark";
pub(super) const SORT: &str = "sort";
pub(super) const PAGE: &str = "page";

/// A nomination that is chosen, or the word for all of the page.
pub(super) const CHOSEN: &str = "nomination";
/// What the query says is ticked.
pub(super) fn chosen(uri: &Uri) -> Chosen {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    Chosen::read(&query, CHOSEN)
}

/// What the list is when nothing is asked for.
const FIRST_SORT: Sort = Sort::Latest;

/// Reads the query; what it asks for wrongly is not asked for.
pub(super) fn read(uri: &Uri) -> NominationsFilter {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    NominationsFilter {
        search: query.trimmed(SEARCH).to_owned(),
        status: Status::parse(query.trimmed(STATUS)).ok(),
        mark: Mark::parse(query.trimmed(MARK)).ok(),
        sort: Sort::parse(query.trimmed(SORT)).unwrap_or(FIRST_SORT),
        page: query.trimmed(PAGE).parse().unwrap_or(1),
    }
}

/// Whether anything is left out of the list.
pub(super) fn is_narrowed(filter: &NominationsFilter) -> bool {
    !filter.search.is_empty() || filter.status.is_some() || filter.mark.is_some()
}

impl Nominations {
    /// The list of what waits for a decision.
    pub(in crate::admin) fn waiting(&self) -> String {
        format!("{self}?{STATUS}={}", Status::Submitted)
    }

    /// The list of those whose nominator has not confirmed an address.
    pub(in crate::admin) fn unconfirmed(&self) -> String {
        format!("{self}?{MARK}={}", Mark::Unconfirmed)
    }

    /// The list on which these are ticked.
    pub(super) fn with_chosen(&self, chosen: impl Iterator<Item = NominationId>) -> String {
        let chosen: Vec<String> = chosen.map(|id| format!("{CHOSEN}={id}")).collect();
        format!("{self}?{}", chosen.join("&"))
    }

    /// The same page of the list with everything on it ticked.
    pub(super) fn with_all(&self, filter: &NominationsFilter) -> String {
        let path = self.filtered(filter, filter.sort, filter.page);
        let sign = if path.contains('?') { '&' } else { '?' };
        format!("{path}{sign}{CHOSEN}={ALL}")
    }

    /// The list with this filter, from this page.
    pub(super) fn filtered(&self, filter: &NominationsFilter, sort: Sort, page: u64) -> String {
        let mut parts = Vec::new();
        if !filter.search.is_empty() {
            let search = utf8_percent_encode(&filter.search, NON_ALPHANUMERIC);
            parts.push(format!("{SEARCH}={search}"));
        }
        if let Some(status) = filter.status {
            parts.push(format!("{STATUS}={status}"));
        }
        if let Some(mark) = filter.mark {
            parts.push(format!("{MARK}={mark}"));
        }
        if sort != FIRST_SORT {
            parts.push(format!("{SORT}={sort}"));
        }
        if page > 1 {
            parts.push(format!("{PAGE}={page}"));
        }
        if parts.is_empty() {
            self.to_string()
        } else {
            format!("{self}?{}", parts.join("&"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_the_filter_it_was_made_of() {
        let path = Nominations {
            season: uuid::Uuid::nil().into(),
        };
        let filter = NominationsFilter {
            search: "Siân & 100%_ltd".into(),
            status: Some(Status::Submitted),
            mark: Some(Mark::Against),
            sort: Sort::Nominee,
            page: 3,
        };
        let uri = path.filtered(&filter, filter.sort, filter.page);
        assert_eq!(read(&uri.parse().expect("an address")), filter);
        let nothing = read(&"/x?sort=sideways&page=no&status=gone".parse().expect("one"));
        assert_eq!(path.filtered(&nothing, nothing.sort, 1), path.to_string());
    }
}
