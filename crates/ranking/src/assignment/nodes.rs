//! The nodes of the flow behind an assignment.

use super::Problem;
use super::arcs::Flow;
use std::collections::BTreeMap;

/// Which node is what: judges first, then entries, then the source, then the nodes inside entries.
pub(super) struct Nodes {
    pub(super) source: usize,
    pub(super) count: usize,
    /// For each entry the node through which its judges without expertise go.
    lay: Vec<Option<usize>>,
    /// The node through which the judges of one organisation go to one entry.
    together: BTreeMap<(usize, usize), usize>,
    /// (from, to, capacity) of the arcs from them.
    pub(super) inner: Vec<(usize, usize, i64)>,
    /// For each entry by how many its fixed judges break what is wished of experts or the cap.
    pub(super) broken: Vec<i64>,
}

impl Nodes {
    pub(super) fn new(problem: &Problem, flow: &Flow) -> Self {
        let (entries, judges) = (problem.entries.len(), problem.judges.len());
        let mut nodes = Self {
            source: judges + entries,
            count: judges + entries + 1,
            lay: vec![None; entries],
            together: BTreeMap::new(),
            inner: Vec::new(),
            broken: vec![0; entries],
        };
        let fixed = |entry: usize| {
            let from = flow.fixed.partition_point(|pair| pair.0 < entry);
            flow.fixed[from..]
                .iter()
                .take_while(move |pair| pair.0 == entry)
                .map(|pair| pair.1)
        };
        for entry in 0..entries {
            if flow.experts > 0 {
                let reviews = problem.entries[entry].reviews;
                let lay = i64::from(reviews - flow.experts.min(reviews));
                let already = fixed(entry)
                    .filter(|&judge| !problem.is_expert(entry, judge))
                    .count();
                let room = lay - i64::try_from(already).unwrap_or(0);
                nodes.broken[entry] += (-room).max(0);
                nodes.lay[entry] = Some(nodes.count);
                nodes.inner.push((nodes.count, judges + entry, room.max(0)));
                nodes.count += 1;
            } else if let Some(cap) = flow.cap {
                let mut sizes: BTreeMap<usize, i64> = BTreeMap::new();
                for judge in 0..judges {
                    if let Some(organisation) = flow.organisation[judge] {
                        *sizes.entry(organisation).or_default() += 1;
                    }
                }
                for (organisation, size) in sizes {
                    if size > i64::from(cap) {
                        let already = fixed(entry)
                            .filter(|&judge| flow.organisation[judge] == Some(organisation))
                            .count();
                        let room = i64::from(cap) - i64::try_from(already).unwrap_or(0);
                        nodes.broken[entry] += (-room).max(0);
                        nodes.together.insert((entry, organisation), nodes.count);
                        nodes.inner.push((nodes.count, judges + entry, room.max(0)));
                        nodes.count += 1;
                    }
                }
            }
        }
        nodes
    }

    /// The node to which a pair's arc leads.
    pub(super) fn target(
        &self,
        problem: &Problem,
        flow: &Flow,
        entry: usize,
        judge: usize,
    ) -> usize {
        let own = problem.judges.len() + entry;
        match (self.lay[entry], flow.organisation[judge]) {
            (Some(lay), _) if !problem.is_expert(entry, judge) => lay,
            (None, Some(organisation)) if !self.together.is_empty() => self
                .together
                .get(&(entry, organisation))
                .copied()
                .unwrap_or(own),
            _ => own,
        }
    }
}
