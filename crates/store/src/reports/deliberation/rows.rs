//! The cases of a room, as one of those at its table sees them.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    case::Status as CaseStatus,
    deliberation::Count,
    ids::{AccountId, CaseId, CategoryId},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    super::{names::Named, shortlist::decisions},
    BallotRow, CaseRow,
};
use crate::{
    Store, StoreError, cases as case_operations,
    deliberation::{
        ballots, readings,
        table::{CONTENDING, Table},
    },
    entities::{ballot_voters, ballots as ballot_rows, cases},
    kept::Kept,
    standings,
};

/// What the rows of a room are made from.
pub(super) struct Seen<'a> {
    pub(super) table: &'a Table,
    pub(super) kept: &'a Kept,
    pub(super) present: &'a BTreeSet<AccountId>,
    pub(super) named: &'a BTreeMap<Uuid, Named>,
    pub(super) account: AccountId,
}

impl Seen<'_> {
    /// The cases that a meeting may take, by number.
    pub(super) async fn rows(
        &self,
        store: &Store,
        category: CategoryId,
        stood: &standings::Stood,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let conn = store.read();
        let mut there = CONTENDING.map(CaseStatus::as_str).to_vec();
        there.push(CaseStatus::InJudging.as_str());
        let mut found = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(category.0))
            .filter(cases::Column::Status.is_in(there))
            .filter(cases::Column::Id.is_not_in(self.kept.cases.iter().copied()))
            .find_also_linked(case_operations::Nominee)
            .all(conn)
            .await?;
        found.retain(|(case, _)| !self.table.is_out(self.account, case.id.into()));
        found.sort_by_key(|(case, _)| case.number);
        let ids: Vec<CaseId> = found.iter().map(|(case, _)| case.id.into()).collect();
        let read = readings::of(conn, &ids).await?;
        let mut decided = decisions(store, &ids).await?;
        let mut ballots = ballots_of(conn, &ids, self.account).await?;
        let voters = self.table.voters();
        let name = |account: &AccountId| {
            let found = self.named.get(&account.0);
            found.cloned().unwrap_or(Named::Unknown)
        };
        found
            .into_iter()
            .map(|(row, person)| {
                let case = case_operations::read(&row)?;
                let person = person.filter(|person| person.erased_at.is_none());
                let unread = voters
                    .intersection(self.present)
                    .filter(|voter| !read.contains(&(case.id, **voter)));
                Ok(CaseRow {
                    case: case.id,
                    number: row.number,
                    version: case.version,
                    nominee: person.as_ref().map(|person| person.name.clone()),
                    employer: person.and_then(|person| person.employer),
                    status: case.status,
                    place: stood.standing.of_case(case.id).cloned(),
                    out: self.table.out_of(case.id).iter().map(name).collect(),
                    unread: unread.map(name).collect(),
                    is_read: !self.table.role(self.account)?.scores()
                        || read.contains(&(case.id, self.account)),
                    decisions: decided.remove(&case.id).unwrap_or_default(),
                    ballots: ballots.remove(&case.id).unwrap_or_default(),
                })
            })
            .collect()
    }
}

/// The ballots on these cases, the latest of each first.
async fn ballots_of(
    conn: &impl ConnectionTrait,
    ids: &[CaseId],
    account: AccountId,
) -> Result<BTreeMap<CaseId, Vec<BallotRow>>, StoreError> {
    let mut rows = ballot_rows::Entity::find()
        .filter(ballot_rows::Column::CaseId.is_in(ids.iter().map(|case| case.0)))
        .all(conn)
        .await?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.round));
    let those: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let voters = ballot_voters::Entity::find()
        .filter(ballot_voters::Column::BallotId.is_in(those.iter().copied()))
        .all(conn)
        .await?;
    let counts: BTreeMap<Uuid, Count> = ballots::counts(conn, those).await?.into_iter().collect();
    let mut by_case: BTreeMap<CaseId, Vec<BallotRow>> = BTreeMap::new();
    for row in rows {
        let of_this = || voters.iter().filter(|voter| voter.ballot_id == row.id);
        by_case
            .entry(row.case_id.into())
            .or_default()
            .push(BallotRow {
                round: row.round,
                voted: of_this().count(),
                has_voted: of_this().any(|voter| voter.account_id == account.0),
                // What an open ballot says so far is for nobody.
                count: row.counted_at.and_then(|_| counts.get(&row.id).copied()),
            });
    }
    Ok(by_case)
}
