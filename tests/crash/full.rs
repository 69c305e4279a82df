//! What a full disk must not take: the typing stays in the page, of what could not be written there is nothing, and with
//! room again the server goes on by itself and the very page sends it.

use axum::http::StatusCode;

use super::{Award, UNLIMITED, assert_kept};
use crate::support::server::Server;

/// Some dozens of nominations.
const ROOM: u64 = 2 * 1024 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_full_keeps_the_typing_in_the_page_and_nothing_half_written() {
    let mut award = Award::open().await;
    award.server.kill();
    award.server = Server::cramped(&award.database, award.folder.path(), &UNLIMITED, ROOM);
    let mut client = award.server.client();
    let (mut answered, mut attempted) = (Vec::new(), Vec::new());
    let (form, page) = loop {
        assert!(attempted.len() < 1_000, "it never fills up");
        let (sent, form) = award.form_for(attempted.len());
        attempted.push(sent.clone());
        let page = client.try_submit(&form).await.expect("the server answers");
        if page.status == StatusCode::SERVICE_UNAVAILABLE {
            break (form, page);
        }
        page.expect(StatusCode::SEE_OTHER);
        answered.push(sent);
        if answered.len() == 5 {
            award.database.fill_up(true);
        }
    };
    assert!(answered.len() >= 5, "{}", answered.len());
    assert!(page.heading().starts_with("Sorry"), "{}", page.heading());
    let again = page.form(&form.action);
    for pair in form.pairs() {
        assert!(again.fields.contains(&pair), "{pair:?} is lost");
    }
    // What is there can still be read.
    let read = client.open(&form.action).await.ok();
    assert!(read.heading().contains("Nominate somebody"));

    // However often somebody tries, it is refused and not half taken.
    for _ in 0..3 {
        let (sent, form) = award.form_for(attempted.len());
        attempted.push(sent);
        let page = client.try_submit(&form).await.expect("the server answers");
        page.expect(StatusCode::SERVICE_UNAVAILABLE);
    }

    // With room again the very same server takes the very page, and what it answers is there when it is killed.
    award.server.give_room();
    award.database.fill_up(false);
    let (later, form) = award.form_for(attempted.len());
    for form in [&again, &form] {
        let sent = client.try_submit(form).await;
        sent.expect("the server answers")
            .expect(StatusCode::SEE_OTHER);
    }
    answered.push(attempted[answered.len()].clone());
    answered.push(later.clone());
    attempted.push(later);
    award.server.kill();
    assert_kept(&award.found().await, &answered, &attempted).await;
    assert!(award.verified().contains("The ledger holds."));
}
