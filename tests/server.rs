//! What belongs to no audience: health, readiness, the assets, and what every answer carries.

use axum::http::StatusCode;
use plaudit_web::paths::server::{self, Asset};

use crate::support::{Site, Stage};

#[tokio::test]
async fn a_server_says_that_it_lives_and_that_its_database_answers() {
    let site = Site::at(Stage::Bare).await;
    assert_eq!(site.visitor().get(server::Health).await.ok().body(), "ok\n");
    assert_eq!(
        site.visitor().get(server::Readiness).await.ok().body(),
        "ready\n"
    );
    site.store().close().await.expect("the store closes");
    assert_eq!(site.visitor().get(server::Health).await.ok().body(), "ok\n");
    site.visitor()
        .get(server::Readiness)
        .await
        .expect(StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn every_asset_of_a_page_is_there_and_may_be_kept_for_ever() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = browser.open("/accounts/sign-in").await.ok();
    let mut assets = page.attributes("link[rel=stylesheet]", "href");
    assets.extend(page.attributes("script[src]", "src"));
    assert!(assets.len() >= 2, "{assets:?}");
    for path in assets {
        assert!(path.starts_with("/assets/"), "{path}");
        let asset = browser.get(&path).await.ok();
        assert!(
            asset.header("cache-control").contains("immutable"),
            "{path}: {}",
            asset.header("cache-control")
        );
    }
    browser
        .get(server::Asset {
            name: "none.css".to_owned(),
        })
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(
        Asset {
            name: "a".to_owned()
        }
        .to_string(),
        "/assets/a"
    );
}

#[tokio::test]
async fn a_page_allows_no_style_or_script_but_its_own() {
    let site = Site::at(Stage::Open).await;
    let page = site.visitor().open("/accounts/sign-in").await.ok();
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") || policy.contains("default-src 'self'"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.all("style, script:not([src])"), Vec::<String>::new());
    assert_eq!(page.attributes("[style]", "style"), Vec::<String>::new());
}

fn room(place: &str, room: &str) -> server::GalleryRoom {
    server::GalleryRoom {
        place: place.to_owned(),
        room: room.to_owned(),
    }
}

fn pack(name: &str) -> server::GalleryPack {
    server::GalleryPack {
        pack: name.to_owned(),
    }
}

#[tokio::test]
async fn developers_find_every_exhibit_of_the_gallery_in_each_mood() {
    let site = Site::at(Stage::Bare).await;
    let mut developer = site.visitor();
    let index = developer.get(server::Gallery).await.ok();
    let named: Vec<String> = index.attributes(".card li a", "href").into_iter().collect();
    assert!(named.len() > 40, "{named:?}");
    for path in &named {
        let (path, id) = path.split_once('#').expect("each leads to its exhibit");
        for place in ["public", "judging", "administration"] {
            let path = path.replace("administration", place);
            let page = developer.open(&path).await.ok();
            assert_eq!(page.attributes("html", "class"), [place]);
            assert_eq!(page.attributes(&format!("[id={id}]"), "id"), [id], "{path}");
        }
    }
    let cases = developer.get(pack("cases.html")).await.ok();
    assert_eq!(
        cases.header("content-security-policy"),
        "default-src 'none'; style-src 'unsafe-inline'"
    );
    assert_eq!(cases.attributes("article", "id"), ["case-7", "case-12"]);
    developer
        .get(pack("elsewhere.html"))
        .await
        .expect(StatusCode::NOT_FOUND);
    for elsewhere in [room("elsewhere", "texts"), room("public", "elsewhere")] {
        developer.get(elsewhere).await.expect(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_runs_a_server_for_others_has_no_gallery() {
    let site = Site::released(Stage::Open).await;
    let mut visitor = site.visitor();
    visitor
        .get(server::Gallery)
        .await
        .expect(StatusCode::NOT_FOUND);
    for place in ["public", "judging", "administration"] {
        for name in ["texts", "forms", "cases"] {
            let asked = visitor.get(room(place, name)).await;
            asked.expect(StatusCode::NOT_FOUND);
        }
    }
    let asked = visitor.get(pack("cases.html")).await;
    asked.expect(StatusCode::NOT_FOUND);
}
