//! Scorecards in the store: drafts, submits, changes, and the lock.

use super::*;

#[tokio::test]
async fn a_draft_is_kept_and_is_no_fact() {
    let (store, _folder) = empty_store().await;
    let (_panel, judge, id, rules) = open_case(&store).await;
    let mut half = all(&rules, 3);
    half.steps.pop_last();
    let version = scorecards::save(&store, &now(), judge, id, half.clone(), 0)
        .await
        .expect("saved");
    assert_eq!(version, 1);
    assert_eq!(status(&store, id).await, "scoring");
    // A score that was taken off the form is taken off the scorecard.
    half.steps.pop_first();
    scorecards::save(&store, &now(), judge, id, half.clone(), 1)
        .await
        .expect("saved");
    let row = scorecards::row(store.read(), id).await.expect("a row");
    assert_eq!(
        scorecards::read(store.read(), row.as_ref())
            .await
            .expect("scores"),
        half
    );
    let kinds = ["scorecard-submitted", "scorecard-changed"];
    assert_eq!(noted(&store, &kinds).await, []);
}

#[tokio::test]
async fn a_save_from_an_older_version_is_stale_and_changes_nothing() {
    let (store, _folder) = empty_store().await;
    let (_panel, judge, id, rules) = open_case(&store).await;
    scorecards::save(&store, &now(), judge, id, all(&rules, 3), 0)
        .await
        .expect("saved");
    let stale = scorecards::save(&store, &now(), judge, id, all(&rules, 1), 0).await;
    assert!(matches!(stale, Err(StoreError::Stale)));
    let row = scorecards::row(store.read(), id).await.expect("a row");
    let kept = scorecards::read(store.read(), row.as_ref())
        .await
        .expect("scores");
    assert_eq!(kept, all(&rules, 3));
}

#[tokio::test]
async fn a_submit_needs_every_score_and_a_change_after_it_is_a_fact_with_both_values() {
    let (store, _folder) = empty_store().await;
    let (_panel, judge, id, rules) = open_case(&store).await;
    let mut half = all(&rules, 3);
    half.steps.pop_last();
    let refused = scorecards::submit(&store, &now(), judge, id, half, 0).await;
    assert!(matches!(
        refused,
        Err(StoreError::Refused(Refusal::ScoresMissing { missing: 1 }))
    ));
    assert!(
        scorecards::row(store.read(), id)
            .await
            .expect("a query")
            .is_none(),
        "a refusal writes nothing"
    );
    for _ in 0..2 {
        // The second is a double click.
        scorecards::submit(&store, &now(), judge, id, all(&rules, 3), 0)
            .await
            .expect("submitted");
    }
    let late = scorecards::save(&store, &now(), judge, id, all(&rules, 1), 1).await;
    assert!(matches!(
        late,
        Err(StoreError::Refused(Refusal::NotPossible { .. }))
    ));
    scorecards::reopen(&store, &now(), judge, id)
        .await
        .expect("reopened");
    let mut changed = all(&rules, 3);
    let first = rules.criteria[0].id;
    changed.steps.insert(first, 5);
    scorecards::submit(&store, &now(), judge, id, changed, 2)
        .await
        .expect("submitted again");
    let facts = noted(
        &store,
        &[
            "scorecard-submitted",
            "scorecard-reopened",
            "scorecard-changed",
        ],
    )
    .await;
    let kinds: Vec<&str> = facts.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "scorecard-submitted",
            "scorecard-reopened",
            "scorecard-changed",
            "scorecard-submitted"
        ]
    );
    assert_eq!(
        facts[2].1["changes"],
        serde_json::json!([[first.to_string(), [3], [5]]])
    );
    assert!(facts[0].1["comment"]["hmac"].is_string());
}

#[tokio::test]
async fn a_score_off_its_scale_is_refused() {
    let (store, _folder) = empty_store().await;
    let (_panel, judge, id, rules) = open_case(&store).await;
    let off = Scores {
        steps: BTreeMap::from([(rules.criteria[0].id, 6)]),
        ..Scores::default()
    };
    let refused = scorecards::save(&store, &now(), judge, id, off, 0).await;
    assert!(matches!(
        refused,
        Err(StoreError::Refused(Refusal::OffScale))
    ));
    assert_eq!(status(&store, id).await, "published");
}

#[tokio::test]
async fn the_deliberation_locks_what_is_in_and_nothing_is_scored_any_more() {
    let (store, _folder) = empty_store().await;
    let (panel, judge, id, rules) = open_case(&store).await;
    scorecards::submit(&store, &now(), judge, id, all(&rules, 3), 0)
        .await
        .expect("submitted");
    let reason = Some("One judge does not answer.");
    move_on(&store, &panel, season::Event::BeginDeliberation, reason).await;
    assert_eq!(
        status(&store, id).await,
        assignment::Status::Locked.as_str()
    );
    let reopened = scorecards::reopen(&store, &now(), judge, id).await;
    assert!(matches!(
        reopened,
        Err(StoreError::Refused(Refusal::MeetingBegun))
    ));
    let facts = noted(&store, &["assignment-moved"]).await;
    assert_eq!(facts.len(), 1);
    assert_eq!(facts[0].1["count"], 1);
}

#[tokio::test]
async fn another_judges_assignment_is_not_found() {
    let (store, _folder) = empty_store().await;
    let panel = in_judging(&store, 2, 1).await;
    let mine = assignment(&store, panel.judges[0], panel.cases[0]).await;
    let other = panel.judges[1];
    let by = now();
    assert_eq!(by.by, Actor::System);
    let declared = interests::declare(&store, &by, other, mine, Declaration::None).await;
    assert!(matches!(declared, Err(StoreError::NotFound)));
    let saved = scorecards::save(&store, &by, other, mine, Scores::default(), 0).await;
    assert!(matches!(saved, Err(StoreError::NotFound)));
    let reopened = scorecards::reopen(&store, &by, other, mine).await;
    assert!(matches!(reopened, Err(StoreError::NotFound)));
}
