//! `/admin/nominations/{season}`.

use axum::http::StatusCode;
use plaudit_domain::ids::NominationId;
use plaudit_web::paths::admin::{
    Acceptance, AcceptanceRemoval, Admission, Case, Cases, Ineligibility, IneligibilityRemoval,
    Nomination, Nominations, Outbox,
};

use crate::judging::panel::{CONTENT, Panel};
use crate::support::{Client, Page, Site, Stage, people::ADMINISTRATOR};

/// A season with so many nominations, before its close.
async fn nominated(count: usize) -> (Panel, Vec<NominationId>) {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let panel = Panel { site, season };
    let mut sent = Vec::new();
    for number in 1..=count {
        let nominator = format!("nominator.{number}@council.example");
        sent.push(panel.nominate(number, &nominator).await);
    }
    (panel, sent)
}

async fn list(panel: &Panel, query: &str) -> Page {
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Nominations { season };
    browser.open(format!("{path}{query}")).await.ok()
}

/// The nominees of the list, in its order.
fn nominees(page: &Page) -> Vec<String> {
    page.all("tbody th")
}

fn one(panel: &Panel, nomination: NominationId) -> Nomination {
    Nomination {
        season: panel.season,
        nomination,
    }
}

async fn open(panel: &Panel, nomination: NominationId) -> (Client, Page) {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(one(panel, nomination)).await.ok();
    (browser, page)
}

#[tokio::test]
async fn the_search_finds_every_word_whatever_its_case_and_takes_no_character_for_a_wildcard() {
    let (panel, _) = nominated(12).await;
    let found = nominees(&list(&panel, "?search=nominee+12").await);
    assert_eq!(found, ["Nominee 12"]);
    let found = nominees(&list(&panel, "?search=COUNCIL++3").await);
    assert_eq!(found, ["Nominee 3"]);
    for wildcard in ["%25", "_", "Nominee%25"] {
        let page = list(&panel, &format!("?search={wildcard}")).await;
        assert_eq!(nominees(&page), Vec::<String>::new(), "{wildcard}");
        assert_eq!(page.first(".empty-title"), "No nomination matches");
    }
}

#[tokio::test]
async fn a_page_holds_25_and_the_pager_keeps_the_filters() {
    let (panel, _) = nominated(27).await;
    let page = list(&panel, "?sort=number&status=submitted").await;
    assert_eq!(nominees(&page).len(), 25);
    let next = page.attributes("a[rel=next]", "href");
    assert_eq!(
        next,
        [format!(
            "/admin/nominations/{}?status=submitted&sort=number&page=2",
            panel.season
        )]
    );
    let second = list(&panel, "?sort=number&status=submitted&page=2").await;
    assert_eq!(nominees(&second).len(), 2);
    let beyond = list(&panel, "?sort=number&page=99").await;
    assert_eq!(nominees(&beyond), nominees(&second));
}

#[tokio::test]
async fn the_list_costs_the_same_number_of_statements_for_1_and_for_30() {
    let mut costs = Vec::new();
    for count in [1, 30] {
        let (panel, _) = nominated(count).await;
        let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
        let season = panel.season;
        let (page, cost) = panel
            .site
            .statements_of(browser.open(Nominations { season }))
            .await;
        page.ok();
        costs.push(cost);
    }
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn one_nomination_shows_all_that_was_said_and_is_found_in_its_season_only() {
    let (panel, sent) = nominated(1).await;
    let (mut browser, page) = open(&panel, sent[0]).await;
    assert!(page.text().contains(CONTENT));
    assert!(page.text().contains("nominator.1@council.example"));
    let elsewhere = Nomination {
        season: uuid::Uuid::nil().into(),
        nomination: sent[0],
    };
    let page = browser.open(elsewhere).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_second_nomination_of_the_same_nominee_is_suggested_to_join_the_first_ones_case() {
    let (panel, sent) = nominated(1).await;
    let again = panel.nominate(1, "somebody.else@council.example").await;
    let path = |nomination| Acceptance {
        season: panel.season,
        nomination,
    };
    let (mut browser, page) = open(&panel, sent[0]).await;
    let page = browser.send(page.form(path(sent[0])), &[]).await.ok();
    assert_eq!(page.first(".notice"), "The nomination is accepted.");
    assert_eq!(page.first("h1 ~ *, .heading .tag"), "Accepted");
    let page = browser.open(one(&panel, again)).await.ok();
    let form = page.form(path(again));
    let suggested = form.value("into").unwrap_or_default();
    assert_ne!(suggested, "new");
    browser.send(form, &[]).await.ok();
    let case = Case {
        case: suggested.parse().expect("a case"),
    };
    let page = browser.open(case).await.ok();
    assert!(page.heading().ends_with("Case 1: Nominee 1"));
    assert_eq!(page.table().len(), 3, "two nominations under the head");
}

#[tokio::test]
async fn a_decision_without_its_reason_is_refused_at_the_field_and_writes_nothing() {
    let (panel, sent) = nominated(1).await;
    let path = Ineligibility {
        season: panel.season,
        nomination: sent[0],
    };
    let (mut browser, page) = open(&panel, sent[0]).await;
    let page = browser.submit(page.form(&path), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    let page = browser.open(one(&panel, sent[0])).await.ok();
    assert_eq!(page.first(".heading .tag"), "Submitted");
}

#[tokio::test]
async fn ineligible_and_told_apart_are_taken_back_with_a_reason() {
    let (panel, sent) = nominated(1).await;
    let (season, nomination) = (panel.season, sent[0]);
    let (mut browser, page) = open(&panel, nomination).await;
    let reason = |field| [(field, "On secondment")];
    let page = browser
        .send(
            page.form(Ineligibility { season, nomination }),
            &reason("reason-ineligible"),
        )
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Ineligible");
    let page = browser
        .send(
            page.form(IneligibilityRemoval { season, nomination }),
            &reason("reason-reopen"),
        )
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Submitted");
    let page = browser
        .send(page.form(Acceptance { season, nomination }), &[])
        .await
        .ok();
    let page = browser
        .send(
            page.form(AcceptanceRemoval { season, nomination }),
            &reason("reason-apart"),
        )
        .await
        .ok();
    assert_eq!(page.first(".heading .tag"), "Submitted");
    assert!(page.text().contains("reason: On secondment"));
}

#[tokio::test]
async fn whoever_decides_second_sees_how_it_stands_now_and_keeps_what_was_typed() {
    let (panel, sent) = nominated(1).await;
    let (season, nomination) = (panel.season, sent[0]);
    let (mut browser, page) = open(&panel, nomination).await;
    let late = page.form(Ineligibility { season, nomination });
    browser
        .send(page.form(Acceptance { season, nomination }), &[])
        .await
        .ok();
    let page = browser
        .submit(late, &[("reason-ineligible", "Works for a supplier")])
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text().contains("Somebody changed this"));
    assert_eq!(page.first(".heading .tag"), "Accepted");
}

#[tokio::test]
async fn only_what_lapsed_is_admitted_late() {
    let (panel, sent) = nominated(1).await;
    let path = Admission {
        season: panel.season,
        nomination: sent[0],
    };
    let (mut browser, _) = open(&panel, sent[0]).await;
    let page = browser
        .post(path, &[("version", "1"), ("reason-admit", "Because")])
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    let page = browser.open(one(&panel, sent[0])).await.ok();
    assert_eq!(page.first(".heading .tag"), "Submitted");
}

#[tokio::test]
async fn while_there_is_nothing_to_list_the_pages_say_what_will_come_and_where_to_go() {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let mut administrator = site.signed_in(ADMINISTRATOR).await;
    let page = administrator.open(Nominations { season }).await.ok();
    assert_eq!(page.first(".empty-title"), "No nominations yet");
    assert_eq!(
        page.link("See the form as nominators do"),
        "/nominate/it-progress"
    );
    let page = administrator.open(Cases).await.ok();
    assert_eq!(page.first(".empty-title"), "No cases yet");
    assert_eq!(
        page.link("Screen the nominations"),
        Nominations { season }.to_string()
    );
    let page = administrator.open(Outbox).await.ok();
    assert!(!page.has(".empty"), "the invitations went out");
    let page = administrator.open("/admin/outbox?status=failed").await.ok();
    assert_eq!(page.first(".empty-title"), "No letter matches");
    assert_eq!(page.link("All letters"), Outbox.to_string());
}

#[tokio::test]
async fn counts_respect_the_search_and_those_without_a_confirmed_address_are_found() {
    let (panel, _) = nominated(3).await;
    let page = list(&panel, "?search=nominee+2&mark=unconfirmed").await;
    assert_eq!(nominees(&page), ["Nominee 2"]);
    let offered = page.all("select[name=status] option, select[name=mark] option");
    assert!(offered.contains(&"Submitted (1)".to_owned()), "{offered:?}");
    assert!(
        offered.contains(&"Address not confirmed (1)".to_owned()),
        "{offered:?}"
    );
    let page = list(&panel, "").await;
    let offered = page.all("select[name=status] option");
    assert!(offered.contains(&"Submitted (3)".to_owned()), "{offered:?}");
}

#[tokio::test]
async fn after_a_decision_the_next_that_waits_is_one_link_away() {
    let (panel, sent) = nominated(3).await;
    let path = Acceptance {
        season: panel.season,
        nomination: sent[1],
    };
    let (mut browser, page) = open(&panel, sent[1]).await;
    let page = browser.send(page.form(path), &[]).await.ok();
    let next = page.attributes(".onward a", "href");
    assert_eq!(next, [one(&panel, sent[2]).to_string()]);
    assert!(
        page.first(".onward")
            .ends_with("2 more wait for a decision.")
    );
    // After the last comes the first again.
    let page = browser.open(&next[0]).await.ok();
    let next = page.attributes(".onward a", "href");
    assert_eq!(next, [one(&panel, sent[0]).to_string()]);
}

#[tokio::test]
async fn what_a_filter_left_empty_does_not_stay_in_the_address() {
    let (panel, _) = nominated(1).await;
    let path = Nominations {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser
        .get(format!("{path}?search=&status=submitted&sort="))
        .await
        .expect(StatusCode::SEE_OTHER);
    let tidy = format!("{path}?status=submitted");
    assert_eq!(page.location(), Some(tidy.as_str()));
    let page = browser
        .get(format!("{path}?search="))
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(page.location(), Some(path.to_string().as_str()));
}
