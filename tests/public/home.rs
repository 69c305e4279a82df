//! What is open, and until when: `/`.

use jiff::SignedDuration;
use plaudit_domain::season::Event;
use plaudit_store::seasons;
use plaudit_web::paths::admin;
use plaudit_web::paths::public::{Home, Nominate, Programme};

use crate::support::people::ADMINISTRATOR;
use crate::support::{Site, Stage};

#[tokio::test]
async fn an_empty_house_says_so_and_names_a_human() {
    let site = Site::at(Stage::SetUp).await;
    let page = site.visitor().open(Home).await.ok();
    assert_eq!(page.first(".empty-title"), "There is no award here yet");
    assert!(page.first("footer").contains("01632 960001"));
    let mut administrator = site.signed_in(ADMINISTRATOR).await;
    let page = administrator.open(Home).await.ok();
    assert_eq!(page.link("Set up an award"), admin::Dashboard.to_string());
    let bare = Site::at(Stage::Bare).await;
    let page = bare.visitor().open(Home).await.ok();
    assert_eq!(
        page.first(".empty-title"),
        "This installation is not set up yet"
    );
}

#[tokio::test]
async fn what_is_open_says_until_when_with_date_time_and_named_zone() {
    let site = Site::at(Stage::Open).await;
    let page = site.visitor().open(Home).await.ok();
    assert_eq!(
        page.all("h2")[..2],
        ["Open for nominations", "IT-progress award"]
    );
    assert_eq!(
        page.first(".card strong"),
        "Open until noon on Thursday 4 March 2027 (Europe/London time, GMT)"
    );
    let programme = "it-progress".to_owned();
    assert_eq!(
        page.link("IT-progress award"),
        Programme {
            programme: programme.clone()
        }
        .to_string()
    );
    assert_eq!(
        page.link("Nominate somebody"),
        Nominate { programme }.to_string()
    );
}

#[tokio::test]
async fn a_closed_season_is_being_judged_and_a_cancelled_one_is_not_shown() {
    let site = Site::at(Stage::Open).await;
    site.wait(SignedDuration::from_hours(24 * 60));
    let page = site.visitor().open(Home).await.ok();
    assert_eq!(page.all("h2")[..1], ["Being judged"]);
    assert_eq!(page.all(".card .button"), Vec::<String>::new());
    let season = site.season().await.id;
    let reason = Some("The fund is empty.".to_owned());
    seasons::move_on(site.store(), &site.moment(), season, Event::Cancel, reason)
        .await
        .expect("it is cancelled");
    let page = site.visitor().open(Home).await.ok();
    assert_eq!(page.first(".empty-title"), "There is no award here yet");
}
