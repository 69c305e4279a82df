//! What things are called today: facts and decisions hold ids, and pages show names, as far as they are not erased.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    criterion::Scale,
    ids::{CaseId, NominationId},
    text::Texts,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    StoreError, cases as case_operations,
    entities::{
        accounts, assignments, cases, categories, criteria, interests, letters, memberships,
        nominations, people, programmes, rule_sets as rule_set_rows, scorecards, seasons,
    },
    rule_sets, texts,
};

/// Something that was named by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A person, or the person of an account.
    Person(String),
    /// A person whose words were erased.
    Erased,
    /// A nomination, by its number.
    Nomination(NominationId, String),
    /// A case, by its number and its nominee; the name is none once it is erased.
    Case(CaseId, i64, Option<String>),
    /// A season of a programme.
    Season(Texts, String),
    /// A programme.
    Programme(Texts),
    /// A category.
    Category(Texts),
    /// A criterion, with its scale: what a record keeps of a score is steps up from the lowest point.
    Criterion(Texts, Scale),
    /// A version of a season's rules, by its number.
    RuleSet(i64),
    /// A letter, by the name of its template.
    Letter(String),
    /// What a judge has to do with a case: an interest, an assignment or a scorecard.
    JudgeAndCase(Box<Named>, Box<Named>),
    /// Something without a name of its own, or that is no more.
    Unknown,
}

/// The names of these accounts' people.
pub(crate) async fn accounts(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, Named>, StoreError> {
    let ids: BTreeSet<Uuid> = ids.into_iter().collect();
    let rows = accounts::Entity::find()
        .filter(accounts::Column::Id.is_in(ids))
        .find_also_linked(OwnPerson)
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(account, person)| (account.id, person.map_or(Named::Unknown, person_name)))
        .collect())
}

/// The names of every account's person.
pub(crate) async fn every_account(
    conn: &impl ConnectionTrait,
) -> Result<Vec<(Uuid, Named)>, StoreError> {
    let rows = accounts::Entity::find()
        .find_also_linked(OwnPerson)
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(account, person)| (account.id, person.map_or(Named::Unknown, person_name)))
        .collect())
}

/// From an account to its person.
pub(crate) struct OwnPerson;

impl sea_orm::Linked for OwnPerson {
    type FromEntity = accounts::Entity;
    type ToEntity = people::Entity;

    fn link(&self) -> Vec<sea_orm::LinkDef> {
        let link = accounts::Entity::belongs_to(people::Entity)
            .from(accounts::Column::PersonId)
            .to(people::Column::Id);
        vec![link.into()]
    }
}

/// A person's name, unless it was erased.
pub(crate) fn person_name(person: people::Model) -> Named {
    if person.erased_at.is_some() {
        Named::Erased
    } else {
        Named::Person(person.name)
    }
}

/// The names of whatever these ids are of, with the same number of statements however many there are.
pub(crate) async fn all(
    conn: &impl ConnectionTrait,
    ids: BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Named>, StoreError> {
    let pairs = judges_and_cases(conn, &ids).await?;
    let members: BTreeMap<Uuid, Uuid> = memberships::Entity::find()
        .filter(memberships::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.id, row.account_id))
        .collect();
    let mut wanted = ids;
    wanted.extend(pairs.values().flat_map(|(judge, case)| [*judge, *case]));
    wanted.extend(members.values());
    let mut names = accounts(conn, wanted.iter().copied()).await?;
    let people = people::Entity::find()
        .filter(people::Column::Id.is_in(wanted.iter().copied()))
        .all(conn)
        .await?;
    names.extend(
        people
            .into_iter()
            .map(|person| (person.id, person_name(person))),
    );
    names.extend(things(conn, &wanted).await?);
    let known = |id: &Uuid| names.get(id).cloned().unwrap_or(Named::Unknown);
    let pairs: Vec<(Uuid, Named)> = pairs
        .iter()
        .map(|(id, (judge, case))| {
            let both = Named::JudgeAndCase(Box::new(known(judge)), Box::new(known(case)));
            (*id, both)
        })
        .chain(members.iter().map(|(id, account)| (*id, known(account))))
        .collect();
    names.extend(pairs);
    Ok(names)
}

/// Nominations, cases, seasons, programmes, categories, criteria, versions of rules and letters.
async fn things(
    conn: &impl ConnectionTrait,
    ids: &BTreeSet<Uuid>,
) -> Result<Vec<(Uuid, Named)>, StoreError> {
    let mut names = Vec::new();
    let rows = nominations::Entity::find()
        .filter(nominations::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    names.extend(
        rows.into_iter()
            .map(|row| (row.id, Named::Nomination(row.id.into(), row.number))),
    );
    let rows = cases::Entity::find()
        .filter(cases::Column::Id.is_in(ids.iter().copied()))
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    names.extend(rows.into_iter().map(|(row, person)| {
        let nominee = person
            .filter(|person| person.erased_at.is_none())
            .map(|person| person.name);
        (row.id, Named::Case(row.id.into(), row.number, nominee))
    }));
    let titles: BTreeMap<Uuid, Texts> = programmes::Entity::find()
        .all(conn)
        .await?
        .into_iter()
        .map(|row| Ok((row.id, texts::read(row.title_texts)?)))
        .collect::<Result<_, StoreError>>()?;
    let rows = seasons::Entity::find()
        .filter(seasons::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    names.extend(rows.into_iter().map(|row| {
        let title = titles.get(&row.programme_id).cloned().unwrap_or_default();
        (row.id, Named::Season(title, row.name))
    }));
    names.extend(
        titles
            .into_iter()
            .filter(|(id, _)| ids.contains(id))
            .map(|(id, title)| (id, Named::Programme(title))),
    );
    let rows = categories::Entity::find()
        .filter(categories::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    for row in rows {
        names.push((row.id, Named::Category(texts::read(row.title_texts)?)));
    }
    let rows = criteria::Entity::find()
        .filter(criteria::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    for row in rows {
        let scale = rule_sets::scale(&row)?;
        names.push((
            row.id,
            Named::Criterion(texts::read(row.title_texts)?, scale),
        ));
    }
    let rows = rule_set_rows::Entity::find()
        .filter(rule_set_rows::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    names.extend(
        rows.into_iter()
            .map(|row| (row.id, Named::RuleSet(row.number))),
    );
    let rows = letters::Entity::find()
        .filter(letters::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    names.extend(
        rows.into_iter()
            .map(|row| (row.id, Named::Letter(row.kind))),
    );
    Ok(names)
}

/// The judge and the case behind interests, assignments and scorecards.
async fn judges_and_cases(
    conn: &impl ConnectionTrait,
    ids: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, (Uuid, Uuid)>, StoreError> {
    let cards: BTreeMap<Uuid, Uuid> = scorecards::Entity::find()
        .filter(scorecards::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.id, row.assignment_id))
        .collect();
    let mut wanted: BTreeSet<Uuid> = ids.clone();
    wanted.extend(cards.values());
    let mut pairs: BTreeMap<Uuid, (Uuid, Uuid)> = assignments::Entity::find()
        .filter(assignments::Column::Id.is_in(wanted))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.id, (row.judge_id, row.case_id)))
        .collect();
    let by_card: Vec<_> = cards
        .iter()
        .filter_map(|(card, assignment)| Some((*card, *pairs.get(assignment)?)))
        .collect();
    pairs.extend(by_card);
    let rows = interests::Entity::find()
        .filter(interests::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    pairs.extend(
        rows.into_iter()
            .map(|row| (row.id, (row.judge_id, row.case_id))),
    );
    Ok(pairs)
}
