//! Letters: one file each for what is merged into it and which words it says; one renderer, and one
//! sender that hands them over.

mod about_case;
mod about_sent;
pub mod enquiry_answered;
mod html;
pub mod invitation;
pub mod judge_cases;
pub mod judge_reminder;
mod nomination_extension;
mod nomination_link;
mod nomination_receipt;
mod nomination_reminder;
mod nomination_rules;
mod nomination_withdrawn;
pub mod post_office;
pub mod proof;
#[cfg(test)]
mod sample;
pub mod scorecard_reopened;
pub mod sender;
pub mod sign_in;
mod text;
pub mod trial;
pub mod written;

use plaudit_domain::person::Contact;
use plaudit_store::nominations::letters as about_nominations;
use plaudit_store::organisations::Organisation;
use plaudit_store::outbox::{self, Merge};
use plaudit_store::{Actor, StoreError};

use crate::say;
use crate::state::App;
use crate::words::Words;
use written::Written;

/// What a letter has at hand while it is being written, just before it is sent.
pub struct Desk<'a> {
    /// The server: for its database, where secrets are minted, and for links to its pages.
    pub app: &'a App,
    /// The words of the reader's language.
    pub words: Words,
}

impl Desk<'_> {
    /// The whole address of one of our pages.
    pub fn link(&self, path: impl std::fmt::Display) -> String {
        self.app.settings.public_url().link(path)
    }

    /// Now, by nobody in particular.
    pub fn moment(&self) -> plaudit_store::Moment {
        self.app.moment(Actor::System)
    }
}

/// Why a letter could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// No letter is called that: it was queued by a later version.
    #[error("there is no letter called {0}")]
    UnknownKind(String),
    /// What was to be merged does not fit the letter.
    #[error("what was to be merged does not fit: {0}")]
    Merge(#[from] serde_json::Error),
    /// What it would say is no longer so: it is not sent, and nothing is wrong.
    #[error("what it would say is no longer so")]
    Overtaken,
    /// The database does not answer, or what the letter is about is gone.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The human being who answers a letter: the programme's that it is about, or the organisation's.
fn contact<'a>(written: &'a Written, organisation: &'a Organisation) -> &'a Contact {
    written.contact.as_ref().unwrap_or(&organisation.contact)
}

/// What stands under every letter, in both its forms: the human being who answers.
fn signed(contact: &Contact, words: &Words) -> String {
    say!(
        words,
        "letter-contact",
        name = contact.name.as_str(),
        email = contact.email.as_str(),
        telephone = contact.telephone.as_str()
    )
}

/// An award with its season, as it stands in a sentence: with an article, unless its name begins with one.
fn the(words: &Words, award: &str) -> String {
    if award.to_lowercase().starts_with("the ") {
        return award.to_owned();
    }
    say!(words, "letter-the", award = award)
}

/// A letter in the two forms that it is sent in; its reader's program chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

impl Forms {
    /// Both forms of a written letter, signed by this organisation.
    pub fn of(written: &Written, organisation: &Organisation, words: &Words) -> Self {
        Self {
            text: text::render(written, organisation, words),
            html: html::render(written, organisation, words),
        }
    }
}

/// Writes a letter of the outbox, minting what secrets it needs.
pub async fn write(app: &App, letter: &outbox::Letter) -> Result<Written, Unwritten> {
    let desk = Desk {
        app,
        words: app.words.language(Some(&letter.language)),
    };
    let merge = letter.merge.clone();
    let body = match letter.kind.as_str() {
        sign_in::Merge::KIND => sign_in::write(&desk, &serde_json::from_value(merge)?).await?,
        invitation::Merge::KIND => {
            invitation::write(&desk, &serde_json::from_value(merge)?).await?
        }
        judge_cases::Merge::KIND => {
            judge_cases::write(&desk, &serde_json::from_value(merge)?).await?
        }
        judge_reminder::Merge::KIND => {
            judge_reminder::write(&desk, &serde_json::from_value(merge)?).await?
        }
        enquiry_answered::Merge::KIND => {
            enquiry_answered::write(&desk, &serde_json::from_value(merge)?).await?
        }
        scorecard_reopened::Merge::KIND => {
            scorecard_reopened::write(&desk, &serde_json::from_value(merge)?).await?
        }
        about_nominations::RECEIPT | about_nominations::AMENDED | about_nominations::LATE => {
            nomination_receipt::write(&desk, &letter.kind, &serde_json::from_value(merge)?).await?
        }
        about_nominations::LINK => {
            nomination_link::write(&desk, &serde_json::from_value(merge)?).await?
        }
        about_nominations::EXTENSION => {
            nomination_extension::write(&desk, &serde_json::from_value(merge)?).await?
        }
        about_nominations::RULES => {
            nomination_rules::write(&desk, &serde_json::from_value(merge)?).await?
        }
        about_nominations::REMINDER => {
            nomination_reminder::write(&desk, &serde_json::from_value(merge)?).await?
        }
        about_nominations::WITHDRAWN => {
            nomination_withdrawn::write(&desk, &serde_json::from_value(merge)?).await?
        }
        proof::Merge::KIND => proof::write(&desk, &serde_json::from_value(merge)?).await?,
        trial::Merge::KIND => trial::write(&desk),
        other => return Err(Unwritten::UnknownKind(other.to_owned())),
    };
    Ok(body)
}
