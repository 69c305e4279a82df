//! A programme's mark wherever it is shown: on a plate of its own, on whatever ground a page has.

use maud::{Markup, html};
use plaudit_domain::mark::MarkName;
use plaudit_domain::programme::Programme;

use crate::paths::server;
use crate::say;
use crate::ui::mark::{Picture, mark};
use crate::words::Words;

/// This picture as the programme's mark.
pub fn of_programme(language: &str, programme: &Programme, name: &MarkName) -> Picture {
    Picture {
        path: server::Mark {
            name: name.to_string(),
        }
        .to_string(),
        name: programme.words.title.in_language(language).to_owned(),
        width: name.width(),
        height: name.height(),
    }
}

/// The picture on each ground that it can come to stand on.
pub fn grounds(words: &Words, picture: &Picture) -> Markup {
    on_each(words, &mark(Some(picture)))
}

/// Plaudit's own mark on the same grounds.
pub fn no_mark(words: &Words) -> Markup {
    on_each(words, &mark(None))
}

fn on_each(words: &Words, mark: &Markup) -> Markup {
    html! {
        ul.grounds {
            li { span.ground.curtain { (mark) } (say!(words, "mark-on-curtain")) }
            li { span.ground.day { (mark) } (say!(words, "mark-by-day")) }
            li { span.ground.night { (mark) } (say!(words, "mark-by-night")) }
        }
    }
}
