//! `/admin/nominations/{season}/acceptances`, its removal and `/admin/nominations/{season}/reminders`.

use axum::http::StatusCode;
use plaudit_domain::eligibility::Answer;
use plaudit_store::eligibility_rules;
use plaudit_web::paths::admin::{
    Acceptances, AcceptancesRemoval, Nomination, Nominations, Reminders,
};

use crate::judging::panel::Panel;
use crate::support::{Client, Page, Site, Stage, people::ADMINISTRATOR};

/// Three nominations, two of them of one person, and the address's part that ticks them all.
async fn three() -> (Panel, Client, String) {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let panel = Panel { site, season };
    let mut ticked = Vec::new();
    for (number, nominator) in [(1, "ann"), (1, "bob"), (2, "cas")] {
        let nominator = format!("{nominator}@council.example");
        let id = panel.nominate(number, &nominator).await;
        ticked.push(format!("nomination={id}"));
    }
    let browser = panel.site.signed_in(ADMINISTRATOR).await;
    (panel, browser, ticked.join("&"))
}

async fn statuses(panel: &Panel, browser: &mut Client) -> Vec<String> {
    let season = panel.season;
    let path = format!("{}?sort=nominee", Nominations { season });
    let page = browser.open(path).await.ok();
    page.all("tbody td .tag")
}

async fn accepted(panel: &Panel, browser: &mut Client, ticked: &str) -> Page {
    let path = Acceptances {
        season: panel.season,
    };
    let page = browser.open(format!("{path}?{ticked}")).await.ok();
    browser.send(page.form(path), &[]).await.ok()
}

#[tokio::test]
async fn several_are_accepted_as_the_preview_says_and_one_person_has_one_case() {
    let (panel, mut browser, ticked) = three().await;
    let season = panel.season;
    let path = Acceptances { season };
    let page = browser.open(format!("{path}?{ticked}")).await.ok();
    let before = statuses(&panel, &mut browser).await;
    assert!(
        before.iter().all(|status| status != "Accepted"),
        "{before:?}"
    );
    let becomes: Vec<String> = page.table()[1..]
        .iter()
        .map(|row| row[4].split(" of ").next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(becomes, ["A case", "Part", "A case"]);

    let page = browser.send(page.form(path), &[]).await.ok();
    assert!(
        page.first(".notice")
            .starts_with("3 nominations are accepted.")
    );
    assert_eq!(
        page.attributes("input[name=nomination][checked]", "value")
            .len(),
        3,
        "they are ticked still, so that it can be taken back"
    );
    let cases = page.all("tbody td a[href^='/admin/cases/']");
    let in_first = cases.iter().filter(|case| *case == "case 1").count();
    assert_eq!((cases.len(), in_first), (3, 2));
}

#[tokio::test]
async fn several_are_told_apart_again_with_a_reason_and_not_without() {
    let (panel, mut browser, ticked) = three().await;
    accepted(&panel, &mut browser, &ticked).await;
    let path = AcceptancesRemoval {
        season: panel.season,
    };
    let page = browser.open(format!("{path}?{ticked}")).await.ok();
    let page = browser.submit(page.form(&path), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the reason"]);
    let accepted = |statuses: Vec<String>| {
        let of = |wanted| statuses.iter().filter(|status| *status == wanted).count();
        (of("Accepted"), of("Submitted"))
    };
    assert_eq!(accepted(statuses(&panel, &mut browser).await), (3, 0));

    let page = browser
        .send(page.form(path), &[("reason", "Ticked in error")])
        .await
        .ok();
    assert_eq!(
        page.first(".notice"),
        "3 nominations wait for a decision again."
    );
    assert_eq!(accepted(statuses(&panel, &mut browser).await), (0, 3));
}

#[tokio::test]
async fn what_was_decided_meanwhile_is_left_and_counted() {
    let (panel, mut browser, ticked) = three().await;
    let path = Acceptances {
        season: panel.season,
    };
    let late = browser.open(format!("{path}?{ticked}")).await.ok();
    let first = ticked.split('&').next().unwrap_or_default();
    accepted(&panel, &mut browser, first).await;
    let page = browser.send(late.form(path), &[]).await.ok();
    let said = page.first(".notice");
    // The second was to join the first one's case, which the late page does not know.
    assert!(
        said.starts_with("1 accepted. 2 left as they were"),
        "{said}"
    );
}

#[tokio::test]
async fn several_nominators_are_reminded_once_each_and_nobody_by_a_get() {
    let (panel, mut browser, ticked) = three().await;
    let path = Reminders {
        season: panel.season,
    };
    let reminders = async || {
        let letters = panel.site.letters().await;
        letters
            .iter()
            .filter(|letter| letter.subject.starts_with("Please confirm"))
            .count()
    };
    let page = browser.open(format!("{path}?{ticked}")).await.ok();
    assert_eq!(page.table().len(), 4, "three under the head");
    assert_eq!(reminders().await, 0);
    let page = browser.send(page.form(path), &[]).await.ok();
    assert_eq!(page.first(".notice"), "3 reminders are on their way.");
    assert_eq!(reminders().await, 3);
}

#[tokio::test]
async fn an_answer_that_speaks_against_is_shown_everywhere_and_is_decided_on_by_itself() {
    let (panel, mut browser, ticked) = three().await;
    let season = panel.season;
    let rules = eligibility_rules::list(panel.site.store(), season)
        .await
        .expect("the rules");
    let against = |wanted| match wanted {
        Answer::Yes => Answer::No,
        _ => Answer::Yes,
    };
    let answers = rules
        .iter()
        .zip(0..)
        .map(|(rule, place)| {
            let answer = if place == 0 {
                against(rule.wanted)
            } else {
                rule.wanted
            };
            (rule.id, answer)
        })
        .collect();
    let nomination = panel
        .nominate_answering(4, "dee@council.example", answers)
        .await;
    let list = Nominations { season };
    let said = "An answer speaks against";
    let page = browser.open(&list).await.ok();
    let tagged = |page: &Page| {
        page.table()
            .iter()
            .filter(|row| row.iter().any(|cell| cell.contains(said)))
            .count()
    };
    assert_eq!(tagged(&page), 1);
    let page = browser.open(format!("{list}?mark=against")).await.ok();
    assert_eq!(page.all("tbody th"), ["Nominee 4"]);

    let page = browser.open(Nomination { season, nomination }).await.ok();
    assert_eq!(
        page.all(".nomination-part .tag"),
        [said],
        "beside the answer, and beside no other"
    );
    assert_eq!(page.all(".working .summary-list .tag"), [said]);

    let path = Acceptances { season };
    let preview = browser
        .open(format!("{path}?{ticked}&nomination={nomination}"))
        .await
        .ok();
    assert_eq!(preview.table().len(), 4, "three under the head");
    let left_out = preview.all("main section li");
    assert!(
        left_out.len() == 1 && left_out[0].contains(said),
        "{left_out:?}"
    );
    let page = browser.send(preview.form(path), &[]).await.ok();
    assert!(
        page.first(".notice")
            .starts_with("3 nominations are accepted.")
    );
    let page = browser.open(format!("{list}?status=submitted")).await.ok();
    assert_eq!(page.all("tbody th"), ["Nominee 4"]);
}
