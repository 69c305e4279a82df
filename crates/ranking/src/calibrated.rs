//! The calibrated score: entries and judges as crossed random effects, by restricted maximum likelihood.
//!
//! `y = μ + aᵢ + bⱼ + ε` with a ~ N(0, σₐ²), b ~ N(0, `σ_b²`), ε ~ N(0, σ²/ω), ω = 1 unless weights are given; an entry's score is `μ̂ + âᵢ`, the best linear
//! unbiased prediction, and its standard error is the root of Henderson's prediction-error variance, which knows that
//! μ̂ is estimated (judging-science.md, 2b.6; Henderson 1975; Bates and `DeRoy` 2004; lme4's `REMLcrit`). On a complete
//! panel the order is that of the plain means.

mod equations;
mod optimiser;
#[cfg(test)]
pub(crate) mod tests;

use crate::crossed::Crossed;
pub(crate) use equations::State;

/// One random effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Effect {
    /// The prediction: â or b̂.
    pub(crate) value: f64,
    /// The standard deviation given μ̂, as lme4's `condVar` has it: `σ̂ θ √Maa`.
    pub(crate) conditional: f64,
    /// The standard error that is published: `σ̂ θ √(Maa + p²/X2)`.
    pub(crate) standard_error: f64,
}

/// The fitted model, on the scale of the reviews' totals.
#[derive(Debug)]
pub(crate) struct Fit {
    pub(crate) crossed: Crossed,
    pub(crate) state: State,
    /// μ̂.
    pub(crate) mean: f64,
    /// σ̂/√X2.
    pub(crate) mean_standard_error: f64,
    /// σₐ/σ and `σ_b/σ`.
    pub(crate) theta_entry: f64,
    pub(crate) theta_judge: f64,
    /// σ̂².
    pub(crate) residual_variance: f64,
    /// ∂d/∂log θ, for entries and judges.
    pub(crate) gradient: [f64; 2],
    pub(crate) evaluations: usize,
    pub(crate) entry: Vec<Effect>,
    pub(crate) judge: Vec<Effect>,
}

impl Fit {
    /// Fits the model from a first guess of θ for entries and judges; `None` when the equations cannot be solved.
    ///
    /// Time in O(Σ c² + m³) for each of some five to ten evaluations, with c the reviews of each level of the larger
    /// factor and m the levels of the smaller; memory 2·8·m² bytes and a few numbers per review.
    pub(crate) fn new(crossed: Crossed, guess: [f64; 2]) -> Option<Self> {
        let (outer, inner) = crossed.outer_and_inner(guess[0], guess[1]);
        let optimum = optimiser::minimise(&crossed, [outer, inner])?;
        Some(Self::of(crossed, optimum.state, optimum.evaluations))
    }

    /// The fit at given θ for entries and judges; `None` when the equations cannot be solved.
    pub(crate) fn at(crossed: Crossed, theta: [f64; 2]) -> Option<Self> {
        let (outer, inner) = crossed.outer_and_inner(theta[0], theta[1]);
        let state = State::at(&crossed, [outer, inner])?;
        Some(Self::of(crossed, state, 1))
    }

    fn of(crossed: Crossed, state: State, evaluations: usize) -> Self {
        let [outer, inner] = state.theta;
        let effects = |theta: f64, modes: &[f64], variances: &[f64], leans: &[f64]| {
            let scale = state.residual_variance.sqrt() * theta;
            (modes.iter().zip(variances).zip(leans))
                .map(|((mode, variance), lean)| Effect {
                    value: theta * mode,
                    conditional: scale * variance.sqrt(),
                    standard_error: scale * (variance + lean * lean / state.information).sqrt(),
                })
                .collect::<Vec<_>>()
        };
        let (entry, judge) = crossed.entry_and_judge(
            effects(
                outer,
                &state.outer_mode,
                &state.outer_variance,
                &state.outer_lean,
            ),
            effects(
                inner,
                &state.inner_mode,
                &state.inner_variance,
                &state.inner_lean,
            ),
        );
        let (theta_entry, theta_judge) = crossed.entry_and_judge(outer, inner);
        let (entry_slope, judge_slope) =
            crossed.entry_and_judge(state.gradient[0], state.gradient[1]);
        Self {
            mean: crossed.centre + state.mean,
            mean_standard_error: (state.residual_variance / state.information).sqrt(),
            theta_entry,
            theta_judge,
            residual_variance: state.residual_variance,
            gradient: [entry_slope, judge_slope],
            evaluations,
            entry,
            judge,
            crossed,
            state,
        }
    }

    /// σₐ².
    pub(crate) fn entry_variance(&self) -> f64 {
        self.residual_variance * self.theta_entry * self.theta_entry
    }

    /// `σ_b²`.
    pub(crate) fn judge_variance(&self) -> f64 {
        self.residual_variance * self.theta_judge * self.theta_judge
    }

    /// k = θₐ²n/(θₐ²n + 1): what share of an entry's distance from the mean its reviews, of weight n, let stand.
    pub(crate) fn reliability(&self, reviews: f64) -> f64 {
        let known = self.theta_entry * self.theta_entry * reviews;
        known / (known + 1.0)
    }

    /// The leverage h of one review of weight ω (R's `hatvalues`):
    /// `ω·(θₐ²Maa + θ_b²Mbb + 2θₐθ_b Mab + (1 − θₐpₐ − θ_b p_b)²/X2)`.
    pub(crate) fn leverage(&self, entry: usize, judge: usize, weight: f64) -> f64 {
        let (outer, inner) = self.crossed.outer_and_inner(entry, judge);
        let [outer_theta, inner_theta] = self.state.theta;
        let free = 1.0
            - outer_theta * self.state.outer_lean[outer]
            - inner_theta * self.state.inner_lean[inner];
        let known = outer_theta * outer_theta * self.state.outer_variance[outer]
            + inner_theta * inner_theta * self.state.inner_variance[inner]
            + 2.0 * outer_theta * inner_theta * self.state.link(&self.crossed, outer, inner)
            + free * free / self.state.information;
        known * weight
    }
}
