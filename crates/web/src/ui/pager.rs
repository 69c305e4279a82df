//! The way through a long list, page by page.
use maud::{Markup, Render, html};

use crate::say;
use crate::words::Words;

/// The pages of a list; says what is shown even when there is only one.
pub struct Pager<'a> {
    /// The visitor's language.
    pub words: &'a Words,
    /// The page that is shown, from 1.
    pub page: u64,
    /// How many things a page holds.
    pub size: u64,
    /// How many things there are.
    pub total: u64,
    /// The path of a page, with all filters kept.
    pub path: &'a dyn Fn(u64) -> String,
}

impl Pager<'_> {
    fn last(&self) -> u64 {
        self.total.div_ceil(self.size.max(1)).max(1)
    }

    /// First, last and the neighbours of the current page, with a gap as `None`.
    fn shown(&self) -> Vec<Option<u64>> {
        let last = self.last();
        let mut shown = Vec::new();
        let mut before = 0;
        for page in
            (1..=last).filter(|page| *page == 1 || *page == last || page.abs_diff(self.page) <= 1)
        {
            if page > before + 1 {
                shown.push(None);
            }
            shown.push(Some(page));
            before = page;
        }
        shown
    }
}

impl Render for Pager<'_> {
    fn render(&self) -> Markup {
        let words = self.words;
        let first = (self.page.saturating_sub(1) * self.size + 1).min(self.total);
        let last = (self.page * self.size).min(self.total);
        html! {
            div.pager {
                p { (say!(words, "pager-shown", first = first, last = last, total = self.total)) }
                @if self.last() > 1 {
                    nav aria-label=(say!(words, "pager-pages")) {
                        ul {
                            @if self.page > 1 {
                                li { a rel="prev" href=((self.path)(self.page - 1)) { (say!(words, "pager-previous")) } }
                            }
                            @for page in self.shown() {
                                @match page {
                                    None => li.gap { "…" },
                                    Some(page) => li {
                                        a href=((self.path)(page))
                                            aria-label=(say!(words, "pager-page", page = page))
                                            aria-current=[(page == self.page).then_some("page")]
                                        { (page) }
                                    },
                                }
                            }
                            @if self.page < self.last() {
                                li { a rel="next" href=((self.path)(self.page + 1)) { (say!(words, "pager-next")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
