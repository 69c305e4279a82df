//! The agenda of a meeting, who is out of its cases, and what the room costs.

use axum::http::StatusCode;
use plaudit_domain::membership::{Role, Scope};
use plaudit_domain::season::Event;
use plaudit_web::paths::judging::{Agenda, AgendaItem, Minutes};

use super::{CHAIR, FOURTH, OUT, meeting};
use crate::admin::shortlist::with_cases;
use crate::judging::panel::Panel;

#[tokio::test]
async fn the_agenda_keeps_cases_with_the_same_people_out_together_and_is_changed_by_hand() {
    let judged = meeting().await;
    let category = judged.category;
    let mut chair = judged.panel.site.signed_in(CHAIR).await;
    let page = chair.open(judged.room()).await.ok();
    assert_eq!(page.first(".empty-title"), "There is no agenda yet");
    let mut chair = judged.drawn_up().await;
    let rows = |page: &crate::support::Page| -> Vec<[String; 2]> {
        let table = page.table();
        let rows = table.iter().skip(1);
        rows.map(|row| [row[1].clone(), row[2].clone()]).collect()
    };
    let page = chair.open(Agenda { category }).await.ok();
    let first = ["Nominee 1".to_owned(), String::new()];
    let second = ["Nominee 2".to_owned(), OUT.name.to_owned()];
    assert_eq!(rows(&page), [first.clone(), second.clone()]);

    let item = |index: usize| AgendaItem {
        category,
        case: judged.cases[index],
    };
    let before = judged.facts_noted().await;
    chair
        .post(&item(1), &[("how", "up")])
        .await
        .expect(StatusCode::SEE_OTHER);
    let page = chair.open(Agenda { category }).await.ok();
    assert_eq!(rows(&page), [second.clone(), first.clone()]);
    chair
        .post(&item(2), &[("how", "add")])
        .await
        .expect(StatusCode::SEE_OTHER);
    chair
        .post(&item(1), &[("how", "remove")])
        .await
        .expect(StatusCode::SEE_OTHER);
    let page = chair.open(Agenda { category }).await.ok();
    assert_eq!(
        rows(&page),
        [first, ["Nominee 3".to_owned(), String::new()]]
    );
    assert_eq!(judged.facts_noted().await, before + 3);
    // Whoever only judges neither draws it up nor changes it.
    let mut judge = judged.panel.site.signed_in(FOURTH).await;
    for (path, how) in [
        (Agenda { category }.to_string(), "none"),
        (item(0).to_string(), "down"),
    ] {
        judge
            .post(&path, &[("how", how)])
            .await
            .expect(StatusCode::CONFLICT);
    }
    assert_eq!(judged.facts_noted().await, before + 3);
}

#[tokio::test]
async fn a_judge_who_nominated_somebody_is_out_of_that_case_by_their_address_alone() {
    let nominators = [(1, FOURTH.address), (2, "nominator.2@council.example")];
    let (panel, sent) = Panel::nominated(&nominators).await;
    for nomination in sent {
        panel.make_eligible(nomination).await;
    }
    panel.give_role(CHAIR, Role::Chair).await;
    panel.move_on(Event::BeginJudging).await;
    panel.move_on(Event::BeginDeliberation).await;
    // Only now, when nobody is asked about interests any more.
    let season = Scope::Season(panel.season);
    panel.join(FOURTH, Role::Judge, season).await;
    let judged = with_cases(panel).await;
    let mut chair = judged.drawn_up().await;
    assert_eq!(
        judged.call(&mut chair, Some(0)).await,
        StatusCode::SEE_OTHER
    );
    let page = chair.open(judged.room()).await.ok();
    assert!(page.first(".room-case .notice").contains(FOURTH.name));
    let mut out = judged.panel.site.signed_in(FOURTH).await;
    let page = out.open(judged.room()).await.ok();
    assert_eq!(page.first("#room h2"), "You are out now");
}

#[tokio::test]
async fn the_room_costs_the_same_number_of_statements_for_1_case_and_for_30() {
    let mut costs = Vec::new();
    for count in [1, 30] {
        let panel = Panel::judging(count).await;
        panel.give_role(CHAIR, Role::Chair).await;
        panel.move_on(Event::BeginDeliberation).await;
        let judged = with_cases(panel).await;
        let mut chair = judged.drawn_up().await;
        judged.call(&mut chair, Some(0)).await;
        let category = judged.category;
        let mut of = Vec::new();
        for path in [
            judged.room().to_string(),
            Agenda { category }.to_string(),
            Minutes { category }.to_string(),
            judged.deliberated(0).to_string(),
        ] {
            let (page, cost) = judged.panel.site.statements_of(chair.open(path)).await;
            page.ok();
            of.push(cost);
        }
        costs.push(of);
    }
    assert_eq!(costs[0], costs[1]);
}
