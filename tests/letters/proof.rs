//! The ledger's head, mailed to a programme's stewards with a resolution where that is wanted.

use axum::http::StatusCode;
use plaudit_domain::ids::ProgrammeId;
use plaudit_store::programmes;
use plaudit_web::paths::admin::{self, History, Stewards, StewardsProof};

use super::forms::forms;
use crate::judging::deliberation::meeting;
use crate::support::{Site, Stage, people::ADMINISTRATOR};

async fn programme(site: &Site) -> ProgrammeId {
    let found = programmes::list(site.store()).await.expect("they are read");
    found[0].id
}

/// How many letters the outbox holds that went to this address.
async fn sent_to(site: &Site, address: &str) -> usize {
    let letters = site.letters().await;
    letters.iter().filter(|letter| letter.to == address).count()
}

#[tokio::test]
async fn the_stewards_who_want_it_get_the_head_of_the_ledger_with_each_resolution() {
    let judged = meeting().await;
    let site = &judged.panel.site;
    let programme = programme(site).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Stewards { programme }).await.ok();
    assert_eq!(
        page.value("addresses"),
        "",
        "it is off until somebody wants it"
    );
    let form = page.form(StewardsProof { programme });
    let typed =
        "executive@society.example\r\n\r\n executive@society.example\r\nboard@council.example";
    let page = browser.send(form, &[("addresses", typed)]).await.ok();
    assert_eq!(
        page.first(".notice"),
        "2 addresses get the proof with each resolution."
    );
    assert_eq!(
        page.value("addresses"),
        "executive@society.example\nboard@council.example"
    );
    assert_eq!(sent_to(site, "board@council.example").await, 0);
    judged.signed().await;
    for address in ["executive@society.example", "board@council.example"] {
        assert_eq!(sent_to(site, address).await, 1, "{address}");
    }
    let letter = site.letter_to("board@council.example").await;
    let category = judged.category;
    let minutes = browser.open(admin::Minutes { category }).await.ok();
    let head = minutes.first(".resolution .digest");
    assert_eq!(head.len(), 64);
    for form in [&letter.text, &letter.html] {
        assert!(form.contains(&head), "{form}");
        assert!(
            form.contains("plaudit verify --ledger --head SEAL"),
            "{form}"
        );
    }
    assert!(!letter.text.contains("Nominee"), "{}", letter.text);
    let said = letter
        .text
        .split_once("Number: ")
        .map_or("", |(_, rest)| rest);
    let number = said.split_whitespace().next().unwrap_or_default();
    assert!(
        number.parse::<u32>().is_ok_and(|number| number > 10),
        "{number}"
    );
    let both = forms(&letter)
        .replace(&format!("Number: {number}"), "Number: (number)")
        .replace(&format!(">{number}<"), ">(number)<");
    insta::assert_snapshot!("proof", both);
    let facts = format!("{History}?kind=proof-addresses-changed");
    let page = browser.open(&facts).await.ok();
    assert_eq!(page.table().len(), 2);
    assert!(
        !page.body().contains("board@council.example"),
        "a fact names nobody"
    );
}

#[tokio::test]
async fn nobody_gets_a_letter_who_did_not_ask_for_it() {
    let judged = meeting().await;
    let before = judged.panel.site.letters().await.len();
    judged.signed().await;
    assert_eq!(judged.panel.site.letters().await.len(), before);
}

#[tokio::test]
async fn an_address_that_is_none_and_a_form_that_is_old_change_nothing() {
    let site = Site::at(Stage::Open).await;
    let programme = programme(&site).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let path = StewardsProof { programme };
    let page = browser.open(Stewards { programme }).await.ok();
    let old = page.form(&path);
    let wrong = "board@council.example\nnobody";
    let refused = browser
        .submit(page.form(&path), &[("addresses", wrong)])
        .await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["“nobody” is not an email address"]);
    assert_eq!(refused.value("addresses"), wrong, "what was typed is kept");
    let many: Vec<String> = (0..21).map(|n| format!("n{n}@council.example")).collect();
    let many = many.join("\n");
    let page = browser.open(Stewards { programme }).await.ok();
    assert_eq!(page.value("addresses"), "", "nothing was written");
    let refused = browser
        .submit(page.form(&path), &[("addresses", many.as_str())])
        .await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["There can be at most 20 addresses"]);

    let page = browser.open(Stewards { programme }).await.ok();
    let new = [("addresses", "board@council.example")];
    browser.send(page.form(&path), &new).await.ok();
    let stale = browser.submit(old, &[("addresses", "")]).await;
    stale.expect(StatusCode::CONFLICT);
    let page = browser.open(Stewards { programme }).await.ok();
    assert_eq!(page.value("addresses"), "board@council.example");
    let none = browser
        .send(page.form(&path), &[("addresses", "")])
        .await
        .ok();
    assert_eq!(none.first(".notice"), "Nobody gets the proof.");
}
