//! Everything that can be said of a category at once, for those who work it out again: its standing, and beside it the
//! full report of the ranking.

use std::num::NonZeroUsize;

use plaudit_ranking::{Method, Options, Report, Scores, Seed, rank};

use super::{
    Judged, Standing, Unsound, basis::asked, certainty::DRAWS, input::tie_breaks, read, stand,
};
use crate::rule_set::RuleSet;

/// What the scores of one category come to, by every method.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// The ranking that decides.
    pub standing: Standing,
    /// The scores as the ranking reads them: criteria, judges and cases in the order of its report.
    pub scores: Scores,
    /// What else the ranking says, by the rule set's method and every other; cases and judges by their ids.
    pub report: Report,
}

/// Works everything out. The answer depends on the rules and the scores alone, on every machine and however many
/// threads there are.
pub fn whole(rules: &RuleSet, cases: &[Judged], threads: NonZeroUsize) -> Result<Whole, Unsound> {
    let (scores, _) = read(rules, cases)?;
    let options = Options {
        method: asked(rules.method).unwrap_or(Method::Mean),
        quorum: usize::try_from(rules.quorum).unwrap_or(usize::MAX),
        top: usize::try_from(rules.shortlist_size).ok(),
        draws: DRAWS,
        // The certainty's own and `plaudit rank`'s, so that anybody can draw the same chances.
        seed: Seed::from(1),
        threads,
        ties: tie_breaks(rules),
        by_criterion: false,
        ..Options::default()
    };
    let report = rank(&scores, &options).expect("the tie-breaks name the rule set's own criteria");
    Ok(Whole {
        standing: stand(rules, cases)?,
        scores,
        report,
    })
}
