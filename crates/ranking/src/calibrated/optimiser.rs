//! The search for the variance ratios that make the data most likely: quasi-Newton in log θ, with the boundary tried.

use super::equations::State;
use crate::crossed::Crossed;
use crate::table::real;

/// θ below this is compared with nought itself: the criterion is flat from here on down.
const SMALL: f64 = 0.03;
/// So little beside nought is looked whether the criterion rises from there.
const BESIDE: f64 = 1e-4;
/// No step goes below this; whoever arrives there was on the way to nought.
const FLOOR: f64 = 1e-6;
/// No θ goes beyond this.
const LARGE: f64 = 1e4;
/// A step in log θ is no longer than this.
const STRIDE: f64 = 1.5;
/// A step in log θ that is shorter than this is not worth another evaluation.
const SETTLED: f64 = 2e-10;
/// More steps than any data have been seen to need; then what has been reached is judged by its gradient.
const MOST_STEPS: usize = 100;
/// So many steps that neither lower the criterion nor flatten the slope end the search: it has come to rounding.
const MOST_FUTILE: usize = 4;
/// How much longer the next step is where the ground bends the other way.
const GROWTH: f64 = 3.0;
/// A step in log θ that is shorter than this is close to the minimum.
const NEAR: f64 = 1e-3;
/// Where else the search begins.
const ELSEWHERE: [[f64; 2]; 4] = [[1.0, 1.0], [0.1, 0.1], [3.0, 0.1], [0.1, 3.0]];
/// By how much the criterion of another minimum is lower, lest it be the same one, found less well.
const OTHER: f64 = 1e-8;
/// An evaluation with fewer multiplications costs next to nothing.
const CHEAP: f64 = 1e6;

/// What the search found.
#[derive(Debug)]
pub(crate) struct Optimum {
    pub(crate) state: State,
    /// How often the equations were solved, but for looking whether there is another minimum.
    pub(crate) evaluations: usize,
}

/// Minimises the REML criterion from a first guess (outer, inner). `None` when the equations cannot be solved.
///
/// The criterion may have several minima. Where a ratio comes out as nought, or an evaluation costs next to nothing, the
/// search begins again from elsewhere, and the lowest minimum is the answer; the first, unless another is truly lower.
pub(crate) fn minimise(crossed: &Crossed, guess: [f64; 2]) -> Option<Optimum> {
    let mut search = Search {
        crossed,
        evaluations: 0,
    };
    let mut best = search.boundary(guess, [true, true])?;
    let evaluations = search.evaluations;
    let (outer, inner) = (real(crossed.outer()), real(crossed.inner()));
    let work = inner * inner * inner + real(crossed.len()) * real(crossed.len()) / outer;
    if work < CHEAP {
        for start in ELSEWHERE {
            let other = search.boundary(start, [true, true])?;
            best = lower(best, other);
        }
    } else if best.theta.contains(&0.0) {
        for start in &ELSEWHERE[..2] {
            let other = search.descend(*start, [true, true], true)?;
            if other.criterion < best.criterion - OTHER {
                let other = search.boundary(other.theta, [true, true])?;
                best = lower(best, other);
            }
        }
    }
    Some(Optimum {
        state: best,
        evaluations,
    })
}

/// The second if it is another, lower minimum; or else the first.
fn lower(first: State, second: State) -> State {
    if second.criterion < first.criterion - OTHER {
        second
    } else {
        first
    }
}

/// The equations could not be solved somewhere along a step.
struct Unsolvable;

struct Search<'a> {
    crossed: &'a Crossed,
    evaluations: usize,
}

impl Search<'_> {
    fn at(&mut self, theta: [f64; 2]) -> Option<State> {
        self.evaluations += 1;
        State::at(self.crossed, theta)
    }

    /// By how much the criterion may be off by rounding alone: near the minimum that exceeds what a step can gain.
    fn noise(&self, state: &State) -> f64 {
        1e-13 * (state.criterion.abs() + real(self.crossed.len()))
    }

    /// Whether the first is lower by more than rounding.
    fn is_lower(&self, one: &State, other: &State) -> bool {
        one.criterion < other.criterion - self.noise(other)
    }

    /// The least criterion over the ratios that are free, those at nought included; the others are nought.
    fn boundary(&mut self, guess: [f64; 2], free: [bool; 2]) -> Option<State> {
        let mut best = self.descend(guess, free, true)?;
        for which in 0..2 {
            if free[which] && best.theta[which] < SMALL && best.theta[which] > 0.0 {
                let edge = self.edge(&best, free, which)?;
                let mut beside = edge.theta;
                beside[which] = BESIDE;
                let is_least = !self.is_lower(&best, &edge);
                if is_least && self.at(beside)?.gradient[which] >= 0.0 {
                    best = edge;
                } else {
                    best = self.descend(best.theta, free, false)?;
                }
            }
        }
        for which in 0..2 {
            if free[which] && best.theta[which] > 0.0 && best.theta[which] <= FLOOR {
                let edge = self.edge(&best, free, which)?;
                if !self.is_lower(&best, &edge) {
                    best = edge;
                }
            }
        }
        Some(best)
    }

    /// The least criterion where one ratio is nought.
    fn edge(&mut self, from: &State, free: [bool; 2], which: usize) -> Option<State> {
        let (mut rest, mut start) = (free, from.theta);
        rest[which] = false;
        start[which] = 0.0;
        let other = 1 - which;
        if rest[other] {
            start[other] = start[other].max(0.2);
        }
        self.boundary(start, rest)
    }

    /// Goes down from `theta` in the free directions; with `stop_when_small`, only until a ratio has become small.
    fn descend(
        &mut self,
        theta: [f64; 2],
        free: [bool; 2],
        stop_when_small: bool,
    ) -> Option<State> {
        let levels = [real(self.crossed.outer()), real(self.crossed.inner())];
        let plain = [[0.5 / levels[0], 0.0], [0.0, 0.5 / levels[1]]];
        let mut curve = plain;
        let mut state = self.at(theta)?;
        let mut futile = 0;
        for _ in 0..MOST_STEPS {
            let slope = mask(state.gradient, free);
            let mut step = turned(times(curve, slope));
            if along(step, slope) >= 0.0 {
                curve = plain;
                step = turned(times(curve, slope));
            }
            let longest = step[0].abs().max(step[1].abs());
            if longest < SETTLED || futile == MOST_FUTILE {
                break;
            }
            if longest > STRIDE {
                step = step.map(|part| part * STRIDE / longest);
            }
            let Some((next, moved)) = self.line(&state, step, slope, free).ok()? else {
                break;
            };
            let next_slope = mask(next.gradient, free);
            let turn = [next_slope[0] - slope[0], next_slope[1] - slope[1]];
            curve = bent(curve, moved, turn).unwrap_or_else(|| {
                // The ground bends the other way: go on, and faster.
                let factor = GROWTH * along(moved, moved).sqrt() / longest_plain(plain, next_slope);
                plain.map(|row| row.map(|cell| cell * factor.max(1.0)))
            });
            if self.is_lower(&next, &state) || along(next_slope, next_slope) < along(slope, slope) {
                state = next;
            } else {
                futile += 1;
            }
            let is_small = (0..2).any(|which| {
                free[which] && state.theta[which] < SMALL && state.gradient[which] > 0.0
            });
            if stop_when_small && is_small {
                break;
            }
        }
        Some(state)
    }

    /// The first point along a step, shortened as often as need be, that is low enough (Armijo), and the way to it.
    ///
    /// A point where a ratio is small and the criterion falls as it grows is behind a minimum, in the flat land towards
    /// nought, however low it is.
    fn line(
        &mut self,
        from: &State,
        step: [f64; 2],
        slope: [f64; 2],
        free: [bool; 2],
    ) -> Result<Option<(State, [f64; 2])>, Unsolvable> {
        let noise = self.noise(from);
        let mut scale = 1.0;
        while scale > 1e-6 {
            let mut theta = from.theta;
            for which in 0..2 {
                if free[which] {
                    theta[which] =
                        (theta[which] * libm::exp(scale * step[which])).clamp(FLOOR, LARGE);
                }
            }
            let moved = [0, 1].map(|which| {
                if free[which] {
                    libm::log(theta[which] / from.theta[which])
                } else {
                    0.0
                }
            });
            if moved == [0.0, 0.0] {
                return Ok(None);
            }
            let next = self.at(theta).ok_or(Unsolvable)?;
            let is_behind = (0..2).any(|which| {
                let has_shrunk = moved[which] < 0.0 && theta[which] < SMALL;
                has_shrunk && slope[which] > 0.0 && next.gradient[which] < 0.0
            });
            let is_low =
                next.criterion <= from.criterion + 1e-4 * along(moved, slope).min(0.0) + noise;
            // Close to the minimum the slope is known better than the criterion.
            let next_slope = mask(next.gradient, free);
            let is_flatter = along(step, step) < NEAR * NEAR
                && along(next_slope, next_slope) < 0.25 * along(slope, slope);
            if !is_behind && (is_low || is_flatter) {
                return Ok(Some((next, moved)));
            }
            scale *= 0.4;
        }
        Ok(None)
    }
}

/// How long a step along a slope is without anything known of the curvature.
fn longest_plain(plain: [[f64; 2]; 2], slope: [f64; 2]) -> f64 {
    let step = times(plain, slope);
    along(step, step).sqrt().max(f64::MIN_POSITIVE)
}

fn mask(gradient: [f64; 2], free: [bool; 2]) -> [f64; 2] {
    [0, 1].map(|which| if free[which] { gradient[which] } else { 0.0 })
}

fn times(matrix: [[f64; 2]; 2], vector: [f64; 2]) -> [f64; 2] {
    matrix.map(|row| along(row, vector))
}

fn turned(vector: [f64; 2]) -> [f64; 2] {
    vector.map(|part| -part)
}

fn along(left: [f64; 2], right: [f64; 2]) -> f64 {
    left[0] * right[0] + left[1] * right[1]
}

/// The inverse curvature after a step and the turn of the gradient over it (Broyden, Fletcher, Goldfarb, Shanno);
/// `None` when the turn shows no curvature.
fn bent(curve: [[f64; 2]; 2], step: [f64; 2], turn: [f64; 2]) -> Option<[[f64; 2]; 2]> {
    let bend = along(step, turn);
    if bend <= 1e-300 {
        return None;
    }
    let mapped = times(curve, turn);
    let factor = (1.0 + along(turn, mapped) / bend) / bend;
    let mut next = curve;
    for (row, line) in next.iter_mut().enumerate() {
        for (column, cell) in line.iter_mut().enumerate() {
            *cell += factor * step[row] * step[column]
                - (mapped[row] * step[column] + step[row] * mapped[column]) / bend;
        }
    }
    next.iter()
        .flatten()
        .all(|cell| cell.is_finite())
        .then_some(next)
}
