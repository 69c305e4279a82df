//! The demo's third programme: a season of three stages in the middle of its sift.

use jiff::SignedDuration;
use plaudit_domain::{
    ids::{AccountId, CaseId, SeasonId},
    interest::Declaration,
    membership::{Role, Scope},
    person::Email,
    scorecard::Scores,
    season::Event,
    stage::{Decides, Interview, Kind, Sift, Stages, Vote},
    text::Texts,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Past, approve_and_open, email, join,
    nominating::{self, Form},
    timetable,
    told::Third,
};
use crate::{
    Actor, Store, StoreError,
    entities::assignments,
    interests, rule_sets, scorecards,
    screening::{self, Destination},
    seasons,
    shipped::{self, SetUp},
    stages,
};

/// All of it, up to the votes that are in: the season, and a judge who has voted on some of its cases.
pub(super) async fn happen(
    store: &Store,
    past: &Past,
    by: Actor,
) -> Result<(SeasonId, Email), StoreError> {
    let told = Third::read()?;
    let season = open(store, past, by, &told).await?;
    let mut judges = Vec::with_capacity(told.judges.len());
    let mut at = past.at("2027-02-15T11:00")?;
    for judge in &told.judges {
        let (role, scope) = (Role::parse(&judge.role)?, Scope::Season(season));
        let moment = past.moment(at, by);
        let name = "The Parish Pen 2027";
        judges.push(join(store, &moment, &judge.member, role, scope, name).await?);
        at += SignedDuration::from_hours(7);
    }
    let cases = received(store, past, by, &told, season).await?;
    let begun = past.moment(past.at(&told.season.judging_begins_at)?, by);
    seasons::move_on(store, &begun, season, Event::BeginJudging, None).await?;
    for (account, judge) in judges.into_iter().zip(&told.judges) {
        vote(store, past, &told, (account, &judge.member.name), &cases).await?;
    }
    let begun = told.judges.get(1).ok_or(StoreError::NotFound)?;
    Ok((season, email(&begun.member.email)?))
}

/// The programme, and its season with a sift and an interview, open.
async fn open(store: &Store, past: &Past, by: Actor, told: &Third) -> Result<SeasonId, StoreError> {
    let drafted = past.moment(past.at("2027-01-12T15:00")?, by);
    let opened = past.moment(past.at("2027-01-29T10:00")?, by);
    let set_up = SetUp {
        contact: told.contact.read()?,
        stewards: vec![told.steward.name.clone()],
        season: told.season.title.clone(),
        timetable: timetable(past, &told.season)?,
    };
    let (programme, season) = shipped::set_up(store, &drafted, Third::award()?, set_up).await?;
    let with = &told.stages;
    let words = Stages {
        sift: Some(Sift {
            votes: with.votes,
            decides: Decides::Majority,
            guidance: Texts::english(&with.guidance),
        }),
        interview: Some(Interview {
            quorum: with.quorum,
            carried: with.carried,
            criteria: Vec::new(),
        }),
    };
    let seen = seasons::get(store, season).await?.revision;
    stages::change(store, &drafted, season, seen, words).await?;
    let asked = told.interview.words()?;
    rule_sets::add_criterion_in(store, &drafted, (season, Kind::Interview), asked).await?;
    approve_and_open(store, (&drafted, &opened), (programme, season)).await?;
    Ok(season)
}

/// The nominations, some days apart, through the close and the screening.
async fn received(
    store: &Store,
    past: &Past,
    by: Actor,
    told: &Third,
    season: SeasonId,
) -> Result<Vec<CaseId>, StoreError> {
    let form = Form::of(store, season, &Third::award()?).await?;
    let mut at = past.at("2027-02-20T18:30")?;
    let mut sent = Vec::with_capacity(told.nominations.len());
    for nomination in &told.nominations {
        sent.push(nominating::send(store, past, at, &form, nomination, true).await?);
        at += SignedDuration::from_hours(170);
    }
    let closed = past.moment(past.at("2027-03-23T12:00:01")?, Actor::System);
    seasons::close_due(store, &closed).await?;
    let mut day = past.at("2027-03-24T09:30")?;
    let mut cases = Vec::with_capacity(sent.len());
    for (id, told) in sent.into_iter().zip(&told.nominations) {
        let seen = (id, nominating::version(store, id).await?);
        let moment = past.moment(day, by);
        let case = screening::accept(store, &moment, seen, Destination::NewCase).await?;
        if let Some(referee) = &told.referee {
            day += SignedDuration::from_mins(15);
            nominating::refer(store, &past.moment(day, by), case, referee).await?;
        }
        day += SignedDuration::from_mins(20);
        nominating::check(store, past, by, day, case).await?;
        day += SignedDuration::from_hours(6);
        cases.push(case);
    }
    Ok(cases)
}

/// One judge votes as far as the file says.
async fn vote(
    store: &Store,
    past: &Past,
    told: &Third,
    (account, name): (AccountId, &str),
    cases: &[CaseId],
) -> Result<(), StoreError> {
    let Some(votes) = told.votes.iter().find(|one| one.judge == name) else {
        return Ok(());
    };
    let mut at = past.at("2027-04-12T20:00")?;
    for ((case, vote), comment) in cases.iter().zip(&votes.said).zip(&votes.comments) {
        let given = assignments::Entity::find()
            .filter(assignments::Column::CaseId.eq(case.0))
            .filter(assignments::Column::JudgeId.eq(account.0))
            .one(store.read())
            .await?
            .ok_or(StoreError::NotFound)?;
        let opened = past.moment(at, Actor::Account(account));
        let id = given.id.into();
        interests::declare(store, &opened, account, id, Declaration::None).await?;
        at += SignedDuration::from_mins(9);
        let done = past.moment(at, Actor::Account(account));
        let vote = Scores {
            vote: Some(Vote::parse(vote)?),
            comment: comment.clone(),
            ..Scores::default()
        };
        scorecards::submit(store, &done, account, id, vote, 0).await?;
    }
    Ok(())
}
