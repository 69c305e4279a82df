//! `/admin` from an empty programme to the beginning of judging, and the page that begins it.

use axum::http::StatusCode;
use plaudit_domain::{
    interest::{Declaration, Kind},
    membership::{Role, Scope, Status as Member},
    season::Status,
};
use plaudit_store::{Actor, interests, memberships, seasons};
use plaudit_web::paths::admin::{
    Dashboard, Interests, Judges, Outbox, Programme, Season, SeasonJudging,
};

use super::setup_world::Desk;
use crate::judging::panel::Panel;
use crate::support::{
    Page, Stage,
    people::{ADMINISTRATOR, JUDGES},
};

const TO_DO: &str = ".step.next .step-title";

async fn dashboard(panel: &Panel) -> Page {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    browser.open(Dashboard).await.ok()
}

#[tokio::test]
async fn a_programme_without_a_season_has_steps_of_its_own() {
    let mut desk = Desk::at(Stage::SetUp).await;
    let new = desk.open("/admin/programmes/new").await;
    let library = [
        ("title", "Library friend of the year"),
        ("purpose", "For somebody who made a **library** better."),
        ("eligibility", "- Anybody who helps a library."),
    ];
    let form = new.form("/admin/programmes");
    desk.browser.send(form, &library).await.ok();
    let page = desk.open(Dashboard).await;
    assert_eq!(page.all(TO_DO), ["Stewards", "Set up a season", "Terms"]);
    assert!(!page.text().contains("There is no season yet"));
}

#[tokio::test]
async fn a_draft_has_the_same_parts_on_the_dashboard_and_on_its_own_page() {
    let (mut desk, season) = Desk::with_draft().await;
    let on_dashboard = desk.open(Dashboard).await;
    let on_its_page = desk.open(Season { season }).await;
    let titles = on_its_page.all(".step .step-title");
    assert_eq!(titles.len(), 8);
    assert_eq!(on_dashboard.all(".step .step-title"), titles);
    for how in [".step.next .step-title", ".step.done .step-title"] {
        assert_eq!(on_dashboard.all(how), on_its_page.all(how));
    }
    assert!(
        on_dashboard
            .text()
            .contains("This waits for the steps above.")
    );

    let programme = desk.season(season).await.programme;
    let page = desk.open(Programme { programme }).await;
    assert_eq!(
        page.all(".step.done .step-title")
            .contains(&"Season".to_owned()),
        !on_its_page
            .all(TO_DO)
            .iter()
            .any(|part| !["Eligibility", "Terms"].contains(&part.as_str())),
    );
}

#[tokio::test]
async fn a_season_that_has_just_opened_says_what_can_be_done_and_what_the_rest_waits_for() {
    let mut desk = Desk::at(Stage::Open).await;
    let page = desk.open(Dashboard).await;
    assert_eq!(page.all(TO_DO), ["Share the address"]);
    let slug = desk.programmes().await.remove(0).words.slug;
    let address = format!("https://award.example/{slug}");
    assert!(page.text().contains(&address), "{}", page.text());
    assert!(page.text().contains("Nobody has been nominated yet."));
    assert!(page.text().contains("There is no case yet."));
    let season = desk.latest().await.id;
    assert_eq!(page.link("Invite the panel"), Judges { season }.to_string());
    // Judging waits for a date, and says for which.
    let waiting = page.all(".step.blocked .step-note");
    assert!(
        waiting
            .last()
            .is_some_and(|note| note.starts_with("Nominations close at noon on")),
        "{waiting:?}"
    );
}

#[tokio::test]
async fn no_mail_server_is_said_where_letters_are_looked_for() {
    let mut desk = Desk::at(Stage::SetUp).await;
    for path in [Dashboard.to_string(), Outbox.to_string()] {
        let page = desk.open(path).await;
        let notice = page.first(".notice");
        assert!(notice.starts_with("No mail server is set:"), "{notice}");
    }
}

#[tokio::test]
async fn after_the_close_interests_are_declared_and_ruled_on_before_judging() {
    let (panel, sent) = Panel::nominated(&[(1, "nominator@council.example")]).await;
    let case = panel.make_eligible(sent[0]).await;
    let page = dashboard(&panel).await;
    assert_eq!(
        page.all(TO_DO),
        [
            "Have the administrators declare their interests",
            "Have the panel declare its interests",
            "Begin judging",
        ]
    );
    assert!(page.text().contains("You have yet to answer for one case."));
    let left = "3 judges have not filled in their sheets.";
    assert!(page.text().contains(left));

    let store = panel.site.store();
    let administrator = panel.site.account(ADMINISTRATOR).await;
    let judge = panel.site.account(JUDGES[0]).await;
    let says = [
        (administrator, Declaration::None),
        (
            judge,
            Declaration::Interest {
                kind: Kind::Other,
                words: "We met once.".to_owned(),
            },
        ),
    ];
    for (who, declaration) in says {
        let moment = panel.site.app.moment(Actor::Account(who));
        let answers = vec![(case, declaration)];
        interests::declare_on_sheet(store, &moment, who, panel.season, answers)
            .await
            .expect("it is declared");
    }
    let page = dashboard(&panel).await;
    assert_eq!(
        page.all(TO_DO),
        [
            "Have the panel declare its interests",
            "Rule on declared interests",
            "Begin judging",
        ]
    );
    let season = panel.season;
    assert_eq!(
        page.link("Rule on declared interests"),
        format!("{}?status=waiting", Interests { season })
    );
    assert!(
        page.text()
            .contains("2 judges have not filled in their sheets.")
    );
}

#[tokio::test]
async fn the_page_that_begins_judging_says_with_what_and_nobody_begins_without_a_judge() {
    let panel = Panel::screening(2).await;
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = SeasonJudging { season };
    let page = browser.open(&path).await.ok();
    assert_eq!(page.all(".summary-list dd"), ["2", "3", "0", "3", "3", "0"]);
    assert!(
        page.text()
            .contains("Each judge who gets cases is told by letter")
    );
    assert!(!page.text().contains("no case could be ranked"));

    let moment = panel.site.moment();
    let listed = memberships::list(panel.site.store(), Role::Judge, Scope::Season(season))
        .await
        .expect("the panel");
    for (place, (held, _)) in listed.iter().enumerate() {
        assert_eq!(held.status, Member::Active);
        memberships::end(panel.site.store(), &moment, held.id)
            .await
            .expect("they leave");
        if place == 0 {
            let page = browser.open(&path).await.ok();
            assert!(
                page.text()
                    .contains("2 judges have accepted, and a case needs 3")
            );
        }
    }
    let page = browser.post::<&str, &str>(&path, &[]).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(page.text().contains("Nobody has accepted to judge yet."));
    let season = seasons::get(panel.site.store(), season).await.expect("it");
    assert_eq!(season.status, Status::Screening);
}
