//! `/admin/questions`, `/admin/eligibility` and `/admin/categories`.

use axum::http::StatusCode;
use plaudit_domain::ids::SeasonId;
use plaudit_domain::question::{Asks, Kind, Question};
use plaudit_domain::season::Category;
use plaudit_store::{eligibility_rules, questions, seasons};
use plaudit_web::paths::admin;

use super::setup_world::{Desk, conflict};
use crate::support::Stage;

async fn asked(desk: &Desk, season: SeasonId) -> Vec<Question> {
    questions::list(desk.site.store(), season)
        .await
        .expect("the questions")
}

async fn rules(desk: &Desk, season: SeasonId) -> Vec<plaudit_domain::eligibility::Rule> {
    eligibility_rules::list(desk.site.store(), season)
        .await
        .expect("the rules")
}

async fn categories(desk: &Desk, season: SeasonId) -> Vec<Category> {
    seasons::categories(desk.site.store(), season)
        .await
        .expect("the categories")
}

#[tokio::test]
async fn every_kind_of_question_is_added_and_seen_in_the_preview() {
    let (mut desk, season) = Desk::with_draft().await;
    let path = admin::NewQuestion { season };
    let kinds: [&[(&str, &str)]; 7] = [
        &[("kind", "short-text")],
        &[("kind", "long-text"), ("word-limit", "90")],
        &[("kind", "one-of"), ("choices", "County\nDistrict")],
        &[("kind", "several-of"), ("choices", "Hall\nLibrary\nPark")],
        &[("kind", "number"), ("lowest", "0"), ("highest", "5,000")],
        &[("kind", "date"), ("required", "")],
        &[("kind", "link"), ("help", "One that works.")],
    ];
    for (number, kind) in kinds.iter().enumerate() {
        let prompt = format!("Further question {number}");
        let mut answers = vec![("prompt", prompt.as_str())];
        answers.extend_from_slice(kind);
        desk.fill(&path, &answers).await.ok();
    }
    let there = asked(&desk, season).await;
    let added = &there[6..];
    let kinds: Vec<_> = added.iter().map(|question| question.asks.kind()).collect();
    assert_eq!(kinds, Kind::ALL);
    assert_eq!(added[1].asks, Asks::LongText { word_limit: 90 });
    let range = Asks::Number {
        lowest: Some(0),
        highest: Some(5_000),
    };
    assert_eq!(added[4].asks, range);
    assert!(added[0].required && !added[5].required);
    assert_eq!(added[0].key, "further_question_0");

    let list = desk.open(admin::Questions { season }).await;
    let limits: Vec<_> = list.table()[7..].iter().map(|row| row[2].clone()).collect();
    assert_eq!(
        limits,
        [
            "None",
            "Up to 90 words",
            "2 choices",
            "3 choices",
            "0 to 5,000",
            "None",
            "None"
        ]
    );
    let preview = desk.open(admin::QuestionsPreview { season }).await;
    assert!(preview.has("fieldset[disabled] input[type=url]"));
    assert_eq!(preview.all("fieldset[disabled] textarea").len(), 7);
    assert!(preview.text().contains("Further question 3"));
    assert!(preview.text().contains("District"));
}

#[tokio::test]
async fn a_question_says_everything_that_is_wrong_and_writes_nothing() {
    let (mut desk, season) = Desk::with_draft().await;
    let before = asked(&desk, season).await;
    let path = admin::NewQuestion { season };
    for (answers, problems) in [
        (
            [("kind", "long-text"), ("word-limit", "none")],
            [
                "Enter the question",
                "The word limit is not in the right form",
            ],
        ),
        (
            [("kind", "long-text"), ("word-limit", "0")],
            [
                "Enter the question",
                "The word limit must be from 1 to 5000",
            ],
        ),
        (
            [("kind", "one-of"), ("choices", "A\nA")],
            ["Enter the question", "The choices is given twice"],
        ),
        (
            [("kind", "number"), ("lowest", "few")],
            [
                "Enter the question",
                "The least number is not in the right form",
            ],
        ),
    ] {
        let page = desk.fill(&path, &answers).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), problems);
        let (name, typed) = answers[1];
        assert_eq!(page.value(name), typed);
    }
    assert_eq!(asked(&desk, season).await, before);
}

#[tokio::test]
async fn a_choice_that_is_worded_anew_keeps_its_key() {
    let (mut desk, season) = Desk::with_draft().await;
    let new = admin::NewQuestion { season };
    let question = [
        ("prompt", "What kind of council?"),
        ("kind", "one-of"),
        ("choices", "County\nDistrict"),
    ];
    desk.fill(&new, &question).await.ok();
    let question = asked(&desk, season).await.remove(6).id;
    let path = admin::Question { season, question };
    let page = desk.open(&path).await;
    assert_eq!(page.value("choices"), "County\nDistrict");
    let anew = [("choices", "Unitary\nCounty\nDistrict or borough")];
    desk.browser.send(page.form(&path), &anew).await.ok();
    let Asks::OneOf(choices) = asked(&desk, season).await.remove(6).asks else {
        unreachable!("the kind was not changed");
    };
    let kept: Vec<_> = choices
        .iter()
        .map(|choice| (choice.key.as_str(), choice.title.first()))
        .collect();
    assert_eq!(
        kept,
        [
            ("unitary", "Unitary"),
            ("county", "County"),
            ("district_or_borough", "District or borough"),
        ]
    );
    let again = [("choices", "Unitary\nCounty council\nDistrict or borough")];
    desk.fill(&path, &again).await.ok();
    let Asks::OneOf(choices) = asked(&desk, season).await.remove(6).asks else {
        unreachable!("the kind was not changed");
    };
    assert_eq!(choices[1].key, "county");
}

#[tokio::test]
async fn questions_move_up_and_down_and_are_removed() {
    let (mut desk, season) = Desk::with_draft().await;
    let before: Vec<_> = asked(&desk, season)
        .await
        .iter()
        .map(|each| each.id)
        .collect();
    let place = admin::QuestionPlace {
        season,
        question: before[0],
    };
    let list = desk.open(admin::Questions { season }).await;
    desk.browser.send(list.form(&place), &[]).await.ok();
    let now: Vec<_> = asked(&desk, season)
        .await
        .iter()
        .map(|each| each.id)
        .collect();
    assert_eq!(now[..3], [before[1], before[0], before[2]]);
    let sideways = desk.browser.post(&place, &[("to", "sideways")]).await;
    sideways.expect(StatusCode::NOT_FOUND);

    let question = before[2];
    let page = desk.open(admin::Question { season, question }).await;
    let removal = admin::QuestionRemoval { season, question };
    let page = desk.browser.send(page.form(&removal), &[]).await.ok();
    assert_eq!(page.table().len(), before.len());
    assert!(
        asked(&desk, season)
            .await
            .iter()
            .all(|each| each.id != question)
    );
    let path = admin::Question { season, question };
    desk.browser.get(path).await.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn of_two_who_change_a_question_the_second_sees_both() {
    let (mut desk, season) = Desk::with_draft().await;
    let question = asked(&desk, season).await.remove(0).id;
    let path = admin::Question { season, question };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    let changed = [("prompt", "First?"), ("word-limit", "140")];
    desk.browser.send(first.form(&path), &changed).await.ok();
    let changed = [("prompt", "Second?")];
    let page = desk.browser.send(second.form(&path), &changed).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(
        conflict(&page),
        [
            ["Question", "First?", "Second?"],
            ["Word limit", "140", "150"]
        ]
    );
    assert_eq!(asked(&desk, season).await[0].prompt.first(), "First?");
    desk.browser.send(page.form(&path), &[]).await.ok();
    assert_eq!(asked(&desk, season).await[0].prompt.first(), "Second?");
}

#[tokio::test]
async fn while_nominations_are_open_only_the_words_are_corrected() {
    let mut desk = Desk::at(Stage::Open).await;
    let season = desk.latest().await.id;
    let before = asked(&desk, season).await;
    let question = before[0].id;
    let path = admin::Question { season, question };
    let page = desk.open(&path).await;
    assert!(page.text().contains("You can correct the words"));
    assert!(!page.has("input[type=radio]"));
    let form = page.form(&path);
    let corrected = [("prompt", "How were things before?")];
    desk.browser.send(form, &corrected).await.ok();
    let now = asked(&desk, season).await;
    assert_eq!(now[0].prompt.first(), "How were things before?");
    assert_eq!(
        (&now[0].asks, now[0].required),
        (&before[0].asks, before[0].required)
    );

    let version = desk.open(&path).await.value("version");
    let another = [
        ("version", version.as_str()),
        ("prompt", "Another"),
        ("kind", "short-text"),
    ];
    desk.browser
        .post(&path, &another)
        .await
        .expect(StatusCode::CONFLICT);
    let new = admin::NewQuestion { season };
    desk.browser
        .post(&new, &another)
        .await
        .expect(StatusCode::CONFLICT);
    for action in [
        admin::QuestionPlace { season, question }.to_string(),
        admin::QuestionRemoval { season, question }.to_string(),
    ] {
        let page = desk.browser.post(&action, &[("to", "down")]).await;
        page.expect(StatusCode::CONFLICT);
    }
    assert_eq!(asked(&desk, season).await, now);
}

#[tokio::test]
async fn eligibility_rules_are_added_changed_and_removed() {
    let (mut desk, season) = Desk::with_draft().await;
    let new = admin::NewEligibilityRule { season };
    let page = desk.fill(&new, &[]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the question"]);
    let rule = [("prompt", "Is the nominee a judge?"), ("wanted", "no")];
    desk.fill(&new, &rule).await.ok();
    let added = rules(&desk, season).await.remove(3);
    assert_eq!(added.wanted.as_str(), "no");

    let path = admin::EligibilityRule {
        season,
        rule: added.id,
    };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    desk.browser
        .send(first.form(&path), &[("help", "Of this season.")])
        .await
        .ok();
    let page = desk
        .browser
        .send(second.form(&path), &[("wanted", "yes")])
        .await
        .expect(StatusCode::CONFLICT);
    assert_eq!(
        conflict(&page),
        [
            ["Help", "Of this season.", "Nothing"],
            ["Answer that makes eligible", "no", "yes"]
        ]
    );
    assert_eq!(rules(&desk, season).await[3].wanted.as_str(), "no");

    let removal = admin::EligibilityRuleRemoval {
        season,
        rule: added.id,
    };
    let list = desk.browser.send(first.form(&removal), &[]).await.ok();
    assert_eq!(list.path, admin::EligibilityRules { season }.to_string());
    assert_eq!(rules(&desk, season).await.len(), 3);
}

#[tokio::test]
async fn an_open_season_keeps_its_rules_and_categories() {
    let mut desk = Desk::at(Stage::Open).await;
    let season = desk.latest().await.id;
    let before = (rules(&desk, season).await, categories(&desk, season).await);
    let rule = before.0[0].id;
    let path = admin::EligibilityRule { season, rule };
    let version = desk.open(&path).await.value("version");
    let other = [
        ("version", version.as_str()),
        ("prompt", "Is it so?"),
        ("wanted", "no"),
        ("title", "Another"),
    ];
    let category = before.1[0].id;
    for action in [
        path.to_string(),
        admin::NewEligibilityRule { season }.to_string(),
        admin::EligibilityRuleRemoval { season, rule }.to_string(),
        admin::Categories { season }.to_string(),
        admin::Category { season, category }.to_string(),
        admin::CategoryRemoval { season, category }.to_string(),
    ] {
        let page = desk.browser.post(&action, &other).await;
        page.expect(StatusCode::CONFLICT);
    }
    let after = (rules(&desk, season).await, categories(&desk, season).await);
    assert_eq!(after, before);
    let page = desk.open(admin::Categories { season }).await;
    assert!(
        page.forms()
            .iter()
            .all(|form| form.value("title").is_none())
    );
}

#[tokio::test]
async fn categories_are_added_renamed_and_removed_but_for_the_last() {
    let (mut desk, season) = Desk::with_draft().await;
    let list = admin::Categories { season };
    let page = desk.fill(&list, &[("title", " ")]).await;
    let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problems(), ["Enter the name of the category"]);
    desk.fill(&list, &[("title", "A team")]).await.ok();
    let there = categories(&desk, season).await;
    let category = there[0].id;
    let path = admin::Category { season, category };
    let (first, second) = (desk.open(&path).await, desk.open(&path).await);
    let title = |title| [("title", title)];
    desk.browser
        .send(first.form(&path), &title("One"))
        .await
        .ok();
    let page = desk.browser.send(second.form(&path), &title("Two")).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(conflict(&page), [["Category", "One", "Two"]]);

    let removal = admin::CategoryRemoval { season, category };
    let page = desk.open(&list).await;
    desk.browser.send(page.form(&removal), &[]).await.ok();
    assert_eq!(categories(&desk, season).await, there[1..]);
    let only = admin::CategoryRemoval {
        season,
        category: there[1].id,
    };
    let page = desk.browser.post(only, &[("", ""); 0]).await;
    page.expect(StatusCode::CONFLICT);
    assert_eq!(categories(&desk, season).await, there[1..]);
}
