//! How the loads of judges are asked for.

use maud::html;
use plaudit_store::reports::plan::{JudgeRow, Made, PlanPage};

use super::{LEAST, MOST, ORGANISATION, field};
use crate::admin::desk::{self, Section};
use crate::admin::filled::Filled;
use crate::admin::view::seen;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Assignment, AssignmentJudges};
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Fieldset;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};

/// Every judge's row, as a form.
pub(super) fn page(admin: &Admin, page: &PlanPage, made: &Made, filled: &Filled) -> Answer {
    let words = &admin.words;
    let season = page.about.season.id;
    let title = say!(words, "assignment-judges-title");
    let fields = filled.fields(words);
    let row = |judge: &JudgeRow| {
        let name = field(LEAST, judge);
        html! {
            (Fieldset {
                words,
                name: &field("bounds", judge),
                legend: &judge.name,
                hint: None,
                error: None,
                body: html! {
                    (fields.number(&name, say!(words, "assignment-own-least")).optional())
                    (fields.number(&field(MOST, judge), say!(words, "assignment-own-most")).optional())
                    (fields.text(&field(ORGANISATION, judge), say!(words, "assignment-organisation")).optional())
                },
            })
        }
    };
    let options = &made.plan.options;
    let body = html! {
        (error_summary(words, filled.errors.in_words(words).iter()))
        (back(&Link::new(say!(words, "assignment-title"), &Assignment { season })))
        (Heading::new(&title)
            .above(desk::season_name(words, &page.about))
            .lede(say!(words, "assignment-judges-lede", least = options.least, most = options.most)))
        @if made.judges.is_empty() {
            p { (say!(words, "assignment-nothing")) }
        } @else {
            (Form::post(&AssignmentJudges { season }, html! {
                (seen(filled))
                @for judge in &made.judges { (row(judge)) }
                (submit(Look::Primary, &say!(words, "assignment-save")))
            }))
        }
    };
    desk::season_page(admin, Section::Judges, &page.about, title, body)
}
