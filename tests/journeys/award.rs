//! From the public form to the shortlist's file, as nominators, the administrator and the judges do it in the browser.

use plaudit_domain::ids::CaseId;
use plaudit_store::seasons;
use plaudit_web::{
    paths::{
        admin::{
            Case, Cut, Eligibility, FactCheck, Nominations, NomineeAnswer, Ranking, SeasonJudging,
        },
        exports,
    },
    shown::nomination_form::field,
};

use crate::{
    judging::panel::Panel,
    public::filling::{confirm, nominate_somebody, number_of},
    support::{
        Client, Page, Site, Stage,
        people::{ADMINISTRATOR, JUDGES},
    },
};

/// Accepts the nominations into one case and makes it eligible, all by buttons.
async fn make_eligible(browser: &mut Client, list: &Page, numbers: &[String]) {
    let mut case = None;
    for number in numbers {
        let path = list.link(number);
        let page = browser.open(&path).await.ok();
        let form = page.form(format!("{path}/acceptance"));
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
}

/// Somebody nominates by the public form and confirms their address by the letter's link; the number they are given.
async fn nominated(site: &Site, nominee: &str, nominator: &str) -> String {
    let mut browser = site.visitor();
    let email = format!(
        "{}@council.example",
        nominee.to_lowercase().replace(' ', ".")
    );
    let typed = [
        (field::NOMINEE_NAME, nominee),
        (field::NOMINEE_EMAIL, email.as_str()),
        (field::NOMINATOR_EMAIL, nominator),
    ];
    let receipt = nominate_somebody(site, &mut browser, &typed).await;
    let number = number_of(&receipt);
    assert!(site.letter_to(nominator).await.text.contains(&number));
    confirm(site, &mut browser, nominator).await;
    number
}

#[tokio::test]
async fn two_nominations_of_one_person_become_one_row_of_the_shortlists_file() {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let twice = [
        nominated(&site, "Siân Okafor", "first@council.example").await,
        nominated(&site, "Siân Okafor", "second@council.example").await,
    ];
    let once = [nominated(&site, "Bram Quill", "third@council.example").await];

    let panel = Panel { site, season };
    panel.close().await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let list = format!("{}?status=submitted", Nominations { season });
    let page = browser.open(list).await.ok();
    assert_eq!(page.table().len(), 4, "three nominations under the head");
    let tags = page.all("tbody td .tag");
    assert!(
        !tags.contains(&"Address not confirmed".to_owned()),
        "{tags:?}"
    );
    for numbers in [&twice[..], &once[..]] {
        make_eligible(&mut browser, &page, numbers).await;
    }
    let judging = SeasonJudging { season };
    let page = browser.open(&judging).await.ok();
    browser.send(page.form(&judging), &[]).await.ok();
    for (judge, scores) in JUDGES.into_iter().zip([["4", "3"], ["5", "2"], ["3", "4"]]) {
        panel.score(judge, &scores).await;
    }
    let category = seasons::categories(panel.site.store(), season)
        .await
        .expect("categories")[0]
        .id;
    let ranking = browser.open(Ranking { category }).await.ok();
    assert!(
        ranking.text().contains("Siân Okafor"),
        "{}",
        ranking.excerpt()
    );
    let page = browser.open(Cut { category }).await.ok();
    browser.send(page.form(Cut { category }), &[]).await.ok();
    let file = browser
        .open(format!("{}?bom=no", exports::Shortlist { category }))
        .await
        .ok();
    assert_eq!(
        rows(&file),
        [
            [
                "Siân Okafor",
                "shortlisted",
                "2",
                "3",
                "60.00",
                "100.00",
                "80.00",
                "1"
            ],
            [
                "Bram Quill",
                "shortlisted",
                "1",
                "3",
                "40.00",
                "80.00",
                "60.00",
                "2"
            ],
        ]
    );
}

/// What the file says of each case, by the names of its columns.
fn rows(file: &Page) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(file.body().as_bytes());
    let columns = reader.headers().expect("a head").clone();
    let at = |name: &str| {
        let place = columns.iter().position(|column| column == name);
        place.unwrap_or_else(|| unreachable!("no column {name} in {columns:?}"))
    };
    let read = [
        "nominee",
        "status",
        "nominations",
        "scorecards_received",
        "lowest",
        "highest",
        "weighted_total",
        "rank",
    ]
    .map(at);
    let record = |row: csv::StringRecord| read.iter().map(|at| row[*at].to_owned()).collect();
    reader
        .records()
        .map(|row| record(row.expect("a row")))
        .collect()
}
