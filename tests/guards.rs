//! What every request passes: where it comes from, how much it carries, and what is said when something is wrong.

use axum::http::{Method, StatusCode, header};
use plaudit_web::letters::post_office::PostOffice;
use plaudit_web::paths::accounts::{SignIn, SignInCode};
use plaudit_web::paths::admin::Nominations;
use plaudit_web::paths::server::{Asset, Health};
use plaudit_web::router::router;
use plaudit_web::shown::nomination_form::field;
use plaudit_web::state::App;
use tower::ServiceExt;

use crate::public::filling::{nominate_somebody, number_of};
use crate::support::people::{ADMINISTRATOR, JUDGES};
use crate::support::{Site, Stage};

#[tokio::test]
async fn an_old_browser_that_says_only_where_it_is_may_post_from_here() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let from = |origin: &str| {
        axum::http::Request::builder()
            .method(Method::POST)
            .uri(SignIn.to_string())
            .header(header::HOST, "award.example")
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
    };
    let body = || format!("email={}", ADMINISTRATOR.address).into_bytes();
    let page = browser
        .ask_with(from("https://elsewhere.example"), body())
        .await
        .expect(StatusCode::FORBIDDEN);
    assert!(
        page.forms().is_empty(),
        "what was forged cannot be sent again from here"
    );
    assert_eq!(site.letters().await, []);
    browser
        .ask_with(from("https://award.example"), body())
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(site.letters().await.len(), 1);
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_by_a_page() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let huge = "x".repeat(1024 * 1024);
    let page = browser.post(SignIn, &[("email", huge.as_str())]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text().contains("one megabyte"), "{}", page.text());
}

#[tokio::test]
async fn what_is_not_a_form_is_refused_by_a_page() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let mut request = browser.request(Method::POST, &SignIn.to_string());
    request
        .headers_mut()
        .expect("the request is sound so far")
        .insert(
            header::CONTENT_TYPE,
            "application/json".parse().expect("a header"),
        );
    let page = browser.ask_with(request, b"{}".to_vec()).await;
    assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn bytes_that_cannot_be_kept_are_an_error_at_their_field() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let page = browser
        .post_bytes(
            SignIn,
            b"email=ann%E9%40society.example&unknown=x&email=second",
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        ["Your email address could not be read as text; type it again"]
    );
    let page = browser
        .post_bytes(SignIn, b"email=ann%00%40society.example")
        .await;
    assert_eq!(
        page.problems(),
        ["Your email address has a character that cannot be kept (U+0000)"]
    );
    assert_eq!(site.letters().await, []);
}

#[tokio::test]
async fn a_lost_database_is_said_and_what_was_typed_is_kept() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    browser.get(SignIn).await.ok();
    site.store().close().await.expect("the store closes");
    let typed = [
        ("email", ADMINISTRATOR.address),
        ("comment", "All of an evening’s work, in two\r\nlines."),
    ];
    let page = browser.post(SignIn, &typed).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.header("retry-after"), "30");
    let kept = page.form(SignIn);
    let fields: Vec<_> = kept
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.replace('\n', "\r\n")))
        .collect();
    assert_eq!(fields, typed.map(|(name, value)| (name, value.to_owned())));
    // The named human being stands there even now.
    assert!(
        page.first("footer").contains("Olu Bright"),
        "{}",
        page.first("footer")
    );
}

#[tokio::test]
async fn every_answer_is_guarded_by_its_headers() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    for path in [
        SignIn.to_string(),
        "/no-such/page/at-all".to_owned(),
        Health.to_string(),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(
            page.header("content-security-policy"),
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; \
             frame-ancestors 'none'"
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.header("strict-transport-security"), "max-age=31536000");
        assert_eq!(page.header("x-request-id").len(), 8);
    }
}

#[tokio::test]
async fn a_site_that_is_reached_by_http_does_not_ask_for_https() {
    let site = Site::at(Stage::SetUp).await;
    let mut settings = (*site.app.settings).clone();
    settings.public_url = Some("http://award.example".parse().expect("a public URL"));
    let folder = site.app.settings.letters_dir();
    let app = App::new(
        site.store().clone(),
        site.app.clock.clone(),
        settings,
        PostOffice::folder(folder),
    );
    let request = axum::http::Request::get("/").body(axum::body::Body::empty());
    let answer = router(app)
        .oneshot(request.expect("the request is sound"))
        .await
        .expect("it answers");
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(!answer.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn what_somebody_typed_is_shown_and_does_nothing() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let typed = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{ $name }";
    let everywhere = [
        field::NOMINEE_NAME,
        field::NOMINEE_ROLE,
        field::NOMINEE_EMPLOYER,
        field::NOMINATOR_NAME,
        field::NOMINATOR_ORGANISATION,
        field::NOMINATOR_ROLE,
        "claim[0].before",
        "claim[0].after",
        "claim[0].shown_by",
    ]
    .map(|name| (name, typed));
    let receipt = nominate_somebody(&site, &mut browser, &everywhere).await;
    let number = number_of(&receipt);
    let look = browser
        .open(receipt.link("Look at your nomination"))
        .await
        .ok();
    let season = site.season().await.id;
    let mut administrator = site.signed_in(ADMINISTRATOR).await;
    let list = administrator.open(Nominations { season }).await.ok();
    let one = administrator.open(list.link(&number)).await.ok();
    for page in [receipt, look, list, one] {
        let html = String::from_utf8_lossy(&page.bytes).into_owned();
        for live in ["<script>alert", "<img src=x"] {
            assert!(!html.contains(live), "{} has {live}", page.path);
        }
        assert!(
            page.path.starts_with("/nominations/") || page.text().contains(typed),
            "{}",
            page.path
        );
    }
}

#[tokio::test]
async fn nobody_is_sent_to_another_host_by_a_slash_too_many() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    for path in ["//evil.example/", "/\\evil.example/", "///evil.example//"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_private_link_lets_its_own_pages_post_and_its_address_go_nowhere() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    browser
        .post(SignIn, &[("email", ADMINISTRATOR.address)])
        .await;
    let link = site.letter_to(ADMINISTRATOR.address).await;
    let page = browser.get(link.link("/accounts/sign-in/")).await;
    // With `no-referrer` an old browser, or any by plain http, would post with the origin `null`, and be refused.
    assert_eq!(page.header("referrer-policy"), "strict-origin");
    assert_eq!(page.header("cache-control"), "no-store");
}

#[tokio::test]
async fn an_address_that_is_not_there_has_a_page_with_a_way_onward() {
    let site = Site::at(Stage::SetUp).await;
    let mut browser = site.visitor();
    let page = browser.get("/no-such/page/at-all").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(page.heading(), "Page not found");
    assert_eq!(page.link("All awards"), "/");
    assert_eq!(page.link("Sign in"), SignIn.to_string());
    let page = browser.get("/accounts/code/").await;
    assert_eq!(page.location(), Some(SignInCode.to_string().as_str()));
    let page = browser.get("/accounts/sessions/current/removal").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    let page = browser
        .get(Asset {
            name: "old.css".to_owned(),
        })
        .await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_is_lost_is_told_why_and_shown_what_is_open_and_their_own_desk() {
    let site = Site::at(Stage::Open).await;
    let page = site.visitor().get("/no-such/page").await;
    let page = page.expect(StatusCode::NOT_FOUND);
    assert_eq!(page.attributes("html", "class"), ["public"]);
    let open = page.all("main ul a").join(", ");
    assert_eq!(
        open,
        "Sign in, IT-progress award, open for nominations, All awards"
    );
    let contact = page.attributes("main a[href^='mailto:']", "href");
    assert_eq!(contact.len(), 1, "{contact:?}");
    for (somebody, path, place, desk) in [
        (
            ADMINISTRATOR,
            "/admin/nothing",
            "administration",
            "Administration",
        ),
        (
            JUDGES[0],
            "/judging/nothing",
            "judging",
            "Your cases to judge",
        ),
        (JUDGES[0], "/admin/nothing", "public", "Your cases to judge"),
    ] {
        let page = site.signed_in(somebody).await.get(path).await;
        let page = page.expect(StatusCode::NOT_FOUND);
        assert_eq!(page.attributes("html", "class"), [place], "{path}");
        assert_eq!(page.all("main ul a")[0], desk);
        assert!(page.text().contains(somebody.name), "{}", page.excerpt());
    }
}

#[tokio::test]
async fn while_the_database_is_away_every_page_says_what_is_safe_and_whom_to_ask() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    browser.get("/").await.ok();
    site.store().close().await.expect("the store closes");
    for path in [
        "/",
        "/nominate/it-progress",
        "/judging",
        "/admin",
        "/gallery",
    ] {
        let page = browser.get(path).await;
        let page = page.expect(StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(
            page.heading(),
            "Sorry, we cannot reach our records just now"
        );
        assert_eq!(page.link("Try again"), path);
        assert_eq!(page.attributes("main a[href^='mailto:']", "href").len(), 1);
    }
}
