//! Why nothing can be assigned: the entries that stay short, the judges that are full, the conflicts between them.

use super::Problem;
use super::arcs::Flow;
use super::cut::Cuts;
use std::fmt;

/// Why there is no assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infeasible {
    /// Of what there is too little.
    pub because: Because,
    /// The entries that are short, by id, with how many reviews each lacks. Others could be short in their place: what is
    /// certain is that `entries` are, all together.
    pub short: Vec<(String, u32)>,
    /// The judges who stay under their least load, with how many reviews each lacks; none where they could have it at the
    /// cost of others.
    pub idle: Vec<(String, u32)>,
    /// The entries that compete with those that are short, and these: together they need more than `judges` and `already`
    /// can give. Where none is short, all that `bound` may judge: they take fewer of their reviews than these must make.
    pub entries: Vec<String>,
    /// The judges who may judge more of these entries; all of them are full.
    pub judges: Vec<String>,
    /// Judges who judge already every one of these entries that they may (as experts, where only those would do).
    pub already: Vec<String>,
    /// Where no entry is short: the judges whose least loads are too many together.
    pub bound: Vec<String>,
    /// The conflicts (judge, entry) that keep other judges from these entries, or `bound` from others.
    pub conflicts: Vec<(String, String)>,
}

/// Of what there is too little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// What is fixed is more than an entry needs or a judge takes.
    Fixed,
    /// Judges' least loads sum to more than all entries need.
    LeastLoads,
    /// Judges' loads and conflicts do not let every entry have its reviews, or every judge his least load.
    LoadsAndConflicts,
    /// Without the least number of experts there would be an assignment.
    Experts,
    /// Without the cap on judges of one organisation there would be an assignment.
    OrganisationCap,
}

impl fmt::Display for Infeasible {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let missing: u64 = self.short.iter().map(|one| u64::from(one.1)).sum();
        let idle: u64 = self.idle.iter().map(|one| u64::from(one.1)).sum();
        match self.because {
            Because::Fixed => write!(out, "more is fixed than entries need or judges take")?,
            Because::LeastLoads => {
                write!(out, "the least loads exceed the reviews that are needed")?;
            }
            Because::LoadsAndConflicts => write!(out, "loads and conflicts leave no assignment")?,
            Because::Experts => write!(out, "there are not enough experts")?,
            Because::OrganisationCap => {
                write!(out, "the cap per organisation leaves no assignment")?;
            }
        }
        if missing > 0 {
            write!(
                out,
                ": {missing} reviews are missing for {} entries; {} entries can only be judged by {} judges who are full",
                self.short.len(),
                self.entries.len(),
                self.judges.len()
            )?;
            if !self.conflicts.is_empty() {
                write!(out, ", with {} conflicts", self.conflicts.len())?;
            }
        }
        if idle > 0 {
            write!(
                out,
                ": {} judges stay {idle} reviews under their least load",
                self.idle.len()
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for Infeasible {}

/// Finds out what is in the way of a flow that has been solved and is not feasible.
pub(super) fn explain(problem: &Problem, flow: &Flow) -> Infeasible {
    let because = because(problem, flow);
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let entry_id = |entry: usize| problem.entries[entry].entry.clone();
    let judge_id = |judge: usize| problem.judges[judge].judge.clone();
    let entry_ids = |entries: Vec<usize>| entries.into_iter().map(entry_id).collect::<Vec<_>>();
    let judge_ids = |judges: Vec<usize>| judges.into_iter().map(judge_id).collect::<Vec<_>>();
    let mut short: Vec<(String, u32)> = (flow.missing.0.iter().enumerate())
        .filter(|(_, missing)| **missing > 0)
        .map(|(entry, &missing)| (entry_id(entry), count(missing)))
        .collect();
    let mut idle: Vec<(String, u32)> = (flow.missing.1.iter().enumerate())
        .filter(|(_, missing)| **missing > 0)
        .map(|(judge, &missing)| (judge_id(judge), count(missing)))
        .collect();
    if matches!(because, Because::Fixed | Because::LeastLoads) {
        return Infeasible {
            because,
            entries: short.iter().map(|one| one.0.clone()).collect(),
            short,
            idle,
            judges: Vec::new(),
            already: Vec::new(),
            bound: Vec::new(),
            conflicts: Vec::new(),
        };
    }
    let cuts = Cuts::of(problem, flow);
    let is_broken = cuts.nodes.broken.iter().any(|many| *many > 0);
    if cuts.lack.is_none() && !is_broken {
        short.clear();
    }
    if cuts.surplus.is_none() {
        idle.clear();
    }
    let target = |entry: usize, judge: usize| cuts.nodes.target(problem, flow, entry, judge);
    let pairs = || {
        let judges = problem.judges.len();
        (0..problem.entries.len())
            .flat_map(move |entry| (0..judges).map(move |judge| (entry, judge)))
    };
    let conflicts = |matters: &dyn Fn(usize, usize) -> bool| -> Vec<(String, String)> {
        pairs()
            .filter(|&(entry, judge)| !problem.is_allowed(entry, judge) && matters(entry, judge))
            .map(|(entry, judge)| (judge_id(judge), entry_id(entry)))
            .collect()
    };
    let mut found = Infeasible {
        because,
        entries: short.iter().map(|one| one.0.clone()).collect(),
        short,
        idle,
        judges: Vec::new(),
        already: Vec::new(),
        bound: Vec::new(),
        conflicts: Vec::new(),
    };
    if let Some(cut) = &cuts.lack {
        let mut already: Vec<usize> = (flow.partial.iter())
            .filter(|&&(entry, judge)| !cut.has_judge(judge) && cut.has(target(entry, judge)))
            .map(|pair| pair.1)
            .collect();
        already.sort_unstable();
        already.dedup();
        found.entries = entry_ids(cut.entries());
        found.judges = judge_ids(cut.judges());
        found.already = judge_ids(already);
        found.conflicts =
            conflicts(&|entry, judge| !cut.has_judge(judge) && cut.has(target(entry, judge)));
    } else if let Some(cut) = &cuts.surplus {
        let mut entries = cut.entries();
        entries.extend(
            (flow.partial.iter())
                .filter(|pair| cut.has_judge(pair.1))
                .map(|pair| pair.0),
        );
        entries.sort_unstable();
        entries.dedup();
        found.entries = entry_ids(entries);
        found.bound = judge_ids(cut.judges());
        found.conflicts = conflicts(&|entry, judge| cut.has_judge(judge) && !cut.has_entry(entry));
    }
    found
}

fn because(problem: &Problem, flow: &Flow) -> Because {
    if flow.needs.iter().any(|need| *need < 0) || flow.loads.iter().any(|load| load.0 > load.1) {
        Because::Fixed
    } else if flow.loads.iter().map(|load| load.0).sum::<i64>() > flow.needs.iter().sum() {
        Because::LeastLoads
    } else if !flow.taken.is_empty() {
        // Pairs are only taken away where without the cap there is an assignment.
        Because::OrganisationCap
    } else if flow.experts > 0 && flow.is_possible_with(problem, |flow| flow.experts = 0) {
        Because::Experts
    } else if flow.cap.is_some() && flow.is_possible_with(problem, |flow| flow.cap = None) {
        Because::OrganisationCap
    } else {
        Because::LoadsAndConflicts
    }
}
