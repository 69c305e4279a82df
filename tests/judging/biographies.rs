//! `/judging/biographies/{season}`, `/admin/biographies/{season}` and “Who judges” on the programme's page.

use axum::http::StatusCode;
use plaudit_domain::{ids::MembershipId, membership::Role, quorum::Submitted};
use plaudit_store::{
    memberships,
    reports::{Viewer, biographies as report},
};
use plaudit_web::paths::{
    admin::{
        Biographies, Biography as Edited, BiographyRemoval as Hidden, More, PanelPublication,
        PanelPublicationRemoval,
    },
    judging::{Biography, BiographyRemoval, Panels},
    public::Programme,
};

use super::panel::Panel;
use crate::support::{
    Client,
    people::{ADMINISTRATOR, JUDGES},
};

const SAID: [(&str, &str); 4] = [
    ("name", "Professor Bola Idris"),
    ("affiliation", "University of Aldermouth"),
    ("words", "She has read more forms than anybody should."),
    ("agrees", "yes"),
];

async fn public(panel: &Panel) -> String {
    let path = Programme {
        programme: "it-progress".to_owned(),
    };
    panel.site.visitor().open(path).await.ok().text()
}

async fn row(panel: &Panel) -> report::Row {
    let viewer = Viewer::Administrator(panel.site.account(ADMINISTRATOR).await);
    report::panel(panel.site.store(), &viewer, panel.season)
        .await
        .expect("the panel")
        .rows
        .into_iter()
        .find(|row| row.name == JUDGES[0].name)
        .expect("the judge")
}

async fn switched_on(panel: &Panel) -> Client {
    let season = panel.season;
    let mut browser = panel.site.signed_in(ADMINISTRATOR).await;
    let more = browser.open(More { season }).await.ok();
    let list = Biographies { season };
    assert_eq!(more.link("Show who judges"), list.to_string());
    let form = browser
        .open(&list)
        .await
        .ok()
        .form(PanelPublication { season });
    browser.send(form, &[]).await.ok();
    browser
}

/// The judge writes theirs and agrees.
async fn written(panel: &Panel) -> Client {
    let path = Biography {
        season: panel.season,
    };
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let panels = judge.open(Panels).await.ok();
    assert_eq!(panels.link("Your public biography"), path.to_string());
    let form = judge.open(&path).await.ok().form(&path);
    judge.send(form, &SAID).await.ok();
    judge
}

#[tokio::test]
async fn nothing_is_asked_or_shown_until_the_programme_switches_it_on() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let path = Biography { season };
    judge.get(&path).await.expect(StatusCode::NOT_FOUND);
    assert!(!judge.open(Panels).await.ok().text().contains("biography"));
    judge.post(&path, &SAID).await.expect(StatusCode::NOT_FOUND);
    assert_eq!(row(&panel).await.biography, None, "nothing was written");
    assert!(!public(&panel).await.contains("Who judges"));

    let mut administrator = switched_on(&panel).await;
    written(&panel).await;
    let shown = public(&panel).await;
    assert!(shown.contains("Who judges") && shown.contains("more forms than anybody"));
    assert!(shown.contains("Professor Bola Idris"));
    assert!(!shown.contains(JUDGES[1].name), "nobody without consent");
    let removal = PanelPublicationRemoval { season };
    let page = administrator.open(Biographies { season }).await.ok();
    administrator.send(page.form(&removal), &[]).await.ok();
    assert!(!public(&panel).await.contains("Who judges"));
}

#[tokio::test]
async fn nobody_is_shown_who_has_not_agreed_and_everybody_can_take_it_back() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    switched_on(&panel).await;
    let path = Biography { season };
    let mut judge = panel.site.signed_in(JUDGES[0]).await;
    let page = judge.open(&path).await.ok();
    assert_eq!(page.value("name"), JUDGES[0].name);
    let long = "word ".repeat(121);
    let wrong = judge
        .send(page.form(&path), &[("words", long.as_str())])
        .await
        .expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problems().len(), 1);
    assert_eq!(row(&panel).await.biography, None);
    let quiet = [("words", "She reads.")];
    let kept = judge.send(page.form(&path), &quiet).await.ok();
    assert!(kept.text().contains("saved, and not shown"));
    assert!(!public(&panel).await.contains("She reads."));
    // Two windows are told apart.
    let stale = judge
        .send(page.form(&path), &SAID[2..3])
        .await
        .expect(StatusCode::CONFLICT);
    assert!(stale.text().contains("She reads."));
    judge.send(stale.form(&path), &SAID).await.ok();
    assert!(public(&panel).await.contains("more forms than anybody"));
    let removal = BiographyRemoval { season };
    let page = judge.open(&path).await.ok();
    judge.send(page.form(&removal), &[]).await.ok();
    assert_eq!(row(&panel).await.biography, None);
    assert!(!public(&panel).await.contains("Who judges"));
}

#[tokio::test]
async fn what_an_administrator_changes_is_shown_once_its_author_agrees() {
    let panel = Panel::screening(1).await;
    let season = panel.season;
    let mut administrator = switched_on(&panel).await;
    let mut judge = written(&panel).await;
    let membership = row(&panel).await.membership;
    let path = Edited { season, membership };
    let page = administrator.open(&path).await.ok();
    let corrected = [("words", "She has read a great many forms.")];
    administrator.send(page.form(&path), &corrected).await.ok();
    assert!(!public(&panel).await.contains("forms"));
    let own = Biography { season };
    let page = judge.open(&own).await.ok();
    assert!(page.text().contains("These words are not shown."));
    judge.send(page.form(&own), &[("agrees", "yes")]).await.ok();
    assert!(public(&panel).await.contains("a great many forms"));

    let page = administrator.open(&path).await.ok();
    let hidden = Hidden { season, membership };
    administrator.send(page.form(&hidden), &[]).await.ok();
    assert!(!public(&panel).await.contains("a great many forms"));
    let unknown = Edited {
        season,
        membership: MembershipId(season.0),
    };
    administrator
        .get(&unknown)
        .await
        .expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_leaves_the_panel_leaves_the_page_and_is_asked_again_when_they_return() {
    let panel = Panel::screening(1).await;
    switched_on(&panel).await;
    written(&panel).await;
    let (store, membership) = (panel.site.store(), row(&panel).await.membership);
    let moment = panel.site.moment();
    memberships::suspend(
        store,
        &moment,
        membership,
        Submitted::Counts,
        "Spoke of a case in public.".to_owned(),
    )
    .await
    .expect("they are suspended");
    assert!(!public(&panel).await.contains("Who judges"));

    let other = Panel::screening(1).await;
    switched_on(&other).await;
    written(&other).await;
    let membership = row(&other).await.membership;
    let (store, moment) = (other.site.store(), other.site.moment());
    memberships::end(store, &moment, membership)
        .await
        .expect("they leave");
    assert!(!public(&other).await.contains("Who judges"));
    other.site.wait(jiff::SignedDuration::from_hours(1));
    let invitation = memberships::Invitation {
        name: JUDGES[0].name.to_owned(),
        email: JUDGES[0].email(),
        role: Role::Judge,
        scope: plaudit_domain::membership::Scope::Season(other.season),
        of_what: "the award".to_owned(),
        language: "en".to_owned(),
    };
    let moment = other.site.moment();
    let back = memberships::invite(store, &moment, invitation)
        .await
        .expect("they are asked");
    let minted = memberships::mint_invitation(store, &moment, back)
        .await
        .expect("a link");
    memberships::accept(store, &moment, &minted.token)
        .await
        .expect("they return");
    assert!(!row(&other).await.is_agreed);
    assert!(!public(&other).await.contains("Who judges"));
}
