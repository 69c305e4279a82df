//! Signing in by a letter's link or its code: `/accounts/sign-in`, `/accounts/code`.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_web::paths::{
    accounts::{self, Sessions},
    admin, judging,
};

use crate::support::{
    Client, Letter, Site, Stage,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

/// The visitor asks for a letter; what they are told.
pub(super) async fn ask(browser: &mut Client, address: &str) -> String {
    let page = browser.open(accounts::SignIn).await.ok();
    let page = browser
        .send(page.form(accounts::SignIn), &[("email", address)])
        .await
        .ok();
    assert_eq!(page.heading(), "Check your email");
    page.first(".lede")
}

pub(super) async fn letter_to(site: &Site, browser: &mut Client, somebody: Somebody) -> Letter {
    ask(browser, somebody.address).await;
    site.letter_to(somebody.address).await
}

/// The path of the one page that a signed-in browser may see and others may not.
pub(super) async fn is_signed_in(browser: &mut Client) -> bool {
    browser.get(Sessions).await.status == StatusCode::OK
}

#[tokio::test]
async fn a_letters_link_shows_a_button_and_only_its_post_signs_in() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let letter = letter_to(&site, &mut browser, ADMINISTRATOR).await;
    assert_eq!(letter.subject, "Your link to sign in");
    let link = letter.link("/accounts/sign-in/");
    // A mail scanner that follows the link, twice, changes nothing.
    for _ in 0..2 {
        let page = site.visitor().open(&link).await.ok();
        assert_eq!(page.heading(), "Sign in");
        assert_eq!(
            page.first(".lede"),
            "Press the button to sign in on this device as Ann Lee."
        );
        assert_eq!(page.header("referrer-policy"), "strict-origin");
    }
    let page = browser.open(&link).await.ok();
    assert!(!is_signed_in(&mut browser).await);
    let answer = browser
        .submit(page.form(&link), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(
        answer.location(),
        Some(admin::Dashboard.to_string().as_str())
    );
    assert!(is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn a_code_signs_in_on_another_device() {
    let site = Site::at(Stage::Open).await;
    let letter = letter_to(&site, &mut site.visitor(), JUDGES[0]).await;
    let mut tablet = site.visitor();
    let page = tablet.open(accounts::SignInCode).await.ok();
    let typed = format!(" {} ", letter.code().to_lowercase());
    let answers = [
        ("email", "Bola.Idris@Judges.example"),
        ("code", typed.as_str()),
    ];
    let answer = tablet
        .submit(page.form(accounts::SignInCode), &answers)
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), Some(judging::Desk.to_string().as_str()));
    assert!(is_signed_in(&mut tablet).await);
}

#[tokio::test]
async fn a_used_link_signs_nobody_in_and_sends_a_new_one() {
    let site = Site::at(Stage::Open).await;
    let mut first = site.visitor();
    let link = letter_to(&site, &mut first, JUDGES[0])
        .await
        .link("/accounts/sign-in/");
    let page = first.open(&link).await.ok();
    first.send(page.form(&link), &[]).await;
    let mut second = site.visitor();
    second.submit(page.form(&link), &[]).await;
    assert!(!is_signed_in(&mut second).await);
    let page = second.open(&link).await.ok();
    assert_eq!(page.heading(), "This link has been used or has expired");
    let token = link.rsplit('/').next().unwrap_or_default().to_owned();
    assert_eq!(
        link,
        accounts::SignInLink {
            token: token.clone()
        }
        .to_string()
    );
    let renewal = accounts::SignInRenewal { token };
    second.send(page.form(&renewal), &[]).await.ok();
    let fresh = site
        .letter_to(JUDGES[0].address)
        .await
        .link("/accounts/sign-in/");
    assert_ne!(fresh, link);
    let page = second.open(&fresh).await.ok();
    second
        .submit(page.form(&fresh), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert!(is_signed_in(&mut second).await);
}

#[tokio::test]
async fn a_letter_expires_after_twenty_minutes() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let letter = letter_to(&site, &mut browser, ADMINISTRATOR).await;
    let link = letter.link("/accounts/sign-in/");
    let button = browser.open(&link).await.ok().form(&link);
    site.wait(SignedDuration::from_mins(21));
    browser.submit(button, &[]).await;
    assert!(!is_signed_in(&mut browser).await);
    let page = browser.open(accounts::SignInCode).await.ok();
    let code = letter.code();
    let answers = [("email", ADMINISTRATOR.address), ("code", code.as_str())];
    let page = browser
        .submit(page.form(accounts::SignInCode), &answers)
        .await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems().len(), 1);
    assert_eq!(
        page.value("email"),
        ADMINISTRATOR.address,
        "nothing typed is lost"
    );
}

#[tokio::test]
async fn five_wrong_codes_are_the_last() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let right = letter_to(&site, &mut browser, ADMINISTRATOR).await.code();
    let wrong: String = right
        .chars()
        .map(|symbol| if symbol == 'A' { 'B' } else { 'A' })
        .collect();
    for code in [&wrong, &wrong, &wrong, &wrong, &wrong, &right] {
        let page = browser.open(accounts::SignInCode).await.ok();
        let answers = [("email", ADMINISTRATOR.address), ("code", code.as_str())];
        let page = browser
            .submit(page.form(accounts::SignInCode), &answers)
            .await;
        assert_eq!(
            page.expect(StatusCode::UNPROCESSABLE_ENTITY)
                .problems()
                .len(),
            1
        );
    }
    assert!(!is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn nobody_learns_whether_an_address_is_known() {
    let site = Site::at(Stage::Open).await;
    let known = ask(&mut site.visitor(), ADMINISTRATOR.address).await;
    let unknown = ask(&mut site.visitor(), "nobody@society.example").await;
    assert_eq!(
        known.replace(ADMINISTRATOR.address, "nobody@society.example"),
        unknown
    );
    let letters: Vec<_> = site
        .letters()
        .await
        .into_iter()
        .filter(|letter| letter.subject == "Your link to sign in")
        .collect();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, ADMINISTRATOR.address);
}

#[tokio::test]
async fn an_address_that_is_none_is_asked_for_again() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = browser.open(accounts::SignIn).await.ok();
    for typed in ["", "ann.lee", "ann lee@society.example"] {
        let page = browser
            .submit(page.form(accounts::SignIn), &[("email", typed)])
            .await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems().len(), 1, "{typed}");
        assert_eq!(page.value("email"), typed);
    }
    assert_eq!(
        site.letters()
            .await
            .iter()
            .filter(|letter| letter.subject == "Your link to sign in")
            .count(),
        0
    );
}

#[tokio::test]
async fn whoever_must_sign_in_first_comes_back_to_the_page_they_wanted() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = browser.open(Sessions).await.ok();
    assert_eq!(page.heading(), "Sign in");
    browser
        .send(
            page.form(accounts::SignIn),
            &[("email", ADMINISTRATOR.address)],
        )
        .await
        .ok();
    let link = site
        .letter_to(ADMINISTRATOR.address)
        .await
        .link("/accounts/sign-in/");
    let page = browser.open(&link).await.ok();
    let answer = browser
        .submit(page.forms().remove(0), &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), Some(Sessions.to_string().as_str()));
}

#[tokio::test]
async fn four_wrong_codes_leave_the_right_one_and_a_spent_code_leaves_the_link() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let letter = letter_to(&site, &mut browser, ADMINISTRATOR).await;
    let right = letter.code();
    let wrong = if right == "22222222" {
        "33333333"
    } else {
        "22222222"
    };
    let wrong = [("email", ADMINISTRATOR.address), ("code", wrong)];
    for _ in 0..4 {
        browser
            .post(accounts::SignInCode, &wrong)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = [("email", ADMINISTRATOR.address), ("code", &right)];
    browser
        .post(accounts::SignInCode, &right)
        .await
        .expect(StatusCode::SEE_OTHER);
    assert!(is_signed_in(&mut browser).await);

    let mut other = site.visitor();
    let letter = letter_to(&site, &mut other, ADMINISTRATOR).await;
    for _ in 0..5 {
        other.post(accounts::SignInCode, &wrong).await;
    }
    let right = letter.code();
    let right = [("email", ADMINISTRATOR.address), ("code", &right)];
    other
        .post(accounts::SignInCode, &right)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    let link = letter.link("/accounts/sign-in/");
    let form = other.open(&link).await.ok().form(&link);
    other.submit(form, &[]).await.expect(StatusCode::SEE_OTHER);
    assert!(is_signed_in(&mut other).await);
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_by_a_crafted_form() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let link = letter_to(&site, &mut browser, ADMINISTRATOR)
        .await
        .link("/accounts/sign-in/");
    let answer = browser
        .post(&link, &[("return-to", "//elsewhere.example/")])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(
        answer.location(),
        Some(admin::Dashboard.to_string().as_str())
    );
}

#[tokio::test]
async fn a_browser_that_keeps_no_cookies_is_told_so_and_loses_neither_link_nor_code() {
    let site = Site::at(Stage::SetUp).await;
    // Each request comes from a browser that has forgotten the one before.
    let letter = letter_to(&site, &mut site.visitor(), ADMINISTRATOR).await;
    let page = site.visitor().get(letter.link("/accounts/sign-in/")).await;
    let form = page.ok().form(letter.link("/accounts/sign-in/"));
    let told = site.visitor().submit(form, &[]).await;
    let told = told.expect(StatusCode::BAD_REQUEST);
    assert_eq!(told.heading(), "Your browser keeps no cookies");
    assert!(told.text().contains("Allow cookies"), "{}", told.excerpt());

    let page = site.visitor().get(accounts::SignInCode).await.ok();
    let code = letter.code();
    let typed = [("email", ADMINISTRATOR.address), ("code", code.as_str())];
    let told = site
        .visitor()
        .submit(page.form(accounts::SignInCode), &typed)
        .await
        .expect(StatusCode::BAD_REQUEST);
    for (name, value) in typed {
        assert_eq!(told.value(name), value);
    }

    // With cookies allowed, the same page's button signs in.
    let mut browser = site.visitor();
    let again = browser.get(letter.link("/accounts/sign-in/")).await.ok();
    assert_eq!(again.heading(), "Sign in");
    browser.submit(told.form(accounts::SignInCode), &[]).await;
    assert!(is_signed_in(&mut browser).await);
}
