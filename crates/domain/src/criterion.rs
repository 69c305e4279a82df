//! Criteria: what is scored, on which scale, with what each point means and how much it counts.

use std::collections::BTreeMap;

use crate::{
    ids::CriterionId,
    text::{Fault, Texts},
};

/// A value on a scale, in hundredths of a point, so that half and quarter points are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub i64);

impl Points {
    /// A whole number of points.
    pub fn whole(points: i64) -> Self {
        Self(points.saturating_mul(100))
    }

    /// Reads `3`, `2.5` or `-1.25`.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Fault::Missing);
        }
        let (negative, digits) = typed
            .strip_prefix('-')
            .map_or((false, typed), |rest| (true, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !plain(whole) || !plain(part) {
            return Err(Fault::Malformed);
        }
        let hundredths: i64 = format!("{whole}{part:0<2}")
            .parse()
            .map_err(|_| Fault::Malformed)?;
        Ok(Self(if negative { -hundredths } else { hundredths }))
    }
}

impl std::fmt::Display for Points {
    /// Writes no more decimals than the value has: `3`, `2.5`, `-1.25`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match part {
            0 => write!(f, "{sign}{whole}"),
            part if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            part => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// From where to where scores go, and in which steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    lowest: Points,
    highest: Points,
    step: Points,
}

/// The most steps that a scale may have: more cannot be described, nor told apart.
pub const STEPS_LIMIT: i64 = 100;

impl Scale {
    /// A scale whose highest point is a whole number of steps above its lowest, at most [`STEPS_LIMIT`] of them.
    pub fn new(lowest: Points, highest: Points, step: Points) -> Result<Self, Fault> {
        if highest <= lowest {
            return Err(Fault::EndsBeforeStart);
        }
        let width = highest.0 - lowest.0;
        if step.0 <= 0 || width % step.0 != 0 || width / step.0 > STEPS_LIMIT {
            return Err(Fault::Malformed);
        }
        Ok(Self {
            lowest,
            highest,
            step,
        })
    }

    /// The lowest point.
    pub fn lowest(self) -> Points {
        self.lowest
    }

    /// The highest point.
    pub fn highest(self) -> Points {
        self.highest
    }

    /// From one point to the next.
    pub fn step(self) -> Points {
        self.step
    }

    /// How many steps lead from the lowest to the highest point.
    pub fn steps(self) -> i64 {
        (self.highest.0 - self.lowest.0) / self.step.0
    }

    /// The value so many steps up, if it is on the scale.
    pub fn value(self, steps: i64) -> Option<Points> {
        (0..=self.steps())
            .contains(&steps)
            .then(|| Points(self.lowest.0 + steps * self.step.0))
    }

    /// How many steps up this value is, if it is a point of the scale.
    pub fn steps_to(self, value: Points) -> Option<i64> {
        let above = value.0 - self.lowest.0;
        (above >= 0 && value <= self.highest && above % self.step.0 == 0)
            .then(|| above / self.step.0)
    }

    /// Every point of the scale, from the lowest: steps and value.
    pub fn points(self) -> impl DoubleEndedIterator<Item = (i64, Points)> {
        (0..=self.steps()).map(move |steps| (steps, Points(self.lowest.0 + steps * self.step.0)))
    }
}

/// What is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its id, new in each rule set.
    pub id: CriterionId,
    /// Its short name in files: `progress`.
    pub key: String,
    /// Its name.
    pub title: Texts,
    /// What judges are to look at.
    pub guidance: Texts,
    /// How much it counts, against the sum of all weights.
    pub weight: u32,
    /// The scale.
    pub scale: Scale,
    /// What each point means, by its steps from the lowest.
    pub descriptors: BTreeMap<i64, Texts>,
}

impl Criterion {
    /// Whether every point of its scale says what it means.
    pub fn is_described(&self) -> bool {
        self.scale
            .points()
            .all(|(steps, _)| self.descriptors.contains_key(&steps))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("3", 300, "3")]
    #[case("2.5", 250, "2.5")]
    #[case("-1.25", -125, "-1.25")]
    #[case("0.05", 5, "0.05")]
    fn points_are_exact(#[case] typed: &str, #[case] hundredths: i64, #[case] shown: &str) {
        assert_eq!(Points::parse(typed), Ok(Points(hundredths)));
        assert_eq!(Points(hundredths).to_string(), shown);
    }

    #[test]
    fn points_refuse_what_is_no_number() {
        for typed in ["1,5", "NaN", "1e3", "1.234", ".5", "+1", "--1"] {
            assert_eq!(Points::parse(typed), Err(Fault::Malformed), "{typed}");
        }
    }

    #[test]
    fn a_scale_knows_its_points() {
        let scale = Scale::new(Points::whole(1), Points::whole(3), Points(50)).expect("a scale");
        let values: Vec<String> = scale.points().map(|(_, value)| value.to_string()).collect();
        assert_eq!(values, ["1", "1.5", "2", "2.5", "3"]);
        assert_eq!(scale.steps_to(Points(250)), Some(3));
        assert_eq!(scale.steps_to(Points(240)), None);
        assert_eq!(scale.value(5), None);
    }

    #[test]
    fn a_scale_must_come_out_even() {
        assert_eq!(
            Scale::new(Points(0), Points(500), Points(300)),
            Err(Fault::Malformed)
        );
        assert_eq!(
            Scale::new(Points(500), Points(0), Points(100)),
            Err(Fault::EndsBeforeStart)
        );
        assert_eq!(
            Scale::new(Points(0), Points(500), Points(0)),
            Err(Fault::Malformed)
        );
        assert_eq!(
            Scale::new(Points(0), Points(10_100), Points(100)),
            Err(Fault::Malformed)
        );
    }
}
