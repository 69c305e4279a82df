//! A judge's desk: every case that is theirs, by season, with what is left, done and next.

mod step;

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    assignment,
    ids::{AccountId, AssignmentId, SeasonId},
    interest, membership,
    programme::Programme,
    season::{self, Category, Season},
    stage::Kind,
    text::Texts,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use tokio::try_join;
use uuid::Uuid;

pub use step::{Progress, Step};

use super::{
    Viewer, deliberation,
    own_scores::{self, OwnScores},
    rulings,
};
use crate::{
    Store, StoreError, assignments, blind,
    cases::join_case,
    confidentiality,
    entities::{
        assignments as rows, cases, categories, interests, memberships, people, seasons as seasons_,
    },
    interests::rulers,
    kept::Kept,
    memberships as memberships_of, practice, programmes,
    readings::{self, Unread},
    seasons, texts,
};

/// A season in which the judge is active.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether one part of the desk is there"
)]
pub struct DeskSeason {
    /// The programme, whose zone the dates are shown in.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// Every case but those that the judge is out of, in their order.
    pub rows: Vec<DeskRow>,
    /// The numbers of the cases that the judge is out of; nothing else of them is known here.
    pub out: Vec<i64>,
    /// The numbers of the cases that the judge has abstained from.
    pub abstained: Vec<i64>,
    /// Whether the confidentiality terms wait to be accepted: no case is known here before.
    pub awaits_acceptance: bool,
    /// How many interests wait for the viewer's ruling; none where they rule on nothing.
    pub rulings: Option<usize>,
    /// Whether they run the panel, so that they see how far it is.
    pub runs_panel: bool,
    /// What is won in the season, while its panel meets and after; nothing before.
    pub meetings: Vec<Category>,
    /// Whether names are not shown to judges now.
    pub is_blind: bool,
    /// The finalists that the judge has still to read before they score any.
    pub unread: Vec<Unread>,
    /// Whether there is a practice case.
    pub has_practice: bool,
    /// How the judge's own scores are spread, once a scorecard is in; nobody else's are known here.
    pub own_scores: Vec<OwnScores>,
}

/// A case on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskRow {
    /// The assignment, by which its pages are found.
    pub assignment: AssignmentId,
    /// The case's number within its category.
    pub number: i64,
    /// The category.
    pub category: Texts,
    /// Who was put forward; none where judges read without names.
    pub nominee: Option<String>,
    /// Where they work.
    pub employer: Option<String>,
    /// What is to be done with it.
    pub step: Step,
    /// Whether the sheet of interests was answered for it, so that the gate asks for no more than one press.
    pub is_declared: bool,
}

impl DeskSeason {
    /// How far the judge has come.
    pub fn progress(&self) -> Progress {
        Progress::of(&self.rows)
    }

    /// How many wait for a ruling.
    pub fn waiting(&self) -> usize {
        self.count(|step| step == Step::Wait)
    }

    /// How many the judge can do something about.
    pub fn left(&self) -> usize {
        self.count(Step::is_to_do)
    }

    /// Takes every case off it: what is confidential has yet to be accepted.
    fn hide_cases(&mut self) {
        self.rows.clear();
        self.out.clear();
        self.abstained.clear();
        self.meetings.clear();
        self.unread.clear();
        self.own_scores.clear();
    }

    fn count(&self, what: impl Fn(Step) -> bool) -> usize {
        self.rows.iter().filter(|row| what(row.step)).count()
    }

    /// The first case that is to be done, while the season is in judging.
    pub fn next(&self) -> Option<&DeskRow> {
        (self.season.status == season::Status::Judging)
            .then(|| self.rows.iter().find(|row| row.step.is_to_do()))
            .flatten()
    }
}

/// The judge's seasons, the latest first; those that are over are left out.
pub async fn seasons(store: &Store, viewer: &Viewer) -> Result<Vec<DeskSeason>, StoreError> {
    let Viewer::Judge(judge) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let over = [
        season::Status::Draft,
        season::Status::Archived,
        season::Status::Cancelled,
    ]
    .map(season::Status::as_str);
    let active = Query::select()
        .column(memberships::Column::ScopeId)
        .from(memberships::Entity)
        .and_where(Expr::col(memberships::Column::AccountId).eq(judge.0))
        .and_where(memberships_of::scores())
        .and_where(Expr::col(memberships::Column::Status).eq(membership::Status::Active.as_str()))
        .to_owned();
    // What does not wait for each other is asked for at once: a desk is opened more often than any other page.
    let found = async {
        Ok::<_, StoreError>(
            seasons_::Entity::find()
                .filter(seasons_::Column::Id.in_subquery(active))
                .filter(seasons_::Column::Status.is_not_in(over))
                .order_by_desc(seasons_::Column::Id)
                .all(conn)
                .await?,
        )
    };
    let (found, programmes, on_desk, mut out) = Box::pin(async {
        try_join!(
            found,
            programmes::list(store),
            on_desk(conn, judge, None),
            out_of(conn, judge),
        )
    })
    .await?;
    let OnDesk {
        mut rows,
        mut abstained,
        blind,
    } = on_desk;
    let programmes: BTreeMap<_, _> = programmes
        .into_iter()
        .map(|programme| (programme.id, programme))
        .collect();
    let mut desks = Vec::with_capacity(found.len());
    for row in found {
        let season = seasons::read(row)?;
        let programme = programmes
            .get(&season.programme)
            .cloned()
            .ok_or(StoreError::NotFound)?;
        let (awaits_acceptance, (runs_panel, rulings), meetings, unread, own_scores, has_practice) =
            Box::pin(async {
                try_join!(
                    confidentiality::is_awaited(conn, judge, season.id),
                    leading(store, judge, season.id),
                    deliberation::rooms(conn, &season),
                    unread(conn, judge, &season),
                    own_scores::of(conn, judge, season.id),
                    practice::is_there(conn, season.id),
                )
            })
            .await?;
        let mut desk = DeskSeason {
            programme,
            awaits_acceptance,
            rulings,
            runs_panel,
            meetings,
            rows: rows.remove(&season.id).unwrap_or_default(),
            out: out.remove(&season.id).unwrap_or_default(),
            abstained: abstained.remove(&season.id).unwrap_or_default(),
            is_blind: blind.contains(&season.id),
            unread,
            has_practice,
            own_scores,
            season,
        };
        if awaits_acceptance {
            desk.hide_cases();
        }
        desks.push(desk);
    }
    Ok(desks)
}

/// Whether the judge runs the panel, and how many interests then wait for their ruling.
async fn leading(
    store: &Store,
    judge: AccountId,
    season: SeasonId,
) -> Result<(bool, Option<usize>), StoreError> {
    if rulers::leads(store.read(), judge, season).await? {
        Ok((true, rulings::waiting(store, judge, season).await?))
    } else {
        Ok((false, None))
    }
}

/// What the judge has still to read of a season's finalists; nothing is asked of the database where none are interviewed.
pub(super) async fn unread(
    conn: &impl ConnectionTrait,
    judge: AccountId,
    season: &Season,
) -> Result<Vec<Unread>, StoreError> {
    if season.stage != Kind::Interview {
        return Ok(Vec::new());
    }
    let missing = readings::unread(conn, season.id, Some(judge), &Kept::default()).await?;
    Ok(missing.into_values().flatten().collect())
}

#[derive(FromQueryResult)]
struct Row {
    season_id: Uuid,
    id: Uuid,
    number: i64,
    title_texts: sea_orm::prelude::Json,
    name: String,
    employer: Option<String>,
    status: String,
    interest_status: String,
    confirmed_at: Option<sea_orm::prelude::DateTimeUtc>,
}

/// What lies on a judge's desk, by season.
pub(super) struct OnDesk {
    /// The cases that the judge is not out of and has something to do with, in their order.
    pub(super) rows: BTreeMap<SeasonId, Vec<DeskRow>>,
    /// The numbers of those that they have abstained from.
    abstained: BTreeMap<SeasonId, Vec<i64>>,
    /// The seasons that are read without names now.
    blind: BTreeSet<SeasonId>,
}

/// The cases of one season or of all.
pub(super) async fn on_desk(
    conn: &impl ConnectionTrait,
    judge: AccountId,
    season: Option<SeasonId>,
) -> Result<OnDesk, StoreError> {
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .inner_join(
            people::Entity,
            Expr::col((people::Entity, people::Column::Id))
                .equals((cases::Entity, cases::Column::NomineeId)),
        )
        .column((categories::Entity, categories::Column::SeasonId))
        .column((rows::Entity, rows::Column::Id))
        .column((cases::Entity, cases::Column::Number))
        .column((categories::Entity, categories::Column::TitleTexts))
        .column((people::Entity, people::Column::Name))
        .column((people::Entity, people::Column::Employer))
        .column((rows::Entity, rows::Column::Status))
        .expr_as(
            Expr::col((interests::Entity, interests::Column::Status)),
            "interest_status",
        )
        .column((interests::Entity, interests::Column::ConfirmedAt))
        .and_where(Expr::col((rows::Entity, rows::Column::JudgeId)).eq(judge.0))
        .and_where(
            Expr::col((interests::Entity, interests::Column::Status))
                .ne(interest::Status::Recused.as_str()),
        )
        .order_by(
            (categories::Entity, categories::Column::Position),
            Order::Asc,
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc);
    if let Some(season) = season {
        select
            .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0));
    }
    let listed = async { Ok::<_, StoreError>(conn.query_all(&select).await?) };
    let (listed, blind) = try_join!(listed, blind::seasons(conn))?;
    let mut rows: BTreeMap<SeasonId, Vec<DeskRow>> = BTreeMap::new();
    let mut abstained: BTreeMap<SeasonId, Vec<i64>> = BTreeMap::new();
    for row in listed {
        let row = Row::from_query_result(&row, "")?;
        let season = row.season_id.into();
        let is_named = !blind.contains(&season);
        let status = assignment::Status::parse(&row.status)?;
        let declared = interest::Status::parse(&row.interest_status)?;
        let at_gate = declared.at_gate(row.confirmed_at.is_some());
        if status == assignment::Status::Abstained {
            abstained.entry(season).or_default().push(row.number);
        }
        if let Some(step) = Step::of(at_gate, status) {
            rows.entry(season).or_default().push(DeskRow {
                assignment: row.id.into(),
                number: row.number,
                category: texts::read(row.title_texts)?,
                nominee: is_named.then_some(row.name),
                employer: row.employer.filter(|_| is_named),
                step,
                is_declared: declared != interest::Status::Asked,
            });
        }
    }
    Ok(OnDesk {
        rows,
        abstained,
        blind,
    })
}

#[derive(FromQueryResult)]
struct OutRow {
    season_id: Uuid,
    number: i64,
}

/// The numbers of the cases that the judge is out of, by season: all that is asked of the database about them, so that nothing
/// tells what became of them.
async fn out_of(
    conn: &impl ConnectionTrait,
    judge: AccountId,
) -> Result<BTreeMap<SeasonId, Vec<i64>>, StoreError> {
    let mut select = Query::select();
    select.from(interests::Entity);
    join_case(&mut select, (interests::Entity, interests::Column::CaseId))
        .column((categories::Entity, categories::Column::SeasonId))
        .column((cases::Entity, cases::Column::Number))
        .and_where(Expr::col((interests::Entity, interests::Column::JudgeId)).eq(judge.0))
        .and_where(
            Expr::col((interests::Entity, interests::Column::Status))
                .eq(interest::Status::Recused.as_str()),
        )
        .order_by(
            (categories::Entity, categories::Column::Position),
            Order::Asc,
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc);
    let mut by_season: BTreeMap<SeasonId, Vec<i64>> = BTreeMap::new();
    for row in conn.query_all(&select).await? {
        let row = OutRow::from_query_result(&row, "")?;
        by_season
            .entry(row.season_id.into())
            .or_default()
            .push(row.number);
    }
    Ok(by_season)
}
