//! A submission as it would be typed into the form: what an amendment begins with, and what is shown of it.

use plaudit_domain::nomination::Submission;
use plaudit_domain::person::{Email, Person, Telephone};
use plaudit_domain::progress_claim::Month;
use plaudit_domain::question::Answer;
use plaudit_store::nominations::Typed;
use plaudit_store::reports::nomination::Nomination;

use super::field;
use crate::words::Words;

/// The pairs that, posted, amount to this submission.
pub fn of(words: &Words, submission: &Submission) -> Typed {
    let mut pairs = Pairs(Vec::new());
    for (rule, answer) in &submission.eligibility {
        pairs.put(field::rule(*rule), answer.as_str());
    }
    pairs.put(field::CATEGORY, submission.category.to_string());
    let Person {
        name,
        email,
        role,
        employer,
        ..
    } = &submission.nominee;
    pairs.put(field::NOMINEE_NAME, name);
    pairs.put_some(field::NOMINEE_ROLE, role.as_deref());
    pairs.put_some(field::NOMINEE_EMPLOYER, employer.as_deref());
    pairs.put_some(field::NOMINEE_EMAIL, email.as_ref().map(Email::as_str));
    let nominator = &submission.nominator;
    pairs.put(field::NOMINATOR_NAME, &nominator.name);
    let email = nominator.email.as_ref().map(Email::as_str);
    pairs.put_some(field::NOMINATOR_EMAIL, email);
    let telephone = nominator.telephone.as_ref().map(Telephone::as_str);
    pairs.put_some(field::NOMINATOR_TELEPHONE, telephone);
    pairs.put_some(field::NOMINATOR_ORGANISATION, nominator.employer.as_deref());
    pairs.put_some(field::NOMINATOR_ROLE, nominator.role.as_deref());
    pairs.put(field::RELATIONSHIP, submission.relationship.as_str());
    pairs.put_some(
        field::RELATIONSHIP_WORDS,
        submission.relationship_words.as_deref(),
    );
    for (revision, marked) in &submission.answers {
        let name = field::answer(*revision);
        match &marked.answer {
            Answer::Empty => {}
            Answer::Text(text) => pairs.put(name, text),
            Answer::Chosen(keys) => {
                for key in keys {
                    pairs.put(name.clone(), key);
                }
            }
            Answer::Number(number) => pairs.put(name, number.to_string()),
            Answer::Date(date) => pairs.put(name, words.day(*date)),
        }
        if marked.not_for_publication {
            pairs.put(field::not_for_publication(*revision), field::AGREED);
        }
    }
    for (index, claim) in submission.claims.iter().enumerate() {
        let name = |part| field::claim(index, part);
        pairs.put(name(field::BEFORE), &claim.before);
        pairs.put(name(field::AFTER), &claim.after);
        pairs.put(name(field::FROM), month(words, claim.from));
        let to = claim.to.map(|to| month(words, to));
        pairs.put_some(name(field::TO), to.as_deref());
        pairs.put(name(field::SHOWN_BY), &claim.shown_by);
    }
    Typed(pairs.0)
}

/// What was sent of this nomination as its form holds it, agreed to and with a category only where there is a choice;
/// nothing if nothing was sent.
pub fn in_form(words: &Words, nomination: &Nomination) -> Option<Typed> {
    let mut typed = of(words, nomination.submission.as_ref()?);
    let is_choice = nomination.categories.len() > 1;
    typed
        .0
        .retain(|(name, _)| is_choice || name != field::CATEGORY);
    typed
        .0
        .push((field::DECLARATION.to_owned(), field::AGREED.to_owned()));
    Some(typed)
}

/// A month in words, such that it reads back.
pub fn month(words: &Words, month: Month) -> String {
    let day = i8::try_from(month.month())
        .ok()
        .and_then(|number| jiff::civil::Date::new(month.year(), number, 1).ok());
    day.map_or_else(|| month.to_string(), |day| words.month(day))
}

struct Pairs(Vec<(String, String)>);

impl Pairs {
    fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    fn put_some(&mut self, name: impl Into<String>, value: Option<&str>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }
}
