//! How abstentions look to who runs the season: the case may now be short of its quorum.

use maud::{Markup, Render, html};
use plaudit_store::reports::judges::{AbstentionRow, Judges as Panel};

use crate::say;
use crate::ui::prose::as_typed;
use crate::ui::table::Table;
use crate::words::Words;

/// Each abstention with its reason; nothing where nobody abstained.
pub(in crate::admin::judges) fn list(words: &Words, panel: &Panel) -> Markup {
    let zone = panel.about.programme.words.zone.time_zone();
    html! {
        @if !panel.abstentions.is_empty() {
            section.stack {
                h2 { (say!(words, "judges-abstentions")) }
                (Table::new(say!(words, "judges-abstentions"), &panel.abstentions)
                    .head(say!(words, "judges-judge"), |row: &AbstentionRow| html! { bdi { (row.judge) } })
                    .numbers(say!(words, "judges-abstention-case"), |row| row.number)
                    .words(say!(words, "judges-abstention-reason"), |row| as_typed(&row.reason))
                    .words(say!(words, "judges-abstention-when"), |row| words.moment_short(row.at, &zone))
                    .caption_hidden()
                    .render())
            }
        }
    }
}
