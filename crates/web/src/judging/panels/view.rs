//! How the panels look to who sits on them.

use maud::{Markup, Render, html};
use plaudit_domain::season::Status;
use plaudit_domain::stage::Kind as Stage;
use plaudit_store::reports::panels::{PanelMember, PanelRow};

use crate::http::actor::Panellist;
use crate::http::response::Answer;
use crate::judging::deliberation::room_links;
use crate::judging::reopenings::is_offered;
use crate::paths::judging::{Biography, Confidentiality, Desk, Reopenings};
use crate::say;
use crate::ui::button::{Look, link_button};
use crate::ui::empty::empty;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::page::Place;
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::words::Words;

/// Every panel on which one sits, the latest season first.
pub(super) fn list(panellist: &Panellist, panels: &[PanelRow]) -> Answer {
    let words = &panellist.words;
    let title = say!(words, "panels-title");
    let body = html! {
        (Heading::new(&title))
        @if panels.is_empty() {
            (empty(&say!(words, "panels-empty-title"), &say!(words, "panels-empty-text"), None))
        }
        @for panel in panels { (one(words, panel)) }
    };
    let answer = Answer::page(panellist, Place::Judging, title, body);
    match panels {
        [only] => answer.liveried(&only.programme),
        _ => answer,
    }
}

fn one(words: &Words, panel: &PanelRow) -> Markup {
    let title = format!(
        "{} {}",
        panel.programme.words.title.in_language(&words.language()),
        panel.season.name
    );
    html! {
        section.stack {
            h2 { (title) }
            p { (words.get(&format!("role-you-{}", panel.role))) }
            (dates(words, panel))
            (members(words, panel))
            @if panel.is_public {
                p { (Link::new(say!(words, "biography-link"), &Biography { season: panel.season.id })) }
            }
            @if panel.asks_confidentiality {
                p { (Link::new(say!(words, "confidentiality-title"), &Confidentiality)) }
            }
            (meetings(words, panel))
            @if panel.role.runs_panel() && is_offered(panel.season.status) {
                @let season = panel.season.id;
                p { (Link::new(say!(words, "reopenings-title"), &Reopenings { season })) }
            }
            @if panel.role.scores() {
                div.buttons { (link_button(Look::Secondary, &Link::new(say!(words, "panels-to-desk"), &Desk))) }
            }
        }
    }
}

/// The rooms of the panel's meeting, while it meets and after.
fn meetings(words: &Words, panel: &PanelRow) -> Markup {
    use Status::{Announced, Decided, Deliberation as Meeting};
    let is_there = matches!(panel.season.status, Meeting | Decided | Announced);
    html! {
        @if is_there { (room_links(words, &panel.categories)) }
    }
}

fn dates(words: &Words, panel: &PanelRow) -> SummaryList {
    let zone = panel.programme.words.zone.time_zone();
    let mut list = SummaryList::new().row(
        say!(words, "panels-role"),
        html! { (words.get(&format!("role-title-{}", panel.role))) },
    );
    let timetable = panel.season.timetable;
    let due = match panel.season.stage {
        Stage::Sift => "panels-judging-ends-sift",
        Stage::Scoring => "panels-judging-ends",
        Stage::Interview => "panels-judging-ends-interview",
    };
    for (key, at) in [
        (due, timetable.judging_ends_at),
        ("panels-meeting", timetable.decision_at),
        ("panels-announcement", timetable.announcement_at),
    ] {
        if let Some(at) = at {
            list = list.row(words.get(key), html! { (words.moment(at, &zone)) });
        }
    }
    list
}

fn members(words: &Words, panel: &PanelRow) -> Markup {
    Table::new(say!(words, "panels-members"), &panel.members)
        .head(
            say!(words, "panels-name"),
            |member: &PanelMember| html! { bdi { (member.name) } },
        )
        .words(say!(words, "panels-role-head"), |member| {
            words.get(&format!("role-title-{}", member.role))
        })
        .render()
}
