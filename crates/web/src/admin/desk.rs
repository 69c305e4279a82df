//! The frame that all pages of an administrator share: the sections, and which of them a page is in.

use maud::Markup;

use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin;
use crate::ui::link::Link;
use crate::ui::page::{NavigationItem, Place};
use crate::words::Words;

/// The sections of an administrator's desk, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// What needs doing next.
    Dashboard,
    /// Programmes, and all that is set up for them.
    Programmes,
    /// Who runs the installation, and whose it is.
    People,
}

impl Section {
    const ALL: [Self; 3] = [Self::Dashboard, Self::Programmes, Self::People];

    fn link(self, words: &Words) -> Link {
        let (key, path) = match self {
            Self::Dashboard => ("desk-dashboard", admin::Dashboard.to_string()),
            Self::Programmes => ("desk-programmes", admin::Programmes.to_string()),
            Self::People => ("desk-people", admin::People.to_string()),
        };
        Link::new(words.get(key), &path)
    }
}

/// A page of an administrator's, in its section.
pub(super) fn page(
    admin: &Admin,
    section: Section,
    title: impl Into<String>,
    body: Markup,
) -> Answer {
    let navigation = Section::ALL.map(|each| NavigationItem {
        link: each.link(&admin.words),
        current: each == section,
    });
    Answer::page(admin, Place::Administration, title, body).navigation(navigation.into())
}
