//! Minimum-cost flow by the primal network simplex, to which arcs can be added after a solution.
//!
//! Integral data give integral flows, and the node potentials prove the optimum: `cost + π(from) − π(to)` is nowhere
//! negative where flow could be added, nowhere positive where it could be taken away (Ahuja, Magnanti and Orlin,
//! *Network Flows*, ch. 11; the leaving arc is chosen so that bases stay strongly feasible, which rules out cycling).

/// More than any flow.
const UNLIMITED: i64 = i64::MAX / 4;

/// No node.
const NONE: usize = usize::MAX;

/// Where an arc stands: outside the tree with no flow, or full, or in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Empty,
    Full,
    Tree,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    from: u32,
    to: u32,
    capacity: i64,
    cost: i64,
    flow: i64,
    state: State,
}

/// A node in the spanning tree.
#[derive(Debug, Clone, Copy)]
struct Node {
    parent: usize,
    /// The arc between the node and its parent, and whether it leads up.
    arc: usize,
    up: bool,
    depth: u32,
    potential: i64,
    child: usize,
    next: usize,
    previous: usize,
}

/// A network with a feasible spanning tree, perhaps by artificial arcs.
#[derive(Debug, Clone)]
pub(crate) struct Network {
    nodes: Vec<Node>,
    arcs: Vec<Arc>,
    /// How many arcs at the front are artificial: one for each node.
    artificial: usize,
    scan: usize,
}

impl Network {
    /// A network of nodes with these supplies (negative for demands), which sum to nought; `penalty` is more than any
    /// path through real arcs can cost.
    pub(crate) fn new(supplies: &[i64], penalty: i64) -> Self {
        let root = supplies.len();
        let blank = Node {
            parent: root,
            arc: NONE,
            up: true,
            depth: 1,
            potential: 0,
            child: NONE,
            next: NONE,
            previous: NONE,
        };
        let mut network = Self {
            nodes: vec![blank; root + 1],
            arcs: Vec::with_capacity(root),
            artificial: root,
            scan: root,
        };
        network.nodes[root].parent = NONE;
        network.nodes[root].depth = 0;
        for (node, &supply) in supplies.iter().enumerate() {
            let up = supply >= 0;
            let (from, to) = if up { (node, root) } else { (root, node) };
            network.arcs.push(Arc {
                from: small(from),
                to: small(to),
                capacity: UNLIMITED,
                cost: penalty,
                flow: supply.abs(),
                state: State::Tree,
            });
            network.nodes[node].arc = node;
            network.nodes[node].up = up;
            network.nodes[node].potential = if up { -penalty } else { penalty };
            network.adopt(root, node);
        }
        network
    }

    /// Adds an arc and answers its number.
    pub(crate) fn add(&mut self, from: usize, to: usize, capacity: i64, cost: i64) -> usize {
        self.arcs.push(Arc {
            from: small(from),
            to: small(to),
            capacity,
            cost,
            flow: 0,
            state: State::Empty,
        });
        self.arcs.len() - 1
    }

    /// The flow on an arc.
    pub(crate) fn flow(&self, arc: usize) -> i64 {
        self.arcs[arc].flow
    }

    /// π of a node.
    pub(crate) fn potential(&self, node: usize) -> i64 {
        self.nodes[node].potential
    }

    /// What of a node's supply or demand goes through its artificial arc: nought everywhere once the flow is feasible.
    pub(crate) fn unmet(&self, node: usize) -> i64 {
        self.arcs[node].flow
    }

    /// Pivots until no arc can lower the cost.
    pub(crate) fn solve(&mut self) {
        while let Some(arc) = self.entering() {
            self.pivot(arc);
        }
    }

    /// By how much the cost falls per unit of flow that is moved over an arc outside the tree.
    fn gain(&self, arc: &Arc) -> i64 {
        let reduced = arc.cost + self.nodes[arc.from as usize].potential
            - self.nodes[arc.to as usize].potential;
        match arc.state {
            State::Empty => -reduced,
            State::Full => reduced,
            State::Tree => 0,
        }
    }

    /// The best arc of the first block that has a good one.
    fn entering(&mut self) -> Option<usize> {
        let many = self.arcs.len();
        let block = (many.isqrt() * 2).max(64);
        let (mut best, mut most) = (None, 0);
        let mut left = block;
        for step in 0..many {
            let mut arc = self.scan + step;
            if arc >= many {
                arc -= many;
            }
            let gain = self.gain(&self.arcs[arc]);
            if gain > most {
                (best, most) = (Some(arc), gain);
            }
            left -= 1;
            if left == 0 {
                if best.is_some() {
                    self.scan = arc + 1;
                    return best;
                }
                left = block;
            }
        }
        best
    }

    /// Brings an arc into the tree and takes another out, or moves it from one bound to the other.
    fn pivot(&mut self, entering: usize) {
        let arc = self.arcs[entering];
        let (first, second) = match arc.state {
            State::Full => (arc.to as usize, arc.from as usize),
            _ => (arc.from as usize, arc.to as usize),
        };
        let join = self.join(first, second);
        let mut amount = arc.capacity;
        let mut leaving = None;
        let mut node = first;
        while node != join {
            let at = self.nodes[node];
            let over = self.arcs[at.arc];
            let room = if at.up {
                over.flow
            } else {
                over.capacity - over.flow
            };
            if room < amount {
                amount = room;
                leaving = Some((node, first, second));
            }
            node = at.parent;
        }
        node = second;
        while node != join {
            let at = self.nodes[node];
            let over = self.arcs[at.arc];
            let room = if at.up {
                over.capacity - over.flow
            } else {
                over.flow
            };
            if room <= amount {
                amount = room;
                leaving = Some((node, second, first));
            }
            node = at.parent;
        }
        if amount > 0 {
            let sign = if arc.state == State::Full { -1 } else { 1 };
            self.arcs[entering].flow += sign * amount;
            for (start, upward) in [(first, -1), (second, 1)] {
                let mut node = start;
                while node != join {
                    let at = self.nodes[node];
                    self.arcs[at.arc].flow += if at.up {
                        upward * amount
                    } else {
                        -upward * amount
                    };
                    node = at.parent;
                }
            }
        }
        let Some((out, inside, outside)) = leaving else {
            self.arcs[entering].state = match arc.state {
                State::Full => State::Empty,
                _ => State::Full,
            };
            return;
        };
        let gone = self.nodes[out].arc;
        self.arcs[gone].state = if self.arcs[gone].flow == 0 {
            State::Empty
        } else {
            State::Full
        };
        self.arcs[entering].state = State::Tree;
        self.hang(out, inside, outside, entering);
    }

    /// The last node that the ways from two nodes to the root have in common.
    fn join(&self, mut left: usize, mut right: usize) -> usize {
        while left != right {
            if self.nodes[left].depth >= self.nodes[right].depth {
                left = self.nodes[left].parent;
            } else {
                right = self.nodes[right].parent;
            }
        }
        left
    }

    /// Cuts the subtree of `out` off and hangs it up by `inside` under `outside`.
    fn hang(&mut self, out: usize, inside: usize, outside: usize, arc: usize) {
        let (mut node, mut above, mut over) = (inside, outside, arc);
        loop {
            let old = self.nodes[node];
            self.abandon(node);
            self.nodes[node].parent = above;
            self.nodes[node].arc = over;
            self.nodes[node].up = self.arcs[over].from as usize == node;
            self.adopt(above, node);
            if node == out {
                break;
            }
            (above, over, node) = (node, old.arc, old.parent);
        }
        let at = self.nodes[inside];
        let cost = self.arcs[arc].cost;
        let rest = self.nodes[outside].potential;
        let shift = if at.up { rest - cost } else { rest + cost } - at.potential;
        // Depth first, without a stack: down to children, along to siblings, up when there is none.
        let mut node = inside;
        loop {
            self.nodes[node].depth = self.nodes[self.nodes[node].parent].depth + 1;
            self.nodes[node].potential += shift;
            if self.nodes[node].child != NONE {
                node = self.nodes[node].child;
                continue;
            }
            while node != inside && self.nodes[node].next == NONE {
                node = self.nodes[node].parent;
            }
            if node == inside {
                return;
            }
            node = self.nodes[node].next;
        }
    }

    fn adopt(&mut self, parent: usize, node: usize) {
        let first = self.nodes[parent].child;
        self.nodes[node].next = first;
        self.nodes[node].previous = NONE;
        if first != NONE {
            self.nodes[first].previous = node;
        }
        self.nodes[parent].child = node;
    }

    fn abandon(&mut self, node: usize) {
        let Node {
            parent,
            next,
            previous,
            ..
        } = self.nodes[node];
        if previous == NONE {
            self.nodes[parent].child = next;
        } else {
            self.nodes[previous].next = next;
        }
        if next != NONE {
            self.nodes[next].previous = previous;
        }
    }

    /// Whether any artificial arc carries flow.
    pub(crate) fn is_feasible(&self) -> bool {
        self.arcs[..self.artificial].iter().all(|arc| arc.flow == 0)
    }
}

fn small(node: usize) -> u32 {
    u32::try_from(node).expect("a network of so many nodes does not fit in memory")
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn the_cheapest_way_is_taken_until_it_is_full() {
        let mut network = Network::new(&[3, 0, 0, -3], 1_000);
        let arcs = [
            network.add(0, 1, 2, 1),
            network.add(1, 3, 2, 1),
            network.add(0, 2, 9, 5),
            network.add(2, 3, 9, 5),
        ];
        network.solve();
        assert!(network.is_feasible());
        assert_eq!(arcs.map(|arc| network.flow(arc)), [2, 2, 1, 1]);
        // A cheaper way that is found later is taken too.
        let late = network.add(0, 3, 1, 0);
        network.solve();
        assert_eq!(network.flow(late), 1);
        assert_eq!(arcs.map(|arc| network.flow(arc)), [2, 2, 0, 0]);
    }

    #[test]
    fn what_cannot_be_sent_is_seen() {
        let mut network = Network::new(&[2, -2], 1_000);
        network.add(0, 1, 1, 1);
        network.solve();
        assert!(!network.is_feasible());
        assert_eq!((network.unmet(0), network.unmet(1)), (1, 1));
    }
}
