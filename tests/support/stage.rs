//! How far the award has come when a test begins: each stage is reached once, through the store's own operations, and
//! then copied.

use jiff::{SignedDuration, Timestamp};
use plaudit_domain::{
    ids::SeasonId,
    membership::{Role, Scope},
    person::{Contact, Email, Telephone},
    season,
    season::Timetable,
    stage::{Kind, Stages},
    terms,
};
use plaudit_store::{
    Actor, Moment, Store, demo, memberships, organisations, rule_sets, seasons, shipped,
};
use plaudit_web::clock::Clock;
use tokio::sync::OnceCell;

use super::{
    database::{Database, Template},
    people::{ADMINISTRATOR, JUDGES},
};

/// What is where in the demo, once its stage was reached.
static WORLD: OnceCell<demo::World> = OnceCell::const_new();

/// What is where in the demo of a site at [`Stage::Demo`].
pub(crate) fn world() -> &'static demo::World {
    WORLD.get().expect("a site at this stage was made")
}

/// How far the award has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Nobody has set the house up.
    Bare,
    /// There are an organisation and its administrator, and no programme.
    SetUp,
    /// The IT-progress award of 2027 takes nominations, and its three judges have accepted.
    Open,
    /// The demo's world: one season in the middle of its judging, another that takes nominations.
    Demo,
}

impl Stage {
    const ALL: [Self; 4] = [Self::Bare, Self::SetUp, Self::Open, Self::Demo];

    /// The time that a test begins at.
    pub(crate) fn begins_at(self) -> Timestamp {
        instant(match self {
            Self::Bare => "2027-01-04T09:00:00Z",
            Self::SetUp => "2027-01-04T10:00:00Z",
            Self::Open => "2027-02-09T10:00:00Z",
            Self::Demo => "2027-04-20T09:00:00Z",
        })
    }

    /// A database of its own that has come so far.
    pub(crate) async fn database(self) -> Database {
        self.template().await.copy()
    }

    async fn template(self) -> &'static Template {
        static REACHED: [OnceCell<Template>; Stage::ALL.len()] =
            [const { OnceCell::const_new() }; Stage::ALL.len()];
        let make = async || {
            let database = match self.before() {
                Some(before) => Box::pin(before.template()).await.copy(),
                None => Database::empty(),
            };
            let clock = Clock::still(self.begins_at());
            let store = Store::open(database.address(), clock.now())
                .await
                .expect("the database opens");
            self.happen(&store, &clock.moment(Actor::System)).await;
            store.close().await.expect("the store closes");
            drop(store);
            database.into_template()
        };
        REACHED[self as usize].get_or_init(make).await
    }

    fn before(self) -> Option<Self> {
        match self {
            Self::Bare => None,
            Self::SetUp | Self::Demo => Some(Self::Bare),
            Self::Open => Some(Self::SetUp),
        }
    }

    /// What lies between the stage before and this one.
    async fn happen(self, store: &Store, moment: &Moment) {
        match self {
            Self::Bare => {}
            Self::Demo => {
                let world = demo::load(store, Clock::still(moment.now).ids())
                    .await
                    .expect("the demo loads");
                assert_eq!(world.now, moment.now, "the demo stands at another instant");
                WORLD.set(world).expect("the demo is loaded once");
            }
            Self::SetUp => set_up(store, moment).await,
            Self::Open => {
                open_season(store, moment, timetable(), Stages::default()).await;
                for judge in JUDGES {
                    add_judge(store, moment, judge.name, judge.email()).await;
                }
            }
        }
    }
}

async fn set_up(store: &Store, moment: &Moment) {
    let token = organisations::set_up_link(store, moment)
        .await
        .expect("a link");
    let set_up = organisations::SetUp {
        organisation: "The Society".to_owned(),
        contact: contact(),
        name: ADMINISTRATOR.name.to_owned(),
        email: ADMINISTRATOR.email(),
    };
    organisations::set_up(store, moment, &token, set_up)
        .await
        .expect("it is set up");
}

/// Opens the award around this instant, for a server whose clock cannot be held.
pub(crate) async fn open_season_around(store: &Store, now: Timestamp) {
    let day = |days: i64| Some(now + SignedDuration::from_hours(24 * days));
    let dates = Timetable {
        opens_at: day(-1),
        closes_at: day(30),
        judging_ends_at: day(60),
        decision_at: day(90),
        announcement_at: day(120),
    };
    let moment = Clock::still(now).moment(Actor::System);
    open_season(store, &moment, dates, Stages::default()).await;
}

/// The award of [`Stage::Open`] with these stages in its rules, in a house that is only set up.
pub(crate) async fn open_with_stages(store: &Store, moment: &Moment, stages: Stages) {
    open_season(store, moment, timetable(), stages).await;
    for judge in JUDGES {
        add_judge(store, moment, judge.name, judge.email()).await;
    }
}

async fn open_season(store: &Store, moment: &Moment, timetable: Timetable, stages: Stages) {
    open_season_after(store, moment, timetable, async |season| {
        if stages.are_on() {
            let interview = stages.interview.clone();
            let of_interview = interview.map_or_else(Vec::new, |interview| interview.criteria);
            let seen = seasons::get(store, season).await.expect("the season");
            plaudit_store::stages::change(store, moment, season, seen.revision, stages)
                .await
                .expect("the stages are set");
            for criterion in of_interview {
                let words = rule_sets::CriterionWords {
                    key: criterion.key,
                    title: criterion.title,
                    guidance: criterion.guidance,
                    weight: criterion.weight,
                    scale: criterion.scale,
                    descriptors: criterion.descriptors,
                };
                rule_sets::add_criterion_in(store, moment, (season, Kind::Interview), words)
                    .await
                    .expect("a criterion of the interview");
            }
        }
    })
    .await;
}

/// The award of [`Stage::Open`] in a house that is only set up, with what this makes of its draft, and without judges.
pub(crate) async fn open_after(
    store: &Store,
    moment: &Moment,
    prepare: impl AsyncFnOnce(SeasonId),
) {
    open_season_after(store, moment, timetable(), prepare).await;
}

async fn open_season_after(
    store: &Store,
    moment: &Moment,
    timetable: Timetable,
    prepare: impl AsyncFnOnce(SeasonId),
) {
    let set_up = shipped::SetUp {
        contact: contact(),
        stewards: vec!["The Association".to_owned(), "The Society".to_owned()],
        season: "2027".to_owned(),
        timetable,
    };
    let award = shipped::it_progress();
    let (programme, season) = shipped::set_up(store, moment, award, set_up)
        .await
        .expect("the award is set up");
    let drafted = plaudit_store::terms::list(store, programme)
        .await
        .expect("its terms")
        .remove(0);
    let note = || Some("Approved at the meetings of 4 January.".to_owned());
    for event in [terms::Event::SendForApproval, terms::Event::Approve] {
        plaudit_store::terms::move_on(store, moment, (drafted.id, drafted.version), event, note())
            .await
            .expect("the terms move on");
    }
    prepare(season).await;
    seasons::move_on(store, moment, season, season::Event::Open, None)
        .await
        .expect("the season opens");
}

pub(crate) async fn add_judge(store: &Store, moment: &Moment, name: &str, email: Email) {
    let programmes = plaudit_store::programmes::list(store)
        .await
        .expect("the programmes");
    let season = seasons::current(store, programmes[0].id)
        .await
        .expect("the season")
        .expect("there is one");
    let invitation = memberships::Invitation {
        name: name.to_owned(),
        email,
        role: Role::Judge,
        scope: Scope::Season(season.id),
        of_what: "the award for progress in IT, 2027".to_owned(),
        language: "en".to_owned(),
    };
    let membership = memberships::invite(store, moment, invitation)
        .await
        .expect("the judge is invited");
    let minted = memberships::mint_invitation(store, moment, membership)
        .await
        .expect("a link");
    memberships::accept(store, moment, &minted.token)
        .await
        .expect("the judge accepts");
}

/// The human being who stands on every page and letter.
fn contact() -> Contact {
    Contact {
        name: "Olu Bright".to_owned(),
        email: Email::parse("awards@society.example").expect("an address"),
        telephone: Telephone::parse("01632 960001").expect("a number"),
    }
}

/// The dates of the award of 2027; nominations close at noon in London.
fn timetable() -> Timetable {
    Timetable {
        opens_at: Some(instant("2027-01-11T09:00:00Z")),
        closes_at: Some(instant("2027-03-04T12:00:00Z")),
        judging_ends_at: Some(instant("2027-05-13T11:00:00Z")),
        decision_at: Some(instant("2027-06-10T11:00:00Z")),
        announcement_at: Some(instant("2027-10-13T11:00:00Z")),
    }
}

/// An instant.
pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("the test's instant is one")
}
