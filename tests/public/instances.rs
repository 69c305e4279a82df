//! Several instances over one database: pages that are kept rendered are never older than what is there.

use plaudit_domain::text::Texts;
use plaudit_store::{
    organisations,
    questions::{self, QuestionWords},
};
use plaudit_web::shown::nomination_form::field;

use super::filling::nominate;
use crate::support::{Page, Site, Stage, people::ADMINISTRATOR};

#[tokio::test]
async fn what_changes_on_one_instance_stands_on_the_next_form_of_another() {
    let site = Site::at(Stage::Open).await;
    let mut elsewhere = site.visitor_elsewhere().await;
    let season = site.season().await;
    let question = questions::list(site.store(), season.id)
        .await
        .expect("questions")
        .remove(0);
    let before = elsewhere.open(nominate()).await.ok();
    assert!(before.text().contains(question.prompt.first()));

    let words = QuestionWords {
        key: question.key,
        prompt: Texts::english("How was it in the old days?"),
        help: question.help,
        asks: question.asks,
        required: question.required,
        for_publication: question.for_publication,
    };
    let seen = season.revision;
    questions::change(site.store(), &site.moment(), question.id, seen, words)
        .await
        .expect("it is revised");
    let after = elsewhere.open(nominate()).await.ok();
    assert!(after.text().contains("How was it in the old days?"));
    assert!(!after.text().contains(question.prompt.first()));

    let organisation = organisations::find(site.store())
        .await
        .expect("the organisation")
        .expect("there is one");
    let name = "The Society of Tomorrow".to_owned();
    let (version, contact) = (organisation.version, organisation.contact);
    organisations::change(site.store(), &site.moment(), version, name, contact)
        .await
        .expect("it is renamed");
    let after = elsewhere.open(nominate()).await.ok();
    assert_eq!(after.first(".brand-name"), "The Society of Tomorrow");
}

#[tokio::test]
async fn every_form_has_a_key_of_its_own_and_nobody_else_s_name_on_it() {
    let site = Site::at(Stage::Open).await;
    let key = |page: &Page| page.value(field::KEY);
    let first = site.visitor().open(nominate()).await.ok();
    let signed_in = site.signed_in(ADMINISTRATOR).await.open(nominate()).await;
    let second = site.visitor().open(nominate()).await.ok();
    assert_eq!(key(&first).len(), 64);
    assert_ne!(key(&first), key(&second));
    let draft = |page: &Page| page.attributes("form[data-draft]", "data-draft");
    assert_ne!(draft(&first), draft(&second));
    assert!(signed_in.ok().body().contains(ADMINISTRATOR.name));
    assert!(!second.body().contains(ADMINISTRATOR.name));
    // Whoever has seen one form has seen the other, but for what is their own.
    let mut again = second.body().to_owned();
    for (own, other) in [
        (key(&second), key(&first)),
        (draft(&second).concat(), draft(&first).concat()),
    ] {
        again = again.replace(&own, &other);
    }
    assert_eq!(again, first.body());
}
