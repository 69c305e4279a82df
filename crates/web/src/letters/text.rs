//! A letter as plain text, in lines that every reader of mail can show, with the named human being under it.

use plaudit_store::organisations::Organisation;

use super::signed;
use super::written::{Part, Written};
use crate::words::Words;

/// The most characters of a line. An address is never broken, since half a link leads nowhere.
const WIDTH: usize = 72;

const INDENT: &str = "    ";

/// The letter's body.
pub(super) fn render(written: &Written, organisation: &Organisation, words: &Words) -> String {
    let mut paragraphs: Vec<String> = written.parts.iter().map(part).collect();
    paragraphs.push(format!(
        "-- \n{}\n{}",
        organisation.name,
        wrapped(&signed(organisation, words), "", "")
    ));
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text
}

fn part(part: &Part) -> String {
    match part {
        Part::Paragraph(text) => wrapped(text, "", ""),
        Part::Heading(text) => underlined(text, "="),
        Part::Subheading(text) => underlined(text, "-"),
        Part::Button { address, .. } => format!("{INDENT}{address}"),
        Part::Code(code) => format!("{INDENT}{code}"),
        Part::Details(details) => details
            .iter()
            .map(|(name, value)| wrapped(&format!("{name}: {value}"), INDENT, "        "))
            .collect::<Vec<_>>()
            .join("\n"),
        Part::Answer {
            question,
            answer,
            note,
        } => {
            let mut text = format!(
                "{}\n\n{}",
                wrapped(question, "", ""),
                wrapped(answer, INDENT, INDENT)
            );
            if let Some(note) = note {
                text.push_str("\n\n");
                text.push_str(&wrapped(&format!("({note})"), INDENT, INDENT));
            }
            text
        }
    }
}

fn underlined(text: &str, with: &str) -> String {
    let text = wrapped(text, "", "");
    let longest = text.lines().map(|line| line.chars().count()).max();
    format!("{text}\n{}", with.repeat(longest.unwrap_or_default()))
}

/// The text in lines of at most [`WIDTH`] characters: what was one line begins with `first`, what goes on with `next`.
/// Lines that fit stay as they were typed; a word that is longer than a line stays whole.
fn wrapped(text: &str, first: &str, next: &str) -> String {
    let mut lines = Vec::new();
    for typed in text.lines() {
        let mut line = first.to_owned();
        let mut is_empty = true;
        for piece in typed.split_inclusive(' ') {
            let fits = (line.chars().count() + piece.trim_end().chars().count()) <= WIDTH;
            if !fits && !is_empty {
                lines.push(line.trim_end().to_owned());
                next.clone_into(&mut line);
            }
            line.push_str(piece);
            is_empty = false;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::sample;
    use crate::words::WordBook;

    #[test]
    fn a_letter_is_read_from_top_to_bottom_and_ends_with_a_human_being() {
        let text = render(
            &sample::letter(),
            &sample::organisation(),
            &WordBook::load().english(),
        );
        insta::assert_snapshot!("a_letter_as_text", text);
        let longest = text
            .lines()
            .filter(|line| !line.contains("://"))
            .map(|line| line.chars().count())
            .max();
        assert!(longest <= Some(WIDTH), "{longest:?}");
    }

    #[test]
    fn a_long_word_and_the_space_that_somebody_typed_stay() {
        let long = "x".repeat(100);
        assert_eq!(wrapped(&long, INDENT, INDENT), format!("{INDENT}{long}"));
        assert_eq!(wrapped("  two  spaces", "", ""), "  two  spaces");
        assert_eq!(wrapped("one\n\ntwo", INDENT, INDENT), "    one\n\n    two");
        let many = "word ".repeat(40);
        let lines: Vec<_> = wrapped(&many, "", INDENT)
            .lines()
            .map(str::to_owned)
            .collect();
        assert_eq!(lines[0], "word ".repeat(14).trim_end());
        assert!(lines[1].starts_with("    word"), "{}", lines[1]);
    }
}
