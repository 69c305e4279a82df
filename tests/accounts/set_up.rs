//! Setting the house up, once: `/accounts/set-up/{token}`.

use axum::http::StatusCode;
use plaudit_store::organisations;
use plaudit_web::paths::{accounts::SetUp, admin};

use crate::support::{Site, Stage, people::ADMINISTRATOR};

const ANSWERS: [(&str, &str); 6] = [
    ("organisation", "Society of Examples"),
    ("contact-name", "Olu Bright"),
    ("contact-email", "awards@society.example"),
    ("contact-telephone", "01632 960001"),
    ("name", "Ann Lee"),
    ("email", "ann.lee@society.example"),
];

async fn link(site: &Site) -> SetUp {
    let token = organisations::set_up_link(site.store(), &site.moment())
        .await
        .expect("a link");
    SetUp {
        token: token.text(),
    }
}

#[tokio::test]
async fn whoever_opens_the_first_link_becomes_the_administrator_once() {
    let site = Site::at(Stage::Bare).await;
    let path = link(&site).await;
    let mut browser = site.visitor();
    let page = browser.open(&path).await.ok();
    assert_eq!(page.heading(), "Set Plaudit up");
    let form = page.form(&path);
    let answer = browser
        .submit(form.clone(), &ANSWERS)
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(
        answer.location(),
        Some(admin::Dashboard.to_string().as_str())
    );
    let organisation = organisations::find(site.store())
        .await
        .expect("it can be read")
        .expect("there is one");
    assert_eq!(organisation.name, "Society of Examples");
    assert_eq!(organisation.contact.telephone.as_str(), "01632 960001");
    site.account(ADMINISTRATOR).await;

    let mut second = site.visitor();
    let page = second
        .submit(form.with(&ANSWERS), &[("organisation", "Usurpers")])
        .await
        .ok();
    assert_eq!(page.heading(), "Plaudit is set up already");
    let organisation = organisations::find(site.store())
        .await
        .expect("it can be read")
        .expect("there is one");
    assert_eq!(organisation.name, "Society of Examples");
}

#[tokio::test]
async fn every_missing_answer_is_said_at_once_and_nothing_typed_is_lost() {
    let site = Site::at(Stage::Bare).await;
    let path = link(&site).await;
    let mut browser = site.visitor();
    let page = browser.open(&path).await.ok();
    let page = browser
        .submit(page.form(&path), &[("organisation", "Society of Examples")])
        .await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems().len(), 5);
    assert_eq!(page.value("organisation"), "Society of Examples");
    assert_eq!(
        organisations::find(site.store())
            .await
            .expect("it can be read"),
        None
    );
}

#[tokio::test]
async fn a_made_up_link_is_no_page() {
    let site = Site::at(Stage::Bare).await;
    let path = SetUp {
        token: "0".repeat(64),
    };
    site.visitor()
        .get(&path)
        .await
        .expect(StatusCode::NOT_FOUND);
    site.visitor()
        .post(&path, &ANSWERS)
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(
        organisations::find(site.store())
            .await
            .expect("it can be read"),
        None
    );
}

#[tokio::test]
async fn a_link_that_was_never_printed_sets_nothing_up_whatever_is_posted_to_it() {
    let site = Site::at(Stage::Bare).await;
    link(&site).await;
    let guessed = SetUp {
        token: "0".repeat(64),
    };
    let mut browser = site.visitor();
    for answers in [&ANSWERS[..], &[]] {
        browser
            .post(&guessed, answers)
            .await
            .expect(StatusCode::NOT_FOUND);
    }
    let organisation = organisations::find(site.store()).await;
    assert!(organisation.expect("it can be read").is_none());
}

#[tokio::test]
async fn of_two_who_use_the_first_link_at_once_one_is_the_administrator() {
    let site = Site::at(Stage::Bare).await;
    let path = link(&site).await;
    let mut browsers = [(); 4].map(|()| site.visitor());
    let answers = browsers
        .iter_mut()
        .map(|browser| browser.post(&path, &ANSWERS));
    let pages = futures_util::future::join_all(answers).await;
    let admitted = pages
        .iter()
        .filter(|page| page.status == StatusCode::SEE_OTHER)
        .count();
    assert_eq!(admitted, 1);
}
