//! From a received nomination to the shortlist's file, as the administrator and the judges do it in the browser.

use plaudit_domain::{ids::CaseId, season::Event};
use plaudit_store::seasons;
use plaudit_web::paths::{
    admin::{
        Acceptance, Case, Cut, Eligibility, FactCheck, Nomination, Nominations, NomineeAnswer,
    },
    exports,
};

use crate::judging::panel::Panel;
use crate::support::{
    Client,
    people::{ADMINISTRATOR, JUDGES},
};

/// Accepts the nominations into one case and makes it eligible, all by buttons.
async fn make_eligible(
    panel: &Panel,
    browser: &mut Client,
    nominations: &[plaudit_domain::ids::NominationId],
) -> CaseId {
    let season = panel.season;
    let mut case = None;
    for &nomination in nominations {
        let page = browser.open(Nomination { season, nomination }).await.ok();
        let form = page.form(Acceptance { season, nomination });
        let page = browser.send(form, &[]).await.ok();
        let link = page.attributes("dd a[href^='/admin/cases/']", "href");
        case = link[0].split('/').nth(3).and_then(|id| id.parse().ok());
    }
    let case: CaseId = case.expect("a case");
    let answer = NomineeAnswer { case };
    for event in ["tell", "accept"] {
        let page = browser.open(Case { case }).await.ok();
        let form = page.form(&answer).press("event", event);
        browser.send(form, &[]).await.ok();
    }
    let page = browser.open(Case { case }).await.ok();
    let checked = [
        ("checked-by", "Kit Moor, head of service"),
        ("confirmed", "yes"),
        ("note-check", "By letter"),
    ];
    let page = browser
        .send(page.form(FactCheck { case }), &checked)
        .await
        .ok();
    let form = page
        .form(Eligibility { case })
        .press("event", "find-eligible");
    browser.send(form, &[]).await.ok();
    case
}

#[tokio::test]
async fn two_nominations_of_one_person_become_one_row_of_the_shortlists_file() {
    let (panel, sent) = Panel::nominated(&[
        (1, "first@council.example"),
        (1, "second@council.example"),
        (2, "third@council.example"),
    ])
    .await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let page = browser
        .open(format!("{}?status=submitted", Nominations { season }))
        .await
        .ok();
    assert_eq!(page.table().len(), 4, "three nominations under the head");
    make_eligible(&panel, &mut browser, &sent[..2]).await;
    make_eligible(&panel, &mut browser, &sent[2..]).await;
    panel.move_on(Event::BeginJudging).await;
    for judge in JUDGES {
        panel.score(judge, &["4", "3"]).await;
    }
    let category = seasons::categories(panel.site.store(), season)
        .await
        .expect("categories")[0]
        .id;
    let page = browser.open(Cut { category }).await.ok();
    browser.send(page.form(Cut { category }), &[]).await.ok();
    let file = browser
        .open(format!("{}?bom=no", exports::Shortlist { category }))
        .await
        .ok();
    let mut reader = csv::Reader::from_reader(file.body().as_bytes());
    let columns = reader.headers().expect("a head").clone();
    let at = |name: &str| {
        columns
            .iter()
            .position(|column| column == name)
            .expect("the column")
    };
    let said: Vec<[String; 5]> = reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            ["nominee", "status", "nominations", "weighted_total", "rank"]
                .map(|name| row[at(name)].to_owned())
        })
        .collect();
    let row = |cells: [&str; 5]| cells.map(str::to_owned);
    assert_eq!(
        said,
        [
            row(["Nominee 1", "shortlisted", "2", "80.00", "1"]),
            row(["Nominee 2", "shortlisted", "1", "60.00", "2"]),
        ]
    );
}
