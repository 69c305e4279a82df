//! How the ways from a season to what it came to look.

use maud::{Markup, html};
use plaudit_domain::policy;

use crate::admin::run::Run;
use crate::admin::seasons::Counts;
use crate::paths::admin;
use crate::paths::public::Programme as Public;
use crate::say;
use crate::ui::link::Link;
use crate::words::Words;

/// What each category came to, once its scores are locked: the ways to its ranking, shortlist and results package, and to the
/// public page.
pub(in crate::admin::seasons) fn results(words: &Words, run: &Run, counts: &Counts) -> Markup {
    if policy::may_package(run.season.status).is_err() {
        return html! {};
    }
    let public = Public {
        programme: run.programme.words.slug.to_string(),
    };
    html! {
        section.stack {
            h2 { (say!(words, "seasons-results")) }
            @for category in &counts.won {
                @let title = category.title.in_language(&words.language());
                @if counts.won.len() > 1 { h3 { (title) } }
                ul.parts {
                    @let category = category.id;
                    li { (Link::new(say!(words, "desk-ranking"), &admin::Ranking { category })) }
                    li { (Link::new(say!(words, "desk-shortlist"), &admin::Shortlist { category })) }
                    li { (Link::new(say!(words, "seasons-package"), &admin::Package { category })) }
                }
            }
            p { (Link::new(say!(words, "seasons-public-page"), &public)) }
        }
    }
}
