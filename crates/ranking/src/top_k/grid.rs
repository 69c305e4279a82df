//! The variances as what they are, estimates: draws spread over a grid of θ, each with a σ² of its own.
//!
//! judging-science.md, 2c: nine by nine points within three standard deviations of log θ̂, with weights
//! `exp(−d/2)·θₐθ_b` (which is flat in θ), and σ² ~ inverse χ² with n − 1 degrees of freedom. The standard deviations are those
//! of half the criterion's curvature.

use super::posterior::Noise;
use crate::calibrated::Fit;
use crate::random::Stream;
use crate::special::chi_square_quantile;
use crate::table::real;
use std::ops::Range;

/// Points on either side of the middle, and how many standard deviations lie between two.
const SIDE: i32 = 4;
const STEP: f64 = 0.75;

/// How far log θ is moved to see how the slope changes.
const MOVED: f64 = 1e-3;

/// Which draws are made at which θ for entries and judges. `None` where a ratio is nought, or the criterion is not curved as
/// at a minimum, so that there is nothing to spread over.
pub(super) fn plan(fit: &Fit, draws: usize) -> Option<Vec<(Range<usize>, [f64; 2])>> {
    let middle = [fit.theta_entry, fit.theta_judge];
    if middle.iter().any(|theta| *theta <= 0.0) {
        return None;
    }
    let log = middle.map(libm::log);
    let slope = |log: [f64; 2]| Some(Fit::at(fit.crossed.clone(), log.map(libm::exp))?.gradient);
    let mut curvature = [[0.0; 2]; 2];
    for which in 0..2 {
        let (mut above, mut below) = (log, log);
        above[which] += MOVED;
        below[which] -= MOVED;
        let (above, below) = (slope(above)?, slope(below)?);
        curvature[which] = [0, 1].map(|other| (above[other] - below[other]) / (4.0 * MOVED));
    }
    let mixed = f64::midpoint(curvature[0][1], curvature[1][0]);
    let determinant = curvature[0][0] * curvature[1][1] - mixed * mixed;
    if curvature[0][0] <= 0.0 || determinant <= 0.0 {
        return None;
    }
    let deviation = [
        (curvature[1][1] / determinant).sqrt(),
        (curvature[0][0] / determinant).sqrt(),
    ];
    let mut points = Vec::new();
    for left in -SIDE..=SIDE {
        for right in -SIDE..=SIDE {
            let away = [f64::from(left) * STEP, f64::from(right) * STEP];
            let at = [0, 1].map(|which| log[which] + away[which] * deviation[which]);
            let there = Fit::at(fit.crossed.clone(), at.map(libm::exp))?;
            let lower = (there.state.criterion - fit.state.criterion) / 2.0;
            points.push((
                libm::exp(at[0] + at[1] - log[0] - log[1] - lower),
                at.map(libm::exp),
            ));
        }
    }
    let whole: f64 = points.iter().map(|point| point.0).sum();
    let (mut sum, mut from) = (0.0, 0);
    let mut plan = Vec::new();
    for (weight, theta) in points {
        sum += weight;
        // The draws d with (d + ½)/draws within this point's share of the whole.
        let to = (from..draws)
            .find(|&draw| (real(draw) + 0.5) * whole > sum * real(draws))
            .unwrap_or(draws);
        if to > from {
            plan.push((from..to, theta));
        }
        from = to;
    }
    if let Some((last, _)) = plan.last_mut() {
        last.end = draws;
    }
    Some(plan)
}

/// σ of some draws at this θ: √(r²/χ²), with χ² by the numbers of its own stream.
pub(super) fn noise(fit: &Fit, stream: &Stream, draws: Range<usize>) -> Noise {
    let freedom = real(fit.crossed.len()) - 1.0;
    let squares = fit.state.residual_variance * freedom;
    let mut numbers = vec![0.0; draws.len()];
    stream.uniforms(draws.start as u64, &mut numbers);
    Noise {
        first: draws.start,
        deviations: (numbers.into_iter())
            .map(|p| (squares / chi_square_quantile(p, freedom)).sqrt())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::plan;
    use crate::calibrated::Fit;
    use crate::calibrated::tests::{fit, gold, table_of};
    use crate::random::Seed;
    use crate::top_k::{Draws, Field, chances, probability_above};
    use std::num::NonZeroUsize;

    #[test]
    fn draws_over_the_grid_agree_with_the_mixture_that_they_are_from() {
        let fit = fit(&table_of(&gold("paris1976_white")));
        let plan = plan(&fit, 40_000).expect("both variances are there");
        let places: Vec<usize> = plan.iter().flat_map(|(of, _)| of.clone()).collect();
        assert!(places.into_iter().eq(0..40_000), "each draw is made once");
        assert!(plan.len() > 40, "{}", plan.len());
        let seed = Seed::from(9);
        let how = |is_integrated| Draws {
            many: 40_000,
            seed: &seed,
            threads: NonZeroUsize::new(2).expect("two"),
            is_integrated,
        };
        for (left, right) in [(0, 1), (2, 5), (7, 3), (9, 0)] {
            let field = Field {
                entries: vec![left, right],
                top: 1,
            };
            // With 109 degrees of freedom, drawing σ² as well moves this by less than a thousandth.
            let expected: f64 = (plan.iter())
                .map(|(of, theta)| {
                    let there = Fit::at(fit.crossed.clone(), *theta).expect("solvable");
                    probability_above(&there, left, right) * crate::table::real(of.len())
                })
                .sum::<f64>()
                / 40_000.0;
            let field = [field];
            let mixed = chances(&fit, &field, &how(true))[0].probability();
            assert!((mixed - expected).abs() < 0.0135, "{mixed} {expected}");
            let known = chances(&fit, &field, &how(false))[0].probability();
            assert!((mixed - known).abs() < 0.05, "{mixed} {known}");
        }
    }

    #[test]
    fn where_a_variance_is_nought_there_is_no_grid() {
        let rows: Vec<(String, String, f64)> = (0..60)
            .map(|place: u16| {
                let (judge, entry) = (place % 5, place / 5);
                let value = f64::from(place * 37 % 11);
                (format!("j{judge}"), format!("e{entry:02}"), value)
            })
            .collect();
        let fit = fit(&table_of(&rows));
        assert!(fit.theta_entry <= 0.0 || fit.theta_judge <= 0.0);
        assert_eq!(plan(&fit, 100), None);
    }
}
