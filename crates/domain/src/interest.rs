//! A judge's interest in a case: asked before its content opens, declared, ruled on.
//!
//! There is one interest per judge and case; an administrator declares in the same way. It is asked on one sheet before
//! anything is assigned, and once more at the gate of each case. What a declared interest leads to is in [`conflicts`];
//! what makes one likely is in [`signs`].

pub mod conflicts;
pub mod signs;

use crate::status::{Life, NotPossible, words};

words! {
    /// What an interest rests on. All but the first are chosen by whoever declares.
    pub enum Kind as "kind of interest" {
        /// They have a part in the case themselves: nominee, nominator or referee. Nobody chooses it: it is found.
        Part = "part",
        /// The nominee's employer is theirs now. Before there was a kind for it: or was within the last years.
        Employer = "employer",
        /// The nominee's employer was theirs, within the years that the rules name.
        EmployerBefore = "employer-before",
        /// Family or a close friend.
        Family = "family",
        /// One of them manages or managed the other.
        LineManagement = "line-management",
        /// They sell to the nominee's employer, or work for somebody who does.
        Supplier = "supplier",
        /// They nominated or supported the nominee, or wrote a reference.
        Support = "support",
        /// Something else, which they say.
        Other = "other",
    }
}

impl Kind {
    /// The kinds that are chosen by whoever declares, in the order in which they are offered.
    pub const CHOSEN: [Self; 7] = [
        Self::Employer,
        Self::EmployerBefore,
        Self::Family,
        Self::LineManagement,
        Self::Supplier,
        Self::Support,
        Self::Other,
    ];
}

/// The most words in which an interest is described or ruled on.
pub const WORD_LIMIT: usize = 200;
/// The most characters in which an interest is described or ruled on.
pub const CHARACTER_LIMIT: usize = 2_000;

/// What a judge answers to the question of interests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// There is none.
    None,
    /// There is one.
    Interest {
        /// What it rests on.
        kind: Kind,
        /// In the judge's words.
        words: String,
    },
    /// They cannot tell, and ask for a ruling.
    Unsure {
        /// What makes them wonder.
        words: String,
    },
}

impl Declaration {
    /// What it makes happen to the interest.
    pub const fn event(&self) -> Event {
        match self {
            Self::None => Event::DeclareNone,
            Self::Interest { .. } => Event::Declare,
            Self::Unsure { .. } => Event::DeclareUnsure,
        }
    }

    /// What it rests on, if it says so.
    pub const fn kind(&self) -> Option<Kind> {
        match self {
            Self::Interest { kind, .. } => Some(*kind),
            Self::None | Self::Unsure { .. } => None,
        }
    }

    /// The judge's words; none where there is nothing to say.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Interest { words, .. } | Self::Unsure { words } => Some(words),
        }
    }
}

words! {
    /// Where an interest stands.
    pub enum Status as "interest status" {
        /// The judge has not answered; the case stays shut. Every interest begins here.
        Asked = "asked",
        /// The judge declared that there is none; the case is open.
        None = "none",
        /// The judge declared one; the case stays shut until the ruling.
        Declared = "declared",
        /// The judge cannot tell; the case stays shut until the ruling.
        Unsure = "unsure",
        /// Ruled to be no conflict; the case is open.
        MayJudge = "may-judge",
        /// Out of the case, for good: nothing of it is seen from here on.
        Recused = "recused",
    }
}

words! {
    /// What can happen to an interest.
    pub enum Event as "interest event" {
        /// The judge declares that there is none.
        DeclareNone = "declare-none",
        /// The judge declares one.
        Declare = "declare",
        /// The judge is unsure, and asks for a ruling.
        DeclareUnsure = "declare-unsure",
        /// The ruling of whoever rules (administrator, chair or deputy): no conflict.
        RuleMayJudge = "rule-may-judge",
        /// The ruling of whoever rules: a conflict.
        RuleRecused = "rule-recused",
        /// A conflict is found later, by whoever rules or by the judge.
        Recuse = "recuse",
    }
}

impl Event {
    /// Whether it may only happen with a reason, which the ledger keeps.
    ///
    /// A recusal by ruling needs none, because the interest that was declared is its reason.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::RuleMayJudge | Self::Recuse)
    }
}

impl Life for Status {
    const OF: &'static str = "interest";
}

impl Status {
    /// The whole life of an interest. A pair that is not listed cannot happen.
    pub const fn after(self, event: Event) -> Result<Self, NotPossible<Self, Event>> {
        match (self, event) {
            (Self::Asked, Event::DeclareNone) => Ok(Self::None),
            // What was answered on the sheet may be answered otherwise until the case has opened: `policy` sees to that.
            (Self::Asked | Self::None | Self::MayJudge, Event::Declare) => Ok(Self::Declared),
            (Self::Asked | Self::None | Self::MayJudge, Event::DeclareUnsure) => Ok(Self::Unsure),
            (Self::Declared | Self::Unsure, Event::RuleMayJudge) => Ok(Self::MayJudge),
            (Self::Declared | Self::Unsure, Event::RuleRecused)
            | (Self::None | Self::MayJudge, Event::Recuse) => Ok(Self::Recused),
            (status, event) => Err(NotPossible { status, event }),
        }
    }

    /// Whether nothing keeps the judge from the case, as far as was answered.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::None | Self::MayJudge)
    }

    /// Whether the case is kept from whoever has this interest, until a ruling or for good.
    pub const fn is_kept(self) -> bool {
        matches!(self, Self::Declared | Self::Unsure | Self::Recused)
    }

    /// Where it stands at the gate: an answer of the sheet that was not confirmed there is yet to be asked for.
    #[must_use]
    pub const fn at_gate(self, confirmed: bool) -> Self {
        if self.is_open() && !confirmed {
            Self::Asked
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Status};

    #[test]
    fn the_life_of_an_interest_is_this_table() {
        insta::assert_snapshot!(crate::status::table(
            Status::ALL,
            Event::ALL,
            Status::after,
            Event::needs_reason
        ));
    }

    #[test]
    fn an_answer_of_the_sheet_opens_nothing_until_the_gate_has_asked_once_more() {
        let at_gate = |confirmed: bool| -> Vec<Status> {
            let all = Status::ALL.iter();
            all.map(|status| status.at_gate(confirmed)).collect()
        };
        let open: Vec<_> = at_gate(false).into_iter().filter(|s| s.is_open()).collect();
        assert_eq!(open, []);
        assert_eq!(at_gate(true), Status::ALL);
    }

    #[test]
    fn the_gate_opens_for_none_and_for_a_favourable_ruling_only() {
        let open: Vec<_> = Status::ALL
            .iter()
            .copied()
            .filter(|status| status.is_open())
            .collect();
        assert_eq!(open, [Status::None, Status::MayJudge]);
    }
}
