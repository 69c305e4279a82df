//! The stages of a rule set in words; nothing of them is shown where there is only the scoring.

use maud::{Markup, html};
use plaudit_domain::rule_set::RuleSet;
use plaudit_domain::stage::Kind;

use crate::say;
use crate::ui::prose::prose;
use crate::words::Words;

/// What a stage is called.
pub fn name(words: &Words, stage: Kind) -> String {
    words.get(&format!("stage-{stage}"))
}

/// What each stage is, in its order.
pub fn rules(words: &Words, rules: &RuleSet) -> Markup {
    html! {
        @if let Some(sift) = &rules.stages.sift {
            section.stack {
                h3 { (name(words, Kind::Sift)) }
                p { (say!(words, "stage-sift-text", votes = sift.votes)) " " (words.get(&format!("stage-sift-{}", sift.decides))) }
                (prose(sift.guidance.in_language(&words.language())))
            }
            section.stack {
                h3 { (name(words, Kind::Scoring)) }
                p { (say!(words, "stage-scoring-text")) }
            }
        }
    }
}
