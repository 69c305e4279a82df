//! `/admin/files/{season}`: every file of a season, and the saved choices of columns.

use axum::http::StatusCode;
use plaudit_domain::season::Event;
use plaudit_store::reports::{Viewer, files as report};
use plaudit_web::paths::{
    admin::{ColumnChoice, ColumnChoiceRemoval, Files, NewColumnChoice},
    exports::{CasePack, Meeting, Package, Ranking, RankingSheet},
};

use super::shortlist::{Judged, judged};
use crate::exports::files::{read, read_sheet};
use crate::judging::panel::Panel;
use crate::support::{Client, form::Form, people::ADMINISTRATOR};

fn new(judged: &Judged, file: &str) -> NewColumnChoice {
    NewColumnChoice {
        season: judged.panel.season,
        file: file.to_owned(),
    }
}

/// The form of a choice of the ranking's columns, filled in with these.
fn ticked(form: Form, name: &str, columns: &[(&str, &str)]) -> Form {
    let mut form = form;
    form.fields
        .retain(|(field, _)| field != "columns" && !field.starts_with("place-"));
    form = form.with(&[("name", name)]);
    for (column, place) in columns {
        form.fields
            .push(("columns".to_owned(), (*column).to_owned()));
        let field = format!("place-{}", column.replace('*', "each"));
        form.fields.push((field, (*place).to_owned()));
    }
    form
}

/// Columns with their places, as they are typed.
type Columns<'a> = &'a [(&'a str, &'a str)];

const COLUMNS: [(&str, &str); 4] = [
    ("case", ""),
    ("weighted_total", "2"),
    ("mean_*", "3"),
    ("rank", "1"),
];

async fn save(judged: &Judged, browser: &mut Client, name: &str) {
    let path = new(judged, "ranking");
    let page = browser.open(&path).await.ok();
    let form = ticked(page.form(&path), name, &COLUMNS);
    let page = browser.send(form, &[]).await.ok();
    assert_eq!(page.first(".notice"), format!("“{name}” is saved."));
}

/// What is kept: the name, the columns, whether names are left out.
async fn kept(judged: &Judged) -> Vec<(String, String, bool)> {
    let viewer = Viewer::Administrator(judged.panel.site.account(ADMINISTRATOR).await);
    report::get(judged.panel.site.store(), &viewer, judged.panel.season)
        .await
        .expect("the files")
        .choices
        .into_iter()
        .map(|choice| {
            let chosen = choice.chosen;
            let name = chosen.name.as_str().to_owned();
            (name, chosen.columns.in_address(), chosen.is_blind)
        })
        .collect()
}

#[tokio::test]
async fn a_saved_choice_is_a_link_to_exactly_these_columns_in_this_order_in_both_formats() {
    let judged = judged().await;
    let (season, category) = (judged.panel.season, judged.category);
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    save(&judged, &mut browser, "For the chair").await;
    let page = browser.open(Files { season }).await.ok();
    let query = "columns=rank,weighted_total,mean_*,case";
    let links = page.attributes("a", "href");
    let csv = format!("{}?{query}", Ranking { category });
    let sheet = format!("{}?{query}", RankingSheet { category });
    assert!(links.contains(&csv) && links.contains(&sheet), "{links:?}");
    let (columns, rows) = read(&browser.open(&csv).await.ok());
    let (whole, _) = read(&browser.open(Ranking { category }).await.ok());
    let means = whole.iter().filter(|column| column.starts_with("mean_"));
    let mut expected = vec!["rank".to_owned(), "weighted_total".to_owned()];
    expected.extend(means.cloned());
    expected.push("case".to_owned());
    assert_eq!(expected.len(), 7, "the award has four criteria");
    assert_eq!(columns, expected);
    assert_eq!(
        rows[0],
        ["1", "100.00", "5.00", "5.00", "5.00", "5.00", "1"]
    );
    let spread = read_sheet(&browser.open(&sheet).await.ok(), "ranking");
    assert_eq!(spread[0], expected);
    assert_eq!(spread[1], ["1", "100", "5", "5", "5", "5", "1"]);
}

#[tokio::test]
async fn a_choice_is_changed_as_it_was_seen_and_removed_again() {
    let judged = judged().await;
    let season = judged.panel.season;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    save(&judged, &mut browser, "For the chair").await;
    let page = browser.open(Files { season }).await.ok();
    let path = page
        .attributes("a", "href")
        .into_iter()
        .find(|path| path.contains("/choices/") && !path.contains("/new/"))
        .expect("a way to change it");
    let opened = browser.open(&path).await.ok();
    let form = opened.form(&path);
    let places: Vec<&str> = form
        .fields
        .iter()
        .filter(|(field, value)| field.starts_with("place-") && !value.is_empty())
        .map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(places, ["1", "4", "2", "3"], "in the order of the file");
    let changed = ticked(form.clone(), "Blind", &[("rank", ""), ("case", "")]);
    let page = browser.send(changed, &[("blind", "yes")]).await.ok();
    assert_eq!(page.first(".notice"), "“Blind” is saved.");
    let now = [("Blind".to_owned(), "rank,case".to_owned(), true)];
    assert_eq!(kept(&judged).await, now);
    // Somebody had the form open meanwhile: they are told, and keep what they typed.
    let late = browser.submit(form, &[("name", "For me")]).await;
    let late = late.expect(StatusCode::CONFLICT);
    assert_eq!(late.value("name"), "For me");
    assert_eq!(kept(&judged).await, now);

    let removal = format!("{path}/removal");
    let page = browser.open(&path).await.ok();
    let page = browser.send(page.form(&removal), &[]).await.ok();
    assert_eq!(page.first(".notice"), "“Blind” is removed.");
    assert_eq!(kept(&judged).await, []);
    let gone = browser.open(&path).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_choice_that_cannot_be_is_refused_with_what_was_typed_and_keeps_nothing() {
    let judged = judged().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    save(&judged, &mut browser, "For the chair").await;
    let before = kept(&judged).await;
    let path = new(&judged, "ranking");
    let page = browser.open(&path).await.ok();
    let long = "é".repeat(61);
    let too_long = "The name must be 60 characters or fewer; it has 61";
    let rank: Columns<'_> = &[("rank", "")];
    let cases: [(&str, Columns<'_>, &str); 7] = [
        ("x", &[], "Tick at least one column"),
        ("", rank, "Enter the name"),
        (&long, rank, too_long),
        ("for  the CHAIR", rank, "The name is already in use"),
        ("x", &[("nonsense", "")], "Choose a column from the list"),
        ("x", &[("rank", "0")], "The place must be from 1 to 999"),
        (
            "x",
            &[("rank", "first")],
            "The place is not in the right form",
        ),
    ];
    for (name, columns, problem) in cases {
        let form = ticked(page.form(&path), name, columns);
        let refused = browser.submit(form, &[]).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{problem}"
        );
        assert_eq!(refused.problems(), [problem]);
        assert_eq!(refused.value("name"), name);
        assert_eq!(kept(&judged).await, before);
    }
    let named = ticked(page.form(&path), "x", &[("rank", ""), ("nominee", "")]);
    let refused = browser.submit(named, &[("blind", "yes")]).await;
    assert_eq!(
        refused.problems(),
        ["Without names there cannot be: nominee. Untick them, or leave names in"]
    );
    assert_eq!(kept(&judged).await, before);
    // The same name for another file is another choice.
    let other = new(&judged, "shortlist");
    let page = browser.open(&other).await.ok();
    let form = ticked(page.form(&other), "For the chair", rank);
    browser
        .submit(form, &[])
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(kept(&judged).await.len(), 2);
}

#[tokio::test]
async fn what_is_no_file_with_columns_and_no_choice_is_not_found() {
    let judged = judged().await;
    let season = judged.panel.season;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    for file in ["package", "pack", "case-pack", "nonsense"] {
        let none = browser.open(new(&judged, file)).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{file}");
    }
    let choice = plaudit_domain::ids::ColumnChoiceId::from(season.0);
    let none = browser.open(ColumnChoice { season, choice }).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let nothing: [(&str, &str); 0] = [];
    let removal = ColumnChoiceRemoval { season, choice };
    let none = browser.post(&removal, &nothing).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_leads_to_every_file_that_there_is_and_says_of_the_others_when_they_will_be() {
    let judged = judged().await;
    let (season, category) = (judged.panel.season, judged.category);
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Files { season }).await.ok();
    let files: Vec<String> = page
        .attributes("main a", "href")
        .into_iter()
        .filter(|path| path.starts_with("/exports/") && !path.ends_with("/columns"))
        .collect();
    assert_eq!(files.len(), 4 * 4 + 2 * 2 + 3 * 4 + 2, "{files:#?}");
    for path in &files {
        browser.open(path).await.ok();
    }
    let there = |path: String| files.iter().any(|file| file.starts_with(&path));
    assert!(there(CasePack { category }.to_string()));
    assert!(!there(Meeting { category }.to_string()));
    assert!(
        page.text()
            .contains("It is there once the deliberation has begun.")
    );
    judged.panel.move_on(Event::BeginDeliberation).await;
    let page = browser.open(Files { season }).await.ok();
    let files = page.attributes("main a", "href");
    assert!(files.contains(&Meeting { category }.to_string()));
    let package = plaudit_web::paths::admin::Package { category };
    assert!(files.contains(&package.to_string()));
    browser.open(Package { category }).await.ok();
}

#[tokio::test]
async fn before_judging_no_link_leads_to_scores_or_ranking() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Files { season }).await.ok();
    let files = page.attributes("main a", "href");
    assert!(!files.iter().any(|path| path.contains("/exports/ranking/")));
    assert!(!files.iter().any(|path| path.contains("/exports/scores/")));
    assert!(page.text().contains("It is there once judging has begun."));
}

#[tokio::test]
async fn the_page_costs_the_same_with_one_choice_and_with_thirty() {
    let judged = judged().await;
    let season = judged.panel.season;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    save(&judged, &mut browser, "Choice 0").await;
    let site = &judged.panel.site;
    browser.open(Files { season }).await.ok();
    let (_, few) = site.statements_of(browser.get(Files { season })).await;
    for number in 1..30 {
        save(&judged, &mut browser, &format!("Choice {number}")).await;
    }
    let (page, many) = site.statements_of(browser.get(Files { season })).await;
    assert!(page.ok().text().contains("Choice 29"));
    assert_eq!(many, few);
}
