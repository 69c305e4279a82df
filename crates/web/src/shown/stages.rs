//! The stages of a rule set in words; nothing of them is shown where there is only the scoring.

use maud::{Markup, html};
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::stage::Kind;

use super::criteria::criteria;
use crate::say;
use crate::ui::prose::prose;
use crate::words::Words;

/// What a stage is called.
pub fn name(words: &Words, stage: Kind) -> String {
    words.get(&format!("stage-{stage}"))
}

/// What each stage is, in its order.
pub fn rules(words: &Words, rules: &RuleSet) -> Markup {
    let stages = &rules.stages;
    html! {
        @if let Some(sift) = &stages.sift {
            section.stack {
                h3 { (name(words, Kind::Sift)) }
                p { (say!(words, "stage-sift-text", votes = sift.votes)) " " (words.get(&format!("stage-sift-{}", sift.decides))) }
                (prose(sift.guidance.in_language(&words.language())))
            }
        }
        @if stages.are_on() {
            section.stack {
                h3 { (name(words, Kind::Scoring)) }
                p { @if stages.sift.is_some() { (say!(words, "stage-scoring-text")) " " (say!(words, "stage-scoring-late")) } @else { (say!(words, "stage-scoring-only")) } }
            }
        }
        @if let Some(interview) = &stages.interview {
            section.stack {
                h3 { (name(words, Kind::Interview)) }
                p { (say!(words, "stage-interview-text", quorum = interview.quorum)) }
                p {
                    @if interview.carried == 0 {
                        (say!(words, "stage-interview-equal"))
                    } @else {
                        (say!(words, "stage-interview-carried", part = say!(words, "words-percent", number = words.hundredths(interview.carried.into()))))
                    }
                }
                p { (say!(words, "stage-interview-late")) }
                (criteria(words, &rules.clone().in_stage(Kind::Interview)))
            }
        }
    }
}
