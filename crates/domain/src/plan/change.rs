//! What it would cost to give one reading of a plan to another judge, or to exchange it for one of theirs.

use std::collections::BTreeSet;

use super::{Bar, Instance, Options, Pair, PlanCase};
use crate::ids::{AccountId, CaseId};

/// One judge as another reader of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Who.
    pub judge: AccountId,
    /// Their match with the case.
    pub score: u32,
    /// By how much the sum of matches changes if they take the reading over, or take one more where none is given up.
    pub difference: i64,
    /// How many cases they have now.
    pub load: u32,
    /// The most that they read.
    pub most: u32,
    /// Whether one more is more than that.
    pub is_full: bool,
    /// Whether more of the case's judges would come from one organisation than the plan allows.
    pub breaks_cap: bool,
    /// The best of their cases to take in return.
    pub exchange: Option<Exchange>,
}

/// A case that comes back in return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Which.
    pub case: CaseId,
    /// By how much the sum of matches changes with both moves.
    pub difference: i64,
}

/// Everybody who could read the case instead of this judge, or beside those who do; the best match first. Whoever is
/// barred from it is not among them.
pub fn choices(
    instance: &Instance,
    options: &Options,
    pairs: &BTreeSet<Pair>,
    case: &PlanCase,
    instead_of: Option<AccountId>,
) -> Vec<Choice> {
    let loads = instance.loads(pairs);
    let given_up = instead_of.map_or(0, |judge| i64::from(instance.score(&(case.id, judge))));
    let mut found: Vec<Choice> = instance
        .judges
        .iter()
        .filter(|judge| !pairs.contains(&(case.id, judge.id)))
        .filter(|judge| instance.bar(case, judge).is_none())
        .map(|judge| {
            let score = instance.score(&(case.id, judge.id));
            let load = loads.get(&judge.id).copied().unwrap_or_default();
            let most = Instance::most(judge, options);
            let difference = i64::from(score) - given_up;
            Choice {
                judge: judge.id,
                score,
                difference,
                load,
                most,
                is_full: load >= most,
                breaks_cap: breaks_cap(instance, options, pairs, (case.id, judge.id), instead_of),
                exchange: instead_of
                    .and_then(|from| exchange(instance, pairs, case, (from, judge.id)))
                    .map(|(case, back)| Exchange {
                        case,
                        difference: difference + back,
                    }),
            }
        })
        .collect();
    found.sort_by_key(|choice| {
        (
            std::cmp::Reverse(choice.difference),
            choice.load,
            choice.judge,
        )
    });
    found
}

/// Whether the case would have more judges of this judge's organisation than the plan allows.
fn breaks_cap(
    instance: &Instance,
    options: &Options,
    pairs: &BTreeSet<Pair>,
    (case, judge): Pair,
    instead_of: Option<AccountId>,
) -> bool {
    let organisation = |of: AccountId| {
        let found = instance.judges.iter().find(|judge| judge.id == of);
        found
            .and_then(|judge| judge.organisation.as_deref())
            .map(crate::text::fold)
    };
    let (Some(cap), Some(own)) = (options.cap, organisation(judge)) else {
        return false;
    };
    let of_same = pairs
        .iter()
        .filter(|(of, other)| *of == case && Some(*other) != instead_of)
        .filter(|(_, other)| organisation(*other).as_ref() == Some(&own))
        .count();
    u32::try_from(of_same).unwrap_or(u32::MAX) >= cap
}

/// The case of the other judge that costs least to give back for this one, with what it changes.
fn exchange(
    instance: &Instance,
    pairs: &BTreeSet<Pair>,
    case: &PlanCase,
    (from, to): (AccountId, AccountId),
) -> Option<(CaseId, i64)> {
    let giver = instance.judges.iter().find(|judge| judge.id == from)?;
    instance
        .cases
        .iter()
        .filter(|other| other.id != case.id)
        .filter(|other| pairs.contains(&(other.id, to)) && !pairs.contains(&(other.id, from)))
        .filter(|other| {
            let hold = instance.held.get(&(other.id, to));
            hold.is_none_or(|hold| *hold != super::Hold::Begun)
        })
        .filter(|other| instance.bar(other, giver).is_none())
        .map(|other| {
            let gained = i64::from(instance.score(&(other.id, from)));
            let lost = i64::from(instance.score(&(other.id, to)));
            (other.id, gained - lost)
        })
        .max_by_key(|(case, difference)| (*difference, std::cmp::Reverse(*case)))
}

/// Why a judge may not be given a case by hand either.
pub fn may_give(instance: &Instance, case: CaseId, judge: AccountId) -> Result<(), Bar> {
    let case = instance.cases.iter().find(|one| one.id == case);
    let judge = instance.judges.iter().find(|one| one.id == judge);
    match case.zip(judge) {
        Some((case, judge)) => instance.bar(case, judge).map_or(Ok(()), Err),
        None => Err(Bar::Over),
    }
}
