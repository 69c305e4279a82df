//! Who must be out of which case of a category: the same as [`Kept`](super::Kept) says of one account, for several at once.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    ids::{AccountId, CategoryId},
    interest::conflicts::Effect,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect,
    QueryTrait, sea_query::SelectStatement,
};
use uuid::Uuid;

use super::{kept_statuses, same_person};
use crate::{
    StoreError,
    entities::{accounts, cases, interests, nominations, people},
    references,
};

/// For each case of the category those of these accounts from whom it is kept. Costs the same number of statements, however
/// many there are.
pub(crate) async fn out_of(
    conn: &impl ConnectionTrait,
    category: CategoryId,
    ids: &[AccountId],
) -> Result<BTreeMap<Uuid, BTreeSet<AccountId>>, StoreError> {
    let own: Vec<(Uuid, Uuid)> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .column(cases::Column::NomineeId)
        .filter(cases::Column::CategoryId.eq(category.0))
        .into_tuple()
        .all(conn)
        .await?;
    let mut out: BTreeMap<Uuid, BTreeSet<AccountId>> = own
        .iter()
        .map(|(case, _)| (*case, BTreeSet::new()))
        .collect();
    let declared = interests::Entity::find()
        .filter(interests::Column::JudgeId.is_in(ids.iter().map(|id| id.0)))
        .filter(interests::Column::Status.is_in(kept_statuses()))
        .filter(interests::Column::CaseId.in_subquery(of_category(category)))
        .all(conn)
        .await?;
    for row in declared {
        let account = AccountId::from(row.judge_id);
        if row.effect.as_deref() == Some(Effect::OutOfCategory.as_str()) {
            for those in out.values_mut() {
                those.insert(account);
            }
        } else if let Some(those) = out.get_mut(&row.case_id) {
            those.insert(account);
        }
    }
    let them: Vec<(Uuid, Uuid)> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .column_as(accounts::Column::Id, "account")
        .join(JoinType::InnerJoin, same_person())
        .filter(accounts::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .into_tuple()
        .all(conn)
        .await?;
    let ours = || them.iter().map(|(person, _)| *person);
    let named: Vec<(Option<Uuid>, Option<Uuid>, Option<Uuid>)> = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::CaseId)
        .column(nominations::Column::NomineeId)
        .column(nominations::Column::NominatorId)
        .filter(nominations::Column::CaseId.in_subquery(of_category(category)))
        .filter(
            Condition::any()
                .add(nominations::Column::NomineeId.is_in(ours()))
                .add(nominations::Column::NominatorId.is_in(ours())),
        )
        .into_tuple()
        .all(conn)
        .await?;
    let asked = references::standing(conn, out.keys().copied()).await?;
    let parts = named
        .into_iter()
        .flat_map(|(case, nominee, nominator)| [(case, nominee), (case, nominator)])
        .filter_map(|(case, person)| Some((case?, person?)))
        .chain(own)
        .chain(asked.into_iter().map(|row| (row.case_id, row.referee_id)));
    for (case, person) in parts {
        for (_, account) in them.iter().filter(|(ours, _)| *ours == person) {
            out.entry(case).or_default().insert((*account).into());
        }
    }
    Ok(out)
}

fn of_category(category: CategoryId) -> SelectStatement {
    cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .filter(cases::Column::CategoryId.eq(category.0))
        .into_query()
}
