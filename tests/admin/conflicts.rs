//! `/admin/conflicts`, `/admin/domains`, suggested conflicts, and what stands in the way of an invitation.

use axum::http::StatusCode;
use plaudit_domain::interest::Kind;
use plaudit_domain::interest::conflicts::{Effect, Ruler};
use plaudit_domain::season::Event;
use plaudit_store::rule_sets;
use plaudit_web::paths::admin::{Conflicts, Domains, Interests, Judges, Suggestion};
use plaudit_web::paths::judging::{Desk, Gate};

use super::setup_world::Desk as AdminDesk;
use crate::judging::panel::Panel;
use crate::support::people::{ADMINISTRATOR, JUDGES};

#[tokio::test]
async fn the_policy_is_chosen_while_the_rules_are_a_draft_and_locked_with_them() {
    let (mut desk, season) = AdminDesk::with_draft().await;
    let path = Conflicts { season };
    let answers = [
        ("effect-family", "out-of-category"),
        ("effect-supplier", "stay"),
        ("years", "5"),
        ("ruler", "chair"),
    ];
    desk.fill(&path, &answers).await.ok();
    let rules = rule_sets::current(desk.site.store(), season)
        .await
        .expect("the rules");
    let policy = rules.conflict_policy();
    assert_eq!(policy.effect(Kind::Family), Effect::OutOfCategory);
    assert_eq!(policy.effect(Kind::Supplier), Effect::Stay);
    assert_eq!((policy.look_back_years, policy.ruler), (5, Ruler::Chair));
    assert!(
        rules.content().contains("\"supplier\":\"stay\""),
        "it is sealed with the rules"
    );
    let wrong = desk.fill(&path, &[("years", "99")]).await;
    let wrong = wrong.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems().len(), 1);

    let panel = Panel::screening(1).await;
    let locked = Conflicts {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&locked).await.ok();
    assert!(
        page.forms()
            .iter()
            .all(|form| form.value("years").is_none())
    );
    let mut fields = vec![("version", "1"), ("years", "5"), ("ruler", "chair")];
    let kinds: Vec<String> = Kind::CHOSEN
        .iter()
        .map(|kind| format!("effect-{kind}"))
        .collect();
    fields.extend(kinds.iter().map(|name| (name.as_str(), "stay")));
    browser
        .post(&locked, &fields)
        .await
        .expect(StatusCode::CONFLICT);
    let rules = rule_sets::current(panel.site.store(), panel.season)
        .await
        .expect("the rules");
    assert_eq!(
        rules.conflict_policy().effect(Kind::Family),
        Effect::OutOfCase
    );
}

#[tokio::test]
async fn the_policy_acts_at_the_gate_and_says_what_it_did() {
    let panel = Panel::judging(2).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let gate = Gate { assignment };
    let form = browser.open(&gate).await.ok().form(&gate);
    let answers = [
        ("interest", "declared"),
        ("kind", "line-management"),
        ("words", "I manage them."),
    ];
    let page = browser.send(form, &answers).await.ok();
    assert_eq!(page.path, Desk.to_string());
    assert!(
        page.text()
            .contains("By the rules you are out of that case.")
    );
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 1);

    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let listed = administrator.open(Interests { season }).await.ok();
    assert_eq!(listed.table()[1][4], "Recused");
    // Three scorecards are needed and two judges are left: said before anybody rules on anything.
    assert!(
        listed.text().contains("Case 1, Nominee 1: 2 judges"),
        "{}",
        listed.text()
    );
    let dashboard = administrator.open("/admin").await.ok();
    assert!(
        dashboard
            .text()
            .contains("One case has fewer judges than the quorum")
    );
}

#[tokio::test]
async fn a_nominator_who_is_to_judge_is_told_of_before_the_letter_goes_and_is_out_of_the_case() {
    let (panel, sent) = Panel::nominated(&[(1, "robin@partner.example")]).await;
    let case = panel.make_eligible(sent[0]).await;
    let path = Judges {
        season: panel.season,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    let said = [("name", "Robin Teal"), ("email", "robin@partner.example")];
    let warned = browser
        .send(page.form(&path), &said)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        warned.table()[1],
        [
            "Nominee 1 Council 1",
            "1",
            "is a nominator (robin@partner.example)"
        ]
    );
    let listed = browser.open(&path).await.ok();
    assert!(
        !listed.text().contains("robin@partner.example"),
        "nobody was invited"
    );
    let done = browser.send(warned.form(&path), &[]).await.ok();
    assert!(
        done.text()
            .contains("The invitation to Robin Teal is on its way to robin@partner.example.")
    );
    let history = browser.open("/admin/history").await.ok();
    assert!(history.text().contains("Robin Teal"), "{}", history.text());
    let account = panel
        .site
        .account(plaudit_domain::person::Email::parse("robin@partner.example").expect("an address"))
        .await;
    let viewer =
        plaudit_store::reports::Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    panel.move_on(Event::BeginJudging).await;
    let page = plaudit_store::reports::case::case_page(panel.site.store(), &viewer, case)
        .await
        .expect("the case");
    assert!(page.judges.iter().all(|judge| judge.judge != account));
}

#[tokio::test]
async fn a_likeness_is_suggested_and_confirmed_or_dismissed_with_a_reason() {
    let (panel, sent) =
        Panel::nominated(&[(1, "one@judges.example"), (2, "two@partner.example")]).await;
    let case = panel.make_eligible(sent[0]).await;
    panel.make_eligible(sent[1]).await;
    let season = panel.season;
    let list = Interests { season };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&list).await.ok();
    let found: Vec<_> = page.table()[1..]
        .iter()
        .map(|row| (row[0].clone(), row[3].clone()))
        .collect();
    let said = "has an address at the same domain (judges.example)".to_owned();
    assert_eq!(
        found,
        JUDGES.map(|judge| (judge.name.to_owned(), said.clone()))
    );

    let suggestion = |judge| Suggestion {
        season,
        case,
        judge,
        sign: "domain".to_owned(),
    };
    let first = suggestion(panel.site.account(JUDGES[0]).await);
    let page = browser.open(&first).await.ok();
    let wrong = browser
        .send(page.form(&first).press("do", "confirm"), &[])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems(), ["Enter the reason"]);
    let reason = [("reason", "They share an office.")];
    browser
        .send(wrong.form(&first).press("do", "confirm"), &reason)
        .await
        .ok();
    let second = suggestion(panel.site.account(JUDGES[1]).await);
    let page = browser.open(&second).await.ok();
    let reason = [("reason", "A domain of thousands.")];
    let page = browser
        .send(page.form(&second).press("do", "dismiss"), &reason)
        .await
        .ok();
    assert!(page.text().contains("is dismissed."), "{}", page.text());
    browser.get(&first).await.expect(StatusCode::NOT_FOUND);
    browser.get(&second).await.expect(StatusCode::NOT_FOUND);
    panel.move_on(Event::BeginJudging).await;
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 1);
    assert_eq!(panel.assignments(JUDGES[1]).await.len(), 2);

    // A domain of everybody's is no sign.
    let page = browser.open(Domains).await.ok();
    browser
        .send(
            page.form(Domains),
            &[("domains", "judges.example\nmail.example")],
        )
        .await
        .ok();
    let third = suggestion(panel.site.account(JUDGES[2]).await);
    browser.get(&third).await.expect(StatusCode::NOT_FOUND);
    let wrong = browser
        .send(page.form(Domains), &[("domains", "not a domain")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn nobody_rules_on_their_own_interest() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    let account = panel.site.account(ADMINISTRATOR).await;
    let store = panel.site.store();
    let moment = panel
        .site
        .app
        .moment(plaudit_store::Actor::Account(account));
    let sheet = plaudit_store::reports::sheet::get(store, account, season)
        .await
        .expect("a sheet");
    let case = sheet.rows().next().expect("a case").case;
    let unsure = plaudit_domain::interest::Declaration::Unsure {
        words: "I cannot tell.".to_owned(),
    };
    plaudit_store::interests::declare_on_sheet(
        store,
        &moment,
        account,
        season,
        vec![(case, unsure)],
    )
    .await
    .expect("it is declared");
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let listed = browser.open(Interests { season }).await.ok();
    assert_eq!(listed.first(".empty-title"), "Nothing waits for you");
}
