//! Saving and submitting a scorecard, by a button or by the script: nothing typed is lost, whatever is wrong with it.

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use plaudit_domain::criterion::Criterion;
use plaudit_domain::ids::AssignmentId;
use plaudit_domain::scorecard::Scores;
use plaudit_domain::window::Zone;
use plaudit_store::reports::desk::{self, DeskRow, DeskSeason, Step};
use plaudit_store::reports::scorecard;
use plaudit_store::{StoreError, scorecards};
use serde_json::json;

use super::form;
use super::views::{self, Shown};
use crate::http::actor::Judge;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::refusal::in_words;
use crate::http::response::Answer;
use crate::paths::judging::{Desk, Gate, Scorecard};
use crate::say;
use crate::shown::two_versions::{differences, while_typing};
use crate::state::App;
use crate::words::Value;

/// Whether the form's own script posted it, and waits for a word and not for a page.
pub(super) fn is_by_script(headers: &HeaderMap) -> bool {
    headers
        .get("x-requested-with")
        .is_some_and(|by| by == "fetch")
}

/// A posted scorecard.
pub(super) struct Saving<'a> {
    pub(super) app: &'a App,
    pub(super) judge: &'a Judge,
    pub(super) assignment: AssignmentId,
    pub(super) criteria: &'a [Criterion],
    pub(super) zone: &'a Zone,
    pub(super) raw: &'a RawForm,
}

impl Saving<'_> {
    /// What the script is told. Whatever it cannot save, it keeps on the judge's device.
    pub(super) async fn by_script(&self) -> Response {
        let words = &self.judge.words;
        let scores = match form::parse_draft(words, self.raw, self.criteria) {
            Ok(scores) => scores,
            Err(errors) => {
                let messages = errors.in_words(words);
                let why: Vec<&str> = messages.iter().map(|(_, message)| message).collect();
                return refused(&why);
            }
        };
        let kept = match self.keep(scores.clone()).await {
            Err(StoreError::Stale) => self.kept_or_both(&scores).await,
            kept => kept.map(|version| self.kept_in_words(&scores, version)),
        };
        match kept {
            Ok(answer) => answer,
            Err(StoreError::Refused(refusal)) => refused(&[&in_words(&refusal, words)]),
            Err(StoreError::NotFound) => refused(&[]),
            Err(error) => PageError::from(error).into_response(),
        }
    }

    fn kept_in_words(&self, scores: &Scores, version: i64) -> Response {
        let words = &self.judge.words;
        let saved_at = words.clock(self.app.clock.now(), &self.zone.time_zone());
        let total = views::total_in_words(words, scores, self.criteria);
        Json(json!({ "saved_at": saved_at, "version": version, "total": total })).into_response()
    }

    /// What is sent once more because its answer was lost is kept already; anything else stands beside what is.
    async fn kept_or_both(&self, typed: &Scores) -> Result<Response, StoreError> {
        let card = scorecard::get(&self.app.store, &self.judge.viewer(), self.assignment).await?;
        let version = card.kept.version;
        if card.kept.scores == *typed {
            return Ok(self.kept_in_words(typed, version));
        }
        let words = &self.judge.words;
        let path = Scorecard {
            assignment: self.assignment,
        };
        let differ = differences(words, self.criteria, &card.kept.scores, typed);
        let both = while_typing(words, &path, &differ).into_string();
        let answer = json!({ "both": both, "kept_version": version });
        Ok((StatusCode::CONFLICT, Json(answer)).into_response())
    }

    /// Keeps the draft and leads back to the desk.
    pub(super) async fn save_and_go_back(&self) -> Result<Response, PageError> {
        let scores = match form::parse_draft(&self.judge.words, self.raw, self.criteria) {
            Ok(scores) => scores,
            Err(errors) => return self.with_errors(self.raw, &errors).await,
        };
        match self.keep(scores.clone()).await {
            Ok(_) => Ok(self.saved()),
            Err(StoreError::Stale) => match self.stale(&scores).await? {
                // The same was sent twice: it is kept.
                None => Ok(self.saved()),
                Some(page) => Ok(page.conflict()),
            },
            Err(error) => Err(error.into()),
        }
    }

    /// Submits, or says all that is missing; what is there is kept either way.
    pub(super) async fn submit(&self) -> Result<Response, PageError> {
        let words = &self.judge.words;
        let draft = match form::parse_draft(words, self.raw, self.criteria) {
            Ok(draft) => draft,
            Err(errors) => return self.with_errors(self.raw, &errors).await,
        };
        let errors = form::unfinished(words, &draft, self.criteria);
        if !errors.is_empty() {
            return match self.keep(draft.clone()).await {
                Ok(version) => {
                    let raw = self.raw.clone().with(form::VERSION, &version.to_string());
                    self.with_errors(&raw, &errors).await
                }
                Err(StoreError::Stale) => match self.stale(&draft).await? {
                    None => {
                        self.with_errors(&self.at_kept_version().await?, &errors)
                            .await
                    }
                    Some(page) => Ok(page.conflict()),
                },
                Err(error) => Err(error.into()),
            };
        }
        let moment = self.app.moment(self.judge.actor());
        let submitted = scorecards::submit(
            &self.app.store,
            &moment,
            self.judge.account(),
            self.assignment,
            draft.clone(),
            form::version(self.raw),
        );
        match submitted.await {
            Ok(()) => self.onward().await,
            Err(StoreError::Stale) => match self.stale(&draft).await? {
                // Another window saved the very same: nothing stands against submitting it.
                None => {
                    let raw = self.at_kept_version().await?;
                    let again = Saving { raw: &raw, ..*self };
                    let version = form::version(again.raw);
                    let (store, judge) = (&self.app.store, self.judge.account());
                    scorecards::submit(store, &moment, judge, self.assignment, draft, version)
                        .await?;
                    again.onward().await
                }
                Some(page) => Ok(page.conflict()),
            },
            Err(error) => Err(error.into()),
        }
    }

    async fn keep(&self, scores: Scores) -> Result<i64, StoreError> {
        let moment = self.app.moment(self.judge.actor());
        scorecards::save(
            &self.app.store,
            &moment,
            self.judge.account(),
            self.assignment,
            scores,
            form::version(self.raw),
        )
        .await
    }

    fn saved(&self) -> Response {
        Notice::good(say!(self.judge.words, "scorecard-saved")).then(Desk)
    }

    /// The form with the version that is kept now.
    async fn at_kept_version(&self) -> Result<RawForm, PageError> {
        let kept = scorecard::kept(&self.app.store, &self.judge.viewer(), self.assignment).await?;
        let version = kept.version.to_string();
        Ok(self.raw.clone().with(form::VERSION, &version))
    }

    async fn with_errors(
        &self,
        raw: &RawForm,
        errors: &FieldErrors,
    ) -> Result<Response, PageError> {
        let card = scorecard::get(&self.app.store, &self.judge.viewer(), self.assignment).await?;
        let shown = Shown::of(raw).wrong(errors);
        Ok(views::page(self.judge, &card, &shown).unprocessable())
    }

    /// The page with what another window kept beside what was typed here; none if they are the same.
    async fn stale(&self, typed: &Scores) -> Result<Option<Answer>, PageError> {
        let card = scorecard::get(&self.app.store, &self.judge.viewer(), self.assignment).await?;
        if card.kept.scores == *typed {
            return Ok(None);
        }
        let version = card.kept.version.to_string();
        let raw = self.raw.clone().with(form::VERSION, &version);
        let shown = Shown::of(&raw).beside_what_is_kept(typed);
        Ok(Some(views::page(self.judge, &card, &shown)))
    }

    async fn onward(&self) -> Result<Response, PageError> {
        onward(self.app, self.judge, self.assignment, "scorecard-submitted").await
    }
}

/// To the next case that is to be done, or back to the desk, with what became of this one said.
pub(super) async fn onward(
    app: &App,
    judge: &Judge,
    assignment: AssignmentId,
    said: &str,
) -> Result<Response, PageError> {
    let seasons = desk::seasons(&app.store, &judge.viewer()).await?;
    let here = |row: &DeskRow| row.assignment == assignment;
    let season = seasons.iter().find(|desk| desk.rows.iter().any(here));
    let number = season
        .and_then(|desk| desk.rows.iter().find(|row| here(row)))
        .map_or(0, |row| row.number);
    let left = season.map_or(0, DeskSeason::left);
    let fills: [(&str, Value<'_>); 2] = [("number", number.into()), ("left", left.into())];
    let said = Notice::good(judge.words.fill(said, &fills));
    Ok(match season.and_then(|desk| desk.next()) {
        None => said.then(Desk),
        Some(DeskRow {
            step: Step::Gate,
            assignment,
            ..
        }) => said.then(Gate {
            assignment: *assignment,
        }),
        Some(row) => said.then(Scorecard {
            assignment: row.assignment,
        }),
    })
}

/// What the script shows of a save that did not happen, while it keeps what was typed.
fn refused(why: &[&str]) -> Response {
    let answer = json!({ "refused": why.join(". ") });
    (StatusCode::BAD_REQUEST, Json(answer)).into_response()
}
