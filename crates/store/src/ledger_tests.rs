//! What the ledger promises: it is sealed in order, it holds, and what was altered is found and named.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::PersonId,
    person::Person,
};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Store,
    builders::{empty_store, moment},
    entities::{fact_words, person_keys},
    ledger::{self, LedgerFault},
    people,
};

/// Three facts, the second with words about a person.
async fn three_facts(store: &Store) -> PersonId {
    let noted = store
        .write(moment("2027-01-04T10:00:00Z"), |tx, moment| {
            Box::pin(async move {
                let person = Person {
                    name: "Siân Ŵyn".into(),
                    email: None,
                    telephone: None,
                    role: None,
                    employer: None,
                };
                let about = people::insert(tx, moment, &person).await?;
                ledger::note(
                    tx,
                    moment,
                    Fact::new(FactKind::ProgrammeChanged).with("number", 1),
                )
                .await?;
                let spoken = Fact::new(FactKind::NominationMoved).saying(
                    "reason",
                    about,
                    "she said she did it",
                );
                ledger::note(tx, moment, spoken).await?;
                ledger::note(
                    tx,
                    moment,
                    Fact::new(FactKind::ProgrammeChanged).with("number", 3),
                )
                .await?;
                Ok(about)
            })
        })
        .await;
    noted.expect("three facts")
}

async fn alter(store: &Store, sql: &str) {
    store
        .write(sql.to_owned(), |tx, sql| {
            Box::pin(async move {
                tx.execute_unprepared(sql).await?;
                Ok(())
            })
        })
        .await
        .expect("it is altered");
}

#[tokio::test]
async fn facts_are_sealed_once_in_order_and_hold() {
    let (store, _folder) = empty_store().await;
    three_facts(&store).await;
    let before = ledger::verify(&store).await.expect("it is read");
    assert_eq!((before.sealed, before.unsealed, before.head), (0, 3, None));
    assert_eq!(ledger::seal(&store).await.expect("it is sealed"), 3);
    assert_eq!(ledger::seal(&store).await.expect("it is sealed"), 0);
    let after = ledger::verify(&store).await.expect("it is read");
    assert_eq!((after.sealed, after.unsealed, after.faults), (3, 0, vec![]));
    assert_eq!(after.head.map(|head| head.len()), Some(64));
}

#[tokio::test]
async fn sealing_goes_on_from_the_last_seal() {
    let (store, _folder) = empty_store().await;
    for _ in 0..3 {
        three_facts(&store).await;
        ledger::seal(&store).await.expect("it is sealed");
    }
    let found = ledger::verify(&store).await.expect("it is read");
    assert_eq!((found.sealed, found.faults), (9, vec![]));
}

#[tokio::test]
async fn an_altered_a_removed_and_a_reworded_fact_are_named() {
    let (store, _folder) = empty_store().await;
    three_facts(&store).await;
    ledger::seal(&store).await.expect("it is sealed");

    alter(
        &store,
        "UPDATE facts SET body = '{\"number\":7}' WHERE number = 1",
    )
    .await;
    let found = ledger::verify(&store).await.expect("it is read");
    assert_eq!(found.faults, [LedgerFault::Altered { number: 1 }]);

    alter(&store, "UPDATE fact_words SET words = 'he said so'").await;
    let found = ledger::verify(&store).await.expect("it is read");
    let reworded = LedgerFault::WordsAltered {
        number: Some(2),
        name: "reason".into(),
    };
    assert_eq!(found.faults, [reworded, LedgerFault::Altered { number: 1 }]);

    alter(&store, "DELETE FROM fact_words").await;
    let found = ledger::verify(&store).await.expect("it is read");
    let gone = LedgerFault::WordsMissing {
        number: Some(2),
        name: "reason".into(),
    };
    assert_eq!(found.faults, [gone, LedgerFault::Altered { number: 1 }]);

    alter(&store, "DELETE FROM facts WHERE number = 2").await;
    let found = ledger::verify(&store).await.expect("it is read");
    let expected = [
        LedgerFault::Altered { number: 1 },
        LedgerFault::Gap { number: 2 },
        LedgerFault::Unchained { number: 3 },
    ];
    assert_eq!(found.faults, expected);
}

#[tokio::test]
async fn a_person_can_be_erased_and_the_ledger_still_holds() {
    let (store, _folder) = empty_store().await;
    let about = three_facts(&store).await;
    ledger::seal(&store).await.expect("it is sealed");
    store
        .write(about, |tx, about| {
            Box::pin(async move {
                use sea_orm::ColumnTrait;
                fact_words::Entity::delete_many()
                    .filter(fact_words::Column::PersonId.eq(about.0))
                    .exec(tx)
                    .await?;
                person_keys::Entity::delete_by_id(about.0).exec(tx).await?;
                Ok(())
            })
        })
        .await
        .expect("she is erased");
    let found = ledger::verify(&store).await.expect("it is read");
    assert_eq!((found.sealed, found.faults), (3, vec![]));
}

#[tokio::test]
async fn whatever_a_fact_says_cannot_be_changed_unseen() {
    for change in [
        "id = randomblob(16)",
        "at = '2001-01-01T00:00:00+00:00'",
        "kind = 'exported'",
        "actor_id = randomblob(16)",
        "season_id = randomblob(16)",
        "subject_id = randomblob(16)",
        "body = '{}'",
        "number = 7",
        "number = -7",
        "number = NULL",
        "previous = NULL",
        "seal = NULL",
    ] {
        let (store, _folder) = empty_store().await;
        three_facts(&store).await;
        ledger::seal(&store).await.expect("it is sealed");
        alter(
            &store,
            &format!("UPDATE facts SET {change} WHERE number = 1"),
        )
        .await;
        let found = ledger::verify(&store).await.expect("it is read");
        assert_ne!(found.faults, [], "{change}");
    }
}

#[tokio::test]
async fn a_fact_that_is_slipped_in_before_the_first_is_named() {
    let (store, _folder) = empty_store().await;
    three_facts(&store).await;
    ledger::seal(&store).await.expect("it is sealed");
    alter(
        &store,
        "INSERT INTO facts SELECT randomblob(16), at, 'exported', actor_id, season_id, subject_id, body, 0, previous, seal \
         FROM facts WHERE number = 1",
    )
    .await;
    let found = ledger::verify(&store).await.expect("it is read");
    assert_eq!(found.faults, [LedgerFault::OutOfTurn { number: 0 }]);
}
