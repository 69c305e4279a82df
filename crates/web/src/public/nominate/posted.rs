//! A posted nomination form: which season it was for, under which key, and which button was pressed.

use std::sync::Arc;

use plaudit_domain::ids::SeasonId;
use plaudit_domain::nomination::Status;
use plaudit_domain::person::Email;
use plaudit_domain::programme::Slug;
use plaudit_store::nominations::{self, Draft, Kept, SentSince, Typed, stamp, stamped_at};
use plaudit_store::reports::nomination;
use plaudit_store::reports::nomination_form::{self, NominationForm};
use plaudit_store::secrets::Token;
use plaudit_store::{Moment, StoreError};

use crate::http::actor::Visitor;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::shown::nomination_form::{claims_shown, field, pairs};
use crate::state::App;

/// Which button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// Check your answers: also what the Enter key does.
    Check,
    /// Save and return later.
    Save,
    /// Send, on the page where answers are checked.
    Submit,
    /// Another progress claim.
    AddClaim,
    /// Not this progress claim.
    RemoveClaim(usize),
}

impl Press {
    /// The button of this form.
    pub(super) fn read(raw: &RawForm) -> Self {
        if let Ok(index) = raw.get(field::REMOVE_CLAIM).parse() {
            return Self::RemoveClaim(index);
        }
        match raw.get(field::PRESSED) {
            "save" => Self::Save,
            "submit" => Self::Submit,
            "add-claim" => Self::AddClaim,
            _ => Self::Check,
        }
    }
}

/// A form that was posted.
pub(super) struct Posted {
    /// What came over the wire.
    pub(super) raw: RawForm,
    /// The form that was filled in, as it was asked.
    pub(super) form: Arc<NominationForm>,
    /// The programme's form of today, if that is another season's.
    pub(super) present: Option<Arc<NominationForm>>,
    /// The form's key.
    pub(super) key: Token,
    /// The version that the form was made from.
    pub(super) version: i64,
    /// What a person typed.
    pub(super) typed: Typed,
    /// Whether nothing had been kept under this key before.
    pub(super) is_new: bool,
    /// Whether what was typed was put under a fresh key, since nothing more could be kept under the old one.
    pub(super) began_anew: bool,
    /// The number of what was sent, where the form is to change it.
    pub(super) sent: Option<String>,
    /// Whether a letter with the private link is asked for.
    pub(super) letter: Letter,
}

/// How it stands with the letter that brings a draft's private link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// Nobody asked for one.
    Unwanted,
    /// One goes out, if there is an address.
    Wanted,
    /// One is on its way.
    Queued,
}

impl Posted {
    /// Reads the form, and finds the one that it was made from.
    pub(super) async fn read(
        app: &App,
        visitor: &Visitor,
        slug: &Slug,
        raw: RawForm,
    ) -> Result<Self, PageError> {
        let today = nomination_form::find(&app.store, &visitor.viewer(), slug)
            .await?
            .ok_or(PageError::NotFound)?;
        let (form, present) = match earlier(app, &raw, &today).await? {
            Some(earlier) => (earlier, Some(today)),
            None => (today, None),
        };
        let form = nomination_form::as_asked(&app.store, form, &field::revisions_in(&raw)).await?;
        let version = raw.get(field::VERSION).parse().unwrap_or_default();
        Ok(Self {
            key: Token::parse(raw.get(field::KEY)).unwrap_or_else(Token::fresh),
            typed: field::typed(&raw),
            is_new: version == 0,
            version,
            form,
            present,
            raw,
            began_anew: false,
            sent: None,
            letter: Letter::Unwanted,
        })
    }

    /// Whether there is nothing to keep: a form posted as it was opened.
    pub(super) fn is_untouched(&self) -> bool {
        self.version == 0 && self.typed.is_blank()
    }

    /// Keeps what was typed; where something was sent since the form was made, beside that.
    pub(super) async fn keep(
        &self,
        app: &App,
        visitor: &Visitor,
        moment: &Moment,
        letter: Option<(Email, String)>,
    ) -> Result<Kept, StoreError> {
        let draft = self.draft(letter);
        match nominations::keep_draft(&app.store, moment, draft.clone()).await {
            Err(StoreError::Stale) => {
                let found = nomination::by_key(&app.store, moment.now, &self.key).await?;
                let sent_since = found.and_then(|(_, found)| {
                    Some(SentSince {
                        version: found.version,
                        typed: pairs::in_form(&visitor.words, &found)?,
                    })
                });
                let draft = Draft {
                    sent_since,
                    ..draft
                };
                nominations::keep_draft(&app.store, moment, draft).await
            }
            kept => kept,
        }
    }

    fn draft(&self, letter: Option<(Email, String)>) -> Draft {
        Draft {
            key: self.key.clone(),
            season: self.form.season.id,
            version: self.version,
            typed: self.typed.clone(),
            sent_since: None,
            letter,
        }
    }

    /// What is said of a form of which nothing needed keeping.
    pub(super) fn nothing_kept(&self) -> Kept {
        Kept {
            nomination: uuid::Uuid::nil().into(),
            status: Status::Draft,
            version: self.version,
            other: None,
        }
    }

    /// Puts what was typed under a fresh key.
    pub(super) fn begin_anew(&mut self) {
        self.key = Token::fresh();
        self.version = 0;
        self.began_anew = true;
    }

    /// The address to which a letter is wanted.
    pub(super) fn letter_to(&self) -> Option<Email> {
        if self.letter != Letter::Wanted {
            return None;
        }
        Email::parse(self.raw.get(field::NOMINATOR_EMAIL)).ok()
    }

    /// When the form was first shown, signed, to be carried on.
    pub(super) fn shown_at(&self, app: &App, moment: &Moment) -> String {
        let carried = self.raw.get(field::SHOWN_AT);
        match stamped_at(&app.store, carried) {
            Some(_) => carried.to_owned(),
            None => stamp(&app.store, moment.now),
        }
    }

    /// One claim more on the page.
    pub(super) fn add_claim(&mut self) {
        let shown = claims_shown(&self.raw, self.form.season.claims);
        let next = shown.last().map_or(0, |index| index + 1);
        if next < field::CLAIM_INDEX_LIMIT {
            let raw = std::mem::take(&mut self.raw);
            self.raw = raw.with(&field::claim(next, field::BEFORE), "");
        }
    }

    /// One claim less. The person pressed for it; what another window holds of it is not touched.
    pub(super) fn remove_claim(&mut self, index: usize) {
        let gone = field::CLAIM.map(|part| field::claim(index, part));
        let kept = self
            .raw
            .pairs()
            .filter(|(name, _)| !gone.iter().any(|other| other == name));
        self.raw = RawForm::from_pairs(kept);
        self.typed = field::typed(&self.raw);
    }
}

/// The form of an earlier season of the same programme, if this one was made from it.
async fn earlier(
    app: &App,
    raw: &RawForm,
    today: &Arc<NominationForm>,
) -> Result<Option<Arc<NominationForm>>, PageError> {
    let Ok(season) = raw.get(field::SEASON).parse::<SeasonId>() else {
        return Ok(None);
    };
    if season == today.season.id {
        return Ok(None);
    }
    match nomination_form::of_season(&app.store, season).await {
        Ok(form) if form.programme.id == today.programme.id => Ok(Some(form)),
        Ok(_) | Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
