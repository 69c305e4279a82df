//! How one case looks to who decides on it: where it stands, what can be decided now, and what was decided before.

use maud::{Markup, html};
use plaudit_store::reports::ranking::RankingRow;
use plaudit_store::reports::shortlist::Shortlist;

use super::{Attempt, REASON, REASON_UNDO};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::Case;
use crate::say;
use crate::shown::decision::{self, Decision};
use crate::shown::{named, status};
use crate::ui::button::Look;
use crate::ui::error_summary::error_summary;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::words::Words;

/// One case of a category, and what was tried on its page.
#[derive(Clone, Copy)]
pub(in crate::admin) struct Deciding<'a> {
    pub(in crate::admin) found: &'a Shortlist,
    pub(in crate::admin) row: &'a RankingRow,
    pub(in crate::admin) attempt: &'a Attempt,
}

impl Deciding<'_> {
    /// The page: `above` says where the case stands, `open` what can be decided.
    pub(in crate::admin) fn page(
        self,
        admin: &Admin,
        (section, list): (Section, &Link),
        above: &Markup,
        open: &Markup,
    ) -> Answer {
        let words = &admin.words;
        let Self {
            found,
            row,
            attempt,
        } = self;
        let nominee = named::nominee_or_erased(words, row.nominee.as_deref());
        let title = say!(words, "named-case", number = row.number, nominee = nominee);
        let messages = attempt.errors.in_words(words);
        let about = &found.ranking.about;
        let zone = about.programme.words.zone.time_zone();
        let decisions = found
            .decisions
            .get(&row.case)
            .map_or(&[][..], Vec::as_slice);
        let body = html! {
            (back(list))
            (error_summary(words, messages.iter()))
            @if attempt.stale { (decision::overtaken(words, decisions, &zone, attempt.raw.get(REASON))) }
            (Heading::new(&title).beside(status::tag(words, row.status)))
            (above)
            p { (Link::new(say!(words, "shortlist-to-case"), &Case { case: row.case })) }
            (open)
            @if !decisions.is_empty() {
                section.stack {
                    h2 { (say!(words, "case-decisions")) }
                    (decision::decided(words, decisions, &zone))
                }
            }
        };
        desk::season_page(admin, section, about, title, body)
    }

    /// The form that takes a decision back, with its reason.
    pub(in crate::admin) fn undo(
        self,
        words: &Words,
        path: &impl ToString,
        hint: String,
    ) -> Markup {
        let messages = self.attempt.errors.in_words(words);
        let title = words.get(&format!("undo-{}", self.row.status));
        let decision = Decision::new(words, path, self.row.version, &title)
            .hint(hint)
            .reason(
                REASON_UNDO,
                say!(words, "deciding-reason"),
                self.attempt.raw.get(REASON_UNDO),
                messages.get(REASON_UNDO),
            )
            .button(Look::Secondary, title, "decide", "yes");
        html! { (decision) }
    }
}
