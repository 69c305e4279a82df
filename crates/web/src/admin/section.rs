//! The sections of administration, and a page in one of them.

use maud::Markup;
use plaudit_store::reports::Surroundings;

use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Cases, Dashboard, History, Judges, Nominations, Outbox, Ranking, Shortlist,
};
use crate::say;
use crate::ui::link::Link;
use crate::ui::page::{Layout, NavigationItem, Place};

/// A section; those of a season are shown on the season's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Dashboard,
    Nominations,
    Cases,
    Judges,
    Ranking,
    Shortlist,
    Outbox,
    History,
}

/// A page of this section, about a season or about none.
pub(super) fn page(
    admin: &Admin,
    section: Section,
    about: Option<&Surroundings>,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let words = &admin.words;
    let item = |of: Section, key: &str, path: String| NavigationItem {
        link: Link::new(words.get(key), &path),
        current: of == section,
    };
    let mut navigation = vec![item(
        Section::Dashboard,
        "section-dashboard",
        Dashboard.to_string(),
    )];
    if let Some(about) = about {
        let season = about.season.id;
        let nominations = Nominations { season }.to_string();
        navigation.push(item(
            Section::Nominations,
            "section-nominations",
            nominations,
        ));
        navigation.push(item(
            Section::Cases,
            "section-cases",
            Cases.of_season(season),
        ));
        let judges = Judges { season }.to_string();
        navigation.push(item(Section::Judges, "section-judges", judges));
        if let Some(category) = about.categories.first().map(|category| category.id) {
            let ranking = Ranking { category }.to_string();
            navigation.push(item(Section::Ranking, "section-ranking", ranking));
            let shortlist = Shortlist { category }.to_string();
            navigation.push(item(Section::Shortlist, "section-shortlist", shortlist));
        }
    }
    navigation.push(item(Section::Outbox, "section-outbox", Outbox.to_string()));
    navigation.push(item(
        Section::History,
        "section-history",
        History.to_string(),
    ));
    Answer::page(admin, Place::Administration, title, body)
        .layout(Layout::Wide)
        .navigation(navigation)
        .framed(|frame| frame.programme = about.map(|about| programme(admin, about)))
}

fn programme(admin: &Admin, about: &Surroundings) -> Link {
    let title = about
        .programme
        .words
        .title
        .in_language(&admin.words.language());
    let label = say!(
        admin.words,
        "section-programme",
        programme = title,
        season = about.season.name.as_str()
    );
    Link::new(label, &Dashboard)
}
