//! What of a category's results may be told in public: how it was judged in counts of five or more, and what became of the
//! cases that were selected. Of every other case nothing is told, and of nobody's hand a score.

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
    /// Not at all, since with what else is told it would give a count under [`LEAST_TOLD`] away.
    LeftOut,
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

    /// A count of which `rest` is what anybody can work out by taking away what else is told.
    pub fn beside(count: u64, rest: u64) -> Self {
        match Self::of(count) {
            Self::Count(_) if rest < LEAST_TOLD => Self::LeftOut,
            told => told,
        }
    }

    /// Reads what [`Told`]'s `Display` wrote, also a count that ought not to have been told.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Fewer, Self::LeftOut]
            .into_iter()
            .find(|told| told.to_string() == text)
            .or_else(|| text.parse().ok().map(Self::Count))
    }

    fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Fewer | Self::LeftOut => None,
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(out, "{count}"),
            Self::Fewer => write!(out, "fewer than {LEAST_TOLD}"),
            Self::LeftOut => out.write_str("left out"),
        }
    }
}

words! {
    /// Whether scores are told.
    pub enum Scores as "answer about scores" {
        /// Those of who was honoured, each of enough scorecards.
        Told = "told",
        /// None: too few judges scored the category.
        FewJudges = "left out: fewer than 5 judges",
        /// None: too few cases were judged.
        FewCases = "left out: fewer than 5 cases",
        /// None: too few scorecards count of every case that was honoured.
        FewScorecards = "left out: fewer than 5 scorecards for each case",
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

/// What the public is told of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicResults {
    /// How many cases were judged.
    pub judged: Told,
    /// How many judges' scorecards count.
    pub judges: Told,
    /// How many scorecards count.
    pub scorecards: Told,
    /// How many times a judge was out of a case.
    pub recusals: Told,
    /// Whether scores are told.
    pub scores: Scores,
    /// The cases that were selected: those that won first, then the commended, then the rest, each by number.
    pub cases: Vec<PublicCase>,
}

/// What is told of a category whose results are settled.
pub fn tell(counted: &Counted) -> PublicResults {
    let awarded = (counted.cases.iter())
        .filter(|case| case.status == Status::Awarded)
        .count();
    let judged = whole(counted.cases.len());
    let scores = if counted.judges < LEAST_TOLD {
        Scores::FewJudges
    } else if judged < LEAST_TOLD {
        Scores::FewCases
    } else {
        Scores::Told
    };
    let told = |case: &CountedCase| {
        let honour = honour(case.status, awarded > 1)?;
        // A mean of four scores is a count under five in another guise, and who won nothing is owed silence.
        let is_told = scores == Scores::Told
            && honour != Honour::Shortlisted
            && case.scorecards >= LEAST_TOLD;
        Some(PublicCase {
            number: case.number,
            honour,
            score: case.score.filter(|_| is_told),
        })
    };
    let mut cases: Vec<PublicCase> = counted.cases.iter().filter_map(told).collect();
    cases.sort_by_key(|case| (case.honour, case.number));
    let mut honoured = (cases.iter())
        .filter(|case| case.honour != Honour::Shortlisted)
        .peekable();
    let scores = match scores {
        Scores::Told if honoured.peek().is_some() && honoured.all(|case| case.score.is_none()) => {
            Scores::FewScorecards
        }
        scores => scores,
    };
    let scorecards = counted.cases.iter().map(|case| case.scorecards).sum();
    PublicResults {
        judged: Told::beside(judged, judged.saturating_sub(whole(cases.len()))),
        judges: Told::of(counted.judges),
        scorecards: Told::beside(scorecards, missing(judged, counted.judges, scorecards)),
        recusals: Told::of(counted.recusals),
        scores,
        cases,
    }
}

/// How many scorecards there are fewer than if every judge had scored every case.
fn missing(cases: u64, judges: u64, scorecards: u64) -> u64 {
    cases.saturating_mul(judges).saturating_sub(scorecards)
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

/// A count that must not be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// How many cases were judged.
    Judged,
    /// How many judges there were.
    Judges,
    /// How many scorecards.
    Scorecards,
    /// How often a judge was out of a case.
    Recusals,
    /// A case's score, by the case's number.
    Score(i64),
}

impl PublicResults {
    /// What these results tell that they must not: [`tell`] leaves nothing of the kind, a forger may.
    pub fn excess(&self) -> Vec<Excess> {
        let listed = whole(self.cases.len());
        let is_few = |told: Told| told.count().is_some_and(|count| count < LEAST_TOLD);
        let rest_is_few = |told: Told, rest: &dyn Fn(u64) -> u64| {
            is_few(told) || told.count().is_some_and(|count| rest(count) < LEAST_TOLD)
        };
        let all = (self.judged.count()).zip(self.judges.count());
        let short_of_all = |scorecards| {
            all.map_or(LEAST_TOLD, |(cases, judges)| {
                missing(cases, judges, scorecards)
            })
        };
        let of_counts = [
            (
                rest_is_few(self.judged, &|judged| judged.saturating_sub(listed)),
                Excess::Judged,
            ),
            (is_few(self.judges), Excess::Judges),
            (
                rest_is_few(self.scorecards, &short_of_all),
                Excess::Scorecards,
            ),
            (is_few(self.recusals), Excess::Recusals),
        ];
        let of_scores = (self.cases.iter())
            .filter(|case| case.score.is_some())
            .filter(|case| self.scores != Scores::Told || case.honour == Honour::Shortlisted)
            .map(|case| Excess::Score(case.number));
        (of_counts.into_iter())
            .filter_map(|(is_too_much, excess)| is_too_much.then_some(excess))
            .chain(of_scores)
            .collect()
    }
}
