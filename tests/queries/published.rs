//! A category whose results are published.

use crate::{
    exports::publication::{Published as _, settled},
    support::Site,
};

/// So many cases that six judges scored, of which five at most were selected.
pub(super) async fn published(count: usize) -> Site {
    let scores: Vec<&str> = ["5", "4", "4", "4", "4"]
        .into_iter()
        .chain(["1"; 30])
        .take(count)
        .collect();
    let judged = settled(&scores).await;
    judged.publish().await;
    judged.panel.site
}
