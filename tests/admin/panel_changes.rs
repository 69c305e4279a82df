//! What happens to a panel half-way: nobody answers, somebody is suspended, the meeting begins without somebody.

use axum::http::StatusCode;
use plaudit_domain::assignment;
use plaudit_domain::ids::MembershipId;
use plaudit_domain::membership::Status;
use plaudit_domain::season;
use plaudit_store::memberships;
use plaudit_web::paths::accounts::{Invitation, InvitationRefusal};
use plaudit_web::paths::admin::{JudgeInvitations, JudgeSuspension, Judges, SeasonDeliberation};
use plaudit_web::paths::judging::{Desk, Scorecard};

use crate::judging::panel::{Panel, all, score_fields, status};
use crate::support::people::{ADMINISTRATOR, JUDGES, Somebody};

async fn place(panel: &Panel, who: Somebody) -> memberships::Membership {
    memberships::panel(panel.site.store(), panel.season)
        .await
        .expect("the panel")
        .into_iter()
        .find(|(_, account)| account.email == who.email())
        .expect("they are on it")
        .0
}

async fn submit_first(panel: &Panel, who: Somebody) -> plaudit_domain::ids::AssignmentId {
    let (mut judge, assignment, card) = panel.scorecard(who).await;
    let fields = score_fields(&card);
    let form = card.form(Scorecard { assignment });
    judge
        .send(form.press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();
    assignment
}

fn suspension(panel: &Panel, membership: MembershipId) -> JudgeSuspension {
    JudgeSuspension {
        season: panel.season,
        membership,
    }
}

#[tokio::test]
async fn a_suspension_says_what_it_costs_needs_a_reason_and_is_for_good() {
    let panel = Panel::judging(2).await;
    submit_first(&panel, JUDGES[0]).await;
    let path = suspension(&panel, place(&panel, JUDGES[0]).await.id);
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let asked = browser.open(&path).await.ok();
    assert_eq!(
        asked.all("main li"),
        [
            "One scorecard of theirs is in. It stays and counts.",
            "One case goes without their scorecard.",
            "Case 2: Nominee 2",
        ]
    );
    let refused = browser
        .send(asked.form(&path), &[("submitted", "set-aside")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Enter the reason"]);
    assert_eq!(place(&panel, JUDGES[0]).await.status, Status::Active);

    let filled = [
        ("submitted", "set-aside"),
        ("reason", "Spoke of a case in public."),
    ];
    browser.send(asked.form(&path), &filled).await.ok();
    assert_eq!(place(&panel, JUDGES[0]).await.status, Status::Suspended);
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    judge.get(Desk).await.expect(StatusCode::NOT_FOUND);
    let quorum = plaudit_store::reports::quorum::get(
        panel.site.store(),
        &plaudit_store::reports::Viewer::Administrator(panel.site.account(ADMINISTRATOR).await),
        panel.season,
    )
    .await
    .expect("the quorum");
    let received: u32 = (quorum.below_as_it_stands().iter())
        .map(|case| case.outlook.received)
        .sum();
    assert_eq!(received, 0);
    browser.get(&path).await.expect(StatusCode::CONFLICT);
    let season = panel.season;
    let again = [("name", JUDGES[0].name), ("email", JUDGES[0].address)];
    let again = browser.post(&Judges { season }, &again).await;
    again.expect(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_meeting_begins_without_missing_scorecards_by_a_decision_with_a_reason() {
    let panel = Panel::judging(2).await;
    let submitted = submit_first(&panel, JUDGES[0]).await;
    let path = SeasonDeliberation {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let asked = browser.open(&path).await.ok();
    assert_eq!(
        asked.all("main li"),
        [
            format!("{}: one scorecard", JUDGES[0].name),
            format!("{}: 2 scorecards", JUDGES[1].name),
            format!("{}: 2 scorecards", JUDGES[2].name),
            "Case 1: Nominee 1 one scorecard".to_owned(),
            "Case 2: Nominee 2 no scorecard".to_owned(),
            // Nobody has decided on either.
            "Case 1: Nominee 1".to_owned(),
            "Case 2: Nominee 2".to_owned(),
        ]
    );
    let refused = browser.send(asked.form(&path), &[]).await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Enter the reason"]);
    assert_eq!(panel.site.season().await.status, season::Status::Judging);

    let reason = [("reason", "Asked three times, and the hall is booked.")];
    browser.send(asked.form(&path), &reason).await.ok();
    assert_eq!(
        panel.site.season().await.status,
        season::Status::Deliberation
    );
    assert_eq!(
        status(&panel, JUDGES[0], submitted).await,
        assignment::Status::Locked
    );
}

#[tokio::test]
async fn an_invitation_says_how_much_work_it_is_and_a_decline_may_say_why() {
    let panel = Panel::judging(2).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Judges {
        season: panel.season,
    };
    let page = browser.open(&path).await.ok();
    assert_eq!(page.value("cases"), "2");
    let past = [
        ("name", "Esi Quaye"),
        ("email", "esi.quaye@judges.example"),
        ("answer-day", "1 March 2027"),
    ];
    let refused = browser.send(page.form(&path), &past).await;
    assert_eq!(
        refused.expect(StatusCode::UNPROCESSABLE_ENTITY).problems(),
        ["The answer must be due later than now"]
    );
    let esi = [("name", "Esi Quaye"), ("email", "esi.quaye@judges.example")];
    let form = page.form(&path).forged("go-on", "yes");
    browser.send(form, &esi).await.ok();

    let letter = panel.site.letter_to("esi.quaye@judges.example").await;
    let token = letter.link("/accounts/invitations/");
    let token = token.rsplit('/').next().expect("a token").to_owned();
    let mut judge = panel.site.visitor();
    let invitation = Invitation {
        token: token.clone(),
    };
    let offer = judge.open(&invitation).await.ok();
    assert!(
        offer
            .text()
            .contains("About 2 cases of some 30 minutes each: an hour in all"),
        "{}",
        offer.text()
    );
    let refusal = InvitationRefusal { token };
    let reason = [("reason", "I am abroad until June.")];
    judge.send(offer.form(&refusal), &reason).await.ok();
    let page = browser.open(&path).await.ok();
    assert_eq!(page.table()[4][2], "Declined “I am abroad until June.”");
}

#[tokio::test]
async fn whoever_has_not_answered_is_shown_and_asked_again_at_once() {
    let panel = Panel::judging(1).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Judges {
        season: panel.season,
    };
    let page = browser.open(&path).await.ok();
    for name in ["esi", "finn"] {
        let address = format!("{name}@judges.example");
        let asked = [("name", name), ("email", address.as_str())];
        let form = page.form(&path).forged("go-on", "yes");
        browser.send(form, &asked).await.ok();
    }
    panel.site.wait(jiff::SignedDuration::from_hours(24 * 16));
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    assert!(page.table()[4][2].starts_with("No answer Asked "));
    let again = JudgeInvitations {
        season: panel.season,
    };
    browser.send(page.form(&again), &[]).await.ok();
    let letters = panel.site.letters().await;
    for name in ["esi", "finn"] {
        let address = format!("{name}@judges.example");
        let sent = letters.iter().filter(|letter| letter.to == address).count();
        assert_eq!(sent, 2, "{address}");
    }
}
