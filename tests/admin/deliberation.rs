//! `/admin/deliberation/{category}`: what the panel resolved, from the shortlist to the announcement.

use axum::http::StatusCode;
use plaudit_domain::interest::{Declaration, Kind};
use plaudit_domain::season::{Event, Status};
use plaudit_store::{Actor, interests, ledger, seasons};
use plaudit_web::paths::{
    admin::{
        Cut, Dashboard, Deliberation, Resolution, ResolutionRemoval, Season, SeasonAnnouncement,
        SeasonDecision,
    },
    public::Programme,
};

use super::shortlist::{Judged, judged};
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, Somebody},
};

/// Two finalists stand, and the panel meets.
async fn meeting() -> (Judged, Client) {
    let judged = judged().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let path = Cut {
        category: judged.category,
    };
    let page = browser.open(&path).await.ok();
    browser.send(page.form(&path), &[]).await.ok();
    judged.panel.move_on(Event::BeginDeliberation).await;
    (judged, browser)
}

impl Judged {
    fn finalist(&self, index: usize) -> Resolution {
        Resolution {
            category: self.category,
            case: self.cases[index],
        }
    }

    async fn season_status(&self) -> Status {
        seasons::get(self.panel.site.store(), self.panel.season)
            .await
            .expect("the season")
            .status
    }

    async fn facts(&self) -> u64 {
        let found = ledger::verify(self.panel.site.store()).await;
        let found = found.expect("the ledger is read");
        found.sealed + found.unsealed
    }
}

/// The administrator records what the panel resolved of a case.
pub(crate) async fn resolve(
    judged: &Judged,
    browser: &mut Client,
    index: usize,
    event: &str,
    reason: &str,
) -> Page {
    let path = judged.finalist(index);
    let page = browser.open(&path).await.ok();
    let form = page.form(&path).press("event", event);
    browser.submit(form, &[("reason", reason)]).await
}

/// The names and results in the deliberation's table.
async fn results(judged: &Judged, browser: &mut Client) -> Vec<[String; 3]> {
    let category = judged.category;
    let page = browser.open(Deliberation { category }).await.ok();
    page.table()[1..]
        .iter()
        .map(|row| [row[1].clone(), row[3].clone(), row[4].clone()])
        .collect()
}

fn row(name: &str, result: &str, why: &str) -> [String; 3] {
    [name.to_owned(), result.to_owned(), why.to_owned()]
}

/// The programme's public page, as anybody sees it.
async fn public_page(judged: &Judged) -> Page {
    let path = Programme {
        programme: "it-progress".to_owned(),
    };
    judged.panel.site.visitor().open(path).await.ok()
}

#[tokio::test]
async fn each_result_carries_a_reason_and_is_taken_back_with_another() {
    let (judged, mut browser) = meeting().await;
    let before = judged.facts().await;
    let page = resolve(&judged, &mut browser, 0, "award", " ").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(judged.facts().await, before);

    let page = resolve(&judged, &mut browser, 0, "award", "The clearest progress.").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(judged.facts().await, before + 1);
    assert_eq!(
        results(&judged, &mut browser).await,
        [
            row("Nominee 1", "Awarded", "The clearest progress."),
            row("Nominee 2", "Shortlisted", ""),
        ]
    );

    let removal = ResolutionRemoval {
        category: judged.category,
        case: judged.cases[0],
    };
    let page = browser.open(judged.finalist(0)).await.ok();
    let page = browser.submit(page.form(&removal), &[]).await;
    assert_eq!(page.problems(), ["Enter the reason"]);
    let reason = [("reason-undo", "Recorded for the wrong case")];
    let page = browser.send(page.form(&removal), &reason).await.ok();
    assert_eq!(page.first(".notice"), "The result is taken back.");
    assert_eq!(
        results(&judged, &mut browser).await[0],
        row("Nominee 1", "Shortlisted", "")
    );
    let page = browser.open(judged.finalist(0)).await.ok();
    assert!(page.text().contains("Recorded for the wrong case"));
}

#[tokio::test]
async fn a_season_is_decided_once_every_finalist_has_a_result() {
    let (judged, mut browser) = meeting().await;
    let season = judged.panel.season;
    let decision = SeasonDecision { season };
    resolve(&judged, &mut browser, 0, "award", "The clearest progress.").await;
    let page = browser.get(&decision).await.expect(StatusCode::CONFLICT);
    assert!(
        page.text().contains("One finalist has no result yet."),
        "{}",
        page.excerpt()
    );
    let page = browser.open(Season { season }).await.ok();
    assert!(!page.text().contains("Record that the panel has resolved"));
    let before = judged.facts().await;
    browser
        .post::<&str, &str>(&decision, &[])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(judged.season_status().await, Status::Deliberation);
    assert_eq!(judged.facts().await, before);

    resolve(&judged, &mut browser, 1, "commend", "A close second.").await;
    let open_before = browser.open(judged.finalist(0)).await.ok();
    let page = browser.open(&decision).await.ok();
    browser.send(page.form(&decision), &[]).await.ok();
    assert_eq!(judged.season_status().await, Status::Decided);

    // What is decided stays, even for a form that was open before.
    let removal = ResolutionRemoval {
        category: judged.category,
        case: judged.cases[0],
    };
    let before = judged.facts().await;
    let form = open_before.form(&removal);
    let page = browser.submit(form, &[("reason-undo", "Too late")]).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert!(page.text().contains("no result can be recorded"));
    assert_eq!(judged.facts().await, before);
    assert_eq!(
        results(&judged, &mut browser).await,
        [
            row("Nominee 1", "Awarded", "The clearest progress."),
            row("Nominee 2", "Highly commended", "A close second."),
        ]
    );
}

#[tokio::test]
async fn the_public_learns_who_won_at_the_announcement_and_not_before() {
    let (judged, mut browser) = meeting().await;
    let season = judged.panel.season;
    resolve(&judged, &mut browser, 0, "award", "The clearest progress.").await;
    resolve(&judged, &mut browser, 1, "not-award", "Too early to tell.").await;
    judged.panel.move_on(Event::Decide).await;
    let before = public_page(&judged).await;
    assert!(
        !before.body().contains("Nominee 1"),
        "the embargo is broken"
    );
    assert!(before.all(".honours").is_empty());

    let announcement = SeasonAnnouncement { season };
    let page = browser.open(&announcement).await.ok();
    let reason = [("reason", "The conference is earlier this year.")];
    browser.send(page.form(&announcement), &reason).await.ok();
    let after = public_page(&judged).await;
    assert_eq!(after.all(".honoured .honoured-name"), ["Nominee 1"]);
    assert_eq!(after.all(".honoured .honoured-employer"), ["Council 1"]);
    assert_eq!(after.all(".honours-kind"), ["The winner"]);
    let body = after.body();
    assert!(!body.contains("Nominee 2"), "who did not win is named");
    assert!(!body.contains("clearest progress"), "the panel's reason");
}

#[tokio::test]
async fn several_win_jointly_and_that_nobody_wins_is_a_result() {
    let (judged, mut browser) = meeting().await;
    let category = judged.category;
    for index in [0, 1] {
        resolve(
            &judged,
            &mut browser,
            index,
            "award",
            "Neither above the other.",
        )
        .await;
    }
    let page = browser.open(Deliberation { category }).await.ok();
    assert!(page.text().contains("2 cases win jointly."));
    judged.panel.move_on(Event::Decide).await;
    judged.panel.move_on(Event::Announce).await;
    let page = public_page(&judged).await;
    assert_eq!(page.all(".honours-kind"), ["The joint winners"]);
    assert_eq!(
        page.all(".honoured .honoured-name"),
        ["Nominee 1", "Nominee 2"]
    );

    let (judged, mut browser) = meeting().await;
    for index in [0, 1] {
        resolve(&judged, &mut browser, index, "not-award", "Not shown.").await;
    }
    let category = judged.category;
    let page = browser.open(Deliberation { category }).await.ok();
    assert!(page.text().contains("no award is made here"));
    judged.panel.move_on(Event::Decide).await;
    judged.panel.move_on(Event::Announce).await;
    let page = public_page(&judged).await;
    assert!(page.text().contains("No award was made."));
    assert!(!page.body().contains("Nominee"));
}

#[tokio::test]
async fn no_result_is_recorded_outside_the_meeting_or_of_a_case_that_is_not_put_forward() {
    let judged = judged().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(judged.finalist(0)).await.ok();
    assert!(page.text().contains("not in deliberation"));
    let before = judged.facts().await;
    let early = [("event", "award"), ("reason", "Early"), ("version", "6")];
    let path = judged.finalist(0);
    let answer = browser.post(&path, &early).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(judged.facts().await, before);

    let (judged, mut browser) = meeting().await;
    let path = judged.finalist(2);
    let page = browser.open(&path).await.ok();
    assert!(page.text().contains("not on the shortlist"));
    let before = judged.facts().await;
    for version in 1..9 {
        let version = version.to_string();
        let forged = [
            ("event", "award"),
            ("reason", "A friend"),
            ("version", version.as_str()),
        ];
        let answer = browser.post(&path, &forged).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
    }
    // An event of another part of a case's life is none of the panel's.
    let path = judged.finalist(0);
    let page = browser.open(&path).await.ok();
    let form = page.form(&path).forged("event", "rescind");
    let answer = browser.submit(form, &[("reason", "x")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(judged.facts().await, before);
}

#[tokio::test]
async fn the_dashboard_leads_from_the_shortlist_to_the_announcement() {
    let judged = judged().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let category = judged.category;
    let cut = Cut { category };
    let page = browser.open(&cut).await.ok();
    browser.send(page.form(&cut), &[]).await.ok();
    for title in [
        "Begin the deliberation",
        "Record what the panel resolved",
        "Record that the panel has resolved",
        "Announce the result",
    ] {
        let page = browser.open(Dashboard).await.ok();
        let path = page.link(title);
        if title == "Record what the panel resolved" {
            assert_eq!(path, Deliberation { category }.to_string());
            resolve(&judged, &mut browser, 0, "award", "The clearest progress.").await;
            resolve(&judged, &mut browser, 1, "commend", "A close second.").await;
        } else {
            let page = browser.open(&path).await.ok();
            let early = [("reason", "The conference is earlier this year.")];
            let is_early = title == "Announce the result";
            let reason = if is_early { &early[..] } else { &[] };
            browser.send(page.form(&path), reason).await.ok();
        }
    }
    assert_eq!(judged.season_status().await, Status::Announced);
}

/// The administrator declares an interest in the second finalist's case before the meeting begins.
pub(crate) async fn meeting_of_a_conflicted_administrator() -> (Judged, Client) {
    let judged = judged().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let path = Cut {
        category: judged.category,
    };
    let page = browser.open(&path).await.ok();
    browser.send(page.form(&path), &[]).await.ok();
    let account = judged.panel.site.account(ADMINISTRATOR).await;
    let moment = judged.panel.site.app.moment(Actor::Account(account));
    let family = Declaration::Interest {
        kind: Kind::Family,
        words: "My sister.".to_owned(),
    };
    let answers = vec![(judged.cases[1], family)];
    let store = judged.panel.site.store();
    interests::declare_on_sheet(store, &moment, account, judged.panel.season, answers)
        .await
        .expect("it is declared");
    judged.panel.move_on(Event::BeginDeliberation).await;
    (judged, browser)
}

const SECOND: Somebody = Somebody {
    name: "Efe Okoro",
    address: "efe.okoro@society.example",
};

#[tokio::test]
async fn whoever_is_kept_from_a_finalist_records_no_result_of_its_rivals() {
    let (judged, mut browser) = meeting_of_a_conflicted_administrator().await;
    let before = judged.facts().await;
    let answer = resolve(&judged, &mut browser, 0, "award", "The clearest progress.").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("another administrator acts on it"));
    assert_eq!(judged.facts().await, before);

    judged.panel.administrator(SECOND).await;
    let mut second = judged.panel.site.signed_in(SECOND).await;
    let answer = resolve(&judged, &mut second, 0, "award", "The clearest progress.").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_season_is_decided_by_whoever_is_kept_from_none_of_its_cases() {
    let (judged, mut conflicted) = meeting_of_a_conflicted_administrator().await;
    judged.panel.administrator(SECOND).await;
    let season = judged.panel.season;
    let decision = SeasonDecision { season };
    let mut second = judged.panel.site.signed_in(SECOND).await;
    // Whether the kept case has its result or not, the answer is the same.
    for (index, event) in [(0, "award"), (1, "not-award")] {
        let page = conflicted.get(&decision).await.expect(StatusCode::CONFLICT);
        assert!(page.text().contains("another administrator acts on it"));
        assert!(!page.text().contains("no result yet"));
        let answer = resolve(&judged, &mut second, index, event, "By consensus.").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    let before = judged.facts().await;
    conflicted
        .post::<&str, &str>(&decision, &[])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(judged.season_status().await, Status::Deliberation);
    assert_eq!(judged.facts().await, before);
    let page = second.open(&decision).await.ok();
    second.send(page.form(&decision), &[]).await.ok();
    assert_eq!(judged.season_status().await, Status::Decided);
}
