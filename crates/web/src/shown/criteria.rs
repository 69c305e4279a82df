//! What a season is judged by: each criterion with its weight and what every point of its scale means, and the rules
//! by which the scores become a shortlist.

use maud::{Markup, Render, html};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::rule_set::{AtTheCut, Deciding, OthersScores, Reading, RuleSet, Status};
use plaudit_domain::standing::certainty::LEAST_TO_NAME;

use super::interest;
use crate::say;
use crate::ui::table::Table;
use crate::words::Words;

/// Every criterion of a rule set, in its order.
pub fn criteria(words: &Words, rules: &RuleSet) -> Markup {
    html! {
        @for criterion in &rules.criteria {
            section.criterion {
                h3 {
                    (criterion.title.in_language(&words.language()))
                    " "
                    span.muted { (share(words, rules, criterion)) }
                }
                @let guidance = criterion.guidance.in_language(&words.language());
                @if !guidance.is_empty() { p { (guidance) } }
                (descriptors(words, criterion))
            }
        }
    }
}

/// A criterion's share of the whole: "35%".
pub fn share(words: &Words, rules: &RuleSet, criterion: &Criterion) -> String {
    let share = i64::try_from(rules.share(criterion)).unwrap_or_default();
    say!(words, "words-percent", number = words.hundredths(share))
}

/// What each point of a criterion's scale means.
pub fn descriptors(words: &Words, criterion: &Criterion) -> Markup {
    let title = criterion.title.in_language(&words.language()).to_owned();
    let points: Vec<_> = criterion.scale.points().collect();
    Table::new(say!(words, "criteria-caption", criterion = title), &points)
        .head_number(say!(words, "criteria-points"), |(_, value)| {
            words.hundredths(value.0)
        })
        .words(say!(words, "criteria-meaning"), |(steps, _)| {
            html! {
                @match criterion.descriptors.get(steps) {
                    Some(meaning) => (meaning.in_language(&words.language())),
                    None => span.muted { (say!(words, "criteria-no-descriptor")) },
                }
            }
        })
        .caption_hidden()
        .render()
}

/// The rules beside the criteria, with the version that they stand in.
pub fn rules(words: &Words, rules: &RuleSet) -> Markup {
    let floor = say!(
        words,
        "words-percent",
        number = words.hundredths(i64::from(rules.merit_floor))
    );
    let tie_breaks: Vec<String> = rules
        .tie_break
        .iter()
        .map(|rule| say!(words, &format!("criteria-tie-{rule}")))
        .collect();
    html! {
        ul {
            li { (words.get(&format!("criteria-method-{}", rules.method))) }
            li { (say!(words, "criteria-floor", floor = floor)) }
            li { (say!(words, "criteria-quorum", quorum = rules.quorum)) }
            li { (say!(words, "criteria-size", size = rules.shortlist_size)) }
            @if !tie_breaks.is_empty() {
                li { (say!(words, "criteria-ties", rules = words.list(&tie_breaks))) }
            }
            // What is left as it usually is goes without saying.
            @if rules.at_the_cut != AtTheCut::default() {
                li { (words.get(&format!("criteria-at-the-cut-{}", rules.at_the_cut))) }
            }
            @if rules.others_scores != OthersScores::default() {
                li { (words.get(&format!("criteria-others-{}", rules.others_scores))) }
            }
            @let (judges, cases) = LEAST_TO_NAME;
            li { (say!(words, "criteria-diagnostics", judges = judges, cases = cases)) }
            @if rules.meeting.deciding == Deciding::Ballot {
                li { (say!(words, "criteria-ballot")) }
            }
            @if rules.meeting.quorum > 0 {
                li { (say!(words, "criteria-meeting-quorum", judges = rules.meeting.quorum)) }
            }
        }
        @if rules.reading == Reading::Open { p { (say!(words, "criteria-reading-open")) } }
        @if let Some(seed) = &rules.lot_seed {
            p.muted { (say!(words, "criteria-lot-seed")) " " code.digest { (seed) } }
        }
        @if rules.reading == Reading::Blind {
            @let until = if rules.stages.interview.is_some() { "criteria-blind-until-interview" } else { "criteria-blind-until" };
            h3 { (say!(words, "criteria-blind-title")) }
            ul {
                @for key in ["criteria-blind-what", "criteria-blind-not", "criteria-blind-interests", until] {
                    li { (words.get(key)) }
                }
            }
        }
        @if let Some(conflicts) = &rules.conflicts {
            h3 { (say!(words, "conflicts-published")) }
            ul { @for line in interest::policy_lines(words, conflicts) { li { (line) } } }
        }
        (version(words, rules))
    }
}

/// Which version of the rules this is, and how to tell that nobody changed it.
fn version(words: &Words, rules: &RuleSet) -> Markup {
    html! {
        p.muted {
            @match (rules.status, &rules.digest) {
                (Status::Draft, _) | (_, None) => (say!(words, "criteria-draft", version = rules.number)),
                (_, Some(digest)) => {
                    (say!(words, "criteria-locked", version = rules.number))
                    " " code { (digest.get(..16).unwrap_or(digest)) }
                },
            }
        }
    }
}
