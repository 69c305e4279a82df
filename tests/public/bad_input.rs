//! What no page of ours sends: broken bytes, too much, the wrong origin, names that nobody asked for.

use axum::http::{Method, StatusCode, header};
use plaudit_web::paths::public::Nominate;
use plaudit_web::shown::nomination_form::field;

use super::filling::{answers, answers_with, nominate, open_form, pairs};
use crate::support::{Site, Stage};

#[tokio::test]
async fn bytes_that_are_no_text_and_nul_are_told_at_their_field() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let key = page.value(field::KEY);
    let body = format!("key={key}&nominee_name=Zo%E9&nominator_name=a%00b&unheard_of=%FF");
    let refused = browser
        .post_bytes(nominate(), body.as_bytes())
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    let problems = refused.problems();
    for told in [
        "The nominee’s name could not be read as text; type it again",
        "Your name has a character that cannot be kept (U+0000)",
    ] {
        assert!(problems.contains(&told.to_owned()), "{problems:#?}");
    }
    assert_eq!(refused.value(field::NOMINEE_NAME), "Zo\u{fffd}");
}

#[tokio::test]
async fn a_field_given_twice_is_told_and_unknown_ones_are_ignored() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let form = page.form(nominate()).with(&pairs(&answers(&page)));
    let mut fields = form.pairs();
    fields.push((field::NOMINEE_NAME.to_owned(), "Somebody else".to_owned()));
    fields.push(("status".to_owned(), "accepted".to_owned()));
    let refused = browser
        .post(nominate(), &fields)
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problems(), ["The nominee’s name is given twice"]);
}

#[tokio::test]
async fn each_limit_is_named() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let page = open_form(&site, &mut browser).await;
    let long = "x".repeat(201);
    let words = "word ".repeat(101);
    let others = [
        (field::NOMINEE_NAME, long.as_str()),
        ("claim[0].before", words.as_str()),
    ];
    let refused = browser
        .submit(page.form(nominate()), &pairs(&answers_with(&page, &others)))
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        refused.problems(),
        [
            "The nominee’s name must be 200 characters or fewer; it has 201",
            "How it was before, in progress claim 1 must be 100 words or fewer; it has 101",
        ]
    );
}

#[tokio::test]
async fn an_answer_in_the_wrong_form_is_told_what_a_right_one_looks_like() {
    let site = Site::at(Stage::Demo).await;
    let mut browser = site.visitor();
    let kettle = Nominate {
        programme: "kettle-award".to_owned(),
    };
    let page = browser.open(&kettle).await.ok();
    let typed_in = "main [name^=answer]:not([type=radio], [type=checkbox])";
    let names = page.attributes(typed_in, "name");
    let typed: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), "www.hall.example, since last spring"))
        .collect();
    let refused = browser.submit(page.form(&kettle), &typed).await;
    let refused = refused.expect(StatusCode::UNPROCESSABLE_ENTITY);
    let told: Vec<String> = refused
        .problems()
        .into_iter()
        .filter(|problem| problem.contains("such as"))
        .collect();
    assert_eq!(
        told,
        [
            "Your answer to question 6 must be a whole number, such as 12",
            "Your answer to question 7 must be a date, such as 4 March 2027",
            "Your answer to question 8 must be a web address, such as https://www.example.org/",
        ]
    );
    for name in names.iter().rev().take(3) {
        assert_eq!(refused.value(name), "www.hall.example, since last spring");
    }
}

#[tokio::test]
async fn more_than_a_form_can_hold_is_refused_whole() {
    let site = Site::at(Stage::Open).await;
    let body = format!("nominee_name={}", "x".repeat(1024 * 1024));
    site.visitor()
        .post_bytes(nominate(), body.as_bytes())
        .await
        .expect(StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn another_sites_form_is_turned_away() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let mut request = browser.request(Method::POST, &nominate().to_string());
    let headers = request.headers_mut().expect("the request is right so far");
    headers.insert(
        header::ORIGIN,
        "https://evil.example".parse().expect("a header"),
    );
    headers.insert("sec-fetch-site", "cross-site".parse().expect("a header"));
    let answer = browser.ask_with(request, b"nominee_name=x".to_vec()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_form_without_its_key_or_with_a_forged_one_still_keeps_the_text() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    for key in ["", "nonsense"] {
        let refused = browser
            .post(
                nominate(),
                &[(field::KEY, key), (field::NOMINEE_NAME, "Ann")],
            )
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.value(field::NOMINEE_NAME), "Ann");
        assert_eq!(refused.value(field::KEY).len(), 64);
    }
}
