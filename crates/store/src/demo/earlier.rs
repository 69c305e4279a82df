//! The demo's season of a year ago: each case read by three judges as a plan gave it to them, resolved and announced.

use jiff::SignedDuration;
use plaudit_domain::{
    case,
    ids::{AccountId, SeasonId},
    interest::Declaration,
    membership::{Role, Scope},
    plan::Options,
    rule_set::WhatIf,
    season::Event,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Past, join,
    nominating::{self, DemoCase, Form},
    panel::{Chance, scores},
    told::{self, Earlier},
};
use crate::{
    Actor, Store, StoreError, cases,
    deliberation::{self, readings, table::Table},
    entities::assignments,
    interests,
    kept::Kept,
    plans, rule_sets, scorecards,
    screening::{self, Destination},
    seasons, shortlist, standings,
};

/// All that came after its opening.
pub(super) async fn happen(
    store: &Store,
    past: &Past,
    by: Actor,
    told: &Earlier,
    season: SeasonId,
) -> Result<(), StoreError> {
    let mut judges = Vec::with_capacity(told.judges.len());
    let mut at = past.at("2026-05-11T10:00")?;
    for judge in &told.judges {
        let role = Role::parse(&judge.role)?;
        let scope = Scope::Season(season);
        let moment = past.moment(at, by);
        let account = join(
            store,
            &moment,
            &judge.member,
            role,
            scope,
            "Kettle Award 2026",
        )
        .await?;
        judges.push((account, judge));
        at += SignedDuration::from_hours(5);
    }
    let form = Form::of(store, season, &told::Second::award()?).await?;
    let cases = received(store, past, by, told, &form).await?;

    let planned = past.moment(past.at("2026-07-06T15:00")?, by);
    let options = Options {
        most: 6,
        seed: "kettle 2026".to_owned(),
        ..Options::default()
    };
    plans::set_options(store, &planned, season, 0, options).await?;
    plans::propose(store, &planned, season, 1)
        .await?
        .map_err(|_| StoreError::unreadable("the plan of the demo's earlier season"))?;
    let begun = past.moment(past.at(&told.season.judging_begins_at)?, by);
    seasons::move_on(store, &begun, season, Event::BeginJudging, None).await?;
    for (place, (account, judge)) in judges.iter().enumerate() {
        score(store, past, season, (place, *account, judge), &cases).await?;
    }
    resolve(store, past, by, told, (season, form.category), &cases).await
}

/// The nominations, a few days apart, through the close and the screening.
async fn received(
    store: &Store,
    past: &Past,
    by: Actor,
    told: &Earlier,
    form: &Form,
) -> Result<Vec<DemoCase>, StoreError> {
    let mut at = past.at("2026-04-14T20:20")?;
    let mut sent = Vec::with_capacity(told.nominations.len());
    for nomination in &told.nominations {
        sent.push(nominating::send(store, past, at, form, nomination, true).await?);
        at += SignedDuration::from_hours(203);
    }
    let closed = past.moment(past.at("2026-06-24T12:00:01")?, Actor::System);
    seasons::close_due(store, &closed).await?;
    let mut day = past.at("2026-06-25T09:30")?;
    let mut received = Vec::with_capacity(sent.len());
    for (id, nomination) in sent.into_iter().zip(&told.nominations) {
        let seen = (id, nominating::version(store, id).await?);
        let moment = past.moment(day, by);
        let case = screening::accept(store, &moment, seen, Destination::NewCase).await?;
        day += SignedDuration::from_mins(20);
        nominating::check(store, past, by, day, case).await?;
        day += SignedDuration::from_hours(6);
        let name = &nomination.nominee.name;
        received.push(DemoCase {
            id: case,
            nominee: name.clone(),
            profile: nomination.profile.clone(),
            words: told
                .scorecard_words
                .get(name)
                .cloned()
                .ok_or(StoreError::NotFound)?,
        });
    }
    Ok(received)
}

/// One judge reads and scores what the plan gave them.
async fn score(
    store: &Store,
    past: &Past,
    season: SeasonId,
    (place, account, judge): (usize, AccountId, &told::Judge),
    all: &[DemoCase],
) -> Result<(), StoreError> {
    let rules = rule_sets::current(store, season).await?;
    let given = assignments::Entity::find()
        .filter(assignments::Column::CaseId.is_in(all.iter().map(|case| case.id.0)))
        .filter(assignments::Column::JudgeId.eq(account.0))
        .order_by_asc(assignments::Column::CaseId)
        .all(store.read())
        .await?;
    let mut at = past.at("2026-07-14T20:00")?
        + SignedDuration::from_hours(26) * i32::try_from(place).unwrap_or_default();
    for row in given {
        let position = all.iter().position(|case| case.id.0 == row.case_id);
        let Some((position, case)) = position.and_then(|at| Some((at, all.get(at)?))) else {
            continue;
        };
        let opened = past.moment(at, Actor::Account(account));
        let id = row.id.into();
        interests::declare(store, &opened, account, id, Declaration::None).await?;
        at += SignedDuration::from_mins(28);
        let done = past.moment(at, Actor::Account(account));
        let chance = Chance::of(place + 11, position);
        let given = scores(judge, case, &rules.criteria, chance);
        scorecards::submit(store, &done, account, id, given, 0).await?;
    }
    Ok(())
}

/// The cut is put forward, the panel meets, one wins, the other finalists are commended, and on the day everybody is told.
async fn resolve(
    store: &Store,
    past: &Past,
    by: Actor,
    told: &Earlier,
    (season, category): (SeasonId, plaudit_domain::ids::CategoryId),
    all: &[DemoCase],
) -> Result<(), StoreError> {
    let listed = past.moment(past.at("2026-08-28T10:00")?, by);
    let (kept, rules) = (Kept::default(), WhatIf::default());
    let stood = standings::load_as_if(store.read(), category, &kept, &rules).await?;
    let cut = shortlist::proposal(&stood)
        .iter()
        .map(|case| (case.id, case.version))
        .collect();
    shortlist::take(store, &listed, category, cut, "").await?;
    let met = past.moment(past.at("2026-09-10T12:30")?, by);
    seasons::move_on(store, &met, season, Event::BeginDeliberation, None).await?;
    meet(store, past, category).await?;
    for case in all {
        let there = cases::load(store.read(), case.id).await?;
        let seen = (case.id, there.version);
        if there.status != case::Status::Shortlisted {
            shortlist::decide(store, &met, seen, case::Event::LeaveOut, "").await?;
        } else if case.nominee == told.winner {
            let reason = &told.winner_reason;
            deliberation::resolve(store, &met, seen, case::Event::Award, reason).await?;
        } else {
            let reason = &told.commended_reason;
            deliberation::resolve(store, &met, seen, case::Event::Commend, reason).await?;
        }
    }
    sign(store, past, category).await?;
    let announced = past.moment(past.at(&told.season.announcement_at)?, by);
    seasons::move_on(store, &announced, season, Event::Announce, None).await?;
    Ok(())
}

/// The chair draws the agenda up, and notes that everybody is there.
async fn meet(
    store: &Store,
    past: &Past,
    category: plaudit_domain::ids::CategoryId,
) -> Result<(), StoreError> {
    let table = Table::load(store.read(), category).await?;
    let chair = table.seats.first().ok_or(StoreError::NotFound)?.0;
    let begun = past.moment(past.at("2026-09-10T13:00")?, Actor::Account(chair));
    deliberation::draw_up(store, &begun, chair, category).await?;
    let present = table.seats.iter().map(|(account, _)| *account).collect();
    deliberation::note_attendance(store, &begun, chair, category, present).await?;
    // The cases were split between the judges, so each has read the finalists that another scored.
    let table = Table::load(store.read(), category).await?;
    let read = readings::of(store.read(), &table.agenda).await?;
    for (judge, _) in table.seats.iter().filter(|(_, role)| role.scores()) {
        let said = past.moment(past.at("2026-09-10T13:05")?, Actor::Account(*judge));
        for case in &table.agenda {
            if !read.contains(&(*case, *judge)) && !table.is_out(*judge, *case) {
                readings::confirm(store, &said, *judge, (category, *case)).await?;
            }
        }
    }
    Ok(())
}

/// The chair signs the resolution, with which the season is decided.
async fn sign(
    store: &Store,
    past: &Past,
    category: plaudit_domain::ids::CategoryId,
) -> Result<(), StoreError> {
    let table = Table::load(store.read(), category).await?;
    let chair = table.seats.first().ok_or(StoreError::NotFound)?.0;
    let signed = past.moment(past.at("2026-09-10T16:10")?, Actor::Account(chair));
    let read = deliberation::revision(store, category).await?;
    deliberation::sign(store, &signed, chair, category, read).await
}
