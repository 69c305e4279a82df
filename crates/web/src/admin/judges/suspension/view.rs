//! How a suspension is asked about.

use maud::html;
use plaudit_domain::quorum::Submitted;
use plaudit_store::reports::judges::{JudgeRow, Judges as Panel};
use plaudit_store::reports::quorum::Quorum;

use super::{COUNTS, REASON, SET_ASIDE, SUBMITTED};
use crate::admin::desk::{self, Section};
use crate::admin::filled::Filled;
use crate::admin::judges::view::{consequences, season_name};
use crate::admin::view::top;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{JudgeSuspension, Judges};
use crate::say;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::fields::Choice;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::Layout;

/// What both ways of suspending would do, and the button.
pub(super) fn page(
    admin: &Admin,
    panel: &Panel,
    judge: &JudgeRow,
    quorum: &Quorum,
    filled: &Filled,
) -> Answer {
    let words = &admin.words;
    let fields = filled.fields(words);
    let title = say!(words, "judges-suspension-title", name = judge.name.as_str());
    let (season, membership) = (panel.about.season.id, judge.membership);
    let counts = quorum.without(membership, Submitted::Counts);
    let set_aside = quorum.without(membership, Submitted::SetAside);
    let form = Form::post(
        &JudgeSuspension { season, membership },
        html! {
            (fields.radios(SUBMITTED, say!(words, "judges-submitted"), vec![
                Choice::new(COUNTS, say!(words, "judges-submitted-counts")),
                Choice::new(SET_ASIDE, say!(words, "judges-submitted-set-aside"))
                    .hint(say!(words, "judges-submitted-set-aside-hint", count = set_aside.fall_below.len())),
            ]))
            (fields.area(REASON, say!(words, "seasons-reason")).hint(say!(words, "seasons-reason-hint")).rows(3))
            (buttons(&html! {
                (submit(Look::Warning, &say!(words, "judges-suspend")))
                (Link::new(say!(words, "judges-keep"), &Judges { season }))
            }))
        },
    );
    let body = html! {
        (link::back(&Link::new(say!(words, "judges-title"), &Judges { season })))
        (top(words, filled, &[]))
        (Heading::new(&title).above(season_name(words, panel)))
        p { (say!(words, "judges-suspension-text")) }
        (consequences(words, &counts))
        (form)
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body).layout(Layout::Narrow)
}
