//! The ranking for a person at a terminal: ranks, bars, the cut, what is contested, and what the scores support.

mod axis;
mod notes;

use std::io::{self, Write};

use plaudit_ranking::{EntryReport, Method, Selection, Standing};

use super::super::faults::shown;
use super::{Outcome, names, sentences};
use axis::{Axis, CELLS};
use notes::notes;

/// The widest that an id is shown, in letters.
const WIDEST: usize = 20;

/// So many letters stand on a line of text.
const LINE: usize = 80;

/// Up to so many entries all are shown; beyond, the first of them and those around the cut.
const ALL: usize = 60;
const FIRST: usize = 10;
const AROUND: usize = 20;

/// Writes it.
pub(super) fn write(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let report = &outcome.report;
    let model = &report.model;
    writeln!(
        out,
        "{}, {}, {}. Ranked by {}; {}.\n",
        counted(outcome.scores.entries().len(), "entry", "entries"),
        counted(model.judges, "judge", "judges"),
        counted(model.reviews, "review", "reviews"),
        names::method(report.used),
        if outcome.draws == 0 {
            format!("top {}, no probabilities", outcome.top)
        } else {
            format!(
                "top {}, {} draws, seed {}",
                outcome.top,
                grouped(u64::from(outcome.draws)),
                shown(&outcome.seed)
            )
        }
    )?;
    rows(outcome, out)?;
    writeln!(out)?;
    for sentence in sentences::of(outcome) {
        paragraph(&sentence, out)?;
    }
    let notes = notes(outcome);
    if !notes.is_empty() {
        writeln!(out)?;
    }
    for note in notes {
        paragraph(&note, out)?;
    }
    Ok(())
}

fn rows(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let entries = &outcome.report.entries;
    let wide = (entries.iter())
        .map(|entry| label(&entry.entry).chars().count())
        .max()
        .unwrap_or(0)
        .max("entry".len());
    let axis = Axis::of(entries);
    let knows = entries.iter().any(|entry| entry.chance.is_some());
    let (top, ranks) = if knows { ("p", "ranks") } else { ("", "") };
    let far = (entries.iter())
        .map(|entry| ranks_of(entry).chars().count())
        .max()
        .unwrap_or(0)
        .max(ranks.len());
    writeln!(
        out,
        "{:>4}  {:wide$} {:>3} {:>8} {:<7} {:CELLS$} {top:>5} {ranks:>far$}  status",
        "rank", "entry", "n", "score", "± s.e.", ""
    )?;
    let apart = outcome.report.used == Method::LeastSquares && outcome.report.model.components > 1;
    let cut = entries
        .iter()
        .rposition(|entry| entry.selection == Selection::In);
    let mut part = None;
    let mut hidden: Vec<&EntryReport> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        if is_shown(place, entries.len(), cut) {
            gap(&mut hidden, out)?;
            if apart && entry.component != part && entry.rank.is_some() {
                part = entry.component;
                let number = part.map_or(0, |part| part + 1);
                writeln!(out, "      part {number}, to be compared with no other")?;
            }
            row(entry, &axis, (wide, far), entries, out)?;
        } else {
            hidden.push(entry);
        }
        if cut == Some(place) && !apart {
            let many = outcome.selected();
            let line = format!("{many} selected");
            gap(&mut hidden, out)?;
            writeln!(
                out,
                "{:─>5} {line} {:─<2$}",
                "",
                "",
                wide + CELLS + far + 18
            )?;
        }
    }
    gap(&mut hidden, out)?;
    if knows {
        writeln!(
            out,
            "\np: the chance to be truly among the best {}. ranks: 5 % to 95 %. Bars: the score, 9\n\
             chances in 10; judges are shared, so entries whose bars overlap may still be told\n\
             apart: see ranks.",
            outcome.top
        )?;
    }
    Ok(())
}

fn is_shown(place: usize, many: usize, cut: Option<usize>) -> bool {
    let near = cut.is_some_and(|cut| place + AROUND > cut && place <= cut + AROUND);
    many <= ALL || place < FIRST || near
}

/// A line in place of the entries that are not shown.
fn gap(hidden: &mut Vec<&EntryReport>, out: &mut impl Write) -> io::Result<()> {
    if hidden.is_empty() {
        return Ok(());
    }
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for entry in hidden.iter() {
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
    )?;
    hidden.clear();
    Ok(())
}

fn row(
    entry: &EntryReport,
    axis: &Axis,
    (wide, far): (usize, usize),
    all: &[EntryReport],
    out: &mut impl Write,
) -> io::Result<()> {
    let id = label(&entry.entry);
    let pad = wide.saturating_sub(id.chars().count());
    let shares = |rank| all.iter().filter(|other| other.rank == Some(rank)).count() > 1;
    let rank = match entry.rank {
        Some(rank) if entry.standing == Standing::Tied && shares(rank) => format!("{rank}="),
        Some(rank) => rank.to_string(),
        None => "–".to_owned(),
    };
    let score = entry
        .score
        .map(|score| axis.number(score))
        .unwrap_or_default();
    let error = (entry.standard_error)
        .map(|error| format!("± {}", axis.number(error)))
        .unwrap_or_default();
    let bar = axis.bar(entry.score, entry.standard_error);
    let chance = entry
        .chance
        .map(|chance| percent(chance.probability()))
        .unwrap_or_default();
    let ranks = ranks_of(entry);
    let line = format!(
        "{rank:>4}  {id}{:pad$} {:>3} {score:>8} {error:<7} {bar} {chance:>5} {ranks:>far$}  {}",
        "",
        entry.reviews,
        words(entry)
    );
    writeln!(out, "{}", line.trim_end())
}

/// Between which ranks an entry lies; empty where nothing is known of it.
fn ranks_of(entry: &EntryReport) -> String {
    (entry.chance)
        .map(|chance| format!("{}–{}", chance.rank_low, chance.rank_high))
        .unwrap_or_default()
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

/// An id as the table shows it.
pub(super) fn label(id: &str) -> String {
    let id = shown(id);
    if id.chars().count() <= WIDEST {
        return id;
    }
    id.chars().take(WIDEST - 1).chain(['…']).collect()
}

/// `93 %`, and never all or nothing unless it is.
pub(super) fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        "<1 %".to_owned()
    } else if (0.995..1.0).contains(&share) {
        ">99 %".to_owned()
    } else {
        format!("{:.0} %", 100.0 * share)
    }
}

/// `1 entry`, `10,000 entries`.
pub(super) fn counted(many: usize, one: &str, several: &str) -> String {
    let word = if many == 1 { one } else { several };
    format!("{} {word}", grouped(many as u64))
}

/// A count with commas between its thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Writes a text in lines that are not too long.
fn paragraph(text: &str, out: &mut impl Write) -> io::Result<()> {
    let mut at = 0;
    for word in text.split(' ') {
        let long = word.chars().count();
        if at > 0 && at + 1 + long > LINE {
            write!(out, "\n  ")?;
            at = 2;
        } else if at > 0 {
            write!(out, " ")?;
            at += 1;
        }
        write!(out, "{word}")?;
        at += long;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(
            [0.0, 0.001, 0.5, 0.996, 1.0].map(percent),
            ["0 %", "<1 %", "50 %", ">99 %", "100 %"]
        );
        assert_eq!(
            [7, 999, 1_000, 1_234_567].map(grouped),
            ["7", "999", "1,000", "1,234,567"]
        );
        assert_eq!(counted(1, "entry", "entries"), "1 entry");
        assert_eq!(label("a\nb"), "a\\nb");
        assert_eq!(label(&"x".repeat(21)), format!("{}…", "x".repeat(19)));
    }

    #[test]
    fn long_texts_are_broken_between_words() {
        let mut told = Vec::new();
        paragraph(&"words ".repeat(40), &mut told).expect("memory takes it");
        let told = String::from_utf8(told).expect("words");
        assert!(
            told.lines().count() > 2 && told.lines().all(|line| line.chars().count() <= LINE),
            "{told}"
        );
    }
}
