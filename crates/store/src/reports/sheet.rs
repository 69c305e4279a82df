//! The sheet of interests: everybody whom the cases of a season concern, for one person to say of each case whether they have
//! an interest in it. Nothing of what a case says is on it.

use plaudit_domain::{
    ids::{AccountId, CaseId, SeasonId},
    interest::{
        Kind, Status,
        conflicts::ConflictPolicy,
        signs::{self, Concerned, Found, Sign, Somebody},
    },
    policy,
    programme::Programme,
    season::Season,
    text,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    assignments::JudgeRow,
    entities::{accounts, interests, memberships, people},
    interests::{
        parts,
        sheet::{self, Declares},
        typed::typed,
    },
    programmes, rule_sets, seasons,
    suggestions::{concerned, shared_domains},
};

/// One person's sheet for a season.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What a declared interest leads to.
    pub conflicts: ConflictPolicy,
    /// Whether answers are taken now.
    pub is_open: bool,
    /// Whether they run the award: they are asked before a case is eligible, and act on it.
    pub runs_it: bool,
    /// The cases, those of one employer together.
    pub groups: Vec<Group>,
    /// What is typed and not declared yet.
    pub typed: Vec<(String, String)>,
    /// How many cases they are out of; nothing of those is here.
    pub out: usize,
    /// How many of these no other administrator can act on.
    pub unattended: usize,
}

/// The cases whose nominees have one employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The employer; none where nobody said.
    pub employer: Option<String>,
    /// The cases.
    pub rows: Vec<SheetRow>,
}

/// One case on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Which.
    pub case: CaseId,
    /// Whom it concerns.
    pub concerned: Concerned,
    /// What was answered.
    pub status: Status,
    /// What it rests on.
    pub kind: Option<Kind>,
    /// What was written about it.
    pub words: String,
    /// Whether the gate was passed: whoever finds a conflict now steps out there.
    pub is_confirmed: bool,
    /// What the two have in common.
    pub signs: Vec<Found>,
}

impl SheetRow {
    /// Whether it can be answered, or answered otherwise, here.
    pub fn is_asked(&self) -> bool {
        !self.is_confirmed && !self.status.is_kept()
    }
}

impl Sheet {
    /// Every case on it.
    pub fn rows(&self) -> impl Iterator<Item = &SheetRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// How many cases are yet to be answered.
    pub fn left(&self) -> usize {
        self.rows()
            .filter(|row| row.status == Status::Asked)
            .count()
    }

    /// How many cases are on it.
    pub fn total(&self) -> usize {
        self.rows().count()
    }
}

/// This account's sheet; whoever neither runs nor judges the season has none.
pub async fn get(store: &Store, whose: AccountId, season: SeasonId) -> Result<Sheet, StoreError> {
    let conn = store.read();
    let declares = sheet::declares(conn, whose, season).await?;
    sheet::refuse_before_acceptance(conn, whose, season).await?;
    let season = seasons::load(conn, season).await?;
    let account = accounts::Entity::find_by_id(whose.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let person = people::Entity::find_by_id(account.person_id)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let listed = sheet::cases(conn, season.id, declares).await?;
    let listed: Vec<Uuid> = listed.iter().map(|case| case.id).collect();
    // Out of a case is out of it whatever becomes of it: a count that moved would tell.
    let ids = sheet::all_cases(conn, season.id).await?;
    let answered = interests::Entity::find()
        .filter(interests::Column::JudgeId.eq(whose.0))
        .filter(interests::Column::CaseId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    let judge = JudgeRow {
        id: account.id,
        person_id: account.person_id,
        email: account.email.clone(),
    };
    let parts = parts(conn, &ids).await?;
    let somebody = Somebody {
        name: person.name,
        email: Some(account.email),
        employer: person.employer,
    };
    let recused = Status::Recused.as_str();
    let is_out = |case: &Uuid| {
        let answer = answered.iter().find(|row| row.case_id == *case);
        answer.is_some_and(|row| row.status == recused)
            || parts.get(case).is_some_and(|parts| parts.include(&judge))
    };
    let out: Vec<Uuid> = ids.iter().copied().filter(|case| is_out(case)).collect();
    let shown: Vec<Uuid> = listed.into_iter().filter(|case| !is_out(case)).collect();
    let mut people = concerned(conn, &shown).await?;
    let shared = shared_domains(conn).await?;
    let mut groups: Vec<Group> = Vec::new();
    for case in shown {
        let concerned = people.remove(&case).unwrap_or_default();
        let row = answered.iter().find(|row| row.case_id == case);
        let row = SheetRow {
            case: case.into(),
            signs: signs::signs(&somebody, &concerned, &shared)
                .into_iter()
                .filter(|(sign, _)| *sign != Sign::Namesake)
                .collect(),
            status: match row {
                Some(row) => Status::parse(&row.status)?,
                None => Status::Asked,
            },
            kind: row
                .and_then(|row| row.kind.as_deref())
                .map(Kind::parse)
                .transpose()?,
            words: row.and_then(|row| row.words.clone()).unwrap_or_default(),
            is_confirmed: row.is_some_and(|row| row.confirmed_at.is_some()),
            concerned,
        };
        let employer = row.concerned.nominee.employer.clone();
        let key = text::fold(employer.as_deref().unwrap_or_default());
        let group = groups
            .iter_mut()
            .find(|group| text::fold(group.employer.as_deref().unwrap_or_default()) == key);
        match group {
            Some(group) => group.rows.push(row),
            None => groups.push(Group {
                employer,
                rows: vec![row],
            }),
        }
    }
    groups.sort_by_key(|group| text::fold(group.employer.as_deref().unwrap_or("~")));
    let runs_it = declares == Declares::Running;
    let unattended = if runs_it {
        unattended(conn, &out).await?
    } else {
        0
    };
    Ok(Sheet {
        programme: programmes::load(conn, season.programme).await?,
        conflicts: rule_sets::load(conn, season.id).await?.conflict_policy(),
        is_open: policy::may_answer_sheet(season.status).is_ok(),
        typed: typed(conn, whose, season.id).await?,
        season,
        runs_it,
        groups,
        out: out.len(),
        unattended,
    })
}

/// How many of these cases are kept from every administrator there is.
pub(crate) async fn unattended(
    conn: &impl sea_orm::ConnectionTrait,
    cases: &[Uuid],
) -> Result<usize, StoreError> {
    use plaudit_domain::membership::{Role, Status as Member};
    if cases.is_empty() {
        return Ok(0);
    }
    let administrators = memberships::Entity::find()
        .filter(memberships::Column::Role.eq(Role::Administrator.as_str()))
        .filter(memberships::Column::Status.eq(Member::Active.as_str()))
        .all(conn)
        .await?;
    let mut left: Vec<Uuid> = cases.to_vec();
    for administrator in administrators {
        let kept = crate::kept::Kept::from(conn, administrator.account_id.into()).await?;
        left.retain(|case| kept.cases.contains(case));
        if left.is_empty() {
            break;
        }
    }
    Ok(left.len())
}
