//! Which cases of a season are asked for, and how many there are of each kind that can be asked for.

use std::collections::BTreeMap;

use plaudit_domain::{acceptance, case::Status, fact_check, text};

/// Which cases are asked for, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CasesFilter {
    /// Words that the nominee's name, their employer or the number must hold, each of them.
    pub search: String,
    /// Only those with this status.
    pub status: Option<Status>,
    /// Only those whose acceptance stands so.
    pub acceptance: Option<Asked<acceptance::Status>>,
    /// Only those whose fact check stands so.
    pub fact_check: Option<Asked<fact_check::Status>>,
    /// The page, from 1; a page that there is not is the nearest that there is.
    pub page: u64,
}

/// How something that a case must have before judges read it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<S> {
    /// It is still to come, in a case that may yet go to the judges.
    Missing,
    /// It has this status.
    Is(S),
}

/// Where a case stands, in all that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) status: Status,
    pub(super) acceptance: acceptance::Status,
    pub(super) fact_check: fact_check::Status,
}

impl Standing {
    /// Whether it is out of the season.
    fn is_out(self) -> bool {
        matches!(self.status, Status::Withdrawn | Status::Disqualified)
    }

    fn may_yet_be_judged(self) -> bool {
        matches!(self.status, Status::Forming | Status::Eligible)
    }

    fn lacks_acceptance(self) -> bool {
        self.may_yet_be_judged() && self.acceptance != acceptance::Status::Accepted
    }

    fn lacks_fact_check(self) -> bool {
        self.may_yet_be_judged() && self.fact_check != fact_check::Status::Received
    }

    fn has_status(self, filter: &CasesFilter) -> bool {
        filter.status.is_none_or(|status| self.status == status)
    }

    fn has_acceptance(self, filter: &CasesFilter) -> bool {
        match filter.acceptance {
            None => true,
            Some(Asked::Missing) => self.lacks_acceptance(),
            Some(Asked::Is(status)) => self.acceptance == status,
        }
    }

    fn has_fact_check(self, filter: &CasesFilter) -> bool {
        match filter.fact_check {
            None => true,
            Some(Asked::Missing) => self.lacks_fact_check(),
            Some(Asked::Is(status)) => self.fact_check == status,
        }
    }

    pub(super) fn fits(self, filter: &CasesFilter) -> bool {
        self.has_status(filter) && self.has_acceptance(filter) && self.has_fact_check(filter)
    }
}

impl CasesFilter {
    /// Whether the rows must be read to know which of them are asked for.
    pub(super) fn reads_rows(&self) -> bool {
        !self.search.trim().is_empty() || self.acceptance.is_some() || self.fact_check.is_some()
    }

    /// Whether a case holds each word that is searched for.
    pub(super) fn finds(&self, number: i64, nominee: Option<&str>, employer: Option<&str>) -> bool {
        let folded = |text: Option<&str>| text::fold(text.unwrap_or_default());
        let (nominee, employer) = (folded(nominee), folded(employer));
        let number = number.to_string();
        text::fold(&self.search)
            .split(' ')
            .filter(|word| !word.is_empty())
            .all(|word| nominee.contains(word) || employer.contains(word) || number == word)
    }
}

/// How many cases there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseCounts {
    /// How many there are that are not out of the season, whatever is asked for.
    pub here: u64,
    /// How many are withdrawn or disqualified, whatever is asked for.
    pub out: u64,
    /// Of each status, those that are found and stand as is asked in all else; so for the others.
    pub status: BTreeMap<Status, u64>,
    /// Of each acceptance.
    pub acceptance: BTreeMap<acceptance::Status, u64>,
    /// Those of which the acceptance is still to come.
    pub not_accepted: u64,
    /// Of each fact check.
    pub fact_check: BTreeMap<fact_check::Status, u64>,
    /// Those of which the fact check is still to come.
    pub not_checked: u64,
    /// How many are asked for.
    pub total: u64,
}

impl CaseCounts {
    /// Counts so many cases of one standing; `found` says whether the search found them.
    pub(super) fn add(&mut self, filter: &CasesFilter, of: Standing, found: bool, counted: u64) {
        if of.is_out() {
            self.out += counted;
        } else {
            self.here += counted;
        }
        if !found {
            return;
        }
        let (status, acceptance, fact_check) = (
            of.has_status(filter),
            of.has_acceptance(filter),
            of.has_fact_check(filter),
        );
        if acceptance && fact_check {
            *self.status.entry(of.status).or_default() += counted;
        }
        if status && fact_check {
            *self.acceptance.entry(of.acceptance).or_default() += counted;
            if of.lacks_acceptance() {
                self.not_accepted += counted;
            }
        }
        if status && acceptance {
            *self.fact_check.entry(of.fact_check).or_default() += counted;
            if of.lacks_fact_check() {
                self.not_checked += counted;
            }
        }
        if status && acceptance && fact_check {
            self.total += counted;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_respects_the_search_and_every_other_filter_but_its_own() {
        let filter = CasesFilter {
            status: Some(Status::Forming),
            acceptance: Some(Asked::Missing),
            ..CasesFilter::default()
        };
        let of = |status, acceptance| Standing {
            status,
            acceptance,
            fact_check: fact_check::Status::Requested,
        };
        let mut counts = CaseCounts::default();
        let told = acceptance::Status::Told;
        let accepted = acceptance::Status::Accepted;
        counts.add(&filter, of(Status::Forming, told), true, 2);
        counts.add(&filter, of(Status::Forming, told), false, 5);
        counts.add(&filter, of(Status::Forming, accepted), true, 3);
        counts.add(&filter, of(Status::Eligible, told), true, 1);
        counts.add(&filter, of(Status::Withdrawn, told), true, 1);
        assert_eq!((counts.here, counts.out, counts.total), (11, 1, 2));
        assert_eq!(
            counts.status,
            [(Status::Forming, 2), (Status::Eligible, 1)].into()
        );
        assert_eq!(counts.acceptance, [(told, 2), (accepted, 3)].into());
        assert_eq!((counts.not_accepted, counts.not_checked), (2, 2));
    }

    #[test]
    fn each_word_is_found_in_the_name_the_employer_or_the_whole_number() {
        let asked = |search: &str| CasesFilter {
            search: search.to_owned(),
            ..CasesFilter::default()
        };
        let finds = |search| asked(search).finds(12, Some("Siân Roe"), Some("Hexleigh Council"));
        assert!(finds("sian") && finds("COUNCIL roe") && finds("12") && finds(" "));
        assert!(!finds("1") && !finds("sian elsewhere"));
    }
}
