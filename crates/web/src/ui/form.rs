//! A form that posts, and that saves itself while it is filled in where a script may.
use maud::{Markup, Render, html};

use super::fields::hidden;
use crate::say;
use crate::words::Words;

/// A form: `Form::post(&path, body)`; the body brings its own submit button.
pub struct Form<'a> {
    action: String,
    body: Markup,
    autosave: Option<Autosave<'a>>,
    files: bool,
    keys: bool,
    said: Said,
}

/// Where a form is saved as it stands while somebody types, and under which key this device keeps it meanwhile.
///
/// The script posts the whole form with `X-Requested-With: fetch` and expects JSON: 200 or 422 with
/// `{"saved_at": "12:00 GMT", "version": n}` (422 is saved too, only not yet right), or 409 with
/// `{"both": "…", "kept_version": n}`: what is kept beside what was sent, to be shown in the form's `[data-both]`.
/// A draft whose name begins with `own-` is an account's: it goes from the device when that signs out.
/// The time is in words, on the award's clock and not on the device's: a judge compares it with a deadline.
pub struct Autosave<'a> {
    /// For the status line.
    pub words: &'a Words,
    /// Where it is posted to.
    pub path: String,
    /// The device's name for this draft: the same after a reload, another for each thing that is written.
    pub draft: String,
    /// The version that the form was made from, sent in the field `version`.
    pub version: String,
    /// Where what is kept is found again, if that is not where the form was opened: the script goes on under this
    /// address, so that the back button and a reload lead to what was typed.
    pub kept_at: Option<String>,
    /// Within how many milliseconds a change is sent, however long somebody goes on typing.
    pub within: Option<u32>,
    /// What stands in one line with the state of saving, always in view.
    pub beside: Option<Markup>,
}

/// What the script has come to say on a form that saves itself; nothing while it has not run. Only the gallery says it itself.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// How far saving is.
    pub saving: Option<Saving>,
    /// Where this device holds something newer than the page shows.
    pub newer: Vec<Newer>,
}

/// How far saving is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It was changed, and is being sent.
    Saving,
    /// All is kept, since this time in words.
    Saved(String),
    /// Nobody answers.
    Offline,
    /// Another window or device kept something else.
    Stale,
    /// It was not taken, and why.
    Refused(Option<String>),
}

/// An answer of which this device holds something newer than the page shows.
#[derive(Clone, Debug)]
pub struct Newer {
    /// What is asked.
    pub question: String,
    /// What the page shows.
    pub shown: String,
    /// What this device holds.
    pub here: String,
}

impl<'a> Form<'a> {
    /// A form that posts to this path.
    pub fn post(action: &impl ToString, body: Markup) -> Self {
        Self {
            action: action.to_string(),
            body,
            autosave: None,
            files: false,
            keys: false,
            said: Said::default(),
        }
    }

    /// Sends files too, which comes in another coding than the fields alone.
    #[must_use]
    pub fn with_files(mut self) -> Self {
        self.files = true;
        self
    }

    /// Saves itself while somebody types.
    #[must_use]
    pub fn autosave(mut self, autosave: Autosave<'a>) -> Self {
        self.autosave = Some(autosave);
        self
    }
}

impl Form<'_> {
    /// Its scales can be scored by single keys, which a `dialog[data-keys-list]` on the page lists.
    #[must_use]
    pub fn scored_by_keys(mut self) -> Self {
        self.keys = true;
        self
    }

    /// With what the script has come to say.
    #[must_use]
    pub fn said(mut self, said: Said) -> Self {
        self.said = said;
        self
    }
}

impl Render for Form<'_> {
    fn render(&self) -> Markup {
        let autosave = self.autosave.as_ref();
        html! {
            // The server says what is wrong, in our words and all at once; a browser's bubble would come first.
            form method="post" action=(self.action) novalidate
                enctype=[self.files.then_some("multipart/form-data")]
                data-autosave=[autosave.map(|autosave| &autosave.path)]
                data-draft=[autosave.map(|autosave| &autosave.draft)]
                data-kept-at=[autosave.and_then(|autosave| autosave.kept_at.as_ref())]
                data-within=[autosave.and_then(|autosave| autosave.within)]
                data-keys[self.keys]
            {
                @if let Some(autosave) = autosave {
                    (hidden("version", &autosave.version))
                    (newer_here(autosave.words, &self.said.newer))
                    (trouble(autosave.words, self.said.saving.as_ref()))
                }
                (self.body)
                @if let Some(autosave) = autosave {
                    @match &autosave.beside {
                        Some(beside) => div.form-bar { (beside) (save_status(autosave.words, self.said.saving.as_ref())) },
                        None => (save_status(autosave.words, self.said.saving.as_ref())),
                    }
                }
            }
        }
    }
}

/// For the page after a form was sent for good: this device forgets its copy.
pub fn draft_sent(draft: &str) -> Markup {
    html! { div hidden data-draft-sent=(draft) {} }
}

/// Shown by the script when this device holds something newer than the server does.
fn newer_here(words: &Words, newer: &[Newer]) -> Markup {
    let (shown, here) = (
        say!(words, "form-newer-shown"),
        say!(words, "form-newer-on-device"),
    );
    html! {
        div.notice.care.newer-here data-newer tabindex="-1" hidden[newer.is_empty()] {
            p { (say!(words, "form-newer-here")) }
            dl data-newer-list data-shown=(shown) data-here=(here) data-nothing=(say!(words, "form-newer-nothing")) {
                @for each in newer {
                    dt { (each.question) }
                    dd { (shown) " " (each.shown) }
                    dd { (here) " " (each.here) }
                }
            }
            div.buttons {
                button.button.secondary type="button" data-newer-use { (say!(words, "form-newer-use")) }
                button.button.quiet type="button" data-newer-drop { (say!(words, "form-newer-drop")) }
            }
        }
    }
}

/// What there is to know where it is not saved, in the flow of the form: the script moves it to where somebody types.
fn trouble(words: &Words, saving: Option<&Saving>) -> Markup {
    let told = saving.and_then(|saving| saving.told(words));
    html! {
        div.notice.care data-trouble hidden[told.is_none()]
            data-offline=(say!(words, "form-offline-text"))
            data-stale=(say!(words, "form-stale-text"))
            data-refused=(say!(words, "form-refused-text"))
        { (told.unwrap_or_default()) }
    }
}

/// The line that says whether all is saved, so short that it covers little; unseen without the script.
fn save_status(words: &Words, saving: Option<&Saving>) -> Markup {
    html! {
        p.save-status .care[saving.is_some_and(Saving::is_trouble)] hidden[saving.is_none()] data-save-status
            data-saving=(Saving::Saving.in_words(words))
            data-saved=(Saving::Saved("{time}".to_owned()).in_words(words))
            data-offline=(Saving::Offline.in_words(words))
            data-stale=(Saving::Stale.in_words(words))
            data-refused=(Saving::Refused(None).in_words(words))
        { @if let Some(saving) = saving { (saving.in_words(words)) } }
    }
}

impl Saving {
    /// Whether somebody has to know that not all is kept.
    fn is_trouble(&self) -> bool {
        match self {
            Self::Saving | Self::Saved(_) => false,
            Self::Offline | Self::Stale | Self::Refused(_) => true,
        }
    }

    fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Saving => say!(words, "form-saving"),
            Self::Saved(time) => say!(words, "form-saved", time = time.as_str()),
            Self::Offline => say!(words, "form-offline"),
            Self::Stale => say!(words, "form-stale"),
            Self::Refused(_) => say!(words, "form-refused"),
        }
    }

    /// What must be said in more words than the line has room for.
    fn told(&self, words: &Words) -> Option<String> {
        match self {
            Self::Saving | Self::Saved(_) | Self::Offline => None,
            Self::Stale => Some(say!(words, "form-stale-text")),
            Self::Refused(None) => Some(say!(words, "form-refused-text")),
            Self::Refused(Some(why)) => {
                Some(format!("{}. {why}", say!(words, "form-refused-text")))
            }
        }
    }
}
