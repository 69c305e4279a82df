//! Nothing that is typed is ever lost: drafts, windows, closes, seasons, a database that is away.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_domain::question::Asks;
use plaudit_domain::text::Texts;
use plaudit_store::questions::{self, QuestionWords};
use plaudit_store::seasons;
use plaudit_web::paths::public::NominateDraft;
use plaudit_web::shown::nomination_form::field;

use super::filling::{NOMINATOR, answers, nominate, nominate_somebody, open_form, pairs};
use crate::support::{Page, Site, Stage, form::Form};

fn saved(page: &Page) -> Form {
    page.form(nominate()).press(field::PRESSED, "save")
}

/// The page's form, as its script sends it while somebody types.
fn autosaving(page: &Page) -> Form {
    let draft = NominateDraft {
        programme: "it-progress".to_owned(),
    };
    let mut form = page.form(nominate());
    form.action = draft.to_string();
    form
}

#[tokio::test]
async fn a_draft_is_saved_with_a_private_link_and_found_again_on_another_device() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let typed = [
        (field::NOMINEE_NAME, "Ann"),
        (field::NOMINATOR_EMAIL, NOMINATOR),
    ];
    let kept = browser.send(saved(&page), &typed).await.ok();
    assert_eq!(kept.heading(), "IT-progress award Your draft");
    assert!(kept.first(".notice").contains("Saved."));
    let link = kept.first(".private-link");
    assert_eq!(link, format!("https://award.example{}", kept.path));
    assert_eq!(kept.header("referrer-policy"), "strict-origin");
    assert_eq!(kept.header("cache-control"), "no-store");

    let letter = site.letter_to(NOMINATOR).await;
    assert_eq!(letter.subject, "Your private link: IT-progress award");
    for path in [kept.path.clone(), letter.link("/nominations/")] {
        let mut elsewhere = site.visitor();
        let page = elsewhere.open(path).await.ok();
        let form = elsewhere.open(page.link("Go on with it")).await.ok();
        assert_eq!(form.value(field::NOMINEE_NAME), "Ann");
    }
}

#[tokio::test]
async fn a_draft_begun_in_this_browser_is_offered_again_and_in_no_other() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let form = autosaving(&page);
    browser
        .submit(form, &[(field::NOMINEE_NAME, "Ann")])
        .await
        .ok();
    let again = browser.open(nominate()).await.ok();
    assert!(
        again
            .first(".notice")
            .starts_with("You began a nomination of Ann in this browser. It was kept at "),
        "{}",
        again.excerpt()
    );
    let form = browser.open(again.link("Go on with it")).await.ok();
    assert_eq!(form.value(field::NOMINEE_NAME), "Ann");
    let other = site.visitor().open(nominate()).await.ok();
    assert!(!other.text().contains("Go on with it"));
}

#[tokio::test]
async fn the_script_is_told_when_and_as_which_version_it_was_saved() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let form = autosaving(&page);
    let answer = browser
        .submit(form.clone(), &[(field::NOMINEE_NAME, "Ann")])
        .await
        .ok();
    assert_eq!(answer.body(), r#"{"saved_at":"10:01 GMT","version":1}"#);
    // Another window that still holds the first version, and something else in the same field.
    let stale = browser
        .submit(form, &[(field::NOMINEE_NAME, "Bea")])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(stale.body(), r#"{"stale":true}"#);
}

#[tokio::test]
async fn a_page_that_one_goes_back_to_is_no_other_window() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let typed = [(field::NOMINEE_NAME, "Ann")];
    browser.submit(autosaving(&page), &typed).await.ok();
    // The script goes on under this address, from which a reload brings the draft back.
    let kept_at = page.attributes("form[data-kept-at]", "data-kept-at");
    let kept = browser.open(&kept_at[0]).await.ok();
    assert_eq!(kept.value(field::NOMINEE_NAME), "Ann");
    assert_eq!(kept.value(field::VERSION), "1");
    let saved = browser.submit(autosaving(&kept), &[]).await.ok();
    assert!(saved.body().contains(r#""version":2"#), "{}", saved.body());
    // The same once more, as the button sends it, changes nothing; so the page before may still be typed into.
    let kept = browser.open(&kept_at[0]).await.ok();
    let pressed = kept.form(nominate()).press(field::PRESSED, "check");
    let refused = browser.submit(pressed, &[]).await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.value(field::VERSION), "2");
    let back = autosaving(&kept).with(&[(field::NOMINEE_NAME, "Ann Lee")]);
    let answer = browser.submit(back, &[]).await.ok();
    assert!(
        answer.body().contains(r#""version":3"#),
        "{}",
        answer.body()
    );
}

#[tokio::test]
async fn two_windows_lose_nothing_and_both_texts_are_shown() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let kept = browser
        .send(saved(&page), &[(field::NOMINEE_NAME, "Ann")])
        .await
        .ok();
    let path = kept.link("Go on with it");
    let (one, other) = (
        browser.open(&path).await.ok(),
        browser.open(&path).await.ok(),
    );
    browser
        .send(saved(&one), &[(field::NOMINEE_ROLE, "Clerk")])
        .await
        .ok();
    let clash = browser
        .submit(
            other.form(nominate()),
            &[
                (field::NOMINEE_ROLE, "Caretaker"),
                (field::NOMINEE_EMPLOYER, "Elmet"),
            ],
        )
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(clash.value(field::NOMINEE_ROLE), "Caretaker");
    assert_eq!(clash.all(".notice .as-typed"), ["Clerk"]);
    // Whoever leaves now finds both: the one in the form, the other beside it.
    let both = browser.open(&path).await.ok();
    assert_eq!(both.value(field::NOMINEE_ROLE), "Clerk");
    assert_eq!(both.all(".notice .as-typed"), ["Caretaker", "Elmet"]);
    // Whoever goes on decides.
    let decided = browser
        .send(
            saved(&clash),
            &[(field::NOMINEE_ROLE, "Clerk and caretaker")],
        )
        .await
        .ok();
    let form = browser.open(decided.link("Go on with it")).await.ok();
    assert_eq!(form.value(field::NOMINEE_ROLE), "Clerk and caretaker");
    assert!(!form.has(".notice .as-typed"));
}

#[tokio::test]
async fn what_was_sent_meanwhile_is_not_overwritten_by_a_window_that_was_opened_before() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let look = browser.open(receipt.link("Look at your nomination")).await;
    let look = look.ok();
    let path = look.link("Change it");
    let (one, other) = (
        browser.open(&path).await.ok(),
        browser.open(&path).await.ok(),
    );
    site.wait(SignedDuration::from_mins(5));
    let typed = [
        (field::NOMINEE_ROLE, "Head of benefits"),
        (field::NOMINATOR_TELEPHONE, ""),
    ];
    let checked = browser.send(one.form(nominate()), &typed).await.ok();
    browser.send(checked.form(nominate()), &[]).await.ok();

    // As the script saves it, and as the button sends it.
    let typed = [(field::NOMINEE_EMPLOYER, "Elmet District Council")];
    let stale = browser.submit(autosaving(&other), &typed).await;
    let stale = stale.expect(StatusCode::CONFLICT);
    assert_eq!(stale.body(), r#"{"stale":true}"#);
    let clash = browser.submit(other.form(nominate()), &typed).await;
    let clash = clash.expect(StatusCode::CONFLICT);
    assert_eq!(clash.value(field::NOMINEE_ROLE), "Benefits officer");
    assert_eq!(
        clash.all(".notice .as-typed"),
        ["Head of benefits", "Marrowby Borough Council"]
    );
    assert!(clash.text().contains("The other text: Nothing given"));
    assert_eq!(
        clash.all("[role=alert][autofocus] a"),
        [
            "Their role",
            "Where they work or volunteer",
            "Your telephone number"
        ]
    );
    for field in clash.attributes("[role=alert][autofocus] a", "href") {
        assert!(clash.has(&format!("input{field}")), "{field}");
    }
    let sent = browser.open(&look.path).await.ok();
    assert!(
        sent.text().contains("Role Head of benefits"),
        "{}",
        sent.text()
    );
    // Whoever goes on has seen both, and decides.
    let typed = [(field::NOMINEE_ROLE, "Head of benefits")];
    let checked = browser.send(clash.form(nominate()), &typed).await.ok();
    let amended = browser.send(checked.form(nominate()), &[]).await.ok();
    assert_eq!(amended.heading(), "Thank you. We have your changes.");
    let sent = browser.open(&look.path).await.ok();
    for said in ["Head of benefits", "Elmet District Council"] {
        assert!(sent.text().contains(said), "{said}");
    }
}

#[tokio::test]
async fn who_goes_back_after_sending_the_changes_is_no_other_window() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let receipt = nominate_somebody(&site, &mut browser, &[]).await;
    let look = browser.open(receipt.link("Look at your nomination")).await;
    let form = browser.open(look.ok().link("Change it")).await.ok();
    site.wait(SignedDuration::from_mins(5));
    let typed = [(field::NOMINEE_ROLE, "Head of benefits")];
    browser.submit(autosaving(&form), &typed).await.ok();
    let form = browser.open(&form.path).await.ok();
    browser.submit(autosaving(&form), &[]).await.ok();
    let form = browser.open(&form.path).await.ok();
    let checked = browser.send(form.form(nominate()), &[]).await.ok();
    browser.send(checked.form(nominate()), &[]).await.ok();
    let typed = [(field::NOMINEE_ROLE, "Head of revenues")];
    browser.submit(autosaving(&form), &typed).await.ok();
}

#[tokio::test]
async fn an_answer_belongs_to_the_revision_that_it_was_asked_by() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let season = site.season().await;
    let question = questions::list(site.store(), season.id)
        .await
        .expect("questions")
        .remove(0);
    let words = QuestionWords {
        key: question.key.clone(),
        prompt: Texts::english("How was it before?"),
        help: question.help.clone(),
        asks: question.asks.clone(),
        required: question.required,
        for_publication: question.for_publication,
    };
    assert!(matches!(words.asks, Asks::LongText { .. }));
    questions::change(
        site.store(),
        &site.moment(),
        question.id,
        season.revision,
        words,
    )
    .await
    .expect("it is revised");
    let typed = answers(&page);
    let checked = browser
        .send(page.form(nominate()), &pairs(&typed))
        .await
        .ok();
    assert!(checked.text().contains(question.prompt.first()));
    let receipt = browser.send(checked.form(nominate()), &[]).await.ok();
    let look = browser
        .open(receipt.link("Look at your nomination"))
        .await
        .ok();
    assert!(look.text().contains(question.prompt.first()));
    let fresh = site.visitor().open(nominate()).await.ok();
    assert!(fresh.text().contains("How was it before?"));
}

#[tokio::test]
async fn a_form_from_last_season_is_told_and_its_text_kept() {
    use plaudit_domain::season::{ClaimsAsked, Event, Timetable};
    use plaudit_store::rule_sets::{self, CriterionWords};
    use plaudit_store::seasons::SeasonWords;
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let last = site.season().await;
    let year = SignedDuration::from_hours(24 * 365);
    let dates = last.timetable;
    site.wait(year);
    let words = SeasonWords {
        name: "2028".to_owned(),
        timetable: Timetable {
            opens_at: dates.opens_at.map(|at| at + year),
            closes_at: dates.closes_at.map(|at| at + year),
            judging_ends_at: dates.judging_ends_at.map(|at| at + year),
            decision_at: dates.decision_at.map(|at| at + year),
            announcement_at: dates.announcement_at.map(|at| at + year),
        },
        declaration: last.declaration.clone(),
        claims: ClaimsAsked::default(),
    };
    let moment = site.moment();
    let next = seasons::create(site.store(), &moment, last.programme, words)
        .await
        .expect("a season");
    for question in questions::list(site.store(), last.id)
        .await
        .expect("questions")
    {
        let words = QuestionWords {
            key: question.key,
            prompt: question.prompt,
            help: question.help,
            asks: question.asks,
            required: question.required,
            for_publication: question.for_publication,
        };
        questions::add(site.store(), &moment, next, words)
            .await
            .expect("a question");
    }
    for criterion in rule_sets::current(site.store(), last.id)
        .await
        .expect("rules")
        .criteria
    {
        let words = CriterionWords {
            key: criterion.key,
            title: criterion.title,
            guidance: criterion.guidance,
            weight: criterion.weight,
            scale: criterion.scale,
            descriptors: criterion.descriptors,
        };
        rule_sets::add_criterion(site.store(), &moment, next, words)
            .await
            .expect("a criterion");
    }
    seasons::move_on(site.store(), &moment, next, Event::Open, None)
        .await
        .expect("it opens");

    let told = browser
        .submit(page.form(nominate()), &[(field::NOMINEE_NAME, "Ann")])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        told.first(".notice")
            .contains("This form was for the 2027 season.")
    );
    assert_eq!(told.value(field::NOMINEE_NAME), "Ann");
    assert_eq!(
        told.link("Go to the form of the 2028 season"),
        nominate().to_string()
    );
}
