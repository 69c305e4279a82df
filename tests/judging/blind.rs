//! Cases that are read without names, and what judges see of the others' scores, as the rule set says.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::ids::CaseId;
use plaudit_domain::membership::Role;
use plaudit_domain::person::Person;
use plaudit_domain::rule_set::{AtTheCut, OthersScores, Reading};
use plaudit_domain::season::Event;
use plaudit_store::Actor;
use plaudit_store::reports::{Viewer, case::case_page};
use plaudit_store::rule_sets::{self, Publication, RuleSetWords};
use plaudit_store::{references, reopenings};
use plaudit_web::paths::accounts::Interests;
use plaudit_web::paths::admin::Progress as RunProgress;
use plaudit_web::paths::judging::{
    Desk, Gate, PackCases, PackScores, Progress, Recusal, Reopenings, Scorecard, SubmissionRemoval,
};
use plaudit_web::paths::public::{HowWeJudge, Nominate, ProgrammeForm};

use super::panel::{CONTENT, Panel, all, open_gate, score_fields};
use crate::support::{
    Client, Site, Stage,
    people::{ADMINISTRATOR, JUDGES, Somebody},
    site_map::SiteMap,
};

/// Whatever tells whom the first case is about, besides what its nominator wrote.
const NAMES: [&str; 5] = [
    "Nominee 1",
    "Council 1",
    "Nominator of 1",
    "A partner body",
    "Ida Frost",
];

/// A season with these rules, in judging on so many cases.
async fn judging_by(words: RuleSetWords, cases: usize) -> Panel {
    let panel = screening_by(words, cases).await;
    panel.move_on(Event::BeginJudging).await;
    panel
}

pub(super) async fn screening_by(words: RuleSetWords, cases: usize) -> Panel {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    renew(&site, words).await;
    let panel = Panel { site, season };
    let mut sent = Vec::new();
    for number in 1..=cases {
        let nominator = format!("nominator.{number}@council.example");
        sent.push(panel.nominate(number, &nominator).await);
    }
    panel.close().await;
    for nomination in sent {
        let case = panel.make_eligible(nomination).await;
        refer(&panel, case).await;
    }
    panel
}

/// Names a referee of the case.
async fn refer(panel: &Panel, case: CaseId) {
    let administrator = panel.site.account(ADMINISTRATOR).await;
    let store = panel.site.store();
    let version = case_page(store, &Viewer::Administrator(administrator), case)
        .await
        .expect("the case")
        .version;
    let referee = Person {
        name: "Ida Frost".to_owned(),
        email: None,
        telephone: None,
        role: None,
        employer: None,
    };
    let moment = panel.site.app.moment(Actor::Account(administrator));
    references::name(store, &moment, (case, version), referee)
        .await
        .expect("a referee is named");
}

/// Publishes a later version of the rules with these.
async fn renew(site: &Site, words: RuleSetWords) {
    let administrator = site.account(ADMINISTRATOR).await;
    let moment = site.app.moment(Actor::Account(administrator));
    let (store, season) = (site.store(), site.season().await);
    rule_sets::prepare(store, &moment, season.id)
        .await
        .expect("a later version is begun");
    let seen = site.season().await.revision;
    rule_sets::change(store, &moment, season.id, seen, words)
        .await
        .expect("it is changed");
    let closes_at = season.timetable.closes_at.expect("a close");
    let publication = Publication {
        reason: "The stewards have agreed to it.".to_owned(),
        closes_at: closes_at + SignedDuration::from_hours(1),
    };
    let seen = site.season().await.revision;
    rule_sets::publish(store, &moment, season.id, seen, publication)
        .await
        .expect("it is published");
}

fn blind() -> RuleSetWords {
    RuleSetWords {
        reading: Reading::Blind,
        ..RuleSetWords::default()
    }
}

fn names_in(body: &str) -> Vec<&'static str> {
    NAMES
        .into_iter()
        .filter(|name| body.contains(name))
        .collect()
}

/// Gives the judge's first case the same everywhere.
async fn submit(browser: &mut Client, panel: &Panel, judge: Somebody, score: &str, comment: &str) {
    let assignment = panel.assignments(judge).await[0];
    let page = open_gate(browser, assignment).await;
    let fields = score_fields(&page);
    let mut filled = all(&fields, score);
    filled.push(("comment", comment));
    let form = page.form(&Scorecard { assignment }).press("do", "submit");
    browser.send(form, &filled).await.ok();
}

#[tokio::test]
async fn judges_who_read_blind_find_no_name_on_any_page_or_in_any_file_until_the_scores_are_locked()
{
    let panel = judging_by(blind(), 2).await;
    let (mut browser, assignment) = panel.first_case(JUDGES[0]).await;
    let desk = browser.open(Desk).await.ok();
    assert!(desk.text().contains("read without names"));
    assert_eq!(desk.table()[1][1], "Case 1");
    let gate = browser.open(Gate { assignment }).await.ok();
    assert_eq!(names_in(gate.body()), [""; 0]);
    let page = open_gate(&mut browser, assignment).await;
    assert_eq!(page.heading(), "Case 1 · 0 of 2 scored Case 1");
    assert_eq!(names_in(page.body()), [""; 0]);
    assert!(page.text().contains(CONTENT), "what was written is read");
    let season = panel.season;
    for file in [
        PackCases { season }.to_string(),
        PackScores { season }.to_string(),
    ] {
        let file = browser.open(&file).await.ok();
        assert_eq!(names_in(file.body()), [""; 0]);
    }
    let mut map = SiteMap::default();
    map.explore(&mut browser, &["/judging"]).await;
    let found: Vec<String> = map.found().map(|(_, path)| path.to_owned()).collect();
    assert!(found.len() > 8, "{found:?}");
    for path in found {
        let page = browser.get(&path).await;
        assert_eq!(names_in(page.body()), [""; 0], "{path}");
    }

    panel.move_on(Event::BeginDeliberation).await;
    let page = browser.open(Scorecard { assignment }).await.ok();
    // Whoever writes a reference has written none yet.
    assert_eq!(names_in(page.body()), NAMES[..4]);
}

#[tokio::test]
async fn a_chair_of_judges_who_read_blind_finds_numbers_where_the_administrator_finds_names() {
    let panel = judging_by(blind(), 2).await;
    panel.give_role(JUDGES[2], Role::Chair).await;
    let (season, mut chair) = (panel.season, panel.site.signed_in(JUDGES[2]).await);
    let progress = chair.open(Progress { season }).await.ok();
    assert_eq!(names_in(progress.body()), [""; 0]);
    assert!(progress.text().contains("Case 1") && progress.text().contains("Case 2"));
    let reopenings = chair.open(Reopenings { season }).await.ok();
    assert_eq!(names_in(reopenings.body()), [""; 0]);
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let run = administrator.open(RunProgress { season }).await.ok();
    assert!(run.text().contains(NAMES[0]), "{}", run.excerpt());

    panel.move_on(Event::BeginDeliberation).await;
    let progress = chair.open(Progress { season }).await.ok();
    assert!(progress.text().contains(NAMES[0]), "{}", progress.excerpt());
}

#[tokio::test]
async fn whoever_nominates_is_told_whether_judges_read_names() {
    let open = Site::at(Stage::Open).await;
    let programme = "it-progress".to_owned();
    let form = Nominate { programme };
    let named = open.visitor().open(&form).await.ok();
    assert!(
        named
            .text()
            .contains("Judges read your name and the nominee’s"),
        "{}",
        named.excerpt()
    );
    renew(&open, blind()).await;
    let page = open.visitor().open(&form).await.ok();
    assert!(page.text().contains(
        "Judges read without names. The program takes nothing out of your answers: leave names and places out of them if nobody is to be recognised."
    ));
    let whole = ProgrammeForm {
        programme: "it-progress".to_owned(),
    };
    let page = open.visitor().open(whole).await.ok();
    assert!(page.text().contains("Judges read without names."));
}

#[tokio::test]
async fn judges_who_read_blind_have_no_sheet_of_names_and_are_told_why() {
    let panel = screening_by(blind(), 1).await;
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    let desk = browser.open(Desk).await.ok();
    let season = panel.season;
    let path = Interests { season };
    assert!(!desk.body().contains(&path.to_string()));
    let page = browser.get(&path).await.expect(StatusCode::CONFLICT);
    assert!(page.text().contains("This season is read without names"));
    assert_eq!(names_in(page.body()), [""; 0]);
    // Whoever runs the award declares as ever: administrators read names.
    let mut administrator = panel.site.signed_in(ADMINISTRATOR).await;
    let sheet = administrator.open(&path).await.ok();
    assert!(sheet.text().contains("Nominee 1"));
}

#[tokio::test]
async fn a_judge_who_recognises_somebody_in_a_blind_case_steps_out_of_it() {
    let panel = judging_by(blind(), 1).await;
    let (mut browser, assignment, _) = panel.scorecard(JUDGES[0]).await;
    let gate = browser.open(Gate { assignment }).await.ok();
    assert_eq!(names_in(gate.body()), [""; 0]);
    let form = gate.form(&Recusal { assignment });
    let reason = [("reason", "This can only be my neighbour.")];
    let page = browser.send(form, &reason).await.ok();
    assert_eq!(names_in(page.body()), [""; 0]);
    let page = browser.get(Scorecard { assignment }).await;
    page.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn how_we_judge_says_what_blind_reading_hides_and_what_it_cannot() {
    let panel = screening_by(blind(), 0).await;
    let path = HowWeJudge {
        programme: "it-progress".to_owned(),
    };
    let page = panel.site.visitor().open(path).await.ok();
    let text = page.text();
    assert!(text.contains("Judges do not see the names, roles and employers"));
    assert!(text.contains("the program takes nothing out"));
    assert!(text.contains("Names appear when the scores are locked"));
    assert!(text.contains(
        "Names: now “Judges read without names and employers until the scores are locked”, before “Judges read whom a case concerns”."
    ));
}

#[tokio::test]
async fn a_judge_sees_what_the_others_gave_once_their_own_is_in_and_not_who_they_are() {
    let words = RuleSetWords {
        others_scores: OthersScores::AfterOwn,
        ..RuleSetWords::default()
    };
    let panel = judging_by(words, 1).await;
    let mut second = panel.site.signed_in(JUDGES[1]).await;
    submit(&mut second, &panel, JUDGES[1], "4", "Plain figures.").await;
    let (mut first, assignment, page) = panel.scorecard(JUDGES[0]).await;
    assert!(!page.text().contains("Plain figures."));
    submit_again(&mut first, assignment, "2").await;
    let page = first.open(Scorecard { assignment }).await.ok();
    assert_eq!(
        page.table()[1],
        ["1", "4", "4", "4", "4", "80.00"],
        "{}",
        page.excerpt()
    );
    assert!(page.text().contains("Plain figures."));
    assert!(!page.text().contains(JUDGES[1].name));

    // Taken back, it is as if it never was in.
    let removal = SubmissionRemoval { assignment };
    first.send(page.form(&removal), &[]).await.ok();
    let page = first.open(Scorecard { assignment }).await.ok();
    assert!(!page.text().contains("Plain figures."));
}

async fn submit_again(
    browser: &mut Client,
    assignment: plaudit_domain::ids::AssignmentId,
    score: &str,
) {
    let page = browser.open(Scorecard { assignment }).await.ok();
    let fields = score_fields(&page);
    let form = page.form(&Scorecard { assignment }).press("do", "submit");
    browser.send(form, &all(&fields, score)).await.ok();
}

#[tokio::test]
async fn where_the_rules_wait_for_the_lock_nobody_sees_what_others_gave_before() {
    let words = RuleSetWords {
        others_scores: OthersScores::AfterLock,
        ..RuleSetWords::default()
    };
    let panel = judging_by(words, 1).await;
    let mut second = panel.site.signed_in(JUDGES[1]).await;
    submit(&mut second, &panel, JUDGES[1], "4", "Plain figures.").await;
    let mut first = panel.site.signed_in(JUDGES[0]).await;
    submit(&mut first, &panel, JUDGES[0], "2", "").await;
    let assignment = panel.assignments(JUDGES[0]).await[0];
    let page = first.open(Scorecard { assignment }).await.ok();
    assert!(!page.text().contains("Plain figures."));
    panel.move_on(Event::BeginDeliberation).await;
    let page = first.open(Scorecard { assignment }).await.ok();
    assert!(page.text().contains("Plain figures."));
}

#[tokio::test]
async fn the_seed_of_a_lot_is_drawn_with_the_rules_and_published_with_them() {
    let words = RuleSetWords {
        at_the_cut: AtTheCut::Lot,
        ..RuleSetWords::default()
    };
    let panel = screening_by(words, 0).await;
    let rules = rule_sets::current(panel.site.store(), panel.season)
        .await
        .expect("the rules");
    let seed = rules.lot_seed.clone().expect("a seed");
    assert_eq!(seed.len(), 64);
    assert!(
        rules.content().contains(&seed),
        "it is sealed with the rules"
    );
    let path = HowWeJudge {
        programme: "it-progress".to_owned(),
    };
    let page = panel.site.visitor().open(path).await.ok();
    assert!(page.all("code.digest").contains(&seed));
}

#[tokio::test]
async fn a_letter_about_a_case_that_is_read_without_names_gives_its_number() {
    let panel = judging_by(blind(), 1).await;
    let site = &panel.site;
    panel.give_role(JUDGES[2], Role::Chair).await;
    panel.score(JUDGES[0], &["5"]).await;
    let chair = site.account(JUDGES[2]).await;
    let about = (panel.season, panel.assignments(JUDGES[0]).await[0]);
    let reason = "Scored by the wrong scale.";
    reopenings::reopen(site.store(), &site.moment(), chair, about, reason, "en")
        .await
        .expect("it is open again");
    let letter = site.letter_to(JUDGES[0].address).await;
    assert!(
        letter.text.contains("    Case: Case 1\n"),
        "{}",
        letter.text
    );
    for name in NAMES {
        for form in [&letter.subject, &letter.text, &letter.html] {
            assert!(!form.contains(name), "{name}: {form}");
        }
    }
}
