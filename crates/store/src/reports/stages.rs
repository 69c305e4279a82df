//! A season's stages: what they are, who judges in which, and who would go on to the next; behind
//! `/admin/stages/{season}`.

use plaudit_domain::{
    ids::{MembershipId, SeasonId},
    membership,
    rule_set::RuleSet,
    season,
    stage::Kind,
};

use super::{
    Surroundings, Viewer, administrator_only,
    quorum::{self, Owing},
};
use crate::{
    Store, StoreError,
    kept::Kept,
    memberships, plans, rule_sets,
    stages::{self, Candidate},
};

/// A season's stages.
#[derive(Clone, Debug)]
pub struct StagesPage {
    /// The season.
    pub about: Surroundings,
    /// What the rule set says of them.
    pub rules: RuleSet,
    /// Who judges in which.
    pub judges: Vec<StageJudge>,
    /// Whether the move to the stage that is on can still be taken back.
    pub may_go_back: bool,
}

/// A judge of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageJudge {
    /// Their place on the panel.
    pub membership: MembershipId,
    /// Their name.
    pub name: String,
    /// The stages in which they judge.
    pub stages: Vec<Kind>,
}

impl StagesPage {
    /// The stage that is on has a next one, and the season is in judging.
    pub fn next(&self) -> Option<Kind> {
        let season = &self.about.season;
        let next = self.rules.stages.after(season.stage);
        next.filter(|_| season.status == season::Status::Judging)
    }

    /// The stage before the one that is on, while the move can be taken back.
    pub fn previous(&self) -> Option<Kind> {
        let before = self.rules.stages.before(self.about.season.stage);
        before.filter(|_| self.may_go_back)
    }
}

/// Who would go on to the next stage and who would not, and what the stage that ends lacks.
#[derive(Clone, Debug)]
pub struct StageMove {
    /// The season.
    pub about: Surroundings,
    /// What the rule set says.
    pub rules: RuleSet,
    /// The stage that ends.
    pub from: Kind,
    /// The stage that begins.
    pub to: Kind,
    /// The cases that take part in the stage that ends.
    pub candidates: Vec<Candidate>,
    /// Who still owes something in it.
    pub owing: Vec<Owing>,
    /// Whether who judges what is planned: then nothing lies on desks until the plan is published.
    pub is_planned: bool,
}

/// A season's stages, for who runs it.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<StagesPage, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let rules = rule_sets::load(conn, season).await?;
    let all = rules.stages.kinds();
    let judges = memberships::panel_in(conn, season)
        .await?
        .into_iter()
        .filter(|(one, _)| one.role.scores() && one.status == membership::Status::Active)
        .map(|(one, account)| StageJudge {
            membership: one.id,
            name: account.name,
            stages: all
                .iter()
                .copied()
                .filter(|kind| one.judges_in(*kind))
                .collect(),
        })
        .collect();
    let is_judging = about.season.status == season::Status::Judging;
    Ok(StagesPage {
        may_go_back: is_judging
            && rules.stages.are_on()
            && stages::may_still_go_back(conn, season).await?,
        about,
        rules,
        judges,
    })
}

/// What going on to the next stage would mean; not found where there is none.
pub async fn next(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<StageMove, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let about = Surroundings::load(conn, season).await?;
    let rules = rule_sets::load(conn, season).await?;
    let from = about.season.stage;
    let to = rules.stages.after(from).ok_or(StoreError::NotFound)?;
    let kept = Kept::of(conn, viewer).await?;
    Ok(StageMove {
        candidates: stages::candidates(conn, &about.season, &rules, &kept).await?,
        owing: quorum::load(conn, season, &kept).await?.owing(),
        is_planned: plans::is_made(conn, season).await?,
        about,
        from,
        to,
        rules: rules.in_stage(from),
    })
}
