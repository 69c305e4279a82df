//! `/admin/cases/{case}/referees`: naming a referee, taking one off, and what it means for whoever judges or runs the award.

use axum::http::StatusCode;
use plaudit_domain::{
    ids::CaseId,
    interest::{
        Declaration, Kind, Status,
        signs::{self, Sign},
    },
    membership::{Role, Scope},
    person::{Email, Person},
    season::Event,
};
use plaudit_store::{
    Actor, interests, references,
    reports::{
        Viewer,
        case::{CasePage, case_page},
        cases::{self, CasesFilter},
        interests as report,
    },
    suggestions,
};
use plaudit_web::paths::{
    accounts::Interests as Sheet,
    admin::{Case, Cases, Judges, RefereeRemoval, Referees},
    judging::{Desk, Gate, Scorecard},
};

use crate::judging::panel::{Panel, open_gate};
use crate::support::{
    Client, Page, Site, Stage,
    people::{ADMINISTRATOR, JUDGES, Somebody},
    stage::world,
};

const REFEREE: Somebody = Somebody {
    name: "Ida Frost",
    address: "ida.frost@ferndale.example",
};

const SECOND: Somebody = Somebody {
    name: "Efe Okoro",
    address: "efe.okoro@society.example",
};

/// A season in screening with two eligible cases, and the first of them.
async fn screening() -> (Panel, CaseId, Client) {
    let nominators = [(1, "one@partner.example"), (2, "two@partner.example")];
    let (panel, sent) = Panel::nominated(&nominators).await;
    let case = panel.make_eligible(sent[0]).await;
    panel.make_eligible(sent[1]).await;
    let browser = panel.site.signed_in(ADMINISTRATOR).await;
    (panel, case, browser)
}

/// What was typed, sent from the form.
async fn name(browser: &mut Client, case: CaseId, who: Somebody) -> Page {
    let path = Referees { case };
    let page = browser.open(&path).await.ok();
    let said = [
        ("name", who.name),
        ("email", who.address),
        ("organisation", "Ferndale Trust"),
    ];
    browser.send(page.form(&path), &said).await
}

async fn read(panel: &Panel, as_whom: Somebody, case: CaseId) -> CasePage {
    let viewer = Viewer::Administrator(panel.site.account(as_whom).await);
    let page = case_page(panel.site.store(), &viewer, case).await;
    page.expect("the case")
}

async fn interest_of(panel: &Panel, who: Somebody) -> Vec<(i64, Status, Option<Kind>)> {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let found = report::get(panel.site.store(), &viewer, panel.season).await;
    let account = panel.site.account(who).await;
    let rows = found.expect("the interests").rows;
    let theirs = rows.iter().filter(|row| row.account == account);
    theirs
        .map(|row| (row.number, row.status, row.kind))
        .collect()
}

#[tokio::test]
async fn a_referee_is_named_on_the_case_and_stands_on_the_sheet_at_the_gate_and_on_record() {
    let (panel, case, mut browser) = screening().await;
    let page = browser.open(Case { case }).await.ok();
    assert!(page.text().contains("Nobody is named as a referee."));
    assert_eq!(page.link("Name a referee"), Referees { case }.to_string());
    let page = name(&mut browser, case, REFEREE).await.ok();
    let text = page.text();
    assert!(text.contains("Ida Frost is named as a referee."), "{text}");
    assert!(text.contains("Ida Frost Ferndale Trust"), "{text}");
    assert!(text.contains("named a referee of Case 1: Nominee 1"));
    assert!(text.contains("referee: Ida Frost"));

    let season = panel.season;
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let sheet = judge.open(Sheet { season }).await.ok();
    let line = "Nominee 1, nominated by Nominator of 1 (A partner body), referee Ida Frost (Ferndale Trust)";
    assert!(sheet.text().contains(line), "{}", sheet.text());
    panel.move_on(Event::BeginJudging).await;
    let assignment = panel.assignments(JUDGES[0]).await[0];
    let gate = judge.open(Gate { assignment }).await.ok();
    assert!(
        gate.text().contains("Referee Ida Frost , Ferndale Trust"),
        "{}",
        gate.text()
    );
}

#[tokio::test]
async fn a_form_with_faults_names_them_all_and_writes_nothing() {
    let (panel, case, mut browser) = screening().await;
    let path = Referees { case };
    let page = browser.open(&path).await.ok();
    let said = [("name", " "), ("email", "no address")];
    let page = browser.send(page.form(&path), &said).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter the referee’s name",
            "The referee’s email address is not in the right form",
        ]
    );
    assert_eq!(page.value("email"), "no address");
    assert_eq!(read(&panel, ADMINISTRATOR, case).await.referees, []);
}

#[tokio::test]
async fn nominee_nominator_and_referee_of_a_case_cannot_be_its_referee_too() {
    let (panel, case, mut browser) = screening().await;
    name(&mut browser, case, REFEREE).await.ok();
    for address in [
        "nominee.1@council.example",
        "one@partner.example",
        REFEREE.address,
    ] {
        let who = Somebody {
            name: "Somebody",
            address,
        };
        let page = name(&mut browser, case, who).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        let said =
            "This is the address of the nominee, of a nominator or of a referee of this case";
        assert_eq!(page.problems(), [said], "{address}");
    }
    assert_eq!(read(&panel, ADMINISTRATOR, case).await.referees.len(), 1);
}

#[tokio::test]
async fn a_judge_who_is_named_as_a_referee_is_out_at_once_once_the_consequence_was_read() {
    let (panel, case, mut browser) = screening().await;
    panel.move_on(Event::BeginJudging).await;
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let assignment = panel.assignments(JUDGES[0]).await[0];
    open_gate(&mut judge, assignment).await.ok();
    assert_eq!(
        interest_of(&panel, JUDGES[0]).await,
        [(1, Status::None, None)]
    );

    let path = Referees { case };
    let warned = name(&mut browser, case, JUDGES[0]).await;
    let warned = warned.expect(StatusCode::UNPROCESSABLE_ENTITY);
    let told = warned.text();
    let who = format!("This is the address of {}, who judges", JUDGES[0].name);
    assert!(told.contains(&who), "{told}");
    assert!(told.contains("2 judges are left for the case, which needs 3 scorecards."));
    assert!(told.contains("too few for it to be ranked"));
    assert_eq!(read(&panel, ADMINISTRATOR, case).await.referees, []);
    judge.open(Scorecard { assignment }).await.ok();

    let done = browser.send(warned.form(&path), &[]).await.ok();
    assert!(done.text().contains("is named as a referee."));
    assert_eq!(
        interest_of(&panel, JUDGES[0]).await,
        [(1, Status::Recused, Some(Kind::Part))]
    );
    let card = judge.get(Scorecard { assignment }).await;
    card.expect(StatusCode::NOT_FOUND);
    let desk = judge.open(Desk).await.ok();
    assert!(!desk.body().contains("Nominee 1"), "{}", desk.text());
    let gate = judge.open(Gate { assignment }).await.ok();
    assert!(gate.text().contains("You are out of case 1"));
    let history = browser.open("/admin/history?kind=interest-declared").await;
    let history = history.ok().text();
    let found = format!("{} and Case 1: Nominee 1", JUDGES[0].name);
    assert!(history.contains(&found), "{history}");
    // Whoever has no part in it keeps what they have.
    assert_eq!(panel.assignments(JUDGES[1]).await.len(), 2);
}

#[tokio::test]
async fn a_referee_who_judges_does_not_find_the_case_on_their_sheet_and_is_given_no_part_of_it() {
    let (panel, case, mut browser) = screening().await;
    let warned = name(&mut browser, case, JUDGES[0]).await;
    let warned = warned.expect(StatusCode::UNPROCESSABLE_ENTITY);
    browser.send(warned.form(Referees { case }), &[]).await.ok();
    let (store, season) = (panel.site.store(), panel.season);
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let sheet = judge.open(Sheet { season }).await.ok();
    assert!(!sheet.text().contains("Nominee 1"), "{}", sheet.text());
    assert!(sheet.text().contains("Nominee 2"));
    // It is on record at once, and an answer by whatever way changes nothing.
    let out = (1, Status::Recused, Some(Kind::Part));
    assert_eq!(interest_of(&panel, JUDGES[0]).await, [out]);
    let account = panel.site.account(JUDGES[0]).await;
    let moment = panel.site.app.moment(Actor::Account(account));
    let answers = vec![(case, Declaration::None)];
    let outcomes = interests::declare_on_sheet(store, &moment, account, season, answers).await;
    assert_eq!(outcomes.expect("no answer"), []);
    assert_eq!(interest_of(&panel, JUDGES[0]).await, [out]);
    panel.move_on(Event::BeginJudging).await;
    assert_eq!(panel.assignments(JUDGES[0]).await.len(), 1);
    assert_eq!(panel.assignments(JUDGES[1]).await.len(), 2);
}

#[tokio::test]
async fn a_referee_who_is_to_judge_is_told_of_before_the_letter_goes() {
    let (panel, case, mut browser) = screening().await;
    name(&mut browser, case, REFEREE).await.ok();
    let season = panel.season;
    let path = Judges { season };
    let page = browser.open(&path).await.ok();
    let said = [("name", REFEREE.name), ("email", REFEREE.address)];
    let warned = browser.send(page.form(&path), &said).await;
    let warned = warned.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        warned.table()[1],
        [
            "Nominee 1 Council 1",
            "1",
            "is a referee (ida.frost@ferndale.example)"
        ]
    );
    assert!(warned.text().contains("nominee, nominator or referee"));
    browser.send(warned.form(&path), &[]).await.ok();
    assert_eq!(
        interest_of(&panel, REFEREE).await,
        [],
        "they are not active before they accept"
    );
    let history = browser.open("/admin/history?kind=interest-declared").await;
    let told = history.ok().text();
    assert!(told.contains("Ida Frost and Case 1: Nominee 1"), "{told}");
    // Without an address, only the name is alike.
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let namesake = signs::Somebody {
        name: "ida frost".to_owned(),
        ..Default::default()
    };
    let found = suggestions::in_the_way(panel.site.store(), &viewer, season, &namesake).await;
    let signs: Vec<Sign> = found.expect("found").iter().map(|one| one.sign).collect();
    assert_eq!(signs, [Sign::Namesake]);
}

#[tokio::test]
async fn a_referee_is_taken_off_with_a_reason_and_can_then_judge_the_case() {
    let (panel, case, mut browser) = screening().await;
    name(&mut browser, case, REFEREE).await.ok();
    let reference = read(&panel, ADMINISTRATOR, case).await.referees[0].reference;
    let path = RefereeRemoval { case, reference };
    let page = browser.open(Case { case }).await.ok();
    assert_eq!(page.link("Take off Ida Frost"), path.to_string());
    let page = browser.open(&path).await.ok();
    let refused = browser.send(page.form(&path), &[]).await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Enter the reason"]);
    assert_eq!(read(&panel, ADMINISTRATOR, case).await.referees.len(), 1);

    let why = [("reason", "They are on leave until May.")];
    let done = browser.send(refused.form(&path), &why).await.ok();
    let text = done.text();
    assert!(text.contains("Ida Frost is no referee of this case any more."));
    assert!(text.contains("Nobody is named as a referee."), "{text}");
    assert!(text.contains("took a referee off Case 1: Nominee 1"));
    assert!(text.contains("reason: They are on leave until May."));
    browser.get(&path).await.expect(StatusCode::NOT_FOUND);
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let somebody = signs::Somebody {
        name: REFEREE.name.to_owned(),
        email: Some(REFEREE.address.to_owned()),
        employer: None,
    };
    let found = suggestions::in_the_way(panel.site.store(), &viewer, panel.season, &somebody).await;
    assert_eq!(found.expect("nothing"), []);
    // The same may be named again.
    name(&mut browser, case, REFEREE).await.ok();
    assert_eq!(read(&panel, ADMINISTRATOR, case).await.referees.len(), 1);
}

#[tokio::test]
async fn a_secretary_who_is_named_as_a_referee_finds_nothing_of_the_case_either() {
    let (panel, case, mut browser) = screening().await;
    let season = panel.season;
    panel
        .join(SECOND, Role::Secretary, Scope::Season(season))
        .await;
    let warned = name(&mut browser, case, SECOND).await;
    let warned = warned.expect(StatusCode::UNPROCESSABLE_ENTITY);
    let told = warned.text();
    let who = "This is the address of Efe Okoro, who runs the award or sits on its panel.";
    assert!(told.contains(who), "{told}");
    assert!(!told.contains("left for the case"), "they score nothing");
    browser.send(warned.form(Referees { case }), &[]).await.ok();
    let mut secretary = panel.site.signed_in(SECOND).await;
    let sheet = secretary.open(Sheet { season }).await.ok();
    assert!(!sheet.text().contains("Nominee 1"), "{}", sheet.text());
    assert!(sheet.text().contains("Nominee 2"));
}

#[tokio::test]
async fn whoever_was_a_referee_in_another_season_is_suggested() {
    let site = Site::at(Stage::Demo).await;
    let (store, season) = (site.store(), world().season);
    let by = site.account(world().administrator.clone()).await;
    let viewer = Viewer::Administrator(by);
    let filter = CasesFilter::default();
    let listed = cases::cases(store, &viewer, world().sifted_season, &filter).await;
    let case = listed.expect("the cases of the sift").rows[0].id;
    let page = case_page(store, &viewer, case).await.expect("the case");
    let wendy = Person {
        name: "W. Fairbrass".to_owned(),
        email: Some(Email::parse("wendy.fairbrass@hexleigh.example").expect("an address")),
        telephone: None,
        role: None,
        employer: None,
    };
    let moment = site.app.moment(Actor::Account(by));
    references::name(store, &moment, (case, page.version), wendy)
        .await
        .expect("she is named");
    // The nominee of the sift would now judge the referee's own case.
    let nominee = page.nominee.expect("a nominee");
    let somebody = signs::Somebody {
        name: nominee.name,
        email: nominee.email.map(|email| email.to_string()),
        employer: None,
    };
    let found = suggestions::in_the_way(store, &viewer, season, &somebody).await;
    let found: Vec<_> = found
        .expect("what is found")
        .into_iter()
        .map(|one| (one.nominee, one.sign, one.likeness))
        .collect();
    assert_eq!(
        found,
        [(
            "Wendy Fairbrass".to_owned(),
            Sign::EarlierSeason,
            "2027".to_owned()
        )]
    );
}

#[tokio::test]
async fn an_administrator_who_names_themselves_finds_nothing_of_the_case_any_more() {
    let (panel, case, mut browser) = screening().await;
    panel.administrator(SECOND).await;
    let warned = name(&mut browser, case, ADMINISTRATOR).await;
    let warned = warned.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(warned.text().contains("This is your own address."));
    let done = browser.send(warned.form(Referees { case }), &[]).await.ok();
    assert!(done.path.starts_with(&Cases.to_string()), "{}", done.path);
    assert!(!done.text().contains("Nominee 1"), "{}", done.text());
    browser
        .get(Case { case })
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(read(&panel, SECOND, case).await.referees.len(), 1);
}

#[tokio::test]
async fn while_the_panel_meets_referees_stay_as_they_are() {
    let (panel, case, mut browser) = screening().await;
    panel.move_on(Event::BeginJudging).await;
    let path = Referees { case };
    let form = browser.open(&path).await.ok().form(&path);
    panel.move_on(Event::BeginDeliberation).await;
    let said = [("name", REFEREE.name), ("email", REFEREE.address)];
    let refused = browser.submit(form, &said).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(read(&panel, ADMINISTRATOR, case).await.referees, []);
    let page = browser.open(Case { case }).await.ok();
    assert!(!page.has(&format!("a[href='{path}']")));
}
