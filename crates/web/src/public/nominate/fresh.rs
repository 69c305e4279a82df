//! A fresh form, as it was rendered for the last one who asked: `GET /nominate/{programme}`.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::COOKIE;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use plaudit_store::nominations;
use plaudit_store::reports::Viewer;
use plaudit_store::reports::home::{Standing, standing};
use plaudit_store::reports::nomination_form::{self, NominationForm};
use plaudit_store::secrets::Token;

use super::views::{self, FormPage, device_draft};
use super::{begun, slug};
use crate::http::actor::{Visitor, words_for};
use crate::http::error::PageError;
use crate::http::kept::Pierced;
use crate::paths::public::Nominate;
use crate::public::in_small_letters;
use crate::state::App;

/// A fresh form with a fresh key, while nominations are open; nothing is kept until it is posted.
///
/// Half of all nominations arrive in the last hour: to whoever brings no cookie the page is what it was to the last
/// one, but for the key. The season's revision is all that is read for it.
pub(super) async fn show(
    path: Nominate,
    State(app): State<App>,
    request: Request,
) -> Result<Response, PageError> {
    if let Some(programme) = in_small_letters(&path.programme) {
        return Ok(Redirect::to(&Nominate { programme }.to_string()).into_response());
    }
    let (mut parts, _) = request.into_parts();
    let form = nomination_form::find(&app.store, &Viewer::Visitor, &slug(&path.programme)?)
        .await?
        .ok_or(PageError::NotFound)?;
    let now = app.clock.now();
    let is_open = standing(&form.season, now) == Some(Standing::Open);
    let is_anybody = !parts.headers.contains_key(COOKIE);
    let about = (form.season.id, words_for(&parts.headers, &app).language());
    let key = Token::fresh();
    let shown_at = nominations::stamp(&app.store, now);
    if is_open && is_anybody {
        if let Some(page) = app.kept_pages.find(&about, form.season.revision) {
            return Ok(with_key(&page, &key, &shown_at).into_response());
        }
        let visitor = Visitor::from_request_parts(&mut parts, &app).await?;
        let page = Arc::new(without_key(&visitor, &form, now));
        app.kept_pages.keep(about, form.season.revision, &page);
        return Ok(with_key(&page, &key, &shown_at).into_response());
    }
    let visitor = Visitor::from_request_parts(&mut parts, &app).await?;
    if !is_open {
        return Ok(views::not_open(&visitor, &form, now).into_response());
    }
    let begun = begun::find(&app, &parts.headers, &form).await?;
    let page = FormPage::new(&visitor, &form, &key, shown_at, now);
    Ok(page.begun(begun).render().into_response())
}

/// The form's page with holes where its key, its draft's name and its time stand.
fn without_key(visitor: &Visitor, form: &NominationForm, now: Timestamp) -> Pierced {
    let (key, shown_at) = (Token::fresh(), Token::fresh().text());
    let page = FormPage::new(visitor, form, &key, shown_at.clone(), now);
    let marks = [key.text(), device_draft(&key), shown_at];
    Pierced::new(
        &page.render().into_text(),
        &marks.each_ref().map(String::as_str),
    )
}

fn with_key(page: &Pierced, key: &Token, shown_at: &str) -> Html<String> {
    Html(page.filled(&[&key.text(), &device_draft(key), shown_at]))
}
