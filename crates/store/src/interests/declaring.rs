//! Declaring: on the sheet before anything is assigned, and at the gate of a case. What the conflict policy makes of an
//! answer happens with the answer, in the same transaction.

use std::collections::BTreeMap;

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, CaseId, CategoryId, InterestId, PersonId, SeasonId},
    interest::{
        Declaration, Event, Kind, Status,
        conflicts::{ConflictPolicy, Effect},
    },
    policy,
    refusal::Refusal,
    season,
    status::NotPossible,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    batch::Batch,
    declared,
    parts::{Parts, parts},
    recuse_assignments, recused_for_a_part, sheet,
    typed::drop_sheet,
};
use crate::{
    Moment, Store, StoreError,
    assignments::{self, Held, JudgeRow},
    confidentiality,
    entities::{accounts, cases, interests},
    rule_sets, seasons,
    write::Tx,
};

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Where the interest stands now.
    pub status: Status,
    /// What the conflict policy did by itself, or left to a ruling; nothing where there is no interest.
    pub effect: Option<Effect>,
}

/// Answers the question of interests at the gate of one's own assignment.
///
/// Whoever has a part in the case is recused, whatever they answer: [`Status::Recused`] is then the outcome.
pub async fn declare(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
    declaration: Declaration,
) -> Result<Outcome, StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment, declaration),
            |tx, (moment, judge, assignment, declaration)| {
                Box::pin(async move {
                    let held = assignments::held(tx, *judge, *assignment).await?;
                    confidentiality::refuse_before_acceptance(tx, *judge, held.season).await?;
                    let asker = Asker::load(tx, *judge, held.season).await?;
                    let matter = Asked::at_gate(&held);
                    let parts = parts(tx, &[held.case.0]).await?;
                    let mut batch = Batch::default();
                    let answer = (&matter, declaration);
                    let parts = parts.get(&held.case.0);
                    let is_still_so = matter.status.is_open()
                        && *declaration == Declaration::None
                        && !parts.is_some_and(|parts| parts.include(&asker.judge));
                    let outcome = if is_still_so {
                        policy::may_answer_sheet(asker.season_status)?;
                        asker.confirm(moment, &matter, &mut batch)
                    } else {
                        let gate = Place::Gate;
                        asker
                            .answer(tx, moment, answer, gate, parts, &mut batch)
                            .await?
                    };
                    batch.write(tx, moment).await?;
                    Ok(outcome)
                })
            },
        )
        .await
}

/// Answers for some cases of a season on the sheet, before or after they are assigned. An answer that is there already, in the
/// same words, is left alone.
pub async fn declare_on_sheet(
    store: &Store,
    moment: &Moment,
    account: AccountId,
    season: SeasonId,
    answers: Vec<(CaseId, Declaration)>,
) -> Result<Vec<(CaseId, Outcome)>, StoreError> {
    store
        .write(
            (moment.clone(), account, season, answers),
            |tx, (moment, account, season, answers)| {
                Box::pin(async move {
                    let whose = sheet::declares(tx, *account, *season).await?;
                    sheet::refuse_before_acceptance(tx, *account, *season).await?;
                    let asker = Asker::load(tx, *account, *season).await?;
                    policy::may_answer_sheet(asker.season_status)?;
                    let on_sheet = sheet::cases(tx, *season, whose).await?;
                    let ids: Vec<Uuid> = on_sheet.iter().map(|case| case.id).collect();
                    let rows = interests_of(tx, *account, &ids).await?;
                    let parts = parts(tx, &ids).await?;
                    let mut batch = Batch::default();
                    let mut outcomes = Vec::new();
                    let mut answers: Vec<_> = answers.iter().collect();
                    // Whatever leads out of the category decides about the others of it.
                    answers.sort_by_key(|(_, declaration)| {
                        asker.conflicts.effect_of(declaration) != Some(Effect::OutOfCategory)
                    });
                    for (case, declaration) in answers {
                        let Some(there) = on_sheet.iter().find(|there| there.id == case.0) else {
                            return Err(StoreError::NotFound);
                        };
                        let row = rows.get(&case.0);
                        let matter = Asked::on_sheet(there, row)?;
                        if matter.status.is_kept()
                            || batch.has(case.0)
                            || matter.status.is_open() && *declaration == Declaration::None
                        {
                            continue;
                        }
                        let answer = (&matter, declaration);
                        let parts = parts.get(&case.0);
                        let outcome = asker
                            .answer(tx, moment, answer, Place::Sheet, parts, &mut batch)
                            .await?;
                        outcomes.push((*case, outcome));
                    }
                    batch.write(tx, moment).await?;
                    drop_sheet(tx, *account, *season).await?;
                    Ok(outcomes)
                })
            },
        )
        .await
}

/// Where an answer is given: only the gate opens a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Sheet,
    Gate,
}

/// Who answers, in which season, under which policy.
struct Asker {
    judge: JudgeRow,
    season: SeasonId,
    season_status: season::Status,
    conflicts: ConflictPolicy,
}

/// The question that is answered.
struct Asked {
    id: Option<InterestId>,
    status: Status,
    confirmed: bool,
    case: CaseId,
    category: CategoryId,
}

impl Asked {
    fn at_gate(held: &Held) -> Self {
        Self {
            id: Some(held.interest),
            status: held.interest_status,
            confirmed: held.confirmed,
            case: held.case,
            category: held.category,
        }
    }

    fn on_sheet(case: &cases::Model, row: Option<&interests::Model>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.map(|row| row.id.into()),
            status: match row {
                Some(row) => Status::parse(&row.status)?,
                None => Status::Asked,
            },
            confirmed: row.is_some_and(|row| row.confirmed_at.is_some()),
            case: case.id.into(),
            category: case.category_id.into(),
        })
    }
}

impl Asker {
    async fn load(tx: &Tx, account: AccountId, season: SeasonId) -> Result<Self, StoreError> {
        let row = accounts::Entity::find_by_id(account.0)
            .one(tx)
            .await?
            .ok_or(StoreError::NotFound)?;
        let season = seasons::load(tx, season).await?;
        Ok(Self {
            judge: JudgeRow {
                id: row.id,
                person_id: row.person_id,
                email: row.email,
            },
            season: season.id,
            season_status: season.status,
            conflicts: rule_sets::load(tx, season.id).await?.conflict_policy(),
        })
    }

    /// The answer of the sheet is still so: the case opens.
    fn confirm(&self, moment: &Moment, asked: &Asked, batch: &mut Batch) -> Outcome {
        if let Some(id) = asked.id.filter(|_| !asked.confirmed) {
            batch.updates.push(interests::ActiveModel {
                id: Set(id.0),
                confirmed_at: Set(Some(moment.at())),
                ..Default::default()
            });
            let fact = Fact::new(FactKind::InterestConfirmed)
                .in_season(self.season)
                .about(id)
                .with_id("case", asked.case)
                .with_id("judge", self.judge.id)
                .with("status", asked.status.as_str());
            batch.facts.push(fact);
        }
        Outcome {
            status: asked.status,
            effect: None,
        }
    }

    async fn answer(
        &self,
        tx: &Tx,
        moment: &Moment,
        (asked, declaration): (&Asked, &Declaration),
        place: Place,
        parts: Option<&Parts>,
        batch: &mut Batch,
    ) -> Result<Outcome, StoreError> {
        let has_a_part = parts.is_some_and(|parts| parts.include(&self.judge));
        // What they answer is then no matter, so that it is taken from wherever the interest stands.
        let event = match asked.status {
            Status::None if has_a_part => Event::Declare,
            Status::MayJudge if has_a_part => Event::Recuse,
            _ => declaration.event(),
        };
        policy::may_declare(self.season_status, asked.status, event)?;
        if asked.confirmed {
            // The case has been read: whoever finds a conflict now steps out of it.
            return Err(Refusal::from(NotPossible {
                status: asked.status,
                event,
            })
            .into());
        }
        let id = asked.id.unwrap_or_else(|| moment.id());
        let (status, kind, effect) = if has_a_part {
            let out = recused_for_a_part()?;
            (out, Some(Kind::Part), Some(Effect::OutOfCase))
        } else {
            let declared = asked.status.after(event).map_err(Refusal::from)?;
            let effect = self.conflicts.effect_of(declaration);
            let status = match effect.and_then(Effect::event) {
                Some(ruling) => declared.after(ruling).map_err(Refusal::from)?,
                None => declared,
            };
            (status, declaration.kind(), effect)
        };
        let words = declaration.words().filter(|_| !has_a_part);
        let by_itself = effect.is_some_and(|effect| effect.event().is_some());
        // Whatever was said at the gate itself is not asked there again, not even after a ruling.
        let confirmed = place == Place::Gate;
        let row = interests::ActiveModel {
            id: Set(id.0),
            status: Set(status.as_str().to_owned()),
            kind: Set(kind.map(|kind| kind.as_str().to_owned())),
            words: Set(words.map(ToOwned::to_owned)),
            declared_at: Set(Some(moment.at())),
            ruled_by: Set(None),
            ruling_reason: Set(None),
            ruled_at: Set(by_itself.then(|| moment.at())),
            effect: Set(effect.map(|effect| effect.as_str().to_owned())),
            confirmed_at: Set(confirmed.then(|| moment.at())),
            ..Default::default()
        };
        batch.put(moment, (asked.id.is_some(), asked.case), self.judge.id, row);
        let mut fact = self.declared(id, asked.case, status, kind, effect);
        if let Some(words) = words {
            fact = fact.saying("words", PersonId(self.judge.person_id), words);
        }
        batch.facts.push(fact);
        if status == Status::Recused {
            recuse_assignments(tx, asked.case, self.judge.id.into()).await?;
            if effect == Some(Effect::OutOfCategory) {
                self.leave_category(tx, moment, asked, kind, batch).await?;
            }
        }
        Ok(Outcome { status, effect })
    }

    /// Recuses from every other case of the category.
    async fn leave_category(
        &self,
        tx: &Tx,
        moment: &Moment,
        because: &Asked,
        kind: Option<Kind>,
        batch: &mut Batch,
    ) -> Result<(), StoreError> {
        let others = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(because.category.0))
            .filter(cases::Column::Id.ne(because.case.0))
            .order_by_asc(cases::Column::Number)
            .all(tx)
            .await?;
        let ids: Vec<Uuid> = others.iter().map(|case| case.id).collect();
        let rows = interests_of(tx, self.judge.id.into(), &ids).await?;
        for case in &others {
            let asked = Asked::on_sheet(case, rows.get(&case.id))?;
            if asked.status == Status::Recused || batch.has(case.id) {
                continue;
            }
            let status = out_of(asked.status)?;
            let id = asked.id.unwrap_or_else(|| moment.id());
            let effect = Some(Effect::OutOfCategory);
            let row = interests::ActiveModel {
                id: Set(id.0),
                status: Set(status.as_str().to_owned()),
                kind: Set(kind.map(|kind| kind.as_str().to_owned())),
                ruled_at: Set(Some(moment.at())),
                effect: Set(effect.map(|effect| effect.as_str().to_owned())),
                ..Default::default()
            };
            batch.put(moment, (asked.id.is_some(), asked.case), self.judge.id, row);
            batch
                .facts
                .push(self.declared(id, asked.case, status, kind, effect));
            recuse_assignments(tx, asked.case, self.judge.id.into()).await?;
        }
        Ok(())
    }

    fn declared(
        &self,
        id: InterestId,
        case: CaseId,
        status: Status,
        kind: Option<Kind>,
        effect: Option<Effect>,
    ) -> Fact {
        let fact = declared(self.season, id, case, self.judge.id.into(), status, kind);
        match effect {
            Some(effect) => fact.with("effect", effect.as_str()),
            None => fact,
        }
    }
}

/// The way out of a case from wherever an interest stands.
pub(super) fn out_of(status: Status) -> Result<Status, Refusal> {
    use plaudit_domain::interest::Event::{Declare, Recuse, RuleRecused};
    match status {
        Status::Asked => Ok(status.after(Declare)?.after(RuleRecused)?),
        Status::Declared | Status::Unsure => Ok(status.after(RuleRecused)?),
        Status::None | Status::MayJudge | Status::Recused => Ok(status.after(Recuse)?),
    }
}

/// The account's interests in these cases, by case.
pub(super) async fn interests_of(
    tx: &Tx,
    account: AccountId,
    of: &[Uuid],
) -> Result<BTreeMap<Uuid, interests::Model>, StoreError> {
    Ok(interests::Entity::find()
        .filter(interests::Column::JudgeId.eq(account.0))
        .filter(interests::Column::CaseId.is_in(of.iter().copied()))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| (row.case_id, row))
        .collect())
}
