//! How often letters that sign in may be asked for, and in whose name.

use axum::http::StatusCode;
use plaudit_web::config::Limits;
use plaudit_web::paths::accounts;

use super::sign_in::{ask, is_signed_in, letter_to};
use crate::support::{
    Site, Stage,
    people::{ADMINISTRATOR, JUDGES},
};

#[tokio::test]
async fn one_client_may_not_ask_for_letters_without_end() {
    let limits = Limits {
        letters_per_hour: 3,
        ..Limits::none()
    };
    let site = Site::with_limits(Stage::Open, limits).await;
    let mut browser = site.visitor();
    for number in 0..3 {
        ask(&mut browser, &format!("nobody-{number}@society.example")).await;
    }
    let page = browser.open(accounts::SignIn).await.ok();
    let page = browser
        .submit(
            page.form(accounts::SignIn),
            &[("email", ADMINISTRATOR.address)],
        )
        .await;
    assert_eq!(
        page.expect(StatusCode::TOO_MANY_REQUESTS).heading(),
        "Too often in too short a time"
    );
    ask(
        &mut site.visitor().at([198, 51, 100, 7]),
        ADMINISTRATOR.address,
    )
    .await;
}

#[tokio::test]
async fn a_client_that_asks_too_often_for_one_address_waits_and_keeps_what_was_typed() {
    let limits = Limits {
        sign_ins_by_one_client_per_hour: 1,
        ..Limits::none()
    };
    let site = Site::with_limits(Stage::SetUp, limits).await;
    let mut browser = site.visitor();
    letter_to(&site, &mut browser, ADMINISTRATOR).await;
    let page = browser
        .post(accounts::SignIn, &[("email", ADMINISTRATOR.address)])
        .await
        .expect(StatusCode::TOO_MANY_REQUESTS);
    assert_ne!(page.header("retry-after"), "");
    let again = page.form(accounts::SignIn);
    let typed = ("email".to_owned(), ADMINISTRATOR.address.to_owned());
    assert_eq!(again.fields, [typed]);
    // For another address, and elsewhere for the same one, letters still go.
    ask(&mut browser, JUDGES[0].address).await;
    let mut elsewhere = site.visitor().at([198, 51, 100, 7]);
    letter_to(&site, &mut elsewhere, ADMINISTRATOR).await;
}

#[tokio::test]
async fn strangers_who_ask_in_anothers_name_neither_keep_them_out_nor_fill_their_mailbox() {
    let limits = Limits {
        letters_to_one_address_per_hour: 4,
        ..Limits::none()
    };
    let site = Site::with_limits(Stage::SetUp, limits).await;
    for stranger in 1..=9 {
        let mut browser = site.visitor().at([198, 51, 100, stranger]);
        ask(&mut browser, ADMINISTRATOR.address).await;
    }
    let mut browser = site.visitor();
    let told = ask(&mut browser, ADMINISTRATOR.address).await;
    let stranger = ask(&mut browser, "nobody@society.example").await;
    assert_eq!(
        told.replace(ADMINISTRATOR.address, "nobody@society.example"),
        stranger
    );
    let mut letters = site.letters().await;
    letters.retain(|letter| letter.to == ADMINISTRATOR.address);
    assert_eq!(letters.len(), 4);
    // The last of them signs in whoever has the mailbox, wherever it was asked for.
    let link = letters[3].link("/accounts/sign-in/");
    let form = browser.open(&link).await.ok().form(&link);
    browser
        .submit(form, &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert!(is_signed_in(&mut browser).await);
}
