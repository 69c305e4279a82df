//! Every letter as its reader sees it, as plain text and as HTML; and the head of a message.

use jiff::SignedDuration;
use plaudit_domain::membership::{Role, Scope};
use plaudit_store::{assignments, enquiries, memberships, nominations, reopenings, seasons};
use plaudit_web::paths::accounts::SignIn;
use plaudit_web::paths::public::{Nomination, NominationWithdrawal};
use plaudit_web::shown::nomination_form::field;

use crate::judging::panel::Panel;
use crate::public::filling::{NOMINATOR, key_of, nominate, nominate_somebody, open_form, to_check};
use crate::support::people::{ADMINISTRATOR, JUDGES};
use crate::support::{Letter, Site, Stage};

/// Both forms, without what differs every time, and without how the HTML looks.
pub(super) fn forms(letter: &Letter) -> String {
    let body = letter
        .html
        .split_once("</head>")
        .map_or("", |(_, body)| body);
    let body = without_styles(body).replace("><", ">\n<");
    redacted(&format!(
        "To: {}\nSubject: {}\n\n{}\n----- HTML -----\n{body}\n",
        letter.to, letter.subject, letter.text
    ))
}

fn without_styles(html: &str) -> String {
    let mut plain = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(" style=\"") {
        plain.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    plain + rest
}

/// Tokens, codes and ids differ every time.
fn redacted(text: &str) -> String {
    let mut clean = String::new();
    let mut run = String::new();
    for character in text.chars().chain(['\n']) {
        if character.is_ascii_alphanumeric() || character == '-' {
            run.push(character);
            continue;
        }
        clean.push_str(kept(&run));
        run.clear();
        clean.push(character);
    }
    clean
}

fn kept(run: &str) -> &str {
    let is_token = run.len() == 64 && run.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_code = run.len() == 9
        && run.bytes().enumerate().all(|(at, byte)| match at {
            4 => byte == b'-',
            _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        });
    let is_id = run.len() == 36 && run.bytes().filter(|byte| *byte == b'-').count() == 4;
    match (is_token, is_code) {
        (true, _) => "(token)",
        (_, true) => "(code)",
        _ if is_id => "(id)",
        _ => run,
    }
}

#[tokio::test]
async fn the_letter_that_signs_in() {
    let site = Site::at(Stage::SetUp).await;
    site.visitor()
        .post(SignIn, &[("email", ADMINISTRATOR.address)])
        .await;
    let letter = site.letter_to(ADMINISTRATOR.address).await;
    insta::assert_snapshot!("sign_in", forms(&letter));
}

#[tokio::test]
async fn the_letter_that_invites() {
    let site = Site::at(Stage::Open).await;
    let season = site.season().await.id;
    let invitation = memberships::Invitation {
        name: "Siân O’Brien".to_owned(),
        email: plaudit_domain::person::Email::parse("sian@judges.example").expect("an address"),
        role: Role::Judge,
        scope: Scope::Season(season),
        of_what: "IT-progress award 2027".to_owned(),
        language: "en".to_owned(),
    };
    memberships::invite(site.store(), &site.moment(), invitation)
        .await
        .expect("she is invited");
    let letter = site.letter_to("sian@judges.example").await;
    insta::assert_snapshot!("invitation", forms(&letter));
}

#[tokio::test]
async fn the_letter_that_cases_lie_on_a_judges_desk_goes_once_to_each_who_has_some() {
    let panel = Panel::judging(2).await;
    let letters = panel.site.letters().await;
    let told: Vec<&str> = letters
        .iter()
        .filter(|letter| letter.subject.starts_with("Your cases are ready"))
        .map(|letter| letter.to.as_str())
        .collect();
    assert_eq!(told, JUDGES.map(|judge| judge.address));
    let letter = panel.site.letter_to(JUDGES[0].address).await;
    insta::assert_snapshot!("judge_cases", forms(&letter));
}

#[tokio::test]
async fn the_letter_that_reminds_a_judge() {
    let panel = Panel::judging(2).await;
    let site = &panel.site;
    let scope = Scope::Season(panel.season);
    let judges = memberships::list(site.store(), Role::Judge, scope)
        .await
        .expect("the judges");
    let (membership, account) = &judges[0];
    assignments::remind(
        site.store(),
        &site.moment(),
        panel.season,
        membership.id,
        "en",
    )
    .await
    .expect("the reminder is queued");
    assert_eq!(account.email.as_str(), JUDGES[0].address);
    let letter = site.letter_to(JUDGES[0].address).await;
    insta::assert_snapshot!("judge_reminder", forms(&letter));
}

#[tokio::test]
async fn the_letter_that_brings_a_drafts_link() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let typed = [
        (field::NOMINEE_NAME, "Ann"),
        (field::NOMINATOR_EMAIL, NOMINATOR),
    ];
    let form = page.form(nominate()).press(field::PRESSED, "save");
    browser.send(form, &typed).await.ok();
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_link", forms(&letter));
}

#[tokio::test]
async fn the_letters_to_a_nominator() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_receipt", forms(&letter));

    site.wait(SignedDuration::from_hours(73));
    nominations::chase_unconfirmed(site.store(), &site.moment())
        .await
        .expect("it runs");
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_reminder", forms(&letter));

    let season = site.season().await;
    let closes_at = season.timetable.closes_at.expect("a close");
    site.wait(closes_at.duration_since(site.moment().now) + SignedDuration::from_hours(1));
    seasons::close_due(site.store(), &site.moment())
        .await
        .expect("it closes");
    let closes_at = closes_at + SignedDuration::from_hours(24);
    seasons::extend(
        site.store(),
        &site.moment(),
        season.id,
        closes_at,
        "Snow.".to_owned(),
    )
    .await
    .expect("it is put off");
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_extension", forms(&letter));

    let key = key_of(&receipt);
    let withdrawal = NominationWithdrawal { key: key.clone() };
    let page = browser.open(withdrawal.clone()).await.ok();
    browser.send(page.form(withdrawal), &[]).await.ok();
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_withdrawn", forms(&letter));
    browser.open(Nomination { key }).await.ok();
}

#[tokio::test]
async fn the_letter_about_a_change() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let form = checked.form(nominate());
    browser.send(form.clone(), &[]).await.ok();
    let mut changed = form;
    for (name, value) in &mut changed.fields {
        if name == field::NOMINEE_ROLE {
            "Head of benefits".clone_into(value);
        }
    }
    browser.send(changed, &[]).await.ok();
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_amended", forms(&letter));
}

#[tokio::test]
async fn the_letter_about_what_came_after_the_close() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let closes_at = site.season().await.timetable.closes_at.expect("a close");
    site.wait(closes_at.duration_since(site.moment().now) + SignedDuration::from_hours(1));
    browser.send(checked.form(nominate()), &[]).await.ok();
    let letter = site.letter_to(NOMINATOR).await;
    insta::assert_snapshot!("nomination_late", forms(&letter));
}

#[tokio::test]
async fn the_letter_that_a_question_is_answered() {
    let panel = Panel::judging(1).await;
    let (_, assignment, _) = panel.scorecard(JUDGES[0]).await;
    let judge = panel.site.account(JUDGES[0]).await;
    let (store, moment) = (panel.site.store(), panel.site.moment());
    let question = "Is the figure for 2025 a whole year's?".to_owned();
    let enquiry = enquiries::ask(store, &moment, judge, assignment, question)
        .await
        .expect("it is asked");
    let administrator = panel.site.account(ADMINISTRATOR).await;
    let about = (panel.season, enquiry);
    let answer = "Yes.".to_owned();
    enquiries::answer(store, &moment, administrator, about, answer, "en")
        .await
        .expect("it is answered");
    let letter = panel.site.letter_to(&JUDGES[0].email().to_string()).await;
    insta::assert_snapshot!("enquiry_answered", forms(&letter));
}

#[tokio::test]
async fn the_letter_that_a_scorecard_is_open_again() {
    let panel = Panel::judging(1).await;
    let (store, moment) = (panel.site.store(), panel.site.moment());
    let chair = panel.site.account(JUDGES[2]).await;
    panel.give_role(JUDGES[2], Role::Chair).await;
    panel.score(JUDGES[0], &["5"]).await;
    let about = (panel.season, panel.assignments(JUDGES[0]).await[0]);
    reopenings::reopen(store, &moment, chair, about, "A wrong figure.", "en")
        .await
        .expect("it is open again");
    let letter = panel.site.letter_to(JUDGES[0].address).await;
    insta::assert_snapshot!("scorecard_reopened", forms(&letter));
}
