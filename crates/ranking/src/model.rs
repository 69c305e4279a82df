//! Which model can be had of a table, and if none, why.

use crate::calibrated::Fit;
use crate::components::Components;
use crate::crossed::Crossed;
use crate::least_squares::{LeastSquares, first_guess};
use crate::report::{ModelStatus, Unavailable, Variances};
use crate::scores::Scores;
use crate::special::chi_square_above;
use crate::table::{Table, mean, real};

/// Residual squares below this share of all squares are rounding: scores are judge plus entry and nothing else.
const EXACT: f64 = 1e-12;

/// What the data must have for a model to be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Least {
    /// n − I − J + C.
    pub freedom: usize,
    /// Judges.
    pub judges: usize,
    /// Judged entries.
    pub entries: usize,
}

impl Default for Least {
    /// Ten degrees of freedom, three judges, five entries.
    fn default() -> Self {
        Self {
            freedom: 10,
            judges: 3,
            entries: 5,
        }
    }
}

/// Everything that was fitted to one table.
#[derive(Debug)]
pub(crate) struct Fitted {
    pub(crate) components: Components,
    pub(crate) least_squares: Option<LeastSquares>,
    pub(crate) fit: Option<Fit>,
    /// What the model came out as, and what holds besides.
    pub(crate) statuses: Vec<ModelStatus>,
    pub(crate) is_converged: bool,
    /// For each entry of the table its index in [`Scores::entries`].
    pub(crate) places: Vec<usize>,
}

/// Fits least squares, and the calibrated model where the data allow it.
pub(crate) fn fit(table: &Table, least: &Least) -> Fitted {
    let components = Components::of(table);
    let mut fitted = Fitted {
        least_squares: None,
        fit: None,
        statuses: Vec::new(),
        is_converged: true,
        places: table.place.clone(),
        components,
    };
    let unavailable = |why| vec![ModelStatus::CalibrationUnavailable(why)];
    if table.len() == 0 {
        fitted.statuses = unavailable(Unavailable::NoReviews);
        return fitted;
    }
    let crossed = Crossed::new(table);
    // Least squares knows no weights.
    let unweighted = table.unweighted().map(|table| Crossed::new(&table));
    let plain = unweighted.as_ref().unwrap_or(&crossed);
    fitted.least_squares = LeastSquares::fit(table, plain, &fitted.components);
    if let Some(why) = obstacle(table, &fitted.components, least) {
        fitted.statuses = unavailable(why);
        return fitted;
    }
    let Some(squares) = &fitted.least_squares else {
        fitted.statuses = unavailable(Unavailable::NotSolvable);
        return fitted;
    };
    let middle = mean(&table.value);
    let total: f64 = table
        .value
        .iter()
        .map(|y| (y - middle) * (y - middle))
        .sum();
    if squares.residual_squares < EXACT * total {
        fitted.statuses.push(ModelStatus::PerfectAgreement);
        if fitted.components.count > 1 {
            fitted.statuses.push(ModelStatus::Disconnected);
        }
        return fitted;
    }
    let guess = first_guess(table, squares, &fitted.components);
    let Some(fit) = Fit::new(crossed, guess) else {
        fitted.statuses = unavailable(Unavailable::NotSolvable);
        return fitted;
    };
    if fit.theta_entry <= 0.0 {
        // d(0, θ̂_b) is d(θ̂) itself, since the least is on the boundary: the statistic is nought.
        let p_value = 0.5 * chi_square_above(0.0);
        fitted
            .statuses
            .push(ModelStatus::EntriesIndistinguishable { p_value });
    }
    if fitted.components.count > 1 {
        fitted.statuses.push(ModelStatus::Disconnected);
    }
    if fit.theta_judge <= 0.0 {
        fitted.statuses.push(ModelStatus::NoSeverityDifferences);
    }
    if fitted.statuses.is_empty() {
        fitted.statuses.push(ModelStatus::Calibrated);
    }
    let slope = fit.gradient[0].abs().max(fit.gradient[1].abs());
    fitted.is_converged = slope < 1e-7 * real(table.len());
    fitted.fit = Some(fit);
    fitted
}

fn obstacle(table: &Table, components: &Components, least: &Least) -> Option<Unavailable> {
    let (entries, judges) = (table.entries(), table.judges);
    let freedom = (table.len() + components.count).saturating_sub(entries + judges);
    let first = table.value[0];
    if judges == 1 || table.len() == entries {
        Some(Unavailable::NotSeparable)
    } else if table
        .value
        .iter()
        .all(|value| value.total_cmp(&first).is_eq())
    {
        Some(Unavailable::AllEqual)
    } else if judges < least.judges {
        Some(Unavailable::FewJudges { judges })
    } else if entries < least.entries {
        Some(Unavailable::FewEntries { entries })
    } else if freedom < least.freedom {
        Some(Unavailable::LittleFreedom { freedom })
    } else {
        None
    }
}

/// What is published of a fit.
pub(crate) fn variances(fit: &Fit) -> Variances {
    let (entry, judge, residual) = (
        fit.entry_variance(),
        fit.judge_variance(),
        fit.residual_variance,
    );
    let errors: Vec<f64> = (fit.entry.iter())
        .map(|effect| effect.standard_error * effect.standard_error)
        .collect();
    let wanted = 0.8;
    Variances {
        mean: fit.mean,
        mean_standard_error: fit.mean_standard_error,
        entry,
        judge,
        residual,
        theta_entry: fit.theta_entry,
        theta_judge: fit.theta_judge,
        reml_criterion: fit.state.criterion,
        gradient: fit.gradient,
        evaluations: fit.evaluations,
        reliability: if entry > 0.0 {
            (1.0 - mean(&errors) / entry).max(0.0)
        } else {
            0.0
        },
        reviews_needed: (entry > 0.0).then(|| (judge + residual) / entry * wanted / (1.0 - wanted)),
    }
}

/// The calibrated model by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The variances, the mean and how well they are known.
    pub variances: Variances,
    /// For each judged entry, by the bytes of its id: index in [`Scores::entries`], score and standard error.
    pub entries: Vec<(usize, f64, f64)>,
    /// For each judge: severity (positive is lenient) and its standard error.
    pub judges: Vec<(f64, f64)>,
}

/// Fits the calibrated model and nothing else: what [`crate::rank`] does at length, without ranks, draws and
/// diagnostics.
///
/// # Errors
/// The [`ModelStatus`] that says why there is no such model.
pub fn calibrate(scores: &Scores, least: &Least) -> Result<Calibration, ModelStatus> {
    let mut fitted = fit(&Table::new(scores), least);
    let Some(fit) = fitted.fit else {
        return Err(fitted.statuses.swap_remove(0));
    };
    Ok(Calibration {
        variances: variances(&fit),
        entries: (fit.entry.iter().zip(&fitted.places))
            .map(|(effect, &place)| (place, fit.mean + effect.value, effect.standard_error))
            .collect(),
        judges: fit
            .judge
            .iter()
            .map(|effect| (effect.value, effect.standard_error))
            .collect(),
    })
}
