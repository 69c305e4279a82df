//! How the home page looks.

use maud::{Markup, html};
use plaudit_store::reports::home::{ProgrammeRow, Standing};

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::admin::Dashboard;
use crate::paths::public::{Nominate, Programme};
use crate::say;
use crate::shown::mark::of_programme;
use crate::shown::timetable::moment;
use crate::ui::button::{Look, link_button};
use crate::ui::card::{Card, cards};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::mark::beside_name;
use crate::ui::page::{Layout, Place};
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// The sections of the page, with their headings, in their order.
const SECTIONS: [(Standing, &str); 4] = [
    (Standing::Open, "home-open"),
    (Standing::Coming, "home-coming"),
    (Standing::Closed, "home-closed"),
    (Standing::Past, "home-past"),
];

/// The page, also when there is nothing on it.
pub(super) fn page(visitor: &Visitor, rows: &[ProgrammeRow]) -> Answer {
    let words = &visitor.words;
    let title = say!(words, "home-title");
    let lede = match rows
        .iter()
        .filter(|row| row.standing == Standing::Open)
        .count()
    {
        0 if rows.is_empty() => None,
        0 => Some(say!(words, "home-lede-none-open")),
        _ => Some(say!(words, "home-lede")),
    };
    let body = html! {
        (heading(&title, lede))
        @if rows.is_empty() { (nothing(visitor)) }
        @for (standing, heading) in SECTIONS {
            @let here: Vec<&ProgrammeRow> = rows.iter().filter(|row| row.standing == standing).collect();
            @if !here.is_empty() {
                h2 { (say!(words, heading)) }
                (cards(&here.into_iter().map(|row| card(words, row)).collect::<Vec<_>>()))
            }
        }
    };
    Answer::page(visitor, Place::Public, title, body).layout(Layout::Wide)
}

fn heading(title: &str, lede: Option<String>) -> Heading {
    let heading = Heading::new(title).grand();
    match lede {
        Some(lede) => heading.lede(lede),
        None => heading,
    }
}

/// What stands here before the first season, with the next step for whoever can take it.
fn nothing(visitor: &Visitor) -> Markup {
    let words = &visitor.words;
    if visitor.organisation.is_none() {
        let (title, text) = (
            say!(words, "home-bare-title"),
            say!(words, "home-bare-text"),
        );
        return empty(&title, &text, None);
    }
    let is_administrator = visitor
        .signed_in
        .as_ref()
        .is_some_and(|signed_in| signed_in.roles.is_administrator());
    let onward = is_administrator.then(|| {
        let link = Link::new(say!(words, "home-empty-set-up"), &Dashboard);
        link_button(Look::Primary, &link)
    });
    empty(
        &say!(words, "home-empty-title"),
        &say!(words, "home-empty-text"),
        onward.as_ref(),
    )
}

fn card(words: &Words, row: &ProgrammeRow) -> Card {
    let programme = &row.programme.words;
    let slug = programme.slug.to_string();
    let title = programme.title.in_language(&words.language());
    let at = |instant| moment(words, instant, &programme.zone);
    let dates = &row.season.timetable;
    let when = match row.standing {
        Standing::Open => dates
            .closes_at
            .map(|closes_at| say!(words, "home-until", moment = at(closes_at))),
        Standing::Coming => dates
            .opens_at
            .map(|opens_at| say!(words, "home-from", moment = at(opens_at))),
        Standing::Closed => dates
            .announcement_at
            .map(|announced_at| say!(words, "home-announced", moment = at(announced_at))),
        Standing::Past => Some(say!(words, "home-over", season = &row.season.name)),
    };
    Card::new(title, body(words, row, when.as_deref(), &slug))
        .link(&Programme { programme: slug })
        .above(html! {
            @if let Some(mark) = &row.programme.mark {
                (beside_name(&of_programme(&words.language(), &row.programme, mark)))
            }
            (status_tag(tone(row.standing), &say!(words, &format!("home-tag-{}", word(row.standing)))))
        })
}

fn body(words: &Words, row: &ProgrammeRow, when: Option<&str>, slug: &str) -> Markup {
    let purpose = row.programme.words.purpose.in_language(&words.language());
    // The purpose is Markdown; its first paragraph is enough here, and plain as a rule.
    let first = purpose.split("\n\n").next().unwrap_or_default();
    let nominate = Nominate {
        programme: slug.to_owned(),
    };
    html! {
        @if let Some(when) = when { p { strong { (when) } } }
        p { (first) }
        @if row.standing == Standing::Open {
            p { (link_button(Look::Primary, &Link::new(say!(words, "home-nominate"), &nominate))) }
        }
    }
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Coming => "coming",
        Standing::Closed => "closed",
        Standing::Past => "past",
    }
}

fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Open => Tone::Active,
        Standing::Coming | Standing::Closed | Standing::Past => Tone::Plain,
    }
}
