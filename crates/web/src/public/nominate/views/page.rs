//! The nomination form's page: what must be told first, then the form.

use jiff::Timestamp;
use maud::{Markup, html};
use plaudit_domain::nomination::Status;
use plaudit_store::nominations::Kept;
use plaudit_store::reports::nomination_form::NominationForm;
use plaudit_store::secrets::Token;

use super::both::{Differing, differing, notice, with_others_claims};
use crate::http::actor::Visitor;
use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::public::{
    Nominate, NominateDraft, Nomination, NominationForm as FormPath, Programme, ProgrammeForm,
};
use crate::public::nominate::begun::Begun;
use crate::say;
use crate::shown::name::sentence;
use crate::shown::nomination_form::field;
use crate::shown::timetable::moment;
use crate::ui::button::{Look, buttons, submit_as};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{self, Field, hidden};
use crate::ui::form::{Autosave, Form};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Why the form is shown again although nothing in it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::public) enum Special {
    /// It came back faster than a person fills it in.
    Hurried,
    /// The nomination can take no more, so this is a new one.
    BegunAnew,
    /// A field was filled in that people do not see.
    Trapped,
}

/// The form's page, built up from what is known of it.
pub(in crate::public) struct FormPage<'a> {
    visitor: &'a Visitor,
    pub(super) form: &'a NominationForm,
    key: &'a Token,
    shown_at: String,
    now: Timestamp,
    version: i64,
    pub(super) raw: RawForm,
    pub(super) messages: Messages,
    status: Status,
    /// Where another window holds something else.
    pub(super) other: Option<Vec<Differing>>,
    present: Option<&'a NominationForm>,
    special: Option<Special>,
    begun: Option<Begun>,
    sent: Option<String>,
}

impl<'a> FormPage<'a> {
    /// An empty form.
    pub(in crate::public) fn new(
        visitor: &'a Visitor,
        form: &'a NominationForm,
        key: &'a Token,
        shown_at: String,
        now: Timestamp,
    ) -> Self {
        Self {
            visitor,
            form,
            key,
            shown_at,
            now,
            version: 0,
            raw: RawForm::default(),
            messages: Messages::default(),
            status: Status::Draft,
            other: None,
            present: None,
            special: None,
            begun: None,
            sent: None,
        }
    }

    /// With what was typed.
    pub(in crate::public) fn filled(mut self, raw: &RawForm) -> Self {
        self.raw = raw.clone();
        self
    }

    /// With what became of that, once it is filled in.
    pub(in crate::public) fn kept(mut self, kept: &Kept) -> Self {
        self.version = kept.version;
        self.status = kept.status;
        if let Some(other) = &kept.other {
            self.raw = with_others_claims(self.form, self.raw, other);
            self.other = Some(differing(self.words(), self.form, &self.raw, other));
        }
        self
    }

    /// With what is wrong.
    pub(in crate::public) fn errors(mut self, errors: &FieldErrors) -> Self {
        self.messages = errors.in_words(&self.visitor.words);
        self
    }

    /// With the form of the present season, if this is an earlier one's.
    pub(in crate::public) fn present(mut self, present: Option<&'a NominationForm>) -> Self {
        self.present = present;
        self
    }

    /// With something that must be told.
    pub(in crate::public) fn special(mut self, special: Option<Special>) -> Self {
        self.special = special.or(self.special);
        self
    }

    /// With a draft that was begun in this browser.
    pub(in crate::public) fn begun(mut self, begun: Option<Begun>) -> Self {
        self.begun = begun;
        self
    }

    /// With the number of what was sent, which this form is to change.
    pub(in crate::public) fn sent(mut self, number: Option<String>) -> Self {
        self.sent = number;
        self
    }

    /// The page.
    pub(in crate::public) fn render(&self) -> Answer {
        let words = self.words();
        let programme = &self.form.programme.words;
        let name = programme.title.in_language(&words.language());
        let (title, from) = match &self.sent {
            Some(number) => (
                say!(words, "nominate-change-title", number = number),
                Link::new(
                    say!(words, "nomination-title", number = number),
                    &Nomination {
                        key: self.key.text(),
                    },
                ),
            ),
            None => (
                say!(words, "nominate-title"),
                Link::new(
                    name,
                    &Programme {
                        programme: programme.slug.to_string(),
                    },
                ),
            ),
        };
        let closes_at = self.form.season.timetable.closes_at;
        let closes = closes_at.map(|at| {
            let key = if at < self.now {
                "programme-closed"
            } else {
                "nominate-closes"
            };
            say!(words, key, moment = moment(words, at, &programme.zone))
        });
        let body = html! {
            (back(&from))
            (error_summary(words, self.messages.iter()))
            (Heading::new(&title).above(name).lede(closes.unwrap_or_default()))
            (self.notices())
            (self.introduction())
            (self.form())
        };
        Answer::page(self.visitor, Place::Public, title, body).liveried(&self.form.programme)
    }

    pub(super) fn words(&self) -> &'a Words {
        &self.visitor.words
    }

    /// What must be told before anything else.
    fn notices(&self) -> Markup {
        let words = self.words();
        let contact = &self.form.programme.words.contact;
        let ask = say!(
            words,
            "nominate-ask",
            name = &contact.name,
            email = contact.email.as_str(),
            telephone = contact.telephone.as_str()
        );
        let special = self.special.map(|special| match special {
            Special::Hurried => say!(words, "nominate-hurried"),
            Special::BegunAnew => say!(words, "nominate-begun-anew"),
            Special::Trapped => say!(words, "nominate-trapped"),
        });
        html! {
            @if let Some(present) = self.present {
                (aside(Tone::Care, &html! {
                    p { (say!(words, "nominate-earlier", season = &self.form.season.name)) }
                    p { (Link::new(say!(words, "nominate-present", season = &present.season.name), &nominate(present))) }
                }))
            }
            @if self.status == Status::Lapsed {
                (aside(Tone::Care, &html! {
                    p { strong { (say!(words, "nominate-lapsed")) } }
                    p { (say!(words, "nominate-lapsed-text")) " " (ask) }
                }))
            }
            @if let Some(special) = special {
                (aside(Tone::Care, &html! {
                    p { (special) }
                    @if self.special == Some(Special::BegunAnew) { p { (ask) } }
                }))
            }
            @if let Some(differing) = &self.other {
                (notice(words, differing, self.messages.iter().next().is_none()))
            }
            @if let Some(begun) = &self.begun {
                (aside(Tone::Active, &html! {
                    p {
                        @match &begun.nominee {
                            Some(nominee) => (sentence(words, "nominate-begun-for", nominee)),
                            None => (say!(words, "nominate-begun")),
                        }
                        " " (say!(words, "nominate-begun-kept", moment = moment(words, begun.kept_at, &self.form.programme.words.zone)))
                    }
                    p { (Link::new(say!(words, "nominate-begun-go-on"), &begun.path)) }
                }))
            }
        }
    }

    fn introduction(&self) -> Markup {
        let words = self.words();
        let read = ProgrammeForm {
            programme: self.form.programme.words.slug.to_string(),
        };
        html! {
            div.stack {
                p { (say!(words, if self.sent.is_some() { "nominate-change-introduction" } else { "nominate-introduction" })) }
                p { (words.get(&format!("nominate-reading-{}", self.form.reading))) }
                p { (Link::new(say!(words, "nominate-read-first"), &read)) }
            }
        }
    }

    fn form(&self) -> Markup {
        let words = self.words();
        let slug = self.form.programme.words.slug.to_string();
        let autosave = Autosave {
            words,
            path: NominateDraft {
                programme: slug.clone(),
            }
            .to_string(),
            draft: device_draft(self.key),
            version: self.version.to_string(),
            kept_at: Some(
                FormPath {
                    key: self.key.text(),
                }
                .to_string(),
            ),
            within: None,
            beside: None,
        };
        let body = html! {
            (hidden(field::KEY, &self.key.text()))
            (hidden(field::SEASON, &self.form.season.id))
            (hidden(field::SHOWN_AT, &self.shown_at))
            // The Enter key presses the first button, which must not be one that removes something.
            button.visually-hidden type="submit" name=(field::PRESSED) value="check" tabindex="-1" aria-hidden="true" {}
            (self.trap())
            (self.eligibility())
            (self.category())
            (self.nominee())
            (self.nominator())
            (self.answers())
            (self.claims())
            (self.declaration())
            (buttons(&html! {
                (submit_as(Look::Primary, &say!(words, "nominate-check"), field::PRESSED, "check"))
                (submit_as(Look::Secondary, &say!(words, "nominate-save"), field::PRESSED, "save"))
            }))
            p.muted { (say!(words, if self.sent.is_some() { "nominate-change-save-text" } else { "nominate-save-text" })) }
        };
        html! { (Form::post(&Nominate { programme: slug }, body).autosave(autosave)) }
    }

    /// A field that people do not see and the keyboard does not come to. Where something was in it all the same, perhaps
    /// because a browser put it there, it is shown, empty again, so that a person can go on.
    fn trap(&self) -> Markup {
        let trapped = self.special == Some(Special::Trapped);
        let trap = Field::text(
            self.words(),
            field::TRAP,
            say!(self.words(), "nominate-trap"),
        )
        .autocomplete("off");
        let trap = if trapped { trap } else { trap.passed_over() };
        html! { div .visually-hidden[!trapped] { (trap) } }
    }
}

fn nominate(form: &NominationForm) -> Nominate {
    Nominate {
        programme: form.programme.words.slug.to_string(),
    }
}

/// The id of a field's element on the form, for a link to it.
pub(in crate::public) fn anchor(name: &str) -> String {
    fields::id(name)
}

/// The name under which a device keeps what is typed into this form.
pub(in crate::public) fn device_draft(key: &Token) -> String {
    let short = hex::encode(&key.digest()[..8]);
    format!("nomination-{short}")
}
