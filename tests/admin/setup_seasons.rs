//! `/admin/seasons`: dates in the programme's zone, what is missing, and every move.

use axum::http::StatusCode;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::refusal::Refusal;
use plaudit_domain::season::{Event, Status, Timetable};
use plaudit_store::StoreError;
use plaudit_store::seasons::{self, SeasonWords};
use plaudit_web::paths::admin;

use super::setup_world::{Desk, conflict};
use crate::support::{Stage, instant};

async fn open() -> (Desk, SeasonId) {
    let desk = Desk::at(Stage::Open).await;
    let season = desk.latest().await.id;
    (desk, season)
}

/// The moves that the season's page offers.
async fn moves(desk: &mut Desk, season: SeasonId) -> Vec<String> {
    desk.open(admin::Season { season }).await.all(".move a")
}

#[tokio::test]
async fn dates_are_kept_in_the_programmes_zone_and_shown_in_full() {
    let (mut desk, season) = Desk::with_draft().await;
    let path = admin::SeasonWords { season };
    let dates = [
        ("opens-day", "5 July 2027"),
        ("opens-time", "9am"),
        ("closes-day", "2/9/2027"),
        ("closes-time", ""),
        ("judging-ends-day", "Tuesday 5 October 2027"),
        ("judging-ends-time", "16:30"),
        ("decision-day", "2027-11-16"),
        ("announcement-day", "2 December 2027"),
    ];
    let page = desk.fill(&path, &dates).await.ok();
    let kept = desk.season(season).await.timetable;
    assert_eq!(kept.opens_at, Some(instant("2027-07-05T08:00:00Z")));
    assert_eq!(kept.closes_at, Some(instant("2027-09-02T11:00:00Z")));
    assert_eq!(kept.judging_ends_at, Some(instant("2027-10-05T15:30:00Z")));
    let shown = page.all(".summary-list dd:not(.change)");
    assert_eq!(
        shown[0],
        "9am on Monday 5 July 2027 (Europe/London time, BST)"
    );
    assert_eq!(
        shown[1],
        "noon on Thursday 2 September 2027 (Europe/London time, BST)"
    );
    assert_eq!(
        shown[3],
        "noon on Tuesday 16 November 2027 (Europe/London time, GMT)"
    );
}

#[tokio::test]
async fn every_fault_of_the_dates_stands_at_its_field_and_nothing_is_written() {
    let (mut desk, season) = Desk::with_draft().await;
    let before = desk.season(season).await;
    let path = admin::SeasonWords { season };
    let wrong = [
        ("name", ""),
        ("closes-day", "1 January 2027"),
        ("judging-ends-day", "soon"),
        ("decision-time", "25:00"),
        ("declaration", ""),
        ("claims-most", "9"),
    ];
    let page = desk.fill(&path, &wrong).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter the name of the season",
            "“Nominations close” must come after the dates above it",
            "The date of “Judges’ scores are due” is not in the right form",
            "The time of “The panel meets” is not in the right form",
            "Enter what a nominator declares",
            "The greatest number of progress claims must be from 0 to 8",
        ]
    );
    assert_eq!(page.value("judging-ends-day"), "soon");
    assert_eq!(desk.season(season).await, before);
}

#[tokio::test]
async fn of_two_who_change_a_season_the_second_sees_both() {
    let (mut desk, season) = Desk::with_draft().await;
    let path = admin::SeasonWords { season };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    let name = |name| [("name", name)];
    desk.browser.send(second.form(&path), &name("B")).await.ok();
    let page = desk.browser.send(first.form(&path), &name("A")).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(conflict(&page), [["Name of the season", "B", "A"]]);
    assert_eq!(desk.season(season).await.name, "B");
    desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(desk.season(season).await.name, "A");
}

#[tokio::test]
async fn a_season_that_is_not_ready_says_what_is_missing_and_does_not_open() {
    let (mut desk, season) = Desk::with_draft().await;
    let page = desk.open(admin::Season { season }).await;
    let waiting = page.all(".step.next .step-title");
    assert_eq!(waiting, ["Terms"]);
    assert_eq!(moves(&mut desk, season).await, ["Call the season off"]);
    let path = admin::SeasonOpening { season };
    let page = desk.browser.get(&path).await.expect(StatusCode::CONFLICT);
    assert!(page.text().contains("Something is missing first"));
    let page = desk.browser.post(&path, &[("", ""); 0]).await;
    page.expect(StatusCode::CONFLICT);
    assert_eq!(desk.season(season).await.status, Status::Draft);
}

#[tokio::test]
async fn an_open_season_keeps_its_opening_and_its_close_comes_no_earlier() {
    let (mut desk, season) = open().await;
    let before = desk.season(season).await;
    let path = admin::SeasonWords { season };
    let page = desk.open(&path).await;
    assert!(page.form(&path).value("opens-day").is_none());
    let earlier = [("closes-day", "2 March 2027")];
    let page = desk.browser.send(page.form(&path), &earlier).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Nominators were told this close. It can be put off while nominations are open, and never brought forward"
        ]
    );
    let page = desk.fill(&path, &[("decision-day", "")]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the date of “The panel meets”"]);
    assert_eq!(desk.season(season).await, before);
    desk.fill(&path, &[("closes-day", "11 March 2027")])
        .await
        .ok();
    let after = desk.season(season).await.timetable;
    assert_eq!(after.closes_at, Some(instant("2027-03-11T12:00:00Z")));
    assert_eq!(after.opens_at, before.timetable.opens_at);
}

#[tokio::test]
async fn nominations_are_not_closed_before_their_time_and_are_extended_with_a_reason() {
    let (mut desk, season) = open().await;
    let close = admin::SeasonScreening { season };
    desk.browser.get(&close).await.expect(StatusCode::CONFLICT);
    let page = desk.browser.post(&close, &[("", ""); 0]).await;
    page.expect(StatusCode::CONFLICT);
    assert_eq!(moves(&mut desk, season).await, ["Call the season off"]);
    assert_eq!(desk.season(season).await.status, Status::Open);

    desk.wait_days(24).await;
    assert_eq!(
        moves(&mut desk, season).await,
        ["Close nominations", "Call the season off"]
    );
    desk.fill(&close, &[]).await.ok();
    assert_eq!(desk.season(season).await.status, Status::Screening);

    let extension = admin::SeasonExtension { season };
    let page = desk.fill(&extension, &[("reason", "")]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "The new close must come after the old one, be still to come, and lie before the date when scorecards are due",
            "Enter the reason",
        ]
    );
    assert_eq!(desk.season(season).await.status, Status::Screening);
    let later = [
        ("closes-day", "18 March 2027"),
        ("reason", "The post was late."),
    ];
    desk.fill(&extension, &later).await.ok();
    let season = desk.season(season).await;
    assert_eq!(season.status, Status::Open);
    assert_eq!(
        season.timetable.closes_at,
        Some(instant("2027-03-18T12:00:00Z"))
    );
}

#[tokio::test]
async fn a_season_goes_its_way_and_back_with_reasons_to_the_archive() {
    let (mut desk, season) = open().await;
    desk.wait_days(24).await;
    desk.fill(admin::SeasonScreening { season }, &[]).await.ok();
    assert_eq!(
        moves(&mut desk, season).await,
        ["Begin judging", "Put off the close", "Call the season off"]
    );
    desk.fill(admin::SeasonJudging { season }, &[]).await.ok();
    assert_eq!(
        moves(&mut desk, season).await,
        [
            "Begin the deliberation",
            "Go back to screening",
            "Call the season off"
        ]
    );
    for (path, status) in [
        (
            admin::SeasonJudgingRemoval { season }.to_string(),
            Status::Screening,
        ),
        (admin::SeasonJudging { season }.to_string(), Status::Judging),
        (
            admin::SeasonDeliberation { season }.to_string(),
            Status::Deliberation,
        ),
        (
            admin::SeasonDeliberationRemoval { season }.to_string(),
            Status::Judging,
        ),
        (
            admin::SeasonDeliberation { season }.to_string(),
            Status::Deliberation,
        ),
        (
            admin::SeasonDecision { season }.to_string(),
            Status::Decided,
        ),
        (
            admin::SeasonAnnouncement { season }.to_string(),
            Status::Announced,
        ),
        (
            admin::SeasonArchive { season }.to_string(),
            Status::Archived,
        ),
    ] {
        let page = desk.open(&path).await;
        let form = page.form(&path);
        // Whoever begins the deliberation may say why, and must where scorecards are missing: here none is.
        let may_say_why = path == admin::SeasonDeliberation { season }.to_string();
        if form.value("reason").is_some() && !may_say_why {
            let before = desk.season(season).await.status;
            let refused = desk.browser.send(form.clone(), &[]).await;
            let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(refused.problems(), ["Enter the reason"], "{path}");
            assert_eq!(desk.season(season).await.status, before);
            desk.browser
                .send(form, &[("reason", "As agreed.")])
                .await
                .ok();
        } else {
            desk.browser.send(form, &[]).await.ok();
        }
        assert_eq!(desk.season(season).await.status, status, "{path}");
    }
    assert!(moves(&mut desk, season).await.is_empty());
}

#[tokio::test]
async fn a_move_that_is_not_in_the_table_has_no_page_and_changes_nothing() {
    let (mut desk, season) = open().await;
    let impossible = [
        admin::SeasonOpening { season }.to_string(),
        admin::SeasonExtension { season }.to_string(),
        admin::SeasonJudging { season }.to_string(),
        admin::SeasonJudgingRemoval { season }.to_string(),
        admin::SeasonDeliberation { season }.to_string(),
        admin::SeasonDeliberationRemoval { season }.to_string(),
        admin::SeasonDecision { season }.to_string(),
        admin::SeasonAnnouncement { season }.to_string(),
        admin::SeasonArchive { season }.to_string(),
    ];
    let before = desk.season(season).await;
    for path in impossible {
        desk.browser.get(&path).await.expect(StatusCode::CONFLICT);
        let reason = [("reason", "Because."), ("closes-day", "18 March 2027")];
        desk.browser
            .post(&path, &reason)
            .await
            .expect(StatusCode::CONFLICT);
    }
    assert_eq!(desk.season(season).await, before);
}

#[tokio::test]
async fn a_season_is_called_off_only_with_a_reason() {
    let (mut desk, season) = open().await;
    let path = admin::SeasonCancellation { season };
    let page = desk.fill(&path, &[]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    assert_eq!(desk.season(season).await.status, Status::Open);
    desk.fill(&path, &[("reason", "No money is left.")])
        .await
        .ok();
    assert_eq!(desk.season(season).await.status, Status::Cancelled);
    assert!(moves(&mut desk, season).await.is_empty());
}

#[tokio::test]
async fn the_next_season_begins_with_the_declaration_of_the_one_before() {
    let (mut desk, season) = open().await;
    let moment = desk.site.moment();
    let reason = Some("Once more.".to_owned());
    seasons::move_on(desk.site.store(), &moment, season, Event::Cancel, reason)
        .await
        .expect("it is called off");
    let earlier = desk.season(season).await;
    let programme = earlier.programme;
    let path = admin::NewSeason { programme };
    let page = desk.open(&path).await;
    let form = page.form(&path);
    assert_eq!(form.value("name").as_deref(), Some("2028"));
    assert_eq!(
        form.value("declaration").as_deref(),
        Some(earlier.declaration.first())
    );
    let page = desk.browser.send(form.clone(), &[("name", "")]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the name of the season"]);
    let taken = [("name", earlier.name.as_str())];
    let page = desk.browser.send(form.clone(), &taken).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        ["Another season of this programme has this name already"]
    );
    let over = [
        ("name", earlier.name.as_str()),
        ("opens-day", "2 March 2020"),
        ("closes-day", "2 April 2020"),
    ];
    let page = desk.browser.send(form.clone(), &over).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Another season of this programme has this name already",
            "The close of nominations must be still to come",
        ]
    );
    let all = [&over[..], &[("claims-most", "")]].concat();
    let page = desk.browser.send(form.clone(), &all).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems()[..2],
        [
            "Another season of this programme has this name already",
            "The close of nominations must be still to come",
        ]
    );
    assert_eq!(page.problems().len(), 3);
    desk.browser.send(form, &[]).await.ok();
    let created = desk.latest().await;
    assert_eq!(
        (created.name.as_str(), created.status),
        ("2028", Status::Draft)
    );
    let page = desk.open(admin::Programme { programme }).await;
    assert_eq!(page.table().len(), 3);
}

#[tokio::test]
async fn of_two_seasons_that_are_given_a_name_at_once_one_has_it() {
    let (desk, season) = open().await;
    let (store, moment) = (desk.site.store(), desk.site.moment());
    let earlier = desk.season(season).await;
    let words = SeasonWords {
        name: "Next".to_owned(),
        timetable: Timetable::default(),
        declaration: earlier.declaration,
        claims: earlier.claims,
    };
    let both = ["Next", " NEXT "].map(|name| {
        let words = SeasonWords {
            name: name.to_owned(),
            ..words.clone()
        };
        seasons::create(store, &moment, earlier.programme, words)
    });
    let made = futures_util::future::join_all(both).await;
    assert_eq!(made.iter().filter(|made| made.is_ok()).count(), 1);
    let refused = made.into_iter().find_map(Result::err);
    assert!(matches!(refused, Some(StoreError::Refused(Refusal::Taken))));
}
