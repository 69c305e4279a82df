//! Who is asking: the areas' gates, and what each page knows of its reader.
//!
//! Whoever must sign in first is sent to sign in and comes back; whoever is signed in without the
//! role is told that there is no such page.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use plaudit_domain::ids::AccountId;
use plaudit_domain::membership::{Role, Roles};
use plaudit_domain::person;
use plaudit_store::organisations::Organisation;
use plaudit_store::reports::Viewer;
use plaudit_store::sessions::{self, SignedIn};
use plaudit_store::{Actor, StoreError};
use tokio::try_join;

use super::error::PageError;
use super::{notice, session};
use crate::paths;
use crate::say;
use crate::state::App;
use crate::ui::link::Link;
use crate::ui::notice::Notice;
use crate::ui::page::{Contact, Frame, Identity, Livery, Place};
use crate::words::Words;

/// Whoever asks for a page, signed in or not.
#[derive(Clone)]
pub struct Visitor {
    /// The words of their language.
    pub words: Words,
    /// Whose award it is; none before the set-up.
    pub organisation: Option<Arc<Organisation>>,
    /// Who is signed in on this browser.
    pub signed_in: Option<Arc<SignedIn>>,
    notice: Option<Notice>,
}

impl Visitor {
    /// For whom a public page is made: anybody, whoever is signed in.
    pub fn viewer(&self) -> Viewer {
        Viewer::Visitor
    }

    /// As whom they act.
    pub fn actor(&self) -> Actor {
        self.signed_in.as_ref().map_or(Actor::Visitor, |signed_in| {
            Actor::Account(signed_in.account.id)
        })
    }

    /// What surrounds a page in this place. An area adds its own sections.
    pub fn frame(&self, place: Place) -> Frame {
        let words = &self.words;
        let role = |key: &str| Some(say!(words, key));
        Frame {
            words: words.clone(),
            place,
            organisation: self.organisation.as_ref().map_or_else(
                || say!(words, "frame-no-organisation"),
                |organisation| organisation.name.clone(),
            ),
            home: match place {
                Place::Public => paths::public::Home.to_string(),
                Place::Judging if self.is_panellist_only() => paths::judging::Panels.to_string(),
                Place::Judging => paths::judging::Desk.to_string(),
                Place::Administration => paths::admin::Dashboard.to_string(),
            },
            programme: None,
            livery: Livery::default(),
            navigation: Vec::new(),
            identity: self.signed_in.as_ref().map(|signed_in| Identity {
                name: signed_in.account.name.clone(),
                role: match place {
                    Place::Public => None,
                    Place::Judging => Some(words.get(&format!(
                        "role-{}",
                        signed_in.roles.foremost_on_panel().unwrap_or(Role::Judge)
                    ))),
                    Place::Administration => role("role-administrator"),
                },
                sign_out: paths::accounts::SignOut.to_string(),
            }),
            sign_in: self
                .signed_in
                .is_none()
                .then(|| Link::new(say!(words, "frame-sign-in"), &paths::accounts::SignIn)),
            notice: self.notice.clone(),
            contact: self
                .organisation
                .as_ref()
                .map(|organisation| contact(&organisation.contact)),
            skip: None,
            footer: self.footer(place),
        }
    }

    /// Whether they sit on panels and score on none.
    fn is_panellist_only(&self) -> bool {
        self.signed_in
            .as_ref()
            .is_some_and(|signed_in| !signed_in.roles.is_judge())
    }

    /// The links below a page for who is signed in.
    fn footer(&self, place: Place) -> Vec<Link> {
        let words = &self.words;
        let Some(signed_in) = &self.signed_in else {
            return Vec::new();
        };
        let mut links = vec![Link::new(
            say!(words, "frame-sessions"),
            &paths::accounts::Sessions,
        )];
        if place == Place::Judging && signed_in.roles.is_on_panel() {
            links.push(Link::new(
                say!(words, "panels-title"),
                &paths::judging::Panels,
            ));
        }
        links
    }

    /// Where this person's work is: the place to go to after signing in.
    pub fn place_of_work(roles: &Roles) -> String {
        if roles.is_administrator() {
            paths::admin::Dashboard.to_string()
        } else if roles.is_judge() {
            paths::judging::Desk.to_string()
        } else if roles.is_on_panel() {
            paths::judging::Panels.to_string()
        } else {
            paths::accounts::Sessions.to_string()
        }
    }

    /// Somebody of whom only the request is known, because the database does not answer.
    pub(super) fn unknown(parts: &Parts, app: &App) -> Self {
        Self {
            words: words_for(&parts.headers, app),
            organisation: app.organisation_last_known(),
            signed_in: None,
            notice: None,
        }
    }

    async fn known(parts: &Parts, app: &App) -> Result<Self, StoreError> {
        let (organisation, signed_in) = try_join!(app.organisation(), signed_in(parts, app))?;
        Ok(Self {
            words: words_for(&parts.headers, app),
            organisation,
            signed_in: signed_in.map(Arc::new),
            notice: notice::left(&parts.headers),
        })
    }
}

/// The words of the language that the browser asks for.
pub(crate) fn words_for(headers: &HeaderMap, app: &App) -> Words {
    let accepted = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    app.words.language(accepted)
}

async fn signed_in(parts: &Parts, app: &App) -> Result<Option<SignedIn>, StoreError> {
    let Some(token) = session::carried(app, &parts.headers) else {
        return Ok(None);
    };
    let now = app.clock.now();
    let Some(signed_in) = sessions::find(&app.store, now, &token).await? else {
        return Ok(None);
    };
    let end = signed_in.session.created_at + session::ENDS;
    if end <= now {
        return Ok(None);
    }
    if signed_in.session.seen_at + session::SEEN_EVERY <= now {
        let moment = app.moment(Actor::Account(signed_in.account.id));
        let until = (now + session::LASTS).min(end);
        sessions::keep_on(&app.store, &moment, signed_in.session.id, until).await?;
    }
    Ok(Some(signed_in))
}

impl FromRequestParts<App> for Visitor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        // The gate of an area has asked before, for the same request.
        if let Some(visitor) = parts.extensions.get::<Self>() {
            return Ok(visitor.clone());
        }
        // On the heap, so that no page's future has to be large enough for it.
        let visitor = Box::pin(Self::known(parts, app)).await?;
        parts.extensions.insert(visitor.clone());
        Ok(visitor)
    }
}

/// Whoever is signed in, in whatever role.
#[derive(Clone)]
pub struct Signed {
    visitor: Visitor,
    /// Who it is.
    pub signed_in: Arc<SignedIn>,
}

impl Signed {
    /// Their account.
    pub fn account(&self) -> AccountId {
        self.signed_in.account.id
    }

    /// For whom a page is made that stands behind no area's gate: the widest role that they hold.
    pub fn viewer(&self) -> Viewer {
        let roles = &self.signed_in.roles;
        if roles.is_administrator() {
            Viewer::Administrator(self.account())
        } else if roles.is_judge() {
            Viewer::Judge(self.account())
        } else {
            Viewer::Visitor
        }
    }
}

impl Deref for Signed {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        match visitor.signed_in.clone() {
            Some(signed_in) => Ok(Self { visitor, signed_in }),
            None => Err(PageError::SignInFirst {
                // Only a page can be gone back to; what was posted is kept on the error page instead.
                return_to: parts.method.is_safe().then(|| parts.uri.to_string()),
            }),
        }
    }
}

/// An administrator: the gate of `/admin`.
#[derive(Clone)]
pub struct Admin(Signed);

/// Somebody on a panel, of whatever season and in whatever role: the gate of `/judging`.
#[derive(Clone)]
pub struct Panellist(Signed);

/// Whoever scores, of whatever season: chair, deputy or judge. What they may open is asked of the store.
#[derive(Clone)]
pub struct Judge(Signed);

/// Whoever runs a panel, of whatever season: its chair or deputy. Of which season is asked of the store.
#[derive(Clone)]
pub struct Chair(Signed);

impl Admin {
    /// For whom a report is made.
    pub fn viewer(&self) -> Viewer {
        Viewer::Administrator(self.account())
    }
}

impl Panellist {
    /// For whom a report is made.
    pub fn viewer(&self) -> Viewer {
        Viewer::Panellist(self.account())
    }
}

impl Chair {
    /// For whom a report is made.
    pub fn viewer(&self) -> Viewer {
        Viewer::Chair(self.account())
    }
}

impl Judge {
    /// For whom a report is made; an administrator who judges sees only what a judge does.
    pub fn viewer(&self) -> Viewer {
        Viewer::Judge(self.account())
    }
}

impl Deref for Admin {
    type Target = Signed;

    fn deref(&self) -> &Signed {
        &self.0
    }
}

impl Deref for Judge {
    type Target = Signed;

    fn deref(&self) -> &Signed {
        &self.0
    }
}

impl Deref for Panellist {
    type Target = Signed;

    fn deref(&self) -> &Signed {
        &self.0
    }
}

impl Deref for Chair {
    type Target = Signed;

    fn deref(&self) -> &Signed {
        &self.0
    }
}

/// Whoever is signed in, if their roles pass; to everybody else there is no such page.
async fn gate(
    parts: &mut Parts,
    app: &App,
    passes: impl Fn(&Roles) -> bool,
) -> Result<Signed, PageError> {
    let signed = Signed::from_request_parts(parts, app).await?;
    if passes(&signed.signed_in.roles) {
        Ok(signed)
    } else {
        Err(PageError::NotFound)
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        gate(parts, app, Roles::is_administrator).await.map(Self)
    }
}

impl FromRequestParts<App> for Panellist {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        gate(parts, app, Roles::is_on_panel).await.map(Self)
    }
}

impl FromRequestParts<App> for Judge {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        gate(parts, app, Roles::is_judge).await.map(Self)
    }
}

impl FromRequestParts<App> for Chair {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        gate(parts, app, Roles::runs_panel).await.map(Self)
    }
}

/// Somebody who answers questions, as the foot of a page names them.
pub(super) fn contact(theirs: &person::Contact) -> Contact {
    Contact {
        name: theirs.name.clone(),
        email: theirs.email.to_string(),
        telephone: theirs.telephone.as_str().to_owned(),
    }
}
