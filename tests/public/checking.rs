//! Checking one's answers before they are sent: `/nominations/{key}/check`.

use super::filling::{nominate, to_check};
use crate::support::{Site, Stage};

#[tokio::test]
async fn what_is_checked_is_shown_as_it_is_read_under_the_names_of_the_form() {
    let site = Site::at(Stage::Open).await;
    let mut browser = site.visitor();
    let checked = to_check(&site, &mut browser, &[]).await;
    let mut links = checked.all("main dd.change a");
    for link in [
        "Change Their name",
        "Change Your name",
        "Change Your email address",
    ] {
        assert!(links.iter().any(|other| other == link), "{links:?}");
    }
    let all = links.len();
    links.sort();
    links.dedup();
    assert_eq!(links.len(), all, "each link says what it changes");
    // The month was typed in figures.
    assert!(checked.text().contains("When it was done September 2026"));
    let declared = checked.all("section.nomination-part:last-of-type p");
    let page = browser.open(nominate()).await.ok();
    assert!(page.text().contains(&declared[0]));
    assert_eq!(declared[1], "You declare this. Change the declaration");
}
