//! Nominations as they are read: in full, with the least, and with nothing.
use plaudit_domain::nomination::Submission;
use plaudit_domain::season::ClaimsAsked;
use plaudit_store::nominations::Typed;

use super::Exhibit;
use super::samples::{categories, eligibility_rules, full, questions, sparse};
use crate::shown::nomination::{About, Section, sections, shown};
use crate::shown::nomination_form::{Asked, field, pairs};
use crate::ui::fields::id;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let change = |field: &str| format!("#{}", id(field));
    let wrong = Typed(vec![
        (field::NOMINEE_NAME.to_owned(), "D".to_owned()),
        (
            field::NOMINATOR_EMAIL.to_owned(),
            "not an address".to_owned(),
        ),
    ]);
    vec![
        Exhibit::new(
            "nominations",
            "A nomination",
            "Used on its private page, in letters, and where it is screened.",
        )
        .state(
            "Everything answered",
            &shown(words, &of(words, &full()), None),
        )
        .state(
            "To be checked before it is sent",
            &shown(words, &of(words, &full())[..1], Some(&change)),
        )
        .state(
            "What was asked in sentences, alone",
            &shown(words, &questions_alone(of(words, &full())), None),
        )
        .state(
            "The least, with a long name",
            &shown(words, &of(words, &sparse()), None),
        )
        .state(
            "Half typed, and not yet right",
            &shown(words, &typed(words, &wrong), Some(&change)),
        ),
    ]
}

fn questions_alone(all: Vec<Section>) -> Vec<Section> {
    all.into_iter()
        .filter(|section| [About::Eligibility, About::Answers].contains(&section.about))
        .collect()
}

fn of(words: &Words, submission: &Submission) -> Vec<Section> {
    typed(words, &pairs::of(words, submission))
}

fn typed(words: &Words, typed: &Typed) -> Vec<Section> {
    let (categories, rules, questions) = (categories(), eligibility_rules(), questions());
    let asked = Asked {
        categories: &categories,
        rules: &rules,
        questions: &questions,
        claims: ClaimsAsked::default(),
    };
    sections(words, &asked, typed)
}
