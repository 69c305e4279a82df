//! A season in judging with as many cases and judges as are asked for, through the store's own operations.

use plaudit_domain::{
    acceptance, case, eligibility,
    ids::{AccountId, CaseId, SeasonId},
    interest::Declaration,
    membership::{Role, Scope},
    nomination::{MarkedAnswer, Relationship, Submission},
    person::{Email, Person},
    progress_claim::{Month, ProgressClaim},
    scorecard::Scores,
    season::Event,
};
use plaudit_store::{
    Actor, Moment, Store, cases, eligibility_rules, interests, memberships,
    nominations::{self, Sending, Typed},
    organisations, questions,
    reports::{
        Viewer,
        case::case_page,
        cases::{self as all_cases, CasesFilter},
        desk,
    },
    rule_sets, scorecards,
    screening::{self, Destination},
    seasons,
    secrets::Token,
};

use crate::support::{
    Site, Stage, instant,
    people::{ADMINISTRATOR, JUDGES},
    stage,
};

/// An open season with so many cases, each formed of one nomination.
pub(super) async fn site_with_cases(count: usize) -> Site {
    let site = Site::at(Stage::Open).await;
    let rows = Rows::of(&site).await;
    for number in 0..count {
        rows.nominate(number).await;
    }
    site
}

/// Takes a fresh season to its judging: so many cases of one nomination each, so many judges more than the first
/// three, every case scored by the first judge and the first case by every judge.
pub(super) async fn site_with(count: usize) -> Site {
    let site = site_in_judging(count, count - 1).await;
    let rows = Rows::of(&site).await;
    for number in 1..count {
        rows.invite_administrator(number).await;
        site.signed_in(ADMINISTRATOR).await;
    }
    let first = site.account(JUDGES[0]).await;
    rows.score(first, count).await;
    for number in 1..count {
        rows.score(site.account(judge_email(number)).await, 1).await;
    }
    site
}

/// Takes a fresh season to its judging: so many cases, so many judges more than the first three, and nothing scored.
pub(super) async fn site_in_judging(cases: usize, more_judges: usize) -> Site {
    let site = site_in_screening(cases, more_judges).await;
    Rows::of(&site).await.begin_judging().await;
    site
}

/// The same, just before: every case is eligible.
pub(super) async fn site_in_screening(cases: usize, more_judges: usize) -> Site {
    let site = site_with_cases(cases).await;
    let rows = Rows::of(&site).await;
    for number in 1..=more_judges {
        let name = format!("Judge {number}");
        stage::add_judge(site.store(), &site.moment(), &name, judge_email(number)).await;
    }
    rows.end_screening().await;
    site
}

/// The address of the judge of this number, from 1.
pub(super) fn judge_email(number: usize) -> Email {
    Email::parse(&format!("judge-{number}@judges.example")).expect("an address")
}

struct Rows<'a> {
    store: &'a Store,
    site: &'a Site,
    administrator: AccountId,
    season: SeasonId,
}

impl<'a> Rows<'a> {
    async fn of(site: &'a Site) -> Self {
        Self {
            store: site.store(),
            site,
            administrator: site.account(ADMINISTRATOR).await,
            season: site.season().await.id,
        }
    }

    /// A moment of the administrator's.
    fn moment(&self) -> Moment {
        self.site.app.moment(Actor::Account(self.administrator))
    }

    /// Another administrator, who is asked and has not answered.
    async fn invite_administrator(&self, number: usize) {
        let organisation = organisations::find(self.store)
            .await
            .expect("the organisation")
            .expect("it is set up");
        let invitation = memberships::Invitation {
            name: format!("Administrator {number}"),
            email: Email::parse(&format!("administrator-{number}@society.example"))
                .expect("an address"),
            role: Role::Administrator,
            scope: Scope::Organisation(organisation.id),
            of_what: organisation.name,
            language: "en".to_owned(),
        };
        memberships::invite(self.store, &self.moment(), invitation)
            .await
            .expect("the administrator is invited");
    }

    async fn nominate(&self, number: usize) {
        let category = seasons::categories(self.store, self.season)
            .await
            .expect("the categories")[0]
            .id;
        let rules = eligibility_rules::list(self.store, self.season)
            .await
            .expect("the rules");
        let asked = questions::list(self.store, self.season)
            .await
            .expect("the questions");
        let answers = asked.iter().map(|question| {
            let answer = question
                .answer(&[format!("Answer {number}.")])
                .expect("the award asks for texts");
            (
                question.revision,
                MarkedAnswer {
                    answer,
                    not_for_publication: false,
                },
            )
        });
        let month = |text: &str| Month::parse(text).expect("a month");
        let submission = Submission {
            category,
            nominee: person(&format!("Nominee {number}")),
            nominator: person(&format!("Nominator {number}")),
            relationship: Relationship::Colleague,
            relationship_words: Some("We share an office.".to_owned()),
            eligibility: rules
                .iter()
                .map(|rule| (rule.id, eligibility::Answer::Yes))
                .collect(),
            answers: answers.collect(),
            claims: vec![ProgressClaim {
                before: "Typed in twice.".to_owned(),
                after: "Read once.".to_owned(),
                from: month("2026-03"),
                to: Some(month("2026-09")),
                shown_by: "The weekly count.".to_owned(),
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
        let moment = self.site.app.moment(Actor::Visitor);
        let sent = nominations::submit(self.store, &moment, sending)
            .await
            .expect("the nomination is sent");
        let moment = self.moment();
        let seen = (sent.nomination, 1);
        screening::accept(self.store, &moment, seen, Destination::NewCase)
            .await
            .expect("it is accepted");
    }

    /// The close comes, and every case is found eligible.
    async fn end_screening(&self) {
        let clock = &self.site.app.clock;
        clock.advance(instant("2027-03-08T10:00:00Z").duration_since(clock.now()));
        seasons::close_due(self.store, &self.site.moment())
            .await
            .expect("the season closes");
        self.screen().await;
    }

    async fn begin_judging(&self) {
        seasons::move_on(
            self.store,
            &self.moment(),
            self.season,
            Event::BeginJudging,
            None,
        )
        .await
        .expect("judging begins");
    }

    /// Every case is accepted by its nominee, checked and found eligible.
    async fn screen(&self) {
        let viewer = Viewer::Administrator(self.administrator);
        let mut seen = 0;
        for page in 1.. {
            let asked = CasesFilter {
                page,
                ..CasesFilter::default()
            };
            let listed = all_cases::cases(self.store, &viewer, self.season, &asked)
                .await
                .expect("the cases");
            seen += listed.rows.len() as u64;
            for row in listed.rows {
                self.find_eligible(row.id).await;
            }
            if seen == listed.counts.total {
                break;
            }
        }
    }

    async fn find_eligible(&self, case: CaseId) {
        let moment = self.moment();
        for event in [acceptance::Event::Tell, acceptance::Event::Accept] {
            cases::record_acceptance(
                self.store,
                &moment,
                self.seen(case).await,
                event,
                "By letter.",
            )
            .await
            .expect("it is recorded");
        }
        let checked = cases::Checked {
            by: "Head of personnel".to_owned(),
            confirmed: true,
            note: "By letter.".to_owned(),
        };
        cases::record_fact_check(self.store, &moment, self.seen(case).await, checked)
            .await
            .expect("it is recorded");
        let found = case::Event::FindEligible;
        cases::decide_eligibility(self.store, &moment, self.seen(case).await, found, "")
            .await
            .expect("it is eligible");
    }

    async fn seen(&self, case: CaseId) -> (CaseId, i64) {
        let viewer = Viewer::Administrator(self.administrator);
        (
            case,
            case_page(self.store, &viewer, case)
                .await
                .expect("the case")
                .version,
        )
    }

    /// The judge scores the first so many cases of the desk.
    async fn score(&self, judge: AccountId, count: usize) {
        let criteria = rule_sets::current(self.store, self.season)
            .await
            .expect("the rules")
            .criteria;
        let desk = desk::seasons(self.store, &Viewer::Judge(judge))
            .await
            .expect("the desk")
            .remove(0);
        let moment = self.site.app.moment(Actor::Account(judge));
        for row in desk.rows.iter().take(count) {
            interests::declare(
                self.store,
                &moment,
                judge,
                row.assignment,
                Declaration::None,
            )
            .await
            .expect("it is declared");
            let scores = Scores {
                steps: criteria.iter().map(|criterion| (criterion.id, 3)).collect(),
                comment: "Clear, and well shown.".to_owned(),
                ..Scores::default()
            };
            scorecards::submit(self.store, &moment, judge, row.assignment, scores, 0)
                .await
                .expect("it is submitted");
        }
    }
}

fn person(name: &str) -> Person {
    let local = name.to_lowercase().replace(' ', "-");
    Person {
        name: name.to_owned(),
        email: Email::parse(&format!("{local}@marrowby.example")).ok(),
        telephone: None,
        role: Some("Benefits officer".to_owned()),
        employer: Some("Marrowby Borough Council".to_owned()),
    }
}
