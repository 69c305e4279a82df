//! Answering an invitation: `/accounts/invitations/{token}`.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::ids::MembershipId;
use plaudit_domain::membership::{Role, Scope, Status};
use plaudit_domain::refusal::Refusal;
use plaudit_store::memberships::{self, Invitation};
use plaudit_store::{StoreError, organisations};
use plaudit_web::paths::{
    accounts::{self, InvitationCode},
    judging,
};

use crate::support::{Letter, Site, Stage, people::Somebody};

const INVITED: Somebody = Somebody {
    name: "Efa Rhys",
    address: "efa.rhys@judges.example",
};

async fn invited(site: &Site) -> (MembershipId, Letter) {
    let invitation = Invitation {
        name: INVITED.name.to_owned(),
        email: INVITED.email(),
        role: Role::Judge,
        scope: Scope::Season(site.season().await.id),
        of_what: "the award of 2027".to_owned(),
        language: "en".to_owned(),
    };
    let id = memberships::invite(site.store(), &site.moment(), invitation)
        .await
        .expect("the invitation is queued");
    (id, site.letter_to(INVITED.address).await)
}

async fn status(site: &Site, id: MembershipId) -> Status {
    memberships::get(site.store(), id)
        .await
        .expect("the membership is there")
        .status
}

fn token(link: &str) -> String {
    link.rsplit('/').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn opening_an_invitation_answers_nothing_and_accepting_signs_in() {
    let site = Site::at(Stage::Open).await;
    let (id, letter) = invited(&site).await;
    assert_eq!(letter.subject, "Invitation: judge, the award of 2027");
    let link = letter.link("/accounts/invitations/");
    let mut browser = site.visitor();
    let page = browser.open(&link).await.ok();
    assert_eq!(page.heading(), "Invitation to be a judge");
    assert_eq!(status(&site, id).await, Status::Invited);
    let path = accounts::InvitationAcceptance {
        token: token(&link),
    };
    let answer = browser
        .submit(page.form(&path), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), Some(judging::Desk.to_string().as_str()));
    assert_eq!(status(&site, id).await, Status::Active);
    assert_eq!(browser.get(accounts::Sessions).await.status, StatusCode::OK);
    let again = site.visitor().open(&link).await.ok();
    assert_eq!(again.first(".lede"), "You have accepted this invitation.");
}

#[tokio::test]
async fn an_invitation_can_be_declined_and_a_later_yes_does_not_count() {
    let site = Site::at(Stage::Open).await;
    let (id, letter) = invited(&site).await;
    let link = letter.link("/accounts/invitations/");
    let mut browser = site.visitor();
    let page = browser.open(&link).await.ok();
    let yes = page.form(accounts::InvitationAcceptance {
        token: token(&link),
    });
    browser
        .submit(
            page.form(accounts::InvitationRefusal {
                token: token(&link),
            }),
            &[],
        )
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(status(&site, id).await, Status::Declined);
    browser.submit(yes, &[]).await;
    assert_eq!(status(&site, id).await, Status::Declined);
    assert_eq!(
        browser.open(accounts::Sessions).await.ok().heading(),
        "Sign in"
    );
}

#[tokio::test]
async fn an_invitations_code_leads_to_it_from_another_device() {
    let site = Site::at(Stage::Open).await;
    let (id, letter) = invited(&site).await;
    let mut tablet = site.visitor();
    let page = tablet.open(InvitationCode).await.ok();
    let code = letter.code();
    let wrong = tablet
        .submit(
            page.form(InvitationCode),
            &[("email", "other@judges.example"), ("code", &code)],
        )
        .await;
    assert_eq!(
        wrong
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .problems()
            .len(),
        1
    );
    let page = tablet
        .send(
            page.form(InvitationCode),
            &[("email", INVITED.address), ("code", &code)],
        )
        .await
        .ok();
    assert_eq!(page.heading(), "Invitation to be a judge");
    assert_eq!(status(&site, id).await, Status::Invited);
}

#[tokio::test]
async fn an_expired_invitation_sends_a_new_letter() {
    let site = Site::at(Stage::Open).await;
    let (id, letter) = invited(&site).await;
    let link = letter.link("/accounts/invitations/");
    site.wait(SignedDuration::from_hours(24 * 15));
    let mut browser = site.visitor();
    let page = browser.open(&link).await.ok();
    let renewal = accounts::InvitationRenewal {
        token: token(&link),
    };
    browser.send(page.form(&renewal), &[]).await;
    let fresh = site
        .letter_to(INVITED.address)
        .await
        .link("/accounts/invitations/");
    assert_ne!(fresh, link);
    let page = browser
        .open(accounts::Invitation {
            token: token(&fresh),
        })
        .await
        .ok();
    browser
        .submit(
            page.form(accounts::InvitationAcceptance {
                token: token(&fresh),
            }),
            &[],
        )
        .await;
    assert_eq!(status(&site, id).await, Status::Active);
}

#[tokio::test]
async fn the_last_administrator_cannot_be_removed() {
    let site = Site::at(Stage::SetUp).await;
    let organisation = organisations::find(site.store())
        .await
        .expect("it can be read")
        .expect("it is there");
    let scope = Scope::Organisation(organisation.id);
    let administrators = memberships::list(site.store(), Role::Administrator, scope)
        .await
        .expect("they can be listed");
    let first = administrators[0].0.id;
    let invitation = Invitation {
        name: INVITED.name.to_owned(),
        email: INVITED.email(),
        role: Role::Administrator,
        scope,
        of_what: organisation.name,
        language: "en".to_owned(),
    };
    memberships::invite(site.store(), &site.moment(), invitation)
        .await
        .expect("they are invited");
    // Whoever was only asked is none yet.
    let refused = memberships::end(site.store(), &site.moment(), first).await;
    assert!(matches!(
        refused,
        Err(StoreError::Refused(Refusal::LastAdministrator))
    ));
    assert_eq!(status(&site, first).await, Status::Active);

    let letter = site.letter_to(INVITED.address).await;
    let token = token(&letter.link("/accounts/invitations/"));
    let mut browser = site.visitor();
    let none: [(&str, &str); 0] = [];
    browser
        .post(accounts::InvitationAcceptance { token }, &none)
        .await
        .expect(StatusCode::SEE_OTHER);
    memberships::end(site.store(), &site.moment(), first)
        .await
        .expect("there is another");
    assert_eq!(status(&site, first).await, Status::Ended);
}
