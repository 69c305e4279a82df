//! Which interests the address asks for.

use axum::http::Uri;
use plaudit_domain::ids::AccountId;
use plaudit_domain::interest::Status;
use plaudit_store::reports::interests::InterestRow;
use uuid::Uuid;

use crate::http::form::RawForm;
use crate::http::query::Address;
use crate::paths::admin::Interests;

/// The query's names.
pub(super) const STATUS: &str = "status";
pub(super) const JUDGE: &str = "judge";

/// A part of the interests. Whether a judge declared or was unsure, both wait for a ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The judge has not answered yet: nothing that has a row of its own.
    NotAnswered,
    /// They wait for a ruling.
    Waiting,
    /// No interest was declared.
    None,
    /// The ruling found no conflict.
    MayJudge,
    /// The judge is out of the case.
    Recused,
}

impl Part {
    pub(super) const ALL: [Self; 5] = [
        Self::NotAnswered,
        Self::Waiting,
        Self::None,
        Self::MayJudge,
        Self::Recused,
    ];

    /// Its word in the address.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::NotAnswered => "not-answered",
            Self::Waiting => "waiting",
            Self::None => "none",
            Self::MayJudge => "may-judge",
            Self::Recused => "recused",
        }
    }

    /// Whether this interest belongs to it.
    pub(super) fn holds(self, row: &InterestRow) -> bool {
        match self {
            Self::NotAnswered => false,
            Self::Waiting => row.waits(),
            Self::None => row.status == Status::None,
            Self::MayJudge => row.status == Status::MayJudge,
            Self::Recused => row.status == Status::Recused,
        }
    }
}

/// What the address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    /// Only this part.
    pub(super) part: Option<Part>,
    /// Only this judge's.
    pub(super) judge: Option<AccountId>,
}

impl Asked {
    /// Whether an interest is of the judge that is asked for.
    pub(super) fn is_of(self, account: AccountId) -> bool {
        self.judge.is_none_or(|judge| judge == account)
    }

    /// Whether an interest is of the part that is asked for.
    pub(super) fn is_in(self, row: &InterestRow) -> bool {
        self.part.is_none_or(|part| part.holds(row))
    }

    /// Whether this part is listed.
    pub(super) fn lists(self, part: Part) -> bool {
        self.part.is_none_or(|asked| asked == part)
    }

    /// Whether anything is left out.
    pub(super) fn is_narrowed(self) -> bool {
        self.part.is_some() || self.judge.is_some()
    }
}

/// Reads the query; what it asks for wrongly is not asked for.
pub(super) fn read(uri: &Uri) -> Asked {
    let query = RawForm::from_bytes(uri.query().unwrap_or_default().as_bytes());
    let said = query.trimmed(STATUS);
    Asked {
        part: Part::ALL.into_iter().find(|part| part.as_str() == said),
        judge: Uuid::parse_str(query.trimmed(JUDGE))
            .ok()
            .map(AccountId::from),
    }
}

impl Interests {
    /// Those that wait for a ruling.
    pub(in crate::admin) fn waiting(&self) -> String {
        Address::of(self)
            .with(STATUS, Part::Waiting.as_str())
            .to_string()
    }

    /// Those that a judge has not answered yet.
    pub(in crate::admin) fn not_answered(&self) -> String {
        Address::of(self)
            .with(STATUS, Part::NotAnswered.as_str())
            .to_string()
    }
}
