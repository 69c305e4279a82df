//! Exact fractions, so that a tie is a tie and nothing else is.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// An exact fraction in lowest terms.
///
/// Numerator and denominator stay within ±2¹¹², which leaves room for every step that this crate makes with them.
/// Two fractions are equal exactly when their fields are, and are ordered exactly, without rounding or overflow.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// The greatest numerator or denominator, in absolute value, that a fraction may have in lowest terms.
    pub const LIMIT: i128 = 1 << 112;

    /// Nought.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };

    /// `numerator / denominator`, in lowest terms; `None` when the denominator is nought or either of them exceeds
    /// [`Ratio::LIMIT`] once reduced.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        if denominator == 0 {
            return None;
        }
        let top = i128::try_from(numerator.unsigned_abs() / divisor).ok()?;
        let bottom = i128::try_from(denominator.unsigned_abs() / divisor).ok()?;
        let below = (numerator < 0) != (denominator < 0);
        (top <= Self::LIMIT && bottom <= Self::LIMIT).then_some(Self {
            numerator: if below { -top } else { top },
            denominator: bottom,
        })
    }

    /// The whole number `value`.
    pub fn whole(value: i64) -> Self {
        Self {
            numerator: i128::from(value),
            denominator: 1,
        }
    }

    /// The part above the line; it carries the sign.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The part below the line; at least 1.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// The value in hundredths, halves rounded up (towards +∞): 59.995 gives 6000, −0.005 gives 0.
    pub fn hundredths(self) -> i128 {
        let whole = self.numerator.div_euclid(self.denominator);
        let rest = self.numerator.rem_euclid(self.denominator);
        whole * 100 + (rest * 200 + self.denominator) / (self.denominator * 2)
    }

    /// The nearest double, for drawing and for statistics; never for comparing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest double is what is asked for"
    )]
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// `self − other`; `None` when the result does not fit.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(
            left.checked_sub(right)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }

    /// `self / other`; `None` when `other` is nought or the result does not fit.
    pub(crate) fn over(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.denominator)?,
            self.denominator.checked_mul(other.numerator)?,
        )
    }
}

impl Ord for Ratio {
    /// Compares the whole parts, then what remains of both turned upside down, and so on (as Euclid would): no
    /// product is ever formed, so nothing can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = (
            (self.numerator, self.denominator),
            (other.numerator, other.denominator),
        );
        let mut turned = false;
        loop {
            let wholes = left.0.div_euclid(left.1).cmp(&right.0.div_euclid(right.1));
            let rests = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
            let order = match (wholes, rests) {
                (Ordering::Equal, (0, 0)) => return Ordering::Equal,
                (Ordering::Equal, (0, _)) => Ordering::Less,
                (Ordering::Equal, (_, 0)) => Ordering::Greater,
                (Ordering::Equal, (left_rest, right_rest)) => {
                    left = (left.1, left_rest);
                    right = (right.1, right_rest);
                    turned = !turned;
                    continue;
                }
                (unequal, _) => unequal,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A text that is no number, or one that an exact fraction cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberFault {
    /// Not digits with at most one point, a sign and an exponent; `NaN` and `inf` among others.
    #[error("this is not a number")]
    NotANumber,
    /// More digits, or a larger exponent, than [`Ratio::LIMIT`] has room for.
    #[error("this number has too many digits")]
    TooLarge,
}

impl FromStr for Ratio {
    type Err = NumberFault;

    /// Reads a decimal number exactly: `-7`, `3.25`, `.5`, `1e-3`.
    fn from_str(text: &str) -> Result<Self, NumberFault> {
        let (sign, unsigned) = match text.as_bytes() {
            [b'-', ..] => (-1, &text[1..]),
            [b'+', ..] => (1, &text[1..]),
            _ => (1, text),
        };
        let (digits, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, Some(exponent)),
            None => (unsigned, None),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + part.len() == 0 || !is_number(whole) || !is_number(part) {
            return Err(NumberFault::NotANumber);
        }
        let shift: i64 = match exponent {
            None => 0,
            Some(text) => {
                let bare = text.strip_prefix(['-', '+']).unwrap_or(text);
                if bare.is_empty() || !is_number(bare) {
                    return Err(NumberFault::NotANumber);
                }
                text.parse().map_err(|_| NumberFault::TooLarge)?
            }
        };
        let part = part.trim_end_matches('0');
        let mut value: i128 = 0;
        for digit in whole.bytes().chain(part.bytes()) {
            value = (value.checked_mul(10))
                .and_then(|value| value.checked_add(i128::from(digit - b'0')))
                .ok_or(NumberFault::TooLarge)?;
        }
        if value == 0 {
            return Ok(Self::ZERO);
        }
        let places = i64::try_from(part.len()).map_err(|_| NumberFault::TooLarge)?;
        let shift = shift.checked_sub(places).ok_or(NumberFault::TooLarge)?;
        let power = u32::try_from(shift.unsigned_abs())
            .ok()
            .and_then(|power| 10i128.checked_pow(power))
            .ok_or(NumberFault::TooLarge)?;
        let (above, below) = if shift < 0 {
            (Some(value), power)
        } else {
            (value.checked_mul(power), 1)
        };
        above
            .and_then(|above| Self::new(sign * above, below))
            .ok_or(NumberFault::TooLarge)
    }
}

impl fmt::Display for Ratio {
    /// `64`, or `191/3`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            write!(out, "{}", self.numerator)
        } else {
            write!(out, "{}/{}", self.numerator, self.denominator)
        }
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// Euclid's algorithm; of nought and nought it is nought.
pub(crate) fn greatest_common_divisor(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::{NumberFault, Ratio};
    use proptest::prelude::*;

    #[test]
    fn a_fraction_stands_in_lowest_terms_with_its_sign_above() {
        assert_eq!(
            Ratio::new(6, -4).map(|ratio| ratio.to_string()),
            Some("-3/2".to_owned())
        );
        assert_eq!(Ratio::new(0, -7), Some(Ratio::ZERO));
        assert_eq!(Ratio::new(i128::MIN, i128::MIN), Some(Ratio::whole(1)));
    }

    #[test]
    fn nothing_over_nought_is_no_fraction_and_neither_is_one_beyond_the_limit() {
        assert_eq!(Ratio::new(0, 0), None);
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::new(i128::MIN, 1), None);
        assert_eq!(Ratio::new(1, Ratio::LIMIT + 1), None);
    }

    #[test]
    fn halves_of_a_hundredth_are_rounded_up() {
        let hundredths =
            |numerator, denominator| Ratio::new(numerator, denominator).map(Ratio::hundredths);
        assert_eq!(hundredths(59_995, 1000), Some(6000));
        assert_eq!(hundredths(59_994_999, 1_000_000), Some(5999));
        assert_eq!(hundredths(2, 3), Some(67));
        assert_eq!(hundredths(-1, 200), Some(0));
        assert_eq!(hundredths(Ratio::LIMIT, 1), Some(Ratio::LIMIT * 100));
        assert_eq!(hundredths(Ratio::LIMIT - 1, Ratio::LIMIT), Some(100));
    }

    #[test]
    fn fractions_too_close_for_a_double_are_still_told_apart() {
        let (low, high) = (
            Ratio::new(Ratio::LIMIT - 2, Ratio::LIMIT - 1),
            Ratio::new(Ratio::LIMIT - 1, Ratio::LIMIT),
        );
        assert!(low < high);
        assert_eq!(
            low.map(|ratio| ratio.to_f64().to_bits()),
            high.map(|ratio| ratio.to_f64().to_bits())
        );
    }

    #[test]
    fn decimals_are_read_exactly_or_refused_by_name() {
        let read = |text: &str| text.parse::<Ratio>();
        assert_eq!(
            read("-3.250"),
            Ratio::new(-13, 4).ok_or(NumberFault::TooLarge)
        );
        assert_eq!(read("+.5E1"), Ok(Ratio::whole(5)));
        assert_eq!(read("0e999"), Ok(Ratio::ZERO));
        assert_eq!(read("1e999"), Err(NumberFault::TooLarge));
        assert_eq!(read("1e99999999999999999999"), Err(NumberFault::TooLarge));
        for text in [
            "", ".", "NaN", "inf", "1,5", "1e", "--1", "1 ", "0x1", "1e+-2", "٣",
        ] {
            assert_eq!(read(text), Err(NumberFault::NotANumber), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text: String) {
            let _ = text.parse::<Ratio>();
        }

        #[test]
        fn the_order_is_that_of_the_cross_products(a in -999i128..999, b in 1i128..999, c in -999i128..999, d in 1i128..999) {
            let (left, right) = (Ratio::new(a, b), Ratio::new(c, d));
            prop_assert_eq!(left.cmp(&right), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn no_pair_of_numbers_panics(a: i128, b: i128, c: i128, d: i128) {
            if let (Some(left), Some(right)) = (Ratio::new(a, b), Ratio::new(c, d)) {
                prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
                let _ = (left.hundredths(), left.minus(right), left.over(right), left.to_f64());
            }
        }
    }
}
