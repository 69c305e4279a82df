//! A plan of who judges what, where not everybody reads everything: what is asked of it, how it is found, what it comes to.
//!
//! The finding is `plaudit-ranking`'s; here is what awards add: what stays as it is, who is barred from what, and why.

pub mod change;
mod solve;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use plaudit_ranking::Problem;
use uuid::Uuid;

pub use plaudit_ranking::Because;

use crate::{
    assignment,
    ids::{AccountId, CaseId},
    interest, text,
};

/// The highest match of a judge with a case.
pub const HIGHEST_MATCH: u32 = Problem::HIGHEST_SCORE;

/// What is asked of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many judges read each case.
    pub reviews: u32,
    /// How many cases a judge reads at least.
    pub least: u32,
    /// And at most.
    pub most: u32,
    /// How many of a case's judges are experts on it at least.
    pub experts: u32,
    /// How many of a case's judges come from one organisation at most.
    pub cap: Option<u32>,
    /// How far chance may go against the best match, in percent of the highest match.
    pub chance: u32,
    /// What chance depends on.
    pub seed: String,
    /// Whether a new plan keeps what is published and not begun; what is begun is kept always.
    pub keeps_published: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            reviews: 3,
            least: 0,
            most: 20,
            experts: 0,
            cap: None,
            chance: 5,
            seed: "1".to_owned(),
            keeps_published: true,
        }
    }
}

/// A case that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCase {
    /// Which.
    pub id: CaseId,
    /// The nominee's organisation: a judge of the same does not read it.
    pub organisation: Option<String>,
    /// Scorecards that are in from judges who have left the panel.
    pub done_elsewhere: u32,
}

/// A judge who can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanJudge {
    /// Who.
    pub id: AccountId,
    /// The least of their own, if it differs from everybody's.
    pub least: Option<u32>,
    /// And the most.
    pub most: Option<u32>,
    /// Where they work.
    pub organisation: Option<String>,
}

/// Why a judge cannot be given a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// They are recused, have a part in it, or declared an interest that is not ruled on.
    Interest,
    /// They work for the same organisation as the nominee.
    Organisation,
    /// They had it and gave it up, or it was taken from them.
    Over,
    /// An administrator said that they are not to have it.
    ByHand,
}

/// How a judge has a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// Proposed, and no judge sees it.
    Proposed,
    /// Proposed by an administrator's hand: a new plan keeps it.
    ByHand,
    /// Published, and not begun.
    Published,
    /// Begun or done: it stays.
    Begun,
}

impl Hold {
    /// How this assignment is held; nothing once it is over.
    pub const fn of(status: assignment::Status) -> Option<Self> {
        use assignment::Status::{Locked, Proposed, Published, Scoring, Submitted};
        match status {
            Proposed => Some(Self::Proposed),
            Published => Some(Self::Published),
            Scoring | Submitted | Locked => Some(Self::Begun),
            _ => None,
        }
    }

    /// Whether a new plan leaves it as it is.
    pub const fn stays(self, options: &Options) -> bool {
        match self {
            Self::Proposed => false,
            Self::ByHand | Self::Begun => true,
            Self::Published => options.keeps_published,
        }
    }
}

/// Whether an interest in this state keeps a judge from being given the case.
pub const fn is_barred(interest: interest::Status) -> bool {
    matches!(
        interest,
        interest::Status::Declared | interest::Status::Unsure | interest::Status::Recused
    )
}

/// A case with a judge.
pub type Pair = (CaseId, AccountId);

/// How well judges suit cases, and whether they are experts on them.
pub type Known = HashMap<Pair, (u32, bool)>;

/// All that a plan is made of.
#[derive(Clone, Debug, Default)]
pub struct Instance {
    /// The cases, in the order in which they are listed.
    pub cases: Vec<PlanCase>,
    /// The judges of the panel, in the order in which they joined.
    pub judges: Vec<PlanJudge>,
    /// How well judges suit cases, and whether they are experts; a pair without one has a match of nought.
    pub matches: Known,
    /// Who may not read what, and why; the same organisation is added by [`Instance::bar`].
    pub bars: HashMap<Pair, Bar>,
    /// Who has what.
    pub held: BTreeMap<Pair, Hold>,
}

/// What a plan came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Every case with every judge who has it, those that stayed among them.
    pub pairs: BTreeSet<Pair>,
    /// By how much the sum of matches, less chance, may fall short of the greatest possible, in thousandths; nought
    /// when it is proven to be the greatest.
    pub gap: i64,
    /// How many exchanges joined parts that no judge linked.
    pub exchanges: usize,
    /// How much match that cost.
    pub cost_of_exchanges: i64,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible {
    /// Of what there is too little.
    pub because: Because,
    /// The cases that lack judges, with how many.
    pub short: Vec<(CaseId, u32)>,
    /// The judges who stay under their least, with how many cases they lack.
    pub idle: Vec<(AccountId, u32)>,
    /// The cases that compete for the same judges; where none is short, all that `bound` may read.
    pub cases: Vec<CaseId>,
    /// The judges who may still read them; all are full.
    pub judges: Vec<AccountId>,
    /// The judges who read every one of them already that they may.
    pub already: Vec<AccountId>,
    /// The judges whose least numbers are too many together; nobody where a case is short.
    pub bound: Vec<AccountId>,
    /// Who is kept from these cases, or of `bound` from others.
    pub conflicts: Vec<Pair>,
    /// How many cases the judges must read at least, in all.
    pub least: u64,
    /// How many readings are needed in all.
    pub needed: u64,
    /// How many the judges can give in all.
    pub offered: u64,
}

/// What a plan says of itself, by whichever hand it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many readings there are.
    pub reviews: usize,
    /// The sum of the matches.
    pub total_match: u64,
    /// The least match of all; none where there is no reading.
    pub worst_match: Option<u32>,
    /// How many parts no judge links: scores of different parts cannot be compared.
    pub parts: usize,
    /// The fewest cases that a judge has.
    pub least: u32,
    /// And the most.
    pub most: u32,
}

fn same(left: Option<&str>, right: Option<&str>) -> bool {
    left.zip(right)
        .is_some_and(|(left, right)| text::fold(left) == text::fold(right))
}

impl Instance {
    /// The match of a pair.
    pub fn score(&self, pair: &Pair) -> u32 {
        self.matches.get(pair).map_or(0, |(score, _)| *score)
    }

    /// Why this judge may not have this case.
    pub fn bar(&self, case: &PlanCase, judge: &PlanJudge) -> Option<Bar> {
        let named = self.bars.get(&(case.id, judge.id)).copied();
        named.or_else(|| {
            same(case.organisation.as_deref(), judge.organisation.as_deref())
                .then_some(Bar::Organisation)
        })
    }

    /// How many cases each judge has in these pairs.
    pub fn loads<'a>(&self, pairs: impl IntoIterator<Item = &'a Pair>) -> BTreeMap<AccountId, u32> {
        let mut loads: BTreeMap<_, _> = self.judges.iter().map(|judge| (judge.id, 0)).collect();
        for (_, judge) in pairs {
            if let Some(load) = loads.get_mut(judge) {
                *load += 1;
            }
        }
        loads
    }

    /// The most cases that this judge reads.
    pub fn most(judge: &PlanJudge, options: &Options) -> u32 {
        judge.most.unwrap_or(options.most)
    }

    /// The least, which never exceeds the most.
    pub fn least(judge: &PlanJudge, options: &Options) -> u32 {
        judge
            .least
            .unwrap_or(options.least)
            .min(Self::most(judge, options))
    }

    /// What these pairs come to.
    pub fn figures(&self, pairs: &BTreeSet<Pair>) -> Figures {
        let loads = self.loads(pairs);
        Figures {
            reviews: pairs.len(),
            total_match: pairs.iter().map(|pair| u64::from(self.score(pair))).sum(),
            worst_match: pairs.iter().map(|pair| self.score(pair)).min(),
            parts: parts(pairs),
            least: loads.values().copied().min().unwrap_or_default(),
            most: loads.values().copied().max().unwrap_or_default(),
        }
    }

    /// What a new plan leaves as it is.
    pub fn staying(&self, options: &Options) -> BTreeSet<Pair> {
        let cases: HashSet<CaseId> = self.cases.iter().map(|case| case.id).collect();
        let judges: HashSet<AccountId> = self.judges.iter().map(|judge| judge.id).collect();
        self.held
            .iter()
            .filter(|((case, judge), hold)| {
                hold.stays(options) && cases.contains(case) && judges.contains(judge)
            })
            .map(|(pair, _)| *pair)
            .collect()
    }
}

/// How many parts of cases and judges no reading links.
fn parts(pairs: &BTreeSet<Pair>) -> usize {
    let mut above: HashMap<Uuid, Uuid> = HashMap::new();
    for (case, judge) in pairs {
        let (left, right) = (top(&mut above, case.0), top(&mut above, judge.0));
        above.insert(left, right);
    }
    above.iter().filter(|(of, to)| of == to).count()
}

/// What stands for the part that this belongs to.
fn top(above: &mut HashMap<Uuid, Uuid>, of: Uuid) -> Uuid {
    let mut at = of;
    while let Some(next) = above.get(&at).copied().filter(|next| *next != at) {
        at = next;
    }
    above.insert(of, at);
    at
}

#[cfg(test)]
mod tests;
