//! Who has a part in a case, and so can be no judge of it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    StoreError,
    assignments::{Held, JudgeRow},
    entities::{accounts, cases, nominations, people},
};

/// Who has a part in a case: its nominee and its nominators, by person and by address.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    people: BTreeSet<Uuid>,
    addresses: BTreeSet<String>,
}

impl Parts {
    /// Whether this judge is one of them.
    pub(crate) fn include(&self, judge: &JudgeRow) -> bool {
        self.people.contains(&judge.person_id) || self.addresses.contains(&judge.email)
    }
}

#[derive(FromQueryResult)]
struct PartRow {
    case_id: Uuid,
    id: Uuid,
    email: Option<String>,
}

/// Who has a part in each of these cases.
pub(crate) async fn parts(
    conn: &impl ConnectionTrait,
    of: &[Uuid],
) -> Result<BTreeMap<Uuid, Parts>, StoreError> {
    let person = |column| Expr::col((people::Entity, column));
    let mut nominees = Query::select();
    nominees
        .from(cases::Entity)
        .inner_join(
            people::Entity,
            person(people::Column::Id).equals((cases::Entity, cases::Column::NomineeId)),
        )
        .expr_as(Expr::col((cases::Entity, cases::Column::Id)), "case_id")
        .column((people::Entity, people::Column::Id))
        .column((people::Entity, people::Column::Email))
        .and_where(Expr::col((cases::Entity, cases::Column::Id)).is_in(of.iter().copied()));
    let mut named = Query::select();
    named
        .from(nominations::Entity)
        .inner_join(
            people::Entity,
            person(people::Column::Id)
                .equals((nominations::Entity, nominations::Column::NominatorId))
                .or(person(people::Column::Id)
                    .equals((nominations::Entity, nominations::Column::NomineeId))),
        )
        .column((nominations::Entity, nominations::Column::CaseId))
        .column((people::Entity, people::Column::Id))
        .column((people::Entity, people::Column::Email))
        .and_where(
            Expr::col((nominations::Entity, nominations::Column::CaseId)).is_in(of.iter().copied()),
        );
    let mut found: BTreeMap<Uuid, Parts> = BTreeMap::new();
    for select in [nominees, named] {
        for row in conn.query_all(&select).await? {
            let row = PartRow::from_query_result(&row, "")?;
            let parts = found.entry(row.case_id).or_default();
            parts.people.insert(row.id);
            parts.addresses.extend(row.email);
        }
    }
    Ok(found)
}

/// Whether the judge of this assignment has a part in its case.
pub(crate) async fn has_a_part(
    conn: &impl ConnectionTrait,
    held: &Held,
) -> Result<bool, StoreError> {
    let account = accounts::Entity::find_by_id(held.judge.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let judge = JudgeRow {
        id: account.id,
        person_id: account.person_id,
        email: account.email,
    };
    let found = parts(conn, &[held.case.0]).await?;
    Ok(found
        .get(&held.case.0)
        .is_some_and(|parts| parts.include(&judge)))
}
