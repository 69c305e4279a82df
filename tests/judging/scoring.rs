//! Judges who score every case on their desk, for tests of what comes after them.

use plaudit_web::paths::judging::Scorecard;

use super::panel::{Panel, all, open_gate, score_fields};
use crate::support::people::Somebody;

impl Panel {
    /// The judge passes every gate and submits a scorecard for each case: this score everywhere, case by case.
    pub(crate) async fn score(&self, judge: Somebody, scores: &[&str]) {
        let mut browser = self.site.signed_in(judge).await;
        let assignments = self.assignments(judge).await;
        for (assignment, score) in assignments.into_iter().zip(scores) {
            let page = open_gate(&mut browser, assignment).await;
            let fields = score_fields(&page);
            let form = page.form(Scorecard { assignment }).press("do", "submit");
            browser.send(form, &all(&fields, score)).await.ok();
        }
    }
}
