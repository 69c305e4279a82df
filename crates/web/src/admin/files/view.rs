//! How the page of files looks.

use maud::{Markup, html};
use plaudit_domain::column_choice::ColumnChoice;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::policy;
use plaudit_domain::season::Status;
use plaudit_store::reports::files::{CategoryFiles, Files};

use super::offered::{self, Offered, Way};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{ColumnChoice as OneChoice, NewColumnChoice, Package};
use crate::paths::exports;
use crate::say;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::summary_list::SummaryList;
use crate::words::Words;

/// What every file of the page hangs on.
struct Page<'a> {
    words: &'a Words,
    season: SeasonId,
    status: Status,
    choices: &'a [ColumnChoice],
}

/// Every file of the season, then those of each category.
pub(super) fn page(admin: &Admin, files: &Files) -> Answer {
    let words = &admin.words;
    let season = files.about.season.id;
    let shown = Page {
        words,
        season,
        status: files.about.season.status,
        choices: &files.choices,
    };
    let title = say!(words, "files-title");
    let body = html! {
        (Heading::new(&title)
            .above(desk::season_name(words, &files.about))
            .lede(say!(words, "files-lede")))
        p { (say!(words, "files-recorded")) " " (Link::new(say!(words, "files-columns"), &exports::Columns)) }
        section.stack {
            h2 { (say!(words, "files-of-season")) }
            @for offered in offered::of_season(season) { (shown.file(&offered)) }
        }
        @for each in &files.categories {
            section.stack {
                h2 { (each.category.title.in_language(&words.language())) }
                @for offered in offered::of_category(each.category.id) { (shown.file(&offered)) }
                @if !each.is_partial { (shown.package(each)) }
                (shown.case_pack(each))
            }
        }
    };
    desk::season_page(admin, Section::Files, &files.about, title, body)
}

impl Page<'_> {
    /// One file: what it is, and the ways to have it.
    fn file(&self, offered: &Offered) -> Markup {
        let (words, file) = (self.words, offered.file);
        let name = file_name(words, file);
        let rows = SummaryList::new().row(
            say!(words, "files-whole"),
            self.way(&name, &offered.whole()),
        );
        let rows = match offered.blind() {
            Some(blind) => rows.row(say!(words, "files-blind"), self.way(&name, &blind)),
            None => rows,
        };
        let of_file = self
            .choices
            .iter()
            .filter(|choice| choice.chosen.file == file);
        let rows = of_file.fold(rows, |rows, choice| {
            let path = OneChoice {
                season: self.season,
                choice: choice.id,
            };
            let columns: Vec<&str> = choice.chosen.columns.iter().collect();
            let value = html! {
                (self.way(&name, &offered.chosen(&choice.chosen)))
                p.muted { (columns.join(", ")) }
            };
            let change = Link::new(say!(words, "files-change"), &path);
            rows.row_with(choice.chosen.name.as_str(), value, change)
        });
        let new = NewColumnChoice {
            season: self.season,
            file: file.as_str().to_owned(),
        };
        html! {
            section.stack {
                h3 { (name) }
                p { (words.get(&format!("exports-about-{file}"))) }
                @match self.not_yet(file) {
                    Some(not_yet) => p { strong { (not_yet) } },
                    None => {
                        (rows)
                        p { (Link::new(say!(words, "files-choose", file = name.as_str()), &new)) }
                    }
                }
            }
        }
    }

    /// Both formats, each link saying of which file it is to whoever hears it alone.
    fn way(&self, name: &str, way: &Way) -> Markup {
        let words = self.words;
        html! {
            a href=(way.csv) { (say!(words, "files-as-csv")) span.visually-hidden { " " (name) } }
            " · "
            a href=(way.sheet) { (say!(words, "files-as-sheet")) span.visually-hidden { " " (name) } }
        }
    }

    /// Why the file is not there; nothing once it is.
    fn not_yet(&self, file: Export) -> Option<String> {
        policy::has_file(self.status, file).err()?;
        let words = self.words;
        Some(match file {
            Export::Package => say!(words, "package-not-yet"),
            Export::Meeting => say!(words, "files-not-yet-meeting"),
            _ => say!(words, "files-not-yet-judging"),
        })
    }

    fn package(&self, of: &CategoryFiles) -> Markup {
        let words = self.words;
        let category = of.category.id;
        html! {
            section.stack {
                h3 { (file_name(words, Export::Package)) }
                p { (say!(words, "package-lede")) }
                @match self.not_yet(Export::Package) {
                    Some(not_yet) => p { strong { (not_yet) } },
                    None => p { (Link::new(say!(words, "files-package"), &Package { category })) },
                }
            }
        }
    }

    fn case_pack(&self, of: &CategoryFiles) -> Markup {
        let words = self.words;
        let pack = exports::CasePack {
            category: of.category.id,
        };
        let both = |whole: &str, blind: &str| {
            html! {
                a href={ (pack) (whole) } { (say!(words, "case-pack-named")) }
                " · "
                a href={ (pack) (blind) } { (say!(words, "case-pack-blind")) }
            }
        };
        let mut rows = SummaryList::new().row(
            say!(words, "case-pack-all", count = of.cases),
            both("", "?blind=yes"),
        );
        if of.finalists > 0 {
            rows = rows.row(
                say!(words, "case-pack-only-finalists", count = of.finalists),
                both("?of=finalists", "?of=finalists&blind=yes"),
            );
        }
        html! {
            section.stack {
                h3 { (file_name(words, Export::CasePack)) }
                p { (say!(words, "case-pack-about")) }
                @if of.cases == 0 { p { strong { (say!(words, "case-pack-none")) } } } @else { (rows) }
            }
        }
    }
}

/// What a file is called on the page.
pub(super) fn file_name(words: &Words, file: Export) -> String {
    words.get(&format!("files-name-{file}"))
}
