//! A nominator's own pages: `/nominations/{key}`.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::season::Event;
use plaudit_store::{ledger, nominations, seasons};
use plaudit_web::paths::public::{
    Nomination, NominationCheck, NominationConfirmation, NominationForm, NominationReceipt,
    NominationRenewal, NominationWithdrawal,
};
use plaudit_web::shown::nomination_form::field;

use super::filling::{
    NOMINATOR, answers_with, key_of, nominate, nominate_somebody, number_of, pairs,
};
use crate::support::{Site, Stage};

#[tokio::test]
async fn the_letters_link_shows_a_button_and_only_its_post_confirms_the_address() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let by_letter = site.letter_to(NOMINATOR).await.link("/nominations/");
    let key = by_letter.rsplit('/').next().unwrap_or_default().to_owned();
    let confirmation = NominationConfirmation { key };
    for _ in 0..2 {
        let page = browser.open(&by_letter).await.ok();
        assert!(
            page.text()
                .contains("Confirm that this is your email address")
        );
    }
    // The form's own key has not been through the mail: it shows nothing, and confirms nothing.
    let own = Nomination {
        key: key_of(&receipt),
    };
    assert!(
        browser
            .open(own.clone())
            .await
            .ok()
            .text()
            .contains("is not confirmed yet")
    );
    let planted = NominationConfirmation {
        key: key_of(&receipt),
    };
    browser.post(planted, &[("", "")]).await;
    assert!(
        browser
            .open(own.clone())
            .await
            .ok()
            .text()
            .contains("is not confirmed yet")
    );

    let page = browser.open(&by_letter).await.ok();
    let done = browser
        .send(page.form(confirmation.clone()), &[])
        .await
        .ok();
    assert_eq!(
        done.first(".notice"),
        "Thank you. Your address is confirmed."
    );
    // Once more changes nothing.
    browser
        .post(confirmation, &[("", "")])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert!(
        browser
            .open(own)
            .await
            .ok()
            .text()
            .contains("You confirmed your address at")
    );
}

#[tokio::test]
async fn another_key_and_no_key_are_not_found() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let mut other = key_of(&receipt);
    other.replace_range(..1, if other.starts_with('0') { "1" } else { "0" });
    for key in [other, "x".to_owned()] {
        let key = || key.clone();
        for page in [
            Nomination { key: key() }.to_string(),
            NominationForm { key: key() }.to_string(),
            NominationCheck { key: key() }.to_string(),
            NominationReceipt { key: key() }.to_string(),
            NominationWithdrawal { key: key() }.to_string(),
        ] {
            browser.get(page).await.expect(StatusCode::NOT_FOUND);
        }
        for change in [
            NominationWithdrawal { key: key() }.to_string(),
            NominationRenewal { key: key() }.to_string(),
        ] {
            let answer = browser.post(change, &[("", "")]).await;
            answer.expect(StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn a_nomination_is_amended_until_the_close_under_the_same_number() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let look = browser
        .open(receipt.link("Look at your nomination"))
        .await
        .ok();
    let form = browser.open(look.link("Change it")).await.ok();
    assert_eq!(form.value("claim[0].to"), "September 2026");
    let number = number_of(&receipt);
    assert_eq!(
        form.heading(),
        format!("IT-progress award Change your nomination {number}")
    );
    assert_eq!(form.link(&format!("Nomination {number}")), look.path);
    assert!(
        form.text()
            .contains("What you sent stands until you send the changes.")
    );
    for word in ["ten minutes", "Nothing is sent yet"] {
        assert!(!form.text().contains(word), "{word}");
    }
    site.wait(SignedDuration::from_mins(5));
    let wrong = browser.submit(form.form(nominate()), &[(field::NOMINEE_NAME, "")]);
    let wrong = wrong.await.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.heading(), form.heading());
    let changed = answers_with(&form, &[("claim[0].after", "Nobody types anything in.")]);
    let checked = browser
        .send(wrong.form(nominate()), &pairs(&changed))
        .await
        .ok();
    assert_eq!(checked.all("main button"), ["Send the changes"]);
    assert_eq!(
        checked.first(".lede"),
        "What you sent stands until you press the button at the end."
    );
    let again = browser.send(checked.form(nominate()), &[]).await.ok();
    assert_eq!(again.heading(), "Thank you. We have your changes.");
    assert_eq!(number_of(&again), number_of(&receipt));
    let look = browser
        .open(again.link("Look at your nomination"))
        .await
        .ok();
    assert!(look.text().contains("Nobody types anything in."));
    assert!(!look.text().contains("Forms are read once."));
}

#[tokio::test]
async fn a_new_address_is_not_confirmed_by_the_old_one() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let by_letter = site.letter_to(NOMINATOR).await.link("/nominations/");
    let page = browser.open(&by_letter).await.ok();
    let key = by_letter.rsplit('/').next().unwrap_or_default().to_owned();
    browser
        .send(page.form(NominationConfirmation { key }), &[])
        .await
        .ok();
    let form = browser
        .open(NominationForm {
            key: key_of(&receipt),
        })
        .await
        .ok();
    let changed = answers_with(&form, &[(field::NOMINATOR_EMAIL, "other@marrowby.example")]);
    let checked = browser
        .send(form.form(nominate()), &pairs(&changed))
        .await
        .ok();
    browser.send(checked.form(nominate()), &[]).await.ok();
    let look = browser
        .open(Nomination {
            key: key_of(&receipt),
        })
        .await
        .ok();
    assert!(look.text().contains("is not confirmed yet"));
    assert!(
        site.letter_to("other@marrowby.example")
            .await
            .text
            .contains("Please confirm that this is your address")
    );
    // Whoever reads the old address opens it no more, and confirms nothing.
    let mut old = site.visitor();
    let key = by_letter.rsplit('/').next().unwrap_or_default().to_owned();
    let page = old.open(&by_letter).await.ok();
    assert!(
        !page
            .text()
            .contains("Please confirm that this is your address")
    );
    assert!(!page.has("form[action*=confirmation]"));
    old.post(NominationConfirmation { key }, &[("", ""); 0])
        .await;
    let look = browser
        .open(Nomination {
            key: key_of(&receipt),
        })
        .await
        .ok();
    assert!(look.text().contains("is not confirmed yet"));
}

#[tokio::test]
async fn a_withdrawal_is_asked_for_twice_and_is_for_good() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let path = NominationWithdrawal {
        key: key_of(&receipt),
    };
    let look = browser
        .open(Nomination {
            key: key_of(&receipt),
        })
        .await
        .ok();
    let asked = browser.open(look.link("Withdraw it")).await.ok();
    assert!(asked.text().contains("This cannot be undone"));
    // Like every page of a nomination it is its programme's.
    assert_eq!(look.all("header a"), asked.all("header a"));
    assert!(
        asked
            .all("header a")
            .contains(&"IT-progress award".to_owned())
    );
    let done = browser.send(asked.form(path.clone()), &[]).await.ok();
    assert_eq!(done.first(".tag"), "Withdrawn");
    let gone = browser.open(&receipt.path).await.ok();
    assert_eq!(gone.path, done.path, "there is no receipt for it any more");
    browser
        .post(path, &[("", "")])
        .await
        .expect(StatusCode::SEE_OTHER);
    let letter = site.letter_to(NOMINATOR).await;
    assert_eq!(
        letter.subject,
        format!("Nomination {} is withdrawn", number_of(&receipt))
    );
    let verified = {
        ledger::seal(site.store()).await.expect("it is sealed");
        ledger::verify(site.store()).await.expect("it is read")
    };
    assert_eq!(verified.faults, []);
}

#[tokio::test]
async fn a_form_of_a_withdrawn_nomination_becomes_a_new_one_with_its_text() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let form = browser
        .open(NominationForm {
            key: key_of(&receipt),
        })
        .await
        .ok();
    browser
        .post(
            NominationWithdrawal {
                key: key_of(&receipt),
            },
            &[("", "")],
        )
        .await;
    let kept = browser
        .submit(
            form.form(nominate()).press(field::PRESSED, "add-claim"),
            &[(field::NOMINEE_ROLE, "Chief")],
        )
        .await
        .ok();
    assert!(
        kept.text()
            .contains("has been withdrawn. What you typed is kept as a new one.")
    );
    assert_eq!(kept.value(field::NOMINEE_ROLE), "Chief");
    assert_ne!(kept.value(field::KEY), key_of(&receipt));
}

#[tokio::test]
async fn nobody_withdraws_once_judging_has_begun() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    site.wait(SignedDuration::from_hours(24 * 30));
    let season = site.season().await.id;
    for event in [Event::Close, Event::BeginJudging] {
        seasons::move_on(site.store(), &site.moment(), season, event, None)
            .await
            .expect("it moves on");
    }
    let path = NominationWithdrawal {
        key: key_of(&receipt),
    };
    browser
        .post(path, &[("", "")])
        .await
        .expect(StatusCode::CONFLICT);
    let look = browser
        .open(Nomination {
            key: key_of(&receipt),
        })
        .await
        .ok();
    assert_eq!(look.first(".tag"), "Sent");
    assert!(!look.text().contains("Withdraw it"));
}

#[tokio::test]
async fn an_unconfirmed_nomination_is_chased_once() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    nominate_somebody(&site, &mut browser, &[]).await;
    let chase = async || {
        nominations::chase_unconfirmed(site.store(), &site.moment())
            .await
            .expect("it runs")
    };
    assert_eq!(chase().await, 0);
    site.wait(SignedDuration::from_hours(73));
    assert_eq!([chase().await, chase().await], [1, 0]);
    let letter = site.letter_to(NOMINATOR).await;
    assert!(letter.subject.starts_with("Please confirm your address"));
    let page = browser.open(letter.link("/nominations/")).await.ok();
    assert!(
        page.text()
            .contains("Confirm that this is your email address")
    );
}

#[tokio::test]
async fn an_expired_link_sends_a_new_one() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    nominate_somebody(&site, &mut browser, &[]).await;
    let link = site.letter_to(NOMINATOR).await.link("/nominations/");
    site.wait(nominations::LETTER_KEY_LASTS);
    let expired = browser.open(&link).await.ok();
    assert_eq!(expired.heading(), "This link has expired");
    let programme = "IT-progress award".to_owned();
    assert!(expired.all("header a").contains(&programme));
    let key = link.rsplit('/').next().unwrap_or_default().to_owned();
    let sent = browser.submit(expired.form(NominationRenewal { key }), &[]);
    assert!(sent.await.ok().all("header a").contains(&programme));
    let renewed = site.letter_to(NOMINATOR).await.link("/nominations/");
    assert_ne!(renewed, link);
    assert!(
        browser
            .open(&renewed)
            .await
            .ok()
            .text()
            .contains("Siân Ŵyn-Okafor")
    );
}

#[tokio::test]
async fn a_name_from_right_to_left_is_set_apart() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt =
        nominate_somebody(&site, &mut browser, &[(field::NOMINEE_NAME, "مريم العلي")]).await;
    let look = browser
        .open(receipt.link("Look at your nomination"))
        .await
        .ok();
    assert_eq!(look.first("bdi[dir=auto]"), "مريم العلي");
}
