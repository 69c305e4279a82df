//! A case as it is read: every nomination of it together, question by question, and what each claims to have changed.

use maud::{Markup, html};
use plaudit_domain::nomination::Submission;
use plaudit_domain::person::Person;
use plaudit_domain::progress_claim::ProgressClaim;
use plaudit_domain::question::{Answer, Asks, Question};
use plaudit_store::reports::desk::Progress;
use plaudit_store::reports::scorecard::CaseText;

use super::nomination_form::pairs;
use crate::say;
use crate::ui::prose::as_typed;
use crate::ui::summary_list::SummaryList;
use crate::words::Words;

/// What somebody does and where, if either is known.
pub fn employment(person: &Person) -> Option<String> {
    let parts: Vec<&str> = [person.role.as_deref(), person.employer.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a case is called where judges read it: by its nominee, or by its number where they read without names.
pub fn called(words: &Words, number: i64, nominee: Option<&str>) -> String {
    match nominee {
        Some(nominee) => nominee.to_owned(),
        None => say!(words, "case-without-names", number = number),
    }
}

/// The same in full: with its number, and its nominee where judges read with names.
pub fn called_in_full(words: &Words, number: i64, nominee: Option<&str>) -> String {
    match nominee {
        Some(nominee) => say!(words, "named-case", number = number, nominee = nominee),
        None => called(words, number, nominee),
    }
}

/// The line above a case: which it is, and how far its judge has come.
pub fn place_on_desk(words: &Words, number: i64, progress: Progress) -> String {
    let Progress { done, of } = progress;
    say!(words, "case-place", number = number, done = done, of = of)
}

/// The whole case.
pub fn text(words: &Words, case: &CaseText) -> Markup {
    html! {
        div.stack.case-text {
            @for question in first_of_each(&case.questions) { (answers(words, case, question)) }
            @for (index, (place, claim)) in claims(case).enumerate() {
                section.stack {
                    h2 { (say!(words, "case-claim", number = index + 1)) }
                    (spoken_by(words, case, place))
                    (changed(words, claim))
                }
            }
            @if case.nominee.is_some() {
                section.stack {
                    h2 { (say!(words, "case-nominators")) }
                    @for said in &case.nominations { (nominator(words, said)) }
                }
            }
        }
    }
}

/// What every nomination claims to have changed, in one row, so that each has a number of its own.
fn claims(case: &CaseText) -> impl Iterator<Item = (usize, &ProgressClaim)> {
    case.nominations
        .iter()
        .enumerate()
        .flat_map(|(place, said)| said.claims.iter().map(move |claim| (place, claim)))
}

/// Each question once, as the latest nomination was asked it.
fn first_of_each(questions: &[Question]) -> Vec<&Question> {
    let mut once: Vec<&Question> = Vec::new();
    for question in questions {
        match once.iter_mut().find(|there| there.id == question.id) {
            Some(there) => *there = question,
            None => once.push(question),
        }
    }
    once
}

fn answers(words: &Words, case: &CaseText, question: &Question) -> Markup {
    let mut given = case.answers(question.id).peekable();
    html! {
        section.stack {
            h2 { (question.prompt.in_language(&words.language())) }
            @if given.peek().is_none() { p.muted { (say!(words, "case-no-answer")) } }
            @for (index, marked) in given {
                (spoken_by(words, case, index))
                (answer(words, question, &marked.answer))
                @if marked.not_for_publication {
                    p.muted { (say!(words, "case-not-for-publication")) }
                }
            }
        }
    }
}

/// Whose words follow, where there is more than one nominator.
fn spoken_by(words: &Words, case: &CaseText, place: usize) -> Markup {
    let said = case
        .nominations
        .get(place)
        .filter(|_| case.nominations.len() > 1);
    html! {
        @if let Some(said) = said {
            p.muted.said-by {
                @if case.nominee.is_some() {
                    (say!(words, "case-spoken-by", name = said.nominator.name.as_str()))
                } @else {
                    (say!(words, "case-spoken-by-nobody", number = place + 1))
                }
            }
        }
    }
}

fn answer(words: &Words, question: &Question, answer: &Answer) -> Markup {
    match answer {
        Answer::Empty => html! { p.muted { (say!(words, "case-no-answer")) } },
        Answer::Text(text) => as_typed(text),
        Answer::Chosen(keys) => html! {
            ul { @for key in keys { li { (choice(words, question, key)) } } }
        },
        Answer::Number(number) => html! { p { (words.number(*number)) } },
        Answer::Date(day) => html! { p { (words.day(*day)) } },
    }
}

fn choice(words: &Words, question: &Question, key: &str) -> String {
    let (Asks::OneOf(choices) | Asks::SeveralOf(choices)) = &question.asks else {
        return key.to_owned();
    };
    choices
        .iter()
        .find(|choice| choice.key == key)
        .map_or(key, |choice| choice.title.in_language(&words.language()))
        .to_owned()
}

fn changed(words: &Words, claim: &ProgressClaim) -> SummaryList {
    let from = pairs::month(words, claim.from);
    let when = match claim.to {
        Some(to) => say!(
            words,
            "case-claim-from-to",
            from = from,
            to = pairs::month(words, to)
        ),
        None => say!(words, "case-claim-since", from = from),
    };
    SummaryList::new()
        .row(say!(words, "case-claim-before"), as_typed(&claim.before))
        .row(say!(words, "case-claim-after"), as_typed(&claim.after))
        .row(say!(words, "case-claim-when"), html! { (when) })
        .row(
            say!(words, "case-claim-shown-by"),
            as_typed(&claim.shown_by),
        )
}

fn nominator(words: &Words, said: &Submission) -> Markup {
    let relationship = words.get(&format!("relationship-{}", said.relationship));
    html! {
        p {
            bdi { (said.nominator.name) }
            @if let Some(employment) = employment(&said.nominator) { ", " (employment) }
            ": " (say!(words, "case-relationship", relationship = relationship))
        }
        @if let Some(more) = &said.relationship_words { (as_typed(more)) }
    }
}
