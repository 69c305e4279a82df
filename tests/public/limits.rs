//! How much and how often: what is too much is told with the limit's name, and never cut.

use axum::http::StatusCode;
use plaudit_web::config::Limits;
use plaudit_web::paths::public::NominateDraft;
use plaudit_web::shown::nomination_form::field;

use super::filling::{answers_with, nominate, nominate_somebody, open_form, pairs, to_check};
use crate::support::{Client, Page, Site, Stage};

#[tokio::test]
async fn too_many_nominations_from_one_address_wait_and_keep_their_text() {
    let limits = Limits {
        nominations_per_hour: 1,
        ..Limits::none()
    };
    let site = Site::with_limits(Stage::Open, limits).await;
    let mut browser = site.visitor();
    nominate_somebody(&site, &mut browser, &[]).await;
    let checked = to_check(&site, &mut browser, &[(field::NOMINEE_NAME, "Another")]).await;
    let refused = browser
        .submit(checked.form(nominate()), &[])
        .await
        .expect(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.value(field::NOMINEE_NAME), "Another");
    // Elsewhere somebody else goes on.
    nominate_somebody(&site, &mut site.visitor().at([198, 51, 100, 7]), &[]).await;
}

/// The form saves itself, as the script has it do.
async fn save_itself(browser: &mut Client, page: &Page, nominee: &str) -> Page {
    let mut form = page.form(nominate());
    form.action = NominateDraft {
        programme: "it-progress".to_owned(),
    }
    .to_string();
    browser
        .submit(form, &[(field::NOMINEE_NAME, nominee)])
        .await
}

#[tokio::test]
async fn too_many_drafts_from_one_address_wait_and_keep_their_text() {
    let limits = Limits {
        drafts_per_hour: 1,
        ..Limits::none()
    };
    let site = Site::with_limits(Stage::Open, limits).await;
    let mut browser = site.visitor();
    let first = open_form(&site, &mut browser).await;
    save_itself(&mut browser, &first, "Ann").await.ok();
    let second = open_form(&site, &mut browser).await;
    save_itself(&mut browser, &second, "Bea")
        .await
        .expect(StatusCode::TOO_MANY_REQUESTS);
    // A version that was never given does not make it another's draft.
    let form = second.form(nominate()).forged(field::VERSION, "7");
    let refused = browser
        .submit(form, &[(field::NOMINEE_NAME, "Bea")])
        .await
        .expect(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.value(field::NOMINEE_NAME), "Bea");
    // The draft that was begun goes on, and so does somebody elsewhere.
    let form = first.form(nominate()).forged(field::VERSION, "1");
    let typed = [(field::NOMINEE_ROLE, "Clerk")];
    browser
        .submit(form, &typed)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    save_itself(&mut site.visitor().at([198, 51, 100, 7]), &second, "Bea")
        .await
        .ok();
}

#[tokio::test]
async fn too_many_saves_from_one_address_wait() {
    let limits = Limits {
        saves_per_hour: 1,
        ..Limits::none()
    };
    let site = Site::with_limits(Stage::Open, limits).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    save_itself(&mut browser, &page, "Ann").await.ok();
    let refused = save_itself(&mut browser, &page, "Ann")
        .await
        .expect(StatusCode::TOO_MANY_REQUESTS);
    assert!(
        refused
            .header("retry-after")
            .parse::<u64>()
            .is_ok_and(|wait| wait > 60)
    );
}

#[tokio::test]
async fn five_thousand_words_are_kept_counted_refused_and_never_cut() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let first = page.attributes("textarea[name^=answer]", "name").remove(0);
    let pasted = (1..=5_000)
        .map(|number| format!("word{number}"))
        .collect::<Vec<_>>()
        .join(" ");
    let answers = answers_with(&page, &[(&first, &pasted)]);
    // Saved as it is, although it cannot be sent so.
    let form = page.form(nominate()).press(field::PRESSED, "save");
    let draft = browser.send(form, &pairs(&answers)).await.ok();
    let form = browser.open(draft.link("Go on with it")).await.ok();
    assert_eq!(form.value(&first), pasted);
    assert!(
        form.text()
            .contains("5,000 words: that is over the limit of 150"),
        "{}",
        form.excerpt()
    );
    let refused = browser
        .submit(form.form(nominate()), &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        refused.problems(),
        ["Your answer to question 1 must be 150 words or fewer; it has 5,000"]
    );
    assert_eq!(refused.value(&first), pasted);
}

#[tokio::test]
async fn a_name_of_one_letter_and_one_of_two_hundred_are_names() {
    let site = Site::at(Stage::Open).await;
    for name in ["Q".to_owned(), "Ŵ".repeat(200)] {
        let mut browser = site.visitor();
        let typed = [(field::NOMINEE_NAME, name.as_str())];
        let receipt = nominate_somebody(&site, &mut browser, &typed).await;
        let look = browser
            .open(receipt.link("Look at your nomination"))
            .await
            .ok();
        assert_eq!(look.first(".lede"), format!("Nomination of {name}"));
    }
}

#[tokio::test]
async fn a_browser_that_keeps_no_cookies_nominates_too() {
    let site = Site::at(Stage::Open).await;
    // A fresh browser for every step knows nothing of the step before.
    let page = open_form(&site, &mut site.visitor()).await;
    let typed = answers_with(&page, &[]);
    let check = site
        .visitor()
        .submit(page.form(nominate()), &pairs(&typed))
        .await
        .expect(StatusCode::SEE_OTHER);
    let check = check.location().expect("the page of answers").to_owned();
    let checked = site.visitor().open(check).await.ok();
    let sent = site
        .visitor()
        .submit(checked.form(nominate()), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    let receipt = sent.location().expect("the receipt").to_owned();
    let receipt = site.visitor().open(receipt).await.ok();
    assert_eq!(receipt.heading(), "Thank you. We have your nomination.");
}
