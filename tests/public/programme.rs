//! A programme's page and its form to read: `/{programme}`, `/{programme}/form`.

use axum::http::StatusCode;
use plaudit_web::paths::admin;
use plaudit_web::paths::public::{Home, Nominate, NominationWithdrawal, Programme, ProgrammeForm};

use super::filling::{key_of, nominate_somebody};
use crate::support::people::ADMINISTRATOR;
use crate::support::{Site, Stage};

fn programme() -> Programme {
    Programme {
        programme: "it-progress".to_owned(),
    }
}

#[tokio::test]
async fn the_rules_are_public_with_weights_descriptors_dates_and_version() {
    let site = Site::at(Stage::Open).await;
    let page = site.visitor().open(programme()).await.ok();
    assert_eq!(page.heading(), "Season 2027 IT-progress award");
    assert_eq!(
        page.first(".lede"),
        "Nominations close at noon on Thursday 4 March 2027 (Europe/London time, GMT)."
    );
    assert_eq!(
        page.all(".criterion h3"),
        [
            "Progress 35%",
            "Own contribution 25%",
            "Difference made 25%",
            "Lasting and reach 15%"
        ]
    );
    let progress = page.table();
    assert_eq!(progress.len(), 7);
    assert_eq!(
        progress[6],
        ["5", "Transformed what is possible, well shown"]
    );
    assert_eq!(
        page.all(".timeline-what")[..2],
        ["Nominations open (past)", "Nominations close"]
    );
    let text = page.text();
    for said in [
        "It is free to nominate",
        "The award belongs to The Association and The Society.",
        "at least 60%",
        "Version 1 of the rules, locked when the season opened.",
    ] {
        assert!(
            text.contains(said),
            "the page does not say \"{said}\":\n{text}"
        );
    }
}

#[tokio::test]
async fn at_the_foot_stands_who_answers_for_the_programme_or_elsewhere_for_the_organisation() {
    let site = Site::at(Stage::Open).await;
    let mut desk = site.signed_in(ADMINISTRATOR).await;
    let organisation = desk.open(admin::Organisation).await.ok();
    let form = organisation.form(admin::Organisation);
    desk.send(form, &[("contact-name", "Ada Voss")]).await.ok();

    let mut visitor = site.visitor();
    let home = visitor.open(Home).await.ok();
    assert_eq!(home.first("footer address p"), "Questions? Ask Ada Voss");
    let page = visitor.open(programme()).await.ok();
    assert_eq!(page.first("footer address p"), "Questions? Ask Olu Bright");
    assert_eq!(
        page.all("footer address a"),
        ["awards@society.example", "01632 960001"]
    );
    let nominate = Nominate {
        programme: "it-progress".to_owned(),
    };
    let form = visitor.open(nominate).await.ok();
    assert_eq!(form.first("footer address p"), "Questions? Ask Olu Bright");
    let receipt = nominate_somebody(&site, &mut visitor, &[]).await;
    assert_eq!(receipt.body().matches("Questions? Ask").count(), 1);
    assert_eq!(
        receipt.first("footer address p"),
        "Questions? Ask Olu Bright"
    );
    let judged = visitor
        .open(receipt.link("How we judge, in full and to print"))
        .await
        .ok();
    assert_eq!(judged.heading(), "IT-progress award 2027 How we judge");
    let key = key_of(&receipt);
    let asked = visitor.open(NominationWithdrawal { key }).await.ok();
    assert_eq!(asked.first("footer address p"), "Questions? Ask Olu Bright");
}

#[tokio::test]
async fn the_whole_form_can_be_read_without_signing_in() {
    let site = Site::at(Stage::Open).await;
    let path = ProgrammeForm {
        programme: "it-progress".to_owned(),
    };
    let page = site.visitor().open(path).await.ok();
    assert_eq!(page.all("li.question").len(), 6);
    assert_eq!(
        page.first("li.question strong"),
        "How were things before, and for whom was that a problem?"
    );
    assert_eq!(page.first("li.question .muted"), "(up to 150 words)");
    assert!(
        !page.has("main input, main textarea"),
        "there is nothing to fill in here"
    );
    assert!(
        page.text()
            .contains("I know this person’s work at first hand")
    );
}

#[tokio::test]
async fn what_is_no_public_programme_is_not_found() {
    let site = Site::at(Stage::Open).await;
    for slug in ["another-award", "x"] {
        let path = Programme {
            programme: slug.to_owned(),
        };
        site.visitor().get(path).await.expect(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_page_of_the_form_reads_the_same_few_rows_however_often_it_is_asked_for() {
    let site = Site::at(Stage::Open).await;
    let path = super::filling::nominate();
    site.visitor().open(path.clone()).await.ok();
    let (_, first) = site.statements_of(site.visitor().open(path.clone())).await;
    let (_, second) = site.statements_of(site.visitor().open(path)).await;
    assert_eq!(first, second);
    assert!(first <= 2, "a form page sends {first} statements");
}

#[tokio::test]
async fn an_address_in_capitals_as_on_a_poster_leads_to_the_programme_and_its_form() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    for (typed, meant) in [
        ("/nominate/IT-Progress", "/nominate/it-progress"),
        ("/IT-PROGRESS", "/it-progress"),
    ] {
        let answer = browser.get(typed).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), Some(meant));
        browser.open(meant).await.ok();
    }
    for typed in ["/nominate/No-Such-Award", "/NO_SUCH_AWARD"] {
        browser.open(typed).await.expect(StatusCode::NOT_FOUND);
    }
}
