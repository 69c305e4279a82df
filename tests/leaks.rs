//! Nothing leaks to whoever is out of a case: every route of the site map, walked as a recused judge, a conflicted chair and a
//! conflicted administrator, with a mark in every text of the case.

mod hidden;
mod stages;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use plaudit_domain::membership::Role;
use plaudit_domain::season::Event;
use plaudit_store::confidentiality;
use plaudit_web::paths::{
    ROUTES,
    admin::{Disqualification, Enquiries, EnquiryAnswer, Interests, Place, Ruling},
    judging::{
        Agenda, Attendance, CaseAtHand, Confidentiality, ConfidentialityAcceptance, Deliberation,
        Minutes,
    },
};

use crate::support::{
    Client,
    people::{ADMINISTRATOR, JUDGES},
    site_map::SiteMap,
};
use hidden::{Hidden, MARKS, OTHER_ADMINISTRATOR};

/// What stands for the parts of a URL that have nothing to do with a case.
const BESIDES: &[(&str, &str)] = &[
    (
        "key",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ),
    (
        "token",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ),
    ("session", "00000000-0000-7000-8000-000000000000"),
    ("steward", "00000000-0000-7000-8000-000000000000"),
    ("terms", "00000000-0000-7000-8000-000000000000"),
    ("rule", "00000000-0000-7000-8000-000000000000"),
    ("question", "00000000-0000-7000-8000-000000000000"),
    ("criterion", "00000000-0000-7000-8000-000000000000"),
    ("letter", "00000000-0000-7000-8000-000000000000"),
    ("membership", "00000000-0000-7000-8000-000000000000"),
    ("sign", "family"),
    ("name", "none.css"),
    ("file", "scores"),
    ("choice", "00000000-0000-7000-8000-000000000000"),
    ("place", "public"),
    ("room", "texts"),
    ("pack", "cases.html"),
];

/// Every URL that can be made of the site map with the ids of the hidden case and of what surrounds it.
fn guessed(hidden: &Hidden) -> BTreeSet<String> {
    let known = hidden.ids();
    let mut urls = BTreeSet::new();
    for route in ROUTES.iter().filter(|route| route.methods.contains(&"GET")) {
        let mut made = vec![String::new()];
        for segment in route.pattern.split('/').skip(1) {
            let part = segment
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            let values: Vec<String> = match part {
                None => vec![segment.to_owned()],
                // A programme is a name in public and an id behind the administrators' gate.
                Some("programme") if route.pattern.starts_with("/admin") => {
                    vec![hidden.programme.to_string()]
                }
                Some("programme") => vec![hidden.slug.clone()],
                Some(part) => match known.get(part) {
                    Some(ids) => ids.clone(),
                    None => BESIDES
                        .iter()
                        .filter(|(name, _)| *name == part)
                        .map(|(_, value)| (*value).to_owned())
                        .collect(),
                },
            };
            assert!(
                !values.is_empty(),
                "nothing stands for {segment} of {}",
                route.pattern
            );
            made = made
                .iter()
                .flat_map(|begun| values.iter().map(move |value| format!("{begun}/{value}")))
                .collect();
        }
        urls.extend(made);
    }
    urls.insert(format!(
        "/admin/nominations/{}?q=Zanzibar",
        hidden.panel.season
    ));
    for history in [
        "/admin/history",
        "/exports/history/history.csv",
        "/exports/history/history.xlsx",
    ] {
        urls.insert(format!("{history}?season={}", hidden.panel.season));
        urls.insert(format!("{history}?case={}", hidden.case));
    }
    urls.insert(format!("/admin/cases?season={}", hidden.panel.season));
    urls
}

/// Walks every guessed URL and every one that links lead to, and answers how many were pages.
async fn walk(hidden: &Hidden, who: &str, browser: &mut Client, start: &str) -> usize {
    let mut map = SiteMap::default();
    map.explore(browser, &[start, "/"]).await;
    let mut urls = guessed(hidden);
    urls.extend(map.found().map(|(_, path)| path.to_owned()));
    let mut pages = 0;
    for url in urls {
        let page = browser.get(&url).await;
        assert!(
            !page.status.is_server_error(),
            "{url} fails for {who}: {}",
            page.excerpt()
        );
        pages += usize::from(page.status == StatusCode::OK);
        for mark in MARKS.into_iter().chain([hidden.receipt.as_str()]) {
            assert!(
                !page.whole().contains(mark),
                "{who} finds “{mark}” at {url}: {}",
                page.excerpt()
            );
        }
    }
    pages
}

#[tokio::test]
async fn a_recused_judge_finds_no_trace_of_the_case_anywhere() {
    let hidden = Hidden::new().await;
    let mut browser = hidden.panel.site.signed_in(JUDGES[0]).await;
    assert!(walk(&hidden, "the recused judge", &mut browser, "/judging").await > 5);
}

#[tokio::test]
async fn a_conflicted_chair_finds_no_trace_of_the_case_anywhere() {
    let hidden = Hidden::new().await;
    let mut browser = hidden.panel.site.signed_in(JUDGES[2]).await;
    assert!(walk(&hidden, "the conflicted chair", &mut browser, "/judging").await > 5);
}

#[tokio::test]
async fn a_judge_who_has_not_accepted_what_is_confidential_finds_no_trace_of_a_case_anywhere() {
    let hidden = Hidden::new().await;
    let site = &hidden.panel.site;
    let (season, text) = (hidden.panel.season, "All of it.".to_owned());
    confidentiality::write(site.store(), &site.moment(), season, 0, text)
        .await
        .expect("the terms are written");
    let mut browser = site.signed_in(JUDGES[1]).await;
    assert!(walk(&hidden, "the judge", &mut browser, "/judging").await > 5);
    // Once they have accepted they do find it, so that the marks are there to be found.
    let acceptance = ConfidentialityAcceptance { season };
    let page = browser.open(Confidentiality).await.ok();
    let desk = browser.send(page.form(&acceptance), &[]).await.ok();
    assert!(desk.body().contains(MARKS[0]));
}

#[tokio::test]
async fn a_conflicted_administrator_finds_no_trace_of_the_case_in_any_page_or_file() {
    let hidden = Hidden::new().await;
    let mut browser = hidden.panel.site.signed_in(ADMINISTRATOR).await;
    assert!(
        walk(
            &hidden,
            "the conflicted administrator",
            &mut browser,
            "/admin"
        )
        .await
            > 25
    );
    // The other administrator does find it, so that the marks are there to be found.
    let mut other = hidden.panel.site.signed_in(OTHER_ADMINISTRATOR).await;
    let page = other.open(hidden.case_page()).await.ok();
    assert!(page.body().contains(MARKS[0]) && page.body().contains(&hidden.receipt));
}

#[tokio::test]
async fn while_the_panel_meets_whoever_is_out_of_a_case_finds_no_trace_of_it() {
    let hidden = Hidden::new().await;
    let site = &hidden.panel.site;
    hidden.panel.give_role(JUDGES[1], Role::Deputy).await;
    hidden.panel.move_on(Event::BeginDeliberation).await;
    let category = hidden.category;
    let mut deputy = site.signed_in(JUDGES[1]).await;
    let agenda = Agenda { category };
    let mut chair = site.signed_in(JUDGES[2]).await;
    let page = chair.open(&agenda).await.ok();
    chair.send(page.form(&agenda), &[]).await.ok();
    let present = site.account(JUDGES[0]).await.to_string();
    chair
        .post(&Attendance { category }, &[("present", present)])
        .await
        .expect(StatusCode::SEE_OTHER);
    let walks = [
        (JUDGES[0], "/judging"),
        (JUDGES[2], "/judging"),
        (ADMINISTRATOR, "/admin"),
    ];
    // First the case is at hand, then it has been.
    for case in [hidden.case.to_string(), String::new()] {
        deputy
            .post(&CaseAtHand { category }, &[("case", case)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let page = deputy.open(Deliberation { category }).await.ok();
        assert!(page.body().contains("Case 1"));
        for (who, start) in walks {
            let mut browser = site.signed_in(who).await;
            assert!(walk(&hidden, who.name, &mut browser, start).await > 5);
        }
    }
    // The deputy finds it, so that the marks are there to be found.
    let page = deputy.open(Minutes { category }).await.ok();
    assert!(page.body().contains(MARKS[0]));
}

/// What every page and file says to this browser; a page of a nomination's own time is not among them.
async fn said(browser: &mut Client, start: &str) -> BTreeMap<String, String> {
    let mut map = SiteMap::default();
    map.explore(browser, &[start]).await;
    let mut said = BTreeMap::new();
    let pages: Vec<String> = map
        .found()
        .filter(|(pattern, _)| !pattern.starts_with("/gallery") && !pattern.starts_with("/assets"))
        .map(|(_, path)| path.to_owned())
        .collect();
    let (files, pages): (Vec<_>, Vec<_>) = pages
        .into_iter()
        .partition(|path| path.starts_with("/exports"));
    // A file that is taken away is a fact of its own: the files come last.
    for path in pages.into_iter().chain(files) {
        let page = browser.get(&path).await;
        if page.status == StatusCode::OK {
            said.insert(path, page.whole());
        }
    }
    said
}

/// Whether a page or file tells of the walk itself.
fn is_of_its_time(path: &str) -> bool {
    path == "/admin/history"
        || path == "/accounts/sessions"
        || path.starts_with("/exports/history/")
}

#[tokio::test]
async fn no_count_moves_when_the_hidden_case_changes() {
    no_count_moves(&Hidden::new().await).await;
}

async fn no_count_moves(hidden: &Hidden) {
    let site = &hidden.panel.site;
    let browsers = [
        (JUDGES[0], "/judging"),
        (JUDGES[2], "/judging"),
        (ADMINISTRATOR, "/admin"),
    ];
    for (who, start) in browsers {
        let mut browser = site.signed_in(who).await;
        // The first walk notes that files were taken; the second is what is compared.
        said(&mut browser, start).await;
    }
    let mut before = Vec::new();
    for (who, start) in browsers {
        let mut pages = said(&mut site.signed_in(who).await, start).await;
        pages.retain(|path, _| !is_of_its_time(path));
        before.push(pages);
    }
    hidden.change().await;
    for ((who, start), before) in browsers.into_iter().zip(before) {
        let mut after = said(&mut site.signed_in(who).await, start).await;
        after.retain(|path, _| !is_of_its_time(path));
        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            after.keys().collect::<Vec<_>>()
        );
        for (path, was) in before {
            assert_eq!(
                was, after[&path],
                "{path} of {} tells that the case changed",
                who.name
            );
        }
    }
}

#[tokio::test]
async fn a_conflicted_administrator_cannot_act_on_the_case_and_the_other_can() {
    let hidden = Hidden::new().await;
    let site = &hidden.panel.site;
    let version = hidden.version().await;
    let path = Disqualification { case: hidden.case };
    let fields = [
        ("version", version.to_string()),
        ("reason-out", "It is outside the rules.".to_owned()),
    ];
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let refused = browser
        .post(&path, &fields)
        .await
        .expect(StatusCode::CONFLICT);
    assert!(
        refused.text().contains("another administrator acts on it"),
        "{}",
        refused.excerpt()
    );
    assert_eq!(hidden.version().await, version, "nothing was written");
    browser
        .get(hidden.case_page())
        .await
        .expect(StatusCode::NOT_FOUND);
    let ruling = Ruling {
        season: hidden.panel.season,
        interest: hidden.interest,
    };
    browser.get(&ruling).await.expect(StatusCode::NOT_FOUND);
    let place = Place {
        category: hidden.category,
        case: hidden.case,
    };
    browser.get(&place).await.expect(StatusCode::NOT_FOUND);
    let (season, enquiry) = (hidden.panel.season, hidden.enquiry);
    let answer = EnquiryAnswer { season, enquiry };
    browser
        .post(&answer, &[("note", "An answer.")])
        .await
        .expect(StatusCode::NOT_FOUND);

    let mut other = site.signed_in(OTHER_ADMINISTRATOR).await;
    let listed = other
        .open(Interests {
            season: hidden.panel.season,
        })
        .await
        .ok();
    assert!(
        listed.text().contains(ADMINISTRATOR.name),
        "declared like a judge's"
    );
    let waiting = other.open(Enquiries { season }).await.ok();
    assert!(
        waiting.text().contains("Marked question") && !waiting.text().contains("An answer."),
        "it waits for the other administrator: {}",
        waiting.excerpt()
    );
    other
        .post(&path, &fields)
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(hidden.version().await, version + 1);
}
