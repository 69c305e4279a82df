//! The names by which things are referred to: a type of its own for each kind, so that none is taken for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    /// The society that runs this installation.
    OrganisationId,
    /// Somebody whose name is known: the row that erasure empties.
    PersonId,
    /// An email address that may sign in; judges and administrators are known by theirs.
    AccountId,
    /// A role held by an account in a scope.
    MembershipId,
    /// One browser that is signed in.
    SessionId,
    /// A one-time or private link.
    TokenId,
    /// A programme.
    ProgrammeId,
    /// A steward of a programme.
    StewardId,
    /// One version of a programme's terms.
    TermsId,
    /// A season.
    SeasonId,
    /// A category of a season.
    CategoryId,
    /// A stage of a season.
    StageId,
    /// A yes-or-no rule that the form asks.
    EligibilityRuleId,
    /// A question, whatever its revision.
    QuestionId,
    /// A question as it was asked at one time.
    QuestionRevisionId,
    /// A version of what a season is judged by.
    RuleSetId,
    /// A criterion of one rule set.
    CriterionId,
    /// A nomination.
    NominationId,
    /// A progress claim of a nomination.
    ProgressClaimId,
    /// A case.
    CaseId,
    /// A reference that is asked for on a case.
    ReferenceId,
    /// A decision on a case.
    DecisionId,
    /// A judge's interest in a case.
    InterestId,
    /// A judge, a case and a stage.
    AssignmentId,
    /// A judge's scorecard.
    ScorecardId,
    /// A judge's question to the secretary about a case.
    EnquiryId,
    /// A version of a season's confidentiality terms.
    ConfidentialityId,
    /// A season's practice case.
    PracticeCaseId,
    /// A fact of the ledger.
    FactId,
    /// A letter of the outbox.
    LetterId,
    /// A choice of the columns of a file.
    ColumnChoiceId,
}
