//! A season's stages: what they are, who judges in which, and who would go on to the next; behind
//! `/admin/stages/{season}`.

use plaudit_domain::{
    case,
    ids::{CaseId, MembershipId, SeasonId},
    membership,
    rule_set::RuleSet,
    season::{self, Season},
    stage::Kind,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Surroundings, Viewer, administrator_only,
    quorum::{self, Owing},
};
use crate::{
    Store, StoreError,
    cases::{Nominee, of_season},
    entities::cases,
    kept::Kept,
    memberships, plans, readings, rule_sets,
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
    /// Who has not read which finalists, by their numbers, while those are interviewed.
    pub unread: Vec<(String, Vec<i64>)>,
    /// The finalists who are interviewed, with when and where.
    pub interviewed: Vec<Interviewed>,
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

/// A finalist who is interviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interviewed {
    /// The case.
    pub case: CaseId,
    /// Its number in the category.
    pub number: i64,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// When and where, if that is known.
    pub appointment: Option<String>,
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
    let panel = memberships::panel_in(conn, season).await?;
    let kept = Kept::of(conn, viewer).await?;
    let missing = readings::unread(conn, season, None, &kept).await?;
    let unread = panel
        .iter()
        .filter_map(|(_, account)| {
            let missing = missing.get(&account.id)?;
            let numbers = missing.iter().map(|one| one.number).collect();
            Some((account.name.clone(), numbers))
        })
        .collect();
    let judges = panel
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
        unread,
        interviewed: interviewed(conn, &about.season, &kept).await?,
        may_go_back: is_judging
            && rules.stages.are_on()
            && stages::may_still_go_back(conn, &about.season, &rules).await?,
        about,
        rules,
        judges,
    })
}

async fn interviewed(
    conn: &impl ConnectionTrait,
    season: &Season,
    kept: &Kept,
) -> Result<Vec<Interviewed>, StoreError> {
    if season.stage != Kind::Interview {
        return Ok(Vec::new());
    }
    let rows = cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season.id)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::OutAfter.is_null())
        .filter(cases::Column::Status.eq(case::Status::Shortlisted.as_str()))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .find_also_linked(Nominee)
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(row, nominee)| Interviewed {
            case: row.id.into(),
            number: row.number,
            nominee: nominee
                .filter(|person| person.erased_at.is_none())
                .map(|person| person.name),
            appointment: row.appointment,
        })
        .collect())
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
