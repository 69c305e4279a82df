//! The nomination form's fields: their names, and what was typed into them read as a submission.

mod claims;
pub mod field;
pub mod pairs;

use std::collections::BTreeMap;

use plaudit_domain::eligibility::{Answer, Rule};
use plaudit_domain::ids::CategoryId;
use plaudit_domain::nomination::{MarkedAnswer, Relationship, Submission};
use plaudit_domain::person::{Email, NAME_LIMIT, Person, Telephone};
use plaudit_domain::question::{Asks, Kind, Question};
use plaudit_domain::season::{Category, ClaimsAsked};
use plaudit_domain::text::{self, Fault};
use plaudit_store::reports::nomination::Nomination;
use plaudit_store::reports::nomination_form::NominationForm;

use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::say;
use crate::words::Words;

/// What a form asks.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What can be won.
    pub categories: &'a [Category],
    /// The rules of eligibility.
    pub rules: &'a [Rule],
    /// The questions.
    pub questions: &'a [Question],
    /// How many progress claims.
    pub claims: ClaimsAsked,
}

impl<'a> Asked<'a> {
    /// By this form.
    pub fn by_form(form: &'a NominationForm) -> Self {
        Self {
            categories: &form.categories,
            rules: &form.rules,
            questions: &form.questions,
            claims: form.season.claims,
        }
    }

    /// By the form that this nomination filled in.
    pub fn by_nomination(nomination: &'a Nomination) -> Self {
        Self {
            categories: &nomination.categories,
            rules: &nomination.rules,
            questions: &nomination.questions,
            claims: nomination.season.claims,
        }
    }

    /// The names of its fields that can be wrong, in the order of the page.
    fn fields(&self, raw: &RawForm) -> Vec<String> {
        let mut fields: Vec<String> = self.rules.iter().map(|rule| field::rule(rule.id)).collect();
        fields.extend(field::PEOPLE.map(str::to_owned));
        fields.extend(
            self.questions
                .iter()
                .map(|question| field::answer(question.revision)),
        );
        for index in claims_shown(raw, self.claims) {
            fields.extend(field::CLAIM.map(|part| field::claim(index, part)));
        }
        fields.push(field::DECLARATION.to_owned());
        fields
    }
}

/// The claims that the page shows: those that were posted, or one to begin with where any are asked for.
pub fn claims_shown(raw: &RawForm, asked: ClaimsAsked) -> Vec<usize> {
    let mut posted = raw.indices(field::CLAIMS);
    posted.retain(|index| *index < field::CLAIM_INDEX_LIMIT);
    if posted.is_empty() && asked.most() > 0 {
        posted.push(0);
    }
    posted
}

/// Reads what was typed, or says everything that is wrong with it.
pub fn parse(words: &Words, asked: &Asked<'_>, raw: &RawForm) -> Result<Submission, FieldErrors> {
    let fields = asked.fields(raw);
    let mut reader = Reader {
        words,
        raw,
        errors: raw
            .errors()
            .only(|name| fields.iter().any(|field| field == name)),
    };
    let eligibility = reader.eligibility(asked.rules);
    let category = reader.category(asked.categories);
    let nominee = reader.nominee();
    let nominator = reader.nominator();
    let relationship = reader.relationship();
    let answers = reader.answers(asked.questions);
    let claims = reader.claims(asked.claims);
    reader.declaration();
    let mut errors = reader.errors;
    errors.in_order_of(fields.iter().map(String::as_str));
    match (category, nominee, nominator, relationship) {
        (
            Some(category),
            Some(nominee),
            Some(nominator),
            Some((relationship, relationship_words)),
        ) if errors.is_empty() => Ok(Submission {
            category,
            nominee,
            nominator,
            relationship,
            relationship_words,
            eligibility,
            answers,
            claims,
        }),
        _ => Err(errors),
    }
}

/// What a right address looks like.
const EMAIL: &str = "nominate-email-malformed";
/// What a right telephone number looks like.
const TELEPHONE: &str = "nominate-telephone-malformed";

/// A text, unless it is empty.
fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

struct Reader<'a> {
    words: &'a Words,
    raw: &'a RawForm,
    errors: FieldErrors,
}

impl Reader<'_> {
    /// What was typed into a field of which there is one.
    fn one(&self, name: &str) -> Result<String, Fault> {
        let mut values = self.raw.all(name);
        let first = values.next().unwrap_or_default();
        if values.any(|other| other != first) {
            Err(Fault::Repeated)
        } else {
            Ok(first.to_owned())
        }
    }

    fn take<T>(
        &mut self,
        name: &str,
        noun: &'static str,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let value = self.one(name).and_then(|typed| read(&typed));
        self.errors.take(name, noun, value)
    }

    /// What was typed into a field of which a right one is easier shown than told: this sentence does so.
    fn take_like<T>(
        &mut self,
        name: &str,
        (noun, malformed): (&'static str, &'static str),
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let value = self.one(name).and_then(|typed| read(&typed));
        if matches!(value, Err(Fault::Malformed)) && self.errors.of(name).is_none() {
            let fills = vec![("what", Fill::Text(self.words.get(noun)))];
            self.errors.say_filled(name, malformed, fills);
            return None;
        }
        self.errors.take(name, noun, value)
    }

    fn line(&mut self, name: &str, noun: &'static str) -> Option<String> {
        self.take(name, noun, |typed| text::line(typed, NAME_LIMIT))
    }

    /// A line that may be left empty.
    fn optional_line(&mut self, name: &str, noun: &'static str) -> Option<String> {
        self.take(name, noun, |typed| {
            let line = text::optional_line(typed, NAME_LIMIT)?;
            Ok(line.unwrap_or_default())
        })
    }

    fn eligibility(
        &mut self,
        rules: &[Rule],
    ) -> BTreeMap<plaudit_domain::ids::EligibilityRuleId, Answer> {
        let mut answers = BTreeMap::new();
        for rule in rules {
            let name = field::rule(rule.id);
            let answer = self.one(&name).map(|typed| Answer::parse(&typed));
            match answer {
                Ok(Ok(answer)) => {
                    answers.insert(rule.id, answer);
                }
                _ => self.errors.say_filled(
                    &name,
                    "nominate-rule-missing",
                    vec![("question", Fill::Text(self.rule_in_words(rule)))],
                ),
            }
        }
        answers
    }

    fn rule_in_words(&self, rule: &Rule) -> String {
        let prompt = rule.prompt.in_language(&self.words.language());
        prompt.to_owned()
    }

    /// The only category need not be chosen.
    fn category(&mut self, categories: &[Category]) -> Option<CategoryId> {
        if let [only] = categories {
            return Some(only.id);
        }
        let typed = self.raw.trimmed(field::CATEGORY);
        let chosen = categories
            .iter()
            .find(|category| category.id.to_string() == typed)
            .map(|category| category.id);
        if chosen.is_none() {
            self.errors
                .say(field::CATEGORY, "nominate-category-missing");
        }
        chosen
    }

    fn nominee(&mut self) -> Option<Person> {
        let name = self.line(field::NOMINEE_NAME, "nominate-nominee-name-noun");
        let role = self.line(field::NOMINEE_ROLE, "nominate-nominee-role-noun");
        let employer = self.line(field::NOMINEE_EMPLOYER, "nominate-nominee-employer-noun");
        let email = self.take_like(
            field::NOMINEE_EMAIL,
            ("nominate-nominee-email-noun", EMAIL),
            |typed| match typed.trim() {
                "" => Ok(None),
                typed => Email::parse(typed).map(Some),
            },
        );
        Some(Person {
            name: name?,
            email: email?,
            telephone: None,
            role: Some(role?),
            employer: Some(employer?),
        })
    }

    fn nominator(&mut self) -> Option<Person> {
        let name = self.line(field::NOMINATOR_NAME, "nominate-nominator-name-noun");
        let email = self.take_like(
            field::NOMINATOR_EMAIL,
            ("nominate-nominator-email-noun", EMAIL),
            Email::parse,
        );
        let telephone = self.take_like(
            field::NOMINATOR_TELEPHONE,
            ("nominate-nominator-telephone-noun", TELEPHONE),
            |typed| match typed.trim() {
                "" => Ok(None),
                typed => Telephone::parse(typed).map(Some),
            },
        );
        let employer = self.optional_line(
            field::NOMINATOR_ORGANISATION,
            "nominate-nominator-organisation-noun",
        );
        let role = self.optional_line(field::NOMINATOR_ROLE, "nominate-nominator-role-noun");
        Some(Person {
            name: name?,
            email: Some(email?),
            telephone: telephone?,
            role: some(role?),
            employer: some(employer?),
        })
    }

    fn relationship(&mut self) -> Option<(Relationship, Option<String>)> {
        let more = self.optional_line(
            field::RELATIONSHIP_WORDS,
            "nominate-relationship-words-noun",
        );
        let chosen = self
            .one(field::RELATIONSHIP)
            .map(|typed| Relationship::parse(&typed));
        let Ok(Ok(relationship)) = chosen else {
            self.errors
                .say(field::RELATIONSHIP, "nominate-relationship-missing");
            return None;
        };
        if relationship == Relationship::Other && more.as_deref() == Some("") {
            self.errors.say(
                field::RELATIONSHIP_WORDS,
                "nominate-relationship-words-missing",
            );
            return None;
        }
        Some((relationship, some(more?)))
    }

    fn answers(
        &mut self,
        questions: &[Question],
    ) -> BTreeMap<plaudit_domain::ids::QuestionRevisionId, MarkedAnswer> {
        let mut answers = BTreeMap::new();
        for (question, number) in questions.iter().zip(1_usize..) {
            let name = field::answer(question.revision);
            let typed = self.typed_answer(question, &name);
            let answer = question.answer(&typed);
            if let Some(key) = answer.as_ref().err().and_then(|fault| own(question, fault)) {
                let fills = vec![("number", Fill::Number(number))];
                self.errors.say_filled(&name, key, fills);
                continue;
            }
            let noun = say!(self.words, "nominate-answer-noun", number = number);
            if let Some(answer) = self.errors.take(&name, noun, answer) {
                let marked = MarkedAnswer {
                    answer,
                    not_for_publication: !question.for_publication
                        && self.raw.has(&field::not_for_publication(question.revision)),
                };
                answers.insert(question.revision, marked);
            }
        }
        answers
    }

    /// What was typed as an answer; a day is read as people write it in their language.
    fn typed_answer(&self, question: &Question, name: &str) -> Vec<String> {
        let day = |typed: &str| match question.asks {
            Asks::Date => self.words.read_day(typed),
            _ => None,
        };
        self.raw
            .all(name)
            .map(|typed| day(typed).map_or_else(|| typed.to_owned(), |day| day.to_string()))
            .collect()
    }

    fn declaration(&mut self) {
        if self.raw.get(field::DECLARATION) != field::AGREED {
            self.errors.fault(
                field::DECLARATION,
                "nominate-declaration-noun",
                Fault::NotAgreed,
            );
        }
    }
}

/// The sentence for a fault that only an answer of this kind can have: what to choose, or what a right answer looks like.
fn own(question: &Question, fault: &Fault) -> Option<&'static str> {
    match (question.asks.kind(), fault) {
        (Kind::OneOf | Kind::SeveralOf, Fault::Missing) => Some("nominate-choice-missing"),
        (Kind::Number, Fault::Malformed) => Some("nominate-number-malformed"),
        (Kind::Date, Fault::Malformed) => Some("nominate-date-malformed"),
        (Kind::Link, Fault::Malformed) => Some("nominate-link-malformed"),
        _ => None,
    }
}
