//! Rulings at `/admin/interests/{season}`: in which order they wait, what is said of the quorum first, and who is stopped where.

use axum::http::StatusCode;
use plaudit_domain::interest::{Declaration, Kind};
use plaudit_domain::season::Event;
use plaudit_store::{Actor, interests};
use plaudit_web::paths::accounts::Interests as Sheet;
use plaudit_web::paths::admin::{Interests, Judges};
use plaudit_web::paths::judging::{Desk, Gate, Scorecard};

use crate::judging::panel::Panel;
use crate::support::stage::world;
use crate::support::{
    Page, Site, Stage,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

/// The judge answers the question of this case of theirs.
async fn answer(panel: &Panel, judge: Somebody, case: usize, declaration: Declaration) {
    let account = panel.site.account(judge).await;
    let moment = panel.site.app.moment(Actor::Account(account));
    let assignment = panel.assignments(judge).await[case];
    interests::declare(
        panel.site.store(),
        &moment,
        account,
        assignment,
        declaration,
    )
    .await
    .expect("it is declared");
}

fn unsure() -> Declaration {
    Declaration::Unsure {
        words: "We once met.".to_owned(),
    }
}

fn family() -> Declaration {
    Declaration::Interest {
        kind: Kind::Family,
        words: "My cousin.".to_owned(),
    }
}

async fn list(panel: &Panel) -> Page {
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    browser.open(Interests { season }).await.ok()
}

#[tokio::test]
async fn what_waits_is_listed_by_case_and_then_by_name() {
    let panel = Panel::judging(2).await;
    answer(&panel, JUDGES[2], 1, unsure()).await;
    answer(&panel, JUDGES[1], 0, unsure()).await;
    answer(&panel, JUDGES[0], 1, unsure()).await;
    let waiting: Vec<String> = list(&panel).await.table()[1..]
        .iter()
        .map(|row| row[0].clone())
        .collect();
    let mut second = [JUDGES[0].name, JUDGES[2].name];
    second.sort_unstable();
    assert_eq!(waiting, [JUDGES[1].name, second[0], second[1]]);
}

#[tokio::test]
async fn before_a_ruling_the_page_says_how_many_judges_it_would_leave() {
    let panel = Panel::judging(1).await;
    answer(&panel, JUDGES[0], 0, unsure()).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let listed = list(&panel).await;
    let ruling = listed.attributes("td a", "href")[0].clone();
    let page = browser.open(&ruling).await.ok();
    let text = page.text();
    assert!(
        text.contains(
            "Without this judge 2 judges are left for the case, and the rules ask for 3 scorecards"
        ),
        "{text}"
    );
    let season = panel.season;
    assert_eq!(
        page.link("Invite another judge"),
        Judges { season }.to_string()
    );
}

#[tokio::test]
async fn that_a_case_has_lost_its_last_judge_is_said_at_once_with_the_way_out() {
    let panel = Panel::judging(2).await;
    for judge in [JUDGES[0], JUDGES[1]] {
        answer(&panel, judge, 0, family()).await;
    }
    answer(&panel, JUDGES[2], 0, unsure()).await;
    let listed = list(&panel).await;
    assert!(listed.text().contains("Case 1, Nominee 1: one judge"));
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let ruling = listed.attributes("td a", "href")[0].clone();
    let page = browser.open(&ruling).await.ok();
    assert!(
        page.text()
            .contains("Without this judge nobody is left for the case")
    );
    let said = [
        ("ruling", "rule-recused"),
        ("reason", "They were partners."),
    ];
    let done = browser.send(page.form(&ruling), &said).await.ok();
    let text = done.text();
    assert!(text.contains("Case 1, Nominee 1: no judge"), "{text}");
    assert!(text.contains("unless another judge joins"));
    let season = panel.season;
    assert_eq!(
        done.link("Invite another judge"),
        Judges { season }.to_string()
    );
}

#[tokio::test]
async fn a_judge_who_nominated_is_stopped_at_the_sheet_and_at_the_gate() {
    let nominators = [(1, JUDGES[0].address), (2, "nominator.2@council.example")];
    let (panel, sent) = Panel::nominated(&nominators).await;
    for nomination in sent {
        panel.make_eligible(nomination).await;
    }
    let season = panel.season;
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let sheet = judge.open(Sheet { season }).await.ok();
    let text = sheet.text();
    assert!(!text.contains("Nominee 1"), "{text}");
    assert!(text.contains("Nominee 2"));
    assert!(text.contains("You are out of one case"));

    panel.move_on(Event::BeginJudging).await;
    let desk = judge.open(Desk).await.ok();
    assert!(desk.text().contains("You are out of case 1."));
    assert_eq!(desk.table().len(), 1 + 1);
    // Their place in the case is recused: its address shows a number at most, and opens nothing.
    let store = panel.site.store();
    let viewer =
        plaudit_store::reports::Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let listed = plaudit_store::reports::interests::get(store, &viewer, season)
        .await
        .expect("the interests");
    let account = panel.site.account(JUDGES[0]).await;
    let own = listed.rows.iter().find(|row| row.account == account);
    let case = own.expect("their interest").case;
    let page = plaudit_store::reports::case::case_page(store, &viewer, case)
        .await
        .expect("the case");
    let theirs = page.judges.iter().find(|row| row.judge == account);
    let assignment = theirs.expect("their place").assignment;
    let gate = judge.open(Gate { assignment }).await.ok();
    assert!(gate.text().contains("You are out of case 1"));
    assert!(!gate.text().contains("Nominee 1"));
    let card = judge.get(Scorecard { assignment }).await;
    card.expect(StatusCode::NOT_FOUND);
    let post = [("interest", "none")];
    let refused = judge.post(Gate { assignment }, &post).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    let again = judge.get(Scorecard { assignment }).await;
    again.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_nominated_the_nominee_in_an_earlier_season_is_suggested() {
    let site = Site::at(Stage::Demo).await;
    let season = world().season;
    let mut browser = site.signed_in(world().administrator.clone()).await;
    let page = browser.open(Interests { season }).await.ok();
    let earlier = "nominated the other, or was their referee, in the season 2026";
    let rows = page.all("tbody tr");
    let suggested: Vec<&String> = rows.iter().filter(|row| row.contains(earlier)).collect();
    assert_eq!(suggested.len(), 1, "{}", page.text());
    for name in ["Gordon MacQuarrie", "Inga Halcrow"] {
        assert!(suggested[0].contains(name), "{}", suggested[0]);
    }
}
