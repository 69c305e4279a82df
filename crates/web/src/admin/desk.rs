//! The frame that all pages of an administrator share: the sections, and which of them a page is in.

use maud::Markup;
use plaudit_domain::ids::{CategoryId, SeasonId};
use plaudit_store::reports::Surroundings;

use super::run::Run;
use super::view::under_other_seasons;
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::paths::judging::Panels;
use crate::say;
use crate::ui::link::Link;
use crate::ui::page::{Layout, NavigationItem, Place};
use crate::words::Words;

/// The season that a page is about, and what is won in it first.
type About = (SeasonId, Option<CategoryId>);

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
    /// What the panel resolved.
    Deliberation,
    /// What can be taken away.
    Files,
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
    const ALL: [Self; 12] = [
        Self::Dashboard,
        Self::Nominations,
        Self::Cases,
        Self::Judges,
        Self::Ranking,
        Self::Shortlist,
        Self::Deliberation,
        Self::Files,
        Self::Programmes,
        Self::People,
        Self::Outbox,
        Self::History,
    ];

    /// Its link, unless it is a season's and the page is about none.
    fn link(self, words: &Words, about: Option<About>) -> Option<Link> {
        let (season, category) = match about {
            Some((season, category)) => (Some(season), category),
            None => (None, None),
        };
        let key = match self {
            Self::Dashboard => "desk-dashboard",
            Self::Nominations => "desk-nominations",
            Self::Cases => "desk-cases",
            Self::Judges => "desk-judges",
            Self::Ranking => "desk-ranking",
            Self::Shortlist => "desk-shortlist",
            Self::Deliberation => "desk-deliberation",
            Self::Files => "desk-files",
            Self::Programmes => "desk-programmes",
            Self::People => "desk-people",
            Self::Outbox => "desk-outbox",
            Self::History => "desk-history",
        };
        let path = self.path(season, category)?;
        Some(Link::new(words.get(key), &path))
    }

    /// Where it is, for this season and what is won in it; none where it is a season's and there is none.
    fn path(self, season: Option<SeasonId>, category: Option<CategoryId>) -> Option<String> {
        Some(match self {
            Self::Dashboard => admin::Dashboard.to_string(),
            Self::Nominations => admin::Nominations { season: season? }.to_string(),
            Self::Cases => admin::Cases.of_season(season?),
            Self::Judges => admin::Judges { season: season? }.to_string(),
            Self::Ranking => {
                let category = category?;
                admin::Ranking { category }.to_string()
            }
            Self::Shortlist => {
                let category = category?;
                admin::Shortlist { category }.to_string()
            }
            Self::Deliberation => {
                let category = category?;
                admin::Deliberation { category }.to_string()
            }
            Self::Files => admin::Files { season: season? }.to_string(),
            Self::Programmes => admin::Programmes.to_string(),
            Self::People => admin::People.to_string(),
            Self::Outbox => admin::Outbox.to_string(),
            Self::History => admin::History.to_string(),
        })
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

/// A page on which a season is set up or moved: the season's sections stand beside the others here too.
pub(super) fn run_page(
    admin: &Admin,
    section: Section,
    run: &Run,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let season = run.season.id;
    let programme = Link::new(run.name(), &admin::Season { season });
    framed(admin, section, Some((season, run.category)), title, body)
        .framed(|frame| frame.programme = Some(programme))
}

/// A page about a season, with the season's sections beside the others; another season is found at the same section.
pub(super) fn season_page(
    admin: &Admin,
    section: Section,
    about: &Surroundings,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let others = other_seasons(&admin.words, about, |season, category| {
        section.path(Some(season), category)
    });
    of_season(admin, section, about, (title.into(), body), &others)
}

/// The same for a page that every season has beside its sections: another season is found at the same page.
pub(super) fn season_page_at(
    admin: &Admin,
    section: Section,
    about: &Surroundings,
    page: (String, Markup),
    path: &dyn Fn(SeasonId) -> String,
) -> Answer {
    let others = other_seasons(&admin.words, about, |season, _| Some(path(season)));
    of_season(admin, section, about, page, &others)
}

fn of_season(
    admin: &Admin,
    section: Section,
    about: &Surroundings,
    (title, body): (String, Markup),
    others: &[Link],
) -> Answer {
    let programme = Link::new(
        season_name(&admin.words, about),
        &admin::Season {
            season: about.season.id,
        },
    );
    let body = under_other_seasons(&admin.words, others, body);
    let category = about.categories.first().map(|category| category.id);
    let about = (about.season.id, category);
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

/// The ways to the other seasons, each to where `path` says.
fn other_seasons(
    words: &Words,
    about: &Surroundings,
    path: impl Fn(SeasonId, Option<CategoryId>) -> Option<String>,
) -> Vec<Link> {
    about
        .others
        .iter()
        .filter_map(|other| {
            let name = say!(
                words,
                "named-season",
                programme = other.programme.in_language(&words.language()),
                season = other.season.name.as_str()
            );
            let path = path(other.season.id, other.category)?;
            Some(Link::new(name, &path))
        })
        .collect()
}

fn framed(
    admin: &Admin,
    section: Section,
    about: Option<About>,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let mut navigation: Vec<NavigationItem> = Section::ALL
        .into_iter()
        .filter_map(|each| {
            Some(NavigationItem {
                link: each.link(&admin.words, about)?,
                current: each == section,
            })
        })
        .collect();
    // Whoever sits on a panel too has their way to its room.
    if admin.signed_in.roles.is_on_panel() {
        navigation.push(NavigationItem {
            link: Link::new(say!(admin.words, "panels-title"), &Panels),
            current: false,
        });
    }
    Answer::page(admin, Place::Administration, title, body).navigation(navigation)
}
