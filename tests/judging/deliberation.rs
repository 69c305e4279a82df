//! `/judging/deliberation/{category}`: the room of the panel's meeting, its agenda, who must be out, and what is decided there.

mod agenda;
mod deciding;
mod live;
mod places;
mod refusals;
mod restart;
mod results;

use axum::http::StatusCode;
use plaudit_domain::interest::{Declaration, Kind};
use plaudit_domain::membership::{Role, Scope};
use plaudit_domain::rule_set::Meeting;
use plaudit_domain::season::Event;
use plaudit_store::rule_sets::RuleSetWords;
use plaudit_store::{Actor, interests, ledger};
use plaudit_web::paths::judging::{
    Agenda, Attendance, CaseAtHand, CaseToRead, DeliberatedCase, Deliberation, DeliberationEvents,
    Desk, Minutes, Panels, Resolution,
};

use super::blind::screening_by;
use super::panel::Panel;
use crate::admin::shortlist::{Judged, with_cases};
use crate::support::{
    Client, Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

/// Who is out of the second case.
pub(crate) const OUT: Somebody = JUDGES[0];
pub(crate) const DEPUTY: Somebody = JUDGES[1];
pub(crate) const CHAIR: Somebody = JUDGES[2];
pub(crate) const SECRETARY: Somebody = Somebody {
    name: "Sian Rees",
    address: "sian.rees@society.example",
};

/// Three cases, of which one judge is out of the second; a chair, a deputy and a secretary; the first two are put forward, and the
/// panel meets.
pub(crate) async fn meeting() -> Judged {
    meeting_by(Meeting::default()).await
}

/// The same by these rules of the meeting.
pub(super) async fn meeting_by(rules: Meeting) -> Judged {
    let judged = scored_by(rules).await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    judged
}

/// The same before the meeting.
pub(super) async fn scored() -> Judged {
    scored_by(Meeting::default()).await
}

async fn scored_by(meeting: Meeting) -> Judged {
    let words = RuleSetWords {
        meeting,
        ..RuleSetWords::default()
    };
    scored_as(words, OUT, ["5", "4", "2"]).await
}

/// The same by these rules, where somebody else is out of the second case, and the cases are given these scores.
pub(super) async fn scored_as(words: RuleSetWords, out: Somebody, scores: [&str; 3]) -> Judged {
    let panel = if words == RuleSetWords::default() {
        Panel::screening(3).await
    } else {
        screening_by(words, 3).await
    };
    panel.give_role(CHAIR, Role::Chair).await;
    panel.give_role(DEPUTY, Role::Deputy).await;
    let season = Scope::Season(panel.season);
    panel.join(SECRETARY, Role::Secretary, season).await;
    panel.join(FOURTH, Role::Judge, season).await;
    panel.move_on(Event::BeginJudging).await;
    declare(&panel, out, 1).await;
    for judge in [OUT, DEPUTY, CHAIR, FOURTH] {
        if judge.address != out.address {
            panel.score(judge, &scores).await;
        }
    }
    let judged = with_cases(panel).await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let path = plaudit_web::paths::admin::Cut {
        category: judged.category,
    };
    let page = browser.open(&path).await.ok();
    browser.send(page.form(&path), &[]).await.ok();
    judged
}

/// A judge who came after the others.
pub(crate) const FOURTH: Somebody = Somebody {
    name: "Farah Noor",
    address: "farah.noor@judges.example",
};

/// Somebody declares at its gate that a case is of their family.
pub(super) async fn declare(panel: &Panel, who: Somebody, index: usize) {
    let account = panel.site.account(who).await;
    let moment = panel.site.app.moment(Actor::Account(account));
    let assignment = panel.assignments(who).await[index];
    let family = Declaration::Interest {
        kind: Kind::Family,
        words: "My cousin.".to_owned(),
    };
    interests::declare(panel.site.store(), &moment, account, assignment, family)
        .await
        .expect("it is declared");
}

/// What minutes say of the cases, as it is read.
pub(super) fn cases_in(minutes: &Page) -> String {
    let text = minutes.text();
    let (_, cases) = text.split_once(" Cases ").unwrap_or_default();
    let ends = [" Not signed.", " The resolution "];
    let end = ends.iter().filter_map(|end| cases.find(end)).min();
    cases[..end.unwrap_or(cases.len())].to_owned()
}

impl Judged {
    pub(super) fn room(&self) -> Deliberation {
        Deliberation {
            category: self.category,
        }
    }

    pub(crate) fn deliberated(&self, index: usize) -> DeliberatedCase {
        DeliberatedCase {
            category: self.category,
            case: self.cases[index],
        }
    }

    /// The agenda is drawn up.
    pub(crate) async fn drawn_up(&self) -> Client {
        let mut chair = self.panel.site.signed_in(CHAIR).await;
        let path = Agenda {
            category: self.category,
        };
        let page = chair.open(&path).await.ok();
        chair.send(page.form(&path), &[]).await.ok();
        chair
    }

    /// Calls a case, or none.
    pub(crate) async fn call(&self, browser: &mut Client, index: Option<usize>) -> StatusCode {
        let path = CaseAtHand {
            category: self.category,
        };
        let case = index.map_or_else(String::new, |index| self.cases[index].to_string());
        browser.post(&path, &[("case", case)]).await.status
    }

    /// The panel takes its two finalists, of whom the first wins and the second is commended, and the chair signs.
    pub(crate) async fn signed(&self) {
        let category = self.category;
        let mut chair = self.drawn_up().await;
        for (index, event) in [(0, "award"), (1, "commend")] {
            self.call(&mut chair, Some(index)).await;
            let path = self.deliberated(index);
            let page = chair.open(&path).await.ok();
            let form = page.form(&path).press("event", event);
            chair.send(form, &[("reason", "It is so.")]).await.ok();
        }
        self.call(&mut chair, None).await;
        let page = chair.open(Minutes { category }).await.ok();
        let form = page.form(&Resolution { category });
        chair.send(form, &[]).await.ok();
    }

    pub(crate) async fn facts_noted(&self) -> u64 {
        let found = ledger::verify(self.panel.site.store()).await;
        let found = found.expect("the ledger is read");
        found.sealed + found.unsealed
    }
}

#[tokio::test]
async fn whoever_is_out_of_the_case_at_hand_sees_that_they_are_out_and_nothing_else() {
    let judged = meeting().await;
    let mut chair = judged.drawn_up().await;
    let mut out = judged.panel.site.signed_in(OUT).await;
    assert_eq!(
        judged.call(&mut chair, Some(1)).await,
        StatusCode::SEE_OTHER
    );
    let page = chair.open(judged.room()).await.ok();
    assert!(page.text().contains("Case 2: Nominee 2"));
    assert!(page.first(".room-case .notice").contains(OUT.name));

    let page = out.open(judged.room()).await.ok();
    assert_eq!(page.first("#room h2"), "You are out now");
    assert_eq!(page.all("#room h2").len(), 1);
    let body = page.body();
    for mark in ["Nominee", "Case 2", "Council", "Call", "agenda"] {
        assert!(!body.contains(mark), "{mark} is on the page");
    }
    out.get(judged.deliberated(1))
        .await
        .expect(StatusCode::NOT_FOUND);
    // Neither can they end it, nor call another.
    let before = judged.facts_noted().await;
    for case in [None, Some(0)] {
        assert_eq!(judged.call(&mut out, case).await, StatusCode::CONFLICT);
    }
    assert_eq!(judged.facts_noted().await, before);

    assert_eq!(
        judged.call(&mut chair, Some(0)).await,
        StatusCode::SEE_OTHER
    );
    let page = out.open(judged.room()).await.ok();
    assert!(page.text().contains("Case 1: Nominee 1"));
    assert!(
        !page.body().contains("Nominee 2"),
        "it is not on their agenda"
    );
}

#[tokio::test]
async fn a_case_for_which_somebody_must_be_out_is_a_number_until_it_is_at_hand() {
    let judged = meeting().await;
    let mut chair = judged.drawn_up().await;
    let page = chair.open(judged.room()).await.ok();
    let items = page.all(".room-agenda li");
    assert!(items[0].starts_with("Case 1: Nominee 1"), "{items:?}");
    assert!(
        items[1].starts_with("Case 2 Must be out: Bola Idris"),
        "{items:?}"
    );
    assert!(!page.body().contains("Nominee 2"));
    assert_eq!(
        judged.call(&mut chair, Some(1)).await,
        StatusCode::SEE_OTHER
    );
    let page = chair.open(judged.room()).await.ok();
    assert!(page.all(".room-agenda li")[1].starts_with("Case 2: Nominee 2"));
}

#[tokio::test]
async fn where_the_chair_is_out_the_deputy_or_the_secretary_keeps_the_meeting() {
    let panel = Panel::judging(2).await;
    panel.give_role(CHAIR, Role::Chair).await;
    panel.give_role(DEPUTY, Role::Deputy).await;
    declare(&panel, CHAIR, 1).await;
    for judge in [OUT, DEPUTY] {
        panel.score(judge, &["5", "4"]).await;
    }
    panel.move_on(Event::BeginDeliberation).await;
    let judged = with_cases(panel).await;
    let mut chair = judged.drawn_up().await;
    let mut deputy = judged.panel.site.signed_in(DEPUTY).await;
    let page = chair.open(judged.room()).await.ok();
    assert_eq!(page.all(".room-agenda li").len(), 1);
    assert_eq!(
        judged.call(&mut chair, Some(1)).await,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        judged.call(&mut deputy, Some(0)).await,
        StatusCode::CONFLICT
    );
    assert_eq!(
        judged.call(&mut deputy, Some(1)).await,
        StatusCode::SEE_OTHER
    );
    let page = chair.open(judged.room()).await.ok();
    assert_eq!(page.first("#room h2"), "You are out now");
    assert_eq!(judged.call(&mut chair, Some(0)).await, StatusCode::CONFLICT);
    assert_eq!(judged.call(&mut deputy, None).await, StatusCode::SEE_OTHER);
    assert_eq!(
        judged.call(&mut chair, Some(0)).await,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn who_is_there_is_noted_and_stands_in_the_minutes() {
    let judged = meeting().await;
    let category = judged.category;
    let mut secretary = judged.panel.site.signed_in(SECRETARY).await;
    let panels = secretary.open(Panels).await.ok();
    assert_eq!(
        panels.link("Go to the panel’s meeting"),
        judged.room().to_string()
    );
    let path = Attendance { category };
    let page = secretary.open(&path).await.ok();
    let chair = judged.panel.site.account(CHAIR).await.to_string();
    let form = page.form(&path).with(&[("present", chair.as_str())]);
    let page = secretary.send(form, &[]).await.ok();
    assert_eq!(page.first(".notice"), "It is noted who is here.");
    let minutes = secretary.open(Minutes { category }).await.ok();
    let text = minutes.text();
    let (_, people) = text.split_once("Present").unwrap_or_default();
    let (present, absent) = people
        .split_once("Not noted as present")
        .unwrap_or_default();
    assert_eq!(present.trim(), "Dev Mistry , Chair");
    assert!(absent.contains("Carys Vaughan , Deputy"), "{absent}");

    let before = judged.facts_noted().await;
    let mut judge = judged.panel.site.signed_in(FOURTH).await;
    judge
        .post(&path, &[("present", chair.as_str())])
        .await
        .expect(StatusCode::CONFLICT);
    let stranger = judged.panel.site.account(ADMINISTRATOR).await.to_string();
    secretary
        .post(&path, &[("present", stranger)])
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(judged.facts_noted().await, before);
}

#[tokio::test]
async fn a_judge_who_did_not_score_a_case_reads_it_and_says_so() {
    let judged = meeting().await;
    judged.drawn_up().await;
    let mut judge = judged.panel.site.signed_in(OUT).await;
    let path = CaseToRead {
        category: judged.category,
        case: judged.cases[0],
    };
    let desk = judge.open(Desk).await.ok();
    assert_eq!(
        desk.link("Go to the panel’s meeting"),
        judged.room().to_string()
    );
    let page = judge.open(&path).await.ok();
    assert!(page.text().contains(super::panel::CONTENT));
    let before = judged.facts_noted().await;
    judge.send(page.form(&path), &[]).await.ok();
    assert_eq!(judged.facts_noted().await, before + 1);
    let page = judge.open(&path).await.ok();
    assert!(page.text().contains("You have read this case."));
    // The case from which they are out is not there to be read.
    let hidden = CaseToRead {
        category: judged.category,
        case: judged.cases[1],
    };
    judge.get(&hidden).await.expect(StatusCode::NOT_FOUND);
    judge
        .post::<&str, &str>(&hidden, &[])
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(judged.facts_noted().await, before + 1);
}

#[tokio::test]
async fn nothing_is_called_before_the_panel_meets_and_outsiders_find_no_room() {
    let judged = scored().await;
    let category = judged.category;
    let mut chair = judged.panel.site.signed_in(CHAIR).await;
    let page = chair.open(judged.room()).await.ok();
    assert!(page.text().contains("The panel does not meet now."));
    assert!(!page.body().contains("Nominee"));
    let before = judged.facts_noted().await;
    chair
        .post::<&str, &str>(&Agenda { category }, &[])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(judged.call(&mut chair, Some(0)).await, StatusCode::CONFLICT);
    chair
        .get(Minutes { category })
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(judged.facts_noted().await, before);
    let mut administrator = judged.panel.site.signed_in(ADMINISTRATOR).await;
    for path in [
        judged.room().to_string(),
        DeliberationEvents { category }.to_string(),
    ] {
        administrator.get(&path).await.expect(StatusCode::NOT_FOUND);
    }
}
