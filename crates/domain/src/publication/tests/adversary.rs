//! A reader who knows what is published of a category, the rules by which figures are left out, and perhaps more of the season,
//! and goes through every season that it could have been: what they all agree on is worked out.

use std::collections::HashMap;

use super::*;

/// A small season: the first case that is listed won, the second is commended, and the rest were finalists and no more.
#[derive(Clone, Copy, Debug)]
struct Season {
    judges: u64,
    recusals: u64,
    listed: u64,
    passed_over: u64,
    /// Cases whose prize was declined: they are not listed, and everybody may know of them.
    declined: u64,
    /// The scorecards of the case that won, of every other one that is listed, and of all that are not listed together.
    of_winner: u64,
    of_listed: u64,
    of_others: u64,
}

/// What a reader may know beside what is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Knows {
    /// Nothing: judges were given some of the cases, abstained, and took over from others; some were out who scored nothing.
    Nothing,
    /// That every judge was to score every case, and whoever was out of one is among these judges.
    WhoWasToScore,
    /// That also, and that every scorecard came in.
    AllCameIn,
}

const KNOWS: [Knows; 3] = [Knows::Nothing, Knows::WhoWasToScore, Knows::AllCameIn];

/// The rules are published: no case is selected that has fewer scorecards.
const QUORUMS: [u64; 4] = [1, 3, 4, 5];

/// What is to stay hidden where it is under five. How many cases are listed is not: the list is there to be read.
const HIDDEN: [&str; 9] = [
    "cases judged",
    "cases passed over",
    "judges",
    "scorecards",
    "scorecards that nobody gave",
    "recusals",
    "scorecards that neither came in nor were recused",
    "scorecards of the winner",
    "scorecards of another case that is listed",
];

impl Season {
    fn scorecards(&self) -> u64 {
        let others = self.listed.saturating_sub(1) * self.of_listed;
        self.of_winner + others + self.of_others
    }

    fn judged(&self) -> u64 {
        self.listed + self.passed_over + self.declined
    }

    fn missing(&self) -> u64 {
        self.judged() * self.judges - self.scorecards()
    }

    /// Whether a reader who knows so much would take it for possible: every judge who is counted gave a scorecard.
    fn is_possible(&self, knows: Knows) -> bool {
        self.scorecards() >= self.judges
            && match knows {
                Knows::Nothing => true,
                Knows::WhoWasToScore => self.recusals <= self.missing(),
                Knows::AllCameIn => self.recusals == self.missing(),
            }
    }

    fn is_possible_by(&self, quorum: u64) -> bool {
        (self.listed < 1 || self.of_winner >= quorum)
            && (self.listed < 2 || self.of_listed >= quorum)
    }

    /// The counts that are to stay hidden, but those of which a reader who knows so much cannot speak.
    fn hidden(&self, knows: Knows) -> [Option<u64>; 9] {
        let left = (knows == Knows::WhoWasToScore).then(|| self.missing() - self.recusals);
        [
            Some(self.judged()),
            Some(self.passed_over),
            Some(self.judges),
            Some(self.scorecards()),
            Some(self.missing()),
            Some(self.recusals),
            left,
            (self.listed > 0).then_some(self.of_winner),
            (self.listed > 1).then_some(self.of_listed),
        ]
    }

    fn counted(&self) -> Counted {
        let listed = (0..self.listed).map(|place| match place {
            0 => (Status::Awarded, self.of_winner),
            1 => (Status::HighlyCommended, self.of_listed),
            _ => (Status::NotAwarded, self.of_listed),
        });
        let others = (0..self.declined + self.passed_over).map(|place| {
            let left = self.of_others.saturating_sub(place * self.judges);
            let status = if place < self.declined {
                Status::Declined
            } else {
                Status::NotShortlisted
            };
            (status, left.min(self.judges))
        });
        let cases = (1..).zip(listed.chain(others));
        Counted {
            judges: self.judges,
            recusals: self.recusals,
            cases: cases
                .map(|(number, (status, scorecards))| case(number, status, scorecards))
                .collect(),
        }
    }
}

/// Every season within bounds, each figure varied by itself.
fn every_season(mut visit: impl FnMut(Season)) {
    let cases = (0..=5).flat_map(|listed| (0..=6).map(move |others| (listed, others)));
    for (judges, (listed, others)) in
        (0..=6).flat_map(|judges| cases.clone().map(move |cases| (judges, cases)))
    {
        let most = |cases: u64| judges * cases.min(1);
        let scorecards = (0..=most(listed)).flat_map(|winner| {
            let of_listed = 0..=most(listed.saturating_sub(1));
            of_listed
                .flat_map(move |each| (0..=others * judges).map(move |rest| (winner, each, rest)))
        });
        for (of_winner, of_listed, of_others) in scorecards {
            for declined in 0..=others.min(1) {
                let season = Season {
                    judges,
                    recusals: 0,
                    listed,
                    passed_over: others - declined,
                    declined,
                    of_winner,
                    of_listed,
                    of_others,
                };
                // Few, and of many as many as all that are missing, or one fewer.
                let missing = season.missing();
                let recusals =
                    (0..=6).chain((missing.saturating_sub(1)..=missing).filter(|it| *it > 6));
                recusals.for_each(|recusals| visit(Season { recusals, ..season }));
            }
        }
    }
}

/// What a reader has before them: the figures, each case that is listed with whether it has a score, and how many declined.
type Read = (Option<(u64, u64, String)>, Vec<(Honour, bool)>, u64);

fn read(season: Season, told: &PublicResults) -> Read {
    let figures = told.figures.map(|figures| {
        let recusals = figures.recusals.to_string();
        (figures.judged, figures.judges, recusals)
    });
    let of = |case: &PublicCase| (case.honour, case.score.is_some());
    (
        figures,
        told.cases.iter().map(of).collect(),
        season.declined,
    )
}

/// The least and the most that each hidden count can be, as far as the seasons tell that were looked at.
#[derive(Clone, Copy, Default)]
struct Bounds([Option<(u64, u64)>; 9]);

impl Bounds {
    fn widen(&mut self, counts: [Option<u64>; 9]) {
        for (bounds, count) in self.0.iter_mut().zip(counts) {
            if let Some(count) = count {
                let (least, most) = bounds.unwrap_or((count, count));
                *bounds = Some((least.min(count), most.max(count)));
            }
        }
    }

    /// The counts under five that can be one thing only.
    fn worked_out(&self) -> impl Iterator<Item = (&'static str, u64)> {
        HIDDEN.iter().zip(self.0).filter_map(|(name, bounds)| {
            bounds
                .filter(|(least, most)| least == most && *least < LEAST_TOLD)
                .map(|(count, _)| (*name, count))
        })
    }
}

#[test]
fn whoever_goes_through_every_season_works_out_no_count_under_five() {
    let mut readers: HashMap<Read, [[Bounds; QUORUMS.len()]; KNOWS.len()]> = HashMap::new();
    every_season(|season| {
        let told = tell(&season.counted());
        assert_eq!(told.excess(), [], "{season:?}");
        let readers = readers.entry(read(season, &told)).or_default();
        for (knows, readers) in KNOWS.into_iter().zip(readers) {
            if season.is_possible(knows) {
                let hidden = season.hidden(knows);
                (QUORUMS.into_iter().zip(readers))
                    .filter(|(quorum, _)| season.is_possible_by(*quorum))
                    .for_each(|(_, bounds)| bounds.widen(hidden));
            }
        }
    });
    let mut given_away = Vec::new();
    for (read, of_read) in &readers {
        for (knows, of_knows) in KNOWS.iter().zip(of_read) {
            for (quorum, bounds) in QUORUMS.iter().zip(of_knows) {
                given_away.extend((bounds.worked_out()).map(|found| (found, read, knows, quorum)));
            }
        }
    }
    assert_eq!(
        given_away.iter().take(20).collect::<Vec<_>>(),
        [] as [&_; 0]
    );
    assert!(readers.keys().any(|(figures, ..)| figures.is_some()));
}
