//! What of the ledger an address asks for: behind `/admin/history` and the file beside it.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use plaudit_domain::fact::FactKind;
use plaudit_domain::ids::{AccountId, CaseId, FactId, SeasonId};
use plaudit_domain::text::Fault;
use plaudit_domain::window::Zone;
use plaudit_store::reports::Viewer;
use plaudit_store::reports::history::{self, CaseAsked, CausedBy, HistoryFilter};
use plaudit_store::{Store, StoreError};
use uuid::Uuid;

use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::words::Words;

/// The query's names.
pub const SEASON: &str = "season";
/// Of which kind.
pub const KIND: &str = "kind";
/// Who caused it.
pub const BY: &str = "by";
/// With which case it has to do: its number in the season, or its id.
pub const CASE: &str = "case";
/// The first day.
pub const FROM: &str = "from";
/// The last day.
pub const TO: &str = "to";
/// Where a later page begins.
const BEFORE: &str = "before";
/// The value of [`BY`] for a visitor or the system.
pub const NOBODY: &str = "nobody";

/// What is asked for, as it was typed and as it is understood.
#[derive(Debug)]
pub struct HistoryAsked {
    /// As it was typed.
    pub typed: RawForm,
    /// What of it cannot be understood.
    pub errors: FieldErrors,
    /// As it is understood.
    pub filter: HistoryFilter,
    first: Option<Date>,
    last: Option<Date>,
}

impl HistoryAsked {
    /// Reads the query of an address: what was chosen from a list and is none of its choices is not asked for, and what was
    /// typed wrongly is said.
    pub async fn read(
        store: &Store,
        viewer: &Viewer,
        (zone, words): (&Zone, &Words),
        query: Option<&str>,
    ) -> Result<Self, StoreError> {
        let typed = RawForm::from_bytes(query.unwrap_or_default().as_bytes());
        let mut errors = typed
            .errors()
            .only(|field| [CASE, FROM, TO].contains(&field));
        let id = |name| Uuid::parse_str(typed.trimmed(name)).ok();
        let mut day = |name, noun: &'static str| match typed.trimmed(name) {
            "" => None,
            day => errors.take(name, noun, words.read_day(day).ok_or(Fault::Malformed)),
        };
        let first = day(FROM, "history-from-noun");
        let last = day(TO, "history-to-noun");
        if first > last && last.is_some() {
            errors.say(TO, "history-to-before-from");
        }
        let mut filter = HistoryFilter {
            season: id(SEASON).map(SeasonId::from),
            kind: FactKind::parse(typed.trimmed(KIND)).ok(),
            by: match typed.trimmed(BY) {
                NOBODY => Some(CausedBy::Nobody),
                _ => id(BY).map(AccountId::from).map(CausedBy::Account),
            },
            case: None,
            from: first.and_then(|day| start(day, zone)),
            until: last
                .and_then(|day| day.tomorrow().ok())
                .and_then(|day| start(day, zone)),
            before: id(BEFORE).map(FactId::from),
        };
        match case(typed.trimmed(CASE), filter.season) {
            Ok(None) => {}
            Ok(Some(asked)) => {
                filter.case = history::case(store, viewer, asked).await?;
                match &filter.case {
                    Some(case) => filter.season = Some(case.season),
                    None => errors.say(CASE, "history-case-none"),
                }
            }
            Err(sentence) => errors.say(CASE, sentence),
        }
        errors.in_order_of([CASE, FROM, TO]);
        Ok(Self {
            typed,
            errors,
            filter,
            first,
            last,
        })
    }

    /// Whether anything is asked for but a page.
    pub fn is_narrowed(&self) -> bool {
        let page = HistoryFilter {
            before: self.filter.before,
            ..HistoryFilter::default()
        };
        self.filter != page || !self.errors.is_empty()
    }

    /// This page or file with the same asked of it, from this fact on.
    pub fn address(&self, path: impl Display, before: Option<FactId>) -> String {
        let filter = &self.filter;
        let case = filter.case.as_ref().map(|case| match case.ids.as_slice() {
            [only] => only.to_string(),
            _ => case.number.to_string(),
        });
        let by = filter.by.map(|by| match by {
            CausedBy::Account(account) => account.to_string(),
            CausedBy::Nobody => NOBODY.to_owned(),
        });
        let parts: Vec<String> = [
            (SEASON, filter.season.map(|season| season.to_string())),
            (KIND, filter.kind.map(|kind| kind.to_string())),
            (BY, by),
            (CASE, case),
            (FROM, self.first.map(|day| day.to_string())),
            (TO, self.last.map(|day| day.to_string())),
            (BEFORE, before.map(|fact| fact.to_string())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value?)))
        .collect();
        if parts.is_empty() {
            path.to_string()
        } else {
            format!("{path}?{}", parts.join("&"))
        }
    }
}

/// The case that was typed, or what is to be said of it.
fn case(typed: &str, season: Option<SeasonId>) -> Result<Option<CaseAsked>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Ok(id) = Uuid::parse_str(typed) {
        return Ok(Some(CaseAsked::Id(CaseId::from(id))));
    }
    match (typed.parse(), season) {
        (Ok(number), Some(season)) => Ok(Some(CaseAsked::Number(season, number))),
        (Ok(_), None) => Err("history-case-needs-season"),
        (Err(_), _) => Err("history-case-malformed"),
    }
}

/// The first instant of a day.
fn start(day: Date, zone: &Zone) -> Option<Timestamp> {
    zone.time_zone()
        .to_timestamp(day.to_datetime(Time::midnight()))
        .ok()
}
