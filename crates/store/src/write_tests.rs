//! What the door promises: together or alone, refused or failed, every caller learns what became of their own job.

use plaudit_domain::{person::Person, refusal::Refusal};
use sea_orm::{DbErr, EntityTrait, PaginatorTrait};

use crate::{
    Moment, Store, StoreError,
    builders::{empty_store, moment},
    entities::people as rows,
    people,
};

fn person(name: &str) -> Person {
    Person {
        name: name.into(),
        email: None,
        telephone: None,
        role: None,
        employer: None,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Kept,
    RefusedFirst,
    FailsAfterWriting,
    Panics,
}

async fn attempt(store: &Store, moment: &Moment, fate: Fate) -> Result<(), StoreError> {
    store
        .write((moment.clone(), fate), |tx, (moment, fate)| {
            Box::pin(async move {
                if *fate == Fate::RefusedFirst {
                    return Err(Refusal::Taken.into());
                }
                people::insert(tx, moment, &person("Somebody")).await?;
                match fate {
                    Fate::FailsAfterWriting => Err(DbErr::Custom("after the write".into()).into()),
                    Fate::Panics => std::panic::panic_any("in the middle"),
                    Fate::Kept | Fate::RefusedFirst => Ok(()),
                }
            })
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn among_many_at_once_each_job_meets_its_own_fate() {
    let (store, _folder) = empty_store().await;
    let moment = moment("2027-01-04T10:00:00Z");
    let fates = (0..300).map(|number| match number % 50 {
        7 | 19 => Fate::RefusedFirst,
        23 => Fate::FailsAfterWriting,
        41 => Fate::Panics,
        _ => Fate::Kept,
    });
    let tasks: Vec<_> = fates
        .map(|fate| {
            let (store, moment) = (store.clone(), moment.clone());
            tokio::spawn(async move { (fate, attempt(&store, &moment, fate).await) })
        })
        .collect();
    let mut kept = 0;
    for task in tasks {
        let (fate, result) = task.await.expect("the task ends");
        match fate {
            Fate::Kept => {
                result.expect("it is kept");
                kept += 1;
            }
            Fate::RefusedFirst => {
                assert!(matches!(result, Err(StoreError::Refused(Refusal::Taken))));
            }
            Fate::FailsAfterWriting | Fate::Panics => {
                assert!(matches!(result, Err(StoreError::Database(_))));
            }
        }
    }
    let there = rows::Entity::find()
        .count(store.read())
        .await
        .expect("a count");
    assert_eq!(there, kept);
}

#[tokio::test]
async fn a_refusal_after_a_write_keeps_nothing() {
    let (store, _folder) = empty_store().await;
    let result: Result<(), _> = store
        .write(moment("2027-01-04T10:00:00Z"), |tx, moment| {
            Box::pin(async move {
                people::insert(tx, moment, &person("Nobody")).await?;
                Err(Refusal::Taken.into())
            })
        })
        .await;
    assert!(matches!(result, Err(StoreError::Refused(Refusal::Taken))));
    assert_eq!(
        rows::Entity::find()
            .count(store.read())
            .await
            .expect("a count"),
        0
    );
}

#[tokio::test]
async fn nothing_passes_a_closed_door_and_what_was_let_in_is_answered() {
    let (store, _folder) = empty_store().await;
    let moment = moment("2027-01-04T10:00:00Z");
    attempt(&store, &moment, Fate::Kept)
        .await
        .expect("it is kept");
    store.close().await.expect("it closes");
    assert!(matches!(
        attempt(&store, &moment, Fate::Kept).await,
        Err(StoreError::Database(_))
    ));
}
