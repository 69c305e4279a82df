//! A plan of who judges what for a very large award, made and looked at through its page.

use std::time::Instant;

use plaudit_web::paths::admin::{Assignment, AssignmentProposal};

use super::Figure;
use crate::{rows, support::people::ADMINISTRATOR};

const CASES: usize = 2_000;
const JUDGES: usize = 200;

/// How long it takes to make the plan and to show it.
pub(crate) async fn planning() -> Figure {
    let site = rows::site_in_screening(CASES, JUDGES - 3).await;
    let season = site.season().await.id;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let path = Assignment { season };
    let form = browser.open(&path).await.ok().form(&path);
    let asked = [("reviews", "3"), ("most", "40")];
    let page = browser.send(form, &asked).await.ok();
    let form = page.form(&AssignmentProposal { season });
    let began = Instant::now();
    let answer = browser.submit(form, &[]).await;
    assert!(answer.status.is_redirection(), "{}", answer.excerpt());
    let page = browser.open(&path).await.ok();
    let took = began.elapsed();
    assert!(page.text().contains("6,000"), "{}", page.excerpt());
    Figure::at_most(
        format!("plan of {CASES} cases, {JUDGES} judges, 3 each, with its preview"),
        took.as_secs_f64(),
        3.0,
        "s",
    )
}
