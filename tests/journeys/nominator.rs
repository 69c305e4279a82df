//! A nominator's story: from the start page to a confirmed nomination, with a pause between, on two devices.

use plaudit_web::paths::public::Home;
use plaudit_web::shown::nomination_form::field;

use crate::public::filling::{NOMINATOR, answers, confirm, nominate, number_of, pairs};
use crate::support::{Site, Stage};
use jiff::SignedDuration;

#[tokio::test]
async fn somebody_begins_on_a_phone_and_finishes_at_a_desk() {
    let site = Site::at(Stage::Open).await;
    let mut phone = site.visitor();
    let home = phone.open(Home).await.ok();
    let programme = phone.open(home.link("IT-progress award")).await.ok();
    let read = phone.open(programme.link("Read the whole form")).await.ok();
    let form = phone.open(read.link("Nominate somebody")).await.ok();
    site.wait(SignedDuration::from_mins(4));
    let begun = [
        (field::NOMINEE_NAME, "Siân Ŵyn-Okafor"),
        (field::NOMINATOR_EMAIL, NOMINATOR),
    ];
    let saved = phone
        .send(form.form(nominate()).press(field::PRESSED, "save"), &begun)
        .await
        .ok();
    assert_eq!(saved.first(".tag"), "Draft");

    site.wait(SignedDuration::from_hours(20));
    let mut desk = site.visitor();
    let link = site.letter_to(NOMINATOR).await.link("/nominations/");
    let draft = desk.open(link).await.ok();
    let form = desk.open(draft.link("Go on with it")).await.ok();
    assert_eq!(form.value(field::NOMINEE_NAME), "Siân Ŵyn-Okafor");
    let rest = answers(&form);
    let checked = desk.send(form.form(nominate()), &pairs(&rest)).await.ok();
    let receipt = desk.send(checked.form(nominate()), &[]).await.ok();
    let number = number_of(&receipt);

    let letter = site.letter_to(NOMINATOR).await;
    assert!(letter.text.contains(&number));
    confirm(&site, &mut desk, NOMINATOR).await;
    // The phone's old link leads to the same nomination.
    let same = phone.open(saved.path).await.ok();
    assert!(same.heading().contains(&number));
}
