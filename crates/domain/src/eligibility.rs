//! Eligibility: the yes-or-no rules that the form asks, and what the answers amount to.

use crate::{ids::EligibilityRuleId, status::words, text::Texts};

words! {
    /// An answer to a rule.
    pub enum Answer as "eligibility answer" {
        /// It is so.
        Yes = "yes",
        /// It is not so.
        No = "no",
        /// The nominator does not know.
        Unsure = "unsure",
    }
}

/// A rule that the form asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: EligibilityRuleId,
    /// The question.
    pub prompt: Texts,
    /// What helps to answer it.
    pub help: Texts,
    /// The answer that makes eligible: yes or no.
    pub wanted: Answer,
}

words! {
    /// What the answers amount to, before an administrator decides.
    pub enum Outlook as "eligibility outlook" {
        /// Every rule is met, as far as the nominator says.
        Met = "met",
        /// At least one answer is unsure, and none speaks against.
        Unclear = "unclear",
        /// At least one answer speaks against.
        NotMet = "not-met",
    }
}

impl Rule {
    /// What one answer amounts to.
    pub fn outlook(&self, answer: Answer) -> Outlook {
        match answer {
            Answer::Unsure => Outlook::Unclear,
            answer if answer == self.wanted => Outlook::Met,
            _ => Outlook::NotMet,
        }
    }
}

/// What all the answers amount to: the worst of them.
pub fn outlook(answers: impl IntoIterator<Item = Outlook>) -> Outlook {
    answers.into_iter().max().unwrap_or(Outlook::Met)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_answer_against_outweighs_every_other() {
        assert_eq!(
            outlook([Outlook::Met, Outlook::NotMet, Outlook::Unclear]),
            Outlook::NotMet
        );
        assert_eq!(outlook([Outlook::Met, Outlook::Unclear]), Outlook::Unclear);
        assert_eq!(outlook([]), Outlook::Met);
    }

    #[test]
    fn a_rule_may_want_a_no() {
        let rule = Rule {
            id: uuid::Uuid::nil().into(),
            prompt: Texts::english("Is the nominee a judge?"),
            help: Texts::default(),
            wanted: Answer::No,
        };
        assert_eq!(rule.outlook(Answer::No), Outlook::Met);
        assert_eq!(rule.outlook(Answer::Yes), Outlook::NotMet);
        assert_eq!(rule.outlook(Answer::Unsure), Outlook::Unclear);
    }
}
