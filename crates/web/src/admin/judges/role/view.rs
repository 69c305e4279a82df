//! How a change of somebody's role on the panel is asked about.

use maud::html;
use plaudit_domain::membership::Role;
use plaudit_store::reports::judges::{JudgeRow, Judges as Panel};
use plaudit_store::reports::quorum::Change;

use super::{REASON, ROLE};
use crate::admin::desk::{self, Section};
use crate::admin::filled::Filled;
use crate::admin::judges::view::{consequences, roles, season_name};
use crate::admin::view::top;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{JudgeRole, Judges};
use crate::say;
use crate::ui::button::{Look, buttons, submit};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{self, Link};
use crate::ui::page::Layout;

/// The roles, what a change would mean, and why it is made.
pub(super) fn page(
    admin: &Admin,
    panel: &Panel,
    judge: &JudgeRow,
    loss: &Change,
    filled: &Filled,
) -> Answer {
    let words = &admin.words;
    let fields = filled.fields(words);
    let title = say!(words, "judges-role-title", name = judge.name.as_str());
    let season = panel.about.season.id;
    let path = JudgeRole {
        season,
        membership: judge.membership,
    };
    let list = Link::new(say!(words, "judges-title"), &Judges { season });
    let form = Form::post(
        &path,
        html! {
            (fields.radios(ROLE, say!(words, "judges-role"), roles(words, Role::PANEL)))
            (fields.area(REASON, say!(words, "seasons-reason")).hint(say!(words, "seasons-reason-hint")).rows(3))
            (buttons(&html! {
                (submit(Look::Primary, &say!(words, "judges-role-change")))
                (Link::new(say!(words, "judges-role-keep"), &Judges { season }))
            }))
        },
    );
    let body = html! {
        (link::back(&list))
        (top(words, filled, &[]))
        (Heading::new(&title).above(season_name(words, panel)))
        @if judge.role.scores() {
            p { (say!(words, "judges-role-loses")) }
            (consequences(words, loss))
        } @else {
            p { (say!(words, if panel.is_planned { "judges-role-gains-planned" } else { "judges-role-gains" })) }
        }
        (form)
    };
    desk::season_page(admin, Section::Judges, &panel.about, title, body).layout(Layout::Narrow)
}
