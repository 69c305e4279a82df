//! Memberships: which role an account holds, in which scope.

use uuid::Uuid;

use crate::{
    ids::{CategoryId, OrganisationId, ProgrammeId, SeasonId},
    status::{Life, NotPossible, words},
};

words! {
    /// What somebody may do.
    pub enum Role as "role" {
        /// Runs programmes.
        Administrator = "administrator",
        /// Scores cases.
        Judge = "judge",
        /// Runs the panel.
        Chair = "chair",
        /// Stands in where the chair is in conflict.
        Deputy = "deputy",
        /// Keeps the deliberation's record, no vote.
        Secretary = "secretary",
        /// Reads, no vote.
        Observer = "observer",
        /// Approves terms for a steward; sees no case and no score.
        Executive = "executive",
    }
}

impl Role {
    /// Who sits on a season's panel, the chair first. Each person has one of these roles in a season.
    pub const PANEL: &[Self] = &[
        Self::Chair,
        Self::Deputy,
        Self::Judge,
        Self::Secretary,
        Self::Observer,
    ];

    /// Who is assigned cases and scores them: chair and deputy like every judge. Whatever depends on who scores asks
    /// here, or [`Role::scores`].
    pub const SCORING: &[Self] = &[Self::Chair, Self::Deputy, Self::Judge];

    /// Whether whoever holds this scores cases and has a vote.
    pub const fn scores(self) -> bool {
        matches!(self, Self::Chair | Self::Deputy | Self::Judge)
    }

    /// Whether whoever holds this sits on a season's panel, with a vote or without one.
    pub const fn is_on_panel(self) -> bool {
        self.scores() || matches!(self, Self::Secretary | Self::Observer)
    }

    /// Whether whoever holds this runs the panel, or stands in for who does.
    pub const fn runs_panel(self) -> bool {
        matches!(self, Self::Chair | Self::Deputy)
    }
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere.
    Organisation(OrganisationId),
    /// In one programme.
    Programme(ProgrammeId),
    /// In one season.
    Season(SeasonId),
    /// In one category.
    Category(CategoryId),
}

impl Scope {
    /// The word under which the scope is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organisation(_) => "organisation",
            Self::Programme(_) => "programme",
            Self::Season(_) => "season",
            Self::Category(_) => "category",
        }
    }

    /// The id of what it holds in.
    pub fn id(self) -> Uuid {
        match self {
            Self::Organisation(id) => id.0,
            Self::Programme(id) => id.0,
            Self::Season(id) => id.0,
            Self::Category(id) => id.0,
        }
    }

    /// The scope of this word and id.
    pub fn read(word: &str, id: Uuid) -> Option<Self> {
        match word {
            "organisation" => Some(Self::Organisation(id.into())),
            "programme" => Some(Self::Programme(id.into())),
            "season" => Some(Self::Season(id.into())),
            "category" => Some(Self::Category(id.into())),
            _ => None,
        }
    }
}

words! {
    /// Where a membership stands.
    pub enum Status as "membership status" {
        /// Asked, not answered.
        Invited = "invited",
        /// Holds the role.
        Active = "active",
        /// Said no.
        Declined = "declined",
        /// Held it once.
        Ended = "ended",
        /// Taken off the panel for a reason, for good.
        Suspended = "suspended",
    }
}

words! {
    /// What can happen to a membership.
    pub enum Event as "membership event" {
        /// The person accepts.
        Accept = "accept",
        /// The person declines.
        Decline = "decline",
        /// An administrator ends it.
        End = "end",
        /// An administrator suspends who holds it.
        Suspend = "suspend",
        /// An administrator asks again.
        InviteAgain = "invite-again",
    }
}

impl Life for Status {
    const OF: &'static str = "membership";
}

impl Status {
    /// The whole life of a membership. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Invited, Event::Accept) => Ok(Self::Active),
            (Self::Invited, Event::Decline) => Ok(Self::Declined),
            (Self::Invited | Self::Active, Event::End) => Ok(Self::Ended),
            (Self::Active, Event::Suspend) => Ok(Self::Suspended),
            (Self::Invited | Self::Declined | Self::Ended, Event::InviteAgain) => Ok(Self::Invited),
            (status, event) => Err(NotPossible { status, event }),
        }
    }
}

/// The roles that an account holds: those that were accepted and not taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles(Vec<(Role, Scope)>);

impl Roles {
    /// These roles.
    pub fn new(roles: Vec<(Role, Scope)>) -> Self {
        Self(roles)
    }

    /// Whether they run the organisation's programmes.
    pub fn is_administrator(&self) -> bool {
        self.0.iter().any(|(role, _)| *role == Role::Administrator)
    }

    /// Whether they judge anything, as chair, deputy or judge.
    pub fn is_judge(&self) -> bool {
        self.0.iter().any(|(role, _)| role.scores())
    }

    /// Whether they judge in this season, as chair, deputy or judge.
    pub fn is_judge_in(&self, season: SeasonId) -> bool {
        self.on_panel_of(season).is_some_and(Role::scores)
    }

    /// Whether they sit on any panel.
    pub fn is_on_panel(&self) -> bool {
        self.0.iter().any(|(role, _)| role.is_on_panel())
    }

    /// What they are on this season's panel.
    pub fn on_panel_of(&self, season: SeasonId) -> Option<Role> {
        self.0
            .iter()
            .find(|(role, scope)| role.is_on_panel() && *scope == Scope::Season(season))
            .map(|(role, _)| *role)
    }

    /// The first of [`Role::PANEL`] that they are on any panel.
    pub fn foremost_on_panel(&self) -> Option<Role> {
        Role::PANEL
            .iter()
            .copied()
            .find(|role| self.0.iter().any(|(held, _)| held == role))
    }

    /// Whether they are chair or deputy of any panel.
    pub fn runs_panel(&self) -> bool {
        self.0.iter().any(|(role, _)| role.runs_panel())
    }

    /// Whether they are chair or deputy of this season's panel.
    pub fn runs_panel_of(&self, season: SeasonId) -> bool {
        self.on_panel_of(season).is_some_and(Role::runs_panel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_life_of_a_membership() {
        let table = crate::status::table(Status::ALL, Event::ALL, Status::after, |_| false);
        insta::assert_snapshot!(table);
    }

    #[test]
    fn a_scope_reads_back() {
        let id = Uuid::from_u128(7);
        for scope in [
            Scope::Organisation(id.into()),
            Scope::Programme(id.into()),
            Scope::Season(id.into()),
            Scope::Category(id.into()),
        ] {
            assert_eq!(Scope::read(scope.as_str(), id), Some(scope));
        }
        assert_eq!(Scope::read("planet", id), None);
    }

    #[test]
    fn chair_deputy_and_judge_score_and_the_others_of_the_panel_read() {
        let scoring: Vec<_> = (Role::ALL.iter().copied())
            .filter(|role| role.scores())
            .collect();
        assert_eq!(scoring, [Role::Judge, Role::Chair, Role::Deputy]);
        let mut listed = Role::SCORING.to_vec();
        listed.sort();
        assert_eq!(listed, scoring);
        let on_panel: Vec<_> = (Role::PANEL.iter().copied())
            .filter(|role| role.is_on_panel() && !role.scores())
            .collect();
        assert_eq!(on_panel, [Role::Secretary, Role::Observer]);
        assert!(!Role::Administrator.is_on_panel() && !Role::Executive.is_on_panel());
    }

    #[test]
    fn a_chair_judges_and_an_observer_only_sits_on_the_panel() {
        let season = SeasonId(Uuid::from_u128(1));
        let elsewhere = SeasonId(Uuid::from_u128(2));
        let chair = Roles::new(vec![(Role::Chair, Scope::Season(season))]);
        assert!(chair.is_judge_in(season) && chair.runs_panel_of(season));
        assert!(!chair.runs_panel_of(elsewhere));
        let observer = Roles::new(vec![(Role::Observer, Scope::Season(season))]);
        assert!(observer.is_on_panel() && !observer.is_judge() && !observer.runs_panel());
        assert_eq!(observer.on_panel_of(season), Some(Role::Observer));
        assert_eq!(observer.on_panel_of(elsewhere), None);
    }

    #[test]
    fn a_judge_of_one_season_is_a_stranger_in_another() {
        let season = SeasonId(Uuid::from_u128(1));
        let judge = Roles::new(vec![(Role::Judge, Scope::Season(season))]);
        assert!(judge.is_judge_in(season));
        assert!(!judge.is_judge_in(SeasonId(Uuid::from_u128(3))));
        assert!(!judge.is_administrator());
        assert!(!Roles::default().is_judge());
    }
}
