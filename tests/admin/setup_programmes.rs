//! `/admin/programmes` and `/admin/stewards`: from nothing to an open season, and everything that is refused.

use axum::http::StatusCode;
use plaudit_domain::accent::Accent;
use plaudit_domain::season::Status;
use plaudit_domain::steward;
use plaudit_store::{questions, rule_sets};
use plaudit_web::paths::admin;

use super::setup_world::{Desk, conflict};
use crate::support::Stage;
use crate::support::people::JUDGES;

const LIBRARY: [(&str, &str); 3] = [
    ("title", "Library friend of the year"),
    ("purpose", "For somebody who made a **library** better."),
    ("eligibility", "- Anybody who helps a library."),
];

#[tokio::test]
async fn a_second_programme_is_set_up_from_nothing_and_opened() {
    let mut desk = Desk::at(Stage::Open).await;
    let list = desk.open(admin::Programmes).await;
    let new = desk.open(list.link("Set up a programme")).await;
    let form = new.form(admin::Programmes);
    assert_eq!(form.value("zone").as_deref(), Some("Europe/London"));
    assert_eq!(form.value("contact-name").as_deref(), Some("Olu Bright"));
    let page = desk.browser.send(form, &LIBRARY).await.ok();
    let programme = desk.programmes().await.remove(1);
    assert_eq!(programme.words.slug.as_str(), "library-friend-of-the-year");

    // The steps lead on, one after another.
    let stewards = desk.open(page.link("Stewards")).await;
    let form = stewards.form(&stewards.path);
    let name = [("name", "The Library Association")];
    let stewards = desk.browser.send(form, &name).await.ok();
    let page = desk.open(stewards.link("Go on with the programme")).await;
    let season = desk.open(page.link("Set up a season")).await;
    let form = season.form(&season.path);
    let none = [("claims-least", "0"), ("claims-most", "0")];
    let page = desk.browser.send(form, &none).await.ok();
    let season = desk.latest().await.id;
    assert_eq!(page.path, admin::Season { season }.to_string());

    let categories = desk.open(page.link("Categories")).await;
    let rules = desk
        .open(categories.link("Next: add eligibility rules"))
        .await;
    let new = desk.open(rules.link("Add a rule")).await;
    let form = new.form(&new.path);
    let rule = [("prompt", "Is the library still open?")];
    let rules = desk.browser.send(form, &rule).await.ok();
    let list = desk.open(rules.link("Next: add questions")).await;
    let new = desk.open(list.link("Add a question")).await;
    let form = new.form(&new.path);
    let question = [("prompt", "What did they do?"), ("word-limit", "120")];
    let list = desk.browser.send(form, &question).await.ok();
    let criteria = desk.open(list.link("Next: add criteria")).await;
    let new = desk.open(criteria.link("Add a criterion")).await;
    let form = new.form(&new.path);
    let criterion = [
        ("title", "Difference"),
        ("weight", "1"),
        ("descriptor[0]", "none"),
        ("descriptor[1]", "hoped for"),
        ("descriptor[2]", "asserted"),
        ("descriptor[3]", "some"),
        ("descriptor[4]", "much"),
        ("descriptor[5]", "all"),
    ];
    let criteria = desk.browser.send(form, &criterion).await.ok();
    let rules = desk
        .open(criteria.link("Next: set the rules for deciding"))
        .await;
    let form = rules.form(&rules.path);
    let rules = desk.browser.send(form, &[("quorum", "2")]).await.ok();
    let terms = desk.open(rules.link("Next: have the terms approved")).await;
    let new = desk.open(terms.link("Draft the next version")).await;
    let form = new.form(terms.path.as_str());
    let drafted = desk.browser.send(form, &[]).await.ok();
    let circulation = format!("{}/circulation", drafted.path);
    let under = desk.browser.send(drafted.form(circulation), &[]).await.ok();
    let approval = format!("{}/approval", drafted.path);
    let how = [("note", "At the meeting of 4 January.")];
    desk.browser.send(under.form(approval), &how).await.ok();

    let page = desk.open(admin::Season { season }).await;
    let opening = desk.open(page.link("Open for nominations")).await;
    assert_eq!(desk.season(season).await.status, Status::Draft);
    let form = opening.form(admin::SeasonOpening { season });
    let opened = desk.browser.send(form, &[]).await.ok();
    assert_eq!(
        opened.first(".notice"),
        "The season is open. The rules are locked and published."
    );
    assert_eq!(desk.season(season).await.status, Status::Open);
    let rules = rule_sets::current(desk.site.store(), season)
        .await
        .expect("the rules");
    assert_eq!(rules.status.as_str(), "locked");
    assert_eq!(rules.quorum, 2);
    let asked = questions::list(desk.site.store(), season)
        .await
        .expect("the questions");
    assert_eq!(asked[0].key, "what_did_they_do");
}

#[tokio::test]
async fn the_shipped_award_is_set_up_by_one_button_and_only_once() {
    let (mut desk, season) = Desk::with_draft().await;
    let season = desk.season(season).await;
    assert!(season.timetable.missing().is_empty());
    let list = desk.open(admin::Programmes).await;
    let forms = list.forms();
    let path = admin::ShippedProgramme.to_string();
    assert!(forms.iter().all(|form| form.action != path));
    let again = desk.browser.post(path, &[("", ""); 0]).await;
    again.expect(StatusCode::CONFLICT);
    assert_eq!(desk.programmes().await.len(), 1);
}

#[tokio::test]
async fn an_address_that_is_ours_or_another_programmes_is_refused_and_nothing_typed_is_lost() {
    let mut desk = Desk::at(Stage::Open).await;
    let new = desk.open(admin::NewProgramme).await;
    for (slug, problem) in [
        (
            "admin",
            "This address is one of Plaudit’s own. Choose another",
        ),
        (
            "it-progress",
            "Another programme has this address. Choose another",
        ),
        ("Not plain", "The address is not in the right form"),
    ] {
        let mut answers = LIBRARY.to_vec();
        answers.push(("slug", slug));
        let page = desk
            .browser
            .send(new.form(admin::Programmes), &answers)
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem]);
        assert_eq!(page.value("title"), LIBRARY[0].1);
        assert_eq!(page.value("purpose"), LIBRARY[1].1);
        assert_eq!(page.value("slug"), slug);
    }
    let everything = [
        ("title", ""),
        ("decision", ""),
        ("zone", "Europe/Marrowby"),
        ("contact-email", "nobody"),
    ];
    let page = desk
        .browser
        .send(new.form(admin::Programmes), &everything)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.problems(),
        [
            "Enter the name of the award",
            "Enter the purpose",
            "Enter who is eligible",
            "Enter how it is decided",
            "Choose the time zone from the list",
            "The contact’s email address is not in the right form",
        ]
    );
    assert_eq!(desk.programmes().await.len(), 1);
}

#[tokio::test]
async fn a_preview_shows_the_texts_and_saves_nothing() {
    let mut desk = Desk::at(Stage::Open).await;
    let new = desk.open(admin::NewProgramme).await;
    let form = new.form(admin::Programmes).with(&LIBRARY);
    let page = desk
        .browser
        .send(form.press("then", "preview"), &[])
        .await
        .ok();
    assert_eq!(page.first("#preview strong"), "library");
    assert_eq!(page.value("title"), LIBRARY[0].1);

    let programme = desk.programmes().await.remove(0);
    let path = admin::ProgrammeWords {
        programme: programme.id,
    };
    let edit = desk.open(&path).await;
    let form = edit.form(&path).with(&[("purpose", "Something *else*.")]);
    let page = desk
        .browser
        .send(form.press("then", "preview"), &[])
        .await
        .ok();
    assert_eq!(page.first("#preview em"), "else");
    assert_eq!(desk.programmes().await, [programme]);
}

#[tokio::test]
async fn a_colour_dresses_the_programmes_pages_and_what_is_none_is_refused() {
    let mut desk = Desk::at(Stage::Open).await;
    let programme = desk.programmes().await.remove(0);
    let path = admin::ProgrammeWords {
        programme: programme.id,
    };
    let page = format!("/{}", programme.words.slug);
    let nominate = format!("/nominate/{}", programme.words.slug);
    assert!(!desk.open(&page).await.body().contains("/assets/accent-"));

    let edit = desk.open(&path).await;
    let wrong = desk
        .browser
        .send(edit.form(&path), &[("accent", "red;}")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.form(&path).value("accent").as_deref(), Some("red;}"));
    assert_eq!(desk.programmes().await.remove(0), programme);

    let edit = desk.open(&path).await;
    let saved = desk
        .browser
        .send(edit.form(&path), &[("accent", "FFEE00")])
        .await
        .ok();
    // Nobody could read yellow words; what is used instead is said.
    let accent = Accent::parse("#ffee00").expect("a colour");
    let used = accent.light().brand.to_string();
    assert!(saved.body().contains(&used), "{used}");
    assert_eq!(desk.programmes().await.remove(0).words.accent, Some(accent));

    let sheet = plaudit_web::assets::colours(accent);
    for page in [page, nominate] {
        assert!(desk.open(&page).await.body().contains(&sheet), "{page}");
    }
    assert_eq!(desk.open(&sheet).await.status, StatusCode::OK);
}

#[tokio::test]
async fn of_two_who_change_a_programme_the_second_sees_both_and_may_insist() {
    let mut desk = Desk::at(Stage::Open).await;
    let id = desk.programmes().await[0].id;
    let path = admin::ProgrammeWords { programme: id };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    let title = |title| [("title", title)];
    let saved = desk
        .browser
        .send(first.form(&path), &title("First"))
        .await
        .ok();
    assert_eq!(saved.heading(), "First");
    let page = desk
        .browser
        .send(second.form(&path), &title("Second"))
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(conflict(&page), [["Name of the award", "First", "Second"]]);
    assert_eq!(desk.programme(id).await.words.title.first(), "First");
    let page = desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(page.heading(), "Second");

    // The other way round: the first form is stale by now, too.
    let page = desk
        .browser
        .send(first.form(&path), &title("Third"))
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(conflict(&page), [["Name of the award", "Second", "Third"]]);
    assert_eq!(desk.programme(id).await.words.title.first(), "Second");
}

#[tokio::test]
async fn a_steward_is_added_and_retires_after_a_question() {
    let mut desk = Desk::at(Stage::Open).await;
    let programme = desk.programmes().await[0].id;
    let path = admin::Stewards { programme };
    for (name, problem) in [
        (" ", "Enter the name of the body"),
        ("The Society", "This body is a steward already"),
    ] {
        let page = desk.fill(&path, &[("name", name)]).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem]);
    }
    let page = desk.fill(&path, &[("name", "Aspire")]).await.ok();
    assert_eq!(page.table()[3][..2], ["Aspire", "Active"]);

    let steward = desk.programme(programme).await.stewards[0].id;
    let path = admin::StewardRetirement { programme, steward };
    let page = desk.open(&path).await;
    assert_eq!(page.heading(), "IT-progress award Retire The Association?");
    let still = desk.programme(programme).await.stewards[0].status;
    assert_eq!(still, steward::Status::Active);
    let page = desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(page.table()[1][..2], ["The Association", "Retired"]);
    let again = desk.browser.post(&path, &[("", ""); 0]).await;
    again.expect(StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_misspelt_steward_is_corrected_and_the_record_keeps_both_names() {
    let mut desk = Desk::at(Stage::Open).await;
    let programme = desk.programmes().await[0].id;
    let steward = desk.programme(programme).await.stewards[0].id;
    let path = admin::StewardName { programme, steward };
    for (name, problem) in [
        (" ", "Enter the name of the body"),
        ("The Society", "This body is a steward already"),
    ] {
        let page = desk.fill(&path, &[("name", name)]).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [problem]);
    }
    let name = desk.programme(programme).await.stewards[0].name.clone();
    assert_eq!(name, "The Association");
    let page = desk.fill(&path, &[("name", "The New Association")]).await;
    let page = page.ok();
    assert_eq!(page.first(".notice"), "The name is corrected.");
    assert_eq!(page.table()[1][..2], ["The New Association", "Active"]);
    let history = desk.open("/admin/history?kind=steward-changed").await;
    let text = history.text();
    assert!(text.contains("was: The Association"), "{text}");
    assert!(text.contains("name: The New Association"), "{text}");

    // Who has retired keeps the name under which that was.
    let retirement = admin::StewardRetirement { programme, steward };
    let page = desk.open(&retirement).await;
    desk.browser.send(page.form(&retirement), &[]).await.ok();
    let seen = [("name", "Another"), ("seen", "The New Association")];
    let refused = desk.browser.post(&path, &seen).await;
    refused.expect(StatusCode::CONFLICT);
    let name = desk.programme(programme).await.stewards[0].name.clone();
    assert_eq!(name, "The New Association");
}

#[tokio::test]
async fn whoever_is_no_administrator_finds_none_of_it() {
    let desk = Desk::at(Stage::Open).await;
    let programme = desk.programmes().await[0].id;
    let mut judge = desk.site.signed_in(JUDGES[0]).await;
    for path in [
        admin::Programmes.to_string(),
        admin::NewProgramme.to_string(),
        admin::Programme { programme }.to_string(),
    ] {
        judge.get(&path).await.expect(StatusCode::NOT_FOUND);
        let visitor = desk.site.visitor().get(&path).await;
        visitor.expect(StatusCode::SEE_OTHER);
    }
    let created = judge.post(admin::Programmes, &LIBRARY).await;
    created.expect(StatusCode::NOT_FOUND);
    assert_eq!(desk.programmes().await.len(), 1);
}

#[tokio::test]
async fn the_list_of_programmes_costs_the_same_however_long_it_is() {
    let mut desk = Desk::at(Stage::Open).await;
    let (_, one) = desk
        .site
        .statements_of(desk.browser.clone().open(admin::Programmes))
        .await;
    for number in 2..12 {
        let title = format!("Award {number}");
        let mut answers = LIBRARY.to_vec();
        answers[0].1 = &title;
        let new = desk.open(admin::NewProgramme).await;
        desk.browser
            .send(new.form(admin::Programmes), &answers)
            .await
            .ok();
    }
    let (page, many) = desk
        .site
        .statements_of(desk.browser.clone().open(admin::Programmes))
        .await;
    assert_eq!(page.all(".card").len(), 11);
    assert_eq!(many, one);
}
