//! What the letter of an invitation says, how often it is sent again by itself, and what is said first once judging has begun:
//! `/admin/judges/{season}`.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::membership::{Role, Scope};
use plaudit_domain::person::Email;
use plaudit_store::memberships::{self, Ask, Invitation};
use plaudit_web::paths::{
    admin::{Assignment, Judges},
    judging::Desk,
};

use crate::judging::panel::Panel;
use crate::support::{Site, Stage, people::ADMINISTRATOR};

const ESI: &str = "esi.quaye@judges.example";

async fn invite(site: &Site, ask: Ask) -> plaudit_domain::ids::MembershipId {
    let invitation = Invitation {
        name: "Esi Quaye".to_owned(),
        email: Email::parse(ESI).expect("an address"),
        role: Role::Judge,
        scope: Scope::Season(site.season().await.id),
        of_what: "the award for progress in IT, 2027".to_owned(),
        language: "en".to_owned(),
    };
    memberships::invite_to_work(site.store(), &site.moment(), invitation, ask)
        .await
        .expect("she is invited")
}

/// How many letters went to her, after what is due by itself was queued.
async fn letters(site: &Site) -> usize {
    memberships::remind_invited(site.store(), &site.moment())
        .await
        .expect("it is looked at");
    let letters = site.letters().await;
    letters.iter().filter(|letter| letter.to == ESI).count()
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

#[tokio::test]
async fn the_letter_says_role_load_and_dates() {
    let site = Site::at(Stage::Open).await;
    let ask = Ask {
        cases: Some(12),
        minutes: Some(30),
        answer_by: Some(site.moment().now + days(10)),
    };
    invite(&site, ask).await;
    let letter = site.letter_to(ESI).await;
    for said in [
        "About 12 cases of some 30 minutes each: 6 hours in all",
        "Judging is after",
        "13 May 2027",
        "The panel meets at",
        "10 June 2027",
        "Please answer by",
        "19 February 2027",
    ] {
        assert!(letter.text.contains(said), "{said}: {}", letter.text);
    }
    assert!(letter.subject.starts_with("Invitation: "));
}

#[tokio::test]
async fn an_unanswered_invitation_is_sent_again_after_a_week_and_twice_at_most() {
    let site = Site::at(Stage::Open).await;
    invite(&site, Ask::default()).await;
    assert_eq!(letters(&site).await, 1);
    site.wait(days(6));
    assert_eq!(letters(&site).await, 1);
    site.wait(days(1));
    assert_eq!(letters(&site).await, 2);
    let again = site.letter_to(ESI).await;
    assert!(again.subject.starts_with("Reminder of the invitation: "));
    assert!(
        again
            .text
            .contains("You have not answered this invitation yet.")
    );
    site.wait(days(7));
    assert_eq!(letters(&site).await, 3);
    site.wait(days(60));
    assert_eq!(letters(&site).await, 3);
}

#[tokio::test]
async fn whoever_answers_or_is_late_is_not_reminded() {
    let site = Site::at(Stage::Open).await;
    let membership = invite(&site, Ask::default()).await;
    letters(&site).await;
    site.wait(days(7));
    // Queued, and answered before it goes out: it does not go out.
    memberships::remind_invited(site.store(), &site.moment())
        .await
        .expect("it is queued");
    let minted = memberships::mint_invitation(site.store(), &site.moment(), membership)
        .await
        .expect("a link");
    memberships::decline(site.store(), &site.moment(), &minted.token, None)
        .await
        .expect("she declines");
    assert_eq!(letters(&site).await, 1);
    site.wait(days(30));
    assert_eq!(letters(&site).await, 1);

    let ask = Ask {
        answer_by: Some(site.moment().now + days(7)),
        ..Ask::default()
    };
    invite(&site, ask).await;
    assert_eq!(letters(&site).await, 2);
    site.wait(days(7));
    assert_eq!(letters(&site).await, 2, "the answer was due");
}

#[tokio::test]
async fn a_judge_who_is_added_during_judging_is_told_of_first_and_led_in() {
    let panel = Panel::judging(2).await;
    let season = panel.season;
    let path = Judges { season };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("every case is laid on their desk"));
    assert!(
        page.text()
            .contains("sent the letter again by itself after 7 days, 2 times at most")
    );
    let esi = [("name", "Esi Quaye"), ("email", ESI)];
    let first = browser
        .send(page.form(&path), &esi)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        first
            .heading()
            .contains("What it means if Esi Quaye accepts")
    );
    assert!(
        first
            .text()
            .contains("2 cases are laid on their desk at once")
    );
    assert!(
        first
            .text()
            .contains("No case depends on them for its quorum of 3.")
    );
    let listed = memberships::panel(panel.site.store(), season).await;
    assert_eq!(listed.expect("the panel").len(), 3, "nobody was invited");
    browser.send(first.form(&path), &[]).await.ok();
    let history = browser
        .open("/admin/history?kind=member-invited")
        .await
        .ok();
    assert!(
        history.text().contains("during: judging"),
        "{}",
        history.excerpt()
    );
    let letter = panel.site.letter_to(ESI).await;
    let token = letter.link("/accounts/invitations/");
    let mut esi = panel.site.visitor();
    let offer = esi.open(&token).await.ok();
    let acceptance = format!("{token}/acceptance");
    esi.send(offer.form(&acceptance), &[]).await.ok();
    let desk = esi.open(Desk).await.ok();
    assert!(desk.text().contains("You are new here."));
    assert!(
        desk.link("Say on one sheet whom you know")
            .starts_with("/accounts/interests/")
    );

    // An observer reads nothing and is asked at once.
    let observer = [
        ("name", "Finn Moss"),
        ("email", "finn.moss@judges.example"),
        ("role", "observer"),
    ];
    let page = browser.open(&path).await.ok();
    let done = browser.send(page.form(&path), &observer).await.ok();
    assert!(
        done.text()
            .contains("The invitation to Finn Moss is on its way to finn.moss@judges.example.")
    );
}

#[tokio::test]
async fn where_there_is_a_plan_the_page_says_that_whoever_joins_waits_for_the_next_one() {
    let panel = Panel::screening(2).await;
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Assignment { season };
    let form = browser.open(&path).await.ok().form(&path);
    let options = [("reviews", "2"), ("most", "9"), ("chance", "0")];
    browser.send(form, &options).await.ok();
    let page = browser.open(Judges { season }).await.ok();
    assert!(
        page.text()
            .contains("this season gives cases out by a plan")
    );
    assert!(!page.text().contains("every case is laid on their desk"));
}
