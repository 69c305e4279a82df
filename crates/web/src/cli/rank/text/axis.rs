//! The bars of the table: where a score lies among the others, and how far it may be off.

use plaudit_ranking::EntryReport;

/// How many standard errors on either side hold the true score nine times in ten.
const NINE_IN_TEN: f64 = 1.645;

/// What the bars stand on, and how many decimals tell scores apart.
pub(super) struct Axis {
    from: f64,
    to: f64,
    decimals: usize,
}

impl Axis {
    pub(super) fn of(entries: &[EntryReport]) -> Self {
        let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
        for entry in entries {
            if let Some(score) = entry.score {
                let reach = NINE_IN_TEN * entry.standard_error.unwrap_or(0.0);
                from = from.min(score - reach);
                to = to.max(score + reach);
            }
        }
        let range = if to > from { to - from } else { from.abs() };
        let decimals = [50.0, 5.0, 0.5, 0.05]
            .iter()
            .position(|least| range >= *least);
        Self {
            from,
            to,
            decimals: decimals.map_or(5, |place| place + 1),
        }
    }

    pub(super) fn number(&self, number: f64) -> String {
        let text = format!("{:.*}", self.decimals, number);
        // Beyond eight places it would not fit; and nought has no sign.
        match text.as_str() {
            _ if text.len() > 8 => format!("{number:.2e}"),
            negative if negative.trim_start_matches(['-', '0', '.']).is_empty() => {
                text.trim_start_matches('-').to_owned()
            }
            _ => text,
        }
    }

    /// The cell of a score, of so many.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a few cells, and the cast saturates"
    )]
    fn cell(&self, score: f64, cells: usize) -> usize {
        let range = self.to - self.from;
        let share = if range > 0.0 {
            (score - self.from) / range
        } else {
            0.5
        };
        ((share * cells as f64) as usize).min(cells - 1)
    }

    /// A score and its standard error in so many cells.
    pub(super) fn bar(&self, (score, error): (Option<f64>, Option<f64>), cells: usize) -> String {
        let Some(score) = score else {
            return " ".repeat(cells);
        };
        let reach = NINE_IN_TEN * error.unwrap_or(0.0);
        let (low, point, high) = (
            self.cell(score - reach, cells),
            self.cell(score, cells),
            self.cell(score + reach, cells),
        );
        (0..cells)
            .map(|cell| match cell {
                _ if cell == point => '●',
                _ if low <= cell && cell <= high => '━',
                _ => '·',
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_shows_the_score_and_how_far_it_may_be_off() {
        let axis = Axis {
            from: 0.0,
            to: 20.0,
            decimals: 1,
        };
        assert_eq!(
            axis.bar((Some(10.0), Some(2.0)), 20),
            "······━━━━●━━━······"
        );
        assert_eq!(axis.bar((Some(99.0), None), 20), "···················●");
        assert_eq!(axis.bar((None, None), 20), " ".repeat(20));
        assert_eq!(
            (axis.number(-0.01).as_str(), axis.number(1e12).as_str()),
            ("0.0", "1.00e12")
        );
    }
}
