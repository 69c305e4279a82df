//! A browser at an administrator's desk, and what it takes to set a small award up with it.

use jiff::SignedDuration;
use plaudit_domain::ids::{ProgrammeId, SeasonId};
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_store::{programmes, seasons};
use plaudit_web::paths::admin;

use crate::support::people::ADMINISTRATOR;
use crate::support::{Client, Page, Site, Stage};

/// An administrator's desk.
pub(crate) struct Desk {
    pub(crate) site: Site,
    pub(crate) browser: Client,
}

impl Desk {
    pub(crate) async fn at(stage: Stage) -> Self {
        let site = Site::at(stage).await;
        let browser = site.signed_in(ADMINISTRATOR).await;
        Self { site, browser }
    }

    /// A desk with the IT-progress award of 2027 as a draft, its dates set.
    pub(crate) async fn with_draft() -> (Self, SeasonId) {
        let mut desk = Self::at(Stage::SetUp).await;
        let list = desk.browser.open(admin::Programmes).await.ok();
        let form = list.form(admin::ShippedProgramme);
        let dates = desk.browser.send(form, &[]).await.ok();
        let season = desk.latest().await.id;
        let form = dates.form(admin::SeasonWords { season });
        desk.browser.send(form, &[]).await.ok();
        (desk, season)
    }

    /// Lets weeks pass, after which the administrator signs in anew.
    pub(crate) async fn wait_days(&mut self, days: i64) {
        self.site.wait(SignedDuration::from_hours(24 * days));
        self.browser = self.site.signed_in(ADMINISTRATOR).await;
    }

    pub(crate) async fn open(&mut self, path: impl ToString) -> Page {
        self.browser.open(path).await.ok()
    }

    /// Opens a page, fills in its form that posts to the same address, and goes where it is sent.
    pub(crate) async fn fill(&mut self, path: impl ToString, answers: &[(&str, &str)]) -> Page {
        let page = self.open(path.to_string()).await;
        self.browser
            .send(page.form(path.to_string()), answers)
            .await
    }

    pub(crate) async fn programmes(&self) -> Vec<Programme> {
        programmes::list(self.site.store())
            .await
            .expect("the programmes can be read")
    }

    pub(crate) async fn programme(&self, id: ProgrammeId) -> Programme {
        programmes::get(self.site.store(), id)
            .await
            .expect("the programme is there")
    }

    pub(crate) async fn season(&self, id: SeasonId) -> Season {
        seasons::get(self.site.store(), id)
            .await
            .expect("the season is there")
    }

    /// The season that was set up last.
    pub(crate) async fn latest(&self) -> Season {
        seasons::list_all(self.site.store())
            .await
            .expect("the seasons can be read")
            .remove(0)
    }
}

/// The headings of the table of a conflict's page, and its rows.
pub(crate) fn conflict(page: &Page) -> Vec<Vec<String>> {
    assert!(
        page.has("#conflict"),
        "no conflict is shown: {}",
        page.excerpt()
    );
    page.table().into_iter().skip(1).collect()
}
