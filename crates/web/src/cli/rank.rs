//! `plaudit rank`: any CSV of scores to a ranking, with what it can and cannot support.

mod csv;
mod input;
pub(crate) mod json;
pub(crate) mod names;
mod plot;
mod sentences;
mod text;

use std::io::{self, BufWriter, Write as _};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use plaudit_ranking::{Method, Options, Report, Scores, Seed, Selection, rank};

pub(super) use self::csv::of_writing;
use super::faults::{Faults, shown};
use super::progress::Progress;
use crate::serve::Failure;

/// What is to be ranked, and how.
#[derive(Debug, Clone, Args)]
#[command(after_long_help = EXAMPLES)]
pub(super) struct RankArguments {
    /// The scores: a CSV file with the columns judge, entry and score, and with criterion where there are several.
    ///
    /// The first line names the columns, in any order. Fields are separated by commas, semicolons or tabs. A judge scores
    /// an entry once on each criterion. A row with neither judge nor score lists an entry that nobody has judged; a row
    /// without a score says that the criterion did not apply, where CRITERIA allows it. Two more columns may say what a review
    /// weighs in the calibrated scores (`review_weight`, 1 if it is empty), and the place at which the judge made it
    /// (`judging_order`, any numbers), from which it is told whether a judge drifts.
    #[arg(value_name = "SCORES.csv")]
    scores: PathBuf,

    /// By what entries are ranked. Every other method stands beside it in the JSON.
    #[arg(long, value_enum, default_value = "calibrated")]
    method: Choice,

    /// The criteria: a CSV file with the columns criterion, weight, lowest, highest and step.
    ///
    /// Weights are whole numbers that count beside each other. Two more columns may say which direction is better, higher
    /// or lower, and whether a missing score is refused (required) or allowed. Totals then go from 0 to 100. Without
    /// CRITERIA scores stay on their own scale, criteria weigh the same, and higher is better.
    #[arg(long, value_name = "CRITERIA.csv")]
    criteria: Option<PathBuf>,

    /// How many are to be selected [default: a tenth of the entries, rounded up].
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u32).range(1..))]
    top: Option<u32>,

    /// Ranks each group of entries that no judge links to the others by itself, and selects its share of K from each.
    #[arg(long)]
    by_component: bool,

    /// How many reviews an entry needs to be ranked.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..))]
    quorum: u32,

    /// How many draws the probabilities rest on; 0 switches them off.
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(0..=10_000_000))]
    draws: u32,

    /// Counts in for the probabilities that the variances are estimates too; it makes little difference, and takes longer.
    #[arg(long)]
    integrate: bool,

    /// What chance depends on, any word or number: the same seed gives the same bytes.
    #[arg(long, value_name = "S", default_value = "1")]
    seed: String,

    /// How the ranking is written: for people, a row for each entry, or all there is to say.
    #[arg(long, value_enum, default_value = "table")]
    format: Format,

    /// Draws scores with their intervals, the cut and the contested band into this file as well.
    #[arg(long, value_name = "FILE.svg")]
    plot: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  plaudit rank scores.csv
      The ranking by calibrated score: what is safely in, what is contested, and what these scores can support.
  plaudit rank scores.csv --criteria criteria.csv --top 12 --format csv > ranking.csv
      A row for each entry: rank, entry, reviews, raw_mean, score, standard_error, p_top_k, rank_low, rank_high, status.
  plaudit rank scores.csv --plot ranking.svg
      The same, and a picture of scores with intervals, the cut and what is contested.
  plaudit rank scores.csv --draws 0 --format json
      Everything that can be said of model, entries, judges and agreement, without probabilities.

scores.csv                     criteria.csv
  judge,entry,criterion,score    criterion,weight,lowest,highest,step,direction,missing
  Ada,17,progress,4              progress,60,0,5,1,higher,required
  Ada,17,cost,2.5                cost,40,0,10,0.5,lower,allowed

The status of an entry is one of safe-in (its chance to be truly among the best K is at least 95 %), safe-out (at most
5 %), contested (between, or no probability is known), tied, insufficient (fewer reviews than the quorum), not-judged.

It ends with 0 when all is well, 1 when the input is wrong (every fault is listed with its file and line), and 2 when the
command is not understood.";

/// A method, as it is named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Choice {
    /// Entry and judge effects told apart: a severe judge harms nobody.
    Calibrated,
    /// The same, where judges also use different parts of the scale.
    CalibratedSpread,
    /// The plain mean, exactly.
    Mean,
    /// The mean without the highest and the lowest; not advised where not everybody judges everything.
    Trimmed,
    /// Distances from each judge's own mean, in that judge's standard deviations.
    Zscore,
    /// Each judge's order alone.
    Borda,
    /// Entry and judge effects, without shrinking.
    LeastSquares,
}

impl Choice {
    fn method(self) -> Method {
        match self {
            Self::Calibrated => Method::Calibrated,
            Self::CalibratedSpread => Method::CalibratedSpread,
            Self::Mean => Method::Mean,
            Self::Trimmed => Method::Trimmed,
            Self::Zscore => Method::ZScore,
            Self::Borda => Method::Borda,
            Self::LeastSquares => Method::LeastSquares,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal.
    Table,
    /// A row for each entry.
    Csv,
    /// All of it.
    Json,
}

/// A ranking and what was asked for.
#[derive(Debug)]
struct Outcome {
    scores: Scores,
    report: Report,
    /// k, at most the number of entries with enough reviews.
    top: usize,
    draws: u32,
    seed: String,
    quorum: u32,
}

impl RankArguments {
    /// Ranks, and prints the ranking.
    pub(super) fn run(&self) -> Result<ExitCode, Failure> {
        let progress = Progress::new();
        let mut faults = Faults::default();
        progress.says("reading the scores");
        let scores = input::open(&self.scores, self.criteria.as_deref(), &mut faults);
        let read = match scores {
            Some(read) if faults.is_empty() => read,
            _ => {
                drop(progress);
                faults.tell(&mut io::stderr().lock(), "nothing was ranked")?;
                return Ok(ExitCode::FAILURE);
            }
        };
        progress.says(&format!("ranking {} reviews", read.scores.reviews().len()));
        let notes = read.notes.clone();
        let outcome = self.outcome(read, threads());
        drop(progress);
        let mut log = io::stderr().lock();
        for (file, note) in notes {
            writeln!(log, "{}: {note}", shown(faults.name(file)))?;
        }
        if let Some(file) = &self.plot {
            std::fs::write(file, plot::draw(&outcome))
                .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        }
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Format::Table => text::write(&outcome, &mut out)?,
            Format::Csv => csv::write(&outcome, &mut out)?,
            Format::Json => json::write(&outcome, &mut out)?,
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    fn outcome(&self, read: input::Read, threads: NonZeroUsize) -> Outcome {
        let scores = read.scores;
        let top = self
            .top
            .map_or_else(|| scores.entries().len().div_ceil(10), place);
        let options = Options {
            method: self.method.method(),
            quorum: place(self.quorum),
            top: Some(top),
            draws: self.draws,
            seed: Seed::new(self.seed.clone()),
            threads,
            judging_order: read.order,
            by_component: self.by_component,
            is_integrated: self.integrate,
            ..Options::default()
        };
        let report = rank(&scores, &options).expect("no rule for ties names a criterion");
        let candidates = (report.entries.iter())
            .filter(|entry| entry.reviews >= options.quorum)
            .count();
        Outcome {
            scores,
            report,
            top: top.min(candidates),
            draws: self.draws,
            seed: self.seed.clone(),
            quorum: self.quorum,
        }
    }
}

impl Outcome {
    /// How many entries are selected: more than k where the cut falls between entries that are tied.
    fn selected(&self) -> usize {
        (self.report.entries.iter())
            .filter(|entry| entry.selection == Selection::In)
            .count()
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// As many as the machine has; no result depends on it.
pub(super) fn threads() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

#[cfg(test)]
mod tests;
