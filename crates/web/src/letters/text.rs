//! A letter as plain text, in lines that every reader of mail can show, with the named human being under it.

use plaudit_store::organisations::Organisation;

use super::written::{Part, Written};
use super::{contact, signed};
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
        wrapped(&signed(contact(written, organisation), words), "", "")
    ));
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text
}

fn part(part: &Part) -> String {
    match part {
        Part::Paragraph(text) | Part::Pointing { text, .. } => wrapped(text, "", ""),
        Part::Heading(text) => underlined(text, "="),
        Part::Subheading(text) => underlined(text, "-"),
        Part::Button { address, .. } => format!("{INDENT}{address}"),
        Part::Code(code) => format!("{INDENT}{code}"),
        Part::Details(details) => details
            .iter()
            .map(|(name, value)| wrapped(&fact(name, value), INDENT, "        "))
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

/// A question has its sign already.
fn fact(name: &str, value: &str) -> String {
    let colon = if name.ends_with(['?', '؟', ':']) {
        ""
    } else {
        ":"
    };
    format!("{name}{colon} {value}")
}

fn underlined(text: &str, with: &str) -> String {
    let text = wrapped(text, "", "");
    let longest = text.lines().map(|line| line.chars().count()).max();
    format!("{text}\n{}", with.repeat(longest.unwrap_or_default()))
}

/// The text in lines of at most [`WIDTH`] characters: what was one line begins with `first`, what goes on with `next`.
/// Lines that fit stay as they were typed; a word that is longer than a line stays whole, and what goes on under an item of a
/// list stands under its text.
fn wrapped(text: &str, first: &str, next: &str) -> String {
    let mut lines = Vec::new();
    for typed in text.lines() {
        let hanging = " ".repeat(lead(typed));
        let mut line = first.to_owned();
        // A line is not broken before its first word.
        let mut is_empty = true;
        for piece in typed.split_inclusive(' ') {
            let fits = (line.chars().count() + piece.trim_end().chars().count()) <= WIDTH;
            if !fits && !is_empty {
                lines.push(line.trim_end().to_owned());
                line = format!("{next}{hanging}");
            }
            line.push_str(piece);
            is_empty = is_empty && line.chars().count() <= first.chars().count() + hanging.len();
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// How many characters of a line stand before its text: the space that was typed, and the sign of an item of a list.
fn lead(typed: &str) -> usize {
    let text = typed.trim_start_matches(' ');
    let space = typed.len() - text.len();
    let sign = text.split_once(' ').map_or("", |(sign, _)| sign);
    let number = sign.trim_end_matches(['.', ')']);
    let is_numbered = number.len() < sign.len()
        && (1..=3).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_numbered || matches!(sign, "-" | "*" | "•" | "–") {
        space + sign.chars().count() + 1
    } else {
        space
    }
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
    fn an_item_of_a_list_stays_with_its_sign_and_its_text_in_one_column() {
        let link = format!("https://council.example/{}", "x".repeat(60));
        let typed = format!("- {link}\n  10. {}", "word ".repeat(20).trim_end());
        let lines: Vec<String> = wrapped(&typed, INDENT, INDENT)
            .lines()
            .map(str::to_owned)
            .collect();
        assert_eq!(lines[0], format!("    - {link}"));
        assert!(lines[1].starts_with("      10. word"), "{}", lines[1]);
        assert!(lines[2].starts_with("          word"), "{}", lines[2]);
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn a_question_is_followed_by_no_colon() {
        assert_eq!(fact("Is it unpaid?", "Yes"), "Is it unpaid? Yes");
        assert_eq!(fact("Unpaid", "Yes"), "Unpaid: Yes");
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
