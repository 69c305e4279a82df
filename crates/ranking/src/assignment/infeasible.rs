//! Why nothing can be assigned: the entries that stay short, the judges that are full, the conflicts between them.

use super::Problem;
use super::arcs::Flow;
use std::fmt;

/// Why there is no assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infeasible {
    /// Of what there is too little.
    pub because: Because,
    /// The entries that are short, by id, with how many reviews each lacks.
    pub short: Vec<(String, u32)>,
    /// The judges who stay under their least load, with how many reviews each lacks.
    pub idle: Vec<(String, u32)>,
    /// The entries that compete with those that are short, and these: together they need more than `judges` can give.
    pub entries: Vec<String>,
    /// Every judge who may still judge one of these entries; all of them are full.
    pub judges: Vec<String>,
    /// The conflicts (judge, entry) that keep other judges from these entries.
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
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let entry_id = |entry: usize| problem.entries[entry].entry.clone();
    let judge_id = |judge: usize| problem.judges[judge].judge.clone();
    let over = |number: &&i64| **number > 0;
    let short: Vec<usize> = (0..problem.entries.len())
        .filter(|&entry| over(&&flow.missing.0[entry]))
        .collect();
    let idle = (0..problem.judges.len()).filter(|&judge| over(&&flow.missing.1[judge]));
    let (entries, judges) = violating(problem, flow, &short);
    let mut conflicts = Vec::new();
    for &entry in &entries {
        for judge in 0..problem.judges.len() {
            if !problem.is_allowed(entry, judge) {
                conflicts.push((judge_id(judge), entry_id(entry)));
            }
        }
    }
    let because = if flow.needs.iter().any(|need| *need < 0)
        || flow.loads.iter().any(|load| load.0 > load.1)
    {
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
    };
    Infeasible {
        because,
        short: (short.iter())
            .map(|&entry| (entry_id(entry), count(flow.missing.0[entry])))
            .collect(),
        idle: idle
            .map(|judge| (judge_id(judge), count(flow.missing.1[judge])))
            .collect(),
        entries: entries.into_iter().map(entry_id).collect(),
        judges: judges.into_iter().map(judge_id).collect(),
        conflicts,
    }
}

/// The cut: from the short entries to the judges who may still judge them, from full judges to the entries that they
/// judge already, and so on. Every judge on the way is full, or the flow would have gone there.
fn violating(problem: &Problem, flow: &Flow, short: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let judges = problem.judges.len();
    let mut taken: Vec<Vec<usize>> = vec![Vec::new(); judges];
    let mut has = vec![false; problem.entries.len() * judges];
    for &(entry, judge) in &flow.partial {
        taken[judge].push(entry);
        has[entry * judges + judge] = true;
    }
    let mut entry_in = vec![false; problem.entries.len()];
    let mut judge_in = vec![false; judges];
    let mut open = short.to_vec();
    for &entry in short {
        entry_in[entry] = true;
    }
    while let Some(entry) = open.pop() {
        for judge in 0..judges {
            if judge_in[judge]
                || has[entry * judges + judge]
                || !flow.is_open(problem, entry, judge)
            {
                continue;
            }
            judge_in[judge] = true;
            for &other in &taken[judge] {
                if !entry_in[other] {
                    entry_in[other] = true;
                    open.push(other);
                }
            }
        }
    }
    let members = |set: &[bool]| (0..set.len()).filter(|&one| set[one]).collect();
    (members(&entry_in), members(&judge_in))
}
