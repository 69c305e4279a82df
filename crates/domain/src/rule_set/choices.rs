//! What a rule set chooses beside its method: what happens at the cut, whether names are read, and when judges see what the
//! others gave.

use crate::{assignment, season, stage::Kind, status::words};

words! {
    /// What happens where the cut falls between cases that stay tied when every tie-break has been tried.
    #[derive(Default)]
    pub enum AtTheCut as "rule at the cut" {
        /// All of them are within it.
        #[default]
        Expand = "expand",
        /// None of them is, until each has one more scorecard that tells them apart.
        ExtraScorecard = "extra-scorecard",
        /// As many as there are places, by lot.
        Lot = "lot",
    }
}

words! {
    /// Whether judges read whom a case concerns.
    #[derive(Default)]
    pub enum Reading as "reading" {
        /// With the names of nominee and nominators, and their employers.
        #[default]
        Open = "open",
        /// Without, until the scores are locked.
        Blind = "blind",
    }
}

words! {
    /// When a judge sees what the others gave to a case.
    #[derive(Default)]
    pub enum OthersScores as "others’ scores" {
        /// Not at all.
        #[default]
        Never = "never",
        /// Once their own scorecard is in.
        AfterOwn = "after-own",
        /// Once all scorecards are locked, theirs among them.
        AfterLock = "after-lock",
    }
}

impl Reading {
    /// Whether judges see names while the season stands so: where they read blind, from the panel's meeting on, when no score
    /// can follow a name any more, and from the interview on, where they meet who bears it.
    pub const fn shows_names(self, season: season::Status, stage: Kind) -> bool {
        use season::Status::{Announced, Archived, Decided, Deliberation};
        match self {
            Self::Open => true,
            Self::Blind => {
                matches!(stage, Kind::Interview)
                    || matches!(season, Deliberation | Decided | Announced | Archived)
            }
        }
    }
}

impl OthersScores {
    /// Whether the judge of a scorecard that stands so sees the others of its case.
    pub const fn are_shown(self, own: assignment::Status) -> bool {
        use assignment::Status::{Locked, Submitted};
        match self {
            Self::Never => false,
            Self::AfterOwn => matches!(own, Submitted | Locked),
            Self::AfterLock => matches!(own, Locked),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_not_read_appear_when_the_scores_are_locked_and_not_before() {
        use season::Status::{Announced, Archived, Decided, Deliberation};
        let with_names: Vec<_> = (season::Status::ALL.iter().copied())
            .filter(|status| Reading::Blind.shows_names(*status, Kind::Scoring))
            .collect();
        assert_eq!(with_names, [Deliberation, Decided, Announced, Archived]);
        let judging = season::Status::Judging;
        let shown = |reading: Reading| {
            Kind::ALL
                .iter()
                .map(move |stage| reading.shows_names(judging, *stage))
        };
        assert!(shown(Reading::Open).all(|shown| shown));
        assert_eq!(
            shown(Reading::Blind).collect::<Vec<_>>(),
            [false, false, true]
        );
    }

    #[test]
    fn nobody_sees_what_others_gave_before_their_own_is_in() {
        use assignment::Status::{Locked, Submitted};
        let shown = |rule: OthersScores| -> Vec<_> {
            (assignment::Status::ALL.iter().copied())
                .filter(|status| rule.are_shown(*status))
                .collect()
        };
        assert_eq!(shown(OthersScores::Never), []);
        assert_eq!(shown(OthersScores::AfterOwn), [Submitted, Locked]);
        assert_eq!(shown(OthersScores::AfterLock), [Locked]);
    }
}
