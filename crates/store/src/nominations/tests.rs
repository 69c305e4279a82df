//! Forms that are sent at the same time: each is written once, whatever becomes of the others.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::join_all;
use plaudit_domain::{
    ids::{CategoryId, SeasonId},
    nomination::{Relationship, Submission},
    person::{Email, Person},
    season::Event,
};
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

use super::{Draft, Outcome, Sending, Typed, keep_draft, submit};
use crate::{
    StoreError,
    builders::{empty_store, moment, moved_season},
    entities::{letters, nominations, person_keys},
    ledger, seasons,
    secrets::Token,
};

fn person(name: &str, number: usize) -> Person {
    Person {
        name: format!("{name} {number}"),
        email: Email::parse(&format!("{name}-{number}@council.example")).ok(),
        telephone: None,
        role: None,
        employer: None,
    }
}

fn form(season: SeasonId, category: CategoryId, number: usize) -> Sending {
    Sending {
        key: Token::fresh(),
        season,
        version: 0,
        typed: Typed::default(),
        submission: Submission {
            category,
            nominee: person("nominee", number),
            nominator: person("nominator", number),
            relationship: Relationship::Colleague,
            relationship_words: None,
            eligibility: BTreeMap::new(),
            answers: BTreeMap::new(),
            claims: Vec::new(),
        },
        language: "en".to_owned(),
    }
}

#[tokio::test]
async fn forms_that_are_sent_at_once_share_statements_and_nothing_else() {
    let (store, _folder) = empty_store().await;
    let season = moved_season(&store, &[Event::Open]).await;
    let category = seasons::categories(&store, season)
        .await
        .expect("categories")[0]
        .id;
    let now = moment("2027-02-01T10:00:00Z");
    let mut forms: Vec<Sending> = (0..40)
        .map(|number| form(season, category, number))
        .collect();
    // One is sent twice, one was kept before, and one is for a season that there is not.
    let twice = form(season, category, 40);
    forms.extend([twice.clone(), twice]);
    let kept = form(season, category, 41);
    let draft = Draft {
        key: kept.key.clone(),
        season,
        version: 0,
        typed: Typed(vec![("nominee-name".into(), "nominee 41".into())]),
        sent_since: None,
        letter: None,
    };
    let version = keep_draft(&store, &now, draft)
        .await
        .expect("it is kept")
        .version;
    forms.push(Sending { version, ..kept });
    forms.push(form(Uuid::nil().into(), category, 42));

    let before = store.statements();
    let sent = join_all(forms.into_iter().map(|form| submit(&store, &now, form))).await;
    let statements = store.statements() - before;

    let of = |outcome| {
        sent.iter()
            .flatten()
            .filter(|sent| sent.outcome == outcome)
            .count()
    };
    assert_eq!((of(Outcome::Submitted), of(Outcome::Unchanged)), (42, 1));
    assert!(matches!(sent.last(), Some(Err(StoreError::NotFound))));
    let numbers: BTreeSet<_> = sent.iter().flatten().map(|sent| &sent.number).collect();
    assert_eq!(numbers.len(), 42);
    let conn = store.read();
    let rows = nominations::Entity::find()
        .count(conn)
        .await
        .expect("it counts");
    let queued = letters::Entity::find()
        .count(conn)
        .await
        .expect("it counts");
    let keys = person_keys::Entity::find()
        .count(conn)
        .await
        .expect("it counts");
    assert_eq!((rows, queued), (42, 42));
    assert!(keys >= 84, "everybody has a key: {keys}");
    assert!(statements < 3 * 42, "{statements} statements for 42 forms");

    ledger::seal(&store).await.expect("it seals");
    let found = ledger::verify(&store).await.expect("it reads");
    assert_eq!(found.faults, []);
}
