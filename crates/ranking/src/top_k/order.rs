//! Numbers put in order, in a time that grows as their count where they are spread at all evenly.

use crate::table::real;

/// Room for ordering, to be used again and again.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// Bits that are the smaller the greater the number, and where the number stands.
    keys: Vec<(u64, u32)>,
    buckets: Vec<u32>,
    starts: Vec<u32>,
    sorted: Vec<(u64, u32)>,
}

impl Order {
    /// The places of the numbers, the greatest first; equal ones in the order of their places.
    ///
    /// As many buckets as there are numbers divide what lies between the least and the greatest, and each is sorted by
    /// itself: a bucket that holds much costs what sorting it costs, and no more.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a bucket is between nought and their number, and the cast saturates"
    )]
    pub(super) fn descending(
        &mut self,
        numbers: impl Iterator<Item = f64> + Clone,
    ) -> impl Iterator<Item = usize> {
        self.keys.clear();
        (self.keys).extend((numbers.clone().zip(0..)).map(|(number, place)| (bits(number), place)));
        let many = self.keys.len();
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for number in numbers.clone() {
            least = least.min(number);
            most = most.max(number);
        }
        let scale = real(many.saturating_sub(1)) / (most - least);
        let scale = if scale.is_finite() { scale } else { 0.0 };
        self.buckets.clear();
        self.buckets
            .extend(numbers.map(|number| ((most - number) * scale) as u32));
        self.starts.clear();
        self.starts.resize(many + 1, 0);
        for bucket in &self.buckets {
            self.starts[*bucket as usize + 1] += 1;
        }
        for bucket in 1..=many {
            self.starts[bucket] += self.starts[bucket - 1];
        }
        self.sorted.resize(many, (0, 0));
        for (key, bucket) in self.keys.iter().zip(&self.buckets) {
            let start = &mut self.starts[*bucket as usize];
            self.sorted[*start as usize] = *key;
            *start += 1;
        }
        // Each start is now where the next bucket begins.
        let mut from = 0;
        for &to in &self.starts[..many] {
            let to = to as usize;
            if to > from + 1 {
                self.sorted[from..to].sort_unstable();
            }
            from = to;
        }
        self.sorted.iter().map(|&(_, place)| place as usize)
    }
}

/// Bits that are the smaller the greater the number.
fn bits(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 0 {
        !bits & !(1 << 63)
    } else {
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use proptest::prelude::*;

    fn check(numbers: &[f64]) {
        let mut expected: Vec<usize> = (0..numbers.len()).collect();
        expected.sort_by(|&left, &right| numbers[right].total_cmp(&numbers[left]));
        let mut order = Order::default();
        for _ in 0..2 {
            let found: Vec<usize> = order.descending(numbers.iter().copied()).collect();
            assert_eq!(found, expected, "{numbers:?}");
        }
    }

    #[test]
    fn numbers_far_apart_alike_or_alone_are_put_in_order() {
        for numbers in [
            &[] as &[f64],
            &[3.0],
            &[1.0, 1.0, 1.0],
            &[-1e300, 1e-300, 0.0, 5.0, 5.0, 1e300],
            &[f64::MAX, f64::MIN, 2.0, 1.0],
            &[-2.0, -1.0, -3.0],
        ] {
            check(numbers);
        }
    }

    proptest! {
        #[test]
        fn any_numbers_are_put_in_order(numbers in prop::collection::vec(-1e6f64..1e6, 0..300), far in -1e12f64..1e12) {
            check(&numbers);
            let mut with = numbers;
            with.push(far);
            check(&with);
        }
    }
}
