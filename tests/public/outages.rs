//! A database that is away, or that somebody else holds: what is typed stays in the page, and nothing is half-written.

use axum::http::StatusCode;
use plaudit_domain::nomination::Status;
use plaudit_store::reports::nomination;
use plaudit_store::secrets::Token;
use plaudit_web::paths::public::NominateDraft;
use plaudit_web::shown::nomination_form::field;

use super::filling::{NOMINATOR, answers, key_of, nominate, open_form, pairs, to_check};
use crate::support::{Site, Stage};

#[tokio::test]
async fn a_database_that_is_away_leaves_the_typing_in_the_page() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let answers = answers(&page);
    site.store().close().await.expect("it closes");
    let away = browser
        .submit(page.form(nominate()), &pairs(&answers))
        .await
        .expect(StatusCode::SERVICE_UNAVAILABLE);
    let form = away.form(nominate());
    for (name, value) in &answers {
        assert!(
            form.fields
                .iter()
                .any(|(field, kept)| field == name && kept == value),
            "{name} is lost"
        );
    }
}

#[tokio::test]
async fn a_database_that_somebody_else_holds_keeps_the_typing_and_takes_it_once_it_is_free() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let key = Token::parse(&key_of(&checked)).expect("a key");
    let form = checked.form(nominate());
    let held = site.database.hold().await;
    let refused = browser
        .submit(form.clone(), &[])
        .await
        .expect(StatusCode::SERVICE_UNAVAILABLE);
    let again = refused.form(nominate());
    for pair in form.pairs() {
        assert!(again.fields.contains(&pair), "{pair:?} is lost");
    }
    held.release().await;
    let (_, kept) = nomination::by_key(site.store(), site.moment().now, &key)
        .await
        .expect("the database answers")
        .expect("the draft is there");
    assert_eq!(
        (kept.status, kept.version, kept.submission.is_some()),
        (Status::Draft, 1, false)
    );
    let letters = async || {
        let letters = site.letters().await.into_iter();
        letters.filter(|letter| letter.to == NOMINATOR).count()
    };
    assert_eq!(letters().await, 0);
    let receipt = browser.send(again, &[]).await.ok();
    assert_eq!(receipt.heading(), "Thank you. We have your nomination.");
    assert_eq!(letters().await, 1);
}

#[tokio::test]
async fn a_form_that_cannot_save_itself_now_is_told_so_and_saves_itself_later() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let mut form = page.form(nominate());
    form.action = NominateDraft {
        programme: "it-progress".to_owned(),
    }
    .to_string();
    let typed = [(field::NOMINEE_NAME, "Ann")];
    let held = site.database.hold().await;
    browser
        .submit(form.clone(), &typed)
        .await
        .expect(StatusCode::SERVICE_UNAVAILABLE);
    held.release().await;
    let saved = browser.submit(form, &typed).await.ok();
    assert_eq!(saved.body(), r#"{"saved_at":"10:01 GMT","version":1}"#);
}
