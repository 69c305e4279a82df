//! A Fluent file taken apart: the messages that are one line of text, which are read as they stand, and the rest.

use std::collections::{HashMap, HashSet};

/// The one-line messages that nothing is filled into, by key, and all else as a Fluent file. A message that another one
/// mentions is with the rest, where that one finds it.
pub(super) fn apart(text: &str) -> (HashMap<&str, &str>, String) {
    let mentioned = mentioned(text);
    let mut plain = HashMap::new();
    let mut rest = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let goes_on = lines.peek().is_some_and(|next| next.starts_with(' '));
        match entry(line) {
            // A key that is said twice is with the rest the second time, and so seen to be.
            Some((key, text))
                if !goes_on && !mentioned.contains(key) && !plain.contains_key(key) =>
            {
                plain.insert(key, text);
            }
            _ => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
    }
    (plain, rest)
}

/// The key and the text of a line that is a whole message, and needs no reader of Fluent.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, text) = line.split_once(" = ")?;
    let is_key = key.starts_with(|first: char| first.is_ascii_lowercase())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let text = text.trim();
    (is_key && !text.is_empty() && !text.contains(['{', '}'])).then_some((key, text))
}

/// What stands alone between braces: a placeholder, or the key of another message.
fn mentioned(text: &str) -> HashSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|from| Some(from.split_once('}')?.0.trim()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_no_reader_of_fluent_is_taken_out() {
        let file = "\
# a comment = of one line
plain = Save = keep
filled = { $name } is here
long = The first line
    and the second
mentioned = Plaudit
mentions = By { mentioned }
with-attribute = Text
    .title = More
empty =
-term = Brand
last = Done  
";
        let (plain, rest) = apart(file);
        assert_eq!(
            plain,
            HashMap::from([("plain", "Save = keep"), ("last", "Done")])
        );
        let kept: Vec<&str> = file
            .lines()
            .filter(|line| !line.starts_with("plain") && !line.starts_with("last"))
            .collect();
        assert_eq!(rest.lines().collect::<Vec<_>>(), kept);
    }
}
