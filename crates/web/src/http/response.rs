//! A page on its way out: shown as it is, or with the status of a form that was refused.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, Render};
use plaudit_domain::programme::Programme;

use super::actor::{Visitor, contact};
use crate::assets;
use crate::paths;
use crate::shown;
use crate::ui::link::Link;
use crate::ui::page::{Frame, Layout, Livery, NavigationItem, Page, Place};

/// A page that a handler answers with; on its own it is a 200.
pub struct Answer {
    frame: Frame,
    title: String,
    body: Markup,
    layout: Layout,
}

impl Answer {
    /// A page in this place, in the narrow layout; the body brings its own `h1`.
    pub fn page(visitor: &Visitor, place: Place, title: impl Into<String>, body: Markup) -> Self {
        Self {
            frame: visitor.frame(place),
            title: title.into(),
            body,
            layout: Layout::default(),
        }
    }

    /// Another width.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// The sections of the area that the page belongs to.
    #[must_use]
    pub fn navigation(mut self, navigation: Vec<NavigationItem>) -> Self {
        self.frame.navigation = navigation;
        self
    }

    /// In the colours and with the mark of the programme that the page is about, its name in the public's header, and at
    /// the foot its own named human, who may be another than the organisation's.
    #[must_use]
    pub fn liveried(mut self, programme: &Programme) -> Self {
        let language = self.frame.words.language();
        self.frame.livery = Livery {
            colours: programme.words.accent.map(assets::colours),
            mark: programme
                .mark
                .as_ref()
                .map(|name| shown::mark::of_programme(&language, programme, name)),
        };
        self.frame.contact = Some(contact(&programme.words.contact));
        if self.frame.place == Place::Public {
            let title = programme.words.title.in_language(&language);
            let programme = programme.words.slug.to_string();
            self.frame.programme = Some(Link::new(title, &paths::public::Programme { programme }));
        }
        self
    }

    /// Whatever else surrounds the page: the programme that it is about, further links.
    #[must_use]
    pub fn framed(mut self, change: impl FnOnce(&mut Frame)) -> Self {
        change(&mut self.frame);
        self
    }

    /// The page again because its form was refused: 422, and "Error: " before the title.
    pub fn unprocessable(self) -> Response {
        self.failed(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The page again because something changed under it, with both values: 409.
    pub fn conflict(self) -> Response {
        self.failed(StatusCode::CONFLICT)
    }

    /// The whole document, to be kept.
    pub fn into_text(self) -> String {
        self.markup(false).into_string()
    }

    fn failed(self, status: StatusCode) -> Response {
        (status, Html(self.markup(true).into_string())).into_response()
    }

    fn markup(self, failed: bool) -> Markup {
        Page::new(&self.frame, self.title, self.body)
            .layout(self.layout)
            .failed(failed)
            .render()
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        Html(self.markup(false).into_string()).into_response()
    }
}
