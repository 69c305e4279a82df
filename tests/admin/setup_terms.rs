//! `/admin/terms`: versions, what is recorded of them, and what is refused.

use axum::http::StatusCode;
use plaudit_domain::ids::{ProgrammeId, TermsId};
use plaudit_domain::terms::Status;
use plaudit_store::terms;
use plaudit_web::paths::admin;

use super::setup_world::{Desk, conflict};
use crate::support::Stage;

/// A desk with one draft of the terms.
async fn draft() -> (Desk, ProgrammeId, TermsId) {
    let (desk, _) = Desk::with_draft().await;
    let programme = desk.programmes().await[0].id;
    let version = version(&desk, programme).await.id;
    (desk, programme, version)
}

async fn version(desk: &Desk, programme: ProgrammeId) -> terms::Terms {
    terms::list(desk.site.store(), programme)
        .await
        .expect("the terms")
        .remove(0)
}

#[tokio::test]
async fn terms_are_rewritten_sent_round_refused_taken_back_and_approved() {
    let (mut desk, programme, terms) = draft().await;
    let path = admin::Terms { programme, terms };
    let page = desk
        .fill(&path, &[("body", "## One\n\nAgreed.")])
        .await
        .ok();
    let circulation = admin::TermsCirculation { programme, terms };
    let under = desk.browser.send(page.form(&circulation), &[]).await.ok();
    assert_eq!(under.first(".prose h2"), "One");
    assert_eq!(
        version(&desk, programme).await.status,
        Status::UnderApproval
    );

    // Each of the three outcomes says why or how; without that, nothing happens.
    let refusal = admin::TermsRefusal { programme, terms };
    let removal = admin::TermsCirculationRemoval { programme, terms };
    let approval = admin::TermsApproval { programme, terms };
    for (action, problem) in [
        (refusal.to_string(), "Enter the reason"),
        (removal.to_string(), "Enter the reason"),
        (approval.to_string(), "Enter how it was approved"),
    ] {
        let page = desk.browser.send(under.form(action), &[]).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem]);
        assert_eq!(
            version(&desk, programme).await.status,
            Status::UnderApproval
        );
    }
    let why = [("refusal", "Too long.")];
    let page = desk.browser.send(under.form(&refusal), &why).await.ok();
    let under = desk.browser.send(page.form(&circulation), &[]).await.ok();
    let why = [("change", "A date was wrong.")];
    let page = desk.browser.send(under.form(&removal), &why).await.ok();
    assert_eq!(version(&desk, programme).await.status, Status::Draft);
    let under = desk.browser.send(page.form(&circulation), &[]).await.ok();
    let how = [("note", "At the meetings of 4 and 5 January.")];
    let page = desk.browser.send(under.form(&approval), &how).await.ok();
    assert!(
        page.text()
            .contains("Approved at 10am on Monday 4 January 2027")
    );
    assert!(page.text().contains("At the meetings of 4 and 5 January."));
    assert!(page.forms().iter().all(|form| form.value("body").is_none()));
}

#[tokio::test]
async fn the_next_version_begins_with_the_latest_and_supersedes_it_when_approved() {
    let mut desk = Desk::at(Stage::Open).await;
    let programme = desk.programmes().await[0].id;
    let list = admin::TermsVersions { programme };
    let page = desk.open(admin::NewTerms { programme }).await;
    let form = page.form(&list);
    assert!(
        form.value("body")
            .is_some_and(|body| body.starts_with("## Purpose"))
    );
    let nothing = desk.browser.send(page.form(&list), &[("body", " ")]).await;
    let nothing = nothing.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(nothing.problems(), ["Enter the text of the terms"]);
    let shown = form.clone().press("then", "preview");
    let shown = desk.browser.send(shown, &[]).await.ok();
    assert!(shown.has("#preview .prose h2"));
    assert_eq!(desk.open(&list).await.table().len(), 2);

    let page = desk.browser.send(form, &[]).await.ok();
    let terms = version(&desk, programme).await.id;
    let circulation = admin::TermsCirculation { programme, terms };
    let page = desk.browser.send(page.form(circulation), &[]).await.ok();
    let approval = admin::TermsApproval { programme, terms };
    let how = [("note", "By letter.")];
    desk.browser.send(page.form(approval), &how).await.ok();
    let rows = desk.open(&list).await.table();
    let said: Vec<_> = rows[1..].iter().map(|row| &row[..2]).collect();
    assert_eq!(
        said,
        [["Version 2", "Approved"], ["Version 1", "Superseded"]]
    );
}

#[tokio::test]
async fn of_two_who_rewrite_a_draft_the_second_sees_both() {
    let (mut desk, programme, terms) = draft().await;
    let path = admin::Terms { programme, terms };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    desk.browser
        .send(first.form(&path), &[("body", "First.")])
        .await
        .ok();
    let page = desk
        .browser
        .send(second.form(&path), &[("body", "Second.")])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(
        conflict(&page),
        [["Text of the terms", "First.", "Second."]]
    );
    assert_eq!(version(&desk, programme).await.body.first(), "First.");
    desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(version(&desk, programme).await.body.first(), "Second.");
}

#[tokio::test]
async fn nobody_approves_a_text_that_they_have_not_seen() {
    let (mut desk, programme, terms) = draft().await;
    let path = admin::Terms { programme, terms };
    let circulation = admin::TermsCirculation { programme, terms };
    let approval = admin::TermsApproval { programme, terms };
    let page = desk.open(&path).await;
    let seen = desk.browser.send(page.form(&circulation), &[]).await.ok();

    // Meanwhile somebody takes it back, writes something else and sends it again.
    let back = admin::TermsCirculationRemoval { programme, terms };
    let why = [("change", "A mistake.")];
    let page = desk.browser.send(seen.form(back), &why).await.ok();
    let old = page.form(&circulation);
    let page = desk
        .browser
        .send(page.form(&path), &[("body", "Another text.")])
        .await
        .ok();
    desk.browser
        .send(old, &[])
        .await
        .expect(StatusCode::CONFLICT);
    desk.browser.send(page.form(&circulation), &[]).await.ok();

    let how = [("note", "By letter.")];
    let refused = desk.browser.send(seen.form(&approval), &how).await;
    refused.expect(StatusCode::CONFLICT);
    let now = version(&desk, programme).await;
    assert_eq!(now.status, Status::UnderApproval);
    let page = desk.open(&path).await;
    desk.browser.send(page.form(&approval), &how).await.ok();
    assert_eq!(version(&desk, programme).await.status, Status::Approved);
}

#[tokio::test]
async fn an_approved_text_cannot_be_rewritten_and_anothers_is_not_found() {
    let mut desk = Desk::at(Stage::Open).await;
    let programme = desk.programmes().await[0].id;
    let before = version(&desk, programme).await;
    let path = admin::Terms {
        programme,
        terms: before.id,
    };
    let rewritten = [("version", "1"), ("body", "Something else.")];
    let page = desk.browser.post(&path, &rewritten).await;
    page.expect(StatusCode::CONFLICT);
    let circulated = admin::TermsCirculation {
        programme,
        terms: before.id,
    };
    let page = desk.browser.post(circulated, &[("", ""); 0]).await;
    page.expect(StatusCode::CONFLICT);
    assert_eq!(version(&desk, programme).await, before);

    let other = ProgrammeId(before.id.0);
    let path = admin::Terms {
        programme: other,
        terms: before.id,
    };
    desk.browser.get(path).await.expect(StatusCode::NOT_FOUND);
}
