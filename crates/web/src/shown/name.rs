//! Names, set apart so that one that is written from right to left does not turn its sentence round.

use maud::{Markup, html};

use crate::words::Words;

/// A character that no text has, in whose place the name is put.
const PLACE: &str = "\u{f8ff}";

/// A name, as its owner writes it.
pub fn name(name: &str) -> Markup {
    html! { bdi dir="auto" { (name) } }
}

/// A sentence of the words with a name in it, in the place of `$name`.
pub fn sentence(words: &Words, key: &str, name: &str) -> Markup {
    let sentence = words.fill(key, &[("name", PLACE.into())]);
    let mut parts = sentence.split(PLACE);
    html! {
        (parts.next().unwrap_or_default())
        @for part in parts { (self::name(name)) (part) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn a_name_is_set_apart_and_escaped() {
        let words = WordBook::load().english();
        assert_eq!(
            sentence(&words, "nomination-of", "مريم <x>").into_string(),
            "Nomination of <bdi dir=\"auto\">مريم &lt;x&gt;</bdi>"
        );
    }
}
