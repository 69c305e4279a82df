//! How the preview of the cut looks.

use maud::html;
use plaudit_store::reports::ranking::Ranking;

use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::admin::shortlist::{PREVIEWED, REASON};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Cut, Shortlist};
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;

/// What taking the cut would put forward, how many scorecards it would not wait for, and the button that does it.
pub(in crate::admin) fn page(
    admin: &Admin,
    ranking: &Ranking,
    owed: u32,
    attempt: &Attempt,
) -> Answer {
    let words = &admin.words;
    let category = ranking.category.id;
    let title = say!(words, "shortlist-take");
    let messages = attempt.errors.in_words(words);
    let proposal = ranking.proposal();
    let form = Form::post(
        &Cut { category },
        html! {
            ul {
                @for row in &proposal {
                    li {
                        (hidden(PREVIEWED, &format!("{}.{}", row.case, row.version)))
                        bdi { (named::nominee_or_erased(words, row.nominee.as_deref())) }
                        @if let Some(figures) = &row.place.figures {
                            " " (say!(words, "shortlist-with-total", total = figures.total.to_string()))
                        }
                    }
                }
            }
            (Field::area(words, REASON, say!(words, "shortlist-reason"))
                .rows(3)
                .value(attempt.raw.get(REASON))
                .error(messages.get(REASON))
                .optional())
            (submit(Look::Primary, &say!(words, "shortlist-take-now", count = proposal.len())))
        },
    );
    let body = html! {
        (back(&Link::new(say!(words, "shortlist-back"), &Shortlist { category })))
        (error_summary(words, messages.iter()))
        @if attempt.stale { (aside(Tone::Care, &html! { p { (say!(words, "shortlist-stale")) } })) }
        (Heading::new(&title).lede(say!(words, "shortlist-take-lede", size = ranking.rules.shortlist_size)))
        @if proposal.is_empty() {
            (empty(&say!(words, "shortlist-nothing-title"), &say!(words, "shortlist-nothing-text"), None))
        } @else {
            @if owed > 0 { (aside(Tone::Care, &html! { p { (say!(words, "shortlist-take-early", count = owed)) } })) }
            (form)
        }
    };
    desk::season_page(admin, Section::Shortlist, &ranking.about, title, body)
}
