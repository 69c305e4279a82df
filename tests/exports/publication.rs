//! What is published of a category's results: nothing by default, never before they are settled and announced, and then no losing
//! case, no name and no count under five.

use axum::http::StatusCode;
use plaudit_domain::{
    fact::FactKind,
    membership::{Role, Scope},
    season::Event,
};
use plaudit_store::reports::{
    Viewer,
    history::{self, HistoryFilter},
};
use plaudit_web::paths::{
    admin::{Cut, History, Package as About, ResultsPublication, ResultsPublicationRemoval},
    public::{Programme, PublicResults},
};

use super::package::locked;
use crate::admin::{
    deliberation::{meeting_of_a_conflicted_administrator, resolve},
    shortlist::{Judged, with_cases},
};
use crate::judging::{
    deliberation::{FOURTH, meeting},
    panel::Panel,
};
use crate::support::{
    Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

const MORE_JUDGES: [Somebody; 3] = [
    FOURTH,
    Somebody {
        name: "Gethin Parry",
        address: "gethin.parry@judges.example",
    },
    Somebody {
        name: "Hana Suzuki",
        address: "hana.suzuki@judges.example",
    },
];

/// What an administrator does with the public results of a category, and what the public then reads.
pub(crate) trait Published {
    /// What anybody is answered who asks for the file.
    async fn public(&self) -> Page;
    /// The file as anybody takes it.
    async fn public_file(&self) -> Vec<u8>;
    /// The page of the package, as the administrator sees it.
    async fn page(&self) -> Page;
    /// The administrator publishes what the page shows.
    async fn publish(&self) -> Page;
    /// The administrator takes it back.
    async fn take_back(&self) -> Page;
    /// How many facts say that something was published, and that it was taken back.
    async fn said(&self) -> [usize; 2];
}

impl Published for Judged {
    async fn public(&self) -> Page {
        let path = file(self);
        self.panel.site.visitor().get(&path).await
    }

    async fn public_file(&self) -> Vec<u8> {
        let page = self.public().await.ok();
        assert_eq!(page.header("content-type"), "application/zip");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(
            page.header("content-disposition"),
            "attachment; filename=\"public-results.zip\""
        );
        page.bytes
    }

    async fn page(&self) -> Page {
        let category = self.category;
        let mut browser = self.panel.site.signed_in(ADMINISTRATOR).await;
        browser.open(About { category }).await.ok()
    }

    async fn publish(&self) -> Page {
        let category = self.category;
        let mut browser = self.panel.site.signed_in(ADMINISTRATOR).await;
        let page = browser.open(About { category }).await.ok();
        let form = page.form(&ResultsPublication { category });
        browser.send(form, &[]).await.ok()
    }

    async fn take_back(&self) -> Page {
        let category = self.category;
        let mut browser = self.panel.site.signed_in(ADMINISTRATOR).await;
        let page = browser.open(About { category }).await.ok();
        let form = page.form(&ResultsPublicationRemoval { category });
        browser.send(form, &[]).await.ok()
    }

    async fn said(&self) -> [usize; 2] {
        let viewer = Viewer::Administrator(self.panel.site.account(ADMINISTRATOR).await);
        let mut counts = [0; 2];
        for (kind, count) in [FactKind::ResultsPublished, FactKind::ResultsWithdrawn]
            .into_iter()
            .zip(&mut counts)
        {
            let filter = HistoryFilter {
                kind: Some(kind),
                ..HistoryFilter::default()
            };
            let found = history::history(self.panel.site.store(), &viewer, &filter).await;
            *count = found.expect("the history").rows.len();
        }
        counts
    }
}

fn file(judged: &Judged) -> PublicResults {
    PublicResults {
        programme: "it-progress".to_owned(),
        category: judged.category,
    }
}

/// Three cases that three judges scored: one won, one is commended, the chair has signed, and the result is announced.
pub(crate) async fn announced() -> Judged {
    let judged = meeting().await;
    judged.signed().await;
    judged.panel.move_on(Event::Announce).await;
    judged
}

/// Twelve cases that six judges scored: one won, one is commended, one was a finalist, and the result is announced.
async fn larger() -> Judged {
    let scores: Vec<&str> = ["5", "4", "4"].into_iter().chain(["1"; 9]).collect();
    settled(&scores).await
}

/// A case for each of these scores, given by six judges: the first won, the second is commended, whatever else was not given a 1
/// was a finalist, and the result is announced.
pub(crate) async fn settled(scores: &[&str]) -> Judged {
    let panel = Panel::screening(scores.len()).await;
    let season = Scope::Season(panel.season);
    for judge in MORE_JUDGES {
        panel.join(judge, Role::Judge, season).await;
    }
    panel.move_on(Event::BeginJudging).await;
    for judge in JUDGES.into_iter().chain(MORE_JUDGES) {
        panel.score(judge, scores).await;
    }
    let judged = with_cases(panel).await;
    let category = judged.category;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser.open(Cut { category }).await.ok();
    browser.send(page.form(&Cut { category }), &[]).await.ok();
    judged.panel.move_on(Event::BeginDeliberation).await;
    let finalists = scores.iter().filter(|score| **score != "1").count();
    let results = ["award", "commend"].into_iter();
    for (index, event) in results
        .chain(std::iter::repeat("not-award"))
        .take(finalists)
        .enumerate()
    {
        resolve(&judged, &mut browser, index, event, "By consensus.").await;
    }
    judged.panel.move_on(Event::Decide).await;
    judged.panel.move_on(Event::Announce).await;
    judged
}

/// A member's text, by the lengths that its header gives; the zip is not compressed.
fn member(bytes: &[u8], name: &str) -> String {
    let whole = |at: usize| {
        let four: [u8; 4] = bytes[at..at + 4].try_into().expect("four bytes");
        usize::try_from(u32::from_le_bytes(four)).expect("it fits")
    };
    let named = |at: &usize| {
        let named = &bytes[at + 30..];
        bytes[*at..].starts_with(b"PK\x03\x04") && named.starts_with(name.as_bytes())
    };
    let at = (0..bytes.len() - 30).find(named).expect("the member");
    let start = at + 30 + name.len();
    let content = &bytes[start..start + whole(at + 18)];
    String::from_utf8(content.to_vec()).expect("text")
}

fn holds(bytes: &[u8], words: &str) -> bool {
    let words = words.as_bytes();
    bytes.windows(words.len()).any(|part| part == words)
}

#[tokio::test]
async fn nothing_is_published_by_itself_and_nothing_before_the_resolution() {
    let judged = locked().await;
    let category = judged.category;
    judged.public().await.expect(StatusCode::NOT_FOUND);
    let page = judged.page().await;
    let words = page.text();
    assert!(words.contains("Nothing of this category’s results is published."));
    assert!(words.contains("What became of this category is not settled yet."));
    assert!(!page.has("form[action$='/publication']"));
    let before = judged.facts_noted().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let refused = browser
        .post(ResultsPublication { category }, &[("digest", "")])
        .await
        .expect(StatusCode::CONFLICT);
    assert!(refused.text().contains("is not settled yet"));
    assert_eq!(judged.facts_noted().await, before);
    judged.leave_the_rest_out("The panel makes no award.").await;
    judged.panel.move_on(Event::Decide).await;
    judged.panel.move_on(Event::Announce).await;
    judged.public().await.expect(StatusCode::NOT_FOUND);
    let programme = Programme {
        programme: "it-progress".to_owned(),
    };
    let page = judged.panel.site.visitor().open(&programme).await.ok();
    assert!(!page.has("a[href$='.zip']"));
    assert!(!page.text().contains("How to check that file"));
}

#[tokio::test]
async fn what_is_published_is_seen_from_the_announcement_until_it_is_taken_back() {
    let judged = meeting().await;
    judged.signed().await;
    let page = judged.publish().await;
    assert_eq!(
        page.first(".notice"),
        "It is published. The record says so."
    );
    assert!(
        page.text()
            .contains("The public sees it from the announcement on")
    );
    judged.public().await.expect(StatusCode::NOT_FOUND);

    judged.panel.move_on(Event::Announce).await;
    let first = judged.public_file().await;
    assert_eq!(judged.public_file().await, first);
    let link = judged
        .page()
        .await
        .link("The file as the public takes it (ZIP)");
    assert_eq!(link, file(&judged).to_string());
    let programme = Programme {
        programme: "it-progress".to_owned(),
    };
    let page = judged.panel.site.visitor().open(&programme).await.ok();
    let words = "How it was judged, and what may be told of the result (ZIP)";
    assert_eq!(page.link(words), file(&judged).to_string());
    let key = page.first("details .digest");
    assert_eq!(key.len(), 64);
    assert!(judged.page().await.text().contains(&key), "{key}");
    let elsewhere = PublicResults {
        programme: "another-award".to_owned(),
        category: judged.category,
    };
    let mut visitor = judged.panel.site.visitor();
    visitor.get(&elsewhere).await.expect(StatusCode::NOT_FOUND);

    let page = judged.take_back().await;
    let gone = "Nothing of this category’s results is published any more.";
    assert_eq!(page.first(".notice"), gone);
    judged.public().await.expect(StatusCode::NOT_FOUND);
    let page = visitor.open(&programme).await.ok();
    assert!(!page.has("a[href$='.zip']"));
    judged.publish().await;
    assert_eq!(judged.public_file().await, first);
    assert_eq!(judged.said().await, [2, 1]);
}

#[tokio::test]
async fn the_record_says_who_published_and_who_took_it_back_and_nothing_twice() {
    let judged = announced().await;
    let category = judged.category;
    let digest = judged.page().await.value("digest");
    judged.publish().await;
    assert!(!judged.page().await.has("form[action$='/publication']"));
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    for _ in 0..2 {
        browser
            .post(
                ResultsPublication { category },
                &[("digest", digest.as_str())],
            )
            .await
            .expect(StatusCode::SEE_OTHER);
    }
    assert_eq!(judged.said().await, [1, 0]);
    for _ in 0..2 {
        browser
            .post::<&str, &str>(ResultsPublicationRemoval { category }, &[])
            .await
            .expect(StatusCode::SEE_OTHER);
    }
    assert_eq!(judged.said().await, [1, 1]);
    let page = browser.open(History).await.ok();
    let words = page.text();
    for said in [
        "Ann Lee published a part of the results of ",
        "Ann Lee took back what was published of the results of ",
    ] {
        assert!(words.contains(said), "{said}");
    }
    assert!(words.contains(&digest), "the record names the file");
}

#[tokio::test]
async fn in_a_small_season_no_score_and_no_count_is_told() {
    let judged = announced().await;
    let said = judged.page().await.text();
    assert!(said.contains("told together or not at all, and here they are left out"));
    judged.publish().await;
    let bytes = judged.public_file().await;
    assert_eq!(
        member(&bytes, "figures.csv"),
        "figure,value\n\
         cases_judged,left out\n\
         judges,left out\n\
         recusals,left out\n"
    );
    assert_eq!(
        member(&bytes, "results.csv"),
        "case,result,score,mean\n1,awarded,,\n2,highly-commended,,\n"
    );
    let people = JUDGES.into_iter().chain([FOURTH, ADMINISTRATOR]);
    for somebody in people {
        let account = judged.panel.site.account(somebody).await.to_string();
        for words in [somebody.name, somebody.address, &account] {
            assert!(!holds(&bytes, words), "{words}");
        }
    }
    let cases = judged.cases.iter().map(ToString::to_string);
    let others = ["J001", "J002", "Nominee 1", "Council 1", "It is so."];
    for words in cases.chain(others.map(str::to_owned)) {
        assert!(!holds(&bytes, &words), "{words}");
    }
    for name in ["scores.csv", "assignment.csv", "ledger.jsonl", "model.json"] {
        assert!(!holds(&bytes, &format!("\"name\": \"{name}\"")), "{name}");
    }
}

#[tokio::test]
async fn a_larger_season_tells_the_scores_of_the_honoured_and_nothing_of_who_lost() {
    let judged = larger().await;
    let page = judged.page().await;
    assert!(!page.text().contains("together or not at all"));
    judged.publish().await;
    let bytes = judged.public_file().await;
    assert_eq!(
        member(&bytes, "figures.csv"),
        "figure,value\n\
         cases_judged,12\n\
         judges,6\n\
         recusals,fewer than 5\n"
    );
    assert_eq!(
        member(&bytes, "results.csv"),
        "case,result,score,mean\n1,awarded,100,100\n2,highly-commended,80,80\n3,shortlisted,,\n"
    );
    // Nobody was there to sign a resolution, so the manifest names none.
    assert!(member(&bytes, "manifest.json").contains("\"resolution\": null"));
}

#[tokio::test]
async fn nothing_is_published_that_the_page_did_not_show() {
    let judged = announced().await;
    let category = judged.category;
    let before = judged.facts_noted().await;
    let mut browser = judged.panel.site.signed_in(ADMINISTRATOR).await;
    let another = "0".repeat(64);
    let page = browser
        .post(
            ResultsPublication { category },
            &[("digest", another.as_str())],
        )
        .await
        .expect(StatusCode::SEE_OTHER);
    let page = browser.open(page.location().expect("a page")).await.ok();
    assert!(page.first(".notice").contains("nothing was published"));
    assert_eq!(judged.facts_noted().await, before);
    judged.public().await.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_is_kept_from_a_case_publishes_nothing_of_its_category() {
    let (judged, mut browser) = meeting_of_a_conflicted_administrator().await;
    let category = judged.category;
    let before = judged.facts_noted().await;
    browser
        .post(ResultsPublication { category }, &[("digest", "")])
        .await
        .expect(StatusCode::NOT_FOUND);
    browser
        .post::<&str, &str>(ResultsPublicationRemoval { category }, &[])
        .await
        .expect(StatusCode::NOT_FOUND);
    assert_eq!(judged.facts_noted().await, before);
    judged.public().await.expect(StatusCode::NOT_FOUND);
}
