//! `/admin/people` and `/admin/organisation`.

use axum::http::StatusCode;
use plaudit_domain::ids::MembershipId;
use plaudit_domain::membership::{Role, Scope, Status};
use plaudit_store::memberships::{self, Membership};
use plaudit_store::organisations;
use plaudit_web::paths::{accounts, admin};

use super::setup_world::{Desk, conflict};
use crate::support::Stage;

const BEA: [(&str, &str); 2] = [("name", "Bea Marsh"), ("email", "bea@society.example")];

async fn administrators(desk: &Desk) -> Vec<Membership> {
    let organisation = organisations::find(desk.site.store())
        .await
        .expect("it can be read")
        .expect("it is set up");
    let scope = Scope::Organisation(organisation.id);
    let people = memberships::list(desk.site.store(), Role::Administrator, scope)
        .await
        .expect("the administrators");
    people
        .into_iter()
        .map(|(membership, _)| membership)
        .collect()
}

#[tokio::test]
async fn an_administrator_is_invited_asked_again_and_accepts() {
    let mut desk = Desk::at(Stage::SetUp).await;
    let page = desk.open(admin::People).await;
    assert!(page.text().contains("There is only one administrator."));
    let page = desk.fill(admin::People, &BEA).await.ok();
    assert_eq!(
        page.table()[2][..3],
        ["Bea Marsh", "bea@society.example", "Invited"]
    );
    let waits = "There is only one administrator. The invitation of a second waits for an answer";
    assert!(page.text().contains(waits));
    let membership = administrators(&desk).await[1].id;
    let first = desk.site.letter_to("bea@society.example").await;
    let again = page.form(admin::AdministratorLetter { membership });
    desk.browser.send(again, &[]).await.ok();
    let letters = desk.site.letters().await;
    let hers = letters.iter().filter(|letter| letter.to == first.to);
    assert_eq!(hers.count(), 2);

    let link = desk.site.letter_to("bea@society.example").await;
    let link = link.link("/accounts/invitations/");
    let mut bea = desk.site.visitor();
    let offer = bea.open(&link).await.ok();
    let acceptance = offer
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/acceptance"))
        .expect("a button that accepts");
    bea.submit(acceptance, &[]).await;
    bea.get(admin::People).await.ok();
    assert_eq!(administrators(&desk).await[1].status, Status::Active);
    bea.get(accounts::Sessions).await.ok();
}

#[tokio::test]
async fn somebody_who_has_an_account_is_asked_and_the_name_that_it_keeps_is_said() {
    let mut desk = Desk::at(Stage::SetUp).await;
    let page = desk.fill(admin::People, &BEA).await.ok();
    let sent = "The invitation to Bea Marsh is on its way to bea@society.example.";
    assert!(page.text().contains(sent));
    let other = [("name", "B. Marsh"), ("email", "Bea@society.example")];
    let page = desk.fill(admin::People, &other).await.ok();
    let known =
        "That address has an account already, in the name of Bea Marsh; it keeps that name.";
    assert!(page.text().contains(known), "{}", page.text());
    assert_eq!(page.table()[2][0], "Bea Marsh");
    assert_eq!(administrators(&desk).await.len(), 2);
}

#[tokio::test]
async fn an_invitation_says_everything_that_is_wrong_and_sends_nothing() {
    let mut desk = Desk::at(Stage::SetUp).await;
    let wrong = [("name", ""), ("email", "nobody")];
    let page = desk.fill(admin::People, &wrong).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter the name",
            "The email address is not in the right form"
        ]
    );
    let there = [("name", "Ann"), ("email", "Ann.Lee@society.example")];
    let page = desk.fill(admin::People, &there).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["This person is an administrator already"]);
    assert_eq!(page.value("name"), "Ann");
    assert_eq!(administrators(&desk).await.len(), 1);
    assert!(desk.site.letters().await.is_empty());
}

#[tokio::test]
async fn a_membership_ends_after_a_question_and_the_last_one_never() {
    let mut desk = Desk::at(Stage::SetUp).await;
    let first = administrators(&desk).await[0].id;
    let last = admin::AdministratorRemoval { membership: first };
    let page = desk.browser.post(&last, &[("", ""); 0]).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(page.text().contains("This is the last administrator."));
    assert_eq!(administrators(&desk).await[0].status, Status::Active);

    desk.fill(admin::People, &BEA).await.ok();
    let invited = administrators(&desk).await[1].id;
    let path = admin::AdministratorRemoval {
        membership: invited,
    };
    let page = desk.open(&path).await;
    assert_eq!(page.heading(), "End the membership of Bea Marsh?");
    assert_eq!(administrators(&desk).await[1].status, Status::Invited);
    let page = desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(page.table()[2][2], "Ended");
    let nobody = MembershipId(first.0.max(invited.0));
    let other = admin::AdministratorRemoval { membership: nobody };
    desk.browser.get(other).await.ok();
    let unknown = "/admin/people/018f0000-0000-7000-8000-000000000000/removal";
    desk.browser
        .get(unknown)
        .await
        .expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_judge_is_not_found_among_the_administrators() {
    let mut desk = Desk::at(Stage::Open).await;
    let season = Scope::Season(desk.latest().await.id);
    let judges = memberships::list(desk.site.store(), Role::Judge, season)
        .await
        .expect("the judges");
    let membership = judges[0].0.id;
    let path = admin::AdministratorRemoval { membership };
    desk.browser.get(&path).await.expect(StatusCode::NOT_FOUND);
    let page = desk.browser.post(&path, &[("", ""); 0]).await;
    page.expect(StatusCode::NOT_FOUND);
    let still = memberships::get(desk.site.store(), membership).await;
    assert_eq!(still.expect("it is there").status, Status::Active);
}

#[tokio::test]
async fn of_two_who_change_the_organisation_the_second_sees_both() {
    let mut desk = Desk::at(Stage::SetUp).await;
    let path = admin::Organisation;
    let wrong = [("contact-telephone", "ask Ann"), ("name", "")];
    let page = desk.fill(path, &wrong).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter the name of the organisation",
            "The contact’s telephone number is not in the right form"
        ]
    );
    let (first, second) = (desk.open(path).await, desk.open(path).await);
    let name = |name| [("name", name)];
    let saved = desk.browser.send(first.form(path), &name("One")).await.ok();
    assert!(saved.title().ends_with("One"));
    let page = desk.browser.send(second.form(path), &name("Two")).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(
        conflict(&page),
        [["Name of the organisation", "One", "Two"]]
    );
    let page = desk.browser.send(page.form(path), &[]).await.ok();
    assert!(page.title().ends_with("Two"));
}

#[tokio::test]
async fn administrators_who_end_each_other_at_once_leave_one() {
    let mut desk = Desk::at(Stage::SetUp).await;
    desk.fill(admin::People, &BEA).await.ok();
    let store = desk.site.store();
    let invited = administrators(&desk).await[1].id;
    let moment = desk.site.moment();
    let minted = memberships::mint_invitation(store, &moment, invited)
        .await
        .expect("a link");
    memberships::accept(store, &moment, &minted.token)
        .await
        .expect("she accepts");
    let both: Vec<MembershipId> = administrators(&desk)
        .await
        .iter()
        .map(|membership| membership.id)
        .collect();
    let ended = both.iter().map(|id| memberships::end(store, &moment, *id));
    let ended = futures_util::future::join_all(ended).await;
    assert_eq!(ended.iter().filter(|ended| ended.is_ok()).count(), 1);
    let left = administrators(&desk).await;
    let active = left
        .iter()
        .filter(|membership| membership.status == Status::Active);
    assert_eq!(active.count(), 1);
}
