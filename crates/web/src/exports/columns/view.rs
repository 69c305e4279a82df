//! How the columns are explained.

use maud::{Markup, html};

use super::{
    CASES, CONFIDENTIALITY, CONFLICTS, HISTORY, JUDGES, MEETING, NOMINATIONS_AFTER,
    NOMINATIONS_BEFORE, RANKING_AFTER, RANKING_BEFORE, SCORES, SHORTLIST_AFTER, SHORTLIST_BEFORE,
};
use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::say;
use crate::ui::heading::Heading;
use crate::ui::page::{Layout, Place};
use crate::ui::table::Table;
use crate::words::Words;

/// Every file with its columns.
pub(super) fn page(visitor: &Visitor) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "exports-columns-title");
    let body = html! {
        (Heading::new(&title).lede(say!(words, "exports-columns-lede")))
        p { (say!(words, "exports-columns-form")) }
        p { (say!(words, "exports-columns-sheet")) }
        p { (say!(words, "exports-columns-chosen")) }
        (file(words, "nominations", &[(NOMINATIONS_BEFORE, None), (NOMINATIONS_AFTER, Some("answer_…"))]))
        (file(words, "cases", &[(CASES, None)]))
        (file(words, "judges", &[(JUDGES, None)]))
        (file(words, "conflicts", &[(CONFLICTS, None)]))
        (file(words, "scores", &[(SCORES, None)]))
        (file(words, "ranking", &[(RANKING_BEFORE, None), (RANKING_AFTER, Some("mean_…"))]))
        (file(words, "shortlist", &[(SHORTLIST_BEFORE, None), (SHORTLIST_AFTER, Some("mean_…"))]))
        (file(words, "meeting", &[(MEETING, None)]))
        (file(words, "history", &[(HISTORY, None)]))
        (file(words, "confidentiality", &[(CONFIDENTIALITY, None)]))
    };
    Answer::page(visitor, Place::Public, title, body).layout(Layout::Wide)
}

/// One file: parts of its columns, each perhaps with a repeated column before it.
fn file(words: &Words, name: &str, parts: &[(&[&str], Option<&str>)]) -> Markup {
    let rows: Vec<(&str, &str)> = parts
        .iter()
        .flat_map(|(columns, repeated)| {
            let repeated = repeated.map(|shown| (shown, "each"));
            let columns = columns.iter().map(|column| (*column, *column));
            repeated.into_iter().chain(columns)
        })
        .collect();
    let caption = format!("{name}.csv");
    let table = Table::new(caption.as_str(), &rows)
        .head(
            say!(words, "exports-column"),
            |(shown, _)| html! { code { (shown) } },
        )
        .words(say!(words, "exports-meaning"), |(_, key)| {
            words.get(&format!("exports-column-{name}-{}", key.replace('_', "-")))
        })
        .caption_hidden();
    html! {
        section.stack {
            h2 { (caption) }
            p { (words.get(&format!("exports-about-{name}"))) }
            (table)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn every_column_is_explained() {
        let words = WordBook::load().english();
        let files: [(&str, Vec<&str>); 10] = [
            ("cases", CASES.to_vec()),
            ("judges", JUDGES.to_vec()),
            ("conflicts", CONFLICTS.to_vec()),
            ("history", HISTORY.to_vec()),
            ("meeting", MEETING.to_vec()),
            (
                "ranking",
                [RANKING_BEFORE, RANKING_AFTER, &["each"]].concat(),
            ),
            ("confidentiality", CONFIDENTIALITY.to_vec()),
            (
                "nominations",
                [NOMINATIONS_BEFORE, NOMINATIONS_AFTER, &["each"]].concat(),
            ),
            ("scores", SCORES.to_vec()),
            (
                "shortlist",
                [SHORTLIST_BEFORE, SHORTLIST_AFTER, &["each"]].concat(),
            ),
        ];
        let missing: Vec<String> = files
            .iter()
            .flat_map(|(file, columns)| {
                columns.iter().map(move |column| {
                    format!("exports-column-{file}-{}", column.replace('_', "-"))
                })
            })
            .filter(|key| words.get(key) == *key)
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}
