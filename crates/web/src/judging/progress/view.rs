//! How the progress of judging looks to chair and deputy.

use jiff::Timestamp;
use maud::{Markup, html};
use plaudit_domain::ids::{MembershipId, SeasonId};
use plaudit_domain::interest::conflicts::Ruler;
use plaudit_store::reports::progress::Progress as Found;

use crate::http::actor::Chair;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, JudgeReminders, Progress, Rulings};
use crate::say;
use crate::shown::progress::{self as shown, Ways};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::page::{Layout, Place};

fn ways(season: SeasonId, ruler: Ruler) -> Ways<'static> {
    Ways {
        here: Progress { season }.to_string(),
        reminders: JudgeReminders { season }.to_string(),
        rulings: (ruler == Ruler::Chair).then(|| Rulings { season }.to_string()),
        invite: None,
        case: &|_| None,
    }
}

/// How far everybody is.
pub(super) fn page(chair: &Chair, found: &Found, page: u64, now: Timestamp) -> Answer {
    let words = &chair.words;
    let title = say!(words, "progress-title");
    let season = found.about.season.id;
    let name = format!(
        "{} {}",
        found
            .about
            .programme
            .words
            .title
            .in_language(&words.language()),
        found.about.season.name
    );
    let heading = Heading::new(&title).above(name);
    let body = html! {
        (back(&Link::new(say!(words, "desk-title"), &Desk)))
        (match shown::due(words, found, now) {
            Some(due) => heading.lede(due),
            None => heading,
        })
        p.muted { (say!(words, "progress-chair-note")) }
        (shown::everybody(words, found, page, &ways(season, found.ruler)))
    };
    framed(chair, found, title, body)
}

/// Whom a reminder would go to, and the button that sends it.
pub(super) fn reminders(chair: &Chair, found: &Found, chosen: &[MembershipId]) -> Answer {
    let words = &chair.words;
    let season = found.about.season.id;
    let body = html! {
        (back(&Link::new(say!(words, "progress-title"), &Progress { season })))
        (shown::reminders(words, found, chosen, &ways(season, found.ruler)))
    };
    framed(chair, found, say!(words, "progress-remind-title"), body)
}

fn framed(chair: &Chair, found: &Found, title: String, body: Markup) -> Answer {
    Answer::page(chair, Place::Judging, title, body)
        .layout(Layout::Wide)
        .liveried(&found.about.programme)
}
