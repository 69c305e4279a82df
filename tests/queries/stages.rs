//! Seasons of more than one stage with as many cases and judges as are asked for.

use plaudit_web::paths::admin::{Cut, StageMove};

use super::rows::judge_email;
use crate::{
    journeys::{interview::with_interview, stages::with_sift},
    judging::panel::{Panel, open_gate},
    support::{
        Site,
        people::{ADMINISTRATOR, JUDGES, Somebody},
        stage::add_judge,
    },
};

/// Scores nothing in the scoring, and so has every finalist to read.
pub(super) const UNREAD: Somebody = Somebody {
    name: "Esi Boateng",
    address: "esi.boateng@judges.example",
};

/// A season in its sift: so many cases, and as many judges beside the first three. The first has passed every gate.
pub(super) async fn sifting(count: usize) -> Site {
    let panel = Panel::in_stages(count, with_sift()).await;
    let (store, moment) = (panel.site.store(), panel.site.moment());
    for number in 1..=count {
        add_judge(
            store,
            &moment,
            &format!("Judge {number}"),
            judge_email(number),
        )
        .await;
    }
    let mut browser = panel.site.signed_in(JUDGES[0]).await;
    for assignment in panel.assignments(JUDGES[0]).await {
        open_gate(&mut browser, assignment).await;
    }
    panel.site
}

/// A season in its interview: so many finalists, whom three judges have scored and the others not.
pub(super) async fn interviewing(count: usize) -> Site {
    let panel = Panel::in_stages(count, with_interview(5_000)).await;
    let (store, moment) = (panel.site.store(), panel.site.moment());
    add_judge(store, &moment, UNREAD.name, UNREAD.email()).await;
    for number in 1..count {
        add_judge(
            store,
            &moment,
            &format!("Judge {number}"),
            judge_email(number),
        )
        .await;
    }
    for judge in JUDGES {
        panel.score(judge, &vec!["4"; count]).await;
    }
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;
    let category = plaudit_store::seasons::categories(store, panel.season)
        .await
        .expect("categories")[0]
        .id;
    let page = admin.open(Cut { category }).await.ok();
    admin.send(page.form(Cut { category }), &[]).await.ok();
    let season = panel.season;
    let page = admin.open(StageMove { season }).await.ok();
    admin.send(page.form(StageMove { season }), &[]).await.ok();
    let mut browser = panel.site.signed_in(UNREAD).await;
    for assignment in panel.assignments(UNREAD).await {
        open_gate(&mut browser, assignment).await;
    }
    panel.site
}
