//! Who has a part in a case, and so can be no judge of it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    StoreError,
    assignments::JudgeRow,
    entities::{cases, nominations, people},
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
