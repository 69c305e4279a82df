//! What some answers write together, a statement for all that is new.

use std::collections::BTreeSet;

use plaudit_domain::{fact::Fact, ids::CaseId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{Moment, StoreError, entities::interests, ledger, write::Tx};

/// What some answers write: new rows in one statement, changed ones each in its own.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) inserts: Vec<interests::ActiveModel>,
    pub(super) updates: Vec<interests::ActiveModel>,
    pub(super) facts: Vec<Fact>,
    cases: BTreeSet<Uuid>,
}

impl Batch {
    /// Whether a row of this case is among them.
    pub(super) fn has(&self, case: Uuid) -> bool {
        self.cases.contains(&case)
    }

    /// Adds a row: a changed one where there is one already, else a new one of this judge and case.
    pub(super) fn put(
        &mut self,
        moment: &Moment,
        (is_there, case): (bool, CaseId),
        judge: Uuid,
        row: interests::ActiveModel,
    ) {
        self.cases.insert(case.0);
        if is_there {
            self.updates.push(row);
            return;
        }
        let none = interests::ActiveModel {
            words: Set(None),
            kind: Set(None),
            declared_at: Set(Some(moment.at())),
            ruled_by: Set(None),
            ruling_reason: Set(None),
            ruled_at: Set(None),
            effect: Set(None),
            confirmed_at: Set(None),
            ..Default::default()
        };
        self.inserts.push(interests::ActiveModel {
            id: row.id,
            case_id: Set(case.0),
            judge_id: Set(judge),
            status: row.status,
            kind: or(row.kind, none.kind),
            words: or(row.words, none.words),
            declared_at: or(row.declared_at, none.declared_at),
            ruled_by: or(row.ruled_by, none.ruled_by),
            ruling_reason: or(row.ruling_reason, none.ruling_reason),
            ruled_at: or(row.ruled_at, none.ruled_at),
            effect: or(row.effect, none.effect),
            confirmed_at: or(row.confirmed_at, none.confirmed_at),
            created_at: Set(moment.at()),
        });
    }

    /// Writes them.
    pub(super) async fn write(self, tx: &Tx, moment: &Moment) -> Result<(), StoreError> {
        for rows in self.inserts.chunks(1_000) {
            interests::Entity::insert_many(rows.to_vec())
                .exec_without_returning(tx)
                .await?;
        }
        for row in self.updates {
            interests::Entity::update(row)
                .exec_without_returning(tx)
                .await?;
        }
        ledger::note_all(tx, moment, self.facts).await?;
        Ok(())
    }
}

/// What is set, else the other: one statement inserts many rows, so that each must set the same columns.
fn or<V: Into<sea_orm::Value>>(
    set: sea_orm::ActiveValue<V>,
    other: sea_orm::ActiveValue<V>,
) -> sea_orm::ActiveValue<V> {
    if set.is_set() { set } else { other }
}
