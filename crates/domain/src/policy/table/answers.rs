//! How the table of capabilities is made: each with what every combination of statuses is answered.

use std::{collections::BTreeMap, fmt::Display};

use super::super::*;

/// More refusals of one kind than this are counted and not listed; what is allowed is always listed.
const LISTED: usize = 16;

/// What each combination is answered.
pub(super) type Answers = Vec<(String, Result<(), Refusal>)>;

/// One capability: who asks for it, what it depends on, and what each combination is answered.
pub(super) struct Capability {
    pub(super) name: &'static str,
    pub(super) who: &'static str,
    pub(super) of: &'static str,
    pub(super) answers: Answers,
}

impl Display for Capability {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(out, "{} · {} · {}", self.name, self.who, self.of)?;
        let mut by_answer: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (combination, answer) in &self.answers {
            let answer = answer.as_ref().map_or_else(Refusal::key, |()| "yes");
            by_answer.entry(answer).or_default().push(combination);
        }
        let allowed = by_answer.remove("yes").unwrap_or_else(|| vec!["never"]);
        writeln!(out, "    yes: {}", allowed.join(", "))?;
        for (refusal, combinations) in by_answer {
            if combinations.len() > LISTED {
                writeln!(out, "    {refusal}: {} combinations", combinations.len())?;
            } else {
                writeln!(out, "    {refusal}: {}", combinations.join(", "))?;
            }
        }
        Ok(())
    }
}

/// A capability that depends on one status.
pub(super) fn one<A: Copy + Display>(all: &[A], may: impl Fn(A) -> Result<(), Refusal>) -> Answers {
    all.iter().map(|&a| (a.to_string(), may(a))).collect()
}

/// Adds one more status that a capability depends on.
pub(super) fn times<B: Copy + Display>(all: &[B], rest: impl Fn(B) -> Answers) -> Answers {
    all.iter()
        .flat_map(|&b| {
            rest(b)
                .into_iter()
                .map(move |(name, answer)| (format!("{b}/{name}"), answer))
        })
        .collect()
}

pub(super) const SEASONS: &[season::Status] = season::Status::ALL;

/// What a judge may do with a scorecard, in each season and with each interest.
pub(super) fn of_scorecard(
    may: fn(season::Status, interest::Status, assignment::Status) -> Result<(), Refusal>,
) -> Answers {
    times(SEASONS, |season| {
        times(interest::Status::ALL, |interest| {
            one(assignment::Status::ALL, |status| {
                may(season, interest, status)
            })
        })
    })
}

/// What may happen to an interest, in each season.
pub(super) fn of_interest(
    may: fn(season::Status, interest::Status, interest::Event) -> Result<(), Refusal>,
) -> Answers {
    times(SEASONS, |season| {
        times(interest::Status::ALL, |interest| {
            one(interest::Event::ALL, |event| may(season, interest, event))
        })
    })
}

/// What the nominee may still say.
pub(super) fn of_acceptance(shortlist_is_set: bool) -> Answers {
    times(acceptance::Status::ALL, |status| {
        one(acceptance::Event::ALL, |event| {
            may_record_acceptance(status, event, shortlist_is_set)
        })
    })
}

/// Whether a case with its quorum may be shortlisted.
pub(super) fn of_shortlist(reaches: bool) -> Answers {
    times(SEASONS, |season| {
        one(case::Status::ALL, |case| {
            may_shortlist(season, case, 3, 3, reaches)
        })
    })
}
