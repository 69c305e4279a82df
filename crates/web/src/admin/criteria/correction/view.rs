//! How a correction of a criterion's words is asked for.

use maud::html;
use plaudit_domain::criterion::Criterion;

use crate::admin::criteria::form::{GUIDANCE, TITLE, descriptor};
use crate::admin::filled::Filled;
use crate::admin::part::view::form_page;
use crate::admin::run::Run;
use crate::admin::view::{seen, top};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::CriterionCorrection;
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::form::Form;

/// The words, and nothing that counts.
pub(super) fn page(admin: &Admin, run: &Run, criterion: &Criterion, filled: &Filled) -> Answer {
    let words = &admin.words;
    let fields = filled.fields(words);
    let path = CriterionCorrection {
        season: run.season.id,
        criterion: criterion.id,
    };
    let form = Form::post(
        &path,
        html! {
            (seen(filled))
            p { (say!(words, "criteria-correct-lede")) }
            (fields.text(TITLE, say!(words, "criteria-title")))
            (fields.area(GUIDANCE, say!(words, "criteria-guidance")).rows(4).optional())
            @for (_, value) in criterion.scale.points() {
                (fields.text(&descriptor(value), say!(words, "criteria-descriptor", point = value.to_string())))
            }
            (submit(Look::Primary, &say!(words, "criteria-correct-save")))
        },
    );
    let title = say!(words, "criteria-correct-title");
    let top = top(
        words,
        filled,
        &[(TITLE, "criteria-title"), (GUIDANCE, "criteria-guidance")],
    );
    form_page(admin, run, title, &top, &html! { (form) })
}
