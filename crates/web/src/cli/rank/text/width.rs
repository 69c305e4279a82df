//! How wide a text is on a terminal, and how it is cut to a width.

/// How many columns a terminal gives a symbol: none to marks that stand on another, two to the scripts of East Asia and to
/// pictures (Unicode's East Asian Width, as far as its blocks tell).
fn columns(symbol: char) -> usize {
    match u32::from(symbol) {
        0x0300..=0x036f
        | 0x0483..=0x0489
        | 0x0591..=0x05bd
        | 0x064b..=0x065f
        | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff
        | 0x20d0..=0x20ff
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f
        | 0xe0100..=0xe01ef => 0,
        0x1100..=0x115f
        | 0x2e80..=0x303e
        | 0x3041..=0xa4cf
        | 0xa960..=0xa97f
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// The width of a text in columns.
pub(in crate::cli::rank) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The text if it is no wider than `most`, or else its beginning and an ellipsis, no wider than that together.
pub(in crate::cli::rank) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let mut cut = String::new();
    for symbol in text.chars() {
        match left.checked_sub(columns(symbol)) {
            Some(rest) => left = rest,
            None => break,
        }
        cut.push(symbol);
    }
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::{cut, width};

    #[test]
    fn a_text_is_cut_by_what_it_takes_on_a_terminal() {
        for (text, wide, at_five) in [
            ("", 0, ""),
            ("abcde", 5, "abcde"),
            ("abcdef", 6, "abcd…"),
            ("名古屋市", 8, "名古…"),
            (
                "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
                6,
                "e\u{301}e\u{301}e\u{301}e\u{301}…",
            ),
            ("🏆🏆🏆", 6, "🏆🏆…"),
        ] {
            assert_eq!((width(text), cut(text, 5).as_str()), (wide, at_five));
        }
    }
}
