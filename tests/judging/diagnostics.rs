//! `/judging/diagnostics/{category}`: what the scores say of the panel, to whom and when.

use axum::http::StatusCode;
use plaudit_domain::membership::Role;
use plaudit_domain::season::Event;
use plaudit_web::paths::judging::{Desk, Diagnostics};

use super::panel::Panel;
use crate::admin::shortlist::{Judged, with_cases};
use crate::support::{
    Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

const CHAIR: Somebody = JUDGES[2];

/// Eight cases that three judges scored, one of them the chair.
async fn scored() -> Judged {
    let panel = Panel::judging(8).await;
    panel.give_role(CHAIR, Role::Chair).await;
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

async fn seen(judged: &Judged) -> Page {
    let category = judged.category;
    let mut chair = judged.panel.site.signed_in(CHAIR).await;
    let mut page = chair.open(Diagnostics { category }).await.ok();
    for _ in 0..100 {
        if !page.text().contains("being worked out") {
            break;
        }
        page = chair.open(Diagnostics { category }).await.ok();
    }
    page
}

#[tokio::test]
async fn the_chair_sees_it_once_the_scores_are_locked_and_nobody_else_does() {
    let judged = scored().await;
    let category = judged.category;
    let path = Diagnostics { category };
    let site = &judged.panel.site;
    let mut chair = site.signed_in(CHAIR).await;
    let early = chair.open(&path).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(!early.text().contains("Krippendorff"));
    let desk = chair.open(Desk).await.ok();
    assert!(!desk.text().contains("What the scores say of the panel"));
    judged.panel.move_on(Event::BeginDeliberation).await;
    let desk = chair.open(Desk).await.ok();
    assert_eq!(
        desk.link("What the scores say of the panel"),
        path.to_string()
    );
    assert!(
        seen(&judged)
            .await
            .text()
            .contains("Krippendorff’s alpha is")
    );
    for who in [JUDGES[0], ADMINISTRATOR] {
        let mut browser = site.signed_in(who).await;
        browser.get(&path).await.expect(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn of_a_small_panel_no_judge_and_no_score_is_singled_out() {
    let judged = scored().await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    let page = seen(&judged).await;
    let text = page.text();
    assert!(
        text.contains("With fewer than 10 judges or 30 cases"),
        "{}",
        page.excerpt()
    );
    for judge in JUDGES {
        assert!(!page.first("main").contains(judge.name), "{}", judge.name);
    }
    assert!(!text.contains("Scores that stand out"));
}
