//! The form of a choice of columns: its fields, and what is read from them.

use plaudit_domain::column_choice::{ChoiceName, Chosen, ChosenColumns, ColumnChoice};
use plaudit_domain::export::Export;
use plaudit_domain::text::Fault;

use crate::admin::filled::{VERSION, YES};
use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::http::sheet::names_somebody;
use crate::shown::columns;

/// What it is called.
pub(super) const NAME: &str = "name";
/// Whether names are left out.
pub(super) const BLIND: &str = "blind";
/// The columns that are ticked.
pub(super) const COLUMNS: &str = "columns";

/// The highest number that a column's place may be given.
const LAST_PLACE: u32 = 999;

/// The field of a column's place in the order.
pub(super) fn place(column: &str) -> String {
    format!("place-{}", column.replace('*', "each"))
}

/// A choice as its form shows it: its columns numbered in their order.
pub(super) fn written(choice: &ColumnChoice) -> RawForm {
    let chosen = &choice.chosen;
    let mut pairs = vec![
        (VERSION.to_owned(), choice.version.to_string()),
        (NAME.to_owned(), chosen.name.as_str().to_owned()),
    ];
    if chosen.is_blind {
        pairs.push((BLIND.to_owned(), YES.to_owned()));
    }
    for (number, column) in (1..).zip(chosen.columns.iter()) {
        pairs.push((COLUMNS.to_owned(), column.to_owned()));
        pairs.push((place(column), i32::to_string(&number)));
    }
    RawForm::from_pairs(pairs)
}

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(raw: &RawForm, file: Export) -> Result<Chosen, FieldErrors> {
    let mut errors = raw.errors();
    let name = ChoiceName::parse(raw.get(NAME));
    let name = errors.take(NAME, "choice-name-noun", name);
    let is_blind = raw.get(BLIND) == YES;
    let all = columns::of(file);
    let mut ticked: Vec<(Option<u32>, &str)> = Vec::new();
    if raw.all(COLUMNS).any(|column| !all.contains(&column)) {
        errors.fault(COLUMNS, "choice-columns-noun", Fault::NotAChoice);
    }
    for column in &all {
        if raw.all(COLUMNS).any(|each| each == *column) {
            let field = place(column);
            let number = read_place(raw.trimmed(&field));
            let number = errors.take(&field, "choice-place-noun", number).flatten();
            ticked.push((number, column));
        }
    }
    let named: Vec<&str> = ticked
        .iter()
        .map(|(_, column)| *column)
        .filter(|column| names_somebody(column))
        .collect();
    if is_blind && !named.is_empty() {
        let fills = vec![("columns", Fill::Text(named.join(", ")))];
        errors.say_filled(COLUMNS, "choice-columns-naming", fills);
    }
    // The sort keeps the order of the file among those with no number, and with the same.
    ticked.sort_by_key(|(number, _)| number.unwrap_or(u32::MAX));
    let columns = ticked.into_iter().map(|(_, column)| column.to_owned());
    let columns = ChosenColumns::new(columns.collect()).ok();
    if columns.is_none() {
        errors.say(COLUMNS, "choice-columns-none");
    }
    match (name, columns) {
        (Some(name), Some(columns)) if errors.is_empty() => Ok(Chosen {
            file,
            name,
            columns,
            is_blind,
        }),
        _ => {
            let places: Vec<String> = all.iter().map(|column| place(column)).collect();
            let places = places.iter().map(String::as_str);
            errors.in_order_of([NAME, BLIND, COLUMNS].into_iter().chain(places));
            Err(errors)
        }
    }
}

/// A place in the order, or none.
fn read_place(typed: &str) -> Result<Option<u32>, Fault> {
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse() {
        Ok(number) if (1..=LAST_PLACE).contains(&number) => Ok(Some(number)),
        Ok(_) => Err(Fault::OutOfRange {
            lowest: Some("1".to_owned()),
            highest: Some(LAST_PLACE.to_string()),
        }),
        Err(_) => Err(Fault::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<(String, bool), Vec<String>> {
        let raw = RawForm::from_pairs(pairs.iter().copied());
        match parse(&raw, Export::Ranking) {
            Ok(chosen) => Ok((chosen.columns.in_address(), chosen.is_blind)),
            Err(errors) => Err(errors.iter().map(|error| error.field.clone()).collect()),
        }
    }

    #[test]
    fn columns_with_a_number_come_first_and_the_others_follow_in_the_order_of_the_file() {
        let chosen = read(&[
            (NAME, "For the chair"),
            (COLUMNS, "rank"),
            (COLUMNS, "mean_*"),
            (COLUMNS, "case"),
            (COLUMNS, "weighted_total"),
            ("place-mean_each", "2"),
            ("place-weighted_total", "1"),
            ("place-status", "nonsense, and not ticked"),
        ]);
        assert_eq!(
            chosen,
            Ok(("weighted_total,mean_*,rank,case".to_owned(), false))
        );
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(read(&[]), Err(vec![NAME.to_owned(), COLUMNS.to_owned()]));
        let named = [(NAME, "x"), (BLIND, YES), (COLUMNS, "nominee")];
        assert_eq!(read(&named), Err(vec![COLUMNS.to_owned()]));
        let unknown = [(NAME, "x"), (COLUMNS, "rank"), (COLUMNS, "nonsense")];
        assert_eq!(read(&unknown), Err(vec![COLUMNS.to_owned()]));
        for wrong in ["0", "1000", "first", "-1"] {
            let place = [(NAME, "x"), (COLUMNS, "rank"), ("place-rank", wrong)];
            assert_eq!(read(&place), Err(vec!["place-rank".to_owned()]), "{wrong}");
        }
    }
}
