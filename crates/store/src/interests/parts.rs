//! Who has a part in a case, and so can be no judge of it.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    fact::Fact,
    ids::{AccountId, CaseId, InterestId, SeasonId},
    interest::{Kind, Status, conflicts::Effect},
    membership::Status as Member,
    reference,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::{found_out, recuse_assignments, recused_for_a_part};
use crate::{
    Moment, StoreError,
    assignments::JudgeRow,
    entities::{accounts, case_references, cases, interests, nominations, people},
    ledger, memberships,
    write::Tx,
};

/// Who has a part in a case: its nominee, its nominators and its referees, by person and by address.
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

    /// Whether one of them has this address.
    pub(crate) fn have_address(&self, address: &str) -> bool {
        self.addresses.contains(address)
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
    let mut referees = Query::select();
    let asked = |column| Expr::col((case_references::Entity, column));
    referees
        .from(case_references::Entity)
        .inner_join(
            people::Entity,
            person(people::Column::Id)
                .equals((case_references::Entity, case_references::Column::RefereeId)),
        )
        .column((case_references::Entity, case_references::Column::CaseId))
        .column((people::Entity, people::Column::Id))
        .column((people::Entity, people::Column::Email))
        .and_where(asked(case_references::Column::CaseId).is_in(of.iter().copied()))
        .and_where(asked(case_references::Column::Status).ne(reference::Status::Replaced.as_str()));
    let mut found: BTreeMap<Uuid, Parts> = BTreeMap::new();
    for select in [nominees, named, referees] {
        for row in conn.query_all(&select).await? {
            let row = PartRow::from_query_result(&row, "")?;
            let parts = found.entry(row.case_id).or_default();
            parts.people.insert(row.id);
            parts.addresses.extend(row.email);
        }
    }
    Ok(found)
}

/// Recuses whoever has an interest in the case, whatever they declared, and has a part in it now: a nomination of theirs was
/// joined to it, or they were named as a referee.
pub(crate) async fn recuse_who_has_a_part(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    case: CaseId,
) -> Result<(), StoreError> {
    let parts = parts(tx, &[case.0]).await?.remove(&case.0);
    let parts = parts.unwrap_or_default();
    let open = interests::Entity::find()
        .filter(interests::Column::CaseId.eq(case.0))
        .filter(interests::Column::Status.ne(Status::Recused.as_str()))
        .all(tx)
        .await?;
    let judges = accounts::Entity::find()
        .filter(accounts::Column::Id.is_in(open.iter().map(|row| row.judge_id)))
        .all(tx)
        .await?;
    let mut facts = Vec::new();
    for row in open {
        let judge = judges.iter().find(|account| account.id == row.judge_id);
        let has_a_part = judge.is_some_and(|account| {
            parts.include(&JudgeRow {
                id: account.id,
                person_id: account.person_id,
                email: account.email.clone(),
            })
        });
        if !has_a_part {
            continue;
        }
        let out = interests::ActiveModel {
            id: Set(row.id),
            status: Set(recused_for_a_part()?.as_str().to_owned()),
            kind: Set(Some(Kind::Part.as_str().to_owned())),
            effect: Set(Some(Effect::OutOfCase.as_str().to_owned())),
            ruled_at: Set(Some(moment.at())),
            ..Default::default()
        };
        interests::Entity::update(out)
            .exec_without_returning(tx)
            .await?;
        let judge = row.judge_id.into();
        recuse_assignments(tx, case, judge).await?;
        facts.push(found_out(season, row.id.into(), case, judge, Kind::Part));
    }
    ledger::note_all(tx, moment, facts).await?;
    Ok(())
}

/// Recuses the judges of the panel who have a part in the case and were not asked yet, so that nobody counts on them.
pub(crate) async fn recuse_unasked_who_have_a_part(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    case: CaseId,
) -> Result<(), StoreError> {
    let parts = parts(tx, &[case.0]).await?.remove(&case.0);
    let parts = parts.unwrap_or_default();
    let asked: BTreeSet<Uuid> = interests::Entity::find()
        .filter(interests::Column::CaseId.eq(case.0))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| row.judge_id)
        .collect();
    let mut facts = Vec::new();
    for (membership, account) in memberships::panel_in(tx, season).await? {
        let judge = JudgeRow {
            id: account.id.0,
            person_id: account.person.0,
            email: account.email.to_string(),
        };
        let scores = membership.status == Member::Active && membership.role.scores();
        if scores && !asked.contains(&judge.id) && parts.include(&judge) {
            facts.push(insert_out(tx, moment, season, (case, account.id)).await?);
        }
    }
    ledger::note_all(tx, moment, facts).await?;
    Ok(())
}

/// Writes down that somebody who was not asked is out of a case for their part in it, and answers with the fact of it.
pub(super) async fn insert_out(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    (case, judge): (CaseId, AccountId),
) -> Result<Fact, StoreError> {
    let id: InterestId = moment.id();
    let out = interests::ActiveModel {
        id: Set(id.0),
        case_id: Set(case.0),
        judge_id: Set(judge.0),
        status: Set(recused_for_a_part()?.as_str().to_owned()),
        kind: Set(Some(Kind::Part.as_str().to_owned())),
        effect: Set(Some(Effect::OutOfCase.as_str().to_owned())),
        ruled_at: Set(Some(moment.at())),
        created_at: Set(moment.at()),
        ..Default::default()
    };
    interests::Entity::insert(out)
        .exec_without_returning(tx)
        .await?;
    Ok(found_out(season, id, case, judge, Kind::Part))
}
