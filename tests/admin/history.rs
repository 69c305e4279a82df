//! `/admin/history` filtered, and `/exports/history/history.csv` beside it: who, which case, which days.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use plaudit_store::{
    ledger, organisations,
    reports::{
        Viewer,
        history::{self, CaseAsked},
    },
};
use plaudit_web::paths::{
    admin::{Case, History},
    exports::{History as File, HistorySheet},
};

use crate::exports::files::{read, read_sheet};
use crate::judging::panel::Panel;
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, JUDGES},
};

/// What happened, in the words of each row.
fn told(page: &Page) -> Vec<String> {
    let rows = page.table().into_iter().skip(1);
    rows.map(|row| row[2].clone()).collect()
}

/// What happened, on this page and those that follow it.
async fn all_told(browser: &mut Client, path: &str) -> Vec<String> {
    let mut page = browser.open(path).await.ok();
    let mut all = Vec::new();
    loop {
        if page.has("table") {
            all.extend(told(&page));
        }
        let links = page.attributes("main a.secondary", "href");
        match links.iter().find(|link| link.contains("before=")) {
            Some(earlier) => page = browser.open(earlier).await.ok(),
            None => return all,
        }
    }
}

#[tokio::test]
async fn the_history_is_filtered_by_who_caused_it() {
    let panel = Panel::judging(2).await;
    panel.scorecard(JUDGES[0]).await;
    panel.scorecard(JUDGES[1]).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let account = panel.site.account(JUDGES[0]).await;
    let path = format!("{History}?kind=interest-declared&by={account}");
    let page = browser.open(&path).await.ok();
    let said = told(&page);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains(JUDGES[0].name), "{}", said[0]);
    assert_eq!(page.value("by"), account.to_string());
    let clear = page.attributes(".filter-bar a", "href");
    assert_eq!(clear, ["/admin/history"]);
    let nobody = format!("{History}?kind=interest-declared&by=nobody");
    let page = browser.open(&nobody).await.ok();
    assert_eq!(page.first(".empty-title"), "No such facts");
}

#[tokio::test]
async fn the_history_of_a_case_is_found_by_its_number_and_from_its_page() {
    let panel = Panel::judging(3).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let formed = format!("{History}?kind=case-formed&season={season}&case=2");
    let said = told(&browser.open(&formed).await.ok());
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("formed Case 2: Nominee 2."), "{}", said[0]);
    let by_number = all_told(&mut browser, &format!("{History}?season={season}&case=2")).await;
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let asked = CaseAsked::Number(season, 2);
    let found = history::case(panel.site.store(), &viewer, asked).await;
    let case = found.expect("it is read").expect("it is there").ids[0];
    let page = browser.open(Case { case }).await.ok();
    let link = page.link("All that the ledger holds about this case");
    assert_eq!(link, format!("/admin/history?case={case}"));
    assert_eq!(all_told(&mut browser, &link).await, by_number);
    assert!(by_number.len() > 5, "{by_number:?}");
    let others = all_told(&mut browser, &format!("{History}?season={season}&case=1")).await;
    assert!(others.iter().all(|said| !said.contains("formed Case 2")));
    let page = browser.open(&link).await.ok();
    assert_eq!(page.value("case"), "2");
    assert_eq!(page.value("season"), season.to_string());
}

#[tokio::test]
async fn a_day_begins_and_ends_where_the_organisation_is() {
    let panel = Panel::judging(1).await;
    let site = &panel.site;
    // Half past eleven at night by the sun of a summer's day is the next day in London.
    let night: jiff::Timestamp = "2027-07-01T23:30:00Z".parse().expect("an instant");
    site.wait(night.duration_since(site.app.clock.now()));
    let found = organisations::find(site.store())
        .await
        .expect("it is read")
        .expect("it is set up");
    organisations::change(
        site.store(),
        &site.moment(),
        found.version,
        "Another Society".to_owned(),
        found.contact,
    )
    .await
    .expect("it is changed");
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let mut counted = BTreeMap::new();
    for (from, to) in [
        ("1 July 2027", "1 July 2027"),
        ("2027-07-02", "2/7/2027"),
        ("", "2 July 2027"),
        ("2 July 2027", ""),
        ("3 July 2027", ""),
    ] {
        let query = format!("kind=organisation-changed&from={from}&to={to}").replace(' ', "+");
        let page = browser.open(format!("{History}?{query}")).await.ok();
        let count = page.table().len().saturating_sub(1);
        counted.insert((from, to), count);
        assert_eq!(
            (page.value("from"), page.value("to")),
            (from.into(), to.into())
        );
    }
    let expected = [
        (("1 July 2027", "1 July 2027"), 0),
        (("2027-07-02", "2/7/2027"), 1),
        (("", "2 July 2027"), 1),
        (("2 July 2027", ""), 1),
        (("3 July 2027", ""), 0),
    ];
    assert_eq!(counted, BTreeMap::from(expected));
}

#[tokio::test]
async fn what_is_asked_for_goes_along_from_page_to_page_and_into_the_files() {
    let panel = Panel::judging(30).await;
    let site = &panel.site;
    ledger::seal(site.store()).await.expect("it is sealed");
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let season = panel.season;
    let asked = format!("season={season}&kind=case-moved&from=2027-01-01&to=2027-12-31");
    let path = format!("{History}?{asked}");
    let mut said = all_told(&mut browser, &path).await;
    assert!(said.len() > 50, "more than a page: {}", said.len());
    let every = all_told(&mut browser, &format!("{History}?kind=case-moved")).await;
    assert_eq!(said, every, "nothing else is left out or comes in");
    let page = browser.open(&path).await.ok();
    let files = page.attributes(".heading-beside a", "href");
    assert_eq!(
        files,
        [format!("{File}?{asked}"), format!("{HistorySheet}?{asked}")]
    );
    let (columns, rows) = read(&browser.open(&files[0]).await.ok());
    said.reverse();
    let sentences: Vec<&str> = rows.iter().map(|row| row[4].as_str()).collect();
    assert_eq!(sentences.len(), said.len());
    for (said, sentence) in said.iter().zip(&sentences) {
        assert!(said.starts_with(sentence), "{said}: {sentence}");
    }
    assert_eq!(columns[..4], ["number", "recorded_at", "caused_by", "kind"]);
    let numbers: Vec<i64> = rows
        .iter()
        .map(|row| row[0].parse().expect("a number"))
        .collect();
    assert!(numbers.is_sorted() && numbers.len() == rows.len());
    let seal = &rows[0][7];
    assert!(page.body().len() > 64 && seal.len() == 64, "{seal}");
    let sheet = read_sheet(&browser.open(&files[1]).await.ok(), "history");
    assert_eq!(sheet.len(), rows.len() + 1);
    assert_eq!(sheet[1][4], rows[0][4]);
}

#[tokio::test]
async fn the_whole_ledger_comes_as_a_file_in_pages_of_the_same_cost() {
    let panel = Panel::judging(1).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let (page, _) = panel.site.statements_of(browser.open(File)).await;
    let (_, rows) = read(&page.ok());
    let every = all_told(&mut browser, &History.to_string()).await;
    assert_eq!(rows.len(), every.len(), "the download is the last of them");
    let last = rows.last().expect("a row");
    assert_eq!(
        last[4],
        format!(
            "{} downloaded a file of personal data: the whole history.",
            ADMINISTRATOR.name
        )
    );
    let blind = browser.open(format!("{File}?blind=yes")).await.ok();
    let (columns, _) = read(&blind);
    assert!(
        !columns
            .iter()
            .any(|column| ["sentence", "details"].contains(&column.as_str()))
    );
}

#[tokio::test]
async fn what_cannot_be_understood_is_said_at_its_field_and_gives_no_file() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let before = all_told(&mut browser, &format!("{History}?kind=exported")).await;
    for (query, problem) in [
        ("case=abc".to_owned(), "Write the case’s number, such as 12"),
        (
            "case=1".to_owned(),
            "Choose the case’s season as well, since each season numbers its cases from 1",
        ),
        (
            format!("season={season}&case=99"),
            "There is no such case in the season",
        ),
        (
            "from=soon".to_owned(),
            "The first day is not in the right form",
        ),
        (
            "to=31/2/2027".to_owned(),
            "The last day is not in the right form",
        ),
        (
            "from=2027-03-02&to=2027-03-01".to_owned(),
            "The last day is before the first",
        ),
    ] {
        let page = browser.open(format!("{History}?{query}")).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem], "{query}");
        assert!(
            !page.has("table"),
            "nothing that would be taken for the answer"
        );
        for file in [File.to_string(), HistorySheet.to_string()] {
            let none = browser.open(format!("{file}?{query}")).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{file}?{query}");
        }
    }
    let after = all_told(&mut browser, &format!("{History}?kind=exported")).await;
    assert_eq!(before, after, "no file was taken");
    let odd = format!("{History}?season=x&kind=x&by=x&before=x&page=x");
    browser.open(odd).await.ok();
    // After the last day that there is comes none.
    let odd = format!("{History}?from=9999-12-31&to=9999-12-31");
    browser.open(odd).await.ok();
}

#[tokio::test]
async fn kinds_are_offered_in_words_with_counts_and_details_are_said_in_words() {
    let panel = Panel::judging(1).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(History).await.ok();
    let offered = page.all("select[name=kind] option");
    assert!(
        offered.contains(&"Case formed (1)".to_owned()),
        "{offered:?}"
    );
    assert!(!offered.iter().any(|kind| kind.contains("Mark chosen")));
    let mut sorted = offered[1..].to_vec();
    sorted.sort();
    assert_eq!(offered[1..], sorted);
    // That a season moved is said once, by where it moved to.
    let page = browser
        .open(format!("{History}?kind=season-moved"))
        .await
        .ok();
    for said in told(&page) {
        assert!(!said.contains("event"), "{said}");
    }
}
