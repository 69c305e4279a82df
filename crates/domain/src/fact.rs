//! Facts: what the ledger holds about everything that bears on the outcome.
//!
//! A fact names people by id. Words that could identify somebody (names, reasons, comments) never enter a fact's
//! body: they are [`Spoken`] about a person, and the store puts an HMAC under that person's erasable key in their place.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    ids::{PersonId, SeasonId},
    status::words,
};

words! {
    /// What happened. The word is what the ledger seals.
    pub enum FactKind as "kind of fact" {
        /// The installation was given an organisation, a contact and its first administrator.
        OrganisationSetUp = "organisation-set-up",
        /// The organisation's name or contact was changed.
        OrganisationChanged = "organisation-changed",
        /// Somebody was invited to a role.
        MemberInvited = "member-invited",
        /// An invitation was accepted.
        InvitationAccepted = "invitation-accepted",
        /// An invitation was declined.
        InvitationDeclined = "invitation-declined",
        /// A role was taken away.
        MemberRemoved = "member-removed",
        /// Somebody was suspended from a panel.
        MemberSuspended = "member-suspended",
        /// Somebody on a panel was given another role on it.
        MemberRoleChanged = "member-role-changed",
        /// A sign-in link was printed at the server's console.
        SignInLinkPrinted = "sign-in-link-printed",
        /// A programme was set up.
        ProgrammeCreated = "programme-created",
        /// A programme's words, zone or contact were changed.
        ProgrammeChanged = "programme-changed",
        /// A picture became the programme's mark.
        MarkChosen = "mark-chosen",
        /// A programme went back to having no mark of its own.
        MarkRemoved = "mark-removed",
        /// A steward joined a programme.
        StewardAdded = "steward-added",
        /// A steward's name or status changed.
        StewardChanged = "steward-changed",
        /// Other addresses have the proof of the ledger mailed to them.
        ProofAddressesChanged = "proof-addresses-changed",
        /// A version of the terms was drafted.
        TermsDrafted = "terms-drafted",
        /// A version of the terms moved.
        TermsMoved = "terms-moved",
        /// A season was set up.
        SeasonCreated = "season-created",
        /// A season's dates or words were changed.
        SeasonChanged = "season-changed",
        /// A season moved.
        SeasonMoved = "season-moved",
        /// A category was added, renamed or removed.
        CategoryChanged = "category-changed",
        /// A question or eligibility rule was added, revised, reordered or removed.
        QuestionChanged = "question-changed",
        /// A criterion or another part of a draft rule set was changed.
        RuleSetChanged = "rule-set-changed",
        /// A rule set was locked and published.
        RuleSetLocked = "rule-set-locked",
        /// Words of a published rule set were corrected.
        RuleSetCorrected = "rule-set-corrected",
        /// A later version took a rule set's place.
        RuleSetSuperseded = "rule-set-superseded",
        /// A nomination was submitted.
        NominationSubmitted = "nomination-submitted",
        /// A submitted nomination was amended by its nominator.
        NominationAmended = "nomination-amended",
        /// The nominator's address was confirmed.
        NominatorConfirmed = "nominator-confirmed",
        /// A nomination moved: accepted, ineligible, reopened, withdrawn …
        NominationMoved = "nomination-moved",
        /// A case was formed.
        CaseFormed = "case-formed",
        /// A nomination was joined to a case.
        NominationJoined = "nomination-joined",
        /// What the nominee said was recorded.
        AcceptanceRecorded = "acceptance-recorded",
        /// The fact check was recorded.
        FactCheckRecorded = "fact-check-recorded",
        /// Somebody was named to write a reference.
        RefereeNamed = "referee-named",
        /// A referee was taken off a case, who may be replaced by another.
        RefereeReplaced = "referee-replaced",
        /// A case moved: eligible, in judging, shortlisted …
        CaseMoved = "case-moved",
        /// A judge answered the question of interests.
        InterestDeclared = "interest-declared",
        /// A judge said at the gate that the answer of the sheet is still so.
        InterestConfirmed = "interest-confirmed",
        /// A version of the confidentiality terms was written, or the season asks for none from here on.
        ConfidentialityWritten = "confidentiality-written",
        /// Somebody on the panel accepted the confidentiality terms.
        ConfidentialityAccepted = "confidentiality-accepted",
        /// What somebody on a panel says of themselves in public was written, agreed to, hidden or erased.
        BiographyChanged = "biography-changed",
        /// A season began or ceased to show in public who judges.
        PanelShown = "panel-shown",
        /// A suggested conflict was dismissed.
        SuggestionDismissed = "suggestion-dismissed",
        /// A declared or unsure interest was ruled on.
        InterestRuled = "interest-ruled",
        /// A plan of who judges what was made: with which options and seed, and what it came to.
        AssignmentsPlanned = "assignments-planned",
        /// A season went from one stage to the next, or back: who goes on and who does not.
        StageMoved = "stage-moved",
        /// A judge said that they have read a finalist.
        FinalistRead = "finalist-read",
        /// A judge of the panel judges in these stages from now on.
        StagesOfJudge = "stages-of-judge",
        /// Assignments were published to a judge.
        AssignmentsPublished = "assignments-published",
        /// An assignment moved.
        AssignmentMoved = "assignment-moved",
        /// A scorecard was submitted.
        ScorecardSubmitted = "scorecard-submitted",
        /// A scorecard was reopened.
        ScorecardReopened = "scorecard-reopened",
        /// A scorecard that was begun goes on under a later version of the rules, without these scores.
        ScorecardCarried = "scorecard-carried",
        /// A score or comment was changed after a first submit.
        ScorecardChanged = "scorecard-changed",
        /// A judge asked the secretary about a case.
        EnquiryMade = "enquiry-made",
        /// The secretary's answer went to every judge of the case.
        EnquiryAnswered = "enquiry-answered",
        /// The order of a meeting's cases was drawn up anew.
        AgendaDrawnUp = "agenda-drawn-up",
        /// A case was put on a meeting's agenda, moved on it, or taken off.
        AgendaChanged = "agenda-changed",
        /// A meeting took a case, and who was out for it.
        CaseCalled = "case-called",
        /// Who is at a meeting.
        AttendanceNoted = "attendance-noted",
        /// A judge said that they have read a case that they did not score, and have no interest in it.
        ReadingConfirmed = "reading-confirmed",
        /// A ballot on a case was opened.
        BallotOpened = "ballot-opened",
        /// It was counted.
        BallotCounted = "ballot-counted",
        /// The panel's resolution on a category was signed.
        ResolutionSigned = "resolution-signed",
        /// A part of a category's results was published.
        ResultsPublished = "results-published",
        /// What was published of a category's results is public no more.
        ResultsWithdrawn = "results-withdrawn",
        /// Personal data left the system in a file.
        Exported = "exported",
        /// A letter was sent again by hand.
        LetterResent = "letter-resent",
        /// A code was printed for somebody whom mail does not reach.
        CodePrinted = "code-printed",
        /// A person's words were erased.
        PersonErased = "person-erased",
    }
}

/// A detail of a fact: no floats, so that the canonical text is the same everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A word of the product (a status, a kind), never a person's own words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Something's id.
    Id(Uuid),
    /// Yes or no.
    Flag(bool),
    /// Several words of the product or numbers.
    List(Vec<Detail>),
}

impl From<&str> for Detail {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Detail {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Detail {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Detail {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Uuid> for Detail {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl From<jiff::Timestamp> for Detail {
    fn from(at: jiff::Timestamp) -> Self {
        Self::Text(at.to_string())
    }
}

impl Detail {
    fn json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(number) => (*number).into(),
            Self::Id(id) => id.to_string().into(),
            Self::Flag(flag) => (*flag).into(),
            Self::List(items) => items.iter().map(Self::json).collect(),
        }
    }
}

/// Words about a person, which stand in the ledger only as an HMAC under that person's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What the words are: `reason`, `nominee`, `comment`.
    pub name: &'static str,
    /// Whom they are about: erasing this person silences them.
    pub about: PersonId,
    /// The words.
    pub words: String,
}

/// Something that happened and bears on the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What happened.
    pub kind: FactKind,
    /// The season in which it happened, if in one.
    pub season: Option<SeasonId>,
    /// The one thing that it happened to, if to one.
    pub subject: Option<Uuid>,
    /// What else the record holds.
    pub details: BTreeMap<&'static str, Detail>,
    /// The erasable words.
    pub words: Vec<Spoken>,
}

impl Fact {
    /// A fact of this kind, about nothing in particular yet.
    pub fn new(kind: FactKind) -> Self {
        Self {
            kind,
            season: None,
            subject: None,
            details: BTreeMap::new(),
            words: Vec::new(),
        }
    }

    /// In this season.
    #[must_use]
    pub fn in_season(mut self, season: SeasonId) -> Self {
        self.season = Some(season);
        self
    }

    /// About this thing.
    #[must_use]
    pub fn about(mut self, subject: impl Into<Uuid>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// With this detail.
    #[must_use]
    pub fn with(mut self, name: &'static str, detail: impl Into<Detail>) -> Self {
        self.details.insert(name, detail.into());
        self
    }

    /// With the ids of the things concerned.
    #[must_use]
    pub fn with_id(self, name: &'static str, id: impl Into<Uuid>) -> Self {
        self.with(name, id.into())
    }

    /// With words about a person; empty words are left out.
    #[must_use]
    pub fn saying(mut self, name: &'static str, about: PersonId, words: impl Into<String>) -> Self {
        let words = words.into();
        if !words.trim().is_empty() {
            self.words.push(Spoken { name, about, words });
        }
        self
    }

    /// The details as JSON, without the words.
    pub fn body(&self) -> serde_json::Map<String, serde_json::Value> {
        self.details
            .iter()
            .map(|(name, detail)| ((*name).to_owned(), detail.json()))
            .collect()
    }
}

/// JSON as it is sealed: keys sorted by their bytes, no white space. Floats have no place in a fact, and the types above cannot make one.
pub fn canonical(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<_, _> = map.iter().collect();
            let members: Vec<String> = sorted
                .into_iter()
                .map(|(name, value)| {
                    format!("{}:{}", Value::String(name.clone()), canonical(value))
                })
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(canonical).collect::<Vec<_>>().join(",")
        ),
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_canonical_text_does_not_depend_on_the_order_of_keys() {
        let text = canonical(&json!({"b": [1, {"z": null, "a": "\u{e9}\n"}], "a": true}));
        assert_eq!(text, r#"{"a":true,"b":[1,{"a":"é\n","z":null}]}"#);
    }
}
