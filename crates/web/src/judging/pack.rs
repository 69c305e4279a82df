//! The offline pack: one's open cases to read and print, a score form, and the form read back, at `/judging/pack/{season}`.

mod file;
mod form;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use axum_extra::routing::RouterExt;
use futures_util::stream;
use maud::Render;
use plaudit_domain::export::Export;
use plaudit_domain::ids::SeasonId;
use plaudit_store::reports::pack::{self, Pack};
use plaudit_store::{StoreError, exports, scorecards};

use self::form::Filled;
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::response::Answer;
use crate::http::sheet::{self, Format, Options};
use crate::http::upload::{self, LARGEST_UPLOAD, Upload};
use crate::paths::judging::{OfflinePack, PackCases, PackChoices, PackScores};
use crate::say;
use crate::state::App;

/// The most that a filled form may weigh, in bytes.
const LARGEST_FORM: usize = 1024 * 1024;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .typed_post(take)
        .route_layer(DefaultBodyLimit::max(LARGEST_UPLOAD))
        .typed_get(show)
        .typed_get(cases)
        .typed_get(scores)
        .typed_post(choose)
}

async fn load(app: &App, judge: &Judge, season: SeasonId) -> Result<Pack, PageError> {
    Ok(pack::get(&app.store, &judge.viewer(), season).await?)
}

/// What is in the pack, and the way back.
async fn show(
    path: OfflinePack,
    judge: Judge,
    State(app): State<App>,
) -> Result<Answer, PageError> {
    let pack = load(&app, &judge, path.season).await?;
    Ok(view::page(&judge, &pack, &[]))
}

/// The cases as one file, in large print and ready to be printed.
async fn cases(
    path: PackCases,
    judge: Judge,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let pack = load(&app, &judge, path.season).await?;
    note(&app, &judge, path.season).await?;
    let page = file::document(&judge, &pack).render().into_string();
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"cases.html\""),
    ];
    Ok((headers, Html(page)).into_response())
}

/// The score form, a row for each case, with what is there already.
async fn scores(
    path: PackScores,
    judge: Judge,
    State(app): State<App>,
    options: Query<Options>,
) -> Result<Response, PageError> {
    let pack = load(&app, &judge, path.season).await?;
    note(&app, &judge, path.season).await?;
    let columns = form::columns(&pack.rules);
    let rules = Arc::new(pack.rules);
    let lines: Vec<_> = pack
        .cases
        .into_iter()
        .map(|case| {
            Ok(form::Line {
                rules: Arc::clone(&rules),
                case,
            })
        })
        .collect();
    let rows = stream::iter(lines);
    sheet::download(Format::Csv, "scores", &options, &columns, rows).await
}

async fn note(app: &App, judge: &Judge, season: SeasonId) -> Result<(), PageError> {
    let moment = app.moment(judge.actor());
    let viewer = judge.viewer();
    exports::note(&app.store, &moment, &viewer, Export::Pack, season, season).await?;
    Ok(())
}

/// Reads a filled form: every fault is told by line; what clashes is shown with both values; the rest is saved.
async fn take(
    path: OfflinePack,
    judge: Judge,
    State(app): State<App>,
    posted: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let pack = load(&app, &judge, path.season).await?;
    let upload = upload::file(posted, form::FILE, LARGEST_FORM).await?;
    let bytes = match upload {
        Upload::File(bytes) => bytes,
        Upload::TooLarge => {
            let fault = say!(judge.words, "pack-too-large");
            return Ok(view::page(&judge, &pack, &[fault]).unprocessable());
        }
    };
    match form::read(&judge.words, &bytes, &pack) {
        Ok(filled) => settle(&app, &judge, &pack, filled, &RawForm::default()).await,
        Err(faults) => Ok(view::page(&judge, &pack, &faults).unprocessable()),
    }
}

/// The same form once more, with a choice for each case in which it clashed.
async fn choose(
    path: PackChoices,
    judge: Judge,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let pack = load(&app, &judge, path.season).await?;
    match form::read(&judge.words, raw.get(form::FILE).as_bytes(), &pack) {
        Ok(filled) => settle(&app, &judge, &pack, filled, &raw).await,
        Err(faults) => Ok(view::page(&judge, &pack, &faults).unprocessable()),
    }
}

/// Saves what clashes with nothing or was chosen; asks about the rest before anything is saved.
async fn settle(
    app: &App,
    judge: &Judge,
    pack: &Pack,
    filled: Filled,
    choices: &RawForm,
) -> Result<Response, PageError> {
    let open = filled.undecided(choices);
    if !open.is_empty() {
        return Ok(view::clashes(judge, pack, &filled, &open).conflict());
    }
    let moment = app.moment(judge.actor());
    let mut saved = 0;
    for row in filled.rows {
        if !row.is_new() || !row.is_wanted(choices) {
            continue;
        }
        let kept = scorecards::save(
            &app.store,
            &moment,
            judge.account(),
            row.assignment,
            row.typed,
            row.kept_version,
        );
        match kept.await {
            Ok(_) => saved += 1,
            // Somebody typed on the page in this very moment: what is there stays, and the form can be sent again.
            Err(StoreError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let season = pack.season.id;
    Ok(Notice::good(say!(judge.words, "pack-taken", count = saved)).then(OfflinePack { season }))
}
