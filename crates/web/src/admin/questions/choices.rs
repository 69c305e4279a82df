//! The choices of a question, one per line; a choice that is worded anew keeps its key.

use std::collections::BTreeSet;

use plaudit_domain::question::Choice;
use plaudit_domain::text::Fault;

use crate::admin::filled::in_english;
use crate::admin::key;

/// The longest choice, in characters.
const LIMIT: usize = 200;

/// The choices as lines.
pub(super) fn as_lines(choices: &[Choice]) -> String {
    let lines: Vec<&str> = choices.iter().map(|choice| choice.title.first()).collect();
    lines.join("\n")
}

/// Reads one choice per line. A line that was there keeps its key, wherever it stands now; a line that takes the place
/// of one that is gone is that choice worded anew, and keeps its key too.
pub(super) fn parse(typed: &str, before: &[Choice]) -> Result<Vec<Choice>, Fault> {
    let lines: Vec<String> = typed
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| plaudit_domain::text::line(line, LIMIT))
        .collect::<Result<_, _>>()?;
    if lines.is_empty() {
        return Err(Fault::Missing);
    }
    let different: BTreeSet<&String> = lines.iter().collect();
    if different.len() < lines.len() {
        return Err(Fault::Repeated);
    }
    let stays = |old: &Choice| lines.iter().any(|line| line == old.title.first());
    let mut taken: BTreeSet<String> = before.iter().map(|old| old.key.clone()).collect();
    Ok(lines
        .iter()
        .enumerate()
        .map(|(place, line)| {
            let same = before.iter().find(|old| old.title.first() == line);
            let reworded = before.get(place).filter(|old| !stays(old));
            let old = same.or(reworded);
            let key = match old {
                Some(old) => old.key.clone(),
                None => key::made_from(line, "choice", |key| taken.contains(key)),
            };
            taken.insert(key.clone());
            Choice {
                key,
                title: in_english(old.map(|old| &old.title), line.clone()),
            }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(choices: &[Choice]) -> Vec<&str> {
        choices.iter().map(|choice| choice.key.as_str()).collect()
    }

    fn council() -> Vec<Choice> {
        parse("County\nDistrict\nUnitary", &[]).expect("three choices")
    }

    #[test]
    fn a_choice_that_is_worded_anew_or_moved_keeps_its_key() {
        assert_eq!(keys(&council()), ["county", "district", "unitary"]);
        let renamed = parse("County\nDistrict or borough\nUnitary", &council()).expect("three");
        assert_eq!(keys(&renamed), ["county", "district", "unitary"]);
        let moved = parse("Unitary\nCounty\nDistrict", &council()).expect("three");
        assert_eq!(keys(&moved), ["unitary", "county", "district"]);
    }

    #[test]
    fn a_new_choice_never_takes_the_key_of_another() {
        let more = parse("County\nDistrict\nUnitary\nDistrict!", &council()).expect("four");
        assert_eq!(keys(&more), ["county", "district", "unitary", "district_2"]);
        let fewer = parse("County\nUnitary", &council()).expect("two");
        assert_eq!(keys(&fewer), ["county", "unitary"]);
    }

    #[test]
    fn the_same_line_twice_is_refused_and_so_is_none() {
        assert_eq!(parse("A\nA", &[]), Err(Fault::Repeated));
        assert_eq!(parse(" \n", &[]), Err(Fault::Missing));
    }
}
