//! Stages: the passes of judging that a rule set lists. The small award has one, the scoring, and says nothing of stages.

use serde_json::{Map, Value, json};

use crate::{
    criterion::Criterion, refusal::Refusal, rule_set::RuleSet, status::words, text::Texts,
};

words! {
    /// Which pass of judging; they come in this order.
    pub enum Kind as "stage" {
        /// Which cases are worth scoring: pass or fail.
        Sift = "sift",
        /// Every criterion of every case, from which the shortlist is made.
        Scoring = "scoring",
        /// The finalists are met, and scored by criteria of their own.
        Interview = "interview",
    }
}

words! {
    /// How the votes of a sift decide.
    pub enum Decides as "rule of a sift" {
        /// More passes than fails.
        Majority = "majority",
        /// One pass is enough.
        AnyPass = "any-pass",
    }
}

words! {
    /// What a judge of the sift says of a case.
    pub enum Vote as "vote" {
        /// It goes on.
        Pass = "pass",
        /// It does not.
        Fail = "fail",
        /// Somebody else has to say; why stands beside it.
        Unsure = "unsure",
    }
}

/// What the votes on a case come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes on.
    Pass,
    /// It does not.
    Fail,
    /// As many say one as the other, or nobody says either.
    Open,
    /// Too few have voted.
    Short,
}

/// The first stage: who is worth scoring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sift {
    /// How many votes a case needs.
    pub votes: u32,
    /// How they decide.
    pub decides: Decides,
    /// What a case must show to pass.
    pub guidance: Texts,
}

impl Sift {
    /// What these votes on a case come to.
    pub fn verdict(&self, votes: &[Vote]) -> Verdict {
        let count = |vote| votes.iter().filter(|one| **one == vote).count();
        let (passes, fails) = (count(Vote::Pass), count(Vote::Fail));
        if votes.len() < usize::try_from(self.votes).unwrap_or(usize::MAX) {
            return Verdict::Short;
        }
        match self.decides {
            Decides::AnyPass if passes > 0 => Verdict::Pass,
            Decides::AnyPass if fails == votes.len() => Verdict::Fail,
            Decides::Majority if passes > fails => Verdict::Pass,
            Decides::Majority if fails > passes => Verdict::Fail,
            Decides::AnyPass | Decides::Majority => Verdict::Open,
        }
    }
}

/// The last stage: the finalists are met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// How many scorecards a finalist needs.
    pub quorum: u32,
    /// How much the total of the scoring still counts, in hundredths of a percent; at nought the finalists restart equal.
    pub carried: u32,
    /// What is scored in it.
    pub criteria: Vec<Criterion>,
}

/// What a rule set has beside the scoring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// The sift before it.
    pub sift: Option<Sift>,
    /// The interview after it.
    pub interview: Option<Interview>,
}

impl Stages {
    /// Whether there is more than the scoring.
    pub fn are_on(&self) -> bool {
        self.sift.is_some() || self.interview.is_some()
    }

    /// The stages in their order.
    pub fn kinds(&self) -> Vec<Kind> {
        let has = |kind: &Kind| match kind {
            Kind::Sift => self.sift.is_some(),
            Kind::Scoring => true,
            Kind::Interview => self.interview.is_some(),
        };
        Kind::ALL.iter().copied().filter(has).collect()
    }

    /// The stage that judging begins with.
    pub fn first(&self) -> Kind {
        if self.sift.is_some() {
            Kind::Sift
        } else {
            Kind::Scoring
        }
    }

    /// The stage after this one.
    pub fn after(&self, stage: Kind) -> Option<Kind> {
        self.kinds().into_iter().find(|other| *other > stage)
    }

    /// The stage before this one.
    pub fn before(&self, stage: Kind) -> Option<Kind> {
        self.kinds().into_iter().rfind(|other| *other < stage)
    }

    /// How many votes or scorecards a case needs in a stage that has a number of its own.
    pub fn quorum_in(&self, stage: Kind) -> Option<u32> {
        match stage {
            Kind::Sift => self.sift.as_ref().map(|sift| sift.votes),
            Kind::Scoring => None,
            Kind::Interview => self.interview.as_ref().map(|interview| interview.quorum),
        }
    }

    /// As the rule set's row and its sealed text hold them; the criteria of the interview stand with the others.
    pub fn to_json(&self) -> Value {
        let mut all = Map::new();
        if let Some(sift) = &self.sift {
            let said = json!({
                "votes": sift.votes,
                "decides": sift.decides.as_str(),
                "guidance": sift.guidance,
            });
            all.insert(Kind::Sift.to_string(), said);
        }
        if let Some(interview) = &self.interview {
            let said = json!({ "quorum": interview.quorum, "carried": interview.carried });
            all.insert(Kind::Interview.to_string(), said);
        }
        Value::Object(all)
    }

    /// Reads what [`to_json`](Self::to_json) wrote, with the criteria of the interview.
    pub fn read(json: &Value, criteria: Vec<Criterion>) -> Option<Self> {
        let whole = |of: &Value, name: &str| u32::try_from(of.get(name)?.as_u64()?).ok();
        let sift = |said: &Value| {
            Some(Sift {
                votes: whole(said, "votes")?,
                decides: Decides::parse(said.get("decides")?.as_str()?).ok()?,
                guidance: serde_json::from_value(said.get("guidance")?.clone()).ok()?,
            })
        };
        let interview = |said: &Value| {
            Some(Interview {
                quorum: whole(said, "quorum")?,
                carried: whole(said, "carried")?,
                criteria,
            })
        };
        Some(Self {
            sift: match json.get(Kind::Sift.as_str()) {
                Some(said) => Some(sift(said)?),
                None => None,
            },
            interview: match json.get(Kind::Interview.as_str()) {
                Some(said) => Some(interview(said)?),
                None => None,
            },
        })
    }
}

impl RuleSet {
    /// Every criterion of every stage.
    pub fn every_criterion(&self) -> impl Iterator<Item = &Criterion> {
        let interview = self.stages.interview.iter();
        let of_interview = interview.flat_map(|interview| &interview.criteria);
        self.criteria.iter().chain(of_interview)
    }

    /// What is scored in a stage; nothing in a sift.
    pub fn criteria_in(&self, stage: Kind) -> &[Criterion] {
        match (stage, &self.stages.interview) {
            (Kind::Scoring, _) => &self.criteria,
            (Kind::Interview, Some(interview)) => &interview.criteria,
            (Kind::Sift | Kind::Interview, _) => &[],
        }
    }

    /// The rules as they hold in a stage: its own criteria and quorum in their places.
    #[must_use]
    pub fn in_stage(self, stage: Kind) -> Self {
        Self {
            quorum: self.stages.quorum_in(stage).unwrap_or(self.quorum),
            criteria: self.criteria_in(stage).to_vec(),
            ..self
        }
    }
}

/// Whether the list of who goes on is what the votes come to; where it is not, there is a reason.
pub fn departs(verdict: Verdict, goes_on: bool) -> bool {
    match verdict {
        Verdict::Pass => !goes_on,
        Verdict::Fail => goes_on,
        Verdict::Open | Verdict::Short => true,
    }
}

/// A vote is there, and says why where it has to.
pub fn complete_vote(vote: Option<Vote>, comment: &str) -> Result<(), Refusal> {
    match vote {
        None => Err(Refusal::ScoresMissing { missing: 1 }),
        Some(Vote::Unsure) if comment.trim().is_empty() => Err(Refusal::ReasonNeeded),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sift(votes: u32, decides: Decides) -> Sift {
        Sift {
            votes,
            decides,
            guidance: Texts::english("A change that can be told."),
        }
    }

    #[test]
    fn votes_decide_as_the_rule_says_and_leave_open_what_they_do_not_settle() {
        use Vote::{Fail, Pass, Unsure};
        let cases: [&[Vote]; 6] = [
            &[Pass, Pass],
            &[Pass, Fail],
            &[Fail, Fail],
            &[Fail, Unsure],
            &[Unsure, Unsure],
            &[Pass],
        ];
        let of = |decides| cases.map(|votes| sift(2, decides).verdict(votes));
        assert_eq!(
            of(Decides::Majority),
            [
                Verdict::Pass,
                Verdict::Open,
                Verdict::Fail,
                Verdict::Fail,
                Verdict::Open,
                Verdict::Short,
            ]
        );
        assert_eq!(
            of(Decides::AnyPass),
            [
                Verdict::Pass,
                Verdict::Pass,
                Verdict::Fail,
                Verdict::Open,
                Verdict::Open,
                Verdict::Short,
            ]
        );
    }

    #[test]
    fn stages_come_in_their_order_and_only_those_that_are_on() {
        let none = Stages::default();
        assert_eq!(none.kinds(), [Kind::Scoring]);
        assert_eq!(
            (none.first(), none.after(Kind::Scoring)),
            (Kind::Scoring, None)
        );
        let all = Stages {
            sift: Some(sift(2, Decides::Majority)),
            interview: Some(Interview {
                quorum: 3,
                carried: 0,
                criteria: Vec::new(),
            }),
        };
        assert_eq!(all.kinds(), Kind::ALL);
        assert_eq!(all.first(), Kind::Sift);
        assert_eq!(all.after(Kind::Sift), Some(Kind::Scoring));
        assert_eq!(all.before(Kind::Scoring), Some(Kind::Sift));
        assert_eq!(all.after(Kind::Interview), None);
        assert_eq!(Stages::read(&all.to_json(), Vec::new()), Some(all));
    }

    #[test]
    fn whoever_departs_from_the_votes_or_decides_for_them_says_why() {
        let asked = [Verdict::Pass, Verdict::Fail, Verdict::Open, Verdict::Short];
        assert_eq!(
            asked.map(|verdict| departs(verdict, true)),
            [false, true, true, true]
        );
        assert_eq!(
            asked.map(|verdict| departs(verdict, false)),
            [true, false, true, true]
        );
    }

    #[test]
    fn whoever_is_unsure_says_why() {
        assert_eq!(complete_vote(Some(Vote::Fail), ""), Ok(()));
        assert_eq!(
            complete_vote(Some(Vote::Unsure), " "),
            Err(Refusal::ReasonNeeded)
        );
        assert_eq!(complete_vote(Some(Vote::Unsure), "No figures."), Ok(()));
        let missing = Refusal::ScoresMissing { missing: 1 };
        assert_eq!(complete_vote(None, "No figures."), Err(missing));
    }
}
