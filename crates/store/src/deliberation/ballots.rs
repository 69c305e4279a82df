//! Ballots on a case: who has voted, and how many papers say what. Whose paper says what is written down nowhere, so a paper
//! cannot be taken back; a tie is talked over, and another ballot opened.

use plaudit_domain::{
    case::{Event, Status as CaseStatus},
    deliberation::{Choice, Count},
    fact::{Fact, FactKind},
    ids::{AccountId, CaseId, CategoryId},
    refusal::Refusal,
    rule_set::Deciding,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::{
    readings,
    room::{Entered, attend, enter, stir},
    table::Table,
};
use crate::{
    Moment, Store, StoreError,
    entities::{ballot_papers, ballot_voters, ballots, cases as case_rows},
    ledger,
    moment::stored,
    rule_sets,
    write::Tx,
};

/// The last ballot on a case.
pub(crate) async fn last(
    conn: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Option<ballots::Model>, StoreError> {
    Ok(ballots::Entity::find()
        .filter(ballots::Column::CaseId.eq(case.0))
        .order_by_desc(ballots::Column::Round)
        .one(conn)
        .await?)
}

/// What the papers of these ballots say.
pub(crate) async fn counts(
    conn: &impl ConnectionTrait,
    ids: Vec<Uuid>,
) -> Result<Vec<(Uuid, Count)>, StoreError> {
    let papers = ballot_papers::Entity::find()
        .filter(ballot_papers::Column::BallotId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    ids.into_iter()
        .map(|id| {
            let mut count = Count::default();
            for row in papers.iter().filter(|row| row.ballot_id == id) {
                let said = u32::try_from(row.papers).map_err(StoreError::unreadable)?;
                count.add(Choice::parse(&row.choice)?, said);
            }
            Ok((id, count))
        })
        .collect()
}

/// What the ballot on a case that was counted last says; none where the last one is still open, or there is none.
pub(crate) async fn counted(
    conn: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Option<Count>, StoreError> {
    match last(conn, case).await? {
        Some(ballot) if ballot.counted_at.is_some() => {
            let count = counts(conn, vec![ballot.id]).await?.pop();
            Ok(count.map(|(_, count)| count))
        }
        _ => Ok(None),
    }
}

/// Opens a ballot on a finalist.
pub async fn open(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (category, case): (CategoryId, CaseId),
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, case),
            |tx, &(ref moment, by, category, case)| {
                Box::pin(async move {
                    let Entered { table, .. } = enter(tx, by, category).await?;
                    refuse_elsewhere(tx, (category, case), (&table, by)).await?;
                    table.may_record(by)?;
                    let rules = rule_sets::load(tx, table.season.id).await?;
                    if rules.meeting.deciding != Deciding::Ballot {
                        return Err(StoreError::NotFound);
                    }
                    let last = last(tx, case).await?;
                    if last.as_ref().is_some_and(|last| last.counted_at.is_none()) {
                        return Ok(());
                    }
                    let id: Uuid = moment.id();
                    let round = last.map_or(1, |last| last.round + 1);
                    let row = ballots::ActiveModel {
                        id: Set(id),
                        case_id: Set(case.0),
                        round: Set(round),
                        opened_at: Set(moment.at()),
                        counted_at: Set(None),
                    };
                    ballots::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::BallotOpened)
                        .in_season(table.season.id)
                        .about(case)
                        .with("round", round);
                    ledger::note(tx, moment, fact).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}

/// Not found where the case is of another category, or somebody is out of it; refused unless it is a finalist without a result.
async fn refuse_elsewhere(
    tx: &Tx,
    (category, case): (CategoryId, CaseId),
    (table, by): (&Table, AccountId),
) -> Result<(), StoreError> {
    let found = case_rows::Entity::find_by_id(case.0)
        .filter(case_rows::Column::CategoryId.eq(category.0))
        .one(tx)
        .await?
        .filter(|_| !table.is_out(by, case))
        .ok_or(StoreError::NotFound)?;
    CaseStatus::parse(&found.status)?.after(Event::Award)?;
    Ok(())
}

/// Votes. Whoever votes is there.
pub async fn vote(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (category, case): (CategoryId, CaseId),
    choice: Choice,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, case, choice),
            |tx, &(ref moment, by, category, case, choice)| {
                Box::pin(async move {
                    let Entered { table, .. } = enter(tx, by, category).await?;
                    refuse_elsewhere(tx, (category, case), (&table, by)).await?;
                    let has_read = readings::of(tx, &[case]).await?.contains(&(case, by));
                    table.may_vote(by, case, has_read)?;
                    let open = ballots::Entity::find()
                        .filter(ballots::Column::CaseId.eq(case.0))
                        .filter(ballots::Column::CountedAt.is_null())
                        .lock_exclusive()
                        .one(tx)
                        .await?
                        .ok_or(Refusal::NoBallot)?;
                    put_in(tx, open.id, by, choice).await?;
                    attend(tx, moment, category, by, true).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}

async fn put_in(tx: &Tx, ballot: Uuid, by: AccountId, choice: Choice) -> Result<(), StoreError> {
    let voter = ballot_voters::ActiveModel {
        ballot_id: Set(ballot),
        account_id: Set(by.0),
    };
    let columns = [
        ballot_voters::Column::BallotId,
        ballot_voters::Column::AccountId,
    ];
    let once = OnConflict::columns(columns).do_nothing().to_owned();
    let written = ballot_voters::Entity::insert(voter)
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    if written == 0 {
        return Err(Refusal::Voted.into());
    }
    let none_yet = ballot_papers::ActiveModel {
        ballot_id: Set(ballot),
        choice: Set(choice.as_str().to_owned()),
        papers: Set(0),
    };
    let columns = [
        ballot_papers::Column::BallotId,
        ballot_papers::Column::Choice,
    ];
    let once = OnConflict::columns(columns).do_nothing().to_owned();
    ballot_papers::Entity::insert(none_yet)
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    ballot_papers::Entity::update_many()
        .col_expr(
            ballot_papers::Column::Papers,
            Expr::col(ballot_papers::Column::Papers).add(1),
        )
        .filter(ballot_papers::Column::BallotId.eq(ballot))
        .filter(ballot_papers::Column::Choice.eq(choice.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Closes the ballot that is open and counts it.
pub async fn count(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (category, case): (CategoryId, CaseId),
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), by, category, case),
            |tx, &(ref moment, by, category, case)| {
                Box::pin(async move {
                    let Entered { table, .. } = enter(tx, by, category).await?;
                    refuse_elsewhere(tx, (category, case), (&table, by)).await?;
                    table.may_record(by)?;
                    let open = last(tx, case)
                        .await?
                        .filter(|ballot| ballot.counted_at.is_none())
                        .ok_or(Refusal::NoBallot)?;
                    let change = ballots::ActiveModel {
                        id: Set(open.id),
                        counted_at: Set(Some(stored(moment.now))),
                        ..Default::default()
                    };
                    ballots::Entity::update(change)
                        .exec_without_returning(tx)
                        .await?;
                    let count = counts(tx, vec![open.id]).await?.pop();
                    let count = count.map(|(_, count)| count).unwrap_or_default();
                    let mut fact = Fact::new(FactKind::BallotCounted)
                        .in_season(table.season.id)
                        .about(case)
                        .with("round", open.round);
                    for choice in Choice::ALL {
                        fact = fact.with(choice.as_str(), i64::from(count.of(*choice)));
                    }
                    ledger::note(tx, moment, fact).await?;
                    stir(tx, category).await
                })
            },
        )
        .await
}
