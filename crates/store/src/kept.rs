//! What is kept from whom: the cases in which somebody has a part, or has declared an interest that was not ruled to be
//! none, with all that belongs to them. Every report of an administrator leaves these out before it counts anything, and
//! every act on one of them is refused.

mod around;

use std::collections::BTreeSet;

use plaudit_domain::{
    ids::{AccountId, CaseId, LetterId},
    interest::{Status, conflicts::Effect},
    refusal::Refusal,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect,
    RelationDef,
};
use uuid::Uuid;

use crate::{
    Actor, Moment, StoreError,
    entities::{accounts, assignments, cases, interests, letters, nominations, people, scorecards},
    references,
    reports::Viewer,
    write::Tx,
};

pub(crate) use around::out_of;

/// What is kept from one account. It is empty for nearly everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The cases.
    pub(crate) cases: BTreeSet<Uuid>,
    /// The nominations that are joined to one of them, or are of or by the same people.
    pub(crate) nominations: BTreeSet<Uuid>,
    /// Their nominees, nominators and referees: letters to them tell of the case.
    pub(crate) people: BTreeSet<Uuid>,
}

impl Kept {
    /// What is kept from this viewer: from an administrator; a judge's reports are scoped by their assignments already.
    pub(crate) async fn of(
        conn: &impl ConnectionTrait,
        viewer: &Viewer,
    ) -> Result<Self, StoreError> {
        match viewer {
            Viewer::Administrator(account) => Self::from(conn, *account).await,
            Viewer::Visitor | Viewer::Judge(_) | Viewer::Chair(_) | Viewer::Panellist(_) => {
                Ok(Self::default())
            }
        }
    }

    /// What is kept from whoever acts: from nobody but people with an account.
    pub(crate) async fn of_actor(
        conn: &impl ConnectionTrait,
        actor: Actor,
    ) -> Result<Self, StoreError> {
        match actor.account() {
            Some(account) => Self::from(conn, account).await,
            None => Ok(Self::default()),
        }
    }

    /// What is kept from this account.
    pub(crate) async fn from(
        conn: &impl ConnectionTrait,
        account: AccountId,
    ) -> Result<Self, StoreError> {
        let mut kept = Self::default();
        kept.add_declared(conn, account).await?;
        kept.add_parts(conn, account).await?;
        if !kept.is_empty() {
            kept.add_what_belongs(conn).await?;
        }
        Ok(kept)
    }

    /// Whether nothing is.
    pub(crate) fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.nominations.is_empty()
    }

    /// Whether this case is.
    pub(crate) fn has(&self, case: CaseId) -> bool {
        self.cases.contains(&case.0)
    }

    /// Refuses an act on this case to whoever it is kept from.
    pub(crate) fn refuse(&self, case: CaseId) -> Result<(), Refusal> {
        if self.has(case) {
            Err(Refusal::OwnInterest)
        } else {
            Ok(())
        }
    }

    /// Hides this case from whoever it is kept from, as if it were not there.
    pub(crate) fn hide(&self, case: CaseId) -> Result<(), StoreError> {
        if self.has(case) {
            Err(StoreError::NotFound)
        } else {
            Ok(())
        }
    }

    /// What a fact may be about: these cases and nominations, with their interests, assignments, scorecards and letters.
    pub(crate) async fn things(
        &self,
        conn: &impl ConnectionTrait,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut things: BTreeSet<Uuid> = self.cases.union(&self.nominations).copied().collect();
        if self.cases.is_empty() {
            return Ok(things);
        }
        let of_case = || self.cases.iter().copied();
        let declared: Vec<Uuid> = interests::Entity::find()
            .select_only()
            .column(interests::Column::Id)
            .filter(interests::Column::CaseId.is_in(of_case()))
            .into_tuple()
            .all(conn)
            .await?;
        let assigned: Vec<Uuid> = assignments::Entity::find()
            .select_only()
            .column(assignments::Column::Id)
            .filter(assignments::Column::CaseId.is_in(of_case()))
            .into_tuple()
            .all(conn)
            .await?;
        let cards: Vec<Uuid> = scorecards::Entity::find()
            .select_only()
            .column(scorecards::Column::Id)
            .filter(scorecards::Column::AssignmentId.is_in(assigned.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        let letters: Vec<Uuid> = letters::Entity::find()
            .select_only()
            .column(letters::Column::Id)
            .filter(letters::Column::PersonId.is_in(self.people.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        things.extend(letters);
        things.extend(declared.into_iter().chain(assigned).chain(cards));
        Ok(things)
    }

    async fn add_declared(
        &mut self,
        conn: &impl ConnectionTrait,
        account: AccountId,
    ) -> Result<(), StoreError> {
        let declared = interests::Entity::find()
            .filter(interests::Column::JudgeId.eq(account.0))
            .filter(interests::Column::Status.is_in(kept_statuses()))
            .all(conn)
            .await?;
        let out_of_category = Effect::OutOfCategory.as_str();
        let wide: Vec<Uuid> = declared
            .iter()
            .filter(|row| row.effect.as_deref() == Some(out_of_category))
            .map(|row| row.case_id)
            .collect();
        self.cases.extend(declared.iter().map(|row| row.case_id));
        if wide.is_empty() {
            return Ok(());
        }
        let categories: Vec<Uuid> = cases::Entity::find()
            .select_only()
            .column(cases::Column::CategoryId)
            .filter(cases::Column::Id.is_in(wide))
            .into_tuple()
            .all(conn)
            .await?;
        let rivals: Vec<Uuid> = cases::Entity::find()
            .select_only()
            .column(cases::Column::Id)
            .filter(cases::Column::CategoryId.is_in(categories))
            .into_tuple()
            .all(conn)
            .await?;
        self.cases.extend(rivals);
        Ok(())
    }

    /// Adds the cases and nominations in which the account is nominee, nominator or referee, by person or by address.
    async fn add_parts(
        &mut self,
        conn: &impl ConnectionTrait,
        account: AccountId,
    ) -> Result<(), StoreError> {
        let them: Vec<Uuid> = people::Entity::find()
            .select_only()
            .column(people::Column::Id)
            .join(JoinType::InnerJoin, same_person())
            .filter(accounts::Column::Id.eq(account.0))
            .into_tuple()
            .all(conn)
            .await?;
        let ours = || them.iter().copied();
        let named: Vec<(Uuid, Option<Uuid>)> = nominations::Entity::find()
            .select_only()
            .column(nominations::Column::Id)
            .column(nominations::Column::CaseId)
            .filter(
                Condition::any()
                    .add(nominations::Column::NomineeId.is_in(ours()))
                    .add(nominations::Column::NominatorId.is_in(ours())),
            )
            .into_tuple()
            .all(conn)
            .await?;
        for (nomination, case) in named {
            self.nominations.insert(nomination);
            self.cases.extend(case);
        }
        let own: Vec<Uuid> = cases::Entity::find()
            .select_only()
            .column(cases::Column::Id)
            .filter(cases::Column::NomineeId.is_in(ours()))
            .into_tuple()
            .all(conn)
            .await?;
        self.cases.extend(own);
        let asked = references::of_people(conn, &them).await?;
        self.cases.extend(asked.iter().map(|row| row.case_id));
        Ok(())
    }

    /// Adds the nominations of these cases, others of the same nominee that are not joined yet, and all their people.
    async fn add_what_belongs(&mut self, conn: &impl ConnectionTrait) -> Result<(), StoreError> {
        let joined = nominations::Entity::find()
            .filter(
                Condition::any()
                    .add(nominations::Column::CaseId.is_in(self.cases.iter().copied()))
                    .add(nominations::Column::Id.is_in(self.nominations.iter().copied())),
            )
            .all(conn)
            .await?;
        let own: Vec<Uuid> = cases::Entity::find()
            .select_only()
            .column(cases::Column::NomineeId)
            .filter(cases::Column::Id.is_in(self.cases.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        let nominees: BTreeSet<Uuid> = joined
            .iter()
            .filter_map(|row| row.nominee_id)
            .chain(own)
            .collect();
        let seasons: BTreeSet<Uuid> = joined.iter().map(|row| row.season_id).collect();
        let mut all = joined;
        all.extend(same_nominees(conn, &nominees, &seasons).await?);
        for row in all {
            self.nominations.insert(row.id);
            self.people.extend(row.nominee_id);
            self.people.extend(row.nominator_id);
        }
        self.people.extend(nominees);
        let asked = references::standing(conn, self.cases.iter().copied()).await?;
        self.people.extend(asked.iter().map(|row| row.referee_id));
        Ok(())
    }
}

/// A letter, for whoever sends it again: not found where it tells of what is kept from them.
pub(crate) async fn letter(
    tx: &Tx,
    moment: &Moment,
    id: LetterId,
) -> Result<letters::Model, StoreError> {
    let row = letters::Entity::find_by_id(id.0)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    let kept = Kept::of_actor(tx, moment.by).await?;
    if row.person_id.is_some_and(|to| kept.people.contains(&to)) {
        return Err(StoreError::NotFound);
    }
    Ok(row)
}

/// Nominations of the same people that wait beside the case: by address, or by name and employer.
async fn same_nominees(
    conn: &impl ConnectionTrait,
    nominees: &BTreeSet<Uuid>,
    seasons: &BTreeSet<Uuid>,
) -> Result<Vec<nominations::Model>, StoreError> {
    let known = people::Entity::find()
        .filter(people::Column::Id.is_in(nominees.iter().copied()))
        .filter(people::Column::ErasedAt.is_null())
        .all(conn)
        .await?;
    let mut alike = Condition::any();
    for person in &known {
        if let Some(email) = &person.email {
            alike = alike.add(people::Column::Email.eq(email));
        }
        let named = Condition::all()
            .add(people::Column::Name.eq(&person.name))
            .add(match &person.employer {
                Some(employer) => people::Column::Employer.eq(employer),
                None => people::Column::Employer.is_null(),
            });
        alike = alike.add(named);
    }
    if known.is_empty() {
        return Ok(Vec::new());
    }
    Ok(nominations::Entity::find()
        .join(JoinType::InnerJoin, nominee())
        .filter(nominations::Column::SeasonId.is_in(seasons.iter().copied()))
        .filter(alike)
        .all(conn)
        .await?)
}

/// The words of the statuses in which an interest keeps its case from whoever has it.
fn kept_statuses() -> impl Iterator<Item = &'static str> {
    Status::ALL
        .iter()
        .filter(|status| status.is_kept())
        .map(|status| status.as_str())
}

/// From a person to the account that is theirs, or has their address.
fn same_person() -> RelationDef {
    let relation: RelationDef = people::Entity::belongs_to(accounts::Entity)
        .from(people::Column::Id)
        .to(accounts::Column::PersonId)
        .into();
    relation
        .condition_type(sea_orm::sea_query::ConditionType::Any)
        .on_condition(|person, account| {
            use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
            Expr::col((person, people::Column::Email))
                .equals((account, accounts::Column::Email))
                .into_condition()
        })
}

fn nominee() -> RelationDef {
    nominations::Entity::belongs_to(people::Entity)
        .from(nominations::Column::NomineeId)
        .to(people::Column::Id)
        .into()
}
