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
    let mut figures = ranking(panel, 100, (300.0, 15.0)).await;
    let largest = Size {
        cases: 10_000,
        judges: 500,
        per_case: 5,
    };
    figures.extend(ranking(largest, 20, (1_000.0, 15.0)).await);
    figures
}

async fn ranking(extent: Size, times: usize, (page, model): (f64, f64)) -> Vec<Figure> {
    let Size {
        cases,
        judges,
        per_case,
    } = extent;
    let what = format!("ranking of {cases} cases by {judges} judges, {per_case} a case");
    let (site, category) = award(extent).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let began = Instant::now();
    let (first, rows) = opened(&mut browser, category).await;
    assert_eq!(rows, cases, "it lists every case");
    wait_until_known(&site, category).await;
    let known = began.elapsed();
    let mut cached = Vec::with_capacity(times);
    for _ in 0..times {
        cached.push(opened(&mut browser, category).await.0);
    }
    vec![
        Figure::at_most(
            format!("{what}: read at first"),
            first.as_secs_f64() * 1_000.0,
            15_000.0,
            "ms",
        ),
        Figure::at_most(
            format!("{what}: how sure it is"),
            known.as_secs_f64(),
            model,
            "s",
        ),
        Figure::at_most(format!("{what}: p99"), percentile(cached, 99), page, "ms"),
    ]
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
