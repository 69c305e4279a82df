//! Voting in a sift, at `/judging/scorecards/{assignment}/vote`: pass, fail, or unsure with a reason, and on to the next.

use axum::extract::State;
use axum::response::Response;
use plaudit_domain::scorecard::{COMMENT_CHARACTERS, Scores};
use plaudit_domain::stage::{Kind, Vote as Said};
use plaudit_domain::text::{self, Fault};
use plaudit_store::reports::scorecard;
use plaudit_store::{StoreError, scorecards};

use super::form::{COMMENT, SCORES, version};
use super::saving::onward;
use super::views::{self, Shown};
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::paths::judging::Vote;
use crate::state::App;

/// The buttons' field.
pub(super) const VOTE: &str = "vote";

/// Keeps the vote, which counts from now on, and goes on to the next case.
pub(super) async fn vote(
    path: Vote,
    judge: Judge,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let card = scorecard::get(&app.store, &judge.viewer(), path.assignment).await?;
    if card.season.stage != Kind::Sift {
        return Err(PageError::NotFound);
    }
    let mut errors = raw.errors();
    let said = Said::parse(raw.trimmed(VOTE)).ok();
    if said.is_none() {
        errors.say(SCORES, "sift-vote-missing");
    }
    let comment = comment(raw.get(COMMENT), said == Some(Said::Unsure));
    let comment = errors.take(COMMENT, "sift-reason-noun", comment);
    let (Some(said), Some(comment), true) = (said, comment, errors.is_empty()) else {
        let shown = Shown::of(&raw).wrong(&errors);
        return Ok(views::page(&judge, &card, &shown).unprocessable());
    };
    let scores = Scores {
        vote: Some(said),
        comment,
        ..Scores::default()
    };
    let moment = app.moment(judge.actor());
    let done = scorecards::submit(
        &app.store,
        &moment,
        judge.account(),
        path.assignment,
        scores,
        version(&raw),
    );
    match done.await {
        Ok(()) => onward(&app, &judge, path.assignment, "sift-voted").await,
        Err(StoreError::Stale) => {
            // Another window kept something: it stands in the page now, and this one goes on from there.
            let card = scorecard::get(&app.store, &judge.viewer(), path.assignment).await?;
            let kept = card.kept.version.to_string();
            let raw = raw.with(super::form::VERSION, &kept);
            errors.say(SCORES, "sift-stale");
            let shown = Shown::of(&raw).wrong(&errors);
            Ok(views::page(&judge, &card, &shown).conflict())
        }
        Err(error) => Err(error.into()),
    }
}

/// Why, which is needed from whoever is unsure.
fn comment(typed: &str, is_needed: bool) -> Result<String, Fault> {
    let count = typed.chars().count();
    if count > COMMENT_CHARACTERS {
        return Err(Fault::TooLong {
            limit: COMMENT_CHARACTERS,
            count,
        });
    }
    if is_needed {
        text::paragraphs(typed, None)
    } else {
        text::optional_paragraphs(typed, None)
    }
}
