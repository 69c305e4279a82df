//! `/admin/ranking/{category}/certainty`: what the scores carry, what they do not, and to whom it is said.

use plaudit_web::paths::admin::{Certainty, Ranking};

use super::shortlist::{Judged, with_cases};
use crate::judging::panel::Panel;
use crate::support::{
    Page,
    people::{ADMINISTRATOR, JUDGES},
};

/// Opens the page until what it shows is of the scores as they are: a loaded machine takes longer than a page waits.
async fn certain(judged: &Judged) -> Page {
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let mut tries = 0;
    loop {
        let page = browser.open(Certainty { category }).await.ok();
        tries += 1;
        if tries == 100 || !page.text().contains("being worked out") {
            return page;
        }
    }
}

/// Eight cases from the best down, and three judges, of whom the last is the most severe.
async fn eight() -> Judged {
    let panel = Panel::judging(8).await;
    let given = [
        ["5", "5", "4", "4", "3", "3", "2", "1"],
        ["5", "4", "4", "3", "3", "2", "2", "1"],
        ["4", "4", "3", "3", "1", "2", "1", "0"],
    ];
    for (judge, points) in JUDGES.into_iter().zip(&given) {
        panel.score(judge, points).await;
    }
    with_cases(panel).await
}

#[tokio::test]
async fn the_ranking_leads_to_how_sure_it_is() {
    let judged = eight().await;
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Ranking { category }).await.ok();
    assert_eq!(
        page.link("How sure is this?"),
        Certainty { category }.to_string()
    );
}

#[tokio::test]
async fn the_ranking_itself_says_which_cases_are_too_close_to_separate() {
    let panel = Panel::judging(8).await;
    let given = [
        ["5", "4", "4", "3", "3", "3", "2", "0"],
        ["5", "4", "3", "3", "2", "3", "3", "0"],
        ["5", "4", "4", "2", "3", "3", "3", "1"],
    ];
    for (judge, points) in JUDGES.into_iter().zip(&given) {
        panel.score(judge, points).await;
    }
    let judged = with_cases(panel).await;
    let category = judged.category;
    let open = certain(&judged).await;
    let open: Vec<String> = open
        .table()
        .into_iter()
        .filter(|row| {
            row.iter()
                .any(|cell| cell.starts_with("Too close to separate"))
        })
        .map(|row| row[1].clone())
        .collect();
    assert!(open.len() > 1, "{open:?}");
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Ranking { category }).await.ok();
    let marked: Vec<String> = page
        .table()
        .into_iter()
        .filter(|row| {
            row.iter()
                .any(|cell| cell.contains("Too close to separate"))
        })
        .map(|row| row[1].clone())
        .collect();
    assert_eq!(marked.len(), open.len());
    for (marked, open) in marked.iter().zip(&open) {
        assert!(marked.starts_with(open.as_str()), "{marked} is not {open}");
    }
    let said = format!("{} cases, from rank ", open.len());
    assert!(page.text().contains(&said), "{}", page.excerpt());
    let tried = browser
        .open(format!("{}?shortlist_size=2", Ranking { category }))
        .await;
    assert!(
        !tried.text().contains("Too close to separate"),
        "a trial says nothing of it"
    );
}

#[tokio::test]
async fn the_ranking_says_plainly_when_the_panel_cannot_tell_cases_apart() {
    let panel = Panel::judging(8).await;
    for (judge, points) in JUDGES.into_iter().zip([
        ["3", "2", "3", "2", "3", "2", "3", "2"],
        ["2", "3", "2", "3", "2", "3", "2", "3"],
        ["3", "3", "2", "2", "3", "3", "2", "2"],
    ]) {
        panel.score(judge, &points).await;
    }
    let judged = with_cases(panel).await;
    certain(&judged).await;
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Ranking { category }).await.ok();
    assert!(
        page.text()
            .contains("The panel cannot tell these cases apart"),
        "{}",
        page.excerpt()
    );
}

#[tokio::test]
async fn each_case_has_its_chance_its_ranks_and_how_its_score_comes_about() {
    let judged = eight().await;
    let page = certain(&judged).await;
    let table = page.table();
    let best = &table[1];
    assert_eq!((best[0].as_str(), best[1].as_str()), ("1", "Nominee 1"));
    assert_eq!(
        (best[4].as_str(), best[5].as_str(), best[6].as_str()),
        ("over 99%", "Safely in", "By every method")
    );
    let last = &table[8];
    assert_eq!(
        (last[1].as_str(), last[5].as_str(), last[6].as_str()),
        (
            "Nominee 8",
            "Safely out Below the merit floor",
            "Below the merit floor"
        )
    );
    let text = page.text();
    for said in [
        "93.3 is the mean of its scorecards.",
        "The reliability of the ranking is 0.85",
        "Krippendorff’s alpha is",
        "Every judge scored every case",
    ] {
        assert!(text.contains(said), "{said}: {}", page.excerpt());
    }
}

#[tokio::test]
async fn no_judge_of_a_small_panel_is_named() {
    let judged = eight().await;
    let page = certain(&judged).await;
    let text = page.text();
    assert!(text.contains("Judge 1") && text.contains("Judge 3"));
    for judge in JUDGES {
        assert!(!text.contains(judge.name), "{}", judge.name);
    }
}

#[tokio::test]
async fn what_so_few_scores_cannot_carry_is_said() {
    let panel = Panel::judging(3).await;
    for judge in JUDGES {
        panel.score(judge, &["5", "4", "2"]).await;
    }
    let judged = with_cases(panel).await;
    let page = certain(&judged).await;
    assert!(
        page.text()
            .contains("No chance can be given: 3 cases are scored, and five are needed."),
        "{}",
        page.excerpt()
    );
    assert!(!page.text().contains("Safely in"));
}

#[tokio::test]
async fn a_new_scorecard_changes_what_is_said() {
    let panel = Panel::judging(8).await;
    let given = ["5", "5", "4", "4", "3", "3", "2", "1"];
    for judge in [JUDGES[0], JUDGES[1]] {
        panel.score(judge, &given).await;
    }
    let judged = with_cases(panel).await;
    let few = certain(&judged).await;
    assert!(few.text().contains("No chance can be given"));
    let judge = JUDGES[2];
    let third = ["4", "4", "3", "3", "1", "2", "1", "0"];
    judged.panel.score(judge, &third).await;
    let enough = certain(&judged).await;
    assert!(enough.text().contains("Safely in"), "{}", enough.excerpt());
}

#[tokio::test]
async fn it_costs_the_same_number_of_statements_for_1_and_for_30() {
    let mut costs = Vec::new();
    for count in [1, 30] {
        let judged = with_cases(Panel::judging(count).await).await;
        certain(&judged).await;
        let category = judged.category;
        let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
        let (page, cost) = judged
            .panel
            .site
            .statements_of(browser.open(Certainty { category }))
            .await;
        page.ok();
        costs.push(cost);
    }
    assert_eq!(costs[0], costs[1]);
}
