//! The conflict policy: what a declared interest leads to, by its kind. It is a part of the rule set, and locked with it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Declaration, Event, Kind};
use crate::status::words;

words! {
    /// What an interest of one kind leads to, at the declaration and by itself.
    pub enum Effect as "effect of an interest" {
        /// Out of the case.
        OutOfCase = "out-of-case",
        /// Out of every case of the category: who judges the rivals judges the case.
        OutOfCategory = "out-of-category",
        /// The interest is on record, and they stay.
        Stay = "stay",
        /// Somebody rules on it; until then they are kept from the case.
        ByHand = "by-hand",
    }
}

impl Effect {
    /// What happens to the declared interest by itself; nothing where it waits for a ruling.
    pub const fn event(self) -> Option<Event> {
        match self {
            Self::OutOfCase | Self::OutOfCategory => Some(Event::RuleRecused),
            Self::Stay => Some(Event::RuleMayJudge),
            Self::ByHand => None,
        }
    }
}

words! {
    /// Who rules on what is ruled on by hand.
    pub enum Ruler as "who rules on interests" {
        /// An administrator.
        Administrator = "administrator",
        /// The chair; the deputy where the chair has an interest in the case; an administrator where neither can.
        Chair = "chair",
    }
}

/// The longest look-back, in years.
pub const MOST_YEARS: u32 = 20;

/// What each kind of interest leads to.
///
/// A part in the case (nominee, nominator, referee) always leads out of it, and an unsure answer is always ruled on: neither can be
/// chosen otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictPolicy {
    effects: BTreeMap<Kind, Effect>,
    /// How many years back an earlier employer matters.
    pub look_back_years: u32,
    /// Who rules on what is ruled on by hand.
    pub ruler: Ruler,
}

impl Default for ConflictPolicy {
    /// What a society would expect: plain conflicts lead out of the case, the rest is ruled on.
    fn default() -> Self {
        use Effect::{ByHand, OutOfCase};
        Self::new(
            [
                (Kind::Employer, OutOfCase),
                (Kind::EmployerBefore, ByHand),
                (Kind::Family, OutOfCase),
                (Kind::LineManagement, OutOfCase),
                (Kind::Supplier, ByHand),
                (Kind::Support, OutOfCase),
                (Kind::Other, ByHand),
            ],
            3,
            Ruler::Administrator,
        )
    }
}

impl ConflictPolicy {
    /// A policy; a kind that is left out is ruled on by hand, and years beyond [`MOST_YEARS`] are cut to it.
    pub fn new(
        effects: impl IntoIterator<Item = (Kind, Effect)>,
        look_back_years: u32,
        ruler: Ruler,
    ) -> Self {
        let effects = effects
            .into_iter()
            .filter(|(kind, _)| *kind != Kind::Part)
            .collect();
        Self {
            effects,
            look_back_years: look_back_years.min(MOST_YEARS),
            ruler,
        }
    }

    /// The policy of a season that was set up before there was one: everything is ruled on by an administrator.
    pub fn by_hand() -> Self {
        Self::new([], 3, Ruler::Administrator)
    }

    /// The same policy, ruled on by administrators alone.
    #[must_use]
    pub fn ruled_by_administrators(self) -> Self {
        Self {
            ruler: Ruler::Administrator,
            ..self
        }
    }

    /// What an interest of this kind leads to.
    pub fn effect(&self, kind: Kind) -> Effect {
        match kind {
            Kind::Part => Effect::OutOfCase,
            kind => self.effects.get(&kind).copied().unwrap_or(Effect::ByHand),
        }
    }

    /// What this answer leads to; nothing where there is no interest.
    pub fn effect_of(&self, declaration: &Declaration) -> Option<Effect> {
        match declaration {
            Declaration::None => None,
            Declaration::Interest { kind, .. } => Some(self.effect(*kind)),
            Declaration::Unsure { .. } => Some(Effect::ByHand),
        }
    }

    /// The policy as it is kept and sealed.
    pub fn to_json(&self) -> Value {
        let effects: serde_json::Map<String, Value> = Kind::CHOSEN
            .iter()
            .map(|kind| (kind.to_string(), json!(self.effect(*kind).as_str())))
            .collect();
        json!({
            "effects": effects,
            "look_back_years": self.look_back_years,
            "ruler": self.ruler.as_str(),
        })
    }

    /// Reads what [`to_json`](Self::to_json) wrote; nothing else is understood.
    pub fn read(json: &Value) -> Option<Self> {
        let effects = json.get("effects")?.as_object()?;
        let effects = effects
            .iter()
            .map(|(kind, effect)| {
                let effect = Effect::parse(effect.as_str()?).ok()?;
                Some((Kind::parse(kind).ok()?, effect))
            })
            .collect::<Option<Vec<_>>>()?;
        let years = u32::try_from(json.get("look_back_years")?.as_u64()?).ok()?;
        let ruler = Ruler::parse(json.get("ruler")?.as_str()?).ok()?;
        Some(Self::new(effects, years, ruler))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_reads_back_and_knows_nothing_else() {
        let policy = ConflictPolicy::default();
        assert_eq!(ConflictPolicy::read(&policy.to_json()), Some(policy));
        assert_eq!(ConflictPolicy::read(&json!({})), None);
        let mut strange = ConflictPolicy::by_hand().to_json();
        strange["effects"]["family"] = json!("dice");
        assert_eq!(ConflictPolicy::read(&strange), None);
    }

    #[test]
    fn nobody_can_choose_that_a_nominee_stays_or_that_doubt_decides_itself() {
        let policy = ConflictPolicy::new([(Kind::Part, Effect::Stay)], 99, Ruler::Chair);
        assert_eq!(policy.effect(Kind::Part), Effect::OutOfCase);
        assert_eq!(policy.look_back_years, MOST_YEARS);
        let unsure = Declaration::Unsure { words: "?".into() };
        assert_eq!(policy.effect_of(&unsure), Some(Effect::ByHand));
        assert_eq!(policy.effect_of(&Declaration::None), None);
    }

    #[test]
    fn the_default_leads_plain_conflicts_out_and_leaves_the_rest_to_a_ruling() {
        let policy = ConflictPolicy::default();
        let effects: Vec<&str> = Kind::CHOSEN
            .iter()
            .map(|kind| policy.effect(*kind).as_str())
            .collect();
        assert_eq!(
            effects,
            [
                "out-of-case",
                "by-hand",
                "out-of-case",
                "out-of-case",
                "by-hand",
                "out-of-case",
                "by-hand"
            ]
        );
    }
}
