//! The pages that people wait for, one after another and without the network: the judge's desk, a scorecard that is
//! saved, a long list.

use std::time::Instant;

use plaudit_domain::interest::Declaration;
use plaudit_store::{
    Actor, interests,
    reports::{Viewer, desk},
};
use plaudit_web::paths::{
    admin::Cases,
    judging::{Desk, Scorecard},
};

use super::{Figure, median};
use crate::{
    rows,
    support::{
        Client,
        people::{ADMINISTRATOR, JUDGES},
    },
};

const TIMES: usize = 200;

/// A judge's desk of thirty cases, and one of their scorecards.
pub(crate) async fn judging() -> Vec<Figure> {
    let site = rows::site_with(30).await;
    let judge = site.account(JUDGES[1]).await;
    let desk = desk::seasons(site.store(), &Viewer::Judge(judge))
        .await
        .expect("the desk");
    let assignment = desk[0].rows[1].assignment;
    let moment = site.app.moment(Actor::Account(judge));
    interests::declare(site.store(), &moment, judge, assignment, Declaration::None)
        .await
        .expect("the gate opens");
    let mut browser = site.signed_in(JUDGES[1]).await;
    let opened = asked(&mut browser, Desk).await;

    let scorecard = Scorecard { assignment };
    let mut saved = Vec::with_capacity(TIMES);
    for number in 0..TIMES {
        let page = browser.open(&scorecard).await.ok();
        let comment = format!("Well shown, {number} times.");
        let form = page.form(&scorecard).press("do", "save");
        let form = form.with(&[("comment", comment.as_str())]);
        let began = Instant::now();
        let answer = browser.submit(form, &[]).await;
        saved.push(began.elapsed());
        assert!(answer.status.is_redirection(), "it is saved");
    }
    vec![
        Figure::at_most("judge's desk, 30 cases, median", opened, 2.0, "ms"),
        Figure::at_most("scorecard saved, median", median(saved), 5.0, "ms"),
    ]
}

/// The list of as many cases as a very large award has.
pub(crate) async fn long_list() -> Figure {
    let site = rows::site_with_cases(2_500).await;
    let mut browser = site.signed_in(ADMINISTRATOR).await;
    let opened = asked(&mut browser, Cases).await;
    Figure::at_most("list of 2,500 cases, median", opened, 15.0, "ms")
}

/// The median time in milliseconds of asking for a page.
async fn asked(browser: &mut Client, path: impl ToString) -> f64 {
    let path = path.to_string();
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let began = Instant::now();
        let page = browser.get(&path).await;
        times.push(began.elapsed());
        page.ok();
    }
    median(times)
}
