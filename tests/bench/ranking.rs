//! The ranking of a large award: how long the page takes while its scores are as they were, and how long it is until how
//! sure it is is known.

use std::time::{Duration, Instant};

use plaudit_domain::ids::CategoryId;
use plaudit_store::reports::{
    Viewer,
    certainty::{self, Known},
};
use plaudit_web::paths::admin::Ranking;

use super::{
    Figure,
    large::{Size, award},
    percentile,
};
use crate::support::{Client, Site, people::ADMINISTRATOR};

/// A hundred judges who have all read everything, and the largest award that there is.
pub(crate) async fn rankings() -> Vec<Figure> {
    let panel = Size {
        cases: 1_000,
        judges: 100,
        per_case: 100,
    };
    let largest = Size {
        cases: 10_000,
        judges: 500,
        per_case: 5,
    };
    let (page, _) = ranking(panel, 100, 300.0).await;
    let (largest_page, known) = ranking(largest, 20, 1_000.0).await;
    let known = Figure::at_most(
        "how sure the ranking of 10,000 cases is, worked out",
        known.as_secs_f64(),
        15.0,
        "s",
    );
    vec![page, largest_page, known]
}

/// The page that was asked for before, and how long it was from then until how sure it is was known.
async fn ranking(award_of: Size, times: usize, wanted: f64) -> (Figure, Duration) {
    let Size {
        cases,
        judges,
        per_case,
    } = award_of;
    let (site, category) = award(award_of).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let began = Instant::now();
    assert_eq!(opened(&mut browser, category).await.1, cases, "every case");
    wait_until_known(&site, category).await;
    let known = began.elapsed();
    let mut again = Vec::with_capacity(times);
    for _ in 0..times {
        again.push(opened(&mut browser, category).await.0);
    }
    let what = format!("ranking of {cases} cases by {judges} judges, {per_case} a case, p99");
    (
        Figure::at_most(what, percentile(again, 99), wanted, "ms"),
        known,
    )
}

/// How long the page takes, and how many cases are in it.
async fn opened(browser: &mut Client, category: CategoryId) -> (Duration, usize) {
    let began = Instant::now();
    let page = browser.get(Ranking { category }).await.ok();
    let took = began.elapsed();
    (took, page.body().matches("/admin/cases/").count())
}

async fn wait_until_known(site: &Site, category: CategoryId) {
    let viewer = Viewer::Administrator(site.account(ADMINISTRATOR).await);
    loop {
        let sureness = certainty::certainty(site.store(), &viewer, category).await;
        if let Known::Now(_) = sureness.expect("the ranking").known {
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}
