//! `plaudit assign`: who should judge what, so that a ranking can be had.

mod infeasible;
mod input;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;
use csv::Writer;
use plaudit_ranking::{Assignment, Problem, Seed, Wishes, assign};

use super::faults::{Faults, shown};
use super::progress::Progress;
use super::rank::of_writing;
use crate::serve::Failure;

/// What is to be assigned, and how.
#[derive(Debug, Clone, Args)]
#[command(after_long_help = EXAMPLES)]
pub(super) struct AssignArguments {
    /// The entries: a CSV file with the column entry, and with organisation where a judge from the same one may not judge it.
    ///
    /// With a column track it is said how many reviews are by judges of more than one track, who make tracks comparable.
    #[arg(long, value_name = "ENTRIES.csv")]
    entries: PathBuf,

    /// The judges: a CSV file with the columns judge, `min_load` and `max_load`, and organisation if need be.
    #[arg(long, value_name = "JUDGES.csv")]
    judges: PathBuf,

    /// How many judges each entry is to have.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    reviews: u32,

    /// How well judges suit entries: a CSV file with the columns judge, entry and score, and expert (yes or no) if need be.
    ///
    /// Scores are whole numbers from 0 to 1,000,000, and more is better. A pair that is not named has a score of 0 and is
    /// no expert's.
    #[arg(long = "match", value_name = "MATCH.csv")]
    matches: Option<PathBuf>,

    /// Who may not judge what: a CSV file with the columns judge and entry.
    #[arg(long, value_name = "CONFLICTS.csv")]
    conflicts: Option<PathBuf>,

    /// What is assigned already and stays: a CSV file with the columns judge and entry.
    #[arg(long, value_name = "FIXED.csv")]
    fixed: Option<PathBuf>,

    /// How many of each entry's judges are experts on it at least.
    #[arg(long, value_name = "N", default_value_t = 0)]
    experts: u32,

    /// How many of each entry's judges come from one organisation at most.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    cap: Option<u32>,

    /// Makes the worst single match as good as it can be before the sum of all is.
    #[arg(long)]
    worst_first: bool,

    /// How much even loads count: each further review of a judge for this share of the highest score more than the one before.
    ///
    /// 0 is for the match alone; 0.01 evens out what costs little match.
    #[arg(long, value_name = "F", default_value_t = 0.0, value_parser = share)]
    even_loads: f64,

    /// Exchanges judges until entries can be compared at least so well, as a share of a design drawn by lot; 0.9 is good.
    ///
    /// It costs at most 1 % of the total match.
    #[arg(long, value_name = "F", default_value_t = 0.0, value_parser = share)]
    least_efficiency: f64,

    /// How far chance may go against the best match, as a share of the highest score, so that nobody can tell beforehand
    /// who judges what; 0 for the best match alone.
    #[arg(long, value_name = "F", default_value_t = 0.05, value_parser = share)]
    jitter: f64,

    /// What chance depends on, any word or number: the same seed gives the same assignment.
    #[arg(long, value_name = "S", default_value = "1")]
    seed: String,
}

const EXAMPLES: &str = "\
Examples:
  plaudit assign --entries entries.csv --judges judges.csv --reviews 3 > assignment.csv
      Three judges for each entry, within the judges' loads.
  plaudit assign --entries entries.csv --judges judges.csv --reviews 3 --match match.csv --conflicts conflicts.csv \\
      --experts 1 --jitter 0
      The best match of all, with an expert on each entry and nobody on an entry in which they have an interest.

entries.csv          judges.csv                            match.csv                   conflicts.csv
  entry,organisation   judge,min_load,max_load,organisation  judge,entry,score,expert    judge,entry
  17,Borough           Ada,10,14,University                  Ada,17,80,yes               Grace,17

It writes entry,judge, a row for each review, and says on standard error the total match, the gap to the best possible (0
when it is proven to be the best), the loads, the components (parts that no judge links; they are joined where that is
possible) and the time.

It ends with 0 when all is well, 1 when the input is wrong (every fault is listed with its file and line) or no assignment
is possible (the entries, judges and conflicts that make it so are listed), and 2 when the command is not understood.";

fn share(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("it is a number from 0 to 1".to_owned()),
    }
}

impl AssignArguments {
    /// Assigns, and prints who judges what.
    pub(super) fn run(&self) -> Result<ExitCode, Failure> {
        let begun = Instant::now();
        let progress = Progress::new();
        let mut faults = Faults::default();
        progress.says("reading entries and judges");
        let read = input::read(self, &mut faults);
        let (problem, tracks, notes) = match read {
            Some(read) if faults.is_empty() => read,
            _ => {
                drop(progress);
                faults.tell(&mut io::stderr().lock(), "nothing was assigned")?;
                return Ok(ExitCode::FAILURE);
            }
        };
        let (entries, judges) = (problem.entries().len(), problem.judges().len());
        progress.says(&format!("assigning {entries} entries to {judges} judges"));
        let wishes = Wishes {
            experts: self.experts,
            organisation_cap: self.cap,
            jitter: self.jitter,
            evenness: self.even_loads,
            seed: Seed::new(self.seed.clone()),
            is_worst_first: self.worst_first,
            least_efficiency: self.least_efficiency,
            ..Wishes::default()
        };
        let assigned = assign(&problem, &wishes);
        drop(progress);
        let mut log = io::stderr().lock();
        for (file, note) in notes {
            writeln!(log, "{}: {note}", shown(faults.name(file)))?;
        }
        match assigned {
            Ok(assignment) => {
                write(&problem, &assignment, BufWriter::new(io::stdout().lock()))?;
                summary(self, &problem, &assignment, &mut log)?;
                bridging(&assignment, tracks.as_deref(), &mut log)?;
                writeln!(log, "time           {:.2} s", begun.elapsed().as_secs_f64())?;
                Ok(ExitCode::SUCCESS)
            }
            Err(infeasible) => {
                infeasible::tell(&infeasible, &mut log)?;
                Ok(ExitCode::FAILURE)
            }
        }
    }
}

/// `entry,judge`, by the bytes of their ids.
fn write(problem: &Problem, assignment: &Assignment, out: impl Write) -> io::Result<()> {
    let mut rows = Writer::from_writer(out);
    rows.write_record(["entry", "judge"]).map_err(of_writing)?;
    for &(entry, judge) in &assignment.pairs {
        rows.write_record([
            &problem.entries()[entry].entry,
            &problem.judges()[judge].judge,
        ])
        .map_err(of_writing)?;
    }
    rows.flush()
}

/// What the assignment came to.
fn summary(
    arguments: &AssignArguments,
    problem: &Problem,
    assignment: &Assignment,
    out: &mut impl Write,
) -> io::Result<()> {
    let best = match (assignment.gap > 0.0, arguments.worst_first) {
        (true, _) => "at most so much less than the best possible",
        (false, _) if arguments.even_loads > 0.0 => {
            "proven to be the best possible, with even loads counted"
        }
        (false, true) => "proven to be the best possible with no worse a match",
        (false, false) => "proven to be the best possible",
    };
    let chance = if arguments.jitter > 0.0 {
        format!(
            "; chance counts for up to {} of the highest score",
            percent(arguments.jitter)
        )
    } else {
        String::new()
    };
    writeln!(out, "reviews        {}", assignment.pairs.len())?;
    writeln!(out, "total match    {}", assignment.total_match)?;
    writeln!(
        out,
        "gap            {} ({best}{chance})",
        assignment.gap + 0.0
    )?;
    if let Some(worst) = assignment.worst_match {
        writeln!(out, "worst match    {worst}")?;
    }
    let loads = &assignment.loads;
    let (least, most) = (loads.iter().min(), loads.iter().max());
    if let (Some(least), Some(most)) = (least, most) {
        let idle = loads.iter().filter(|load| **load == 0).count();
        let idle = if idle > 0 {
            format!("; {idle} judges have none")
        } else {
            String::new()
        };
        writeln!(
            out,
            "loads          {least} to {most} for {} judges{idle}",
            loads.len()
        )?;
    }
    let joined = match assignment.exchanges {
        0 => String::new(),
        1 => format!(
            ", joined by 1 exchange at a cost of {}",
            assignment.cost_of_exchanges
        ),
        many => format!(
            ", joined by {many} exchanges at a cost of {}",
            assignment.cost_of_exchanges
        ),
    };
    writeln!(out, "components     {}{joined}", assignment.components)?;
    if let Some(efficiency) = assignment.efficiency {
        let by = match assignment.strengthening {
            0 => String::new(),
            1 => ", by 1 more exchange".to_owned(),
            many => format!(", by {many} more exchanges"),
        };
        writeln!(
            out,
            "efficiency     {efficiency:.2} of a design drawn by lot{by}"
        )?;
    }
    if assignment.components > 1 {
        writeln!(
            out,
            "               no exchange can join them: entries of different components cannot be compared"
        )?;
    }
    // Loads one by one where there are few enough to read.
    if loads.len() <= 40 {
        for (judge, load) in problem.judges().iter().zip(loads) {
            writeln!(
                out,
                "  {load:>5}  {} ({} to {})",
                shown(&judge.judge),
                judge.least,
                judge.most
            )?;
        }
    }
    Ok(())
}

/// What links tracks, where entries have any.
fn bridging(
    assignment: &Assignment,
    tracks: Option<&[usize]>,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some(tracks) = tracks else {
        return Ok(());
    };
    let many = tracks.iter().max().map_or(0, |last| last + 1);
    writeln!(
        out,
        "bridging       {} of the reviews are by judges of more than one of the {many} tracks; a tenth is enough",
        percent(assignment.bridging_share(tracks))
    )
}

fn percent(share: f64) -> String {
    format!("{} %", (share * 1e4).round() / 1e2)
}
