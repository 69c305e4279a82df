//! A choice of columns: which of a file's columns somebody wants, in which order, with or without names, under a name of its own.

use std::collections::BTreeSet;

use crate::{
    export::Export,
    ids::ColumnChoiceId,
    text::{self, Fault},
};

/// The longest name of a choice, in characters.
pub const NAME_LIMIT: usize = 60;

/// What a choice is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceName(String);

impl ChoiceName {
    /// Reads a name: one line, not empty, and not too long for a link.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        text::line(typed, NAME_LIMIT).map(Self)
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is compared: two names that read alike are one.
    pub fn folded(&self) -> String {
        text::fold(&self.0)
    }
}

/// Columns in an order of their own: at least one, and none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenColumns(Vec<String>);

impl ChosenColumns {
    /// These columns in this order.
    pub fn new(columns: Vec<String>) -> Result<Self, Fault> {
        let different: BTreeSet<&String> = columns.iter().collect();
        if columns.is_empty() {
            Err(Fault::Missing)
        } else if different.len() < columns.len() {
            Err(Fault::Repeated)
        } else {
            Ok(Self(columns))
        }
    }

    /// Reads what [`ChosenColumns::in_address`] wrote.
    pub fn parse(written: &str) -> Result<Self, Fault> {
        let names = written.split(',').filter(|name| !name.is_empty());
        Self::new(names.map(str::to_owned).collect())
    }

    /// Their names.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// As the address of a file says them.
    pub fn in_address(&self) -> String {
        self.0.join(",")
    }
}

/// What is chosen of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Of which file.
    pub file: Export,
    /// What it is called, unique for its file.
    pub name: ChoiceName,
    /// Which columns.
    pub columns: ChosenColumns,
    /// Whether what names a nominee or a nominator is left out.
    pub is_blind: bool,
}

/// A choice as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnChoice {
    /// Which.
    pub id: ColumnChoiceId,
    /// What is chosen.
    pub chosen: Chosen,
    /// How often it was written.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_line_of_1_to_60_letters_and_compared_as_it_is_read() {
        let sixty = "é".repeat(NAME_LIMIT);
        let parsed = ChoiceName::parse(&format!(" {sixty} "));
        assert_eq!(parsed.as_ref().map(ChoiceName::as_str), Ok(sixty.as_str()));
        let (limit, count) = (NAME_LIMIT, NAME_LIMIT + 1);
        assert_eq!(
            ChoiceName::parse(&"é".repeat(count)),
            Err(Fault::TooLong { limit, count })
        );
        assert_eq!(ChoiceName::parse("  "), Err(Fault::Missing));
        assert_eq!(ChoiceName::parse("a\nb"), Err(Fault::LineBreak));
        let folded = |name| ChoiceName::parse(name).map(|name| name.folded());
        assert_eq!(folded("For the  Chair"), folded("for the chair"));
    }

    #[test]
    fn columns_are_at_least_one_and_none_twice_and_read_as_an_address_says_them() {
        let some =
            |names: &[&str]| ChosenColumns::new(names.iter().map(ToString::to_string).collect());
        assert_eq!(some(&[]), Err(Fault::Missing));
        assert_eq!(some(&["rank", "case", "rank"]), Err(Fault::Repeated));
        let chosen = some(&["rank", "mean_*", "case"]);
        let address = chosen.as_ref().map(ChosenColumns::in_address);
        assert_eq!(address, Ok("rank,mean_*,case".to_owned()));
        assert_eq!(ChosenColumns::parse("rank,mean_*,case"), chosen);
        assert_eq!(ChosenColumns::parse(""), Err(Fault::Missing));
    }
}
