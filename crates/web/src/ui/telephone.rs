//! A telephone number as a link dials it.

/// The digits, and the plus before them: without the zero that is left out after a country's code, and without an extension.
pub fn dialled(number: &str) -> String {
    let whole = number.split(['x', 'X', 'e', 'E', '/', ',', ';']).next();
    let whole = whole.unwrap_or_default().replace("(0)", "");
    whole
        .chars()
        .filter(|symbol| symbol.is_ascii_digit() || *symbol == '+')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_an_extension_nor_the_zero_after_a_countrys_code_is_dialled() {
        for (number, said) in [
            ("01632 960 555", "01632960555"),
            ("01632 960 555 ext 12", "01632960555"),
            ("01632 960 555 EXT. 12", "01632960555"),
            ("01632 960555 X12", "01632960555"),
            ("+44 (0)1632 960555/6", "+441632960555"),
        ] {
            assert_eq!(dialled(number), said);
        }
    }
}
