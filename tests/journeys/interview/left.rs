//! Who is on no list when the interviews begin: left out and put back while finalists are met.

use plaudit_domain::case::Status;
use plaudit_store::reports::ranking;
use plaudit_web::paths::admin::{Cut, Place, PlaceRemoval, Rest, Shortlist, StageMove};

use super::{category, statuses, viewer, with_interview};
use crate::{
    judging::panel::Panel,
    support::people::{ADMINISTRATOR, JUDGES},
};

#[tokio::test]
async fn who_is_neither_put_forward_nor_left_out_when_interviews_begin_is_left_out_then() {
    let panel = Panel::in_stages(3, with_interview(0)).await;
    for judge in JUDGES {
        panel.score(judge, &["4", "5", "2"]).await;
    }
    let mut admin = panel.site.signed_in(ADMINISTRATOR).await;
    let category = category(&panel).await;
    let viewer = viewer(&panel).await;
    let ranked = ranking::ranking(panel.site.store(), &viewer, category).await;
    let cases: Vec<_> = ranked
        .expect("it")
        .rows
        .iter()
        .map(|row| row.case)
        .collect();
    let place = |rank: usize| Place {
        category,
        case: cases[rank],
    };
    let page = admin.open(place(0)).await.ok();
    let form = page.form(place(0)).press("event", "shortlist");
    admin.send(form, &[]).await.ok();
    let next = StageMove {
        season: panel.season,
    };
    let page = admin.open(&next).await.ok();
    admin.send(page.form(&next), &[]).await.ok();

    let rest = Rest { category };
    let page = admin.open(Shortlist { category }).await.ok();
    assert_eq!(page.link("Leave the others out"), rest.to_string());
    let cut = Cut { category }.to_string();
    assert!(!page.attributes("main a", "href").contains(&cut));
    let page = admin.open(&rest).await.ok();
    let refused = admin.submit(page.form(&rest), &[]).await;
    assert_eq!(refused.problems(), ["Enter the reason"]);
    let reason = [("reason", "One place alone is left in the day.")];
    admin.send(refused.form(&rest), &reason).await.ok();
    let (out, on) = (Status::NotShortlisted, Status::Shortlisted);
    assert_eq!(statuses(&panel).await, [out, on, out]);

    // And put back, since the panel has not resolved.
    let removal = PlaceRemoval {
        category,
        case: cases[1],
    };
    let page = admin.open(place(1)).await.ok();
    let reason = [("reason-undo", "A slip.")];
    admin.send(page.form(&removal), &reason).await.ok();
    assert_eq!(statuses(&panel).await, [Status::InJudging, on, out]);
}
