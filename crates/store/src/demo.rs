//! The demo's world: a named, fictional season in the middle of its judging, and a second programme that has announced
//! one season and whose nominations are open for the next; and a small third one that sifts, scores and interviews, and is in its
//! sift. It is made by the operations of real use, one after another, so that it has the facts, letters and seals of real use too. Newcomers, tests and screenshots see this world.

mod earlier;
mod enquiries;
mod nominating;
mod panel;
mod post;
mod sifting;
mod told;

use jiff::{Timestamp, civil::DateTime};
use plaudit_domain::{
    column_choice::{ChoiceName, Chosen, ChosenColumns},
    export::Export,
    ids::{ProgrammeId, SeasonId},
    interest::conflicts::Ruler,
    mark::Mark,
    membership::{Role, Scope},
    person::{Contact, Email, Telephone},
    season::{Event, Timetable},
    terms::Event as TermsEvent,
    window::Zone,
};

use crate::{
    Actor, Ids, Moment, Store, StoreError, column_choices, ledger, marks,
    memberships::{self, Invitation},
    organisations, programmes, rule_sets, seasons,
    shipped::{self, Award, SetUp},
    terms,
};
use told::{Panel, Season as ToldSeason};

/// What is where in the demo's world, for whoever shows it or tests it.
#[derive(Clone, Debug)]
pub struct World {
    /// The instant at which the world stands: judging is half done, the second programme is open.
    pub now: Timestamp,
    /// Who runs the award.
    pub administrator: Email,
    /// A judge who has begun and has cases left.
    pub judge: Email,
    /// A judge who has not begun.
    pub fresh_judge: Email,
    /// The chair, who has scored everything.
    pub chair: Email,
    /// The deputy.
    pub deputy: Email,
    /// Who keeps the record of the panel's meeting.
    pub secretary: Email,
    /// Who watches that all is done as published.
    pub observer: Email,
    /// The IT-progress award.
    pub programme: ProgrammeId,
    /// Its season, in judging.
    pub season: SeasonId,
    /// The second programme.
    pub second_programme: ProgrammeId,
    /// Its season, with nominations open.
    pub second_season: SeasonId,
    /// Its season before that, planned, judged and announced.
    pub earlier_season: SeasonId,
    /// The third programme's season, in its sift.
    pub sifted_season: SeasonId,
    /// A judge of it who has begun to sift.
    pub sifting_judge: Email,
}

/// Makes moments for the operations of the past.
struct Past {
    ids: Ids,
    zone: Zone,
}

impl Past {
    /// The instant at which the zone's clocks showed this.
    fn at(&self, shown: &str) -> Result<Timestamp, StoreError> {
        let shown: DateTime = shown.parse().map_err(StoreError::unreadable)?;
        self.zone
            .instant(shown)
            .map_err(|_| StoreError::unreadable("a date of the demo"))
    }

    fn moment(&self, at: Timestamp, by: Actor) -> Moment {
        Moment::new(at, by, self.ids.clone())
    }
}

/// Loads the world into an empty store.
pub async fn load(store: &Store, ids: Ids) -> Result<World, StoreError> {
    let panel = Panel::read()?;
    let zone =
        Zone::parse(&panel.season.zone).map_err(|_| StoreError::unreadable("the demo's zone"))?;
    let past = Past { ids, zone };
    let administrator = set_up_organisation(store, &past, &panel).await?;
    let by = Actor::Account(administrator);

    let award = shipped::it_progress();
    let set_up = SetUp {
        contact: panel.organisation.contact.read()?,
        stewards: panel
            .stewards
            .iter()
            .map(|steward| steward.name.clone())
            .collect(),
        season: panel.season.title.clone(),
        timetable: timetable(&past, &panel.season)?,
    };
    let drafted = past.moment(past.at("2026-11-24T10:00")?, by);
    let opened = past.moment(past.at("2027-01-11T08:30")?, by);
    let (programme, season) = open(store, (&drafted, &opened), award, set_up).await?;
    panel::invite(store, &past, by, &panel, season).await?;
    let cases = nominating::first_season(store, &past, by, season).await?;
    panel::sheets(store, &past, &panel, season, &cases).await?;
    let begun = past.moment(past.at(&panel.season.judging_begins_at)?, by);
    seasons::move_on(store, &begun, season, Event::BeginJudging, None).await?;
    panel::judge(store, &past, by, &panel, season, &cases).await?;
    enquiries::ask(store, &past, administrator, &panel, season, &cases).await?;

    let second = told::Second::read()?;
    let set_up = |season: &ToldSeason| {
        Ok::<_, StoreError>(SetUp {
            contact: second.contact.read()?,
            stewards: vec![second.steward.name.clone()],
            season: season.title.clone(),
            timetable: timetable(&past, season)?,
        })
    };
    let earlier = told::Earlier::read()?;
    let drafted = past.moment(past.at("2026-03-02T14:00")?, by);
    let opened = past.moment(past.at("2026-03-30T16:00")?, by);
    let before = set_up(&earlier.season)?;
    let (second_programme, earlier_season) =
        open(store, (&drafted, &opened), told::Second::award()?, before).await?;
    earlier::happen(store, &past, by, &earlier, earlier_season).await?;

    let drafted = past.moment(past.at("2027-03-02T14:00")?, by);
    let opened = past.moment(past.at("2027-03-29T16:00")?, by);
    let now_open = set_up(&second.season)?;
    let award = told::Second::award()?;
    let second_season =
        shipped::set_up_season(store, &drafted, second_programme, award, now_open).await?;
    seasons::move_on(store, &opened, second_season, Event::Open, None).await?;
    let mark = Mark::read(include_bytes!("demo/kettle.svg"))
        .map_err(|_| StoreError::unreadable("the demo's mark"))?;
    let name = marks::try_on(store, &drafted, second_programme, mark).await?;
    let version = programmes::get(store, second_programme).await?.version;
    marks::choose(store, &drafted, second_programme, version, name).await?;
    nominating::second_season(store, &past, second_season, &second.nominations).await?;
    let (sifted_season, sifting_judge) = sifting::happen(store, &past, by).await?;
    let now = panel.season.demo_now.as_deref();
    let now = past.at(now.unwrap_or("2027-04-20T10:00"))?;
    choose_columns(store, &past.moment(now, by)).await?;
    post::went_out(store, now).await?;
    ledger::seal(store).await?;

    Ok(World {
        now,
        administrator: email(&panel.administrators[0].email)?,
        judge: email(&panel.judges[2].member.email)?,
        fresh_judge: email(&panel.judges[6].member.email)?,
        chair: email(&panel.judges[0].member.email)?,
        deputy: email(&panel.judges[3].member.email)?,
        secretary: email(&panel.attending[0].member.email)?,
        observer: email(&panel.attending[1].member.email)?,
        programme,
        season,
        second_programme,
        second_season,
        earlier_season,
        sifted_season,
        sifting_judge,
    })
}

fn email(text: &str) -> Result<Email, StoreError> {
    Email::parse(text).map_err(|_| StoreError::unreadable("an address of the demo"))
}

impl told::Contact {
    fn read(&self) -> Result<Contact, StoreError> {
        Ok(Contact {
            name: self.name.clone(),
            email: email(&self.email)?,
            telephone: Telephone::parse(&self.telephone)
                .map_err(|_| StoreError::unreadable("a telephone number of the demo"))?,
        })
    }
}

/// Sets the installation up as the printed link does, and invites the second administrator, who accepts.
async fn set_up_organisation(
    store: &Store,
    past: &Past,
    panel: &Panel,
) -> Result<plaudit_domain::ids::AccountId, StoreError> {
    let moment = past.moment(past.at("2026-02-16T09:00")?, Actor::System);
    let token = organisations::set_up_link(store, &moment).await?;
    let [first, others @ ..] = panel.administrators.as_slice() else {
        return Err(StoreError::unreadable("the demo's administrators"));
    };
    let set_up = organisations::SetUp {
        organisation: panel.organisation.name.clone(),
        contact: panel.organisation.contact.read()?,
        name: first.name.clone(),
        email: email(&first.email)?,
    };
    let administrator = organisations::set_up(store, &moment, &token, set_up).await?;
    let organisation = organisations::find(store)
        .await?
        .ok_or(StoreError::NotFound)?;
    let moment = past.moment(past.at("2026-02-16T09:20")?, Actor::Account(administrator));
    for other in others {
        let scope = Scope::Organisation(organisation.id);
        join(
            store,
            &moment,
            other,
            Role::Administrator,
            scope,
            &organisation.name,
        )
        .await?;
    }
    Ok(administrator)
}

/// Invites somebody, who accepts.
async fn join(
    store: &Store,
    moment: &Moment,
    who: &told::Member,
    role: Role,
    scope: Scope,
    of_what: &str,
) -> Result<plaudit_domain::ids::AccountId, StoreError> {
    let invitation = Invitation {
        name: who.name.clone(),
        email: email(&who.email)?,
        role,
        scope,
        of_what: of_what.to_owned(),
        language: "en".to_owned(),
    };
    let membership = memberships::invite(store, moment, invitation).await?;
    let minted = memberships::mint_invitation(store, moment, membership).await?;
    memberships::accept(store, moment, &minted.token).await
}

fn timetable(past: &Past, told: &ToldSeason) -> Result<Timetable, StoreError> {
    Ok(Timetable {
        opens_at: Some(past.at(&told.opens_at)?),
        closes_at: Some(past.at(&told.closes_at)?),
        judging_ends_at: Some(past.at(&told.judging_ends_at)?),
        decision_at: Some(past.at(&told.decision_at)?),
        announcement_at: Some(past.at(&told.announcement_at)?),
    })
}

/// Sets an award up, has its terms approved, and opens its season.
/// What the chair asked the secretary for: the ranking on one page, without what only a statistician reads.
async fn choose_columns(store: &Store, moment: &Moment) -> Result<(), StoreError> {
    let unreadable = |_| StoreError::unreadable("a choice of columns of the demo");
    let columns = "rank,case,nominee,organisation,weighted_total,mean_*,verdict";
    let chosen = Chosen {
        file: Export::Ranking,
        name: ChoiceName::parse("For the chair").map_err(unreadable)?,
        columns: ChosenColumns::parse(columns).map_err(unreadable)?,
        is_blind: false,
    };
    column_choices::add(store, moment, chosen).await?;
    Ok(())
}

async fn open(
    store: &Store,
    (drafted, opened): (&Moment, &Moment),
    award: Award,
    set_up: SetUp,
) -> Result<(ProgrammeId, SeasonId), StoreError> {
    let (programme, season) = shipped::set_up(store, drafted, award, set_up).await?;
    approve_and_open(store, (drafted, opened), (programme, season)).await?;
    Ok((programme, season))
}

/// Has the chair rule on interests, has the terms approved, and opens the season.
async fn approve_and_open(
    store: &Store,
    (drafted, opened): (&Moment, &Moment),
    (programme, season): (ProgrammeId, SeasonId),
) -> Result<(), StoreError> {
    let mut policy = rule_sets::current(store, season).await?.conflict_policy();
    policy.ruler = Ruler::Chair;
    let seen = seasons::get(store, season).await?.revision;
    rule_sets::change_conflicts(store, drafted, season, seen, policy).await?;
    let version = terms::list(store, programme)
        .await?
        .pop()
        .ok_or(StoreError::NotFound)?;
    terms::move_on(
        store,
        drafted,
        (version.id, version.version),
        TermsEvent::SendForApproval,
        None,
    )
    .await?;
    let note = "Approved by letter by the executives of every steward.".to_owned();
    terms::move_on(
        store,
        opened,
        (version.id, version.version),
        TermsEvent::Approve,
        Some(note),
    )
    .await?;
    seasons::move_on(store, opened, season, Event::Open, None).await?;
    Ok(())
}
