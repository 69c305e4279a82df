//! The moves of a season: what each will do is said first, and done by the button below it.

mod announcement;
pub(super) mod view;

use std::fmt::Display;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::routing::{RouterExt, TypedPath};
use jiff::Timestamp;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::next_steps::Tally;
use plaudit_domain::policy;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::season::{Event, Readiness, Season, Status, Timetable};
use plaudit_domain::text;
use plaudit_store::reports::dashboard;
use plaudit_store::reports::quorum::{self, Quorum};
use plaudit_store::reports::shortlist::{self, UndecidedRow};
use plaudit_store::{StoreError, deliberation, rule_sets, seasons};

use self::announcement::Announcement;
use super::{Counts, form};
use crate::admin::filled::Filled;
use crate::admin::run::Run;
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin;
use crate::state::App;

/// Why it happens, where that must be said.
const REASON: &str = "reason";

/// A page whose POST moves a season.
trait Move: TypedPath + Display {
    /// What happens.
    const EVENT: Event;

    /// To which season.
    fn season(&self) -> SeasonId;
}

/// Gives each event its page, and each page its two handlers.
macro_rules! moves {
    ($($Path:ident => $Event:ident,)+) => {
        $(impl Move for admin::$Path {
            const EVENT: Event = Event::$Event;

            fn season(&self) -> SeasonId {
                self.season
            }
        })+

        pub(super) fn routes() -> Router<App> {
            Router::new()
                $(.typed_get(ask::<admin::$Path>).typed_post(make::<admin::$Path>))+
        }

        /// Where an event of a season is asked about and caused.
        fn path(event: Event, season: SeasonId) -> String {
            match event {
                $(Event::$Event => admin::$Path { season }.to_string(),)+
            }
        }
    };
}

moves! {
    SeasonOpening => Open,
    SeasonScreening => Close,
    SeasonExtension => Extend,
    SeasonJudging => BeginJudging,
    SeasonJudgingRemoval => ReturnToScreening,
    SeasonDeliberation => BeginDeliberation,
    SeasonDeliberationRemoval => ReturnToJudging,
    SeasonDecision => Decide,
    SeasonAnnouncement => Announce,
    SeasonArchive => Archive,
    SeasonCancellation => Cancel,
}

/// A move that the season's page offers.
#[derive(Debug)]
pub(super) struct Offer {
    /// What would happen.
    pub(super) event: Event,
    /// Where it is asked about.
    pub(super) path: String,
}

/// Exactly the moves that are possible now.
pub(super) fn possible(
    season: &Season,
    readiness: &Readiness,
    counts: &Counts,
    now: Timestamp,
) -> Vec<Offer> {
    Event::ALL
        .iter()
        .copied()
        .filter(|event| season.status.after(*event).is_ok())
        .filter(|event| match event {
            Event::Open => readiness.missing().is_empty(),
            Event::Close => policy::may_close(&season.timetable, now).is_ok(),
            Event::BeginDeliberation => !counts.stage_to_come,
            Event::Decide => {
                policy::may_decide(counts.unsettled).is_ok() && !counts.awaits_signature
            }
            _ => true,
        })
        .map(|event| Offer {
            event,
            path: path(event, season.id),
        })
        .collect()
}

/// Says what the move will do, and asks for its reason.
async fn ask<M: Move>(
    path: M,
    admin: Admin,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season()).await?;
    let before = Before::look(&app, &admin, &run, M::EVENT).await?;
    refuse_impossible((&app, &admin), &run, M::EVENT, &before).await?;
    let filled = Filled::fresh(match M::EVENT {
        Event::Extend => form::written(&admin.words, &run),
        _ => RawForm::default(),
    });
    let action = path.to_string();
    Ok(view::ask(&admin, &run, M::EVENT, &before, &action, &filled).into_response())
}

/// What is to be seen before a season moves.
#[derive(Debug, Default)]
struct Before {
    /// What judging would begin with, and what waits when the meeting would begin.
    tally: Option<Tally>,
    /// What the meeting would begin without.
    missing: Option<Quorum>,
    /// The cases on which nobody has decided whether they are put forward.
    undecided: Vec<UndecidedRow>,
    /// What would become public, and how far that is from when it was to.
    announcement: Option<Announcement>,
}

impl Before {
    async fn look(app: &App, admin: &Admin, run: &Run, event: Event) -> Result<Self, PageError> {
        let (season, viewer) = (run.season.id, admin.viewer());
        Ok(match event {
            Event::BeginJudging => Self {
                tally: Some(dashboard::tally(&app.store, &viewer, season).await?),
                ..Self::default()
            },
            Event::BeginDeliberation => Self {
                tally: Some(dashboard::tally(&app.store, &viewer, season).await?),
                missing: Some(quorum::get(&app.store, &viewer, season).await?),
                undecided: shortlist::undecided(&app.store, &viewer, season).await?,
                ..Self::default()
            },
            Event::Decide => Self {
                undecided: shortlist::undecided(&app.store, &viewer, season).await?,
                ..Self::default()
            },
            // Whoever posts twice is told that it is done, and shown nothing.
            Event::Announce if run.season.status == Status::Decided => Self {
                announcement: Some(Announcement::look(app, &viewer, run).await?),
                ..Self::default()
            },
            _ => Self::default(),
        })
    }

    /// Whether scorecards are missing, that the season would go on without.
    fn goes_without(&self) -> bool {
        (self.missing.as_ref()).is_some_and(|of| !of.owing().is_empty())
    }

    /// Whether it departs from what was planned or published, so that it needs a reason.
    fn departs(&self) -> bool {
        self.goes_without() || (self.announcement.as_ref()).is_some_and(|of| of.is_early)
    }
}

/// Whatever cannot happen now has no page either, only the reason why not.
async fn refuse_impossible(
    (app, admin): (&App, &Admin),
    run: &Run,
    event: Event,
    before: &Before,
) -> Result<(), PageError> {
    run.season.status.after(event).map_err(Refusal::from)?;
    match event {
        Event::Open => {
            let missing = seasons::readiness(&app.store, run.season.id)
                .await?
                .missing();
            if !missing.is_empty() {
                return Err(Refusal::Incomplete(missing).into());
            }
        }
        Event::Close => policy::may_close(&run.season.timetable, app.clock.now())?,
        Event::BeginJudging => {
            let judges = before.tally.as_ref().map_or(0, |tally| tally.accepted);
            policy::may_begin_with(usize::try_from(judges).unwrap_or(usize::MAX))?;
        }
        Event::BeginDeliberation => {
            let rules = rule_sets::current(&app.store, run.season.id).await?;
            if rules.stages.after(run.season.stage).is_some() {
                return Err(Refusal::StageToCome.into());
            }
        }
        Event::Decide => {
            deliberation::may_decide(&app.store, &admin.viewer(), run.season.id).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Moves the season.
async fn make<M: Move>(
    path: M,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let run = Run::load(&app, path.season()).await?;
    let action = path.to_string();
    let before = Before::look(&app, &admin, &run, M::EVENT).await?;
    let mut errors = raw.errors();
    let reason = if M::EVENT.needs_reason() || before.departs() {
        errors.take(
            REASON,
            "seasons-reason-noun",
            text::paragraphs(raw.get(REASON), None),
        )
    } else {
        // Something may be missing in a case that is kept from whoever asks.
        let typed = text::optional_paragraphs(raw.get(REASON), None);
        errors
            .take(REASON, "seasons-reason-noun", typed)
            .filter(|typed| !typed.is_empty())
    };
    let season = run.season.id;
    let closes_at = if M::EVENT == Event::Extend {
        let (zone, old) = (&run.programme.words.zone, run.season.timetable);
        let closes_at = form::date(&admin.words, &raw, &mut errors, "closes", zone, None);
        let closes_at = closes_at.or(old.closes_at);
        let timetable = Timetable { closes_at, ..old };
        if policy::may_extend(&old, &timetable, app.clock.now()).is_err() {
            errors.say(&form::day("closes"), "seasons-extension-too-early");
        }
        closes_at
    } else {
        None
    };
    if !errors.is_empty() {
        refuse_impossible((&app, &admin), &run, M::EVENT, &before).await?;
        errors.in_order_of(["closes-day", "closes-time", REASON]);
        let filled = Filled::wrong(raw, errors);
        let page = view::ask(&admin, &run, M::EVENT, &before, &action, &filled);
        return Ok(filled.answer(page));
    }
    let moment = app.moment(admin.actor());
    match (closes_at, reason) {
        (Some(closes_at), Some(reason)) if M::EVENT == Event::Extend => {
            seasons::extend(&app.store, &moment, season, closes_at, reason).await
        }
        (_, reason) => seasons::move_on(&app.store, &moment, season, M::EVENT, reason).await,
    }
    .map_err(|error: StoreError| PageError::from(error))?;
    let done = view::done(&admin.words, M::EVENT);
    Ok(Notice::good(done).then(admin::Season { season }))
}
