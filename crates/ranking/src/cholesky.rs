//! Cholesky factor and inverse of a dense symmetric matrix: in blocks, on one thread, in one fixed order of additions.
//!
//! Rows are kept four at a time, so that the four lanes of one column lie side by side: [`product`] then multiplies
//! two such panels into sixteen sums that stay in registers, which the compiler turns into vector instructions. Every
//! sum is formed in ascending order of its index whatever the machine, so results agree to the bit everywhere.

/// How many rows lie side by side.
const LANES: usize = 4;

/// How many columns are eliminated together; a multiple of [`LANES`].
const BLOCK: usize = 64;

/// How many terms of a sum are formed at a time, so that both panels stay in the nearest cache.
const DEPTH: usize = 256;

/// Four rows of one column.
type Lane = [f64; LANES];

/// A square matrix in panels of four rows: `lanes[panel · padded + column][row % 4]`. Only what is on and below the
/// diagonal counts. Shape: order × order, padded with the identity to a multiple of four.
#[derive(Debug, Clone)]
pub(crate) struct Panels {
    order: usize,
    padded: usize,
    lanes: Vec<Lane>,
}

impl Panels {
    /// The identity matrix.
    pub(crate) fn identity(order: usize) -> Self {
        let mut identity = Self::zero(order);
        for row in 0..identity.padded {
            *identity.at_mut(row, row) = 1.0;
        }
        identity
    }

    fn zero(order: usize) -> Self {
        let padded = order.next_multiple_of(LANES);
        Self {
            order,
            padded,
            lanes: vec![[0.0; LANES]; padded * padded / LANES],
        }
    }

    /// The element in a row and a column that is not to the right of the diagonal.
    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.lanes[row / LANES * self.padded + column][row % LANES]
    }

    /// The element of a symmetric matrix, on whichever side of the diagonal.
    pub(crate) fn symmetric(&self, row: usize, column: usize) -> f64 {
        self.at(row.max(column), row.min(column))
    }

    /// The element in a row and a column, to be changed.
    pub(crate) fn at_mut(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.lanes[row / LANES * self.padded + column][row % LANES]
    }

    /// Panel `index`, columns `from..to`.
    fn panel(&self, index: usize, from: usize, to: usize) -> &[Lane] {
        &self.lanes[index * self.padded + from..index * self.padded + to]
    }

    /// The factor L of `L·Lᵀ = self`, in place; `None` when the matrix is not positive definite.
    ///
    /// Time in O(order³ / 3) multiplications and additions.
    pub(crate) fn factor(mut self) -> Option<Factor> {
        for start in (0..self.padded).step_by(BLOCK) {
            let end = (start + BLOCK).min(self.padded);
            let mut block = Block::new(start, end);
            for panel in start / LANES..self.padded / LANES {
                let last = end.min((panel + 1) * LANES);
                for column in (start..last).step_by(LANES) {
                    self.eliminate(panel, column, 0, start);
                }
                let width = end.min(panel * LANES);
                let row = panel * self.padded;
                block.solve(&mut self.lanes[row + start..row + width]);
                if width < end {
                    self.finish_diagonal(panel, start)?;
                    block.learn(&self, panel);
                }
            }
        }
        Some(Factor(self))
    }

    /// Takes `Σ_k self[panel][k] · self[column…][k]` over `from..to` from the tile at `panel` and `column`.
    fn eliminate(&mut self, panel: usize, column: usize, from: usize, to: usize) {
        for depth in (from..to).step_by(DEPTH) {
            let until = (depth + DEPTH).min(to);
            let sums = product(
                self.panel(panel, depth, until),
                self.panel(column / LANES, depth, until),
            );
            let tile = &mut self.lanes[panel * self.padded + column..][..LANES];
            for (lane, sums) in tile.iter_mut().zip(&sums) {
                take(lane, sums);
            }
        }
    }

    /// The last tile of a panel, on the diagonal itself, one column after the other.
    fn finish_diagonal(&mut self, panel: usize, start: usize) -> Option<()> {
        let first = panel * LANES;
        for column in first..first + LANES {
            for row in column..first + LANES {
                let mut sum = self.at(row, column);
                for before in start..column {
                    sum -= self.at(row, before) * self.at(column, before);
                }
                *self.at_mut(row, column) = sum;
            }
            let pivot = self.at(column, column);
            if !(pivot > 0.0 && pivot.is_finite()) {
                return None;
            }
            let root = pivot.sqrt();
            for row in column..first + LANES {
                *self.at_mut(row, column) /= root;
            }
            for above in first..column {
                *self.at_mut(above, column) = 0.0;
            }
        }
        Some(())
    }
}

/// The lower triangular factor L.
#[derive(Debug, Clone)]
pub(crate) struct Factor(Panels);

impl Factor {
    /// `2·Σ log L_kk`, the logarithm of the determinant of `L·Lᵀ`.
    pub(crate) fn log_determinant(&self) -> f64 {
        let logs = (0..self.0.order).map(|row| libm::log(self.0.at(row, row)));
        2.0 * logs.sum::<f64>()
    }

    /// `L⁻¹·right`, in place.
    pub(crate) fn solve_lower(&self, right: &mut [f64]) {
        for row in 0..self.0.order {
            let lanes = self.0.panel(row / LANES, 0, row);
            let known: f64 = (lanes.iter().zip(&right[..row]))
                .map(|(lane, value)| lane[row % LANES] * value)
                .sum();
            right[row] = (right[row] - known) / self.0.at(row, row);
        }
    }

    /// `L⁻ᵀ·right`, in place.
    pub(crate) fn solve_upper(&self, right: &mut [f64]) {
        for row in (0..self.0.order).rev() {
            let value = right[row] / self.0.at(row, row);
            right[row] = value;
            let lanes = self.0.panel(row / LANES, 0, row);
            for (left, lane) in right[..row].iter_mut().zip(lanes) {
                *left -= lane[row % LANES] * value;
            }
        }
    }

    /// `L⁻ᵀ·right` for several right-hand sides that lie side by side, in place.
    pub(crate) fn solve_upper_many<const MANY: usize>(&self, right: &mut [[f64; MANY]]) {
        for row in (0..self.0.order).rev() {
            let diagonal = self.0.at(row, row);
            let values = right[row].map(|value| value / diagonal);
            right[row] = values;
            let lanes = self.0.panel(row / LANES, 0, row);
            for (left, lane) in right[..row].iter_mut().zip(lanes) {
                let factor = lane[row % LANES];
                for (left, value) in left.iter_mut().zip(&values) {
                    *left -= factor * value;
                }
            }
        }
    }

    /// `(L·Lᵀ)⁻¹`, on and below the diagonal.
    ///
    /// The rows of the identity are carried through the same elimination, which leaves U = L⁻ᵀ; then W = U·Uᵀ. Time
    /// in O(2·order³ / 3).
    pub(crate) fn inverse(&self) -> Panels {
        let turned = self.turned_inverse();
        let mut inverse = Panels::zero(self.0.order);
        let panels = turned.padded / LANES;
        for depth in (0..turned.padded).step_by(DEPTH) {
            let until = (depth + DEPTH).min(turned.padded);
            for row in 0..panels {
                let from = depth.max(row * LANES);
                if from >= until {
                    break;
                }
                for column in 0..=row {
                    let sums = product(
                        turned.panel(row, from, until),
                        turned.panel(column, from, until),
                    );
                    let tile = &mut inverse.lanes[row * turned.padded + column * LANES..][..LANES];
                    for (lane, sums) in tile.iter_mut().zip(&sums) {
                        for (value, sum) in lane.iter_mut().zip(sums) {
                            *value += sum;
                        }
                    }
                }
            }
        }
        inverse
    }

    /// U = L⁻ᵀ, on and **above** the diagonal.
    fn turned_inverse(&self) -> Panels {
        let mut turned = Panels::identity(self.0.order);
        for start in (0..turned.padded).step_by(BLOCK) {
            let end = (start + BLOCK).min(turned.padded);
            let mut block = Block::new(start, end);
            for panel in start / LANES..end / LANES {
                block.learn(&self.0, panel);
            }
            for panel in 0..end / LANES {
                let first = panel * LANES / BLOCK * BLOCK;
                for column in (start..end).step_by(LANES) {
                    for depth in (first..start).step_by(DEPTH) {
                        let until = (depth + DEPTH).min(start);
                        let sums = product(
                            turned.panel(panel, depth, until),
                            self.0.panel(column / LANES, depth, until),
                        );
                        let tile = &mut turned.lanes[panel * turned.padded + column..][..LANES];
                        for (lane, sums) in tile.iter_mut().zip(&sums) {
                            take(lane, sums);
                        }
                    }
                }
                let row = panel * turned.padded;
                block.solve(&mut turned.lanes[row + start..row + end]);
            }
        }
        turned
    }
}

/// The triangle on the diagonal of one block of columns, turned so that a column's elements lie side by side.
struct Block {
    start: usize,
    width: usize,
    columns: Vec<f64>,
}

impl Block {
    fn new(start: usize, end: usize) -> Self {
        let width = end - start;
        Self {
            start,
            width,
            columns: vec![0.0; width * width],
        }
    }

    /// Notes the finished rows of one panel of the triangle.
    fn learn(&mut self, factor: &Panels, panel: usize) {
        for row in panel * LANES..(panel + 1) * LANES {
            for column in self.start..=row {
                self.columns[(column - self.start) * self.width + row - self.start] =
                    factor.at(row, column);
            }
        }
    }

    /// Solves `x·Tᵀ = lanes` for the leading part of the triangle T, in place.
    fn solve(&self, lanes: &mut [Lane]) {
        for column in 0..lanes.len() {
            let factors = &self.columns[column * self.width..][..lanes.len()];
            let (done, left) = lanes.split_at_mut(column + 1);
            let value = &mut done[column];
            for lane in value.iter_mut() {
                *lane /= factors[column];
            }
            for (lane, factor) in left.iter_mut().zip(&factors[column + 1..]) {
                for (left, value) in lane.iter_mut().zip(value.iter()) {
                    *left -= factor * value;
                }
            }
        }
    }
}

/// `sums[c][r] = Σ_k left[k][r] · right[k][c]`, each sum in ascending order of k.
fn product(left: &[Lane], right: &[Lane]) -> [Lane; LANES] {
    let mut sums = [[0.0; LANES]; LANES];
    for (left, right) in left.iter().zip(right) {
        for (sums, right) in sums.iter_mut().zip(right) {
            for (sum, left) in sums.iter_mut().zip(left) {
                *sum += left * right;
            }
        }
    }
    sums
}

fn take(lane: &mut Lane, sums: &Lane) {
    for (value, sum) in lane.iter_mut().zip(sums) {
        *value -= sum;
    }
}

#[cfg(test)]
mod tests {
    use super::Panels;
    use proptest::prelude::*;

    /// A positive definite matrix of some order: `A·Aᵀ + order·I` with elements from a simple recurrence.
    fn positive(order: usize, seed: u32) -> Panels {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(state >> 8) / f64::from(1 << 24) - 0.5
        };
        let root: Vec<f64> = (0..order * order).map(|_| next()).collect();
        let mut matrix = Panels::identity(order);
        for row in 0..order {
            for column in 0..=row {
                let dot: f64 = (0..order)
                    .map(|term| root[row * order + term] * root[column * order + term])
                    .sum();
                *matrix.at_mut(row, column) += dot;
            }
        }
        matrix
    }

    fn check(order: usize, seed: u32) {
        let matrix = positive(order, seed);
        let factor = matrix.clone().factor().expect("it is positive definite");
        let inverse = factor.inverse();
        for row in 0..order {
            for column in 0..order {
                let product: f64 = (0..order)
                    .map(|term| matrix.symmetric(row, term) * inverse.symmetric(term, column))
                    .sum();
                let expected = f64::from(u8::from(row == column));
                assert!(
                    (product - expected).abs() < 1e-9,
                    "{order}: {row} {column} {product}"
                );
            }
        }
        let mut vector: Vec<f64> = (0..order).map(|row| matrix.symmetric(row, 0)).collect();
        let mut many: Vec<[f64; 2]> = vector.iter().map(|&value| [value, 2.0 * value]).collect();
        factor.solve_lower(&mut vector);
        factor.solve_upper(&mut vector);
        for (row, value) in vector.iter().enumerate() {
            assert!((value - f64::from(u8::from(row == 0))).abs() < 1e-9);
        }
        let mut single: Vec<f64> = many.iter().map(|pair| pair[1]).collect();
        factor.solve_upper_many(&mut many);
        factor.solve_upper(&mut single);
        assert_eq!(many.iter().map(|pair| pair[1]).collect::<Vec<_>>(), single);
    }

    #[test]
    fn orders_around_every_block_and_panel_are_inverted() {
        for order in [0, 1, 3, 4, 5, 63, 64, 65, 127, 130, 260] {
            check(order, 7);
        }
    }

    #[test]
    fn a_matrix_that_is_not_positive_has_no_factor() {
        let mut matrix = Panels::identity(70);
        *matrix.at_mut(66, 66) = -1.0;
        assert!(matrix.factor().is_none());
        let mut matrix = Panels::identity(3);
        *matrix.at_mut(1, 1) = f64::NAN;
        assert!(matrix.factor().is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn any_order_is_inverted(order in 1usize..90, seed: u32) {
            check(order, seed);
        }
    }
}
