//! `/admin/ranking/{category}` and `/admin/shortlist/{category}`: three cases, of which two reach the merit floor.

use axum::http::StatusCode;
use plaudit_domain::ids::{CaseId, CategoryId};
use plaudit_domain::season::Event;
use plaudit_store::{
    reports::{Viewer, ranking},
    seasons,
};
use plaudit_web::paths::admin::{
    Cut, Package, Place, PlaceRemoval, Ranking, Rest, Season, Shortlist,
};

use crate::judging::panel::Panel;
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, JUDGES},
};

/// A category, and the cases of `Nominee 1` to `3`.
pub(crate) struct Judged {
    pub(crate) panel: Panel,
    pub(crate) category: CategoryId,
    pub(crate) cases: Vec<CaseId>,
}

/// Three judges gave 5, 4 and 2 on every criterion: 100, 80 and 40 per cent.
pub(crate) async fn judged() -> Judged {
    let panel = Panel::judging(3).await;
    for judge in JUDGES {
        panel.score(judge, &["5", "4", "2"]).await;
    }
    with_cases(panel).await
}

pub(crate) async fn with_cases(panel: Panel) -> Judged {
    let store = panel.site.store();
    let categories = seasons::categories(store, panel.season)
        .await
        .expect("categories");
    let category = categories[0].id;
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let mut rows = ranking::ranking(store, &viewer, category)
        .await
        .expect("a ranking")
        .rows;
    rows.sort_by_key(|row| row.number);
    let cases = rows.into_iter().map(|row| row.case).collect();
    Judged {
        panel,
        category,
        cases,
    }
}

/// Where a case of this place in the list is decided on.
pub(crate) fn place(judged: &Judged, index: usize) -> Place {
    judged.place(index)
}

impl Judged {
    pub(crate) async fn open(&self, path: impl ToString) -> (Client, Page) {
        let mut browser = self.panel.site.signed_in(ADMINISTRATOR).await;
        let page = browser.open(path).await.ok();
        (browser, page)
    }

    fn place(&self, index: usize) -> Place {
        Place {
            category: self.category,
            case: self.cases[index],
        }
    }

    pub(crate) async fn decide(&self, index: usize, event: &str, reason: &str) -> Page {
        let path = self.place(index);
        let (mut browser, page) = self.open(&path).await;
        let form = page.form(&path).press("event", event);
        browser.submit(form, &[("reason", reason)]).await
    }

    /// The administrator leaves out whatever nobody has decided on.
    pub(crate) async fn leave_the_rest_out(&self, reason: &str) -> Page {
        let path = Rest {
            category: self.category,
        };
        let (mut browser, page) = self.open(&path).await;
        browser
            .send(page.form(&path), &[("reason", reason)])
            .await
            .ok()
    }

    pub(crate) async fn statuses(&self) -> Vec<String> {
        let category = self.category;
        let (_, page) = self.open(Shortlist { category }).await;
        page.table()[1..].iter().map(|row| row[4].clone()).collect()
    }
}

#[tokio::test]
async fn the_ranking_shows_totals_means_and_scorecards_and_draws_the_cut() {
    let judged = judged().await;
    let category = judged.category;
    let (_, page) = judged.open(Ranking { category }).await;
    let row = |cells: [&str; 10]| cells.map(str::to_owned).to_vec();
    assert_eq!(
        page.table()[1..],
        [
            row([
                "1",
                "Nominee 1 Council 1",
                "100.00",
                "5.00",
                "5.00",
                "5.00",
                "5.00",
                "3 (3 needed)",
                "0",
                "In judging"
            ]),
            row([
                "2",
                "Nominee 2 Council 2",
                "80.00",
                "4.00",
                "4.00",
                "4.00",
                "4.00",
                "3 (3 needed)",
                "0",
                "In judging"
            ]),
            vec!["The cut: up to 5 above this line".to_owned()],
            row([
                "3",
                "Nominee 3 Council 3",
                "40.00",
                "2.00",
                "2.00",
                "2.00",
                "2.00",
                "3 (3 needed)",
                "0",
                "In judging Below the merit floor"
            ]),
        ]
    );
}

#[tokio::test]
async fn cases_that_stay_tied_share_a_rank_and_the_page_says_so() {
    let panel = Panel::judging(3).await;
    for judge in JUDGES {
        panel.score(judge, &["4", "4", "3"]).await;
    }
    let judged = with_cases(panel).await;
    let category = judged.category;
    let (_, page) = judged.open(Ranking { category }).await;
    let ranks: Vec<String> = page.table()[1..]
        .iter()
        .filter(|row| row.len() > 1)
        .map(|row| row[0].clone())
        .collect();
    assert_eq!(ranks, ["1 =", "1 =", "3"]);
    assert!(page.text().contains("every tie-break left tied"));
}

#[tokio::test]
async fn a_case_without_a_quorum_is_listed_and_not_ranked() {
    let panel = Panel::judging(2).await;
    for judge in JUDGES {
        panel.score(judge, &["4"]).await;
    }
    let judged = with_cases(panel).await;
    let category = judged.category;
    let (_, page) = judged.open(Ranking { category }).await;
    let last = page.table().pop().expect("a row");
    assert_eq!((last[0].as_str(), last[7].as_str()), ("–", "0 (3 needed)"));
    assert!(last[9].contains("Too few scorecards"));
    let page = judged.open(judged.place(1)).await.1;
    assert!(!page.text().contains("Put on the shortlist"));
}

#[tokio::test]
async fn the_ranking_costs_the_same_number_of_statements_for_1_and_for_30() {
    let mut costs = Vec::new();
    for count in [1, 30] {
        let judged = with_cases(Panel::judging(count).await).await;
        let category = judged.category;
        let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
        let mut of = Vec::new();
        for path in [
            Ranking { category }.to_string(),
            Shortlist { category }.to_string(),
        ] {
            let (page, cost) = judged.panel.site.statements_of(browser.open(path)).await;
            page.ok();
            of.push(cost);
        }
        costs.push(of);
    }
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn a_decision_that_follows_the_ranking_needs_no_reason_and_a_departure_does() {
    let judged = judged().await;
    let page = judged.decide(0, "shortlist", "").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = judged.decide(1, "hold-in-reserve", "").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    let page = judged
        .decide(1, "hold-in-reserve", "The panel asked for a visit")
        .await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let statuses = judged.statuses().await;
    assert_eq!(
        statuses,
        ["Shortlisted", "Reserve", "In judging Below the merit floor"]
    );
    let category = judged.category;
    let (_, page) = judged.open(Shortlist { category }).await;
    assert!(page.text().contains("The panel asked for a visit"));
}

#[tokio::test]
async fn nothing_below_the_merit_floor_is_put_forward_even_by_a_forged_form() {
    let judged = judged().await;
    let path = judged.place(2);
    let (mut browser, page) = judged.open(&path).await;
    let form = page.form(&path).forged("event", "shortlist");
    let page = browser.submit(form, &[("reason", "A fine case")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(
        judged.statuses().await[2],
        "In judging Below the merit floor"
    );
}

#[tokio::test]
async fn the_cut_is_previewed_and_taken_in_one_step_and_undone_one_by_one() {
    let judged = judged().await;
    let category = judged.category;
    let path = Cut { category };
    let (mut browser, page) = judged.open(&path).await;
    assert_eq!(page.all("form ul li bdi"), ["Nominee 1", "Nominee 2"]);
    assert!(!page.text().contains("still to come"));
    let page = browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(page.first(".notice"), "2 cases are on the shortlist.");
    let removal = PlaceRemoval {
        category,
        case: judged.cases[1],
    };
    let page = browser.open(judged.place(1)).await.ok();
    let page = browser.submit(page.form(&removal), &[]).await;
    assert_eq!(page.problems(), ["Enter the reason"]);
    let page = browser
        .send(page.form(&removal), &[("reason-undo", "Taken in error")])
        .await
        .ok();
    assert_eq!(page.first(".notice"), "The decision is undone.");
    assert_eq!(judged.statuses().await[1], "In judging Within the cut");
}

#[tokio::test]
async fn a_cut_before_the_last_scorecard_says_how_many_are_still_to_come() {
    let panel = Panel::judging(3).await;
    for judge in JUDGES {
        panel.score(judge, &["5", "4"]).await;
    }
    let judged = with_cases(panel).await;
    let category = judged.category;
    let (_, page) = judged.open(Cut { category }).await;
    assert_eq!(page.all("form ul li bdi"), ["Nominee 1", "Nominee 2"]);
    let said = page.first(".notice");
    assert!(said.starts_with("3 scorecards are still to come"), "{said}");
}

#[tokio::test]
async fn a_preview_that_is_overtaken_takes_nothing() {
    let judged = judged().await;
    let category = judged.category;
    let path = Cut { category };
    let (mut browser, page) = judged.open(&path).await;
    judged
        .decide(0, "hold-in-reserve", "The panel asked for a visit")
        .await;
    let page = browser.submit(page.form(&path), &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(page.all("form ul li bdi"), ["Nominee 2"]);
    assert_eq!(judged.statuses().await[1], "In judging Within the cut");
}

#[tokio::test]
async fn why_a_case_stands_on_the_shortlist_is_said_by_decisions_on_the_shortlist_alone() {
    let judged = judged().await;
    let category = judged.category;
    let why = async || -> Vec<String> {
        let (_, page) = judged.open(Shortlist { category }).await;
        page.table()[1..].iter().map(|row| row[5].clone()).collect()
    };
    // The fact check and the eligibility of each have notes of their own.
    assert_eq!(why().await, ["", "", ""]);
    judged.decide(0, "shortlist", "The clearest case.").await;
    assert_eq!(why().await, ["The clearest case.", "", ""]);
}

#[tokio::test]
async fn a_season_whose_scores_are_locked_leads_to_what_each_category_came_to() {
    let judged = judged().await;
    let (category, season) = (judged.category, judged.panel.season);
    let (_, page) = judged.open(Season { season }).await;
    assert!(!page.text().contains("Results package"));
    judged.panel.move_on(Event::BeginDeliberation).await;
    let (_, page) = judged.open(Season { season }).await;
    let links = page.attributes("main .parts a", "href");
    for path in [
        Ranking { category }.to_string(),
        Shortlist { category }.to_string(),
        Package { category }.to_string(),
    ] {
        assert!(links.contains(&path), "{path} is not among {links:?}");
    }
    assert!(page.link("The public page").starts_with('/'));
}
