//! The nomination form's questions, section by section.

use maud::{Markup, html};
use plaudit_domain::eligibility;
use plaudit_domain::nomination::Relationship;
use plaudit_domain::progress_claim::WORD_LIMIT;
use plaudit_domain::question::{Asks, Question};

use super::page::FormPage;
use crate::say;
use crate::shown::nomination_form::{claims_shown, field};
use crate::ui::button::{Look, submit_as};
use crate::ui::fields::{Choice, Field};

impl<'a> FormPage<'a> {
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
        let differing = self.other.iter().flatten();
        html! {
            (field.error(self.messages.get(name)))
            @for differing in differing.filter(|differing| differing.name == name) {
                (differing.beside(words))
            }
        }
    }

    fn line(&self, field: Field<'a>, name: &str) -> Markup {
        self.field(field.value(self.raw.get(name)), name)
    }

    pub(super) fn eligibility(&self) -> Markup {
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
    pub(super) fn category(&self) -> Markup {
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
        self.section("nominate-category", &self.line(radios, field::CATEGORY))
    }

    pub(super) fn nominee(&self) -> Markup {
        let words = self.words();
        let text = |name, label: &str| Field::text(words, name, say!(words, label));
        let email = Field::email(
            words,
            field::NOMINEE_EMAIL,
            say!(words, "nominate-nominee-email"),
        )
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

    pub(super) fn nominator(&self) -> Markup {
        let words = self.words();
        let text = |name, label: &str| Field::text(words, name, say!(words, label));
        let email = Field::email(
            words,
            field::NOMINATOR_EMAIL,
            say!(words, "nominate-nominator-email"),
        )
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
                let label = say!(words, &format!("nominate-relationship-{relationship}"));
                Choice::new(relationship.as_str(), label)
            })
            .collect();
        let relationship = Field::radios(
            words,
            field::RELATIONSHIP,
            say!(words, "nominate-relationship"),
            relationships,
        );
        let fields = html! {
            (self.line(text(field::NOMINATOR_NAME, "nominate-nominator-name").autocomplete("name"), field::NOMINATOR_NAME))
            (self.line(email, field::NOMINATOR_EMAIL))
            (self.line(telephone, field::NOMINATOR_TELEPHONE))
            (self.line(text(field::NOMINATOR_ORGANISATION, "nominate-nominator-organisation").optional().autocomplete("organization"), field::NOMINATOR_ORGANISATION))
            (self.line(text(field::NOMINATOR_ROLE, "nominate-nominator-role").optional().autocomplete("organization-title"), field::NOMINATOR_ROLE))
            (self.line(relationship, field::RELATIONSHIP))
            (self.line(text(field::RELATIONSHIP_WORDS, "nominate-relationship-words").optional().hint(say!(words, "nominate-relationship-words-hint")), field::RELATIONSHIP_WORDS))
        };
        self.section("nominate-nominator", &fields)
    }

    pub(super) fn answers(&self) -> Markup {
        let words = self.words();
        let fields = html! {
            p { (say!(words, "nominate-answers-lede")) }
            @if self.form.questions.iter().any(|question| !question.for_publication) {
                p { (say!(words, "nominate-publication")) }
            }
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
        let help = question.help.in_language(&language);
        let help = match (&question.asks, help) {
            // What helps with this question does not take the place of how a date is written.
            (Asks::Date, help) if !help.is_empty() => {
                format!("{help} {}", say!(words, "fields-date-hint"))
            }
            (_, help) => help.to_owned(),
        };
        let asked = helped(asked, &help).required(question.required).grand();
        let mark = field::not_for_publication(question.revision);
        let marked: Vec<&str> = self.raw.all(&mark).collect();
        let offered = vec![Choice::new(
            field::AGREED,
            say!(words, "nominate-not-for-publication"),
        )];
        html! {
            div.asked {
                (self.line(asked, &name))
                @if question.for_publication {
                    p.muted { (say!(words, "nominate-for-publication")) }
                } @else {
                    div.publication { (Field::checkboxes(words, &mark, "", offered).chosen(&marked)) }
                }
            }
        }
    }

    pub(super) fn claims(&self) -> Markup {
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
        let area = |part, label: &str| {
            Field::area(words, name(part), say!(words, label)).word_limit(limit)
        };
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

    pub(super) fn declaration(&self) -> Markup {
        let words = self.words();
        let agreed: Vec<&str> = self.raw.all(field::DECLARATION).collect();
        let choice = vec![Choice::new(
            field::AGREED,
            say!(words, "nominate-declaration-agree"),
        )];
        let fields = html! {
            p { (self.form.season.declaration.in_language(&words.language())) }
            p { (say!(words, "nominate-seen-by-nominee")) }
            (self.field(Field::checkboxes(words, field::DECLARATION, "", choice).chosen(&agreed), field::DECLARATION))
        };
        self.section("nominate-declaration", &fields)
    }
}

fn helped<'a>(field: Field<'a>, help: &str) -> Field<'a> {
    if help.is_empty() {
        field
    } else {
        field.hint(help)
    }
}
