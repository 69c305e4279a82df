//! What letters about one nomination say alike: its award, its people, its number, until when, and a link never seen before.

use plaudit_domain::programme::Programme;
use plaudit_store::nominations::{AboutNomination, mint_letter_key};
use plaudit_store::reports::nomination::{self, Nomination as Sent};

use super::{Desk, Unwritten};
use crate::paths::public::Nomination;
use crate::shown::timetable::moment;

/// A nomination as a letter speaks of it.
pub(super) struct AboutSent {
    pub(super) nomination: Sent,
    /// Its private page, by a link that was never seen before.
    pub(super) link: String,
    /// The award's name.
    pub(super) award: String,
    /// Until when nominations are received; empty where that is not known.
    pub(super) closes: String,
    pub(super) nominator: String,
    pub(super) nominee: String,
}

impl AboutSent {
    /// Reads it, and mints its link.
    pub(super) async fn load(desk: &Desk<'_>, about: &AboutNomination) -> Result<Self, Unwritten> {
        let store = &desk.app.store;
        let nomination = nomination::for_letter(store, about.nomination).await?;
        let key = mint_letter_key(store, &desk.moment(), nomination.id).await?;
        let words = &desk.words;
        let programme = &nomination.programme.words;
        let closes = nomination
            .season
            .timetable
            .closes_at
            .map(|at| moment(words, at, &programme.zone))
            .unwrap_or_default();
        let (nominator, nominee) = match &nomination.submission {
            Some(said) => (said.nominator.name.clone(), said.nominee.name.clone()),
            None => Default::default(),
        };
        Ok(Self {
            link: desk.link(Nomination { key: key.text() }),
            award: programme.title.in_language(&words.language()).to_owned(),
            closes,
            nominator,
            nominee,
            nomination,
        })
    }

    /// Whose nomination it is.
    pub(super) fn programme(&self) -> &Programme {
        &self.nomination.programme
    }
}
