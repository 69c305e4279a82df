//! What something that a record names by its id is called.

use maud::{Markup, html};
use plaudit_store::reports::names::Named;

use crate::paths::admin::Case;
use crate::say;
use crate::words::Words;

/// The name in words; an erased person is said to be erased.
pub fn say(words: &Words, named: &Named) -> String {
    let language = words.language();
    match named {
        Named::Person(name) => name.clone(),
        Named::Erased => say!(words, "named-erased"),
        Named::Nomination(_, number) => say!(words, "named-nomination", number = number.as_str()),
        Named::Case(_, number, nominee) => say!(
            words,
            "named-case",
            number = *number,
            nominee = nominee_or_erased(words, nominee.as_deref())
        ),
        Named::Season(programme, season) => say!(
            words,
            "named-season",
            programme = programme.in_language(&language),
            season = season.as_str()
        ),
        Named::Programme(title) | Named::Category(title) | Named::Criterion(title, _) => {
            title.in_language(&language).to_owned()
        }
        Named::RuleSet(number) => say!(words, "named-rule-set", number = *number),
        Named::Letter(kind) => letter(words, kind),
        Named::JudgeAndCase(judge, case) => say!(
            words,
            "named-judge-and-case",
            judge = say(words, judge),
            case = say(words, case)
        ),
        Named::Unknown => say!(words, "named-unknown"),
    }
}

/// The nominee's name, or that it is erased.
pub fn nominee_or_erased(words: &Words, nominee: Option<&str>) -> String {
    nominee.map_or_else(|| say!(words, "named-erased"), str::to_owned)
}

/// What a letter is called, by the name of its template.
pub fn letter(words: &Words, kind: &str) -> String {
    words.get(&format!("named-letter-{kind}"))
}

/// The name, leading to the thing's page where an administrator has one for it.
pub fn link(words: &Words, named: &Named) -> Markup {
    let text = say(words, named);
    match named {
        Named::Case(case, ..) => html! { a href=(Case { case: *case }) { (text) } },
        Named::Person(_) => html! { bdi { (text) } },
        _ => html! { (text) },
    }
}

#[cfg(test)]
mod tests {
    use plaudit_store::nominations::letters;

    use super::letter;
    use crate::words::WordBook;

    #[test]
    fn every_letter_about_a_nomination_has_a_name() {
        let words = WordBook::load().english();
        for kind in [
            letters::RECEIPT,
            letters::LATE,
            letters::AMENDED,
            letters::LINK,
            letters::REMINDER,
            letters::EXTENSION,
            letters::WITHDRAWN,
        ] {
            let name = letter(&words, kind);
            assert!(!name.starts_with("named-"), "{name}");
        }
    }
}
