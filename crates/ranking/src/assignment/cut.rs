//! The cuts that show why a flow is not feasible: what could still reach a lack, and what a surplus could still reach.
//!
//! Where a flow leaves as little unmet as can be, no way is left along which more could go from a surplus to a lack. All
//! that could still reach a lack is then a cut into which more cannot go than already does (Hoffman's theorem), and so is
//! all that a surplus could still reach, out of which no more can go.

use super::Problem;
use super::arcs::Flow;
use super::nodes::Nodes;

/// One cut, by node.
pub(super) struct Cut {
    within: Vec<bool>,
    judges: usize,
    source: usize,
}

impl Cut {
    pub(super) fn has_judge(&self, judge: usize) -> bool {
        self.within[judge]
    }

    pub(super) fn has_entry(&self, entry: usize) -> bool {
        self.within[self.judges + entry]
    }

    pub(super) fn has(&self, node: usize) -> bool {
        self.within[node]
    }

    pub(super) fn entries(&self) -> Vec<usize> {
        (0..self.source - self.judges)
            .filter(|&entry| self.has_entry(entry))
            .collect()
    }

    pub(super) fn judges(&self) -> Vec<usize> {
        (0..self.judges)
            .filter(|&judge| self.has_judge(judge))
            .collect()
    }
}

/// The cuts of a flow that was solved and is not feasible.
pub(super) struct Cuts {
    pub(super) nodes: Nodes,
    /// Around the entries that lack judges; `None` where that lack is only what least loads leave.
    pub(super) lack: Option<Cut>,
    /// Around the judges whose least loads have no place; `None` where they could have it at the cost of others.
    pub(super) surplus: Option<Cut>,
}

impl Cuts {
    pub(super) fn of(problem: &Problem, flow: &Flow) -> Self {
        let (judges, entries) = (problem.judges.len(), problem.entries.len());
        let nodes = Nodes::new(problem, flow);
        let (mut made, mut got) = (vec![0; judges], vec![0; entries]);
        let (mut through, mut room) = (vec![0; nodes.count], vec![i64::MAX; nodes.count]);
        for &(node, _, most) in &nodes.inner {
            room[node] = most;
        }
        let mut used = vec![false; entries * judges];
        for &(entry, judge) in &flow.partial {
            let target = nodes.target(problem, flow, entry, judge);
            // What came no further than such a node did not come at all.
            if !flow.is_fixed(entry, judge) && through[target] < room[target] {
                used[entry * judges + judge] = true;
                made[judge] += 1;
                got[entry] += 1;
                through[target] += 1;
            }
        }
        let mut ways = Ways::new(nodes.count);
        for (entry, judge) in
            (0..entries).flat_map(|entry| (0..judges).map(move |judge| (entry, judge)))
        {
            let target = nodes.target(problem, flow, entry, judge);
            if used[entry * judges + judge] {
                ways.add(target, judge);
            } else if flow.is_open(problem, entry, judge) {
                ways.add(judge, target);
            }
        }
        for &(node, entry, most) in &nodes.inner {
            if through[node] < most {
                ways.add(node, entry);
            }
            if through[node] > 0 {
                ways.add(entry, node);
            }
        }
        for (judge, &(least, most)) in flow.loads.iter().enumerate() {
            if made[judge] < most {
                ways.add(nodes.source, judge);
            }
            if made[judge] > least {
                ways.add(judge, nodes.source);
            }
        }
        let lacking = (0..entries)
            .filter(|&entry| got[entry] < flow.needs[entry])
            .map(|entry| judges + entry);
        let idle = (0..judges).filter(|&judge| made[judge] < flow.loads[judge].0);
        let cut = |from: Vec<usize>, ways: &[Vec<usize>]| {
            let is_any = !from.is_empty();
            let cut = Cut {
                within: reached(from, ways),
                judges,
                source: nodes.source,
            };
            // What could go by way of judges who are not bound can be shifted elsewhere.
            (is_any && !cut.has(nodes.source)).then_some(cut)
        };
        let lack = cut(lacking.collect(), &ways.back);
        let surplus = cut(idle.collect(), &ways.on);
        Self {
            nodes,
            lack,
            surplus,
        }
    }
}

/// Along which a flow could be changed, from each node on and back.
struct Ways {
    on: Vec<Vec<usize>>,
    back: Vec<Vec<usize>>,
}

impl Ways {
    fn new(nodes: usize) -> Self {
        Self {
            on: vec![Vec::new(); nodes],
            back: vec![Vec::new(); nodes],
        }
    }

    fn add(&mut self, from: usize, to: usize) {
        self.on[from].push(to);
        self.back[to].push(from);
    }
}

fn reached(from: Vec<usize>, ways: &[Vec<usize>]) -> Vec<bool> {
    let mut within = vec![false; ways.len()];
    for &node in &from {
        within[node] = true;
    }
    let mut open = from;
    while let Some(node) = open.pop() {
        for &next in &ways[node] {
            if !within[next] {
                within[next] = true;
                open.push(next);
            }
        }
    }
    within
}
