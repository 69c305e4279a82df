//! The frame that all pages of an administrator share: the sections, and which of them a page is in.

use maud::Markup;
use plaudit_store::reports::Surroundings;

use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::say;
use crate::ui::link::Link;
use crate::ui::page::{Layout, NavigationItem, Place};
use crate::words::Words;

/// The sections of an administrator's desk, in their order; those of a season stand on the season's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// What needs doing next.
    Dashboard,
    /// A season's nominations.
    Nominations,
    /// A season's cases.
    Cases,
    /// A season's judges.
    Judges,
    /// What the scores support.
    Ranking,
    /// Who is put forward.
    Shortlist,
    /// Programmes, and all that is set up for them.
    Programmes,
    /// Who runs the installation, and whose it is.
    People,
    /// The letters.
    Outbox,
    /// The ledger.
    History,
}

impl Section {
    const ALL: [Self; 10] = [
        Self::Dashboard,
        Self::Nominations,
        Self::Cases,
        Self::Judges,
        Self::Ranking,
        Self::Shortlist,
        Self::Programmes,
        Self::People,
        Self::Outbox,
        Self::History,
    ];

    /// Its link, unless it is a season's and the page is about none.
    fn link(self, words: &Words, about: Option<&Surroundings>) -> Option<Link> {
        let season = about.map(|about| about.season.id);
        let category = about
            .and_then(|about| about.categories.first())
            .map(|category| category.id);
        let (key, path) = match self {
            Self::Dashboard => ("desk-dashboard", admin::Dashboard.to_string()),
            Self::Nominations => {
                let season = season?;
                (
                    "desk-nominations",
                    admin::Nominations { season }.to_string(),
                )
            }
            Self::Cases => ("desk-cases", admin::Cases.of_season(season?)),
            Self::Judges => {
                let season = season?;
                ("desk-judges", admin::Judges { season }.to_string())
            }
            Self::Ranking => {
                let category = category?;
                ("desk-ranking", admin::Ranking { category }.to_string())
            }
            Self::Shortlist => {
                let category = category?;
                ("desk-shortlist", admin::Shortlist { category }.to_string())
            }
            Self::Programmes => ("desk-programmes", admin::Programmes.to_string()),
            Self::People => ("desk-people", admin::People.to_string()),
            Self::Outbox => ("desk-outbox", admin::Outbox.to_string()),
            Self::History => ("desk-history", admin::History.to_string()),
        };
        Some(Link::new(words.get(key), &path))
    }
}

/// A page of an administrator's, in its section.
pub(super) fn page(
    admin: &Admin,
    section: Section,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    framed(admin, section, None, title, body)
}

/// A page about a season, with the season's sections beside the others.
pub(super) fn season_page(
    admin: &Admin,
    section: Section,
    about: &Surroundings,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let programme = Link::new(
        season_name(&admin.words, about),
        &admin::Season {
            season: about.season.id,
        },
    );
    framed(admin, section, Some(about), title, body)
        .layout(Layout::Wide)
        .framed(|frame| frame.programme = Some(programme))
}

/// A season with its programme: "The award, 2027".
pub(super) fn season_name(words: &Words, about: &Surroundings) -> String {
    let programme = about.programme.words.title.in_language(&words.language());
    say!(
        words,
        "named-season",
        programme = programme,
        season = about.season.name.as_str()
    )
}

fn framed(
    admin: &Admin,
    section: Section,
    about: Option<&Surroundings>,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let navigation = Section::ALL
        .into_iter()
        .filter_map(|each| {
            Some(NavigationItem {
                link: each.link(&admin.words, about)?,
                current: each == section,
            })
        })
        .collect();
    Answer::page(admin, Place::Administration, title, body).navigation(navigation)
}
