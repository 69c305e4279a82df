//! How the demo's nominations came in, and what became of them before judging.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{
    acceptance, case, eligibility,
    ids::{CaseId, NominationId, SeasonId},
    nomination::{MarkedAnswer, Relationship, Submission},
    person::{Person, Telephone},
    progress_claim::{Month, ProgressClaim},
    question::{Answer, Question},
};
use sea_orm::EntityTrait;
use serde_json::Value;

use super::{
    Past, email,
    told::{self, First, Nomination},
};
use crate::{
    Actor, Moment, Store, StoreError,
    cases::{self, Checked},
    eligibility_rules,
    entities::nominations as rows,
    nominations::{self, Sending},
    questions, references,
    screening::{self, Destination},
    seasons,
    secrets::Token,
    shipped::{self, Award},
};

/// A case of the first season with what the panel thinks of it.
pub(super) struct DemoCase {
    pub(super) id: CaseId,
    pub(super) nominee: String,
    pub(super) profile: BTreeMap<String, i64>,
    pub(super) words: told::ScorecardWords,
}

/// What a season's form asks, in the order in which the files answer it.
pub(super) struct Form {
    season: SeasonId,
    pub(super) category: plaudit_domain::ids::CategoryId,
    /// Each with the name that the file has for it.
    rules: Vec<(eligibility::Rule, String)>,
    questions: Vec<Question>,
}

impl Form {
    pub(super) async fn of(
        store: &Store,
        season: SeasonId,
        award: &Award,
    ) -> Result<Self, StoreError> {
        let category = seasons::categories(store, season)
            .await?
            .pop()
            .ok_or(StoreError::NotFound)?;
        let rules = eligibility_rules::list(store, season).await?;
        Ok(Self {
            season,
            category: category.id,
            rules: rules
                .into_iter()
                .zip(award.rules().map(str::to_owned))
                .collect(),
            questions: questions::list(store, season).await?,
        })
    }

    fn submission(&self, told: &Nomination) -> Result<Submission, StoreError> {
        let answers = self
            .questions
            .iter()
            .filter_map(|question| Some((question, told.answers.get(&question.key)?)))
            .map(|(question, value)| {
                let answer = answer(question, value)?;
                Ok((
                    question.revision,
                    MarkedAnswer {
                        answer,
                        not_for_publication: false,
                    },
                ))
            })
            .collect::<Result<_, StoreError>>()?;
        let eligibility = self
            .rules
            .iter()
            .filter_map(|(rule, name)| Some((rule.id, told.eligibility.get(name)?)))
            .map(|(rule, answer)| Ok((rule, eligibility::Answer::parse(answer)?)))
            .collect::<Result<_, StoreError>>()?;
        Ok(Submission {
            category: self.category,
            nominee: person(&told.nominee)?,
            nominator: person(&told.nominator)?,
            relationship: Relationship::parse(&told.relationship)?,
            relationship_words: Some(told.relationship_words.clone()),
            eligibility,
            answers,
            claims: told
                .claims
                .iter()
                .map(claim)
                .collect::<Result<_, StoreError>>()?,
        })
    }
}

fn person(told: &told::Person) -> Result<Person, StoreError> {
    let telephone = told
        .telephone
        .as_deref()
        .filter(|number| !number.is_empty());
    Ok(Person {
        name: told.name.clone(),
        email: Some(email(&told.email)?),
        telephone: telephone
            .map(Telephone::parse)
            .transpose()
            .map_err(|_| StoreError::unreadable("a telephone number of the demo"))?,
        role: told.role.clone().filter(|role| !role.is_empty()),
        employer: told
            .employer
            .clone()
            .filter(|employer| !employer.is_empty()),
    })
}

fn claim(told: &told::Claim) -> Result<ProgressClaim, StoreError> {
    let month =
        |text: &str| Month::parse(text).map_err(|_| StoreError::unreadable("a month of the demo"));
    Ok(ProgressClaim {
        before: told.before.clone(),
        after: told.after.clone(),
        from: month(&told.from)?,
        to: told.to.as_deref().map(month).transpose()?,
        shown_by: told.shown_by.clone(),
    })
}

fn answer(question: &Question, told: &Value) -> Result<Answer, StoreError> {
    let typed: Vec<String> = match told {
        Value::Null => Vec::new(),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    };
    question
        .answer(&typed)
        .map_err(|fault| StoreError::unreadable(format!("{}: {}", question.key, fault.key())))
}

/// Sends a nomination as its nominator did; most then confirm their address.
pub(super) async fn send(
    store: &Store,
    past: &Past,
    at: Timestamp,
    form: &Form,
    told: &Nomination,
    confirms: bool,
) -> Result<NominationId, StoreError> {
    let moment = past.moment(at, Actor::Visitor);
    let sending = Sending {
        key: Token::fresh(),
        season: form.season,
        version: 0,
        typed: nominations::Typed::default(),
        submission: form.submission(told)?,
        language: "en".to_owned(),
    };
    let sent = nominations::submit(store, &moment, sending).await?;
    if confirms {
        let key = nominations::mint_letter_key(store, &moment, sent.nomination).await?;
        let later = past.moment(at + SignedDuration::from_mins(47), Actor::Visitor);
        nominations::confirm(store, &later, &key).await?;
    }
    Ok(sent.nomination)
}

/// The first season's nominations, half of them in the last two days, through the close and the screening.
pub(super) async fn first_season(
    store: &Store,
    past: &Past,
    by: Actor,
    season: SeasonId,
) -> Result<Vec<DemoCase>, StoreError> {
    let First {
        nominations: told,
        mut scorecard_words,
    } = First::read()?;
    let form = Form::of(store, season, &shipped::it_progress()).await?;
    let mut received = Vec::with_capacity(told.len());
    for (position, nomination) in told.iter().enumerate() {
        let at = received_at(past, position, told.len())?;
        received.push((
            send(store, past, at, &form, nomination, position % 9 != 4).await?,
            nomination,
        ));
    }
    let closed = past.moment(past.at("2027-03-04T12:00:01")?, Actor::System);
    seasons::close_due(store, &closed).await?;

    let mut by_nominee: BTreeMap<&str, CaseId> = BTreeMap::new();
    let mut demo_cases = Vec::new();
    let mut referees = Vec::new();
    let mut day = past.at("2027-03-08T10:00")?;
    for (id, told) in received {
        day += SignedDuration::from_mins(35);
        let moment = past.moment(day, by);
        let seen = (id, version(store, id).await?);
        let screened = told.screening.as_ref();
        let reason = screened
            .and_then(|screening| screening.reason.as_deref())
            .unwrap_or_default();
        if screened.is_some_and(|screening| screening.decision != "accepted") {
            screening::find_ineligible(store, &moment, seen, reason).await?;
            continue;
        }
        let there = by_nominee.get(told.nominee.email.as_str()).copied();
        let destination = there.map_or(Destination::NewCase, Destination::Case);
        let case = screening::accept(store, &moment, seen, destination).await?;
        by_nominee.insert(&told.nominee.email, case);
        referees.extend(told.referee.as_ref().map(|referee| (case, referee)));
        if there.is_none() {
            demo_cases.push(DemoCase {
                id: case,
                nominee: told.nominee.name.clone(),
                profile: told.profile.clone(),
                words: scorecard_words
                    .remove(&told.nominee.name)
                    .ok_or(StoreError::NotFound)?,
            });
        }
    }
    for (case, told) in referees {
        day += SignedDuration::from_mins(25);
        refer(store, &past.moment(day, by), case, told).await?;
    }
    for case in &demo_cases {
        day += SignedDuration::from_hours(5);
        check(store, past, by, day, case.id).await?;
    }
    Ok(demo_cases)
}

/// Somebody is named who is to write a reference.
pub(super) async fn refer(
    store: &Store,
    moment: &Moment,
    case: CaseId,
    told: &told::Person,
) -> Result<(), StoreError> {
    let seen = (case, cases::load(store.read(), case).await?.version);
    references::name(store, moment, seen, person(told)?).await?;
    Ok(())
}

/// The version of a nomination that an administrator has in front of them.
pub(super) async fn version(store: &Store, id: NominationId) -> Result<i64, StoreError> {
    let row = rows::Entity::find_by_id(id.0).one(store.read()).await?;
    Ok(row.ok_or(StoreError::NotFound)?.version)
}

/// When the n-th of so many nominations came in: the first ones weeks apart, half in the last two days, the last one
/// nine minutes before the close.
fn received_at(past: &Past, position: usize, count: usize) -> Result<Timestamp, StoreError> {
    let whole = |number: usize| i64::try_from(number).map_err(StoreError::unreadable);
    let half = count / 2;
    if position < half {
        let start = past.at("2027-01-14T19:12")?;
        return Ok(
            start + SignedDuration::from_mins(whole(position)? * (46 * 24 * 60 / whole(half)?))
        );
    }
    let last = past.at("2027-03-04T11:51")?;
    Ok(last - SignedDuration::from_mins(whole(count - 1 - position)? * 173))
}

/// The nominee is told and accepts, somebody at their body confirms the facts, and the case is found eligible.
pub(super) async fn check(
    store: &Store,
    past: &Past,
    by: Actor,
    at: Timestamp,
    case: CaseId,
) -> Result<(), StoreError> {
    let minutes = |minutes| past.moment(at + SignedDuration::from_mins(minutes), by);
    let seen =
        || async { Ok::<_, StoreError>((case, cases::load(store.read(), case).await?.version)) };
    let told = acceptance::Event::Tell;
    cases::record_acceptance(
        store,
        &minutes(0),
        seen().await?,
        told,
        "By letter and by telephone.",
    )
    .await?;
    let accepted = acceptance::Event::Accept;
    cases::record_acceptance(
        store,
        &minutes(95),
        seen().await?,
        accepted,
        "Accepted by email.",
    )
    .await?;
    let checked = Checked {
        by: "Head of human resources".to_owned(),
        confirmed: true,
        note: "Employment, dates and permission to publish confirmed by email.".to_owned(),
    };
    cases::record_fact_check(store, &minutes(140), seen().await?, checked).await?;
    let eligible = case::Event::FindEligible;
    cases::decide_eligibility(store, &minutes(150), seen().await?, eligible, "").await
}

/// What came in so far for the second programme.
pub(super) async fn second_season(
    store: &Store,
    past: &Past,
    season: SeasonId,
    told: &[Nomination],
) -> Result<(), StoreError> {
    let form = Form::of(store, season, &told::Second::award()?).await?;
    let mut at = past.at("2027-04-02T20:40")?;
    for nomination in told {
        send(store, past, at, &form, nomination, true).await?;
        at += SignedDuration::from_hours(101);
    }
    Ok(())
}
