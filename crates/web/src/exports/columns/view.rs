//! How the columns are explained.

use maud::{Markup, html};
use plaudit_domain::export::Export;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::say;
use crate::shown::columns;
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
        p { (say!(words, "exports-columns-repeated")) }
        @for each in columns::FILES { (file(words, *each)) }
    };
    Answer::page(visitor, Place::Public, title, body).layout(Layout::Wide)
}

/// One file with its columns.
fn file(words: &Words, file: Export) -> Markup {
    let rows = columns::of(file);
    let caption = format!("{file}.csv");
    let table = Table::new(caption.as_str(), &rows)
        .head(
            say!(words, "exports-column"),
            |column| html! { code { (column) } },
        )
        .words(say!(words, "exports-meaning"), |column| {
            words.get(&columns::meaning(file, column))
        })
        .caption_hidden();
    html! {
        section.stack {
            h2 { (caption) }
            p { (words.get(&format!("exports-about-{file}"))) }
            (table)
        }
    }
}
