//! The panel meets, from the agenda to the announced result: a chair, a deputy, a secretary, a judge who is out of one finalist, and an
//! administrator who only moves the season.

use axum::http::StatusCode;
use plaudit_domain::season::Status;
use plaudit_store::{ledger, seasons};
use plaudit_web::paths::{
    admin::{Deliberation as Desk, SeasonAnnouncement},
    judging::{Attendance, Deliberation, Minutes, Panels, Resolution},
    public::Programme,
};

use crate::judging::deliberation::{CHAIR, DEPUTY, FOURTH, OUT, SECRETARY, meeting};
use crate::support::people::ADMINISTRATOR;

#[tokio::test]
async fn a_panel_meets_in_its_room_and_the_result_is_announced() {
    let judged = meeting().await;
    let (category, site) = (judged.category, &judged.panel.site);

    // The secretary notes who is there, and the chair draws the agenda up.
    let mut secretary = site.signed_in(SECRETARY).await;
    let page = secretary.open(Panels).await.ok();
    let page = secretary
        .open(page.link("Go to the panel’s meeting"))
        .await
        .ok();
    let page = secretary.open(page.link("Note who is here")).await.ok();
    let mut ids = Vec::new();
    for who in [CHAIR, DEPUTY, FOURTH, OUT, SECRETARY] {
        ids.push(site.account(who).await.to_string());
    }
    let fields: Vec<_> = ids.iter().map(|id| ("present", id.as_str())).collect();
    assert!(page.has("form"), "{}", page.excerpt());
    secretary
        .post(&Attendance { category }, &fields)
        .await
        .expect(StatusCode::SEE_OTHER);
    let mut chair = judged.drawn_up().await;

    // They take both cases; whoever is out of the second goes, and comes back.
    let mut out = site.signed_in(OUT).await;
    for (index, event, why) in [
        (0, "award", "The clearest progress."),
        (1, "commend", "A close second."),
    ] {
        assert_eq!(
            judged.call(&mut chair, Some(index)).await,
            StatusCode::SEE_OTHER
        );
        let page = out.open(Deliberation { category }).await.ok();
        let is_out = page.text().contains("You are out now");
        assert_eq!(is_out, index == 1);
        let path = judged.deliberated(index);
        let page = chair.open(&path).await.ok();
        let form = page.form(&path).press("event", event);
        let page = chair.send(form, &[("reason", why)]).await.ok();
        assert_eq!(page.first(".notice"), "What the panel decided is recorded.");
    }
    judged.call(&mut chair, None).await;

    // The chair reads and signs; the season is decided, and nobody outside knows.
    let page = chair.open(Deliberation { category }).await.ok();
    let minutes = Minutes { category };
    assert_eq!(page.link("Read and sign the minutes"), minutes.to_string());
    let page = chair.open(&minutes).await.ok();
    chair
        .send(page.form(&Resolution { category }), &[])
        .await
        .ok();
    let season = judged.panel.season;
    let status = seasons::get(site.store(), season).await.expect("it").status;
    assert_eq!(status, Status::Decided);
    let public = Programme {
        programme: "it-progress".to_owned(),
    };
    let page = site.visitor().open(&public).await.ok();
    assert!(!page.body().contains("Nominee 1"), "the embargo is broken");

    // The ledger verifies, and the head on the minutes is the resolution's own.
    ledger::seal(site.store()).await.expect("it is sealed");
    let found = ledger::verify(site.store()).await.expect("it is read");
    assert_eq!(found.faults, []);
    let mut administrator = site.signed_in(ADMINISTRATOR).await;
    let history = format!("/admin/history?season={season}&kind=resolution-signed");
    let history = administrator.open(&history).await.ok();
    assert!(history.text().contains("signed the panel’s resolution on"));
    let page = administrator.open(Desk { category }).await.ok();
    let page = administrator
        .open(page.link("The minutes of the meeting"))
        .await
        .ok();
    let head = page.first(".resolution .digest");
    assert_eq!(head.len(), 64);

    // Announced, it names who won.
    let announcement = SeasonAnnouncement { season };
    let page = administrator.open(&announcement).await.ok();
    let reason = [("reason", "The conference is earlier this year.")];
    administrator
        .send(page.form(&announcement), &reason)
        .await
        .ok();
    let page = site.visitor().open(&public).await.ok();
    assert_eq!(page.all(".honoured .honoured-name"), ["Nominee 1"]);
    assert_eq!(page.all(".commended .honoured-name"), ["Nominee 2"]);
}
