//! A season with a case that is kept from one judge, from the chair and from one administrator, with a mark in all that it says.

use std::collections::BTreeMap;

use plaudit_domain::{
    ids::{
        AssignmentId, CaseId, CategoryId, EnquiryId, InterestId, NominationId, ProgrammeId,
        ReferenceId,
    },
    interest::{Declaration, Kind, Status},
    membership::{Role, Scope},
    person::{Email, Person},
    scorecard::Scores,
    season::Event,
    stage::{self, Kind as Stage, Vote},
};
use plaudit_store::{
    Actor, cases, enquiries, interests, organisations, programmes, references,
    reports::{Viewer, case, nomination},
    rule_sets, scorecards, seasons,
};
use plaudit_web::paths::admin::{Case, Cut, StageInterviews, StageMove, Stages};

use crate::journeys::interview::with_interview;
use crate::judging::panel::Panel;
use crate::support::{
    people::{ADMINISTRATOR, JUDGES, Somebody},
    stage::add_judge,
};

/// What the hidden case says that nothing else does: its nominee, employer, nominator, referee, addresses, answers and comments.
pub(super) const MARKS: [&str; 11] = [
    "Nominee 77",
    "Council 77",
    "Nominator of 77",
    "Marked referee",
    "yucatan",
    "zanzibar",
    "nominee.77@",
    "Marked comment",
    "Marked strength",
    "Marked question",
    "Marked room",
];

/// Who acts where the first administrator has an interest.
pub(super) const OTHER_ADMINISTRATOR: Somebody = Somebody {
    name: "Efe Okoro",
    address: "efe.okoro@society.example",
};

/// Judges who come later: two score, and one has nothing in.
const LATE: [Somebody; 3] = [
    Somebody {
        name: "Esi Boateng",
        address: "esi.boateng@judges.example",
    },
    Somebody {
        name: "Femi Adu",
        address: "femi.adu@judges.example",
    },
    Somebody {
        name: "Gwen Parry",
        address: "gwen.parry@judges.example",
    },
];

/// The case and where it lies.
pub(super) struct Hidden {
    pub(super) panel: Panel,
    pub(super) programme: ProgrammeId,
    pub(super) slug: String,
    pub(super) category: CategoryId,
    pub(super) case: CaseId,
    pub(super) interest: InterestId,
    pub(super) receipt: String,
    nomination: NominationId,
    reference: ReferenceId,
    assignments: Vec<AssignmentId>,
    pub(super) enquiry: EnquiryId,
}

impl Hidden {
    pub(super) async fn new() -> Self {
        Self::in_stages(stage::Stages::default()).await
    }

    /// The same in the first of these stages.
    pub(super) async fn in_stages(stages: stage::Stages) -> Self {
        let nominators = [
            (77, "zanzibar@partner.example"),
            (2, "nominator.2@partner.example"),
        ];
        let (panel, sent) = Panel::nominated_in(stages, &nominators).await;
        let case = panel.make_eligible(sent[0]).await;
        panel.make_eligible(sent[1]).await;
        let reference = refer(&panel, case).await;
        let store = panel.site.store();
        let organisation = organisations::find(store)
            .await
            .expect("the organisation")
            .expect("there is one");
        let administrators = Scope::Organisation(organisation.id);
        panel
            .join(OTHER_ADMINISTRATOR, Role::Administrator, administrators)
            .await;
        panel.give_role(JUDGES[2], Role::Chair).await;
        // The administrator and the chair say so on the sheet, before anything is assigned; the judge says so at the gate.
        for who in [ADMINISTRATOR, JUDGES[2]] {
            let account = panel.site.account(who).await;
            let moment = panel.site.app.moment(Actor::Account(account));
            let outcomes = interests::declare_on_sheet(
                store,
                &moment,
                account,
                panel.season,
                vec![(case, family())],
            )
            .await
            .expect("it is declared");
            assert_eq!(outcomes[0].1.status, Status::Recused);
        }
        panel.move_on(Event::BeginJudging).await;
        let mut assignments = panel.assignments(JUDGES[0]).await;
        let recused = panel.site.account(JUDGES[0]).await;
        let moment = panel.site.app.moment(Actor::Account(recused));
        interests::declare(store, &moment, recused, assignments[0], family())
            .await
            .expect("it is declared");
        assignments.extend(panel.assignments(JUDGES[1]).await);
        let season = seasons::get(store, panel.season).await.expect("the season");
        let programme = programmes::get(store, season.programme)
            .await
            .expect("the programme");
        let other = Viewer::Administrator(panel.site.account(OTHER_ADMINISTRATOR).await);
        let said = nomination::get(store, &other, sent[0])
            .await
            .expect("the nomination");
        let category = seasons::categories(store, panel.season)
            .await
            .expect("categories")
            .remove(0)
            .id;
        let listed = plaudit_store::reports::interests::get(store, &other, panel.season)
            .await
            .expect("the interests");
        let interest = listed
            .rows
            .iter()
            .find(|row| row.case == case && row.account == recused)
            .expect("the judge's interest")
            .id;
        let enquiry = score(&panel, 4).await;
        Self {
            programme: programme.id,
            slug: programme.words.slug.to_string(),
            category,
            case,
            interest,
            receipt: said.number,
            nomination: sent[0],
            reference,
            assignments,
            enquiry,
            panel,
        }
    }

    /// The season goes into its interview, in which the hidden case is the one finalist: it is met in a room that bears a mark,
    /// one judge has put marks down about it, and one is still to read it.
    pub(super) async fn in_the_interview() -> Self {
        let mut hidden = Self::in_stages(with_interview(0)).await;
        let panel = &hidden.panel;
        let store = panel.site.store();
        for who in LATE {
            add_judge(store, &panel.site.moment(), who.name, who.email()).await;
        }
        for who in [LATE[0], LATE[1]] {
            give(panel, who, 4).await;
        }
        let (season, category) = (panel.season, hidden.category);
        let mut other = panel.site.signed_in(OTHER_ADMINISTRATOR).await;
        let page = other.open(Cut { category }).await.ok();
        other.send(page.form(Cut { category }), &[]).await.ok();
        let page = other.open(StageMove { season }).await.ok();
        other.send(page.form(StageMove { season }), &[]).await.ok();
        let page = other.open(Stages { season }).await.ok();
        let field = format!("appointment[{}]", hidden.case);
        let said = [(field.as_str(), "Marked room")];
        let form = page.form(StageInterviews { season });
        other.send(form, &said).await.ok();
        give(panel, JUDGES[1], 5).await;
        let theirs = panel.assignments(JUDGES[1]).await;
        hidden.assignments.extend(theirs);
        hidden
    }

    /// The values of the parts of URLs that lead to the case, or to what surrounds it.
    pub(super) fn ids(&self) -> BTreeMap<&'static str, Vec<String>> {
        let assignments = self.assignments.iter().map(ToString::to_string);
        BTreeMap::from([
            ("season", vec![self.panel.season.to_string()]),
            ("category", vec![self.category.to_string()]),
            ("case", vec![self.case.to_string()]),
            ("nomination", vec![self.nomination.to_string()]),
            ("reference", vec![self.reference.to_string()]),
            ("interest", vec![self.interest.to_string()]),
            ("assignment", assignments.collect()),
            ("enquiry", vec![self.enquiry.to_string()]),
            (
                "judge",
                vec!["00000000-0000-7000-8000-000000000000".to_owned()],
            ),
        ])
    }

    /// The second judge's assignment in the stage that is on.
    pub(super) fn met(&self) -> AssignmentId {
        *self.assignments.last().expect("there is one")
    }

    pub(super) fn case_page(&self) -> Case {
        Case { case: self.case }
    }

    pub(super) async fn version(&self) -> i64 {
        let account = self.panel.site.account(OTHER_ADMINISTRATOR).await;
        let viewer = Viewer::Administrator(account);
        case::case_page(self.panel.site.store(), &viewer, self.case)
            .await
            .expect("the case")
            .version
    }

    /// Something happens in the case: the other administrator notes that the nominee wishes it out.
    pub(super) async fn change(&self) {
        let account = self.panel.site.account(OTHER_ADMINISTRATOR).await;
        let moment = self.panel.site.app.moment(Actor::Account(account));
        let seen = (self.case, self.version().await);
        cases::withdraw(self.panel.site.store(), &moment, seen, "by letter")
            .await
            .expect("it is withdrawn");
    }
}

/// The first administrator names a referee of the case, before they say what they have to do with it.
async fn refer(panel: &Panel, case: CaseId) -> ReferenceId {
    let account = panel.site.account(ADMINISTRATOR).await;
    let store = panel.site.store();
    let version = case::case_page(store, &Viewer::Administrator(account), case)
        .await
        .expect("the case")
        .version;
    let referee = Person {
        name: "Marked referee".to_owned(),
        email: Some(Email::parse("yucatan@referee.example").expect("an address")),
        telephone: None,
        role: None,
        employer: Some("Yucatan Limited".to_owned()),
    };
    let moment = panel.site.app.moment(Actor::Account(account));
    references::name(store, &moment, (case, version), referee)
        .await
        .expect("a referee is named")
}

/// The second judge asks about the case and submits a scorecard, with the marks.
async fn score(panel: &Panel, steps: i64) -> EnquiryId {
    let store = panel.site.store();
    let judge = panel.site.account(JUDGES[1]).await;
    let moment = panel.site.app.moment(Actor::Account(judge));
    let id = panel.assignments(JUDGES[1]).await[0];
    interests::declare(store, &moment, judge, id, Declaration::None)
        .await
        .expect("the gate opens");
    let question = "Marked question".to_owned();
    let enquiry = enquiries::ask(store, &moment, judge, id, question)
        .await
        .expect("it is asked");
    submit(panel, JUDGES[1], steps).await;
    enquiry
}

/// Somebody declares no interest in the hidden case, if that is still asked, and submits a scorecard of it, with the marks.
async fn give(panel: &Panel, who: Somebody, steps: i64) {
    let judge = panel.site.account(who).await;
    let moment = panel.site.app.moment(Actor::Account(judge));
    let id = panel.assignments(who).await[0];
    let declared =
        interests::declare(panel.site.store(), &moment, judge, id, Declaration::None).await;
    let was_asked = declared.is_ok();
    assert!(was_asked || who == JUDGES[1], "{declared:?}");
    submit(panel, who, steps).await;
}

/// Submits a scorecard of the first case of the desk as the stage that is on asks for it, with the marks.
async fn submit(panel: &Panel, who: Somebody, steps: i64) {
    let store = panel.site.store();
    let judge = panel.site.account(who).await;
    let moment = panel.site.app.moment(Actor::Account(judge));
    let id = panel.assignments(who).await[0];
    let rules = rule_sets::current(store, panel.season)
        .await
        .expect("the rules");
    let stage = seasons::get(store, panel.season)
        .await
        .expect("the season")
        .stage;
    let scores = Scores {
        vote: (stage == Stage::Sift).then_some(Vote::Pass),
        steps: rules
            .criteria_in(stage)
            .iter()
            .map(|criterion| (criterion.id, steps))
            .collect(),
        comment: "Marked comment".to_owned(),
        strongest: "Marked strength".to_owned(),
        would_have_helped: "Marked comment".to_owned(),
    };
    scorecards::submit(store, &moment, judge, id, scores, 0)
        .await
        .expect("it is submitted");
}

fn family() -> Declaration {
    Declaration::Interest {
        kind: Kind::Family,
        words: "Cousins of mine.".to_owned(),
    }
}
