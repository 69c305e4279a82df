//! The ranking for a person at a terminal: ranks, bars, the cut, what is contested, and what the scores support.

mod axis;
mod notes;
mod rows;
mod width;

use std::io::{self, Write};

use super::super::faults::shown;
use super::{Outcome, names, sentences};
use notes::notes;
use width::width;

/// The widest that an id is shown, in columns of a terminal.
const WIDEST: usize = 20;

/// So many columns a line has.
const LINE: usize = 80;

/// Writes it.
pub(super) fn write(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let report = &outcome.report;
    let model = &report.model;
    let how = if outcome.draws == 0 {
        format!("top {}, no probabilities", outcome.top)
    } else {
        format!(
            "top {}, {} draws, seed {}",
            outcome.top,
            grouped(u64::from(outcome.draws)),
            shown(&outcome.seed)
        )
    };
    writeln!(
        out,
        "{}, {}, {}.",
        counted(outcome.scores.entries().len(), "entry", "entries"),
        counted(model.judges, "judge", "judges"),
        counted(model.reviews, "review", "reviews"),
    )?;
    let head = format!("Ranked by {}; {how}.", names::method(report.used));
    paragraph(&head, out)?;
    writeln!(out)?;
    rows::write(outcome, out)?;
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

/// An id as texts and pictures show it.
pub(super) fn label(id: &str) -> String {
    width::cut(&shown(id), WIDEST)
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
        let long = width(word);
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
            told.lines().count() > 2 && told.lines().all(|line| width(line) <= LINE),
            "{told}"
        );
    }
}
