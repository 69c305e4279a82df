//! A form of the room that was sent: on to where it leads, or its own page once more with why it was refused.

use axum::response::Response;
use plaudit_domain::ids::{CaseId, CategoryId};
use plaudit_domain::refusal::Refusal;
use plaudit_store::StoreError;
use plaudit_store::reports::deliberation::{self as report, minutes};

use super::{agenda, case, load, minutes as minutes_page, view};
use crate::http::actor::Panellist;
use crate::http::attempt::Attempt;
use crate::http::error::PageError;
use crate::http::field_errors::Fill;
use crate::http::refusal::in_words;
use crate::http::response::Answer;
use crate::state::App;

/// The page that a form of the room stands on.
#[derive(Clone, Copy)]
pub(super) enum On {
    Room,
    Agenda,
    Attendance,
    Case(CaseId),
    Reading(CaseId),
    Minutes,
}

/// Who sent a form, and on which page of which room it stands.
pub(super) struct Sent<'a> {
    app: &'a App,
    panellist: &'a Panellist,
    category: CategoryId,
    on: On,
}

impl<'a> Sent<'a> {
    pub(super) fn new(
        app: &'a App,
        panellist: &'a Panellist,
        category: CategoryId,
        on: On,
    ) -> Self {
        Self {
            app,
            panellist,
            category,
            on,
        }
    }

    /// The page as it stands now, with what was tried on it.
    pub(super) async fn page(&self, attempt: &Attempt) -> Result<Answer, PageError> {
        let (store, viewer) = (&self.app.store, self.panellist.viewer());
        let (panellist, category) = (self.panellist, self.category);
        match self.on {
            On::Room => {
                let room = load(self.app, panellist, category).await?;
                Ok(view::page(panellist, &room, attempt))
            }
            On::Agenda => {
                let room = load(self.app, panellist, category).await?;
                Ok(agenda::view::page(panellist, &room, attempt))
            }
            On::Attendance => {
                let room = load(self.app, panellist, category).await?;
                Ok(view::attendance_page(panellist, &room, attempt))
            }
            On::Case(case) => {
                let (room, row) = report::case(store, &viewer, (category, case)).await?;
                Ok(case::view::page(panellist, &room, &row, attempt))
            }
            On::Reading(case) => {
                let (room, row, said) = report::text(store, &viewer, (category, case)).await?;
                Ok(case::view::reading(
                    panellist,
                    (&room, &row, &said),
                    attempt,
                ))
            }
            On::Minutes => {
                let found = minutes::get(store, &viewer, category).await?;
                Ok(minutes_page::view::page(panellist, &found, attempt))
            }
        }
    }

    /// What came of it. Done, the room's screens on this server are told; a refusal is said at this field, with all that was
    /// typed.
    pub(super) async fn settle(
        &self,
        (attempt, field): (Attempt, &'static str),
        answer: Result<(), StoreError>,
        then: Response,
    ) -> Result<Response, PageError> {
        let attempt = match answer {
            Err(StoreError::Refused(refusal)) if refusal != Refusal::ReasonNeeded => {
                return self.refused(attempt, field, refusal).await;
            }
            answer => match attempt.settle(field, answer)? {
                Ok(()) => {
                    self.app.live.changed(self.category);
                    return Ok(then);
                }
                Err(attempt) => attempt,
            },
        };
        let page = self.page(&attempt).await?;
        Ok(attempt.again(page))
    }

    /// The page in conflict; for whoever may see nothing of it any more, only why.
    async fn refused(
        &self,
        mut attempt: Attempt,
        field: &'static str,
        refusal: Refusal,
    ) -> Result<Response, PageError> {
        let why = in_words(&refusal, &self.panellist.words);
        attempt
            .errors
            .say_filled(field, "room-refused", vec![("why", Fill::Text(why))]);
        match self.page(&attempt).await {
            Ok(page) => Ok(page.conflict()),
            Err(_) => Err(refusal.into()),
        }
    }
}
