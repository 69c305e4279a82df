//! Cases as a file of its own: large print on a screen, and a page for each case on paper.

use maud::{DOCTYPE, Markup, Render, html};
use plaudit_store::reports::scorecard::CaseText;

use super::case;
use crate::say;
use crate::words::Words;

/// The file's own style, since it is read where nothing else of ours is. In it nothing is escaped, and everything would be:
/// it has no double quotes, no `<`, `>` or `&`.
const STYLE: &str = include_str!("case_pack.css");

/// The whole file.
pub struct CasePack<'a> {
    /// In whose language.
    pub words: &'a Words,
    /// The award and its season.
    pub title: String,
    /// What stands below it: for whom it is, and what is to be kept in mind.
    pub below: Markup,
    /// The cases.
    pub cases: Vec<PackedCase<'a>>,
}

/// A case of it.
pub struct PackedCase<'a> {
    /// Its place in the file, by which the list leads to it.
    pub anchor: String,
    /// What it says.
    pub case: &'a CaseText,
    /// What stands below it.
    pub below: Markup,
}

impl PackedCase<'_> {
    fn nominee(&self) -> Option<&str> {
        let nominee = self.case.nominee.as_ref()?;
        Some(nominee.name.as_str())
    }
}

impl Render for CasePack<'_> {
    fn render(&self) -> Markup {
        let words = self.words;
        html! {
            (DOCTYPE)
            html lang=(words.language()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (say!(words, "pack-file-title", season = self.title.as_str())) }
                    style { (STYLE) }
                }
                body {
                    header {
                        h1 { (self.title) }
                        (self.below)
                        @if self.cases.len() > 1 {
                            ol {
                                @for each in &self.cases {
                                    li value=(each.case.number) {
                                        a href={ "#" (each.anchor) } {
                                            (case::called(words, each.case.number, each.nominee()))
                                        }
                                    }
                                }
                            }
                        }
                    }
                    main { @for each in &self.cases { (one(words, each)) } }
                }
            }
        }
    }
}

fn one(words: &Words, each: &PackedCase<'_>) -> Markup {
    let nominee = each.case.nominee.as_ref();
    html! {
        article id=(each.anchor) {
            h1 { (case::called_in_full(words, each.case.number, each.nominee())) }
            @if let Some(employment) = nominee.and_then(case::employment) { p { (employment) } }
            (case::text(words, each.case))
            (each.below)
        }
    }
}
