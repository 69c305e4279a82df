//! What changed from one version of a rule set to the next.

use super::{AtTheCut, Deciding, Meeting, Method, OthersScores, Reading, RuleSet, TieBreak};
use crate::{criterion::Criterion, stage::Kind, text::Texts};

/// One difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another method.
    Method(Method, Method),
    /// Another merit floor, in hundredths of a percent.
    MeritFloor(u32, u32),
    /// Another quorum.
    Quorum(u32, u32),
    /// Another number of finalists.
    ShortlistSize(u32, u32),
    /// Ties are told apart by something else.
    TieBreak(Vec<TieBreak>, Vec<TieBreak>),
    /// Something else happens at the cut.
    AtTheCut(AtTheCut, AtTheCut),
    /// Judges read with names, or without.
    Reading(Reading, Reading),
    /// Judges see what the others gave at another time.
    OthersScores(OthersScores, OthersScores),
    /// The panel comes to its results in another way.
    Deciding(Deciding, Deciding),
    /// Another number of judges must be present for a result.
    MeetingQuorum(u32, u32),
    /// A criterion counts for another share, in hundredths of a percent.
    Share(Texts, u64, u64),
    /// A criterion has another scale.
    Scale(Texts),
    /// A criterion reads differently.
    Words(Texts),
    /// A criterion is new.
    Added(Texts),
    /// A criterion is gone.
    Removed(Texts),
}

/// Every difference, in the order of the page that shows the rules. Criteria are the same by their keys.
pub fn changes(before: &RuleSet, after: &RuleSet) -> Vec<Change> {
    let mut found = criteria_changes(before, after);
    if before.stages.interview.is_some() || after.stages.interview.is_some() {
        let of_interview = |rules: &RuleSet| rules.clone().in_stage(Kind::Interview);
        found.extend(criteria_changes(
            &of_interview(before),
            &of_interview(after),
        ));
    }
    if before.method != after.method {
        found.push(Change::Method(before.method, after.method));
    }
    if before.merit_floor != after.merit_floor {
        found.push(Change::MeritFloor(before.merit_floor, after.merit_floor));
    }
    if before.quorum != after.quorum {
        found.push(Change::Quorum(before.quorum, after.quorum));
    }
    if before.shortlist_size != after.shortlist_size {
        let (from, to) = (before.shortlist_size, after.shortlist_size);
        found.push(Change::ShortlistSize(from, to));
    }
    if before.tie_break != after.tie_break {
        let (from, to) = (before.tie_break.clone(), after.tie_break.clone());
        found.push(Change::TieBreak(from, to));
    }
    if before.at_the_cut != after.at_the_cut {
        found.push(Change::AtTheCut(before.at_the_cut, after.at_the_cut));
    }
    if before.reading != after.reading {
        found.push(Change::Reading(before.reading, after.reading));
    }
    if before.others_scores != after.others_scores {
        let (from, to) = (before.others_scores, after.others_scores);
        found.push(Change::OthersScores(from, to));
    }
    let Meeting { deciding, quorum } = before.meeting;
    if deciding != after.meeting.deciding {
        found.push(Change::Deciding(deciding, after.meeting.deciding));
    }
    if quorum != after.meeting.quorum {
        found.push(Change::MeetingQuorum(quorum, after.meeting.quorum));
    }
    found
}

/// What is different in the criteria of one stage.
fn criteria_changes(before: &RuleSet, after: &RuleSet) -> Vec<Change> {
    let mut found = Vec::new();
    for now in &after.criteria {
        let Some(then) = before.criteria.iter().find(|then| then.key == now.key) else {
            found.push(Change::Added(now.title.clone()));
            continue;
        };
        let (from, to) = (before.share(then), after.share(now));
        if from != to {
            found.push(Change::Share(now.title.clone(), from, to));
        }
        if then.scale != now.scale {
            found.push(Change::Scale(now.title.clone()));
        }
        let reads = |one: &Criterion| {
            (
                one.title.clone(),
                one.guidance.clone(),
                one.descriptors.clone(),
            )
        };
        if reads(then) != reads(now) {
            found.push(Change::Words(now.title.clone()));
        }
    }
    for then in &before.criteria {
        if !after.criteria.iter().any(|now| now.key == then.key) {
            found.push(Change::Removed(then.title.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::*;
    use crate::{
        criterion::{Points, Scale},
        rule_set::Status,
    };

    fn criterion(key: &str, weight: u32) -> Criterion {
        Criterion {
            id: Uuid::nil().into(),
            key: key.to_owned(),
            title: Texts::english(key),
            guidance: Texts::default(),
            weight,
            scale: Scale::new(Points::whole(0), Points::whole(5), Points::whole(1))
                .expect("a scale"),
            descriptors: BTreeMap::new(),
        }
    }

    fn rules(criteria: Vec<Criterion>) -> RuleSet {
        RuleSet {
            id: Uuid::nil().into(),
            number: 1,
            status: Status::Locked,
            method: Method::Mean,
            merit_floor: 6_000,
            quorum: 3,
            shortlist_size: 5,
            tie_break: vec![TieBreak::Criteria],
            stages: crate::stage::Stages::default(),
            at_the_cut: AtTheCut::default(),
            lot_seed: None,
            reading: Reading::default(),
            others_scores: OthersScores::default(),
            meeting: crate::rule_set::Meeting::default(),
            criteria,
            conflicts: None,
            digest: None,
        }
    }

    #[test]
    fn the_same_rules_have_no_changes() {
        let one = rules(vec![criterion("a", 1)]);
        assert_eq!(changes(&one, &one), []);
    }

    #[test]
    fn every_difference_is_named_with_both_values() {
        let before = rules(vec![criterion("a", 1), criterion("b", 1)]);
        let mut reworded = criterion("a", 3);
        reworded.guidance = Texts::english("Look twice.");
        let after = RuleSet {
            quorum: 2,
            method: Method::Calibrated,
            reading: Reading::Blind,
            ..rules(vec![reworded, criterion("c", 1)])
        };
        let title = |text: &str| Texts::english(text);
        assert_eq!(
            changes(&before, &after),
            [
                Change::Share(title("a"), 5_000, 7_500),
                Change::Words(title("a")),
                Change::Added(title("c")),
                Change::Removed(title("b")),
                Change::Method(Method::Mean, Method::Calibrated),
                Change::Quorum(3, 2),
                Change::Reading(Reading::Open, Reading::Blind),
            ]
        );
    }
}
