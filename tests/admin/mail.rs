//! `/admin/mail`.

use axum::http::StatusCode;
use plaudit_web::paths::admin::{Mail, TrialLetter};

use crate::support::{Site, Stage, people::ADMINISTRATOR};

#[tokio::test]
async fn the_page_says_how_letters_go_out_and_what_the_senders_domain_needs() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Mail).await.ok();
    assert_eq!(page.heading(), "Do letters arrive?");
    let text = page.text();
    assert!(text.contains("As files in the folder"), "{text}");
    for record in ["v=spf1", "_domainkey.", "_dmarc."] {
        assert!(text.contains(record), "{record}");
    }
}

#[tokio::test]
async fn a_trial_letter_goes_to_the_address_by_a_post_alone() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Mail).await.ok();
    let form = page.form(TrialLetter);
    let wrong = browser.submit(form.clone(), &[("email", "nobody")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let trials = async || {
        let letters = site.letters().await;
        let to: Vec<String> = letters
            .into_iter()
            .filter(|letter| letter.subject.starts_with("A trial letter"))
            .map(|letter| letter.to)
            .collect();
        to
    };
    assert_eq!(trials().await, Vec::<String>::new());
    let page = browser
        .send(form, &[("email", "outside@elsewhere.example")])
        .await
        .ok();
    let notice = page.first(".notice");
    assert!(
        notice.starts_with(
            "The trial letter to outside@elsewhere.example becomes a file in the folder "
        ),
        "{notice}"
    );
    assert_eq!(trials().await, ["outside@elsewhere.example"]);
}
