//! A season's timetable: each date with its time and its named zone, and where we are on it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use plaudit_domain::season::Timetable;
use plaudit_domain::window::Zone;

use crate::say;
use crate::ui::timeline::{Milestone, Timeline, When};
use crate::words::Words;

/// The dates that are set, in their order. Once the result is announced nothing of them is still to come, and when that was
/// stands in the place of when it was to be.
pub fn timetable(
    words: &Words,
    timetable: &Timetable,
    announced_at: Option<Timestamp>,
    zone: &Zone,
    now: Timestamp,
) -> Markup {
    let mut waiting = true;
    let milestones: Vec<Milestone> = timetable
        .dates()
        .into_iter()
        .map(|(name, at)| match announced_at {
            Some(_) if name == "announcement" => ("announced", announced_at),
            _ => (name, at),
        })
        .filter_map(|(name, at)| Some((name, at?)))
        // Once the result is out, what was planned for later does not come.
        .filter(|(_, at)| announced_at.is_none() || *at <= now)
        .map(|(name, at)| Milestone {
            when: if at <= now {
                When::Past
            } else if std::mem::take(&mut waiting) {
                When::Now
            } else {
                When::Later
            },
            what: say!(words, &format!("timetable-{name}")),
            date: moment(words, at, zone),
        })
        .collect();
    html! {
        @if milestones.is_empty() {
            p { (say!(words, "timetable-none")) }
        } @else {
            (Timeline { words, milestones: &milestones })
        }
    }
}

/// An instant in full, in this zone, which is named.
pub fn moment(words: &Words, at: Timestamp, zone: &Zone) -> String {
    words.moment(at, &time_zone(zone))
}

/// The zone as the words want it.
pub fn time_zone(zone: &Zone) -> TimeZone {
    TimeZone::get(zone.name()).unwrap_or(TimeZone::UTC)
}
