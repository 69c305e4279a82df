//! The demo's panel: invited, declaring its interests, and half-way through its scoring.

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{
    criterion::Criterion,
    ids::{AccountId, AssignmentId, CaseId, SeasonId},
    interest::{Declaration, Event, Kind, Status},
    membership::{Role, Scope},
    scorecard::Scores,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    Past, email, join,
    nominating::DemoCase,
    told::{self, Panel},
};
use crate::{
    Actor, Store, StoreError, accounts,
    biographies::{self, BiographyWords},
    confidentiality,
    entities::{assignments, interests as interest_rows},
    interests::{self, Ruling},
    rule_sets, scorecards,
};

/// Invites the panel of the season, who accept.
pub(super) async fn invite(
    store: &Store,
    past: &Past,
    by: Actor,
    panel: &Panel,
    season: SeasonId,
) -> Result<(), StoreError> {
    let written = past.moment(past.at("2027-02-09T13:40")?, by);
    let body = panel.confidentiality.join("\n\n");
    confidentiality::write(store, &written, season, 0, body).await?;
    let mut at = past.at("2027-02-09T14:00")?;
    biographies::show(store, &written, season, true).await?;
    let scoring = panel.judges.iter();
    let scoring = scoring.map(|one| (&one.member, &one.role, &one.public));
    let attending = panel.attending.iter();
    let attending = attending.map(|one| (&one.member, &one.role, &one.public));
    for (member, role, public) in scoring.chain(attending) {
        let moment = past.moment(at, by);
        let role = Role::parse(role)?;
        let account = join(
            store,
            &moment,
            member,
            role,
            Scope::Season(season),
            "IT-progress award 2027",
        )
        .await?;
        // The observer has not come to read them yet.
        if role != Role::Observer {
            let later = at + SignedDuration::from_mins(6);
            let moment = past.moment(later, Actor::Account(account));
            confidentiality::accept(store, &moment, account, season, 1).await?;
            let said = BiographyWords {
                name: member.name.clone(),
                affiliation: Some(public.organisation.clone()),
                words: public.biography.clone(),
            };
            // One judge has written theirs and not agreed to it yet.
            let agrees = !member.name.starts_with("Gordon");
            let place = (account, season);
            biographies::write_own(store, &moment, place, 0, said, agrees).await?;
        }
        at += SignedDuration::from_hours(7);
    }
    Ok(())
}

/// How many of every seven cases each judge has submitted, in the order of the file; what is left is in draft or untouched.
const SUBMITTED_OF_SEVEN: [usize; 7] = [7, 7, 4, 6, 5, 2, 0];

/// Has one judge answer the sheet before the cases are handed out, for as many of them as is done in an evening, and the second
/// administrator say whom they know: from then on the first acts on that case.
pub(super) async fn sheets(
    store: &Store,
    past: &Past,
    panel: &Panel,
    season: SeasonId,
    cases: &[DemoCase],
) -> Result<(), StoreError> {
    let judge = panel.judges.get(5).ok_or(StoreError::NotFound)?;
    let declared = |case: &DemoCase| {
        panel
            .interests
            .iter()
            .any(|interest| interest.judge == judge.member.name && interest.nominee == case.nominee)
    };
    let answers = cases
        .iter()
        .filter(|case| !declared(case))
        .map(|case| (case.id, Declaration::None))
        .collect();
    answer(
        store,
        past,
        ("2027-03-23T20:10", &judge.member.email),
        season,
        answers,
    )
    .await?;
    let (Some(second), Some(known)) = (panel.administrators.get(1), cases.last()) else {
        return Err(StoreError::NotFound);
    };
    let words =
        "Our families have been friends for years, and we go on holiday together.".to_owned();
    let friend = Declaration::Interest {
        kind: Kind::Family,
        words,
    };
    let answers = vec![(known.id, friend)];
    answer(
        store,
        past,
        ("2027-03-24T11:30", &second.email),
        season,
        answers,
    )
    .await
}

async fn answer(
    store: &Store,
    past: &Past,
    (at, address): (&str, &str),
    season: SeasonId,
    answers: Vec<(CaseId, Declaration)>,
) -> Result<(), StoreError> {
    let account = accounts::find_by_email(store, &email(address)?)
        .await?
        .ok_or(StoreError::NotFound)?
        .id;
    let moment = past.moment(past.at(at)?, Actor::Account(account));
    interests::declare_on_sheet(store, &moment, account, season, answers).await?;
    Ok(())
}

/// Has the judges declare their interests and score what they have got to.
pub(super) async fn judge(
    store: &Store,
    past: &Past,
    by: Actor,
    panel: &Panel,
    season: SeasonId,
    cases: &[DemoCase],
) -> Result<(), StoreError> {
    let rules = rule_sets::current(store, season).await?;
    for (place, judge) in panel.judges.iter().enumerate() {
        let account = accounts::find_by_email(store, &email(&judge.member.email)?)
            .await?
            .ok_or(StoreError::NotFound)?;
        let mut at = past.at("2027-03-31T19:30")?;
        let share = SUBMITTED_OF_SEVEN[place % SUBMITTED_OF_SEVEN.len()];
        let submitted = cases.len() * share / 7;
        for (position, case) in cases.iter().enumerate() {
            at += SignedDuration::from_mins(131);
            let declared = panel.interests.iter().find(|interest| {
                interest.judge == judge.member.name && interest.nominee == case.nominee
            });
            let begun = position < submitted + usize::from(share > 0);
            if !begun && declared.is_none() {
                continue;
            }
            let evening = Evening {
                store,
                past,
                by,
                judge: account.id,
                at,
            };
            let assignment = evening.assignment(case).await?;
            if !evening.declare(case, assignment, declared).await? {
                continue;
            }
            let chance = Chance::of(place, position);
            let scores = scores(judge, case, &rules.criteria, chance);
            let later = past.moment(
                at + SignedDuration::from_mins(24),
                Actor::Account(account.id),
            );
            if position < submitted {
                scorecards::submit(store, &later, account.id, assignment, scores, 0).await?;
            } else if begun {
                let begun = Scores {
                    steps: scores.steps.into_iter().take(2).collect(),
                    ..Scores::default()
                };
                scorecards::save(store, &later, account.id, assignment, begun, 0).await?;
            }
        }
    }
    Ok(())
}

/// One judge with one case in front of them.
struct Evening<'a> {
    store: &'a Store,
    past: &'a Past,
    by: Actor,
    judge: AccountId,
    at: Timestamp,
}

impl Evening<'_> {
    async fn assignment(&self, case: &DemoCase) -> Result<AssignmentId, StoreError> {
        let row = assignments::Entity::find()
            .filter(assignments::Column::CaseId.eq(case.id.0))
            .filter(assignments::Column::JudgeId.eq(self.judge.0))
            .one(self.store.read())
            .await?;
        Ok(row.ok_or(StoreError::NotFound)?.id.into())
    }

    /// Answers the question of interests, and says whether the case is open then. A declared interest is ruled a
    /// conflict the next morning; one that the judge is unsure of still waits for its ruling.
    async fn declare(
        &self,
        case: &DemoCase,
        assignment: AssignmentId,
        declared: Option<&told::Interest>,
    ) -> Result<bool, StoreError> {
        let moment = self.past.moment(self.at, Actor::Account(self.judge));
        let Some(told) = declared else {
            interests::declare(
                self.store,
                &moment,
                self.judge,
                assignment,
                Declaration::None,
            )
            .await?;
            return Ok(true);
        };
        let words = told.words.clone();
        let declaration = if told.status == "unsure" {
            Declaration::Unsure { words }
        } else {
            Declaration::Interest {
                kind: kind(&told.kind),
                words,
            }
        };
        let outcome =
            interests::declare(self.store, &moment, self.judge, assignment, declaration).await?;
        // What the rules of the season decide by themselves needs no ruling.
        if outcome.status == Status::Declared {
            let row = interest_rows::Entity::find()
                .filter(interest_rows::Column::CaseId.eq(case.id.0))
                .filter(interest_rows::Column::JudgeId.eq(self.judge.0))
                .one(self.store.read())
                .await?
                .ok_or(StoreError::NotFound)?;
            let ruling = Ruling {
                event: Event::RuleRecused,
                reason: "Declared, and plainly a conflict.".to_owned(),
            };
            let morning = self
                .past
                .moment(self.at + SignedDuration::from_hours(13), self.by);
            interests::rule(self.store, &morning, row.id.into(), ruling).await?;
        }
        Ok(false)
    }
}

fn kind(told: &str) -> Kind {
    match told {
        "same employer" => Kind::Employer,
        "family or close friend" => Kind::Family,
        _ => Kind::Other,
    }
}

/// Chance that is the same each time the demo is loaded: a step of a linear congruential generator for each draw.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(judge: usize, case: usize) -> Self {
        let mut chance = Self((judge as u64 + 1) * 7_919 + (case as u64 + 1) * 104_729);
        chance.draw();
        chance
    }

    /// Nearly normal, with mean 0 and standard deviation 1: the sum of twelve uniform draws, less 6.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.draw()).sum::<f64>() - 6.0
    }

    /// Uniform between 0 and 1.
    fn draw(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
    }
}

/// What this judge gives this case: what it deserves, and the judge's severity and chance on top.
pub(super) fn scores(
    judge: &told::Judge,
    case: &DemoCase,
    criteria: &[Criterion],
    mut chance: Chance,
) -> Scores {
    let leaning = judge.severity + judge.noise * chance.normal();
    let steps = criteria
        .iter()
        .map(|criterion| {
            let deserved = case
                .profile
                .get(&criterion.key)
                .copied()
                .unwrap_or_default();
            let moved = leaning / 20.0 + 0.35 * chance.normal();
            #[expect(clippy::cast_possible_truncation, reason = "a few points at most")]
            let steps = deserved + moved.round() as i64;
            (criterion.id, steps.clamp(0, criterion.scale.steps()))
        })
        .collect();
    let mut pick = |texts: &[String]| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short list"
        )]
        let place = (chance.draw() * texts.len() as f64) as usize;
        texts.get(place).cloned().unwrap_or_default()
    };
    Scores {
        steps,
        vote: None,
        comment: pick(&case.words.comments),
        strongest: pick(&case.words.strongest),
        would_have_helped: pick(&case.words.would_have_helped),
    }
}
