//! Scorecards that whoever presides opens again, with a reason: as a rule after they were locked and the meeting was broken off.
//! What their judge then changes is a fact with both values, as any change after a submit is.

use plaudit_domain::{
    assignment::{Event, Status},
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, PersonId, ScorecardId, SeasonId},
    person::Email,
    policy,
    refusal::Refusal,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Query,
};
use serde::{Deserialize, Serialize};

use crate::{
    Moment, Store, StoreError, assignments, cases, confidentiality,
    entities::{
        accounts, assignments as rows, cases as case_rows, fact_words, facts, scorecards as cards,
    },
    ledger,
    outbox::{self, Merge, NewLetter},
    presiding::Presiding,
    scorecards, seasons, stages,
    write::Tx,
};

/// What the letter to its judge is made of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReopenedLetter {
    /// The judge.
    pub account: AccountId,
    /// The season.
    pub season: SeasonId,
    /// The case's number.
    pub number: i64,
    /// Their assignment of it; an earlier version did not say.
    #[serde(default)]
    pub assignment: Option<AssignmentId>,
}

impl Merge for ReopenedLetter {
    const KIND: &'static str = "scorecard-reopened";
}

/// Opens somebody's scorecard again: it does not count until its judge submits it once more, and they are told by letter.
pub async fn reopen(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (season, assignment): (SeasonId, AssignmentId),
    reason: &str,
    language: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (
                moment.clone(),
                (by, season, assignment),
                reason.to_owned(),
                language.to_owned(),
            ),
            |tx, &(ref moment, (by, season, assignment), ref reason, ref language)| {
                Box::pin(async move {
                    let row = rows::Entity::find_by_id(assignment.0)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let found = case_rows::Entity::find_by_id(row.case_id)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let case = cases::read(&found)?;
                    if cases::season_of(tx, case.category).await?.id != season {
                        return Err(StoreError::NotFound);
                    }
                    let presiding = Presiding::of(tx, by, season).await?;
                    confidentiality::refuse_before_acceptance(tx, by, season).await?;
                    if presiding.is_kept_from(case.id) {
                        return Err(StoreError::NotFound);
                    }
                    presiding.may(case.id)?;
                    let stage = stages::current(tx, season).await?;
                    if stages::id_of(tx, season, stage).await?.0 != row.stage_id {
                        return Err(StoreError::NotFound);
                    }
                    if row.judge_id == by.0 {
                        return Err(Refusal::OwnInterest.into());
                    }
                    let status = Status::parse(&row.status)?;
                    policy::may_reopen_for(seasons::status_held(tx, season).await?, status)?;
                    if reason.trim().is_empty() {
                        return Err(Refusal::ReasonNeeded.into());
                    }
                    let judge = accounts::Entity::find_by_id(row.judge_id)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let open = status.after(Event::ReopenByChair)?;
                    let card = take_back(tx, moment, assignment, (status, open)).await?;
                    let person: PersonId = judge.person_id.into();
                    let fact = Fact::new(FactKind::ScorecardReopened)
                        .in_season(season)
                        .about(card)
                        .with("from", status.as_str())
                        .with("by-whoever-presides", true)
                        .saying("reason", person, reason.as_str());
                    ledger::note(tx, moment, fact).await?;
                    let merge = ReopenedLetter {
                        account: judge.id.into(),
                        season,
                        number: found.number,
                        assignment: Some(assignment),
                    };
                    let address = Email::parse(&judge.email)
                        .map_err(|_| StoreError::unreadable("an account's address"))?;
                    let letter = NewLetter::of(&merge, Some(person), address, language.clone());
                    outbox::queue_all(tx, moment, vec![letter]).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Why a scorecard was last opened again; it lies where erasure can take it.
pub async fn reason(store: &Store, assignment: AssignmentId) -> Result<Option<String>, StoreError> {
    let conn = store.read();
    let Some(card) = scorecards::row(conn, assignment).await? else {
        return Ok(None);
    };
    let mut reopened = Query::select();
    reopened
        .from(facts::Entity)
        .column(facts::Column::Id)
        .and_where(facts::Column::SubjectId.eq(card.id))
        .and_where(facts::Column::Kind.eq(FactKind::ScorecardReopened.as_str()));
    let said = fact_words::Entity::find()
        .filter(fact_words::Column::FactId.in_subquery(reopened))
        .filter(fact_words::Column::Name.eq("reason"))
        .order_by_desc(fact_words::Column::Id)
        .one(conn)
        .await?;
    Ok(said.map(|said| said.words))
}

/// Moves the assignment, and has its scorecard count no more until it is submitted again.
pub(crate) async fn take_back(
    tx: &Tx,
    moment: &Moment,
    assignment: AssignmentId,
    moved: (Status, Status),
) -> Result<ScorecardId, StoreError> {
    let kept = scorecards::row(tx, assignment)
        .await?
        .ok_or(StoreError::NotFound)?;
    let change = cards::ActiveModel {
        id: Set(kept.id),
        submitted_at: Set(None),
        version: Set(kept.version + 1),
        updated_at: Set(moment.at()),
        ..Default::default()
    };
    cards::Entity::update(change)
        .exec_without_returning(tx)
        .await?;
    assignments::set(tx, assignment, moved).await?;
    Ok(kept.id.into())
}
