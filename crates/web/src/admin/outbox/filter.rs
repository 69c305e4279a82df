//! Which letters the address asks for, and the address that asks for others.

use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::outbox::OutboxFilter;

use crate::http::form::RawForm;
use crate::http::query::Address;
use crate::paths::admin::Outbox;

/// The query's names, which a button that comes back to the list sends on.
pub(super) const SEARCH: &str = "search";
pub(super) const KIND: &str = "kind";
pub(super) const STATUS: &str = "status";
pub(super) const PAGE: &str = "page";

/// Reads a query, or what a button sent on of it; what it asks for wrongly is not asked for.
pub(super) fn read(query: &RawForm) -> OutboxFilter {
    let kind = query.trimmed(KIND);
    OutboxFilter {
        search: query.trimmed(SEARCH).to_owned(),
        kind: (!kind.is_empty()).then(|| kind.to_owned()),
        status: LetterStatus::parse(query.trimmed(STATUS)).ok(),
        page: query.trimmed(PAGE).parse().unwrap_or(1),
    }
}

/// Whether anything is left out of the list.
pub(super) fn is_narrowed(filter: &OutboxFilter) -> bool {
    !filter.search.is_empty() || filter.kind.is_some() || filter.status.is_some()
}

impl Outbox {
    /// The list of letters in this state.
    pub(in crate::admin) fn with_status(self, status: LetterStatus) -> String {
        Address::of(self).with(STATUS, status).to_string()
    }

    /// A page of those that are asked for.
    pub(super) fn filtered(self, filter: &OutboxFilter, page: u64) -> String {
        Address::of(self)
            .with(SEARCH, &filter.search)
            .with_some(KIND, filter.kind.as_ref())
            .with_some(STATUS, filter.status)
            .page(PAGE, page)
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_the_filter_it_was_made_of() {
        let filter = OutboxFilter {
            search: "siân@council.example & 1".into(),
            kind: Some("nomination-receipt".into()),
            status: Some(LetterStatus::Failed),
            page: 2,
        };
        let address = Outbox.filtered(&filter, 2);
        let (_, query) = address.split_once('?').expect("a query");
        assert_eq!(read(&RawForm::from_bytes(query.as_bytes())), filter);
        let nothing = read(&RawForm::from_bytes(b"status=gone&page=no"));
        assert_eq!(Outbox.filtered(&nothing, 1), Outbox.to_string());
    }
}
