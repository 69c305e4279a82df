//! A nomination form filled in as a careful person would, for every test that needs one.

use axum::http::StatusCode;
use jiff::SignedDuration;
use plaudit_web::paths::public::Nominate;
use plaudit_web::shown::nomination_form::field;

use crate::support::{Client, Page, Site};

/// The nominator of every nomination here.
pub(crate) const NOMINATOR: &str = "gwen.pryce@marrowby.example";

/// The path of the award's form.
pub(crate) fn nominate() -> Nominate {
    Nominate {
        programme: "it-progress".to_owned(),
    }
}

/// What is typed into the form on this page, by field: right in every part.
pub(crate) fn answers(page: &Page) -> Vec<(String, String)> {
    let mut answers: Vec<(String, String)> = [
        (field::NOMINEE_NAME, "Siân Ŵyn-Okafor"),
        (field::NOMINEE_ROLE, "Benefits officer"),
        (field::NOMINEE_EMPLOYER, "Marrowby Borough Council"),
        (field::NOMINEE_EMAIL, "sian@marrowby.example"),
        (field::NOMINATOR_NAME, "Gwen Pryce"),
        (field::NOMINATOR_EMAIL, NOMINATOR),
        (field::NOMINATOR_TELEPHONE, "01632 960 555"),
        (field::NOMINATOR_ORGANISATION, "Marrowby Borough Council"),
        (field::NOMINATOR_ROLE, "Head of revenues"),
        (field::RELATIONSHIP, "line-manager"),
        ("claim[0].before", "Forms were typed in twice."),
        ("claim[0].after", "Forms are read once."),
        ("claim[0].from", "March 2026"),
        ("claim[0].to", "9/2026"),
        ("claim[0].shown_by", "The weekly count of forms."),
        (field::DECLARATION, field::AGREED),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    for name in page.attributes("input[type=radio][value=unsure]", "name") {
        answers.push((name, "yes".to_owned()));
    }
    for (name, number) in page
        .attributes("textarea[name^=answer]", "name")
        .into_iter()
        .zip(1..)
    {
        answers.push((name, format!("Answer {number}, in a few words.")));
    }
    answers
}

/// The same with these in their place.
pub(crate) fn answers_with(page: &Page, others: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut answers = answers(page);
    answers.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
    answers.extend(
        others
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    answers
}

/// As `Client::submit` wants them.
pub(crate) fn pairs(answers: &[(String, String)]) -> Vec<(&str, &str)> {
    answers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// Opens the form, and takes as long as a person does.
pub(crate) async fn open_form(site: &Site, browser: &mut Client) -> Page {
    let page = browser.open(nominate()).await.ok();
    site.wait(SignedDuration::from_mins(1));
    page
}

/// Fills the form in and goes to the page where the answers are checked.
pub(crate) async fn to_check(site: &Site, browser: &mut Client, others: &[(&str, &str)]) -> Page {
    let page = open_form(site, browser).await;
    let answers = answers_with(&page, others);
    let checked = browser
        .send(page.form(nominate()), &pairs(&answers))
        .await
        .ok();
    assert_eq!(checked.heading(), "IT-progress award Check your answers");
    checked
}

/// Nominates from end to end; the receipt.
pub(crate) async fn nominate_somebody(
    site: &Site,
    browser: &mut Client,
    others: &[(&str, &str)],
) -> Page {
    let checked = to_check(site, browser, others).await;
    let receipt = browser.send(checked.form(nominate()), &[]).await.ok();
    assert_eq!(receipt.heading(), "Thank you. We have your nomination.");
    receipt
}

/// Opens the link in the last letter to this address and presses its button; the nominator's own page.
pub(crate) async fn confirm(site: &Site, browser: &mut Client, address: &str) -> Page {
    let link = site.letter_to(address).await.link("/nominations/");
    let own = browser.open(&link).await.ok();
    let form = own.form(format!("{link}/confirmation"));
    let confirmed = browser.send(form, &[]).await.ok();
    assert!(confirmed.text().contains("You confirmed your address at"));
    confirmed
}

/// The key in a private page's address.
pub(crate) fn key_of(page: &Page) -> String {
    page.path.split('/').nth(2).unwrap_or_default().to_owned()
}

/// The number that a receipt gives.
pub(crate) fn number_of(receipt: &Page) -> String {
    assert_eq!(receipt.status, StatusCode::OK);
    receipt.first(".panel strong")
}
