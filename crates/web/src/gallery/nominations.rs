//! Nominations as they are read: in full, with the least, and with nothing.
use maud::html;
use plaudit_domain::eligibility::Outlook;
use plaudit_domain::nomination::Submission;
use plaudit_domain::season::ClaimsAsked;
use plaudit_store::nominations::Typed;

use super::Exhibit;
use super::samples::{categories, eligibility_rules, full, questions, sparse};
use crate::shown::nomination::{About, Section, for_decision, outlook, sections, shown};
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
            "A claim to be checked, each link with the claim’s own name",
            &shown(words, &claims_alone(of(words, &full())), Some(&change)),
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
        )
        .state(
            "Before whoever decides, with answers that speak against and are not certain",
            &for_decision(words, &against(words)),
        )
        .state(
            "What answers to the rules of eligibility amount to",
            &html! { @for each in Outlook::ALL { (outlook(words, *each)) " " } },
        ),
    ]
}

fn claims_alone(mut all: Vec<Section>) -> Vec<Section> {
    all.retain(|section| section.about == About::Claim);
    all
}

fn questions_alone(all: Vec<Section>) -> Vec<Section> {
    all.into_iter()
        .filter(|section| [About::Eligibility, About::Answers].contains(&section.about))
        .collect()
}

fn of(words: &Words, submission: &Submission) -> Vec<Section> {
    typed(words, &pairs::of(words, submission))
}

/// The answers to the rules alone, of which the first speaks against and the last is not certain.
fn against(words: &Words) -> Vec<Section> {
    let mut sections = of(words, &full());
    sections.retain(|section| section.about == About::Eligibility);
    let rows = sections.iter_mut().flat_map(|section| &mut section.rows);
    for (row, outlook) in rows.zip([Outlook::NotMet, Outlook::Unclear]) {
        row.outlook = outlook;
    }
    sections
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
