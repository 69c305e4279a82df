//! The nomination form: `/nominate/{programme}`.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_store::reports::nomination;
use plaudit_store::secrets::Token;
use plaudit_web::shown::nomination_form::field;

use super::filling::{
    NOMINATOR, answers, answers_with, key_of, nominate, nominate_somebody, number_of, open_form,
    pairs, to_check,
};
use crate::support::{Letter, Page, Site, Stage};

/// What the nominator found in their mail.
async fn letters(site: &Site) -> Vec<Letter> {
    let mut letters = site.letters().await;
    letters.retain(|letter| letter.to == NOMINATOR);
    letters
}

#[tokio::test]
async fn a_nomination_is_checked_sent_and_answered_with_a_receipt_and_a_full_copy() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let number = number_of(&receipt);
    assert_eq!(number.len(), 9);
    assert!(
        receipt
            .text()
            .contains("You can change it until noon on Thursday 4 March 2027")
    );
    let letter = site.letter_to(NOMINATOR).await;
    assert_eq!(letter.subject, format!("We have your nomination {number}"));
    let copy: Vec<&str> = letter.text.split_whitespace().collect();
    let copy = copy.join(" "); // the letter's lines are wrapped
    for said in [
        "Dear Gwen Pryce",
        "Siân Ŵyn-Okafor",
        "Marrowby Borough Council",
        "How were things before, and for whom was that a problem?",
        "Answer 1, in a few words.",
        "Answer 6, in a few words.",
        "Forms were typed in twice.",
        "March 2026",
        "September 2026",
        "their manager",
        "01632 960 555",
        "Olu Bright",
        "Nominations close: noon on Thursday 4 March 2027 (Europe/London time, GMT)",
    ] {
        assert!(
            copy.contains(said),
            "the copy lacks \"{said}\":\n{}",
            letter.text
        );
    }
}

#[tokio::test]
async fn every_problem_is_told_at_once_and_everything_typed_is_kept() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let areas = page.attributes("textarea[name^=answer]", "name");
    let long = "word ".repeat(151);
    let typed = [
        (field::NOMINEE_NAME, "مريم 👩🏽‍💻 e\u{301}"),
        (field::NOMINATOR_EMAIL, "gwen at marrowby"),
        (field::NOMINATOR_TELEPHONE, "ask me"),
        (areas[0].as_str(), long.as_str()),
        ("claim[0].before", "Only this."),
        ("claim[0].from", "March 2026"),
        ("claim[0].to", "February 2026"),
    ];
    let refused = browser
        .submit(page.form(nominate()), &typed)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    let rules = page.all("section.form-part:first-of-type legend");
    assert_eq!(rules.len(), 3);
    let mut problems = refused.problems();
    let others = problems.split_off(rules.len());
    let asked = rules
        .iter()
        .map(|rule| format!("Answer “{rule}” with yes, no or don’t know"));
    assert_eq!(problems, asked.collect::<Vec<_>>());
    assert_eq!(
        others,
        [
            "Enter the nominee’s role",
            "Enter where the nominee works or volunteers",
            "Enter your name",
            "Enter your email address in the right form, like name@example.org",
            "Enter your telephone number in figures, like 01632 960 555 or 01632 960 555 ext 12",
            "Choose how you know the nominee",
            "Your answer to question 1 must be 150 words or fewer; it has 151",
            "Enter your answer to question 2",
            "Enter your answer to question 3",
            "Enter your answer to question 4",
            "Enter your answer to question 5",
            "Enter your answer to question 6",
            "Enter how it is now, in progress claim 1",
            "Progress claim 1 was done before it began",
            "Enter what shows it, in progress claim 1",
            "Agree to the declaration to go on",
        ]
    );
    for (name, value) in typed {
        assert_eq!(refused.value(name).trim_end(), value.trim_end(), "{name}");
    }
    // Putting everything right goes on from there.
    let right = answers(&refused);
    let checked = browser
        .send(refused.form(nominate()), &pairs(&right))
        .await
        .ok();
    assert_eq!(checked.heading(), "IT-progress award Check your answers");
}

#[tokio::test]
async fn claims_are_added_and_removed_by_buttons_that_keep_everything() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let add = |page: &Page| page.form(nominate()).press(field::PRESSED, "add-claim");
    let two = browser
        .submit(
            add(&page),
            &[("claim[0].before", "First"), (field::NOMINEE_NAME, "Ann")],
        )
        .await
        .ok();
    let three = browser
        .submit(add(&two), &[("claim[1].before", "Second")])
        .await
        .ok();
    let three = browser
        .submit(
            three.form(nominate()).press(field::REMOVE_CLAIM, "1"),
            &[("claim[2].before", "Third")],
        )
        .await
        .ok();
    assert_eq!(
        three.all("fieldset.claim h3"),
        ["Progress claim 1", "Progress claim 2"]
    );
    assert_eq!(three.value("claim[0].before"), "First");
    assert_eq!(three.value("claim[2].before"), "Third");
    assert_eq!(three.value(field::NOMINEE_NAME), "Ann");
}

#[tokio::test]
async fn a_button_pressed_twice_is_one_nomination_with_one_letter() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let form = checked.form(nominate());
    let first = browser.send(form.clone(), &[]).await.ok();
    let second = browser.send(form, &[]).await.ok();
    assert_eq!(number_of(&first), number_of(&second));
    assert_eq!(first.path, second.path);
    let letters = letters(&site).await;
    assert_eq!(letters.len(), 1);
}

#[tokio::test]
async fn the_form_posted_again_after_it_was_sent_amends() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let form = checked.form(nominate());
    let first = browser.send(form.clone(), &[]).await.ok();
    let mut changed = form;
    for (name, value) in &mut changed.fields {
        if name == field::NOMINEE_ROLE {
            "Head of benefits".clone_into(value);
        }
    }
    let again = browser.send(changed, &[]).await.ok();
    assert_eq!(number_of(&first), number_of(&again));
    let letters = letters(&site).await;
    assert_eq!(letters.len(), 2);
    assert_eq!(
        letters[1].subject,
        format!("Your nomination {} is changed", number_of(&first))
    );
    assert!(letters[1].text.contains("Head of benefits"));
}

#[tokio::test]
async fn a_form_that_comes_back_too_fast_asks_to_press_again_and_keeps_the_text() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = browser.open(nominate()).await.ok();
    let answers = answers(&page);
    let asked = browser
        .submit(page.form(nominate()), &pairs(&answers))
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        asked.first(".notice").contains("press the button again"),
        "{}",
        asked.excerpt()
    );
    assert_eq!(asked.value(field::NOMINATOR_NAME), "Gwen Pryce");
    let checked = browser.send(asked.form(nominate()), &[]).await.ok();
    assert_eq!(checked.heading(), "IT-progress award Check your answers");
}

#[tokio::test]
async fn a_program_that_fills_in_the_trap_sends_nothing_and_a_person_loses_nothing() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let answers = answers_with(&page, &[(field::TRAP, "https://spam.example")]);
    let form = page.form(nominate());
    let refused = browser
        .submit(form, &pairs(&answers))
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .first(".notice")
            .contains("press the button once more"),
        "{}",
        refused.excerpt()
    );
    // It is shown and empty, so that whose browser filled it in only presses again.
    assert_eq!(refused.value(field::TRAP), "");
    assert!(!refused.has(".visually-hidden input"));
    assert_eq!(refused.value(field::NOMINATOR_NAME), "Gwen Pryce");
    let again = [(field::TRAP, "https://spam.example")];
    let refused = browser.submit(refused.form(nominate()), &again).await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    let checked = browser.send(refused.form(nominate()), &[]).await.ok();
    assert_eq!(checked.heading(), "IT-progress award Check your answers");
}

#[tokio::test]
async fn the_keyboard_and_the_browser_pass_over_the_field_that_people_do_not_see() {
    let site = Site::at(Stage::Open).await;
    let page = site.visitor().open(nominate()).await.ok();
    let trap = format!(".visually-hidden input[name={}]", field::TRAP);
    assert_eq!(page.attributes(&trap, "tabindex"), ["-1"]);
    assert_eq!(page.attributes(&trap, "autocomplete"), ["off"]);
    // Of what a person types, a browser gives everything back to whoever goes back.
    assert_eq!(
        page.attributes("main [autocomplete=off]", "name"),
        [field::TRAP]
    );
}

#[tokio::test]
async fn an_answer_that_is_not_for_publication_says_so_wherever_it_is_shown() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let mark = page
        .attributes("input[name^=not_for_publication]", "name")
        .remove(0);
    let answers = answers_with(&page, &[(&mark, field::AGREED)]);
    let checked = browser
        .send(page.form(nominate()), &pairs(&answers))
        .await
        .ok();
    let said = "Answer 1, in a few words. Not for publication";
    assert!(checked.text().contains(said));
    let receipt = browser.send(checked.form(nominate()), &[]).await.ok();
    let key = Token::parse(&key_of(&receipt)).expect("a key");
    let (_, sent) = nomination::by_key(site.store(), site.moment().now, &key)
        .await
        .expect("the database answers")
        .expect("it is there");
    let marks: Vec<bool> = sent
        .submission
        .expect("it was sent")
        .answers
        .into_values()
        .map(|marked| marked.not_for_publication)
        .collect();
    assert_eq!(marks.iter().filter(|marked| **marked).count(), 1);
}

#[tokio::test]
async fn an_answer_that_is_asked_for_publication_says_so_and_cannot_be_marked() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let told = "Written to be published: leave out whatever should stay private.";
    let questions = page.all(".asked");
    let (last, others) = questions.split_last().expect("questions");
    assert!(last.contains(told), "{last}");
    for other in others {
        assert!(other.contains("This answer is not for publication") && !other.contains(told));
    }
    let names = page.attributes("textarea[name^=answer]", "name");
    let summary = names.last().expect("a summary");
    let mark = summary.replacen("answer", "not_for_publication", 1);
    assert!(!page.has(&format!("input[name='{mark}']")));
    // Who marks it all the same is not told that it stays private.
    let form = page.form(nominate()).with(&pairs(&answers(&page)));
    let checked = browser
        .send(form.forged(&mark, field::AGREED), &[])
        .await
        .ok();
    assert_eq!(checked.heading(), "IT-progress award Check your answers");
    assert!(!checked.text().contains("Not for publication"));
}

#[tokio::test]
async fn the_form_is_not_there_before_the_opening_and_after_the_close() {
    let site = Site::at(Stage::Open).await;
    site.wait(SignedDuration::from_hours(-24 * 60));
    let page = site.visitor().open(nominate()).await.ok();
    assert_eq!(
        page.heading(),
        "IT-progress award Nominations have not opened yet"
    );
    assert_eq!(
        page.first(".lede"),
        "They open at 9am on Monday 11 January 2027 (Europe/London time, GMT)."
    );
    assert_eq!(
        page.all("main ul li"),
        [
            "You can read everything that will be asked, and gather it until then.",
            "Nominations are received until noon on Thursday 4 March 2027 (Europe/London time, GMT).",
        ]
    );
    site.wait(SignedDuration::from_hours(24 * 120));
    let page = site.visitor().open(nominate()).await.ok();
    assert_eq!(page.heading(), "IT-progress award Nominations have closed");
    assert!(!page.has("main form"));
    let next = page.all("main ul li");
    assert_eq!(next.len(), 4, "{next:?}");
    assert!(
        next[1].starts_with("The result is announced at "),
        "{next:?}"
    );
    assert_eq!(page.attributes("main a[href^='mailto:']", "href").len(), 1);
}

#[tokio::test]
async fn who_says_that_they_know_the_nominee_in_another_way_says_how() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let answers = answers_with(&page, &[(field::RELATIONSHIP, "other")]);
    let refused = browser
        .submit(page.form(nominate()), &pairs(&answers))
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["Say how you know the nominee"]);
}

#[tokio::test]
async fn two_posts_of_one_form_at_once_are_one_nomination() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    // Sent without the page between, as a program would that knows the form.
    let mut form = page.form(nominate()).with(&pairs(&answers(&page))).pairs();
    form.retain(|(name, _)| name != field::PRESSED);
    form.push((field::PRESSED.to_owned(), "submit".to_owned()));
    let mut other = browser.clone();
    let (one, two) = tokio::join!(
        browser.post(nominate(), &form),
        other.post(nominate(), &form)
    );
    let one = one.expect(StatusCode::SEE_OTHER);
    assert_eq!(one.location(), two.expect(StatusCode::SEE_OTHER).location());
    assert_eq!(letters(&site).await.len(), 1);
}
