//! `/admin/judges/{season}`.

use axum::http::StatusCode;
use plaudit_domain::ids::MembershipId;
use plaudit_web::paths::{
    accounts::InvitationAcceptance,
    admin::{JudgeInvitation, JudgeReminder, JudgeRemoval, Judges},
    judging::{Desk, Scorecard},
};

use crate::judging::panel::{Panel, all, score_fields};
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, JUDGES},
};

async fn list(panel: &Panel) -> (Client, Page) {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser
        .open(Judges {
            season: panel.season,
        })
        .await
        .ok();
    (browser, page)
}

/// The membership of the judge in this row of the table, read off the link that removes them.
fn membership(page: &Page, row: usize) -> MembershipId {
    let removals = page.attributes("td a[href$='/removal']", "href");
    removals[row]
        .split('/')
        .nth(4)
        .and_then(|id| id.parse().ok())
        .expect("a membership")
}

#[tokio::test]
async fn the_list_says_how_far_each_judge_is() {
    let panel = Panel::judging(2).await;
    let (mut judge, assignment, card) = panel.scorecard(JUDGES[1]).await;
    let fields = score_fields(&card);
    let form = card.form(Scorecard { assignment });
    judge
        .send(form.press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();
    let (_, page) = list(&panel).await;
    let said: Vec<_> = page.table()[1..]
        .iter()
        .map(|row| (row[0].clone(), row[2].clone(), row[3].clone()))
        .collect();
    let row = |index: usize, done: &str| {
        let judge = JUDGES[index];
        (
            format!("{} {}", judge.name, judge.address),
            "Judging".to_owned(),
            format!("{done} of 2 scored"),
        )
    };
    assert_eq!(said, [row(0, "0"), row(1, "1"), row(2, "0")]);
}

#[tokio::test]
async fn a_judge_who_is_invited_late_finds_every_case_on_their_desk() {
    let panel = Panel::judging(2).await;
    let (mut browser, page) = list(&panel).await;
    let path = Judges {
        season: panel.season,
    };
    let wrong = browser
        .send(
            page.form(&path),
            &[("name", " "), ("email", JUDGES[0].address)],
        )
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.problems(),
        [
            "Enter the person’s name",
            "The person’s email address is already in use"
        ]
    );
    let late = [("name", "Esi Quaye"), ("email", "esi.quaye@judges.example")];
    let form = wrong.form(&path).forged("go-on", "yes");
    let page = browser.send(form, &late).await.ok();
    assert!(page.table()[4][2].starts_with("Invited Asked "));
    let again = JudgeInvitation {
        season: panel.season,
        membership: membership(&page, 3),
    };
    browser.send(page.form(&again), &[]).await.ok();

    let letter = panel.site.letter_to("esi.quaye@judges.example").await;
    let token = letter.link("/accounts/invitations/");
    let token = token.rsplit('/').next().expect("a token").to_owned();
    let mut judge = panel.site.visitor();
    let invitation = judge
        .open(format!("/accounts/invitations/{token}"))
        .await
        .ok();
    let acceptance = InvitationAcceptance { token };
    judge.send(invitation.form(&acceptance), &[]).await.ok();
    let desk = judge.open(Desk).await.ok();
    assert!(desk.text().contains("0 of 2 cases scored"));
    let letter = panel.site.letter_to("esi.quaye@judges.example").await;
    assert_eq!(
        letter.subject,
        "Your cases are ready: IT-progress award 2027"
    );
}

#[tokio::test]
async fn a_reminder_says_what_is_left_and_stops_when_nothing_is() {
    let panel = Panel::judging(1).await;
    let (mut browser, page) = list(&panel).await;
    let reminder = JudgeReminder {
        season: panel.season,
        membership: membership(&page, 0),
    };
    browser.send(page.form(&reminder), &[]).await.ok();
    let letter = panel.site.letter_to(JUDGES[0].address).await;
    assert_eq!(
        letter.subject,
        "Cases are waiting for you: IT-progress award 2027"
    );
    assert!(
        letter
            .text
            .contains("One case is left for you to score in the IT-progress award 2027.")
    );
    assert_eq!(letter.link("/judging"), Desk.to_string());

    let (mut judge, assignment, card) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&card);
    let form = card.form(Scorecard { assignment });
    judge
        .send(form.press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();
    let (mut browser, page) = list(&panel).await;
    assert!(
        page.forms()
            .iter()
            .all(|form| form.action != reminder.to_string())
    );
    let refused = browser.post::<&str, &str>(&reminder, &[]).await;
    let refused = refused.expect(StatusCode::CONFLICT);
    assert!(refused.text().contains("There is nothing left"));
    let letters = panel.site.letters().await;
    let to_them = letters
        .iter()
        .filter(|letter| letter.to == JUDGES[0].address && letter.subject.starts_with("Cases"))
        .count();
    assert_eq!(to_them, 1);
}

#[tokio::test]
async fn a_removed_judge_keeps_what_is_in_and_can_be_asked_again() {
    let panel = Panel::judging(2).await;
    let (mut judge, assignment, card) = panel.scorecard(JUDGES[0]).await;
    let path = Scorecard { assignment };
    let fields = score_fields(&card);
    judge
        .send(card.form(&path).press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();
    let (mut browser, page) = list(&panel).await;
    let removal = JudgeRemoval {
        season: panel.season,
        membership: membership(&page, 0),
    };
    let asked = browser.open(&removal).await.ok();
    assert_eq!(
        asked.all("main li"),
        [
            "One scorecard of theirs is in. It stays and counts.",
            "One case goes without their scorecard.",
            "Case 2: Nominee 2"
        ]
    );
    let page = browser.send(asked.form(&removal), &[]).await.ok();
    assert_eq!(page.table()[1][2], "Removed");
    judge.get(&path).await.expect(StatusCode::NOT_FOUND);

    let again = [("name", JUDGES[0].name), ("email", JUDGES[0].address)];
    let form = page.form(Judges {
        season: panel.season,
    });
    let form = form.forged("go-on", "yes");
    let page = browser.send(form, &again).await.ok();
    assert!(page.table()[1][2].starts_with("Invited Asked "));
}

#[tokio::test]
async fn the_list_costs_the_same_for_three_judges_and_for_thirty() {
    let panel = Panel::judging(1).await;
    let (mut browser, page) = list(&panel).await;
    let path = Judges {
        season: panel.season,
    };
    let (_, few) = panel.site.statements_of(browser.open(&path)).await;
    for number in 4..=30 {
        let address = format!("judge.{number}@judges.example");
        let invited = [("name", "Another judge"), ("email", address.as_str())];
        let form = page.form(&path).forged("go-on", "yes");
        browser.send(form, &invited).await.ok();
    }
    let (page, many) = panel.site.statements_of(browser.open(&path)).await;
    assert_eq!(page.ok().table().len(), 31);
    assert_eq!(few, many);
}

#[tokio::test]
async fn the_list_is_narrowed_to_those_about_whom_something_can_be_done() {
    let panel = Panel::judging(2).await;
    panel.score(JUDGES[0], &["3", "4"]).await;
    panel.score(JUDGES[1], &["3"]).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Judges {
        season: panel.season,
    };
    let page = browser.open(&path).await.ok();
    assert_eq!(
        page.all(".filter-bar option"),
        [
            "Everybody",
            "Nothing submitted yet (1)",
            "Some left (1)",
            "Nothing left (1)"
        ]
    );
    for (part, judge) in [
        ("finished", JUDGES[0]),
        ("unfinished", JUDGES[1]),
        ("not-begun", JUDGES[2]),
    ] {
        let page = browser.open(format!("{path}?show={part}")).await.ok();
        let rows: Vec<String> = page.table()[1..].iter().map(|row| row[0].clone()).collect();
        assert_eq!(rows, [format!("{} {}", judge.name, judge.address)]);
    }
    let page = browser.open(format!("{path}?show=declined")).await.ok();
    assert_eq!(page.first(".empty-title"), "Nobody here");
    assert_eq!(page.link("Show all"), path.to_string());
    let page = browser.open(format!("{path}?show=nonsense")).await.ok();
    assert_eq!(page.table().len(), 1 + 3);
}
