//! `/admin/progress/{season}`.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_store::{
    assignments,
    outbox::LetterStatus,
    reports::{Viewer, outbox, progress},
};
use plaudit_web::paths::{
    admin::{JudgeReminders, Progress, Reminding},
    judging::{Gate, Recusal, Scorecard},
};

use crate::judging::panel::{Panel, all, open_gate, score_fields};
use crate::support::{
    Client, Letter, Page,
    people::{ADMINISTRATOR, JUDGES, Somebody},
};

async fn open(panel: &Panel) -> (Client, Page) {
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let page = browser
        .open(Progress {
            season: panel.season,
        })
        .await
        .ok();
    (browser, page)
}

/// The judge submits the first case on the desk.
async fn submit_first(panel: &Panel, judge: Somebody) {
    let (mut browser, assignment, card) = panel.scorecard(judge).await;
    let fields = score_fields(&card);
    let form = card.form(Scorecard { assignment });
    browser
        .send(form.press("do", "submit"), &all(&fields, "3"))
        .await
        .ok();
}

/// The judge steps out of the first case on the desk.
async fn step_out_of_first(panel: &Panel, judge: Somebody) {
    let (mut browser, assignment) = panel.first_case(judge).await;
    open_gate(&mut browser, assignment).await;
    let gate = browser.open(Gate { assignment }).await.ok();
    browser
        .send(
            gate.form(Recusal { assignment }),
            &[("reason", "We were at school together.")],
        )
        .await
        .ok();
}

/// The judge declares an interest in the first case on the desk.
async fn declare_in_first(panel: &Panel, judge: Somebody) {
    let (mut browser, assignment) = panel.first_case(judge).await;
    let gate = Gate { assignment };
    let form = browser.open(&gate).await.ok().form(&gate);
    let answers = [
        ("interest", "declared"),
        ("kind", "supplier"),
        ("words", "My firm sold them a system in 2024."),
    ];
    browser.send(form, &answers).await.ok();
}

/// Each case by its nominee, with what is said of its quorum.
fn quorums(page: &Page) -> Vec<(String, String)> {
    let of = |cell: &str| page.all(&format!("[aria-labelledby=table-By-case] tbody {cell}"));
    of("th")
        .into_iter()
        .zip(of("td[data-label^=Quorum]"))
        .collect()
}

#[tokio::test]
async fn it_says_how_far_each_judge_and_each_case_is_and_no_score() {
    let panel = Panel::judging(2).await;
    submit_first(&panel, JUDGES[0]).await;
    declare_in_first(&panel, JUDGES[1]).await;
    panel.scorecard(JUDGES[2]).await;
    let (_, page) = open(&panel).await;
    let judges: Vec<_> = page.table()[1..]
        .iter()
        .map(|row| (row[1].clone(), row[2..7].join("|")))
        .collect();
    let row = |judge: Somebody, said: &str| {
        (format!("{} {}", judge.name, judge.address), said.to_owned())
    };
    // Whoever has most left stands first.
    assert_eq!(
        judges,
        [
            row(JUDGES[2], "0 of 2 scored||2||"),
            row(JUDGES[0], "1 of 2 scored||1||"),
            row(JUDGES[1], "0 of 2 scored||1|1|"),
        ]
    );
    let case = |nominee: &str, quorum: &str| (nominee.to_owned(), quorum.to_owned());
    assert_eq!(
        quorums(&page),
        [
            case("Nominee 1", "2 more needed, needs a ruling"),
            case("Nominee 2", "3 more needed"),
        ]
    );
    assert_eq!(
        page.all(".figures li"),
        [
            "1 scorecard in",
            "4 scorecards to come",
            "1 waits for a ruling",
            "0 cases with their quorum",
            "2 cases short of it",
        ]
    );
    assert!(!page.text().contains('%'), "no score is shown");
}

#[tokio::test]
async fn a_case_that_cannot_reach_its_quorum_is_named_at_once_with_the_way_out() {
    let panel = Panel::judging(2).await;
    let (_, before) = open(&panel).await;
    assert!(!before.text().contains("cannot reach"));
    step_out_of_first(&panel, JUDGES[0]).await;
    let (_, page) = open(&panel).await;
    assert_eq!(
        page.first(".notice.bad p"),
        "One case cannot reach its quorum of 3 with the judges that it has."
    );
    assert_eq!(
        quorums(&page)[0],
        (
            "Nominee 1".to_owned(),
            "Impossible: 1 judge too few".to_owned()
        )
    );
    let letter = |page: &Page| page.attributes(".notice.bad a", "href");
    assert_eq!(letter(&page), [format!("/admin/judges/{}", panel.season)]);
}

#[tokio::test]
async fn late_judges_are_reminded_all_at_once_after_a_preview_and_recusals_stay_out_of_it() {
    let panel = Panel::judging(2).await;
    submit_first(&panel, JUDGES[0]).await;
    step_out_of_first(&panel, JUDGES[1]).await;
    let (mut browser, page) = open(&panel).await;
    let path = JudgeReminders {
        season: panel.season,
    };
    let preview = browser
        .open(page.link("Remind all 3 who have cases left"))
        .await
        .ok();
    let rows: Vec<_> = preview.table()[1..]
        .iter()
        .map(|row| (row[1].clone(), row[3].clone()))
        .collect();
    let row = |left: &str| (left.to_owned(), "Never".to_owned());
    assert_eq!(rows, [row("2"), row("1"), row("1")]);
    let nobody: [&str; 0] = [];
    assert_eq!(reminded(&panel.site.letters().await), nobody);

    let done = browser.send(preview.form(&path), &[]).await.ok();
    assert_eq!(done.first(".notice.good"), "3 reminders are on their way.");
    let letter = panel.site.letter_to(JUDGES[1].address).await;
    assert!(
        letter
            .text
            .contains("One case is left for you to score in the IT-progress award 2027.")
    );
    for secret in ["recuse", "Nominee 1", "out of", "interest"] {
        assert!(!letter.text.contains(secret), "{secret}: {}", letter.text);
    }
    let again = browser.open(&path.to_string()).await.ok();
    assert_eq!(again.first(".empty-title"), "Nobody to remind");
}

/// To whom reminders went, in the order of the alphabet.
fn reminded(letters: &[Letter]) -> Vec<&str> {
    let mut to: Vec<_> = letters
        .iter()
        .filter(|letter| letter.subject.starts_with("Cases are waiting for you"))
        .map(|letter| letter.to.as_str())
        .collect();
    to.sort_unstable();
    to
}

#[tokio::test]
async fn one_judge_is_ticked_and_reminded_alone() {
    let panel = Panel::judging(1).await;
    let (mut browser, page) = open(&panel).await;
    let path = JudgeReminders {
        season: panel.season,
    };
    let second = page.attributes("input[name=judge]", "value").remove(1);
    let preview = browser
        .send(page.form(&path), &[("judge", second.as_str())])
        .await
        .ok();
    assert_eq!(preview.table().len(), 2);
    browser.send(preview.form(&path), &[]).await.ok();
    let letters = panel.site.letters().await;
    assert_eq!(reminded(&letters), [JUDGES[1].address]);
    let (_, page) = open(&panel).await;
    let marked: Vec<_> = page.table()[1..]
        .iter()
        .map(|row| row.last().is_some_and(|at| at != "Never"))
        .collect();
    assert_eq!(marked, [false, true, false]);
}

#[tokio::test]
async fn a_reminder_that_was_overtaken_is_not_sent() {
    let panel = Panel::judging(1).await;
    // The letters that cases lie on their desks are out.
    panel.site.letters().await;
    let (mut browser, page) = open(&panel).await;
    let preview = browser
        .open(page.link("Remind all 3 who have cases left"))
        .await
        .ok();
    let path = JudgeReminders {
        season: panel.season,
    };
    browser.send(preview.form(&path), &[]).await.ok();
    // The letters wait for the next second; meanwhile one judge finishes.
    submit_first(&panel, JUDGES[0]).await;
    let letters = panel.site.letters().await;
    assert_eq!(reminded(&letters), [JUDGES[1].address, JUDGES[2].address]);
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let overtaken = outbox::outbox(
        panel.site.store(),
        &viewer,
        &outbox::OutboxFilter {
            status: Some(LetterStatus::Overtaken),
            kind: Some("judge-reminder".to_owned()),
            ..outbox::OutboxFilter::default()
        },
    )
    .await
    .expect("the outbox");
    assert_eq!(overtaken.rows.len(), 1);
    assert_eq!(overtaken.rows[0].address, JUDGES[0].address);
}

#[tokio::test]
async fn a_season_reminds_by_itself_only_on_the_days_that_it_says() {
    let panel = Panel::judging(1).await;
    let store = panel.site.store();
    let remind = async || {
        assignments::remind_due(store, &panel.site.moment())
            .await
            .expect("it runs")
    };
    let due = panel.site.season().await.timetable.judging_ends_at;
    let due = due.expect("a due date");
    let to_days_before = |days: i64| {
        let at = due - SignedDuration::from_hours(24 * days);
        panel.site.wait(at.duration_since(panel.site.moment().now));
    };
    to_days_before(20);
    assert_eq!(remind().await, 0, "off until it is switched on");

    let path = Reminding {
        season: panel.season,
    };
    let (mut browser, page) = open(&panel).await;
    let wrong = browser
        .send(page.form(&path), &[("days", "7, 99")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.problems(),
        ["The days before the due date must be from 1 to 60"]
    );
    assert_eq!(wrong.value("days"), "7, 99");
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    let kept = progress::progress(store, &viewer, panel.season)
        .await
        .expect("the progress");
    assert_eq!(kept.reminding, None);

    browser
        .send(wrong.form(&path), &[("days", "7, 1")])
        .await
        .ok();
    submit_first(&panel, JUDGES[0]).await;
    to_days_before(8);
    assert_eq!(remind().await, 0);
    to_days_before(7);
    assert_eq!(remind().await, 2, "the judge who is done is left alone");
    assert_eq!(remind().await, 0, "once a day that it says");
    to_days_before(1);
    assert_eq!(remind().await, 2);

    let (mut browser, page) = open(&panel).await;
    browser.send(page.form(&path), &[("days", "")]).await.ok();
    panel.site.wait(SignedDuration::from_hours(12));
    assert_eq!(remind().await, 0);
}
