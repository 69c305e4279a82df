//! A programme's page: its season, its form and what it is judged by.

use std::sync::Arc;

use jiff::Timestamp;
use plaudit_domain::{programme::Slug, rule_set::RuleSet};

use super::{
    Viewer,
    biographies::{self, PublicBiography},
    nomination_form::{self, NominationForm},
    outcome::{self, Outcome},
};
use crate::{
    Store, StoreError,
    rule_sets::{self, Version},
    seasons, secrets,
};

/// What a programme's page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammePage {
    /// The programme, its season and the form.
    pub form: Arc<NominationForm>,
    /// What the season is judged by.
    pub rule_set: RuleSet,
    /// Who judges, where the season shows it: those who agreed, the chair first.
    pub panel: Vec<PublicBiography>,
    /// When the season's result was announced, if it is.
    pub announced_at: Option<Timestamp>,
    /// What became of its announced seasons, the latest first.
    pub outcomes: Vec<Outcome>,
    /// The key under which the installation signs what is published of them.
    pub public_key: [u8; 32],
}

/// The page at this address, if this viewer may know of it.
pub async fn find(
    store: &Store,
    viewer: &Viewer,
    slug: &Slug,
) -> Result<Option<ProgrammePage>, StoreError> {
    let Some(form) = nomination_form::find(store, viewer, slug).await? else {
        return Ok(None);
    };
    let rule_set = rule_sets::load(store.read(), form.season.id).await?;
    let announced_at = seasons::announced_at(store, &form.season).await?;
    let outcomes = outcome::announced(store, form.programme.id).await?;
    let panel = biographies::public(store, form.season.id).await?;
    Ok(Some(ProgrammePage {
        form,
        rule_set,
        panel,
        announced_at,
        outcomes,
        public_key: secrets::public_key(store),
    }))
}

/// How a season is judged, in every version that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HowWeJudge {
    /// The programme and its season.
    pub form: Arc<NominationForm>,
    /// The versions of the rules, the latest first.
    pub versions: Vec<Version>,
}

/// How the season at this address is judged, if this viewer may know of it.
pub async fn how_we_judge(
    store: &Store,
    viewer: &Viewer,
    slug: &Slug,
) -> Result<Option<HowWeJudge>, StoreError> {
    let Some(form) = nomination_form::find(store, viewer, slug).await? else {
        return Ok(None);
    };
    let versions = rule_sets::versions(store, form.season.id).await?;
    Ok(Some(HowWeJudge { form, versions }))
}
