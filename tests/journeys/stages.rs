//! A season of more than one stage, from the sift to the shortlist, as the judges and the administrator see it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use plaudit_domain::{
    case,
    fact::FactKind,
    ids::{AssignmentId, CategoryId},
    season::Event,
    stage::{Decides, Kind, Sift, Stages},
    text::Texts,
};
use plaudit_store::{
    reports::{
        Viewer,
        cases::{self as report, CasesFilter},
        history::{self, HistoryFilter},
        progress,
    },
    screening::Destination,
    seasons, stages,
};
use plaudit_web::paths::{
    admin::{Cut, Ranking, StageJudges, StageMove, StageMoveRemoval, Stages as Page},
    exports::Scores,
    judging::{Desk, Scorecard, SubmissionRemoval, Vote},
    public::HowWeJudge,
};

use crate::{
    judging::panel::{Panel, open_gate},
    support::{
        Client,
        people::{ADMINISTRATOR, JUDGES, Somebody},
    },
};

/// What a case must show to pass.
const GUIDANCE: &str = "A change that can be told, made by one person.";

/// Two votes each, and the majority decides.
pub(crate) fn with_sift() -> Stages {
    Stages {
        sift: Some(Sift {
            votes: 2,
            decides: Decides::Majority,
            guidance: Texts::english(GUIDANCE),
        }),
        interview: None,
    }
}

/// The judge passes the gates that are shut and votes on every case of the desk.
async fn vote(panel: &Panel, judge: Somebody, votes: &[&str]) -> Client {
    let mut browser = panel.site.signed_in(judge).await;
    for (assignment, vote) in panel.assignments(judge).await.into_iter().zip(votes) {
        let page = open_gate(&mut browser, assignment).await;
        assert!(page.text().contains(GUIDANCE), "{}", page.excerpt());
        let form = page.form(Vote { assignment }).press("vote", vote);
        let why = [("comment", "No figures are given.")];
        browser.send(form, &why).await.ok();
    }
    browser
}

async fn season_stage(panel: &Panel) -> Kind {
    let season = seasons::get(panel.site.store(), panel.season).await;
    season.expect("the season").stage
}

async fn category(panel: &Panel) -> CategoryId {
    let found = seasons::categories(panel.site.store(), panel.season).await;
    found.expect("categories")[0].id
}

/// The status of every case, in the order of their numbers.
async fn statuses(panel: &Panel) -> Vec<case::Status> {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let filter = CasesFilter::default();
    let found = report::cases(panel.site.store(), &viewer, panel.season, &filter).await;
    let mut rows = found.expect("the cases").rows;
    rows.sort_by_key(|row| row.number);
    rows.iter().map(|row| row.status).collect()
}

async fn facts(panel: &Panel, kind: FactKind) -> usize {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let filter = HistoryFilter {
        kind: Some(kind),
        ..HistoryFilter::default()
    };
    let found = history::history(panel.site.store(), &viewer, &filter).await;
    found.expect("the ledger").rows.len()
}

/// Which boxes are ticked, in the order of the table.
fn ticked(page: &crate::support::Page) -> usize {
    page.attributes("input[name=on][checked]", "value").len()
}

#[tokio::test]
async fn a_sift_is_voted_confirmed_taken_back_and_scored_up_to_the_shortlist() {
    use case::Status::{InJudging, NotShortlisted, Shortlisted};
    let panel = Panel::in_stages(3, with_sift()).await;
    let season = panel.season;
    vote(&panel, JUDGES[0], &["pass", "fail", "pass"]).await;
    vote(&panel, JUDGES[1], &["pass", "fail", "unsure"]).await;
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;

    let next = StageMove { season };
    let page = admin.open(&next).await.ok();
    assert_eq!(ticked(&page), 2, "{}", page.excerpt());
    assert!(page.text().contains(JUDGES[2].name), "who has not voted");
    let open = page.form(&next);
    admin.send(open.clone(), &[]).await.ok();
    assert_eq!(season_stage(&panel).await, Kind::Scoring);
    assert_eq!(
        statuses(&panel).await,
        [InJudging, NotShortlisted, InJudging]
    );
    assert_eq!(panel.assignments(JUDGES[2]).await.len(), 2);
    let again = admin.send(open, &[]).await;
    assert_eq!(
        again.status,
        StatusCode::NOT_FOUND,
        "there is no later stage"
    );

    let back = StageMoveRemoval { season };
    let page = admin.open(Page { season }).await.ok();
    let refused = admin.send(page.form(&back), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = page.form(&back);
    admin.send(form, &[("reason", "Too soon.")]).await.ok();
    assert_eq!(season_stage(&panel).await, Kind::Sift);
    assert_eq!(statuses(&panel).await, [InJudging; 3]);
    assert_eq!(panel.assignments(JUDGES[2]).await.len(), 3);
    let page = admin.open(&next).await.ok();
    admin.send(page.form(&next), &[]).await.ok();

    for (judge, scores) in JUDGES.into_iter().zip([["4", "3"], ["5", "2"], ["4", "3"]]) {
        score_again(&panel, judge, &scores).await;
    }
    let page = admin.open(Page { season }).await.ok();
    assert!(
        !page.has(&format!("form[action='{back}']")),
        "a judge has begun"
    );
    let category = category(&panel).await;
    let ranking = admin.open(Ranking { category }).await.ok();
    assert!(
        !ranking.text().contains("Nominee 2"),
        "{}",
        ranking.excerpt()
    );
    let cut = admin.open(Cut { category }).await.ok();
    admin.send(cut.form(Cut { category }), &[]).await.ok();
    assert_eq!(
        statuses(&panel).await,
        [Shortlisted, NotShortlisted, InJudging]
    );
    assert_eq!(facts(&panel, FactKind::StageMoved).await, 3);
    let file = admin
        .open(format!("{}?bom=no", Scores { category }))
        .await
        .ok();
    assert_eq!(
        counted(&file),
        [
            // Two judges voted on three cases, and the third had not begun.
            ("scoring".to_owned(), "scored".to_owned(), 3 * 2 * 4),
            ("sift".to_owned(), "fail".to_owned(), 2),
            ("sift".to_owned(), "none".to_owned(), 3),
            ("sift".to_owned(), "pass".to_owned(), 3),
            ("sift".to_owned(), "unsure".to_owned(), 1),
        ]
    );
}

/// How many rows of the file of scores there are of each stage, with which vote.
fn counted(file: &crate::support::Page) -> Vec<(String, String, usize)> {
    let mut reader = csv::Reader::from_reader(file.body().as_bytes());
    let columns = reader.headers().expect("a head").clone();
    let at = |name: &str| columns.iter().position(|column| column == name);
    let (stage, vote, score) = (at("stage"), at("vote"), at("score"));
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let cell = |place: Option<usize>| row[place.expect("a column")].to_owned();
        let said = match (cell(vote), cell(score)) {
            (vote, _) if !vote.is_empty() => vote,
            (_, score) if !score.is_empty() => "scored".to_owned(),
            _ => "none".to_owned(),
        };
        *counts.entry((cell(stage), said)).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|((stage, said), count)| (stage, said, count))
        .collect()
}

/// Scores what is on the desk, whose gates were passed in the sift, or are passed now.
async fn score_again(panel: &Panel, judge: Somebody, scores: &[&str]) {
    use crate::judging::panel::{all, score_fields};
    let mut browser = panel.site.signed_in(judge).await;
    for (assignment, score) in panel.assignments(judge).await.into_iter().zip(scores) {
        let mut page = browser.open(Scorecard { assignment }).await.ok();
        if page.path != (Scorecard { assignment }).to_string() {
            page = open_gate(&mut browser, assignment).await;
        }
        let fields = score_fields(&page);
        let form = page.form(Scorecard { assignment }).press("do", "submit");
        browser.send(form, &all(&fields, score)).await.ok();
    }
}

#[tokio::test]
async fn whoever_departs_from_the_votes_gives_a_reason_and_a_vote_that_came_meanwhile_is_seen_first()
 {
    let panel = Panel::in_stages(2, with_sift()).await;
    let season = panel.season;
    vote(&panel, JUDGES[0], &["pass", "fail"]).await;
    vote(&panel, JUDGES[1], &["pass", "fail"]).await;
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;
    let next = StageMove { season };
    let page = admin.open(&next).await.ok();
    let all = page.attributes("input[name=on]", "value");
    let form = page
        .form(&next)
        .with(&[("on", all[0].as_str()), ("on", all[1].as_str())]);
    let refused = admin.send(form.clone(), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ticked(&refused), 2, "what was ticked is kept");
    assert_eq!(season_stage(&panel).await, Kind::Sift);

    vote(&panel, JUDGES[2], &["pass", "pass"]).await;
    let stale = admin
        .send(form, &[("reason", "They are neighbours.")])
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(season_stage(&panel).await, Kind::Sift);
    assert_eq!(facts(&panel, FactKind::StageMoved).await, 0);
}

#[tokio::test]
async fn a_vote_is_one_of_three_says_why_it_is_unsure_and_may_be_changed() {
    let panel = Panel::in_stages(1, with_sift()).await;
    let (mut browser, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let path = Vote { assignment };
    for (vote, why) in [("maybe", ""), ("unsure", " "), ("", "")] {
        let refused = browser
            .post(&path, &[("vote", vote), ("comment", why), ("version", "0")])
            .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{vote}");
    }
    // The scoring's own form gets no further, with and without scores.
    let scored = browser
        .post(
            Scorecard { assignment },
            &[("do", "submit"), ("version", "0")],
        )
        .await;
    assert_eq!(scored.status, StatusCode::CONFLICT);
    assert_eq!(facts(&panel, FactKind::ScorecardSubmitted).await, 0);

    browser
        .send(page.form(&path).press("vote", "pass"), &[])
        .await
        .ok();
    let page = browser.open(Scorecard { assignment }).await.ok();
    assert!(page.text().contains("Pass"), "{}", page.excerpt());
    let reopened = browser
        .send(page.form(SubmissionRemoval { assignment }), &[])
        .await
        .ok();
    browser
        .send(reopened.form(&path).press("vote", "fail"), &[])
        .await
        .ok();
    assert_eq!(facts(&panel, FactKind::ScorecardChanged).await, 1);
}

#[tokio::test]
async fn a_judge_of_one_stage_has_nothing_of_the_other_on_the_desk_and_is_not_counted_in_it() {
    let panel = Panel::in_stages(1, with_sift()).await;
    let season = panel.season;
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;
    let page = admin.open(Page { season }).await.ok();
    let form = page.form(StageJudges { season });
    let third = form
        .pairs()
        .iter()
        .map(|(name, _)| name.clone())
        .rfind(|name| name.starts_with("judge["))
        .expect("a judge");
    let sift_only: Vec<(String, String)> = form
        .pairs()
        .into_iter()
        .filter(|(name, value)| *name != third || value == "sift")
        .collect();
    let pairs: Vec<_> = sift_only
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    admin
        .post(StageJudges { season }, &pairs)
        .await
        .expect(StatusCode::SEE_OTHER);
    vote(&panel, JUDGES[0], &["pass"]).await;
    vote(&panel, JUDGES[1], &["pass"]).await;
    let page = admin.open(StageMove { season }).await.ok();
    admin.send(page.form(StageMove { season }), &[]).await.ok();
    let desks = [
        panel.assignments(JUDGES[0]).await.len(),
        panel.assignments(JUDGES[1]).await.len(),
        panel.assignments(JUDGES[2]).await.len(),
    ];
    assert_eq!(desks, [1, 1, 0]);
    let progress = progress::progress(panel.site.store(), &viewer, season).await;
    let progress = progress.expect("the progress");
    assert_eq!((progress.judges.len(), progress.quorum), (2, 3));
    assert_eq!(facts(&panel, FactKind::StagesOfJudge).await, 1);
    let desk = panel.site.signed_in(JUDGES[2]).await.open(Desk).await.ok();
    assert!(!desk.text().contains("Nominee 1"), "{}", desk.excerpt());
}

#[tokio::test]
async fn the_meeting_waits_for_the_last_stage_and_the_rules_that_are_published_name_them_all() {
    let panel = Panel::in_stages(1, with_sift()).await;
    let store = panel.site.store();
    let moment = panel.site.moment();
    let reason = Some("Nobody has time.".to_owned());
    let refused = seasons::move_on(
        store,
        &moment,
        panel.season,
        Event::BeginDeliberation,
        reason,
    )
    .await;
    assert!(
        matches!(
            refused,
            Err(plaudit_store::StoreError::Refused(
                plaudit_domain::refusal::Refusal::StageToCome
            ))
        ),
        "{refused:?}"
    );
    let programme = "it-progress".to_owned();
    let page = panel
        .site
        .visitor()
        .open(HowWeJudge { programme })
        .await
        .ok();
    assert!(page.text().contains(GUIDANCE), "{}", page.excerpt());
    let locked = stages::change(store, &moment, panel.season, 1, Stages::default()).await;
    assert!(locked.is_err(), "the rules are locked");
    let none: Vec<AssignmentId> = Vec::new();
    assert_ne!(panel.assignments(JUDGES[0]).await, none);
}

#[tokio::test]
async fn a_case_that_is_found_eligible_after_the_sift_is_scored_without_it_and_the_rules_say_so() {
    let nominators = [(1, "one@partner.example"), (2, "two@partner.example")];
    let (panel, sent) = Panel::nominated_in(with_sift(), &nominators).await;
    let season = panel.season;
    panel.make_eligible(sent[0]).await;
    let late = panel.accept(sent[1], Destination::NewCase).await;
    panel.move_on(Event::BeginJudging).await;
    for judge in [JUDGES[0], JUDGES[1]] {
        vote(&panel, judge, &["pass"]).await;
    }
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;
    let next = StageMove { season };
    let page = admin.open(&next).await.ok();
    assert!(!page.text().contains("Nominee 2"), "{}", page.excerpt());
    admin.send(page.form(&next), &[]).await.ok();
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 1);

    panel.back_to_screening().await;
    panel.finish(late, 1).await;
    panel.move_on(Event::BeginJudging).await;
    assert_eq!(season_stage(&panel).await, Kind::Scoring);
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 2);
    let said = "A case that is found eligible after the sift is scored without it.";
    let page = admin.open(Page { season }).await.ok();
    assert!(page.text().contains(said));
    let programme = "it-progress".to_owned();
    let rules = HowWeJudge { programme };
    let page = panel.site.visitor().open(rules).await.ok();
    assert!(page.text().contains(said));
}
