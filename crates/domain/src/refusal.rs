//! Refusals: why something may not be done, as facts. The sentences are the web's.

use std::fmt::Display;

use jiff::Timestamp;

use crate::status::{Life, NotPossible};

/// Why an operation was refused. Nothing has been written when one is returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The move is not in the table of moves for this status.
    NotPossible {
        /// Whose status: `nomination`, `season` …
        thing: &'static str,
        /// The status it has.
        status: String,
        /// The event that was asked for.
        event: String,
    },
    /// The move undoes or overrides something, and no reason was given.
    ReasonNeeded,
    /// Nominations have not opened.
    NotOpenYet {
        /// When they will, if that is known.
        opens_at: Option<Timestamp>,
    },
    /// The close has passed; what was typed is kept.
    Closed {
        /// When it was.
        closed_at: Timestamp,
    },
    /// It comes by itself at this instant, and not before.
    NotYetDue {
        /// When it is due.
        due_at: Timestamp,
    },
    /// Judging has begun, so the nominator can no longer change or withdraw.
    JudgingBegun,
    /// The season is not in judging.
    NotJudging,
    /// The season is not in deliberation.
    NotDeliberating,
    /// The scores of the season may still change.
    NotLockedYet,
    /// What the panel resolved of some finalists is not recorded.
    Unsettled {
        /// How many those are.
        cases: u64,
    },
    /// Nobody has accepted to judge.
    NoJudges,
    /// Cases that the ranking puts forward, or that too few judged to be ranked, are neither put forward nor left out.
    Undecided {
        /// How many those are.
        cases: u64,
    },
    /// A stage of the season is still to come.
    StageToCome,
    /// Something was put down in the stage already, so the move to it stays.
    StageBegun,
    /// The stages of a season are set before it opens: a later version of its rules has the same.
    StagesSet,
    /// Judges who read without names have seen them in the interview, so the move to it stays.
    NamesSeen,
    /// A judge scores in an interview once they have read every finalist.
    FinalistsUnread {
        /// How many they have not.
        missing: usize,
    },
    /// The finalists are being interviewed: the shortlist stays, but for a reserve who moves up.
    InterviewOn,
    /// The rule set is locked.
    Locked,
    /// The season's result is public, or it was called off: it can only be read.
    SeasonOver,
    /// The panel has resolved, so it stays who it was.
    PanelResolved,
    /// Something that must be there first is not: each by its key.
    Incomplete(Vec<&'static str>),
    /// The confidentiality terms that are in force are not accepted yet.
    ConfidentialityNotAccepted,
    /// The judge has not answered the question of interests for this case.
    InterestNotDeclared,
    /// The judge's interest waits for a ruling.
    RulingPending,
    /// The judge is out of this case.
    Recused,
    /// Whoever acts is kept from the case, or from one that it is measured against, by an interest of their own.
    OwnInterest,
    /// Somebody else rules on interests in this season.
    OtherRuler,
    /// The season is read without names, so there is no sheet of them.
    ReadBlind,
    /// The panel meets on the scores as they are locked.
    MeetingBegun,
    /// The resolution is signed, so what it decides stays.
    Resolved,
    /// The panel has a chair or a deputy who has yet to sign the resolution.
    NotSigned,
    /// What became of the category is not settled yet, so nothing of its results is published.
    NotResolved,
    /// Too few judges with a vote are present.
    MeetingTooSmall {
        /// How many are.
        present: u32,
        /// How many must be.
        needed: u32,
    },
    /// Judges with a vote have yet to say that they have read the case.
    NotRead {
        /// How many.
        judges: u32,
    },
    /// Whoever is out of one of a category's cases records nothing on its rivals either, and signs nothing.
    OutOfARival,
    /// A judge who is out of a finalist's case has no vote between the finalists.
    NoVote,
    /// The judge has voted in this ballot.
    Voted,
    /// No ballot is open, or none was counted.
    NoBallot,
    /// No more than half of the votes are for it.
    NoMajority,
    /// Not every criterion has a score.
    ScoresMissing {
        /// How many are missing.
        missing: usize,
    },
    /// There is nothing left of which somebody could be reminded.
    NothingLeft,
    /// A score that is no point of its criterion's scale, or for a criterion that the rule set does not have.
    OffScale,
    /// A finalist would stand under the merit floor, or with too few scorecards.
    BelowMeritFloor,
    /// Fewer scorecards than the quorum.
    NoQuorum {
        /// Received.
        received: u32,
        /// Needed.
        needed: u32,
    },
    /// The shortlist is full.
    ShortlistFull {
        /// Its size by the rule set.
        size: u32,
    },
    /// The nominee has not accepted.
    NotAccepted,
    /// The facts have not been confirmed.
    NotFactChecked,
    /// The shortlist is set, so the nominee can no longer come in.
    ShortlistSet,
    /// Somebody else holds this address, slug or key.
    Taken,
    /// The last administrator cannot be removed.
    LastAdministrator,
    /// The panel has a chair already.
    SecondChair,
    /// The person sits on the panel already.
    OnPanel,
    /// None of the person's roles includes it.
    OtherRole,
    /// The person has a part in the case: nominee, nominator or referee.
    HasAPart,
    /// The judge cannot be given the case: an interest, the same organisation, or it was theirs and is not any more.
    Barred,
    /// The link or code is used, expired or unknown.
    LinkSpent,
    /// The code was wrong.
    WrongCode {
        /// How many tries are left.
        tries_left: u32,
    },
}

impl<S: Life, E: Display> From<NotPossible<S, E>> for Refusal {
    fn from(refused: NotPossible<S, E>) -> Self {
        Self::not_possible(S::OF, &refused)
    }
}

impl Refusal {
    /// A move that the life of this thing does not list.
    pub fn not_possible<S: Display, E: Display>(
        thing: &'static str,
        refused: &NotPossible<S, E>,
    ) -> Self {
        Self::NotPossible {
            thing,
            status: refused.status.to_string(),
            event: refused.event.to_string(),
        }
    }

    /// The key of its sentence, after `refusal-`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotPossible { .. } => "not-possible",
            Self::ReasonNeeded => "reason-needed",
            Self::NotOpenYet { .. } => "not-open-yet",
            Self::Closed { .. } => "closed",
            Self::NotYetDue { .. } => "not-yet-due",
            Self::JudgingBegun => "judging-begun",
            Self::NotJudging => "not-judging",
            Self::NotDeliberating => "not-deliberating",
            Self::NotLockedYet => "not-locked-yet",
            Self::Unsettled { .. } => "unsettled",
            Self::NoJudges => "no-judges",
            Self::Undecided { .. } => "undecided",
            Self::StageToCome => "stage-to-come",
            Self::StageBegun => "stage-begun",
            Self::StagesSet => "stages-set",
            Self::NamesSeen => "names-seen",
            Self::FinalistsUnread { .. } => "finalists-unread",
            Self::InterviewOn => "interview-on",
            Self::Locked => "locked",
            Self::SeasonOver => "season-over",
            Self::PanelResolved => "panel-resolved",
            Self::Incomplete(_) => "incomplete",
            Self::ConfidentialityNotAccepted => "confidentiality-not-accepted",
            Self::InterestNotDeclared => "interest-not-declared",
            Self::RulingPending => "ruling-pending",
            Self::Recused => "recused",
            Self::OwnInterest => "own-interest",
            Self::OtherRuler => "other-ruler",
            Self::ReadBlind => "read-blind",
            Self::MeetingBegun => "meeting-begun",
            Self::Resolved => "signed",
            Self::NotSigned => "not-signed",
            Self::NotResolved => "not-resolved",
            Self::MeetingTooSmall { .. } => "meeting-too-small",
            Self::NotRead { .. } => "not-read",
            Self::OutOfARival => "out-of-a-rival",
            Self::NoVote => "no-vote",
            Self::Voted => "voted",
            Self::NoBallot => "no-ballot",
            Self::NoMajority => "no-majority",
            Self::ScoresMissing { .. } => "scores-missing",
            Self::NothingLeft => "nothing-left",
            Self::OffScale => "off-scale",
            Self::BelowMeritFloor => "below-merit-floor",
            Self::NoQuorum { .. } => "no-quorum",
            Self::ShortlistFull { .. } => "shortlist-full",
            Self::NotAccepted => "not-accepted",
            Self::NotFactChecked => "not-fact-checked",
            Self::ShortlistSet => "shortlist-set",
            Self::Taken => "taken",
            Self::LastAdministrator => "last-administrator",
            Self::SecondChair => "second-chair",
            Self::OnPanel => "on-panel",
            Self::OtherRole => "other-role",
            Self::HasAPart => "has-a-part",
            Self::Barred => "barred",
            Self::LinkSpent => "link-spent",
            Self::WrongCode { .. } => "wrong-code",
        }
    }
}
