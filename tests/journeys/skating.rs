//! A real panel through the product, from the nominations to the verified package: the ladies' short programme of the ISU
//! World Figure Skating Championships 2017, 37 entries, 9 judges, 5 components. From `BuzzFeed` News' figure-skating-scores,
//! CC BY 4.0; the file and the reference beside it are the ranking's own (`crates/ranking/tests/gold`).

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::{
    criterion::{Points, Scale},
    ids::CriterionId,
    membership::{Role, Scope},
    rule_set::Method,
    season::Event,
    text::Texts,
};
use plaudit_store::{
    reports::{Viewer, ranking},
    rule_sets::{self, CriterionWords, RuleSetWords},
    seasons,
};
use plaudit_web::paths::{
    admin::Cut,
    exports::Package,
    judging::{Gate, Scorecard},
};

use crate::commands::said;
use crate::judging::panel::Panel;
use crate::support::{
    Site, Stage,
    people::{ADMINISTRATOR, Somebody},
    server,
    stage::open_after,
};

const GIVEN: &str = include_str!(
    "../../crates/ranking/tests/gold/skate_worlds2017_ladies_sp_components.criteria_scores.csv"
);
const REFERENCE: &str =
    include_str!("../../crates/ranking/tests/gold/skate_worlds2017_ladies_sp.methods.csv");

/// The judges, by their names in the file.
const JUDGES: [(&str, Somebody); 9] = [
    ("J1", judge("Judge One", "one@panel.example")),
    ("J2", judge("Judge Two", "two@panel.example")),
    ("J3", judge("Judge Three", "three@panel.example")),
    ("J4", judge("Judge Four", "four@panel.example")),
    ("J5", judge("Judge Five", "five@panel.example")),
    ("J6", judge("Judge Six", "six@panel.example")),
    ("J7", judge("Judge Seven", "seven@panel.example")),
    ("J8", judge("Judge Eight", "eight@panel.example")),
    ("J9", judge("Judge Nine", "nine@panel.example")),
];

const fn judge(name: &'static str, address: &'static str) -> Somebody {
    Somebody { name, address }
}

/// What a judge gave an entry, component by component.
type Given = BTreeMap<(&'static str, &'static str), BTreeMap<&'static str, &'static str>>;

fn given() -> Given {
    let mut given = Given::new();
    for line in GIVEN.lines().skip(1) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().expect("four cells");
        let (judge, entry, component, score) = (cell(), cell(), cell(), cell());
        given
            .entry((judge, entry))
            .or_default()
            .insert(component, score);
    }
    given
}

/// The entries in the order of the reference's calibrated scores, with these and their standard errors on a scale of 100.
fn reference() -> Vec<(&'static str, f64, f64)> {
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    let rows: Vec<Vec<&str>> = REFERENCE
        .lines()
        .map(|line| line.split(',').collect())
        .collect();
    let column = |name: &str| {
        rows[0]
            .iter()
            .position(|one| *one == name)
            .expect("a column")
    };
    let (mean, blup, error) = (column("mean"), column("blup"), column("pev_sd"));
    let middle = rows[1..].iter().map(|row| number(row[mean])).sum::<f64>() / 37.0;
    let mut found: Vec<_> = rows[1..]
        .iter()
        .map(|row| {
            (
                row[0],
                10.0 * (middle + number(row[blup])),
                10.0 * number(row[error]),
            )
        })
        .collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1));
    found
}

/// The award's draft judged as skating is: five components from nought to ten in quarters, six finalists.
async fn prepare(site: &Site, season: plaudit_domain::ids::SeasonId, components: &BTreeSet<&str>) {
    let (store, moment) = (site.store(), site.moment());
    let rules = rule_sets::current(store, season).await.expect("the draft");
    for component in components {
        let scale = Scale::new(Points::whole(0), Points::whole(10), Points(25)).expect("a scale");
        let means =
            |(steps, points): (i64, Points)| (steps, Texts::english(format!("{points} of ten")));
        let words = CriterionWords {
            key: key(component),
            title: Texts::english(*component),
            guidance: Texts::english("As the judging system describes it."),
            weight: 20,
            scale,
            descriptors: scale.points().map(means).collect(),
        };
        rule_sets::add_criterion(store, &moment, season, words)
            .await
            .expect("it is added");
    }
    for criterion in rules.criteria {
        rule_sets::remove_criterion(store, &moment, criterion.id)
            .await
            .expect("it is removed");
    }
    let seen = seasons::get(store, season)
        .await
        .expect("the season")
        .revision;
    let words = RuleSetWords {
        method: Method::Calibrated,
        merit_floor: 3_000,
        shortlist_size: 6,
        ..RuleSetWords::default()
    };
    rule_sets::change(store, &moment, season, seen, words)
        .await
        .expect("it is changed");
}

fn key(component: &str) -> String {
    component.to_lowercase().replace([' ', '/'], "-")
}

#[tokio::test]
async fn a_real_panel_is_judged_shortlisted_packaged_and_verified_as_the_reference_says() {
    let given = given();
    let entries: BTreeSet<&str> = given.keys().map(|(_, entry)| *entry).collect();
    let components: BTreeSet<&str> = given
        .values()
        .flat_map(|card| card.keys().copied())
        .collect();
    assert_eq!((given.len(), entries.len(), components.len()), (333, 37, 5));

    let site = Site::at(Stage::SetUp).await;
    site.wait(SignedDuration::from_hours(24 * 36));
    open_after(site.store(), &site.moment(), async |season| {
        prepare(&site, season, &components).await;
    })
    .await;
    let season = site.season().await.id;
    let panel = Panel { site, season };
    for (_, judge) in JUDGES {
        panel.join(judge, Role::Judge, Scope::Season(season)).await;
    }
    let mut nominations = Vec::new();
    for number in 1..=entries.len() {
        let nominator = format!("nominator.{number}@council.example");
        nominations.push(panel.nominate(number, &nominator).await);
    }
    panel.close().await;
    let mut cases = BTreeMap::new();
    for (entry, nomination) in entries.iter().zip(nominations) {
        cases.insert(panel.make_eligible(nomination).await, *entry);
    }
    panel.move_on(Event::BeginJudging).await;

    let rules = rule_sets::current(panel.site.store(), season)
        .await
        .expect("the rules");
    let fields: Vec<(CriterionId, String)> = (rules.criteria.iter())
        .map(|criterion| (criterion.id, criterion.key.clone()))
        .collect();
    for (name, judge) in JUDGES {
        let mut browser = panel.site.signed_in(judge).await;
        let assignments = panel.assignments(judge).await;
        assert_eq!(assignments.len(), 37);
        for (entry, assignment) in entries.iter().zip(assignments) {
            let gate = browser
                .post(Gate { assignment }, &[("interest", "none")])
                .await;
            gate.expect(StatusCode::SEE_OTHER);
            let card = &given[&(name, *entry)];
            let mut posted = vec![("version".to_owned(), "0"), ("do".to_owned(), "submit")];
            for (component, score) in card {
                let key = key(component);
                let (id, _) = fields
                    .iter()
                    .find(|(_, one)| *one == key)
                    .expect("a criterion");
                posted.push((format!("score[{id}]"), trimmed(score)));
            }
            let answer = browser.post(Scorecard { assignment }, &posted).await;
            answer.expect(StatusCode::SEE_OTHER);
        }
    }

    let category = seasons::categories(panel.site.store(), season)
        .await
        .expect("one")[0]
        .id;
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let ranked = ranking::ranking(panel.site.store(), &viewer, category)
        .await
        .expect("a ranking");
    let reference = reference();
    assert_eq!(ranked.rows.len(), reference.len());
    for ((row, (entry, score, error)), rank) in ranked.rows.iter().zip(&reference).zip(1..) {
        let figures = row.place.figures.as_ref().expect("scores");
        assert_eq!((row.place.rank, cases[&row.case]), (Some(rank), *entry));
        assert!(
            (figures.total.exact().to_f64() - score).abs() < 1e-6,
            "{entry}"
        );
        assert!(
            (figures.standard_error.expect("one") - error).abs() < 1e-6,
            "{entry}"
        );
        assert_eq!(row.place.is_within_cut, rank <= 6);
    }

    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Cut { category }).await.ok();
    browser.send(page.form(Cut { category }), &[]).await.ok();
    panel.move_on(Event::BeginDeliberation).await;
    let after = ranking::ranking(panel.site.store(), &viewer, category)
        .await
        .expect("a ranking");
    assert_eq!(after.finalists(), 6);
    let package = browser.open(Package { category }).await.ok().bytes;
    assert_eq!(browser.open(Package { category }).await.ok().bytes, package);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("results-package.zip");
    std::fs::write(&file, &package).expect("it is written");
    let (code, out, _) = said(&server::run(&["verify".as_ref(), file.as_os_str()]));
    let ranked = "the ranking of 37 cases follows from 333 scorecards, to the last byte";
    assert_eq!(code, Some(0), "{out}");
    assert_eq!(out.lines().rev().nth(1), Some(ranked));
}

/// A score as a judge's form gives it: `5.5`, not `5.50`.
fn trimmed(score: &str) -> &str {
    if score.contains('.') {
        score.trim_end_matches('0').trim_end_matches('.')
    } else {
        score
    }
}
