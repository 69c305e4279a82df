//! The administrators: who they are, asking another, and taking the role away, at `/admin/people`.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::ids::MembershipId;
use plaudit_domain::membership::{Role, Scope, Status};
use plaudit_domain::person::{Email, NAME_LIMIT};
use plaudit_domain::refusal::Refusal;
use plaudit_domain::text;
use plaudit_store::accounts::Account;
use plaudit_store::memberships::{self, Invitation, Membership};
use plaudit_store::{Store, StoreError};

use super::filled::Filled;
use super::invited;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{AdministratorLetter, AdministratorRemoval, People};
use crate::say;
use crate::state::App;

/// The field of the name.
const NAME: &str = "name";
/// The field of the address.
const EMAIL: &str = "email";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(list)
        .typed_post(invite)
        .typed_post(send_again)
        .typed_get(ask_to_end)
        .typed_post(end)
}

/// Everybody who is, was or was asked to be an administrator.
async fn administrators(
    admin: &Admin,
    store: &Store,
) -> Result<Vec<(Membership, Account)>, PageError> {
    let organisation = admin.organisation.as_ref().ok_or(PageError::NotFound)?;
    let scope = Scope::Organisation(organisation.id);
    Ok(memberships::list(store, Role::Administrator, scope).await?)
}

/// One of them; a judge's membership is not found here.
async fn find(
    admin: &Admin,
    store: &Store,
    id: MembershipId,
) -> Result<(Membership, Account), PageError> {
    administrators(admin, store)
        .await?
        .into_iter()
        .find(|(membership, _)| membership.id == id)
        .ok_or(PageError::NotFound)
}

async fn list(_: People, admin: Admin, State(app): State<App>) -> Result<Response, PageError> {
    let people = administrators(&admin, &app.store).await?;
    Ok(view::list(&admin, &people, &Filled::default()).into_response())
}

/// Asks somebody to be an administrator, by letter.
async fn invite(
    path: People,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let organisation = admin.organisation.clone().ok_or(PageError::NotFound)?;
    let people = administrators(&admin, &app.store).await?;
    let mut errors = raw.errors();
    let name = errors.take(
        NAME,
        "people-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let email = errors.take(EMAIL, "people-email-noun", Email::parse(raw.get(EMAIL)));
    refuse_again(&people, email.as_ref(), &mut errors);
    let (name, email) = match (name, email) {
        (Some(name), Some(email)) if errors.is_empty() => (name, email),
        _ => {
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::list(&admin, &people, &filled)));
        }
    };
    let invitation = Invitation {
        name: name.clone(),
        email: email.clone(),
        role: Role::Administrator,
        scope: Scope::Organisation(organisation.id),
        of_what: organisation.name.clone(),
        language: admin.words.language(),
    };
    let moment = app.moment(admin.actor());
    match memberships::invite(&app.store, &moment, invitation).await {
        Ok(_) => {}
        // Whoever accepted since the page was read is an administrator now: there is nothing to ask.
        Err(StoreError::Refused(Refusal::NotPossible { .. })) => {
            errors.say(EMAIL, "people-there-already");
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::list(&admin, &people, &filled)));
        }
        Err(error) => return Err(error.into()),
    }
    let notice = invited::asked(&app, &admin.words, (&name, &email)).await?;
    Ok(notice.then(path))
}

/// Whoever is an administrator need not be asked.
fn refuse_again(people: &[(Membership, Account)], email: Option<&Email>, errors: &mut FieldErrors) {
    let is_there = people.iter().any(|(membership, account)| {
        membership.status == Status::Active && Some(&account.email) == email
    });
    if is_there {
        errors.say(EMAIL, "people-there-already");
    }
}

async fn send_again(
    path: AdministratorLetter,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (membership, account) = find(&admin, &app.store, path.membership).await?;
    let moment = app.moment(admin.actor());
    memberships::send_again(&app.store, &moment, membership.id).await?;
    let who = (account.name.as_str(), account.email.as_str());
    Ok(invited::sent(&admin.words, who).then(People))
}

/// Says what it means to take the role away.
async fn ask_to_end(
    path: AdministratorRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (membership, account) = find(&admin, &app.store, path.membership).await?;
    Ok(view::removal(&admin, &membership, &account).into_response())
}

async fn end(
    path: AdministratorRemoval,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (membership, account) = find(&admin, &app.store, path.membership).await?;
    let moment = app.moment(admin.actor());
    memberships::end(&app.store, &moment, membership.id).await?;
    let notice = say!(admin.words, "people-ended", name = account.name.as_str());
    Ok(Notice::good(notice).then(People))
}
