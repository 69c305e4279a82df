//! The close: what comes before it counts, what comes after it is kept, and each page says which of the two it was.

use jiff::SignedDuration;
use plaudit_domain::season::Event;
use plaudit_store::seasons;
use plaudit_web::paths::public::{Nomination, NominationCheck, NominationForm};
use plaudit_web::shown::nomination_form::field;

use super::filling::{
    NOMINATOR, answers, answers_with, key_of, nominate, nominate_somebody, number_of, open_form,
    pairs, to_check,
};
use crate::support::{Site, Stage};

const AFTER_THE_CLOSE: SignedDuration = SignedDuration::from_hours(24 * 24);

#[tokio::test]
async fn a_close_that_passes_while_the_form_is_open_keeps_it_as_lapsed_and_says_so() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    site.wait(AFTER_THE_CLOSE);
    let answers = answers(&page);
    let checked = browser
        .send(page.form(nominate()), &pairs(&answers))
        .await
        .ok();
    assert!(
        checked
            .first(".notice")
            .contains("Nominations have closed."),
        "{}",
        checked.excerpt()
    );
    assert!(checked.text().contains("awards@society.example"));
    let form = NominationForm {
        key: key_of(&checked),
    };
    let lede = browser.open(form).await.ok().first(".lede");
    assert!(lede.starts_with("Nominations closed at noon"), "{lede}");
    let late = browser.send(checked.form(nominate()), &[]).await.ok();
    assert_eq!(late.heading(), "Kept, but it came after the close");
    let look = browser
        .open(late.link("Look at your nomination"))
        .await
        .ok();
    assert_eq!(look.first(".tag"), "Lapsed");
    assert!(look.text().contains("Answer 1, in a few words."));
    let letter = site.letter_to(NOMINATOR).await;
    assert_eq!(
        letter.subject,
        format!("Your nomination {} came after the close", number_of(&late))
    );
}

#[tokio::test]
async fn what_is_received_at_the_deadline_counts() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let closes_at = site.season().await.timetable.closes_at.expect("a close");
    site.wait(closes_at.duration_since(site.moment().now));
    let receipt = browser.send(checked.form(nominate()), &[]).await.ok();
    assert_eq!(receipt.heading(), "Thank you. We have your nomination.");
}

#[tokio::test]
async fn a_draft_lapses_at_the_close_stays_readable_and_lives_again_after_an_extension() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let kept = browser
        .send(
            page.form(nominate()).press(field::PRESSED, "save"),
            &[(field::NOMINEE_NAME, "Ann")],
        )
        .await
        .ok();
    site.wait(AFTER_THE_CLOSE);
    seasons::close_due(site.store(), &site.moment())
        .await
        .expect("it closes");
    let lapsed = browser.open(&kept.path).await.ok();
    assert_eq!(lapsed.first(".tag"), "Lapsed");
    assert!(lapsed.text().contains("Ann"));
    let season = site.season().await.id;
    let closes_at = site.moment().now + SignedDuration::from_hours(24 * 7);
    seasons::extend(
        site.store(),
        &site.moment(),
        season,
        closes_at,
        "Snow.".to_owned(),
    )
    .await
    .expect("it is put off");
    assert_eq!(browser.open(&kept.path).await.ok().first(".tag"), "Draft");
}

#[tokio::test]
async fn an_amendment_that_comes_after_the_close_is_kept_and_what_was_sent_stands() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let form = NominationForm {
        key: key_of(&receipt),
    };
    let page = browser.open(form.clone()).await.ok();
    let check = NominationCheck {
        key: key_of(&receipt),
    };
    site.wait(AFTER_THE_CLOSE);
    for press in ["check", "save", "submit"] {
        let changed = answers_with(&page, &[(field::NOMINEE_ROLE, "Chief")]);
        let form = page.form(nominate()).with(&pairs(&changed));
        let told = browser.send(form.forged(field::PRESSED, press), &[]).await;
        let told = told.ok();
        assert_eq!(key_of(&told), key_of(&receipt));
        assert!(
            told.first(".notice")
                .contains("what you sent before stands"),
            "{press}: {}",
            told.excerpt()
        );
    }
    let own = Nomination {
        key: key_of(&receipt),
    };
    for path in [own.to_string(), form.to_string(), check.to_string()] {
        let look = browser.open(path).await.ok();
        assert_eq!(look.path, own.to_string());
        assert!(look.text().contains(
            "Nominations closed at noon on Thursday 4 March 2027 (Europe/London time, GMT). \
             What you sent stands, and can no longer be changed."
        ));
        assert!(
            look.first("main > section, main .nomination-part")
                .contains("Benefits officer")
        );
        let unsent = look.first("main details");
        assert!(unsent.contains("What you changed and did not send") && unsent.contains("Chief"));
        assert!(!look.text().contains("Change it"));
    }
}

#[tokio::test]
async fn a_season_that_is_called_off_is_told_on_the_private_page() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let season = site.season().await.id;
    let why = Some("No money.".to_owned());
    seasons::move_on(site.store(), &site.moment(), season, Event::Cancel, why)
        .await
        .expect("it is called off");
    let form = NominationForm {
        key: key_of(&receipt),
    };
    let look = browser.open(form).await.ok();
    assert_eq!(
        look.first(".notice"),
        "The 2027 season was called off. Nothing more happens with this nomination."
    );
}
