//! A programme's mark: chosen from a file, looked at before it is used, and removed, at `/admin/programmes/{programme}/mark`.

mod view;

use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::routing::RouterExt;
use plaudit_domain::mark::{LARGEST_MARK, LONGEST_SHAPE, LONGEST_SIDE, Mark, MarkName, Unfit};
use plaudit_domain::programme::Programme;
use plaudit_store::{StoreError, marks, programmes};

use super::filled::version;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::upload::{self, LARGEST_UPLOAD, Upload};
use crate::paths::admin::{MarkRemoval, MarkTrial, ProgrammeMark};
use crate::say;
use crate::state::App;

/// The field with the file.
const FILE: &str = "mark";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_get(show)
        .typed_post(try_on)
        .typed_get(look)
        .typed_post(choose)
        .typed_post(remove)
        .route_layer(DefaultBodyLimit::max(LARGEST_UPLOAD))
}

/// The mark as it is, and the way to another.
async fn show(
    path: ProgrammeMark,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    Ok(view::page(&admin, &programme, &FieldErrors::default(), false).into_response())
}

/// Takes a file, to be looked at; or says why it is no mark.
async fn try_on(
    path: ProgrammeMark,
    admin: Admin,
    State(app): State<App>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let programme = programmes::get(&app.store, path.programme).await?;
    let read = match upload::file(form, FILE, LARGEST_MARK).await? {
        Upload::File(bytes) => Mark::read(&bytes),
        Upload::TooLarge => Err(Unfit::TooHeavy),
    };
    let mark = match read {
        Ok(mark) => mark,
        Err(unfit) => {
            let errors = refused(unfit);
            return Ok(view::page(&admin, &programme, &errors, false).unprocessable());
        }
    };
    let moment = app.moment(admin.actor());
    let name = marks::try_on(&app.store, &moment, programme.id, mark).await?;
    let trial = MarkTrial {
        programme: programme.id,
        name: name.to_string(),
    };
    Ok(Redirect::to(&trial.to_string()).into_response())
}

/// How a picture looks in the place of the mark.
async fn look(
    path: MarkTrial,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (programme, name) = tried(&app, &path).await?;
    Ok(view::trial(&admin, &programme, &name, false).into_response())
}

/// Makes it the mark, unless somebody has changed the programme meanwhile.
async fn choose(
    path: MarkTrial,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let (programme, name) = tried(&app, &path).await?;
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    match marks::choose(&app.store, &moment, programme.id, seen, name.clone()).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "mark-chosen"));
            Ok(notice.then(ProgrammeMark {
                programme: programme.id,
            }))
        }
        Err(StoreError::Stale) => Ok(view::trial(&admin, &programme, &name, true).conflict()),
        Err(error) => Err(error.into()),
    }
}

/// Goes back to Plaudit's own mark, unless somebody has changed the programme meanwhile.
async fn remove(
    path: MarkRemoval,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    match marks::remove(&app.store, &moment, path.programme, seen).await {
        Ok(()) => {
            let notice = Notice::good(say!(admin.words, "mark-removed"));
            Ok(notice.then(ProgrammeMark {
                programme: path.programme,
            }))
        }
        Err(StoreError::Stale) => {
            let programme = programmes::get(&app.store, path.programme).await?;
            let none = FieldErrors::default();
            Ok(view::page(&admin, &programme, &none, true).conflict())
        }
        Err(error) => Err(error.into()),
    }
}

/// The programme and one of its pictures.
async fn tried(app: &App, path: &MarkTrial) -> Result<(Programme, MarkName), PageError> {
    let name = MarkName::parse(&path.name).ok_or(PageError::NotFound)?;
    let programme = programmes::get(&app.store, path.programme).await?;
    if marks::is_known(&app.store, programme.id, &name).await? {
        Ok((programme, name))
    } else {
        Err(PageError::NotFound)
    }
}

/// Why a file is no mark, at its field.
fn refused(unfit: Unfit) -> FieldErrors {
    let kilobytes = Fill::Number(LARGEST_MARK / 1024);
    let number = |number: u32| Fill::Number(number as usize);
    let (key, fills) = match unfit {
        Unfit::Missing => ("mark-missing", vec![]),
        Unfit::TooHeavy => ("mark-too-heavy", vec![("limit", kilobytes)]),
        Unfit::NotAPicture => ("mark-not-a-picture", vec![]),
        Unfit::BrokenPng => ("mark-broken-png", vec![]),
        Unfit::TooManyPoints { width, height } => (
            "mark-too-many-points",
            vec![
                ("width", number(width)),
                ("height", number(height)),
                ("limit", number(LONGEST_SIDE)),
            ],
        ),
        Unfit::TooLong => ("mark-too-long", vec![("times", number(LONGEST_SHAPE))]),
        Unfit::NoSize => ("mark-no-size", vec![]),
        Unfit::Moves => ("mark-moves", vec![]),
        Unfit::NotWellFormed => ("mark-not-well-formed", vec![]),
        Unfit::DocumentType => ("mark-document-type", vec![]),
        Unfit::Script => ("mark-script", vec![]),
        Unfit::Handler { name } => ("mark-handler", vec![("name", Fill::Text(name))]),
        Unfit::ForeignObject => ("mark-foreign-object", vec![]),
        Unfit::Reference => ("mark-reference", vec![]),
        Unfit::StyleReference => ("mark-style-reference", vec![]),
        Unfit::Repeats => ("mark-repeats", vec![]),
        Unfit::Part { name } => ("mark-part", vec![("name", Fill::Text(name))]),
    };
    let mut errors = FieldErrors::default();
    errors.say_filled(FILE, key, fills);
    errors
}
