//! Where one is signed in, and signing out: `/accounts/sessions`.

use axum::http::{Method, StatusCode, header};
use jiff::SignedDuration;
use plaudit_domain::ids::SessionId;
use plaudit_web::paths::accounts::{self, Sessions, SignOut};
use uuid::Uuid;

use crate::support::{
    SESSION, Site, Stage,
    people::{ADMINISTRATOR, JUDGES},
};

#[tokio::test]
async fn a_session_is_listed_and_can_be_ended_from_another_device() {
    let site = Site::at(Stage::Open).await;
    let mut lost = site.signed_in(ADMINISTRATOR).await;
    let mut mine = site.signed_in(ADMINISTRATOR).await;
    site.signed_in(JUDGES[0]).await;
    let page = mine.open(Sessions).await.ok();
    assert_eq!(page.table().len(), 1 + 2, "only one's own");
    let removal = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/removal") && form.action != SignOut.to_string());
    let page = mine
        .send(removal.expect("the other device has a button"), &[])
        .await
        .ok();
    assert_eq!(page.table().len(), 1 + 1);
    let told = lost.open(Sessions).await.ok();
    assert_eq!(told.heading(), "Sign in");
    assert_eq!(told.first(".notice"), "You were signed out. Sign in again.");
    let stranger = site.visitor().open(Sessions).await.ok();
    assert_eq!(
        (stranger.heading().as_str(), stranger.has(".notice")),
        ("Sign in", false)
    );
}

#[tokio::test]
async fn nobody_ends_anothers_session() {
    let site = Site::at(Stage::Open).await;
    let mut judge = site.signed_in(JUDGES[0]).await;
    site.signed_in(JUDGES[0]).await;
    let theirs = judge
        .open(Sessions)
        .await
        .ok()
        .attributes("main form", "action")
        .remove(0);
    let mut other = site.signed_in(JUDGES[1]).await;
    other
        .post::<&str, &str>(&theirs, &[])
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(judge.open(Sessions).await.ok().table().len(), 1 + 2);
    let session = theirs
        .split('/')
        .nth(3)
        .and_then(|id| id.parse::<uuid::Uuid>().ok())
        .expect("the path holds an id");
    assert_eq!(
        theirs,
        accounts::SessionRemoval {
            session: session.into()
        }
        .to_string()
    );
}

#[tokio::test]
async fn signing_out_ends_the_session_for_whoever_kept_its_cookie() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let mut thief = browser.clone();
    let page = browser.open(Sessions).await.ok();
    browser.send(page.form(SignOut), &[]).await;
    assert_eq!(browser.cookie(SESSION), None);
    assert_eq!(thief.open(Sessions).await.ok().heading(), "Sign in");
}

#[tokio::test]
async fn signing_in_anew_ends_the_session_that_the_browser_had() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.signed_in(JUDGES[0]).await;
    let mut thief = browser.clone();
    browser
        .post(accounts::SignIn, &[("email", ADMINISTRATOR.address)])
        .await
        .expect(StatusCode::SEE_OTHER);
    let letter = site.letter_to(ADMINISTRATOR.address).await;
    let page = browser.open(letter.link("/accounts/sign-in/")).await.ok();
    let form = page.forms().pop().expect("the button that signs in");
    browser
        .submit(form, &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_ne!(browser.cookie(SESSION), thief.cookie(SESSION));
    assert_eq!(browser.open(Sessions).await.ok().table().len(), 1 + 1);
    assert_eq!(thief.open(Sessions).await.ok().heading(), "Sign in");
}

#[tokio::test]
async fn a_cookie_that_a_neighbouring_host_could_have_set_signs_nobody_in() {
    let site = Site::at(Stage::Open).await;
    let attacker = site.signed_in(JUDGES[0]).await;
    let token = attacker.cookie(SESSION).expect("a session").to_owned();
    let mut victim = site.visitor().with_cookie("plaudit_session", token);
    assert_eq!(victim.open(Sessions).await.ok().heading(), "Sign in");
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends() {
    let site = Site::at(Stage::Open).await;
    let mut used = site.signed_in(ADMINISTRATOR).await;
    let mut idle = site.signed_in(ADMINISTRATOR).await;
    for _ in 0..3 {
        site.wait(SignedDuration::from_hours(24 * 6));
        assert_eq!(used.get(Sessions).await.status, StatusCode::OK);
    }
    assert_eq!(idle.open(Sessions).await.ok().heading(), "Sign in");
}

#[tokio::test]
async fn a_session_ends_after_thirty_days_however_much_it_is_used() {
    let site = Site::at(Stage::Open).await;
    for email in [ADMINISTRATOR, JUDGES[0]] {
        let mut browser = site.signed_in(email).await;
        for _ in 0..29 {
            site.wait(SignedDuration::from_hours(24));
            assert_eq!(browser.get(Sessions).await.status, StatusCode::OK);
        }
        site.wait(SignedDuration::from_hours(23));
        assert_eq!(browser.get(Sessions).await.status, StatusCode::OK);
        site.wait(SignedDuration::from_hours(1));
        assert_eq!(browser.open(Sessions).await.ok().heading(), "Sign in");
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_does_nothing() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    for forged in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let mut request = browser.request(Method::POST, &SignOut.to_string());
        let headers = request.headers_mut().expect("the request is sound");
        headers.remove("sec-fetch-site");
        headers.insert(forged.0, forged.1.parse().expect("a header"));
        headers.insert(
            header::ORIGIN,
            "https://elsewhere.example".parse().expect("a header"),
        );
        let page = browser
            .ask_with(request, Vec::new())
            .await
            .expect(StatusCode::FORBIDDEN);
        assert_eq!(page.heading(), "This form did not come from here");
    }
    assert_eq!(browser.get(Sessions).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_posted_after_a_session_ended_is_kept_on_the_page() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let path = accounts::SessionRemoval {
        session: SessionId(Uuid::nil()),
    };
    let typed = [("comment", "A long comment, written over an evening.")];
    let page = browser
        .post(&path, &typed)
        .await
        .expect(StatusCode::FORBIDDEN);
    assert_eq!(page.heading(), "You are no longer signed in");
    let again = page.form(&path);
    assert_eq!(
        again.fields,
        typed.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}
