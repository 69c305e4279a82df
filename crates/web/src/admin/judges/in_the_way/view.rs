//! How it looks what would stand in the way of inviting somebody to judge.

use maud::{Render, html};
use plaudit_domain::ids::SeasonId;
use plaudit_store::reports::Surroundings;
use plaudit_store::suggestions::Suggestion;

use super::{GO_ON, YES};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::Judges;
use crate::say;
use crate::shown::interest;
use crate::ui::button::{Look, link_button, submit};
use crate::ui::fields::hidden;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::notice::aside;
use crate::ui::table::Table;
use crate::ui::tone::Tone;

/// Each likeness with what it rests on, and the two ways on; what was typed goes along.
pub(in crate::admin::judges) fn page(
    admin: &Admin,
    about: &Surroundings,
    name: &str,
    found: &[Suggestion],
    raw: &RawForm,
) -> Answer {
    let words = &admin.words;
    let season: SeasonId = about.season.id;
    let title = say!(words, "in-the-way-title", name = name);
    let certain = found.iter().any(|each| each.sign.is_certain());
    let table = Table::new(say!(words, "suggested-heading"), found)
        .head(
            say!(words, "interests-nominee"),
            |each| html! { bdi { (each.nominee) } @if let Some(employer) = &each.employer { " " span.under { (employer) } } },
        )
        .words(say!(words, "in-the-way-number"), |each| each.number.clone())
        .words(say!(words, "suggested-sign"), |each| {
            interest::sign(words, each.sign, &each.likeness)
        })
        .caption_hidden()
        .render();
    let form = Form::post(
        &Judges { season },
        html! {
            @for (field, value) in raw.pairs().filter(|(field, _)| *field != GO_ON) { (hidden(field, &value)) }
            (hidden(GO_ON, &YES))
            div.buttons {
                (submit(Look::Primary, &say!(words, "in-the-way-go-on")))
                (link_button(Look::Secondary, &Link::new(say!(words, "in-the-way-leave"), &Judges { season })))
            }
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "judges-title"), &Judges { season })))
        (Heading::new(&title).above(desk::season_name(words, about)).lede(say!(words, "in-the-way-lede")))
        (table)
        @if certain { (aside(Tone::Care, &html! { p { (say!(words, "in-the-way-part")) } })) }
        (form)
    };
    desk::season_page(admin, Section::Judges, about, title, body)
}
