//! Stages and a later version of the rules: what it can change of them, and what not.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::stage::Kind;
use plaudit_store::rule_sets;
use plaudit_web::paths::admin::{Criterion, RulesVersion, RulesVersionDraft, Stages};

use crate::journeys::interview::with_interview;
use crate::support::{Site, Stage, people::ADMINISTRATOR, stage::open_with_stages};

#[tokio::test]
async fn a_later_version_changes_the_criteria_of_an_interview_and_not_the_stages() {
    let site = Site::at(Stage::SetUp).await;
    site.wait(SignedDuration::from_hours(24 * 36));
    open_with_stages(site.store(), &site.moment(), with_interview(0)).await;
    let season = site.season().await.id;
    let mut admin = site.signed_in(ADMINISTRATOR).await;
    let path = RulesVersion { season };
    let begin = RulesVersionDraft { season };
    let page = admin.open(&path).await.ok();
    admin.send(page.form(&begin), &[]).await.ok();

    let edited = async || {
        let rules = rule_sets::edited(site.store(), season).await;
        rules.expect("the draft")
    };
    let draft = edited().await;
    let revision = site.season().await.revision.to_string();
    let pairs = [
        ("sift", "yes"),
        ("votes", "2"),
        ("decides", "majority"),
        ("guidance", "A change."),
        ("version", revision.as_str()),
    ];
    let stages = Stages { season };
    let refused = admin
        .post(&stages, &pairs)
        .await
        .expect(StatusCode::CONFLICT);
    assert!(
        refused.text().contains("and not the stages themselves"),
        "{}",
        refused.excerpt()
    );
    assert_eq!(edited().await, draft, "nothing was written");
    let page = admin.open(&stages).await.ok();
    assert!(page.text().contains("The stages are set."));

    let asked = draft.criteria_in(Kind::Interview)[0].id;
    let criterion = Criterion {
        season,
        criterion: asked,
    };
    let form = admin.open(&criterion).await.ok().form(&criterion);
    admin
        .send(form, &[("title", "Answers and questions")])
        .await
        .ok();
    let page = admin.open(&path).await.ok();
    let told = |line: &String| line.contains("Answers and questions");
    assert!(page.all("main li").iter().any(told), "{}", page.text());
}
