//! Who answers a letter: a programme's own human being where it is about one of its seasons or nominations, once.

use jiff::SignedDuration;
use plaudit_store::nominations;
use plaudit_web::paths::accounts::SignIn;
use plaudit_web::paths::admin;
use plaudit_web::paths::public::NominationWithdrawal;
use plaudit_web::shown::nomination_form::field;

use crate::public::filling::{NOMINATOR, key_of, nominate, nominate_somebody, open_form};
use crate::support::people::ADMINISTRATOR;
use crate::support::{Letter, Site, Stage};

/// A site whose organisation is answered for by another than its programme.
async fn site() -> Site {
    let site = Site::at(Stage::Open).await;
    let mut desk = site.signed_in(ADMINISTRATOR).await;
    let organisation = desk.open(admin::Organisation).await.ok();
    let form = organisation.form(admin::Organisation);
    let hers = [
        ("contact-name", "Ada Voss"),
        ("contact-email", "office@society.example"),
    ];
    desk.send(form, &hers).await.ok();
    site
}

#[track_caller]
fn assert_answered_by(letter: &Letter, name: &str, address: &str) {
    let said = format!("Questions? Ask {name}: {address}");
    for form in [&letter.text, &letter.html.replace(&link(address), address)] {
        assert_eq!(form.matches("Questions?").count(), 1, "{form}");
        assert!(form.contains(&said), "{form}");
    }
    assert_eq!(letter.reply_to, address, "{}", letter.subject);
}

/// The address as a link, as it looks in every letter.
fn link(address: &str) -> String {
    let style = "color:#84195f;overflow-wrap:anywhere;word-break:break-word;";
    format!("<a class=\"link\" href=\"mailto:{address}\" style=\"{style}\">{address}</a>")
}

#[tokio::test]
async fn a_letter_about_a_nomination_is_answered_by_its_programmes_human_being_and_others_by_the_organisations()
 {
    let site = site().await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let typed = [
        (field::NOMINEE_NAME, "Ann"),
        (field::NOMINATOR_EMAIL, NOMINATOR),
    ];
    let form = page.form(nominate()).press(field::PRESSED, "save");
    browser.send(form, &typed).await.ok();
    let mut letters = vec![site.letter_to(NOMINATOR).await];

    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    letters.push(site.letter_to(NOMINATOR).await);

    site.wait(SignedDuration::from_hours(73));
    nominations::chase_unconfirmed(site.store(), &site.moment())
        .await
        .expect("it runs");
    letters.push(site.letter_to(NOMINATOR).await);

    let withdrawal = NominationWithdrawal {
        key: key_of(&receipt),
    };
    let page = browser.open(withdrawal.clone()).await.ok();
    browser.send(page.form(withdrawal), &[]).await.ok();
    letters.push(site.letter_to(NOMINATOR).await);

    let mut subjects: Vec<&str> = letters.iter().map(|letter| &*letter.subject).collect();
    subjects.dedup();
    assert_eq!(subjects.len(), 4, "{subjects:?}");
    for letter in &letters {
        assert_answered_by(letter, "Olu Bright", "awards@society.example");
        assert!(!letter.text.contains("Ada Voss"), "{}", letter.text);
    }

    site.visitor()
        .post(SignIn, &[("email", ADMINISTRATOR.address)])
        .await;
    let letter = site.letter_to(ADMINISTRATOR.address).await;
    assert_answered_by(&letter, "Ada Voss", "office@society.example");
}
