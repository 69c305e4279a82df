//! What a plan keeps to, through its page: caps per organisation, experts, and judges who are out of a whole category.

use std::collections::BTreeMap;

use plaudit_domain::ids::AccountId;
use plaudit_domain::interest::Status;
use plaudit_web::paths::admin::{AssignmentJudges, AssignmentMatches};

use super::{ask, made, pairs, propose};
use crate::judging::panel::Panel;
use crate::support::people::{JUDGES, Somebody};

/// Who reads each case, by its number.
async fn readers(panel: &Panel) -> BTreeMap<i64, Vec<AccountId>> {
    let mut readers: BTreeMap<i64, Vec<AccountId>> = BTreeMap::new();
    for (case, judge, _) in pairs(&made(panel).await) {
        readers.entry(case).or_default().push(judge);
    }
    readers
}

async fn accounts(panel: &Panel) -> [AccountId; 3] {
    let account = async |judge: Somebody| panel.site.account(judge).await;
    [
        account(JUDGES[0]).await,
        account(JUDGES[1]).await,
        account(JUDGES[2]).await,
    ]
}

#[tokio::test]
async fn no_case_is_read_by_more_of_one_organisation_than_the_cap_allows() {
    let panel = Panel::screening(4).await;
    let options = [("reviews", "2"), ("most", "9"), ("cap", "1")];
    let (mut browser, _) = ask(&panel, &options).await;
    let judges = AssignmentJudges {
        season: panel.season,
    };
    let page = browser.open(&judges).await.ok();
    let organisation = page.attributes("input[name^=organisation-]", "name");
    let same = [
        (organisation[0].as_str(), "Ravensmoor University"),
        (organisation[1].as_str(), "ravensmoor university"),
    ];
    let page = browser.send(page.form(&judges), &same).await.ok();
    propose(&panel, &mut browser, &page).await.ok();
    let [first, second, third] = accounts(&panel).await;
    let readers = readers(&panel).await;
    assert_eq!(readers.len(), 4);
    for (case, readers) in readers {
        assert_eq!(readers.len(), 2, "case {case}");
        assert!(readers.contains(&third), "case {case}");
        let of_one = readers.contains(&first) && readers.contains(&second);
        assert!(!of_one, "case {case} has both of one organisation");
    }
}

#[tokio::test]
async fn every_case_has_its_expert() {
    let panel = Panel::screening(3).await;
    let options = [("reviews", "1"), ("most", "9"), ("experts", "1")];
    let (mut browser, _) = ask(&panel, &options).await;
    let matches = AssignmentMatches {
        season: panel.season,
    };
    let [first, second, third] = JUDGES.map(|judge| judge.address);
    // Others suit the cases better, and are no experts on them.
    let file = format!(
        "judge,case,score,expert\n{first},1,10,no\n{second},1,1,yes\n{first},2,1,yes\n{third},2,10,no\n\
         {third},3,1,yes\n{second},3,10,no\n"
    );
    let page = browser.upload(&matches, "matches", file.as_bytes()).await;
    assert!(page.status.is_redirection(), "{}", page.excerpt());
    let page = browser.open(super::path(&panel)).await.ok();
    propose(&panel, &mut browser, &page).await.ok();
    let [first, second, third] = accounts(&panel).await;
    let expected = BTreeMap::from([(1, vec![second]), (2, vec![first]), (3, vec![third])]);
    assert_eq!(readers(&panel).await, expected);
}

#[tokio::test]
async fn whoever_left_the_category_is_planned_for_none_of_its_cases() {
    let panel = Panel::screening(2).await;
    panel.leave_category(JUDGES[0]).await;
    let (mut browser, page) = ask(&panel, &[("reviews", "2"), ("most", "9")]).await;
    propose(&panel, &mut browser, &page).await.ok();
    let [_, second, third] = accounts(&panel).await;
    let mut both = vec![second, third];
    both.sort_unstable();
    let expected = BTreeMap::from([(1, both.clone()), (2, both)]);
    assert_eq!(readers(&panel).await, expected);
}

impl Panel {
    /// The judge declares an interest that leads out of the category by the rules of this season.
    async fn leave_category(&self, judge: Somebody) {
        use plaudit_domain::interest::conflicts::{ConflictPolicy, Effect, Ruler};
        use plaudit_domain::interest::{Declaration, Kind};
        let policy = ConflictPolicy::new(
            [(Kind::Family, Effect::OutOfCategory)],
            3,
            Ruler::Administrator,
        );
        self.renew_conflicts(policy).await;
        let account = self.site.account(judge).await;
        let moment = self.site.app.moment(plaudit_store::Actor::Account(account));
        let store = self.site.store();
        let sheet = plaudit_store::reports::sheet::get(store, account, self.season)
            .await
            .expect("the sheet");
        let case = sheet.rows().next().expect("a case").case;
        let family = Declaration::Interest {
            kind: Kind::Family,
            words: "My cousin.".to_owned(),
        };
        let answers = vec![(case, family)];
        let done = plaudit_store::interests::declare_on_sheet(
            store,
            &moment,
            account,
            self.season,
            answers,
        )
        .await
        .expect("it is declared");
        assert_eq!(done[0].1.status, Status::Recused);
    }

    /// Publishes a later version of the rules with this policy.
    async fn renew_conflicts(&self, policy: plaudit_domain::interest::conflicts::ConflictPolicy) {
        use jiff::SignedDuration;
        use plaudit_store::{rule_sets, seasons};
        let (store, season) = (self.site.store(), self.season);
        let moment = self.site.moment();
        let seen = async || {
            let season = seasons::get(store, season).await.expect("the season");
            season.revision
        };
        rule_sets::prepare(store, &moment, season)
            .await
            .expect("a later version is begun");
        rule_sets::change_conflicts(store, &moment, season, seen().await, policy)
            .await
            .expect("it is changed");
        let about = seasons::get(store, season).await.expect("the season");
        let publication = rule_sets::Publication {
            reason: "Families are large here.".to_owned(),
            closes_at: moment.now + SignedDuration::from_hours(1),
        };
        rule_sets::publish(store, &moment, season, about.revision, publication)
            .await
            .expect("it is published");
        self.site.wait(SignedDuration::from_hours(2));
        self.move_on(plaudit_domain::season::Event::Close).await;
    }
}
