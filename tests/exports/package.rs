//! `/admin/package/{category}` and the file beside it: when it is made, for whom, and what it tells of whom.

use axum::http::StatusCode;
use plaudit_domain::{fact::FactKind, season::Event};
use plaudit_store::{
    ledger,
    reports::{
        Viewer,
        history::{self, HistoryFilter},
    },
};
use plaudit_web::paths::{
    admin::{Package as About, Ranking},
    exports::Package,
};

use crate::admin::{
    deliberation::meeting_of_a_conflicted_administrator,
    shortlist::{Judged, judged},
};
use crate::support::people::{ADMINISTRATOR, JUDGES};

/// Three cases that three judges scored, with their scores locked.
pub(crate) async fn locked() -> Judged {
    let judged = judged().await;
    judged.panel.move_on(Event::BeginDeliberation).await;
    judged
}

impl Judged {
    /// The package as the administrator takes it.
    pub(crate) async fn package(&self) -> Vec<u8> {
        let category = self.category;
        let mut browser = self.panel.site.signed_in(ADMINISTRATOR).await;
        let page = browser.open(Package { category }).await.ok();
        assert_eq!(page.header("content-type"), "application/zip");
        assert_eq!(page.header("content-length"), page.bytes.len().to_string());
        page.bytes
    }

    async fn packages_taken(&self) -> usize {
        let viewer = Viewer::Administrator(self.panel.site.account(ADMINISTRATOR).await);
        let filter = HistoryFilter {
            kind: Some(FactKind::Exported),
            ..HistoryFilter::default()
        };
        let store = self.panel.site.store();
        let found = history::history(store, &viewer, &filter).await;
        found.expect("the history").rows.len()
    }
}

#[tokio::test]
async fn the_package_is_made_once_the_scores_are_locked() {
    let judged = judged().await;
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Ranking { category }).await.ok();
    let link = page.link("The results package, for somebody independent to check");
    assert_eq!(link, About { category }.to_string());
    let page = browser.open(&link).await.ok();
    assert!(!page.has(&format!("a[href='{}']", Package { category })));
    assert!(
        page.text()
            .contains("The file can be made once the scores are locked")
    );
    let refused = browser.get(Package { category }).await;
    let refused = refused.expect(StatusCode::CONFLICT);
    assert!(refused.text().contains("The scores may still change."));
    assert_eq!(judged.packages_taken().await, 0);

    judged.panel.move_on(Event::BeginDeliberation).await;
    let page = browser.open(About { category }).await.ok();
    assert_eq!(
        page.link("Download the results package (ZIP)"),
        Package { category }.to_string()
    );
    assert!(
        page.text()
            .contains("There are 3 judges and 3 cases in it.")
    );
    judged.package().await;
    assert_eq!(judged.packages_taken().await, 1);
}

#[tokio::test]
async fn it_is_the_same_file_however_often_it_is_taken() {
    let judged = locked().await;
    let first = judged.package().await;
    assert_eq!(judged.package().await, first);
    ledger::seal(judged.panel.site.store())
        .await
        .expect("it is sealed");
    assert_eq!(judged.package().await, first);
    assert_eq!(judged.packages_taken().await, 3);
}

#[tokio::test]
async fn nothing_in_it_says_who_a_judge_is() {
    let judged = locked().await;
    let package = judged.package().await;
    let holds = |words: &str| {
        let words = words.as_bytes();
        package.windows(words.len()).any(|part| part == words)
    };
    for judge in JUDGES {
        let account = judged.panel.site.account(judge).await;
        for words in [judge.name, judge.address, &account.to_string()] {
            assert!(!holds(words), "{words}");
        }
    }
    for words in ["Nominee 1", "Council 1"] {
        assert!(!holds(words), "{words}");
    }
    assert!(holds("J001") && holds("J003") && !holds("J004"));
    // What is not to be told of a scorecard is there as its seal, and what was decided is there in full.
    assert!(holds("\"kind\":\"scorecard-submitted\",\"number\""));
    assert!(holds("\\\"kind\\\":\\\"rule-set-locked\\\""));
}

#[tokio::test]
async fn whoever_is_kept_from_a_case_of_the_category_is_told_that_there_is_none() {
    let (judged, mut browser) = meeting_of_a_conflicted_administrator().await;
    let category = judged.category;
    browser
        .get(About { category })
        .await
        .expect(StatusCode::NOT_FOUND);
    browser
        .get(Package { category })
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(judged.packages_taken().await, 0);
    for judge in JUDGES {
        let mut browser = judged.panel.site.signed_in(judge).await;
        browser
            .get(Package { category })
            .await
            .expect(StatusCode::NOT_FOUND);
    }
}
