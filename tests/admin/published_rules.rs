//! What happens to rules once they are published: corrections, a later version, the page that shows them, and what is
//! only tried.

use axum::http::StatusCode;
use plaudit_domain::ids::AssignmentId;
use plaudit_domain::rule_set::{Method, RuleSet, Status};
use plaudit_domain::season;
use plaudit_store::reports::{Viewer, scorecard};
use plaudit_store::rule_sets;
use plaudit_web::paths::admin::{
    Criterion, CriterionCorrection, CriterionRemoval, NewCriterion, Ranking, RulesVersion,
    RulesVersionDraft, RulesVersionDraftRemoval,
};
use plaudit_web::paths::judging::Scorecard;
use plaudit_web::paths::public::HowWeJudge;

use crate::judging::panel::{Panel, all, score_fields};
use crate::support::{
    Client, Site, Stage,
    people::{ADMINISTRATOR, JUDGES},
};

async fn how_we_judge(site: &Site) -> HowWeJudge {
    let programmes = plaudit_store::programmes::list(site.store())
        .await
        .expect("the programmes");
    HowWeJudge {
        programme: programmes[0].words.slug.to_string(),
    }
}

async fn current(panel: &Panel) -> RuleSet {
    rule_sets::current(panel.site.store(), panel.season)
        .await
        .expect("rules")
}

async fn edited(panel: &Panel) -> RuleSet {
    rule_sets::edited(panel.site.store(), panel.season)
        .await
        .expect("rules")
}

#[tokio::test]
async fn words_are_corrected_and_both_ways_in_which_they_read_are_published() {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let before = rule_sets::current(site.store(), season)
        .await
        .expect("rules");
    let path = CriterionCorrection {
        season,
        criterion: before.criteria[0].id,
    };
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let form = browser.open(&path).await.ok().form(&path);
    let empty = browser.send(form.clone(), &[("title", " ")]).await;
    let empty = empty.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.problems().len(), 1);
    let unchanged = rule_sets::current(site.store(), season)
        .await
        .expect("rules");
    assert_eq!(unchanged, before);

    browser.send(form, &[("title", "Progress made")]).await.ok();
    let after = rule_sets::current(site.store(), season)
        .await
        .expect("rules");
    assert_eq!((after.number, after.status), (1, Status::Locked));
    assert_eq!(after.criteria[0].title.first(), "Progress made");
    assert_eq!(after.criteria[0].weight, before.criteria[0].weight);
    assert_eq!(
        after.criteria[0].descriptors,
        before.criteria[0].descriptors
    );
    assert_ne!(after.digest, before.digest);

    let page = site.visitor().open(how_we_judge(&site).await).await.ok();
    let read = format!(
        "A criterion’s name: “{}” now reads “Progress made”.",
        before.criteria[0].title.first()
    );
    assert!(page.all("main li").contains(&read), "{}", page.text());
    let digest = after.digest.expect("it is locked");
    assert_eq!(page.all("main code.digest"), [digest]);
}

#[tokio::test]
async fn a_changed_weight_is_a_new_version_that_tells_nominators_and_puts_off_the_close() {
    let panel = Panel::screening(1).await;
    let (site, season) = (&panel.site, panel.season);
    let before = current(&panel).await;
    let path = RulesVersion { season };
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(&path).await.ok();
    let begin = page.form(&RulesVersionDraft { season });
    browser.send(begin, &[]).await.ok();
    let draft = edited(&panel).await;
    assert_eq!((draft.number, draft.status), (2, Status::Draft));
    let criterion = Criterion {
        season,
        criterion: draft.criteria[0].id,
    };
    let form = browser.open(&criterion).await.ok().form(&criterion);
    browser.send(form, &[("weight", "40")]).await.ok();
    assert_eq!(current(&panel).await, before, "nobody judges by a draft");
    let published = site.visitor().open(how_we_judge(site).await).await.ok();
    assert!(!published.text().contains("Version 2"));

    let page = browser.open(&path).await.ok();
    let changed = |line: &&String| line.contains(" counts ") && line.contains("before 35%");
    assert_eq!(page.all("main li").iter().filter(changed).count(), 1);
    let form = page.form(&path);
    let refused = browser.send(form.clone(), &[]).await;
    assert_eq!(
        refused.expect(StatusCode::UNPROCESSABLE_ENTITY).problems(),
        [
            "The new close must come after the old one, be still to come, and lie before the date when scorecards are due",
            "Enter the reason",
        ]
    );
    assert_eq!(current(&panel).await, before);

    let filled = [
        ("closes-day", "25 March 2027"),
        ("reason", "Progress was to count for more."),
    ];
    browser.send(form, &filled).await.ok();
    let after = current(&panel).await;
    assert_eq!((after.number, after.status), (2, Status::Locked));
    assert_eq!(after.criteria[0].weight, 40);
    let versions = rule_sets::versions(site.store(), season)
        .await
        .expect("versions");
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[1].rules.status, Status::Superseded);
    assert_eq!(versions[1].rules.criteria, before.criteria);
    assert_eq!(site.season().await.status, season::Status::Open);

    let letter = site.letter_to("nominator.1@council.example").await;
    assert_eq!(letter.subject, "The rules have changed: IT-progress award");
    assert!(letter.text.contains("Progress was to count for more."));
    let page = site.visitor().open(how_we_judge(site).await).await.ok();
    let lines = page.all("main li");
    assert_eq!(lines.iter().filter(changed).count(), 1, "{lines:?}");
    let history = browser.open("/admin/history").await.ok();
    let told = "put a new version in the place of version 1 of the rules.";
    assert!(history.text().contains(told), "{}", history.excerpt());
}

/// A season that went back to screening with one scorecard begun, and a later version of its rules that is being prepared: with
/// another scale for the first criterion, without the last, and with a new one.
async fn another_version_in_preparation() -> (Panel, Client, AssignmentId) {
    let panel = Panel::judging(1).await;
    let (mut judge, assignment, page) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&page);
    let form = page.form(Scorecard { assignment }).press("do", "save");
    judge.send(form, &all(&fields, "4")).await.ok();
    let (store, season) = (panel.site.store(), panel.season);
    let moment = panel.site.moment();
    let reason = Some("A criterion was missing.".to_owned());
    let back = season::Event::ReturnToScreening;
    plaudit_store::seasons::move_on(store, &moment, season, back, reason)
        .await
        .expect("judging is broken off");

    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(RulesVersion { season }).await.ok();
    assert!(page.text().contains("One scorecard has been begun."));
    let begin = page.form(&RulesVersionDraft { season });
    browser.send(begin, &[]).await.ok();
    let draft = edited(&panel).await;
    let first = Criterion {
        season,
        criterion: draft.criteria[0].id,
    };
    let form = browser.open(&first).await.ok().form(&first);
    let page = browser.send(form, &[("highest", "6")]).await.ok();
    let form = page.form(&first);
    browser
        .send(form, &[("descriptor[6]", "Better still")])
        .await
        .ok();
    let last = CriterionRemoval {
        season,
        criterion: draft.criteria[3].id,
    };
    let path = Criterion {
        season,
        criterion: draft.criteria[3].id,
    };
    let form = browser.open(&path).await.ok().form(&last);
    browser.send(form, &[]).await.ok();
    (panel, browser, assignment)
}

#[tokio::test]
async fn a_later_version_changes_scales_and_criteria_and_says_what_became_of_scores() {
    let (panel, mut browser, assignment) = another_version_in_preparation().await;
    let (store, season) = (panel.site.store(), panel.season);
    let before = current(&panel).await;
    let new = NewCriterion { season };
    let form = browser.open(&new).await.ok().form(&new);
    let title = [("title", "Care for others"), ("weight", "15")];
    browser.send(form, &title).await.ok();
    let path = RulesVersion { season };
    let form = browser.open(&path).await.ok().form(&path);
    let filled = [
        ("closes-day", "25 March 2027"),
        ("reason", "Care was missing."),
    ];
    browser.send(form, &filled).await.ok();

    let after = current(&panel).await;
    let titles: Vec<_> = after.criteria.iter().map(|one| one.title.first()).collect();
    assert_eq!(
        titles,
        [
            "Progress",
            "Own contribution",
            "Difference made",
            "Care for others"
        ]
    );
    let viewer = Viewer::Judge(panel.site.account(JUDGES[0]).await);
    let kept = scorecard::kept(store, &viewer, assignment)
        .await
        .expect("the scorecard");
    let carried: Vec<_> = after
        .criteria
        .iter()
        .map(|one| kept.scores.steps.get(&one.id).copied())
        .collect();
    assert_eq!(carried, [None, Some(4), Some(4), None]);
    assert_eq!(kept.scores.steps.len(), 2, "nothing is left of other rules");
    let history = browser
        .open(format!("/admin/history?season={season}"))
        .await
        .ok();
    let text = history.text();
    assert!(
        text.contains("A scorecard goes on under new rules"),
        "{text}"
    );
    for criterion in [&before.criteria[0], &before.criteria[3]] {
        let lost = format!("{} 4", criterion.title.first());
        assert!(text.contains(&lost), "{lost}: {text}");
    }
}

#[tokio::test]
async fn a_version_that_is_given_up_leaves_what_is_published() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    let before = current(&panel).await;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = RulesVersion { season };
    let page = browser.open(&path).await.ok();
    browser
        .send(page.form(&RulesVersionDraft { season }), &[])
        .await
        .ok();
    let page = browser.open(&path).await.ok();
    let removal = RulesVersionDraftRemoval { season };
    browser.send(page.form(&removal), &[]).await.ok();
    assert_eq!(edited(&panel).await, before);
    assert_eq!(current(&panel).await, before);
    browser
        .post::<&str, &str>(&removal, &[])
        .await
        .expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nothing_changes_once_a_scorecard_is_submitted() {
    let panel = Panel::judging(1).await;
    let season = panel.season;
    let before = rule_sets::current(panel.site.store(), season)
        .await
        .expect("rules");
    let path = CriterionCorrection {
        season,
        criterion: before.criteria[0].id,
    };
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let form = browser.open(&path).await.ok().form(&path);
    let (mut judge, assignment, card) = panel.scorecard(JUDGES[0]).await;
    let fields = score_fields(&card);
    let card = card.form(Scorecard { assignment });
    judge
        .send(card.press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();

    let late = browser.send(form, &[("title", "Too late")]).await;
    let late = late.expect(StatusCode::CONFLICT);
    assert!(late.text().contains("The rule set is locked"));
    browser.get(&path).await.expect(StatusCode::CONFLICT);
    let version = RulesVersion { season };
    browser.get(&version).await.expect(StatusCode::CONFLICT);
    let after = rule_sets::current(panel.site.store(), season)
        .await
        .expect("rules");
    assert_eq!(after, before);
}

#[tokio::test]
async fn what_is_tried_on_the_ranking_decides_nothing() {
    let panel = Panel::judging(2).await;
    for judge in JUDGES {
        panel.score(judge, &["4", "3"]).await;
    }
    let category = plaudit_store::seasons::categories(panel.site.store(), panel.season)
        .await
        .expect("categories")[0]
        .id;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let path = Ranking { category };
    let decided = browser.open(&path).await.ok();
    assert!(decided.heading().ends_with(" Ranking"));
    let rules = rule_sets::current(panel.site.store(), panel.season)
        .await
        .expect("rules");

    let tried = format!("{path}?method=calibrated&merit-floor=100&shortlist-size=1");
    let tried = browser.open(&tried).await.ok();
    assert!(tried.heading().ends_with(" Ranking: what if"));
    let said = tried.text();
    assert!(
        said.contains("By the calibrated score, under version 1"),
        "{said}"
    );
    assert!(
        said.contains("2 cases are scored, and five are needed."),
        "{said}"
    );
    assert!(said.contains("Below the merit floor"));
    let wrong = browser.get(format!("{path}?merit-floor=lots")).await;
    assert_eq!(
        wrong
            .expect(StatusCode::UNPROCESSABLE_ENTITY)
            .problems()
            .len(),
        1
    );
    let after = rule_sets::current(panel.site.store(), panel.season)
        .await
        .expect("rules");
    assert_eq!(after, rules);
    assert_eq!(after.method, Method::Mean);
    let again = browser.open(&path).await.ok();
    assert_eq!(again.table(), decided.table());
}
