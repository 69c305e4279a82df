//! What of a category's results may be told in public: what became of the cases that were selected and, where nothing small
//! can be worked out from it, how the category was judged in counts of five or more. Of every other case nothing is told, and of
//! nobody's hand a score.
//!
//! The counts and the scores are told together or not at all. Left out one by one, those that stayed would tell of the one that
//! did not: so would the reason why it is not there. How many scorecards there were is never told, since with cases, judges and
//! recusals it says how many are missing. What stays is that the digits of a mean can show how many of the judges scored that
//! case: no rounding hides it where the scale is coarse, so the reader is told of it.

#[cfg(test)]
mod tests;

use std::fmt;

use crate::{case::Status, criterion::Points, season, standing::Figures, status::words};

/// The least count that is told: in a small season a pseudonym hides nobody.
pub const LEAST_TOLD: u64 = 5;

/// Whether the public sees what was published of a season: from its announcement on.
pub fn is_seen(season: season::Status) -> bool {
    matches!(season, season::Status::Announced | season::Status::Archived)
}

/// A count as the public is told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// As it is.
    Count(u64),
    /// That it is under [`LEAST_TOLD`]; nought is told no otherwise than four.
    Fewer,
}

impl Told {
    /// A count by itself.
    pub fn of(count: u64) -> Self {
        if count < LEAST_TOLD {
            Self::Fewer
        } else {
            Self::Count(count)
        }
    }

    /// Reads what [`Told`]'s `Display` wrote, also a count that ought not to have been told.
    pub fn parse(text: &str) -> Option<Self> {
        if text == Self::Fewer.to_string() {
            Some(Self::Fewer)
        } else {
            text.parse().ok().map(Self::Count)
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(out, "{count}"),
            Self::Fewer => write!(out, "fewer than {LEAST_TOLD}"),
        }
    }
}

words! {
    /// What became of a case that was selected.
    pub enum Honour as "public result" {
        /// It won alone.
        Awarded = "awarded",
        /// It won with others.
        AwardedJointly = "awarded-jointly",
        /// It is named with praise.
        HighlyCommended = "highly-commended",
        /// It was put forward, and won nothing.
        Shortlisted = "shortlisted",
    }
}

impl Honour {
    /// Whether a score may be told beside it: who won nothing is owed silence.
    fn is_scored(self) -> bool {
        self != Self::Shortlisted
    }
}

/// What a case's scorecards came to, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// By the method that ranks.
    pub score: Points,
    /// The mean of the scorecards.
    pub mean: Points,
}

impl Score {
    /// Two figures as everybody sees them, without the digits by which others' could be worked out.
    pub fn of(figures: &Figures) -> Self {
        Self {
            score: Points(figures.total.hundredths()),
            mean: Points(figures.mean.hundredths()),
        }
    }
}

/// A case as it is counted, before anything is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedCase {
    /// Its number in the category.
    pub number: i64,
    /// What became of it.
    pub status: Status,
    /// How many scorecards count.
    pub scorecards: u64,
    /// What they came to; none where it is not ranked.
    pub score: Option<Score>,
}

/// A category as it is counted, before anything is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many judges' scorecards count.
    pub judges: u64,
    /// How many times a judge was out of a case.
    pub recusals: u64,
    /// Every case that was laid before the judges.
    pub cases: Vec<CountedCase>,
}

/// A case as the public is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicCase {
    /// Its number in the category.
    pub number: i64,
    /// What became of it.
    pub honour: Honour,
    /// Its score, where that is told.
    pub score: Option<Score>,
}

/// How a category was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicFigures {
    /// How many cases were judged.
    pub judged: u64,
    /// How many judges' scorecards count.
    pub judges: u64,
    /// How many times a judge was out of a case.
    pub recusals: Told,
}

/// What the public is told of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicResults {
    /// How it was judged; where that is left out, every score is.
    pub figures: Option<PublicFigures>,
    /// The cases that were selected: those that won first, then the commended, then the rest, each by number.
    pub cases: Vec<PublicCase>,
}

/// What is told of a category whose results are settled.
pub fn tell(counted: &Counted) -> PublicResults {
    let awarded = (counted.cases.iter())
        .filter(|case| case.status == Status::Awarded)
        .count();
    let mut listed: Vec<(Honour, &CountedCase)> = (counted.cases.iter())
        .filter_map(|case| Some((honour(case.status, awarded > 1)?, case)))
        .collect();
    listed.sort_by_key(|(honour, case)| (*honour, case.number));
    let figures = PublicFigures {
        judged: whole(counted.cases.len()),
        judges: counted.judges,
        recusals: Told::of(counted.recusals),
    };
    let figures = Some(figures).filter(|figures| {
        figures.excess(whole(listed.len())).is_empty() && hides_the_rest(counted, &listed)
    });
    let public = |(honour, case): (Honour, &CountedCase)| PublicCase {
        number: case.number,
        honour,
        score: case
            .score
            .filter(|_| figures.is_some() && honour.is_scored()),
    };
    PublicResults {
        figures,
        cases: listed.into_iter().map(public).collect(),
    }
}

/// Whether what is never told is large enough for the rest to be: a mean of four scores is a count under five in another guise,
/// and everybody knows of a prize that was declined or taken back.
fn hides_the_rest(counted: &Counted, listed: &[(Honour, &CountedCase)]) -> bool {
    let passed_over = (counted.cases.iter())
        .filter(|case| honour(case.status, false).is_none())
        .filter(|case| !matches!(case.status, Status::Declined | Status::Rescinded))
        .count();
    let mut scored = (listed.iter()).filter(|(honour, _)| honour.is_scored());
    whole(passed_over) >= LEAST_TOLD
        && scored.all(|(_, case)| case.scorecards >= LEAST_TOLD && case.score.is_some())
}

/// What became of a case, if it was selected.
fn honour(status: Status, is_joint: bool) -> Option<Honour> {
    match status {
        Status::Awarded if is_joint => Some(Honour::AwardedJointly),
        Status::Awarded => Some(Honour::Awarded),
        Status::HighlyCommended => Some(Honour::HighlyCommended),
        // Only a finalist can come to this.
        Status::NotAwarded => Some(Honour::Shortlisted),
        _ => None,
    }
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Something that must not be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// How many cases were judged, where fewer than [`LEAST_TOLD`] of them are not listed.
    Judged,
    /// How many judges there were, where those are too few.
    Judges,
    /// How often a judge was out of a case, where that is too few, or so many that it tells of the cases that are listed.
    Recusals,
    /// A case's score, by the case's number.
    Score(i64),
    /// That a case has too few scorecards to have a score, by the case's number.
    NoScore(i64),
}

impl PublicFigures {
    /// What these tell that they must not, where so many cases are listed.
    fn excess(&self, listed: u64) -> Vec<Excess> {
        let rest = self.judged.saturating_sub(listed);
        let recusals = match self.recusals {
            // So many that they hardly fit into the other cases must be of those that are listed.
            Told::Count(count) => {
                (LEAST_TOLD..=rest.saturating_mul(self.judges) / 2).contains(&count)
            }
            Told::Fewer => true,
        };
        [
            (rest >= LEAST_TOLD, Excess::Judged),
            (self.judges >= LEAST_TOLD, Excess::Judges),
            (recusals, Excess::Recusals),
        ]
        .into_iter()
        .filter_map(|(is_sound, excess)| (!is_sound).then_some(excess))
        .collect()
    }
}

impl PublicResults {
    /// What these results tell that they must not: [`tell`] leaves nothing of the kind, a forger may.
    pub fn excess(&self) -> Vec<Excess> {
        let of_scores = self.cases.iter().filter_map(|case| {
            let may_be_scored = self.figures.is_some() && case.honour.is_scored();
            match (case.score, may_be_scored) {
                (Some(_), false) => Some(Excess::Score(case.number)),
                (None, true) => Some(Excess::NoScore(case.number)),
                _ => None,
            }
        });
        (self.figures.iter())
            .flat_map(|figures| figures.excess(whole(self.cases.len())))
            .chain(of_scores)
            .collect()
    }
}
