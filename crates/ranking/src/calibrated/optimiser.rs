//! The search for the variance ratios that make the data most likely: quasi-Newton in log θ, with the boundary tried.

use super::equations::State;
use crate::crossed::Crossed;
use crate::table::real;

/// θ below this is compared with nought itself.
const SMALL: f64 = 1e-3;
/// No θ goes beyond this.
const LARGE: f64 = 1e4;
/// A step in log θ is no longer than this.
const STRIDE: f64 = 1.5;
/// A step in log θ that is shorter than this is not worth another evaluation.
const SETTLED: f64 = 2e-10;
/// More steps than any data have been seen to need; then what has been reached is judged by its gradient.
const MOST_STEPS: usize = 100;

/// What the search found.
#[derive(Debug)]
pub(crate) struct Optimum {
    pub(crate) state: State,
    /// How often the equations were solved.
    pub(crate) evaluations: usize,
}

/// Minimises the REML criterion from a first guess (outer, inner). `None` when the equations cannot be solved.
pub(crate) fn minimise(crossed: &Crossed, guess: [f64; 2]) -> Option<Optimum> {
    let mut search = Search {
        crossed,
        evaluations: 0,
    };
    let state = search.boundary(guess, [true, true])?;
    Some(Optimum {
        state,
        evaluations: search.evaluations,
    })
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

    /// The least criterion over the ratios that are free, those at nought included; the others are nought.
    fn boundary(&mut self, guess: [f64; 2], free: [bool; 2]) -> Option<State> {
        let mut best = self.descend(guess, free, true)?;
        for which in 0..2 {
            if free[which] && best.theta[which] < SMALL && best.theta[which] > 0.0 {
                let mut rest = free;
                rest[which] = false;
                let mut start = best.theta;
                start[which] = 0.0;
                let other = 1 - which;
                if rest[other] {
                    start[other] = start[other].max(0.2);
                }
                let edge = self.boundary(start, rest)?;
                if edge.criterion <= best.criterion {
                    best = edge;
                } else {
                    best = self.descend(best.theta, free, false)?;
                }
            }
        }
        Some(best)
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
        for _ in 0..MOST_STEPS {
            let slope = mask(state.gradient, free);
            let mut step = turned(times(curve, slope));
            if along(step, slope) >= 0.0 {
                curve = plain;
                step = turned(times(curve, slope));
            }
            let longest = step[0].abs().max(step[1].abs());
            if longest < SETTLED {
                break;
            }
            if longest > STRIDE {
                step = step.map(|part| part * STRIDE / longest);
            }
            let Some((next, moved)) = self.line(&state, step, slope, free).ok()? else {
                break;
            };
            let turn = [
                mask(next.gradient, free)[0] - slope[0],
                mask(next.gradient, free)[1] - slope[1],
            ];
            curve = bent(curve, moved, turn).unwrap_or(plain);
            state = next;
            let is_small = (0..2).any(|which| free[which] && state.theta[which] < SMALL);
            if stop_when_small && is_small {
                break;
            }
        }
        Some(state)
    }

    /// The first point along a step, halved as often as need be, that is low enough (Armijo), and the way to it.
    fn line(
        &mut self,
        from: &State,
        step: [f64; 2],
        slope: [f64; 2],
        free: [bool; 2],
    ) -> Result<Option<(State, [f64; 2])>, Unsolvable> {
        // Near the minimum the criterion's own rounding exceeds what a step can gain.
        let noise = 1e-13 * (from.criterion.abs() + real(self.crossed.len()));
        let mut scale = 1.0;
        while scale > 1e-6 {
            let mut theta = from.theta;
            for which in 0..2 {
                if free[which] {
                    theta[which] =
                        (theta[which] * libm::exp(scale * step[which])).clamp(1e-6, LARGE);
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
            if next.criterion <= from.criterion + 1e-4 * along(moved, slope).min(0.0) + noise {
                return Ok(Some((next, moved)));
            }
            scale *= 0.4;
        }
        Ok(None)
    }
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
