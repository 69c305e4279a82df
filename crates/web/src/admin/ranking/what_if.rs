//! What is tried on the ranking's page: another method, merit floor or number of finalists.

use plaudit_domain::criterion::Points;
use plaudit_domain::rule_set::{Method, RuleSet, WhatIf};
use plaudit_domain::text::Fault;

use crate::admin::rules::form::{MERIT_FLOOR, METHOD, SHORTLIST_SIZE, percent, whole};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

/// The fields in the order of the page.
pub(super) const FIELDS: [&str; 3] = [METHOD, MERIT_FLOOR, SHORTLIST_SIZE];

/// What is shown now.
pub(super) fn written(rules: &RuleSet) -> RawForm {
    RawForm::from_pairs([
        (METHOD, rules.method.to_string()),
        (MERIT_FLOOR, Points(rules.merit_floor.into()).to_string()),
        (SHORTLIST_SIZE, rules.shortlist_size.to_string()),
    ])
}

/// Reads what is tried; what is not in the address stays as it is decided.
pub(super) fn parse(asked: &RawForm) -> Result<WhatIf, FieldErrors> {
    let mut errors = asked.errors();
    let mut what_if = WhatIf::default();
    if asked.has(METHOD) {
        let method = Method::parse(asked.get(METHOD)).map_err(|_| Fault::NotAChoice);
        what_if.method = errors.take(METHOD, "rules-method-noun", method);
    }
    if asked.has(MERIT_FLOOR) {
        let floor = percent(asked.trimmed(MERIT_FLOOR));
        what_if.merit_floor = errors.take(MERIT_FLOOR, "rules-merit-floor-noun", floor);
    }
    if asked.has(SHORTLIST_SIZE) {
        let size = whole(asked.trimmed(SHORTLIST_SIZE), 1_000);
        what_if.shortlist_size = errors.take(SHORTLIST_SIZE, "rules-shortlist-size-noun", size);
    }
    if errors.is_empty() {
        Ok(what_if)
    } else {
        Err(errors)
    }
}
