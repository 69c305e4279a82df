//! How well an assignment lets entries be compared, and exchanges that make it better: judging-science.md, 2f.
//!
//! What counts is the mean prediction-error variance of a difference between two entries, as the calibrated model would
//! have it with θ = (1, 0.8); it depends on who judges what alone. A design drawn by lot with the same loads is the
//! measure.

use super::connectivity::State;
use super::solve::components;
use super::{Problem, Wishes};
use crate::calibrated::State as Equations;
use crate::crossed::Crossed;
use crate::random::{Seed, below};
use crate::table::{Table, real};

/// θ for entries and judges.
const THETA: [f64; 2] = [1.0, 0.8];

/// With more judges or entries, whichever are fewer, the equations would take too long.
const MOST_LEVELS: usize = 1_500;

/// The most exchanges that are tried, and the most multiplications that they may take together.
const MOST_TRIES: usize = 2_000;
const MOST_WORK: f64 = 4e9;

/// The most that exchanges may cost: this share of the total match.
const MOST_LOSS: f64 = 0.01;

/// The mean variance of a difference in a design by lot, divided by the mean variance in this one: 1 for a design that is
/// as good, less for one that compares entries worse. `None` for fewer than two entries or where it would take too long.
pub(super) fn efficiency(problem: &Problem, pairs: &[(usize, usize)], seed: &Seed) -> Option<f64> {
    let judges = problem.judges.len();
    Some(variance(&by_lot(pairs, seed), judges)? / variance(pairs, judges)?)
}

/// Exchanges the judges of two reviews, drawn by lot, wherever that helps and may be, until the efficiency that is wished
/// for is reached; answers the pairs and the number of exchanges.
pub(super) fn strengthen(
    problem: &Problem,
    wishes: &Wishes,
    pairs: &[(usize, usize)],
) -> (Vec<(usize, usize)>, usize) {
    let judges = problem.judges.len();
    let mut pairs = pairs.to_vec();
    let lot = variance(&by_lot(&pairs, &wishes.seed), judges);
    let (Some(lot), Some(mut now)) = (lot, variance(&pairs, judges)) else {
        return (pairs, 0);
    };
    let order = real(judges.min(problem.entries.len()));
    let each = order * order * order + 20.0 * real(pairs.len());
    let score = |(entry, judge): (usize, usize)| i64::from(problem.score(entry, judge));
    let total: i64 = pairs.iter().map(|&pair| score(pair)).sum();
    let (mut loss, mut spent, mut exchanges) = (0, 0.0, 0);
    let stream = wishes.seed.stream("plaudit-design-v1");
    for draw in 0..MOST_TRIES {
        if now * wishes.least_efficiency <= lot || spent > MOST_WORK {
            break;
        }
        let mut numbers = [0; 2];
        stream.fill(2 * draw as u64, &mut numbers);
        let [left, right] = numbers.map(|number| below(number, pairs.len()));
        let ((entry, judge), (other_entry, other_judge)) = (pairs[left], pairs[right]);
        let cost = score((entry, judge)) + score((other_entry, other_judge))
            - score((entry, other_judge))
            - score((other_entry, judge));
        #[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
        let is_dear = (loss + cost) as f64 > MOST_LOSS * total as f64;
        if is_dear || !State::of(problem, wishes, &pairs).may_exchange(left, right) {
            continue;
        }
        let mut after = pairs.clone();
        (after[left].1, after[right].1) = (other_judge, judge);
        spent += each;
        let is_joined = components(problem, &after) <= components(problem, &pairs);
        if let Some(then) = variance(&after, judges).filter(|then| is_joined && *then < now) {
            (pairs, now) = (after, then);
            loss += cost;
            exchanges += 1;
        }
    }
    pairs.sort_unstable();
    (pairs, exchanges)
}

/// The same entries and loads, with judges drawn by lot.
fn by_lot(pairs: &[(usize, usize)], seed: &Seed) -> Vec<(usize, usize)> {
    let mut drawn = pairs.to_vec();
    drawn.sort_unstable();
    let mut numbers = vec![0; drawn.len()];
    let stream = seed.stream("plaudit-lot-v1");
    stream.fill(0, &mut numbers);
    for place in (1..drawn.len()).rev() {
        let other = below(numbers[place], place + 1);
        (drawn[place].1, drawn[other].1) = (drawn[other].1, drawn[place].1);
    }
    // Nobody judges an entry twice, as far as a few more draws can see to it.
    let has = |drawn: &[(usize, usize)], entry: usize, judge: usize| {
        let from = drawn.partition_point(|pair| pair.0 < entry);
        (drawn[from..].iter())
            .take_while(|pair| pair.0 == entry)
            .filter(|pair| pair.1 == judge)
            .count()
    };
    let mut used = drawn.len() as u64;
    for place in 0..drawn.len() {
        for _ in 0..20 {
            let (entry, judge) = drawn[place];
            if has(&drawn, entry, judge) < 2 {
                break;
            }
            let mut number = [0];
            stream.fill(used, &mut number);
            used += 1;
            let other = below(number[0], drawn.len());
            let (other_entry, other_judge) = drawn[other];
            if has(&drawn, entry, other_judge) == 0 && has(&drawn, other_entry, judge) == 0 {
                (drawn[place].1, drawn[other].1) = (other_judge, judge);
            }
        }
    }
    drawn
}

/// The mean over all pairs of entries of `Pᵢᵢ + Pₖₖ − 2Pᵢₖ`, with P the entries' block of the prediction-error matrix.
fn variance(pairs: &[(usize, usize)], judges: usize) -> Option<f64> {
    let mut sorted = pairs.to_vec();
    sorted.sort_unstable();
    let mut table = Table {
        judges,
        starts: vec![0],
        judge: sorted.iter().map(|pair| pair.1).collect(),
        // Totals do not matter, so long as they differ.
        value: (0..sorted.len()).map(|review| real(review % 2)).collect(),
        weight: vec![1.0; sorted.len()],
        place: Vec::new(),
    };
    for group in sorted.chunk_by(|left, right| left.0 == right.0) {
        table.place.push(group[0].0);
        table
            .starts
            .push(table.starts[table.starts.len() - 1] + group.len());
    }
    let entries = table.entries();
    if entries < 2 || entries.min(judges) > MOST_LEVELS {
        return None;
    }
    let crossed = Crossed::new(&table);
    let (outer, inner) = crossed.outer_and_inner(THETA[0], THETA[1]);
    let at = Equations::at(&crossed, [outer, inner])?;
    let (own, lean) = if crossed.turned {
        (&at.inner_variance, &at.inner_lean)
    } else {
        (&at.outer_variance, &at.outer_lean)
    };
    let squares: f64 = lean.iter().map(|lean| lean * lean).sum();
    let leans: f64 = lean.iter().sum();
    let trace = own.iter().sum::<f64>() + squares / at.information;
    // 1ᵀP1, through the inner levels where entries are the outer factor.
    let through: Vec<f64> = if crossed.turned {
        vec![1.0; crossed.inner()]
    } else {
        let shares: Vec<f64> = at.diagonal.iter().map(|d| outer * inner / d).collect();
        crossed.gather(&shares)
    };
    let mut whole = leans * leans / at.information;
    for (row, left) in through.iter().enumerate() {
        let sum: f64 = (through.iter().enumerate())
            .map(|(column, right)| at.inverse.symmetric(row, column) * right)
            .sum();
        whole += left * sum;
    }
    if !crossed.turned {
        whole += at.diagonal.iter().map(|d| 1.0 / d).sum::<f64>();
    }
    let many = real(entries);
    Some(2.0 * (many * trace - whole) / (many * (many - 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every judge with every entry of his own half; the second half's judges likewise.
    fn halves() -> Vec<(usize, usize)> {
        (0..12)
            .flat_map(|entry| (0..3).map(move |judge| (entry, judge + 3 * (entry % 2))))
            .collect()
    }

    #[test]
    fn the_variance_is_that_of_a_dense_solution() {
        // One judge has everything: Maa = I/(n + 1) + shared, so a difference has 2/(n + 1) with one review each.
        let single: Vec<(usize, usize)> = (0..5).map(|entry| (entry, 0)).collect();
        let one = variance(&single, 1).expect("solvable");
        assert!((one - 1.0).abs() < 1e-12, "{one}");
        // Complete with four judges: 2/(4 + 1), whatever the judges' severity.
        for entries in [3, 9] {
            let complete: Vec<(usize, usize)> = (0..entries)
                .flat_map(|entry| (0..4).map(move |judge| (entry, judge)))
                .collect();
            let all = variance(&complete, 4).expect("solvable");
            assert!((all - 0.4).abs() < 1e-12, "{all}");
        }
    }

    #[test]
    fn a_design_by_lot_keeps_loads_and_gives_nobody_an_entry_twice() {
        let drawn = by_lot(&halves(), &Seed::from(3));
        let count =
            |pairs: &[(usize, usize)], judge| pairs.iter().filter(|pair| pair.1 == judge).count();
        for judge in 0..6 {
            assert_eq!(count(&drawn, judge), count(&halves(), judge));
        }
        let distinct: std::collections::BTreeSet<_> = drawn.iter().collect();
        assert_eq!(distinct.len(), drawn.len());
        let better = variance(&drawn, 6).expect("solvable");
        assert!(better < variance(&halves(), 6).expect("solvable"));
    }
}
