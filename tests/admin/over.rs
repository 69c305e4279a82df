//! A season that is announced, archived or called off: it can only be read, and what must still be possible is.

use axum::http::StatusCode;
use plaudit_domain::membership::{Role, Scope};
use plaudit_domain::season::Event;
use plaudit_store::reports::{Viewer, case::case_page};
use plaudit_store::{ledger, memberships, seasons};
use plaudit_web::paths::admin::{
    Assignment, Biographies, Biography, JudgeInvitations, JudgeRemoval, JudgeRole, Judges,
    NomineeAnswer, PanelPublication, Progress, Reminding, Season, SeasonArchive, SeasonWords,
};

use super::shortlist::Judged;
use crate::exports::publication::{Published, announced};
use crate::judging::panel::Panel;
use crate::support::{Client, people::ADMINISTRATOR};

async fn facts(judged: &Judged) -> u64 {
    let found = ledger::verify(judged.panel.site.store()).await;
    let found = found.expect("the ledger is read");
    found.sealed + found.unsealed
}

async fn browser(judged: &Judged) -> Client {
    judged.panel.site.signed_in(ADMINISTRATOR).await
}

/// The message of the page that refuses this post; nothing is written.
async fn refused(judged: &Judged, path: &impl ToString, fields: &[(&str, &str)]) -> String {
    let mut browser = browser(judged).await;
    let before = facts(judged).await;
    let page = browser.post(path.to_string(), fields).await;
    assert_eq!(
        page.status,
        StatusCode::CONFLICT,
        "{} {}",
        path.to_string(),
        page.excerpt()
    );
    assert_eq!(facts(judged).await, before, "{}", path.to_string());
    page.text()
}

const OVER: &str = "This season is over and can only be read";

#[tokio::test]
async fn name_dates_and_declaration_of_a_season_that_is_over_stay_as_they_were() {
    let judged = announced().await;
    let season = judged.panel.season;
    let words = [
        ("name", "2099"),
        ("announcement-day", "1 December 2027"),
        ("declaration", "Anything."),
    ];
    for event in [None, Some(Event::Archive)] {
        if let Some(event) = event {
            judged.panel.move_on(event).await;
        }
        let store = judged.panel.site.store();
        let before = seasons::get(store, season).await.expect("the season");
        let said = refused(&judged, &SeasonWords { season }, &words).await;
        assert!(said.contains(OVER), "{said}");
        let after = seasons::get(store, season).await.expect("the season");
        assert_eq!(after, before);
        let mut browser = browser(&judged).await;
        browser
            .get(SeasonWords { season })
            .await
            .expect(StatusCode::CONFLICT);
        let page = browser.open(Season { season }).await.ok();
        assert!(!page.text().contains("Change"), "{}", page.excerpt());
        assert!(page.text().contains("The result was announced"));
        assert_eq!(
            page.link("See the result as the public does"),
            "/it-progress"
        );
    }
}

#[tokio::test]
async fn nothing_that_bears_on_a_season_that_is_over_is_written() {
    let judged = announced().await;
    let season = judged.panel.season;
    let case = judged.cases[2];
    let panel = memberships::panel(judged.panel.site.store(), season).await;
    let membership = panel.expect("the panel")[0].0.id;
    let named = [
        ("name", "Kit Moor"),
        ("words", "I judge."),
        ("version", "0"),
    ];
    let viewer = Viewer::Administrator(judged.panel.site.account(ADMINISTRATOR).await);
    let version = case_page(judged.panel.site.store(), &viewer, case).await;
    let version = version.expect("the case").version.to_string();
    let taken_back = [
        ("event", "take-back"),
        ("note-acceptance", "In error."),
        ("version", version.as_str()),
    ];
    let posts: [(String, &[(&str, &str)]); 7] = [
        (Reminding { season }.to_string(), &[("days", "3")]),
        (PanelPublication { season }.to_string(), &[]),
        (Biography { season, membership }.to_string(), &named),
        (NomineeAnswer { case }.to_string(), &taken_back),
        (JudgeInvitations { season }.to_string(), &[]),
        (JudgeRemoval { season, membership }.to_string(), &[]),
        (
            JudgeRole { season, membership }.to_string(),
            &[("role", "observer"), ("reason", "Because.")],
        ),
    ];
    for (path, fields) in posts {
        let said = refused(&judged, &path, fields).await;
        assert!(said.contains(OVER), "{path} {said}");
    }
    // The pages offer none of it.
    let mut browser = browser(&judged).await;
    let page = browser.open(Progress { season }).await.ok();
    assert!(!page.has("form[action$='/reminding']"));
    let page = browser.open(Biographies { season }).await.ok();
    assert!(!page.has("form[action$='/publication']"));
    let page = browser.open(Assignment { season }).await.ok();
    assert!(!page.has("main form"));
}

#[tokio::test]
async fn a_panel_that_has_resolved_is_asked_nobody_more_and_says_so() {
    let judged = announced().await;
    let season = judged.panel.season;
    let mut browser = browser(&judged).await;
    let page = browser.open(Judges { season }).await.ok();
    assert!(page.text().contains(OVER), "{}", page.excerpt());
    assert!(!page.has("input[name='email']"));
    assert!(!page.text().contains("Remove"));
    let statuses: Vec<_> = page.table()[1..].iter().map(|row| row[2].clone()).collect();
    assert!(
        statuses.iter().all(|said| said == "Was on the panel"),
        "{statuses:?}"
    );
    let asked = [
        ("name", "Kit Moor"),
        ("email", "kit.moor@judges.example"),
        ("role", "judge"),
    ];
    let said = refused(&judged, &Judges { season }, &asked).await;
    assert!(said.contains(OVER), "{said}");
}

#[tokio::test]
async fn what_a_judge_is_called_on_the_panels_page_follows_the_season() {
    let panel = Panel::screening(1).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Judges {
        season: panel.season,
    };
    for (event, said) in [
        (None, "Joined"),
        (Some(Event::BeginJudging), "Judging"),
        (Some(Event::BeginDeliberation), "On the panel"),
    ] {
        if let Some(event) = event {
            panel.move_on(event).await;
        }
        let page = browser.open(&path).await.ok();
        assert_eq!(page.table()[1][2], said);
    }
}

#[tokio::test]
async fn an_invitation_that_was_not_answered_cannot_be_taken_up_once_the_panel_has_resolved() {
    let panel = Panel::screening(1).await;
    let (store, moment) = (panel.site.store(), panel.site.moment());
    let invitation = memberships::Invitation {
        name: "Kit Moor".to_owned(),
        email: plaudit_domain::person::Email::parse("kit.moor@judges.example").expect("an address"),
        role: Role::Judge,
        scope: Scope::Season(panel.season),
        of_what: "the award".to_owned(),
        language: "en".to_owned(),
    };
    memberships::invite(store, &moment, invitation)
        .await
        .expect("an invitation");
    let letter = panel.site.letter_to("kit.moor@judges.example").await;
    let cancelled = Some("No money is left.".to_owned());
    seasons::move_on(store, &moment, panel.season, Event::Cancel, cancelled)
        .await
        .expect("it is called off");
    let mut kit = panel.site.visitor();
    let offer = kit.open(letter.link("/accounts/invitations/")).await.ok();
    let acceptance = offer
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/acceptance"))
        .expect("a button that accepts");
    let page = kit.submit(acceptance, &[]).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(page.text().contains(OVER), "{}", page.excerpt());
    let there = memberships::panel(store, panel.season).await;
    let there = there.expect("the panel");
    let kit = there.iter().find(|(_, account)| account.name == "Kit Moor");
    assert_eq!(
        kit.map(|(membership, _)| membership.status),
        Some(plaudit_domain::membership::Status::Invited)
    );
}

#[tokio::test]
async fn a_result_is_still_published_and_the_season_archived_once_it_is_announced() {
    let judged = announced().await;
    let season = judged.panel.season;
    judged.publish().await;
    let mut browser = browser(&judged).await;
    let path = SeasonArchive { season };
    let page = browser.open(&path).await.ok();
    browser.send(page.form(&path), &[]).await.ok();
    judged.public_file().await;
}
