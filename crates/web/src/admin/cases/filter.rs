//! Which cases the address asks for, and the address that asks for others.

use axum::http::Uri;
use plaudit_domain::ids::{CaseId, SeasonId};
use plaudit_domain::status::UnknownWord;
use plaudit_domain::{acceptance, case, fact_check};
use plaudit_store::reports::cases::{Asked, CasesFilter};
use uuid::Uuid;

use crate::admin::chosen::{ALL, Chosen};
use crate::http::form::RawForm;
use crate::http::query::Address;
use crate::paths::admin::Cases;

/// The query's names.
pub(super) const SEASON: &str = "season";
pub(super) const SEARCH: &str = "search";
pub(super) const STATUS: &str = "status";
pub(super) const ACCEPTANCE: &str = "acceptance";
pub(super) const FACT_CHECK: &str = "fact-check";
const PAGE: &str = "page";

/// A case that is chosen, or the word for all of the page.
pub(super) const CHOSEN: &str = "case";
/// What is still to come.
pub(super) const MISSING: &str = "missing";

/// What a query asks for.
#[derive(Debug)]
pub(super) struct Query {
    /// The season, as it was named.
    pub(super) season: String,
    pub(super) filter: CasesFilter,
    pub(super) chosen: Chosen,
}

/// Reads the query; what it asks for wrongly is not asked for.
pub(super) fn read(uri: &Uri) -> Query {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    Query {
        season: query.trimmed(SEASON).to_owned(),
        filter: CasesFilter {
            search: query.trimmed(SEARCH).to_owned(),
            status: case::Status::parse(query.trimmed(STATUS)).ok(),
            acceptance: asked(query.trimmed(ACCEPTANCE), acceptance::Status::parse),
            fact_check: asked(query.trimmed(FACT_CHECK), fact_check::Status::parse),
            page: query.trimmed(PAGE).parse().unwrap_or(1),
        },
        chosen: Chosen::read(&query, CHOSEN),
    }
}

fn asked<S>(word: &str, parse: fn(&str) -> Result<S, UnknownWord>) -> Option<Asked<S>> {
    match word {
        MISSING => Some(Asked::Missing),
        word => parse(word).ok().map(Asked::Is),
    }
}

/// The word that asks for this.
pub(super) fn word<S>(asked: Option<Asked<S>>, say: fn(S) -> &'static str) -> &'static str {
    match asked {
        None => "",
        Some(Asked::Missing) => MISSING,
        Some(Asked::Is(status)) => say(status),
    }
}

/// The cases that a form names.
pub(super) fn ids(raw: &RawForm) -> Vec<CaseId> {
    raw.all(CHOSEN)
        .filter_map(|id| Uuid::parse_str(id).ok())
        .map(CaseId::from)
        .collect()
}

/// Whether anything is left out of the list.
pub(super) fn is_narrowed(filter: &CasesFilter) -> bool {
    let page = CasesFilter {
        page: filter.page,
        ..CasesFilter::default()
    };
    *filter != page
}

impl Cases {
    /// The cases of this season.
    pub(in crate::admin) fn of_season(self, season: SeasonId) -> String {
        Address::of(self).with(SEASON, season).to_string()
    }

    /// Those whose nominee has not accepted yet.
    pub(in crate::admin) fn not_accepted(self, season: SeasonId) -> String {
        let all = Address::of(self).with(SEASON, season);
        all.with(ACCEPTANCE, MISSING).to_string()
    }

    /// Those whose facts are not confirmed yet.
    pub(in crate::admin) fn not_checked(self, season: SeasonId) -> String {
        let all = Address::of(self).with(SEASON, season);
        all.with(FACT_CHECK, MISSING).to_string()
    }

    /// Those whose eligibility waits for a decision.
    pub(in crate::admin) fn forming(self, season: SeasonId) -> String {
        let all = Address::of(self).with(SEASON, season);
        all.with(STATUS, case::Status::Forming).to_string()
    }

    /// A page of those that are asked for.
    pub(super) fn filtered(self, season: SeasonId, filter: &CasesFilter, page: u64) -> Address {
        Address::of(self)
            .with(SEASON, season)
            .with(SEARCH, &filter.search)
            .with_some(STATUS, filter.status)
            .with(
                ACCEPTANCE,
                word(filter.acceptance, acceptance::Status::as_str),
            )
            .with(
                FACT_CHECK,
                word(filter.fact_check, fact_check::Status::as_str),
            )
            .page(PAGE, page)
    }

    /// The same page with everything on it ticked.
    pub(super) fn with_all(self, season: SeasonId, filter: &CasesFilter) -> Address {
        self.filtered(season, filter, filter.page).with(CHOSEN, ALL)
    }

    /// The list on which these are ticked.
    pub(super) fn with_chosen(
        self,
        season: SeasonId,
        chosen: impl Iterator<Item = CaseId>,
    ) -> String {
        let all = Address::of(self).with(SEASON, season);
        chosen
            .fold(all, |address, case| address.with(CHOSEN, case))
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_the_filter_it_was_made_of() {
        let season = Uuid::nil().into();
        let filter = CasesFilter {
            search: "Siân & 100%_ltd".into(),
            status: Some(case::Status::Eligible),
            acceptance: Some(Asked::Is(acceptance::Status::Told)),
            fact_check: Some(Asked::Missing),
            page: 3,
        };
        let address = Cases.filtered(season, &filter, 3).to_string();
        let query = read(&address.parse().expect("an address"));
        assert_eq!((query.filter, query.season), (filter, season.to_string()));
        let nothing = read(&"/x?status=gone&acceptance=no&page=x".parse().expect("one"));
        assert!(!is_narrowed(&nothing.filter));
    }
}
