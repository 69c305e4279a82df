//! The finalists are interviewed after the scoring, as the judges and the administrator see it.

mod left;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use plaudit_domain::{
    assignment,
    case::Status,
    criterion::{Criterion, Points, Scale},
    ids::{AssignmentId, CategoryId},
    season::Event,
    stage::{Interview, Kind, Stages},
    text::Texts,
};
use plaudit_store::{
    reports::{
        Viewer,
        cases::{self as report, CasesFilter},
        desk, ranking, scorecard,
    },
    seasons,
};
use plaudit_web::paths::{
    admin::{
        Cut, Place, PlaceRemoval, Ranking, SeasonDeliberation, StageInterviews, StageMove,
        StageMoveRemoval, Stages as StagesPage,
    },
    exports::Scores,
    judging::{Desk, Reading, Scorecard},
};

use crate::{
    judging::panel::{Panel, all, open_gate, score_fields, status},
    support::{
        Client, Page,
        people::{ADMINISTRATOR, JUDGES, Somebody},
        stage::add_judge,
    },
};

/// Joins when the scoring is on, and scores nothing in it.
const LATE: Somebody = Somebody {
    name: "Esi Boateng",
    address: "esi.boateng@judges.example",
};

/// An interview with one criterion, to which the scoring gives this part, in hundredths of a percent.
pub(crate) fn with_interview(carried: u32) -> Stages {
    let points = |value| Points::whole(value);
    let criterion = Criterion {
        id: uuid::Uuid::nil().into(),
        key: "answers".to_owned(),
        title: Texts::english("Answers to questions"),
        guidance: Texts::default(),
        weight: 10,
        scale: Scale::new(points(0), points(5), points(1)).expect("a scale"),
        descriptors: (0..=5)
            .map(|point| (point, Texts::english("Told.")))
            .collect(),
    };
    Stages {
        sift: None,
        interview: Some(Interview {
            quorum: 3,
            carried,
            criteria: vec![criterion],
        }),
    }
}

async fn category(panel: &Panel) -> CategoryId {
    let found = seasons::categories(panel.site.store(), panel.season).await;
    found.expect("categories")[0].id
}

async fn viewer(panel: &Panel) -> Viewer {
    Viewer::Administrator(panel.site.account(ADMINISTRATOR).await)
}

/// Three cases scored with 80, 100 and 40 by three judges; the first two, which reach the floor, are put forward, and the season is
/// in the interview.
async fn interviewing(carried: u32) -> (Panel, Client) {
    let panel = Panel::in_stages(3, with_interview(carried)).await;
    let store = panel.site.store();
    add_judge(store, &panel.site.moment(), LATE.name, LATE.email()).await;
    for judge in JUDGES {
        panel.score(judge, &["4", "5", "2"]).await;
    }
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;
    let cut = Cut {
        category: category(&panel).await,
    };
    let page = admin.open(&cut).await.ok();
    admin.send(page.form(&cut), &[]).await.ok();
    let next = StageMove {
        season: panel.season,
    };
    let page = admin.open(&next).await.ok();
    assert!(
        page.text().contains(LATE.name),
        "whose scorecards are missing"
    );
    admin.send(page.form(&next), &[]).await.ok();
    (panel, admin)
}

/// The judge gives each finalist on the desk this score.
async fn meet(panel: &Panel, judge: Somebody, scores: [&str; 2]) {
    let mut browser = panel.site.signed_in(judge).await;
    for (assignment, score) in panel.assignments(judge).await.into_iter().zip(scores) {
        let path = Scorecard { assignment };
        let page = browser.open(&path).await.ok();
        let fields = score_fields(&page);
        assert_eq!(
            fields.len(),
            1,
            "the criteria of the interview: {}",
            page.excerpt()
        );
        let form = page.form(&path).press("do", "submit");
        browser.send(form, &all(&fields, score)).await.ok();
    }
}

/// Number, rank and total of each finalist.
async fn standing(panel: &Panel) -> Vec<(i64, Option<u32>, i64)> {
    let viewer = viewer(panel).await;
    let found = ranking::ranking(panel.site.store(), &viewer, category(panel).await).await;
    let rows = found.expect("the ranking").rows;
    rows.iter()
        .map(|row| {
            let figures = row.place.figures.as_ref().expect("a total");
            (row.number, row.place.rank, figures.total.hundredths())
        })
        .collect()
}

async fn statuses(panel: &Panel) -> Vec<Status> {
    let filter = CasesFilter::default();
    let viewer = viewer(panel).await;
    let found = report::cases(panel.site.store(), &viewer, panel.season, &filter).await;
    let mut rows = found.expect("the cases").rows;
    rows.sort_by_key(|row| row.number);
    rows.iter().map(|row| row.status).collect()
}

#[tokio::test]
async fn finalists_restart_equal_and_are_ranked_by_the_interview_alone() {
    let (panel, mut admin) = interviewing(0).await;
    assert_eq!(
        statuses(&panel).await,
        [Status::Shortlisted, Status::Shortlisted, Status::InJudging]
    );
    for judge in JUDGES {
        meet(&panel, judge, ["5", "3"]).await;
    }
    assert_eq!(
        standing(&panel).await,
        [(1, Some(1), 10_000), (2, Some(2), 6_000)]
    );
    let category = category(&panel).await;
    let before = format!("{}?stage=scoring", Ranking { category });
    let before = admin.open(before).await.ok().text();
    let at = |name: &str| before.find(name).expect("the case");
    assert!(
        at("Nominee 2") < at("Nominee 1"),
        "by the scoring: {before}"
    );
    assert!(before.contains("Nominee 3"));

    let file = admin
        .open(format!("{}?bom=no", Scores { category }))
        .await
        .ok();
    assert_eq!(
        scored(&file),
        [("interview", 6), ("scoring", 3 * 3 * 4)].map(|(stage, count)| (stage.to_owned(), count))
    );
    let meeting = SeasonDeliberation {
        season: panel.season,
    };
    let page = admin.open(&meeting).await.ok();
    assert!(page.text().contains(LATE.name), "who has not scored");
    let reason = [("reason", "Esi Boateng could not come.")];
    admin.send(page.form(&meeting), &reason).await.ok();
    let season = seasons::get(panel.site.store(), panel.season).await;
    assert_eq!(season.expect("the season").status.as_str(), "deliberation");
}

/// How many scores the file has of each stage.
fn scored(file: &Page) -> Vec<(String, usize)> {
    let mut reader = csv::Reader::from_reader(file.body().as_bytes());
    let columns = reader.headers().expect("a head").clone();
    let at = |name: &str| {
        columns
            .iter()
            .position(|column| column == name)
            .expect("a column")
    };
    let (stage, score) = (at("stage"), at("score"));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        if !row[score].is_empty() {
            *counts.entry(row[stage].to_owned()).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

#[tokio::test]
async fn a_part_of_the_scoring_is_carried_over_where_the_rules_say_so() {
    let (panel, mut admin) = interviewing(5_000).await;
    for judge in JUDGES {
        meet(&panel, judge, ["5", "3"]).await;
    }
    // Half of 80 and half of 100; half of 100 and half of 60.
    assert_eq!(
        standing(&panel).await,
        [(1, Some(1), 9_000), (2, Some(2), 8_000)]
    );
    let category = category(&panel).await;
    let page = admin.open(Ranking { category }).await.ok();
    assert!(page.text().contains("50%"), "{}", page.excerpt());
}

#[tokio::test]
async fn whoever_has_not_read_every_finalist_cannot_score_one_and_everybody_concerned_is_told() {
    let (panel, mut admin) = interviewing(0).await;
    let stages = StagesPage {
        season: panel.season,
    };
    let page = admin.open(&stages).await.ok();
    assert!(
        page.text()
            .contains(&format!("{}: cases 1 and 2", LATE.name)),
        "{}",
        page.text()
    );
    assert!(!page.text().contains(&format!("{}: cases", JUDGES[0].name)));

    let mut browser = panel.site.signed_in(LATE).await;
    let desk = browser.open(Desk).await.ok();
    assert!(
        desk.text().contains("2 are left to read"),
        "{}",
        desk.excerpt()
    );
    let assignments = panel.assignments(LATE).await;
    let field = interview_field(&panel, assignments[0]).await;
    for (read, assignment) in assignments.iter().copied().enumerate() {
        let page = open_gate(&mut browser, assignment).await;
        assert!(
            !page.has("form[data-keys]"),
            "{read} read: no form to score by"
        );
        for pressed in ["save", "submit"] {
            let pairs = [(field.as_str(), "4"), ("version", "0"), ("do", pressed)];
            browser
                .post(Scorecard { assignment }, &pairs)
                .await
                .expect(StatusCode::CONFLICT);
        }
        assert_eq!(
            status(&panel, LATE, assignment).await,
            assignment::Status::Published
        );
        let form = page.form(Reading { assignment });
        browser.send(form, &[]).await.ok();
    }
    let page = admin.open(&stages).await.ok();
    assert!(!page.text().contains(&format!("{}: cases", LATE.name)));
    assert!(
        !page.has(&format!(
            "form[action='{}']",
            StageMoveRemoval {
                season: panel.season
            }
        )),
        "a judge has read"
    );
    meet(&panel, LATE, ["4", "4"]).await;
    let submitted = assignment::Status::Submitted;
    assert_eq!(status(&panel, LATE, assignments[1]).await, submitted);
}

/// The field of the interview's only criterion, which the page does not show before everything is read.
async fn interview_field(panel: &Panel, assignment: AssignmentId) -> String {
    let viewer = Viewer::Judge(panel.site.account(LATE).await);
    let desk = desk::seasons(panel.site.store(), &viewer)
        .await
        .expect("the desk");
    assert_eq!(desk[0].season.stage, Kind::Interview);
    let other = Viewer::Judge(panel.site.account(JUDGES[0]).await);
    assert!(
        scorecard::get(panel.site.store(), &other, assignment)
            .await
            .is_err()
    );
    let own = panel.assignments(JUDGES[0]).await[0];
    let card = scorecard::get(panel.site.store(), &other, own).await;
    format!(
        "score[{}]",
        card.expect("the scorecard").rules.criteria[0].id
    )
}

#[tokio::test]
async fn while_finalists_are_met_the_shortlist_stays_and_judges_read_when_and_where() {
    let (panel, mut admin) = interviewing(0).await;
    let category = category(&panel).await;
    let viewer = viewer(&panel).await;
    let rows = ranking::ranking(panel.site.store(), &viewer, category)
        .await
        .expect("it")
        .rows;
    let first = &rows[0];
    let path = PlaceRemoval {
        category,
        case: first.case,
    };
    let version = first.version.to_string();
    let pairs = [("version", version.as_str()), ("reason-undo", "A slip.")];
    admin.post(&path, &pairs).await.expect(StatusCode::CONFLICT);
    let place = Place {
        category,
        case: first.case,
    };
    admin.open(&place).await.ok();
    assert_eq!(statuses(&panel).await[..2], [Status::Shortlisted; 2]);

    let stages = StagesPage {
        season: panel.season,
    };
    let page = admin.open(&stages).await.ok();
    let form = page.form(StageInterviews {
        season: panel.season,
    });
    let field = format!("appointment[{}]", first.case);
    let said = [(field.as_str(), "3 May, 14:00, Room 2")];
    admin.send(form, &said).await.ok();
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let mut told = 0;
    for assignment in panel.assignments(JUDGES[0]).await {
        let page = browser.open(Scorecard { assignment }).await.ok();
        told += usize::from(page.text().contains("3 May, 14:00, Room 2"));
    }
    assert_eq!(told, 1);
    let back = StageMoveRemoval {
        season: panel.season,
    };
    let page = admin.open(&stages).await.ok();
    admin
        .send(page.form(&back), &[("reason", "Too soon.")])
        .await
        .ok();
    assert_eq!(
        panel.assignments(JUDGES[0]).await.len(),
        3,
        "the scoring again"
    );
    panel.move_on_refused(Event::BeginDeliberation).await;
}
