//! Chances and points as they are said wherever scores are weighed.

use crate::say;
use crate::words::Words;

/// A share as whole percents. Nothing that is measured is certain, so that nearly nothing and nearly all are said as such.
pub fn chance(words: &Words, share: f64) -> String {
    if share < 0.005 {
        say!(words, "certainty-under", percent = words.percent(1))
    } else if share > 0.995 {
        say!(words, "certainty-over", percent = words.percent(99))
    } else {
        words.percent(percents(share))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a share is between nought and one"
)]
fn percents(share: f64) -> i64 {
    (100.0 * share).round() as i64
}

/// Points to one place, with a minus that is one.
pub fn points(value: f64) -> String {
    let said = format!("{value:.1}");
    if said == "-0.0" {
        return "0.0".to_owned();
    }
    said.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn a_chance_is_never_rounded_to_certainty() {
        let words = WordBook::load().english();
        let said = [0.0, 0.001, 0.126, 0.994, 0.9999, 1.0].map(|share| chance(&words, share));
        assert_eq!(
            said,
            ["under 1%", "under 1%", "13%", "99%", "over 99%", "over 99%"]
        );
    }

    #[test]
    fn points_have_one_place_and_nought_no_sign() {
        assert_eq!([-1.25, -0.04, 3.0].map(points), ["−1.2", "0.0", "3.0"]);
    }
}
