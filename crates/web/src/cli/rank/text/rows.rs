//! The table's rows, within the width of a line: ids and bars give way to what stands beside them.

use std::io::{self, Write};

use plaudit_ranking::{EntryReport, Method, Report, Selection, Standing};

use super::super::super::faults::shown;
use super::super::Outcome;
use super::axis::Axis;
use super::width::{cut, width};
use super::{LINE, WIDEST, grouped, paragraph, percent};

/// Up to so many entries all are shown; beyond, the first of them and those around the cut.
const ALL: usize = 60;
const FIRST: usize = 10;
const AROUND: usize = 20;

/// A bar's cells: as many as there are if there is room, and a few at least.
const CELLS: std::ops::RangeInclusive<usize> = 6..=20;
/// Bars give way to ids down to so many cells; then ids give way.
const GIVING: usize = 10;
/// And so many columns an id has at least.
const SHORTEST: usize = 8;

/// What a row says, column by column.
struct Row {
    rank: String,
    id: String,
    reviews: String,
    score: String,
    error: String,
    bar: (Option<f64>, Option<f64>),
    chance: String,
    ranks: String,
    status: &'static str,
}

impl Row {
    fn head(knows: bool) -> Self {
        let (chance, ranks) = if knows { ("p", "ranks") } else { ("", "") };
        Self {
            rank: "rank".to_owned(),
            id: "entry".to_owned(),
            reviews: "n".to_owned(),
            score: "score".to_owned(),
            error: "± s.e.".to_owned(),
            bar: (None, None),
            chance: chance.to_owned(),
            ranks: ranks.to_owned(),
            status: "status",
        }
    }

    fn of(entry: &EntryReport, axis: &Axis, of: &Report) -> Self {
        let is_beside = |other: &&EntryReport| {
            other.rank == entry.rank && (!of.is_apart || other.component == entry.component)
        };
        let shares = || of.entries.iter().filter(is_beside).nth(1).is_some();
        Self {
            rank: match entry.rank {
                Some(rank) if shares() => format!("{rank}="),
                Some(rank) => rank.to_string(),
                None => "–".to_owned(),
            },
            id: shown(&entry.entry),
            reviews: entry.reviews.to_string(),
            score: entry
                .score
                .map(|score| axis.number(score))
                .unwrap_or_default(),
            error: (entry.standard_error)
                .map(|error| format!("± {}", axis.number(error)))
                .unwrap_or_default(),
            bar: (entry.score, entry.standard_error),
            chance: (entry.chance)
                .map(|chance| percent(chance.probability()))
                .unwrap_or_default(),
            ranks: (entry.chance)
                .map(|chance| format!("{}–{}", chance.rank_low, chance.rank_high))
                .unwrap_or_default(),
            status: words(entry),
        }
    }
}

/// How wide the columns are.
struct Columns {
    rank: usize,
    id: usize,
    reviews: usize,
    score: usize,
    error: usize,
    cells: usize,
    chance: usize,
    ranks: usize,
}

impl Columns {
    fn of(rows: &[Row]) -> Self {
        let most = |of: fn(&Row) -> &str, least: usize| {
            let widths = rows.iter().map(|row| width(of(row)));
            widths.max().unwrap_or(0).max(least)
        };
        let mut columns = Self {
            rank: most(|row| &row.rank, 4),
            id: most(|row| &row.id, 5).min(WIDEST),
            reviews: most(|row| &row.reviews, 3),
            score: most(|row| &row.score, 8),
            error: most(|row| &row.error, 7),
            cells: 0,
            chance: most(|row| &row.chance, 5),
            ranks: most(|row| &row.ranks, 0),
        };
        let room = LINE.saturating_sub(columns.before_status() + 2 + most(|row| row.status, 0));
        columns.cells = room.clamp(GIVING, *CELLS.end());
        let over = |columns: &Self| {
            (columns.before_status() + 2 + most(|row| row.status, 0)).saturating_sub(LINE)
        };
        columns.id = (columns.id - over(&columns).min(columns.id)).max(SHORTEST.min(columns.id));
        columns.cells = (columns.cells - over(&columns).min(columns.cells)).max(*CELLS.start());
        columns
    }

    /// How many columns there are before those of the status.
    fn before_status(&self) -> usize {
        let texts = self.rank + self.id + self.reviews + self.score + self.error;
        texts + self.cells + self.chance + self.ranks + 8
    }

    fn write(&self, row: &Row, axis: &Axis, out: &mut impl Write) -> io::Result<()> {
        let id = cut(&row.id, self.id);
        let line = format!(
            "{:>rank$}  {id}{:pad$} {:>n$} {:>score$} {:<error$} {} {:>chance$} {:>ranks$}  {}",
            row.rank,
            "",
            row.reviews,
            row.score,
            row.error,
            axis.bar(row.bar, self.cells),
            row.chance,
            row.ranks,
            row.status,
            rank = self.rank,
            pad = self.id - width(&id),
            n = self.reviews,
            score = self.score,
            error = self.error,
            chance = self.chance,
            ranks = self.ranks,
        );
        writeln!(out, "{}", line.trim_end())
    }
}

/// Writes the table.
pub(super) fn write(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let report = &outcome.report;
    let entries = &report.entries;
    let axis = Axis::of(entries);
    let knows = entries.iter().any(|entry| entry.chance.is_some());
    let apart = report.is_apart;
    let cuts = cuts(report);
    let shown: Vec<usize> = (0..entries.len())
        .filter(|&place| is_shown(place, entries.len(), &cuts))
        .collect();
    let rows: Vec<Row> = std::iter::once(Row::head(knows))
        .chain((shown.iter()).map(|&place| Row::of(&entries[place], &axis, report)))
        .collect();
    let columns = Columns::of(&rows);
    columns.write(&rows[0], &axis, out)?;
    let mut part = None;
    let mut next = 0;
    for (&place, row) in shown.iter().zip(&rows[1..]) {
        gap(&entries[next..place], out)?;
        next = place + 1;
        let entry = &entries[place];
        if apart && entry.component != part && entry.rank.is_some() {
            part = entry.component;
            let number = part.map_or(0, |part| part + 1);
            writeln!(out, "      part {number}, to be compared with no other")?;
        }
        columns.write(row, &axis, out)?;
        if let Some((_, selected)) = cuts.iter().find(|cut| cut.0 == place) {
            let line = format!("{:─>5} {} selected ", "", grouped(*selected as u64));
            let rest = columns.before_status().saturating_sub(width(&line));
            writeln!(out, "{line}{:─<rest$}", "")?;
        }
    }
    gap(&entries[next..], out)?;
    if knows {
        let best = if apart {
            "best of its part that are selected".to_owned()
        } else {
            format!("best {}", outcome.top)
        };
        let by = match report.used {
            Method::Calibrated | Method::CalibratedSpread => "",
            _ => ", by the calibrated model,",
        };
        writeln!(out)?;
        let legend = format!(
            "p: the chance{by} to be truly among the {best}. ranks: 5 % to 95 %. Bars: the score, 9 chances in 10; judges are \
             shared, so entries whose bars overlap may still be told apart: see ranks."
        );
        paragraph(&legend, out)?;
    }
    Ok(())
}

/// The last place above each cut, and how many are selected there: one for all, or one for each part.
fn cuts(report: &Report) -> Vec<(usize, usize)> {
    let is_in = |entry: &EntryReport| entry.selection == Selection::In;
    let (mut cuts, mut selected) = (Vec::new(), 0);
    for (place, entry) in report.entries.iter().enumerate() {
        selected += usize::from(is_in(entry));
        let is_last = report.entries.get(place + 1).is_none_or(|next| {
            !is_in(next) || (report.is_apart && next.component != entry.component)
        });
        if is_in(entry) && is_last {
            cuts.push((place, selected));
            selected = 0;
        }
    }
    cuts
}

fn is_shown(place: usize, many: usize, cuts: &[(usize, usize)]) -> bool {
    let around = AROUND / cuts.len().max(1);
    let is_near = |&(cut, _): &(usize, usize)| place + around > cut && place <= cut + around;
    many <= ALL || place < FIRST || cuts.iter().any(is_near)
}

/// A line in place of the entries that are not shown.
fn gap(hidden: &[EntryReport], out: &mut impl Write) -> io::Result<()> {
    if hidden.is_empty() {
        return Ok(());
    }
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for entry in hidden {
        let kind = words(entry);
        match kinds.iter_mut().find(|known| known.0 == kind) {
            Some(known) => known.1 += 1,
            None => kinds.push((kind, 1)),
        }
    }
    let kinds: Vec<String> = (kinds.iter())
        .map(|(kind, many)| format!("{} {kind}", grouped(*many as u64)))
        .collect();
    writeln!(
        out,
        "   ⋮  {} (all of them: --format csv)",
        kinds.join(", ")
    )
}

/// The status in words.
fn words(entry: &EntryReport) -> &'static str {
    match entry.standing {
        Standing::SafeIn => "safe in",
        Standing::Contested => "contested",
        Standing::SafeOut => "safe out",
        Standing::Ranked if entry.selection == Selection::In => "selected",
        Standing::Ranked => "not selected",
        Standing::Tied => "tied",
        Standing::Insufficient => "too few reviews",
        Standing::NotJudged => "not judged",
    }
}
