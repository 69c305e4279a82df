//! How the nomination form looks.

use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use plaudit_domain::eligibility;
use plaudit_domain::nomination::{Relationship, Status};
use plaudit_domain::progress_claim::WORD_LIMIT;
use plaudit_domain::question::{Asks, Question};
use plaudit_store::nominations::{Kept, Typed};
use plaudit_store::reports::home::{Standing, standing};
use plaudit_store::reports::nomination_form::NominationForm;
use plaudit_store::secrets::Token;

use super::begun::Begun;
use crate::http::actor::Visitor;
use crate::http::field_errors::{FieldErrors, Messages};
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::public::{Nominate, NominateDraft, Programme, ProgrammeForm};
use crate::say;
use crate::shown::nomination_form::{claims_shown, field};
use crate::shown::timetable::moment;
use crate::ui::button::{Look, buttons, link_button, submit_as};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{self, Choice, Field, hidden};
use crate::ui::form::{Autosave, Form};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Place;
use crate::ui::prose::as_typed;
use crate::ui::tone::Tone;
use crate::words::Words;

/// Nobody reads and fills in the form in less time.
pub(super) const LEAST_TIME: SignedDuration = SignedDuration::from_secs(2);

/// Why the form is shown again although nothing in it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::public) enum Special {
    /// It came back faster than a person fills it in.
    Hurried,
    /// The nomination can take no more, so this is a new one.
    BegunAnew,
    /// The nomination has been decided on.
    Decided,
    /// It was sent, and the close has passed for changes.
    AmendmentClosed,
}

/// The form's page, built up from what is known of it.
pub(in crate::public) struct FormPage<'a> {
    visitor: &'a Visitor,
    form: &'a NominationForm,
    key: &'a Token,
    shown_at: String,
    version: i64,
    raw: RawForm,
    messages: Messages,
    status: Status,
    other: Option<Typed>,
    present: Option<&'a NominationForm>,
    special: Option<Special>,
    begun: Option<Begun>,
}

impl<'a> FormPage<'a> {
    /// An empty form.
    pub(in crate::public) fn new(
        visitor: &'a Visitor,
        form: &'a NominationForm,
        key: &'a Token,
        shown_at: String,
    ) -> Self {
        Self {
            visitor,
            form,
            key,
            shown_at,
            version: 0,
            raw: RawForm::default(),
            messages: Messages::default(),
            status: Status::Draft,
            other: None,
            present: None,
            special: None,
            begun: None,
        }
    }

    /// With what was typed.
    pub(in crate::public) fn filled(mut self, raw: &RawForm) -> Self {
        self.raw = raw.clone();
        self
    }

    /// With what became of that.
    pub(in crate::public) fn kept(mut self, kept: &Kept) -> Self {
        self.version = kept.version;
        self.status = kept.status;
        self.other.clone_from(&kept.other);
        self
    }

    /// With what is wrong.
    pub(in crate::public) fn errors(mut self, errors: &FieldErrors) -> Self {
        self.messages = errors.in_words(&self.visitor.words);
        self
    }

    /// With the form of the present season, if this is an earlier one's.
    pub(super) fn present(mut self, present: Option<&'a NominationForm>) -> Self {
        self.present = present;
        self
    }

    /// With something that must be told.
    pub(super) fn special(mut self, special: Option<Special>) -> Self {
        self.special = special.or(self.special);
        self
    }

    /// With a draft that was begun in this browser.
    pub(super) fn begun(mut self, begun: Option<Begun>) -> Self {
        self.begun = begun;
        self
    }

    /// The page.
    pub(in crate::public) fn render(&self) -> Answer {
        let words = self.words();
        let title = say!(words, "nominate-title");
        let programme = &self.form.programme.words;
        let name = programme.title.in_language(&words.language());
        let path = Programme {
            programme: programme.slug.to_string(),
        };
        let closes_at = self.form.season.timetable.closes_at;
        let closes = closes_at.map(|at| {
            say!(words, "nominate-closes", moment = moment(words, at, &programme.zone))
        });
        let body = html! {
            (back(&Link::new(name, &path)))
            (error_summary(words, self.messages.iter()))
            (Heading::new(&title).above(name).lede(closes.unwrap_or_default()))
            (self.notices())
            (self.introduction())
            (self.form())
        };
        Answer::page(self.visitor, Place::Public, title, body)
    }

    fn words(&self) -> &'a Words {
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
            Special::Decided => say!(words, "nominate-decided"),
            Special::AmendmentClosed => say!(words, "nominate-amendment-closed"),
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
                    @if self.special != Some(Special::Hurried) { p { (ask) } }
                }))
            }
            @if self.other.is_some() {
                (aside(Tone::Care, &html! {
                    p { strong { (say!(words, "nominate-other-window")) } }
                    p { (say!(words, "nominate-other-window-text")) }
                }))
            }
            @if let Some(begun) = &self.begun {
                (aside(Tone::Active, &html! {
                    p { (say!(words, "nominate-begun", moment = moment(words, begun.kept_at, &self.form.programme.words.zone))) }
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
                p { (say!(words, "nominate-introduction")) }
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
            p.muted { (say!(words, "nominate-save-text")) }
        };
        html! { (Form::post(&Nominate { programme: slug }, body).autosave(autosave)) }
    }

    /// A field that people do not see. Who does, by a program that reads the page to them, is told to leave it empty.
    fn trap(&self) -> Markup {
        let error = self.messages.get(field::TRAP);
        let trap = Field::text(self.words(), field::TRAP, say!(self.words(), "nominate-trap"))
            .value(self.raw.get(field::TRAP))
            .error(error);
        html! { div .visually-hidden[error.is_none()] { (trap) } }
    }

    fn section(&self, heading: &str, body: &Markup) -> Markup {
        html! {
            section.form-part.stack {
                h2 { (say!(self.words(), heading)) }
                (body)
            }
        }
    }

    /// A field with what was typed, what is wrong with it, and what another window has in its place.
    fn field(&self, field: Field<'a>, name: &str) -> Markup {
        let words = self.words();
        let others: Vec<&str> = self.other.as_ref().map_or_else(Vec::new, |other| {
            other
                .all(name)
                .filter(|value| !value.trim().is_empty())
                .filter(|value| self.raw.all(name).all(|here| here != *value))
                .collect()
        });
        html! {
            (field.error(self.messages.get(name)))
            @for other in others {
                (aside(Tone::Care, &html! {
                    p { (say!(words, "nominate-other-text")) }
                    (as_typed(other))
                }))
            }
        }
    }

    fn line(&self, field: Field<'a>, name: &str) -> Markup {
        self.field(field.value(self.raw.get(name)), name)
    }

    fn eligibility(&self) -> Markup {
        let words = self.words();
        let language = words.language();
        if self.form.rules.is_empty() {
            return html! {};
        }
        let fields = html! {
            p { (say!(words, "nominate-eligibility-lede")) }
            @for rule in &self.form.rules {
                @let name = field::rule(rule.id);
                @let choices = eligibility::Answer::ALL
                    .iter()
                    .map(|answer| Choice::new(answer.as_str(), say!(words, &format!("eligibility-{answer}"))))
                    .collect();
                @let radios = Field::radios(words, &name, rule.prompt.in_language(&language), choices)
                    .inline()
                    .value(self.raw.get(&name));
                (self.field(helped(radios, rule.help.in_language(&language)), &name))
            }
        };
        self.section("nominate-eligibility", &fields)
    }

    /// Only asked where there is a choice.
    fn category(&self) -> Markup {
        let words = self.words();
        let [_, _, ..] = self.form.categories.as_slice() else {
            return html! {};
        };
        let choices = self
            .form
            .categories
            .iter()
            .map(|category| {
                Choice::new(
                    category.id.to_string(),
                    category.title.in_language(&words.language()),
                )
            })
            .collect();
        let radios = Field::radios(
            words,
            field::CATEGORY,
            say!(words, "nominate-category-label"),
            choices,
        );
        self.section(
            "nominate-category",
            &self.line(radios, field::CATEGORY),
        )
    }

    fn nominee(&self) -> Markup {
        let words = self.words();
        let text = |name, label: &str| Field::text(words, name, say!(words, label));
        let email = Field::email(words, field::NOMINEE_EMAIL, say!(words, "nominate-nominee-email"))
            .optional()
            .hint(say!(words, "nominate-nominee-email-hint"));
        let fields = html! {
            p { (say!(words, "nominate-nominee-lede")) }
            (self.line(text(field::NOMINEE_NAME, "nominate-nominee-name"), field::NOMINEE_NAME))
            (self.line(text(field::NOMINEE_ROLE, "nominate-nominee-role").hint(say!(words, "nominate-nominee-role-hint")), field::NOMINEE_ROLE))
            (self.line(text(field::NOMINEE_EMPLOYER, "nominate-nominee-employer").hint(say!(words, "nominate-nominee-employer-hint")), field::NOMINEE_EMPLOYER))
            (self.line(email, field::NOMINEE_EMAIL))
        };
        self.section("nominate-nominee", &fields)
    }

    fn nominator(&self) -> Markup {
        let words = self.words();
        let text = |name, label: &str| Field::text(words, name, say!(words, label));
        let email = Field::email(words, field::NOMINATOR_EMAIL, say!(words, "nominate-nominator-email"))
            .hint(say!(words, "nominate-nominator-email-hint"))
            .autocomplete("email");
        let telephone = Field::telephone(
            words,
            field::NOMINATOR_TELEPHONE,
            say!(words, "nominate-nominator-telephone"),
        )
        .optional()
        .autocomplete("tel");
        let relationships = Relationship::ALL
            .iter()
            .map(|relationship| {
                let label = say!(words, &format!("relationship-{relationship}"));
                Choice::new(relationship.as_str(), label)
            })
            .collect();
        let relationship = Field::radios(
            words,
            field::RELATIONSHIP,
            say!(words, "nominate-relationship"),
            relationships,
        )
        .hint(say!(words, "nominate-relationship-hint"));
        let fields = html! {
            (self.line(text(field::NOMINATOR_NAME, "nominate-nominator-name").autocomplete("name"), field::NOMINATOR_NAME))
            (self.line(email, field::NOMINATOR_EMAIL))
            (self.line(telephone, field::NOMINATOR_TELEPHONE))
            (self.line(text(field::NOMINATOR_ORGANISATION, "nominate-nominator-organisation").optional().autocomplete("organization"), field::NOMINATOR_ORGANISATION))
            (self.line(text(field::NOMINATOR_ROLE, "nominate-nominator-role").optional().autocomplete("organization-title"), field::NOMINATOR_ROLE))
            (self.line(relationship, field::RELATIONSHIP))
            (self.line(text(field::RELATIONSHIP_WORDS, "nominate-relationship-words").optional(), field::RELATIONSHIP_WORDS))
        };
        self.section("nominate-nominator", &fields)
    }

    fn answers(&self) -> Markup {
        let words = self.words();
        let fields = html! {
            p { (say!(words, "nominate-answers-lede")) }
            @for (question, number) in self.form.questions.iter().zip(1_usize..) {
                (self.question(question, number))
            }
        };
        self.section("nominate-answers", &fields)
    }

    fn question(&self, question: &Question, number: usize) -> Markup {
        let words = self.words();
        let language = words.language();
        let name = field::answer(question.revision);
        let label = say!(
            words,
            "nominate-question",
            number = number,
            prompt = question.prompt.in_language(&language)
        );
        let chosen: Vec<&str> = self.raw.all(&name).collect();
        let choices = |choices: &[plaudit_domain::question::Choice]| {
            choices
                .iter()
                .map(|choice| Choice::new(&choice.key, choice.title.in_language(&language)))
                .collect()
        };
        let asked = match &question.asks {
            Asks::ShortText => Field::text(words, &name, label),
            Asks::LongText { word_limit } => {
                Field::area(words, &name, label).word_limit(u32::try_from(*word_limit).ok())
            }
            Asks::OneOf(offered) => Field::radios(words, &name, label, choices(offered)),
            Asks::SeveralOf(offered) => {
                Field::checkboxes(words, &name, label, choices(offered)).chosen(&chosen)
            }
            Asks::Number { .. } => Field::number(words, &name, label),
            Asks::Date => Field::date(words, &name, label),
            Asks::Link => Field::link(words, &name, label),
        };
        let asked = helped(asked, question.help.in_language(&language))
            .required(question.required)
            .grand();
        let mark = field::not_for_publication(question.revision);
        let marked: Vec<&str> = self.raw.all(&mark).collect();
        let offered = vec![Choice::new(field::AGREED, say!(words, "nominate-not-for-publication"))];
        html! {
            (self.line(asked, &name))
            (Field::checkboxes(words, &mark, "", offered).chosen(&marked))
        }
    }

    fn claims(&self) -> Markup {
        let words = self.words();
        let asked = self.form.season.claims;
        if asked.most() == 0 {
            return html! {};
        }
        let shown = claims_shown(&self.raw, asked);
        let fields = html! {
            p { (say!(words, "nominate-claims-lede", least = asked.least(), most = asked.most(), limit = WORD_LIMIT)) }
            @for (index, number) in shown.iter().zip(1_usize..) {
                (self.claim(*index, number, shown.len() > 1))
            }
            @if shown.len() < asked.most() as usize {
                (submit_as(Look::Secondary, &say!(words, "nominate-claim-add"), field::PRESSED, "add-claim"))
            }
        };
        self.section("nominate-claims", &fields)
    }

    fn claim(&self, index: usize, number: usize, may_be_removed: bool) -> Markup {
        let words = self.words();
        let limit = u32::try_from(WORD_LIMIT).ok();
        let name = |part| field::claim(index, part);
        let area = |part, label: &str| Field::area(words, name(part), say!(words, label)).word_limit(limit);
        let month = |part, label: &str| Field::month(words, name(part), say!(words, label));
        html! {
            fieldset.claim.stack {
                legend { h3 { (say!(words, "nomination-claim", number = number)) } }
                (self.line(area(field::BEFORE, "nomination-claim-before"), &name(field::BEFORE)))
                (self.line(area(field::AFTER, "nomination-claim-after"), &name(field::AFTER)))
                (self.line(month(field::FROM, "nomination-claim-from"), &name(field::FROM)))
                (self.line(month(field::TO, "nomination-claim-to").optional(), &name(field::TO)))
                (self.line(area(field::SHOWN_BY, "nomination-claim-shown-by").hint(say!(words, "nominate-claim-shown-by-hint")), &name(field::SHOWN_BY)))
                @if may_be_removed {
                    (submit_as(Look::Quiet, &say!(words, "nominate-claim-remove", number = number), field::REMOVE_CLAIM, &index.to_string()))
                }
            }
        }
    }

    fn declaration(&self) -> Markup {
        let words = self.words();
        let agreed: Vec<&str> = self.raw.all(field::DECLARATION).collect();
        let choice = vec![Choice::new(field::AGREED, say!(words, "nominate-declaration-agree"))];
        let fields = html! {
            p { (self.form.season.declaration.in_language(&words.language())) }
            p { (say!(words, "nominate-seen-by-nominee")) }
            (self.field(Field::checkboxes(words, field::DECLARATION, "", choice).chosen(&agreed), field::DECLARATION))
        };
        self.section("nominate-declaration", &fields)
    }
}

fn helped<'a>(field: Field<'a>, help: &str) -> Field<'a> {
    if help.is_empty() { field } else { field.hint(help) }
}

fn nominate(form: &NominationForm) -> Nominate {
    Nominate {
        programme: form.programme.words.slug.to_string(),
    }
}

/// The page of a form that cannot be filled in now: not yet, or no more.
pub(super) fn not_open(visitor: &Visitor, form: &NominationForm, now: Timestamp) -> Answer {
    let words = &visitor.words;
    let programme = &form.programme.words;
    let dates = &form.season.timetable;
    let at = |instant| moment(words, instant, &programme.zone);
    let coming = standing(&form.season, now) == Some(Standing::Coming);
    let (title, lede) = if coming {
        let opens = dates.opens_at.map(|opens_at| at(opens_at)).unwrap_or_default();
        (
            say!(words, "nominate-not-yet-title"),
            say!(words, "nominate-not-yet", moment = opens),
        )
    } else {
        let closed = dates.closes_at.map(|closes_at| at(closes_at)).unwrap_or_default();
        (
            say!(words, "nominate-closed-title"),
            say!(words, "nominate-closed", moment = closed),
        )
    };
    let path = Programme {
        programme: programme.slug.to_string(),
    };
    let read = ProgrammeForm {
        programme: programme.slug.to_string(),
    };
    let body = html! {
        (Heading::new(&title).above(programme.title.in_language(&words.language())).lede(lede))
        p {
            (say!(words, "nominate-ask",
                name = &programme.contact.name,
                email = programme.contact.email.as_str(),
                telephone = programme.contact.telephone.as_str()))
        }
        (buttons(&html! {
            (link_button(Look::Primary, &Link::new(say!(words, "nominate-to-programme"), &path)))
            @if coming {
                (link_button(Look::Secondary, &Link::new(say!(words, "nominate-read-first"), &read)))
            }
        }))
    };
    Answer::page(visitor, Place::Public, title, body)
}

/// The id of a field's element on the form, for a link to it.
pub(in crate::public) fn anchor(name: &str) -> String {
    fields::id(name)
}

/// The name under which a device keeps what is typed into this form.
pub(in crate::public) fn device_draft(key: &Token) -> String {
    let digest = key.digest();
    let short: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("nomination-{short}")
}
