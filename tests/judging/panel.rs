//! A season whose cases lie before its three judges, for every test that needs one.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use plaudit_domain::{
    acceptance, assignment, case, eligibility,
    ids::{AssignmentId, CaseId, EligibilityRuleId, NominationId, SeasonId},
    membership::{Role, Scope},
    nomination::{MarkedAnswer, Relationship, Submission},
    person::{Email, Person},
    progress_claim::{Month, ProgressClaim},
    question,
    season::Event,
    stage::Stages,
};
use plaudit_store::{
    Actor,
    cases::{self, Checked},
    memberships,
    nominations::{self, Sending, Typed},
    organisations, questions,
    reports::{Viewer, desk},
    screening::{self, Destination},
    seasons,
    secrets::Token,
};
use plaudit_web::paths::judging::{Gate, Scorecard};

use crate::support::{
    Client, Page, Site, Stage,
    people::{ADMINISTRATOR, Somebody},
    stage::open_with_stages,
};

/// What every answer of a nomination begins with, and nothing that a judge sees before the gate does.
pub(crate) const CONTENT: &str = "In our own words";

/// A season in judging.
pub(crate) struct Panel {
    pub(crate) site: Site,
    pub(crate) season: SeasonId,
}

impl Panel {
    /// Judging has begun on so many cases, each of one nomination.
    pub(crate) async fn judging(cases: usize) -> Self {
        let panel = Self::screening(cases).await;
        panel.move_on(Event::BeginJudging).await;
        panel
    }

    /// Judging has begun on so many cases, in the first of these stages.
    pub(crate) async fn in_stages(cases: usize, stages: Stages) -> Self {
        let nominators: Vec<_> = (1..=cases)
            .map(|number| (number, format!("nominator.{number}@council.example")))
            .collect();
        let (panel, sent) = Self::nominated_in(stages, &nominators).await;
        for nomination in sent {
            panel.make_eligible(nomination).await;
        }
        panel.move_on(Event::BeginJudging).await;
        panel
    }

    /// Nominations are closed, and so many cases are eligible.
    pub(crate) async fn screening(cases: usize) -> Self {
        let nominators: Vec<_> = (1..=cases)
            .map(|number| (number, format!("nominator.{number}@council.example")))
            .collect();
        let (panel, sent) = Self::nominated(&nominators).await;
        for nomination in sent {
            panel.make_eligible(nomination).await;
        }
        panel
    }

    /// Nominations are closed: of which nominees, by whom.
    pub(crate) async fn nominated(
        nominators: &[(usize, impl AsRef<str>)],
    ) -> (Self, Vec<NominationId>) {
        Self::nominated_in(Stages::default(), nominators).await
    }

    /// The same in a season of these stages.
    pub(crate) async fn nominated_in(
        stages: Stages,
        nominators: &[(usize, impl AsRef<str>)],
    ) -> (Self, Vec<NominationId>) {
        let site = if stages.are_on() {
            let site = Site::at(Stage::SetUp).await;
            site.wait(SignedDuration::from_hours(24 * 36));
            open_with_stages(site.store(), &site.moment(), stages).await;
            site
        } else {
            Site::at(Stage::Open).await
        };
        let season = site.season().await.id;
        let panel = Self { site, season };
        let mut sent = Vec::new();
        for (number, nominator) in nominators {
            sent.push(panel.nominate(*number, nominator.as_ref()).await);
        }
        panel.close().await;
        (panel, sent)
    }

    /// The close has come.
    pub(crate) async fn close(&self) {
        self.site.wait(SignedDuration::from_hours(24 * 30));
        self.move_on(Event::Close).await;
    }

    /// Moves the season; the meeting begins without the scorecards that are missing.
    pub(crate) async fn move_on(&self, event: Event) {
        let reason = match event {
            Event::BeginDeliberation => {
                Some("Those who are missing have been asked three times.".to_owned())
            }
            Event::Announce => Some("The conference is earlier this year.".to_owned()),
            _ => None,
        };
        let moment = if event == Event::Decide {
            // What is left is decided on by somebody.
            let administrator = self.site.account(ADMINISTRATOR).await;
            self.site.app.moment(Actor::Account(administrator))
        } else {
            self.site.moment()
        };
        seasons::move_on(self.site.store(), &moment, self.season, event, reason)
            .await
            .expect("the season moves on");
    }

    /// Judging is broken off.
    pub(crate) async fn back_to_screening(&self) {
        let (store, moment) = (self.site.store(), self.site.moment());
        let reason = Some("A nominee has accepted late.".to_owned());
        let back = Event::ReturnToScreening;
        seasons::move_on(store, &moment, self.season, back, reason)
            .await
            .expect("the season goes back");
    }

    /// The season does not move so, whatever the reason.
    pub(crate) async fn move_on_refused(&self, event: Event) {
        let (store, moment) = (self.site.store(), self.site.moment());
        let before = seasons::get(store, self.season).await.expect("the season");
        let reason = Some("Nobody has time.".to_owned());
        let refused = seasons::move_on(store, &moment, self.season, event, reason).await;
        assert!(refused.is_err(), "{refused:?}");
        let after = seasons::get(store, self.season).await.expect("the season");
        assert_eq!(after, before);
    }

    /// Somebody at this address nominates the nominee of this number.
    pub(crate) async fn nominate(&self, number: usize, nominator: &str) -> NominationId {
        self.nominate_answering(number, nominator, BTreeMap::new())
            .await
    }

    /// The same with these answers to the rules of eligibility.
    pub(crate) async fn nominate_answering(
        &self,
        number: usize,
        nominator: &str,
        eligibility: BTreeMap<EligibilityRuleId, eligibility::Answer>,
    ) -> NominationId {
        let store = self.site.store();
        let category = seasons::categories(store, self.season)
            .await
            .expect("categories")
            .remove(0)
            .id;
        let answers = questions::list(store, self.season)
            .await
            .expect("questions")
            .into_iter()
            .map(|question| {
                let text = format!("{CONTENT}, {nominator} on {}.", question.key);
                let answer = MarkedAnswer {
                    answer: question::Answer::Text(text),
                    not_for_publication: false,
                };
                (question.revision, answer)
            })
            .collect();
        let submission = Submission {
            category,
            nominee: person(
                &format!("Nominee {number}"),
                &format!("nominee.{number}@council.example"),
                &format!("Council {number}"),
            ),
            nominator: person(
                &format!("Nominator of {number}"),
                nominator,
                "A partner body",
            ),
            relationship: Relationship::Colleague,
            relationship_words: None,
            eligibility,
            answers,
            claims: vec![ProgressClaim {
                before: format!("{CONTENT}: typed in twice."),
                after: format!("{CONTENT}: read once."),
                from: Month::parse("2026-03").expect("a month"),
                to: None,
                shown_by: format!("{CONTENT}: the weekly count."),
            }],
        };
        let sending = Sending {
            key: Token::fresh(),
            season: self.season,
            version: 0,
            typed: Typed::default(),
            submission,
            language: "en".to_owned(),
        };
        nominations::submit(store, &self.site.moment(), sending)
            .await
            .expect("it is submitted")
            .nomination
    }

    /// Invites somebody, who accepts.
    pub(crate) async fn join(&self, who: Somebody, role: Role, scope: Scope) {
        let store = self.site.store();
        let invitation = memberships::Invitation {
            name: who.name.to_owned(),
            email: who.email(),
            role,
            scope,
            of_what: "the award".to_owned(),
            language: "en".to_owned(),
        };
        let moment = self.site.moment();
        let membership = memberships::invite(store, &moment, invitation)
            .await
            .expect("they are invited");
        let minted = memberships::mint_invitation(store, &moment, membership)
            .await
            .expect("a link");
        memberships::accept(store, &moment, &minted.token)
            .await
            .expect("they accept");
    }

    /// Gives somebody on the panel another role.
    pub(crate) async fn give_role(&self, who: Somebody, role: Role) {
        let account = self.site.account(who).await;
        let store = self.site.store();
        let place = memberships::panel(store, self.season)
            .await
            .expect("the panel")
            .into_iter()
            .find(|(membership, _)| membership.account == account)
            .expect("a judge")
            .0;
        let reason = "Elected at the first meeting.".to_owned();
        memberships::change_role(store, &self.site.moment(), place.id, role, reason)
            .await
            .expect("the role is given");
    }

    /// Invites another administrator, who accepts.
    pub(crate) async fn administrator(&self, who: Somebody) {
        let organisation = organisations::find(self.site.store())
            .await
            .expect("the organisation")
            .expect("there is one");
        let scope = Scope::Organisation(organisation.id);
        self.join(who, Role::Administrator, scope).await;
    }

    /// Accepts a nomination into a case of its own, and finds that eligible.
    pub(crate) async fn make_eligible(&self, nomination: NominationId) -> CaseId {
        let case = self.accept(nomination, Destination::NewCase).await;
        self.finish(case, 1).await;
        case
    }

    /// The nominee of the case accepts, the facts are confirmed, and it is eligible; the case was seen in this version.
    pub(crate) async fn finish(&self, case: CaseId, version: i64) {
        let store = self.site.store();
        let administrator = self.site.account(ADMINISTRATOR).await;
        let moment = self.site.app.moment(Actor::Account(administrator));
        for (later, event) in [(0, acceptance::Event::Tell), (1, acceptance::Event::Accept)] {
            cases::record_acceptance(
                store,
                &moment,
                (case, version + later),
                event,
                "by telephone",
            )
            .await
            .expect("the acceptance is recorded");
        }
        let checked = Checked {
            by: "The head of human resources".to_owned(),
            confirmed: true,
            note: "by letter".to_owned(),
        };
        cases::record_fact_check(store, &moment, (case, version + 2), checked)
            .await
            .expect("the fact check is recorded");
        cases::decide_eligibility(
            store,
            &moment,
            (case, version + 3),
            case::Event::FindEligible,
            "within the rules",
        )
        .await
        .expect("it is eligible");
    }

    /// Accepts a nomination.
    pub(crate) async fn accept(&self, nomination: NominationId, into: Destination) -> CaseId {
        screening::accept(
            self.site.store(),
            &self.site.moment(),
            (nomination, 1),
            into,
        )
        .await
        .expect("it is accepted")
    }

    /// The judge's assignments, in the order of their cases.
    pub(crate) async fn assignments(&self, judge: Somebody) -> Vec<AssignmentId> {
        let viewer = Viewer::Judge(self.site.account(judge).await);
        let seasons = desk::seasons(self.site.store(), &viewer)
            .await
            .expect("the desk");
        seasons
            .into_iter()
            .flat_map(|season| season.rows)
            .map(|row| row.assignment)
            .collect()
    }

    /// A judge's browser, with the first case on the desk.
    pub(crate) async fn first_case(&self, judge: Somebody) -> (Client, AssignmentId) {
        let browser = self.site.signed_in(judge).await;
        (browser, self.assignments(judge).await[0])
    }

    /// The same, with its gate passed: the scorecard's page.
    pub(crate) async fn scorecard(&self, judge: Somebody) -> (Client, AssignmentId, Page) {
        let (mut browser, assignment) = self.first_case(judge).await;
        let page = open_gate(&mut browser, assignment).await;
        (browser, assignment, page)
    }
}

fn person(name: &str, email: &str, employer: &str) -> Person {
    Person {
        name: name.to_owned(),
        email: Some(Email::parse(email).expect("an address")),
        telephone: None,
        role: None,
        employer: Some(employer.to_owned()),
    }
}

/// Declares no interest, and goes on to the scorecard.
pub(crate) async fn open_gate(browser: &mut Client, assignment: AssignmentId) -> Page {
    let gate = Gate { assignment };
    let form = browser.open(&gate).await.ok().form(&gate);
    let page = browser.send(form, &[("interest", "none")]).await.ok();
    assert_eq!(page.path, Scorecard { assignment }.to_string());
    page
}

/// The names of the scores' fields, in the order of the criteria.
pub(crate) fn score_fields(page: &Page) -> Vec<String> {
    let mut names = page.attributes(".scale input[type=radio]", "name");
    names.dedup();
    names
}

/// A whole scorecard with this score everywhere.
pub(crate) fn all<'a>(fields: &'a [String], score: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|name| (name.as_str(), score)).collect()
}

/// Where an assignment stands.
pub(crate) async fn status(panel: &Panel, judge: Somebody, of: AssignmentId) -> assignment::Status {
    use plaudit_store::reports::scorecard;
    let viewer = Viewer::Judge(panel.site.account(judge).await);
    scorecard::get(panel.site.store(), &viewer, of)
        .await
        .expect("the scorecard")
        .status
}
