//! How a programme's page and its printed form look.

use jiff::Timestamp;
use maud::{Markup, html};
use plaudit_domain::nomination::Relationship;
use plaudit_domain::programme::Programme as TheProgramme;
use plaudit_domain::progress_claim::WORD_LIMIT;
use plaudit_domain::question::{Asks, Question};
use plaudit_domain::steward;
use plaudit_store::reports::home::{Standing, standing};
use plaudit_store::reports::nomination_form::NominationForm;
use plaudit_store::reports::outcome::Outcome;
use plaudit_store::reports::programme_page::ProgrammePage;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::public::{HowWeJudge, Nominate, Programme, ProgrammeForm};
use crate::say;
use crate::shown::outcome;
use crate::shown::timetable::{moment, timetable};
use crate::shown::{biography, criteria, named};
use crate::ui::button::{Look, link_button};
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::page::Place;
use crate::ui::prose::prose;
use crate::words::Words;

/// Where the latest result stands on the page.
const LAST_RESULT: &str = "last-result";

/// The programme's page.
pub(super) fn page(visitor: &Visitor, page: &ProgrammePage, now: Timestamp) -> Answer {
    let words = &visitor.words;
    let language = words.language();
    let form = &page.form;
    let programme = &form.programme.words;
    let title = programme.title.in_language(&language).to_owned();
    let is_over = standing(&form.season, now) == Some(Standing::Past);
    let (result, earlier) = page.outcomes.split_at(usize::from(is_over));
    let body = html! {
        (heading(words, form, now))
        @for result in result {
            section.stack {
                h2 { (say!(words, "programme-result")) }
                div.stack { (outcome::result(words, result, &published(page))) }
            }
        }
        div.stack {
            (prose(programme.purpose.in_language(&language)))
            (stewards(words, &form.programme))
            p { strong { (say!(words, "programme-free")) } }
            @if let (None, Some(latest)) = (result.first(), earlier.first()) { (last_winner(words, latest)) }
        }
        section.stack {
            h2 { (say!(words, "programme-eligibility")) }
            (prose(programme.eligibility.in_language(&language)))
        }
        section.stack {
            h2 { (say!(words, "programme-timetable")) }
            (timetable(words, &form.season.timetable, page.announced_at, &programme.zone, now))
            p.muted { (say!(words, "programme-in-time", zone = programme.zone.name())) }
        }
        section.stack {
            h2 { (say!(words, "programme-criteria")) }
            (criteria::criteria(words, &page.rule_set))
        }
        section.stack {
            h2 { (say!(words, "programme-decision")) }
            (prose(programme.decision.in_language(&language)))
            (criteria::rules(words, &page.rule_set))
            p { (Link::new(say!(words, "programme-how-we-judge"), &HowWeJudge { programme: programme.slug.to_string() })) }
        }
        @if !page.panel.is_empty() {
            section.stack {
                h2 { (say!(words, "programme-judges")) }
                @for one in &page.panel { (biography::public(words, one)) }
            }
        }
        section.stack {
            h2 { (say!(words, "programme-asked")) }
            p { (say!(words, "programme-asked-text")) }
            p { (Link::new(say!(words, "programme-read-form"), &form_path(form))) }
            @if standing(&form.season, now) == Some(Standing::Open) {
                p { (nominate(words, form)) }
            }
        }
        @for (place, earlier) in earlier.iter().enumerate() {
            section.stack id=[(place == 0).then_some(LAST_RESULT)] {
                h2 { (say!(words, "programme-earlier", season = &earlier.season)) }
                div.stack { (outcome::result(words, earlier, &published(page))) }
            }
        }
    };
    Answer::page(visitor, Place::Public, title, body).liveried(&form.programme)
}

/// Who won last, for whoever comes while the next season goes on: the whole result stands further down.
fn last_winner(words: &Words, outcome: &Outcome) -> Markup {
    let winners: Vec<String> = (outcome.categories.iter())
        .flat_map(|category| &category.awarded)
        .map(|one| named::nominee_or_erased(words, one.name.as_deref()))
        .collect();
    let names: Vec<&str> = winners.iter().map(String::as_str).collect();
    let season = &outcome.season;
    let label = if names.is_empty() {
        say!(words, "programme-earlier", season = season)
    } else {
        let names = words.list(&names);
        say!(
            words,
            "programme-last-winner",
            season = season,
            names = names
        )
    };
    html! { p { (Link::new(label, &format!("#{LAST_RESULT}"))) } }
}

/// The form, to read and to print.
pub(super) fn form(visitor: &Visitor, page: &ProgrammePage, now: Timestamp) -> Answer {
    let words = &visitor.words;
    let form = &page.form;
    let programme = &form.programme.words;
    let title = say!(words, "programme-form-title");
    let language = words.language();
    let body = html! {
        (back(&Link::new(programme.title.in_language(&language), &page_path(form))))
        (Heading::new(&title).above(programme.title.in_language(&language)).lede(say!(words, "programme-form-lede")))
        @if let Some(closes_at) = form.season.timetable.closes_at {
            p { strong { (say!(words, "programme-closes", moment = moment(words, closes_at, &programme.zone))) } }
        }
        p { (words.get(&format!("nominate-reading-{}", form.reading))) }
        (asked(words, form))
        section.stack {
            h2 { (say!(words, "programme-criteria")) }
            p { (say!(words, "programme-form-criteria")) }
            (criteria::criteria(words, &page.rule_set))
        }
        @if standing(&form.season, now) == Some(Standing::Open) {
            p.screen-only { (nominate(words, form)) }
        }
    };
    Answer::page(visitor, Place::Public, title, body).liveried(&form.programme)
}

/// Where what is published of a category's results lies, and what it is signed under.
fn published(page: &ProgrammePage) -> outcome::Published<'_> {
    outcome::Published {
        programme: &page.form.programme.words.slug,
        public_key: &page.public_key,
    }
}

fn page_path(form: &NominationForm) -> Programme {
    Programme {
        programme: form.programme.words.slug.to_string(),
    }
}

fn form_path(form: &NominationForm) -> ProgrammeForm {
    ProgrammeForm {
        programme: form.programme.words.slug.to_string(),
    }
}

fn nominate(words: &Words, form: &NominationForm) -> Markup {
    let path = Nominate {
        programme: form.programme.words.slug.to_string(),
    };
    link_button(
        Look::Primary,
        &Link::new(say!(words, "programme-nominate"), &path),
    )
}

fn heading(words: &Words, form: &NominationForm, now: Timestamp) -> Markup {
    let programme = &form.programme.words;
    let dates = &form.season.timetable;
    let at = |instant| moment(words, instant, &programme.zone);
    let standing = standing(&form.season, now);
    let lede = match standing {
        Some(Standing::Open) => dates
            .closes_at
            .map(|closes_at| say!(words, "programme-closes", moment = at(closes_at))),
        Some(Standing::Coming) => dates
            .opens_at
            .map(|opens_at| say!(words, "programme-opens", moment = at(opens_at))),
        Some(Standing::Closed) => dates
            .closes_at
            .map(|closes_at| say!(words, "programme-closed", moment = at(closes_at))),
        Some(Standing::Past) => Some(say!(words, "programme-past", season = &form.season.name)),
        None => None,
    };
    let heading = Heading::new(programme.title.in_language(&words.language()))
        .above(say!(words, "programme-season", season = &form.season.name))
        .grand();
    let heading = match lede {
        Some(lede) => heading.lede(lede),
        None => heading,
    };
    html! {
        @if standing == Some(Standing::Open) {
            (heading.beside(nominate(words, form)))
        } @else {
            (heading)
        }
    }
}

fn stewards(words: &Words, programme: &TheProgramme) -> Markup {
    let names: Vec<&str> = programme
        .stewards
        .iter()
        .filter(|steward| steward.status == steward::Status::Active)
        .map(|steward| steward.name.as_str())
        .collect();
    html! {
        @if !names.is_empty() {
            p { (say!(words, "programme-stewards", stewards = words.list(&names))) }
        }
    }
}

/// Everything that is asked, in the order of the form.
fn asked(words: &Words, form: &NominationForm) -> Markup {
    let language = words.language();
    html! {
        @if !form.rules.is_empty() {
            section.stack {
                h2 { (say!(words, "nominate-eligibility")) }
                ol {
                    @for rule in &form.rules {
                        li {
                            (rule.prompt.in_language(&language))
                            (help(rule.help.in_language(&language)))
                        }
                    }
                }
                p.muted { (say!(words, "programme-form-rules")) }
            }
        }
        @if let [_, _, ..] = form.categories.as_slice() {
            section.stack {
                h2 { (say!(words, "nominate-category")) }
                ul { @for category in &form.categories { li { (category.title.in_language(&language)) } } }
            }
        }
        section.stack {
            h2 { (say!(words, "nominate-nominee")) }
            p { (say!(words, "programme-form-nominee")) }
        }
        section.stack {
            h2 { (say!(words, "nominate-nominator")) }
            p { (say!(words, "programme-form-nominator")) }
            ul {
                @for relationship in Relationship::ALL {
                    li { (say!(words, &format!("nominate-relationship-{relationship}"))) }
                }
            }
        }
        section.stack {
            h2 { (say!(words, "nominate-answers")) }
            ol { @for question in &form.questions { li.question { (question_asked(words, question)) } } }
        }
        @if form.season.claims.most() > 0 {
            section.stack {
                h2 { (say!(words, "nominate-claims")) }
                p { (say!(words, "nominate-claims-lede", least = form.season.claims.least(), most = form.season.claims.most(), limit = WORD_LIMIT)) }
                ul {
                    @for key in ["nomination-claim-before", "nomination-claim-after", "nomination-claim-from", "nomination-claim-to", "nomination-claim-shown-by"] {
                        li { (say!(words, key)) }
                    }
                }
            }
        }
        section.stack {
            h2 { (say!(words, "nominate-declaration")) }
            p { (form.season.declaration.in_language(&language)) }
        }
    }
}

fn question_asked(words: &Words, question: &Question) -> Markup {
    let language = words.language();
    let limit = match &question.asks {
        Asks::LongText { word_limit } => {
            Some(say!(words, "programme-form-words", limit = *word_limit))
        }
        _ => None,
    };
    html! {
        p {
            strong { (question.prompt.in_language(&language)) }
            @if let Some(limit) = limit { " " span.muted { (limit) } }
            @if !question.required { " " span.muted { (say!(words, "fields-optional")) } }
        }
        (help(question.help.in_language(&language)))
        @if question.for_publication { (help(&say!(words, "nominate-for-publication"))) }
        @if let Asks::OneOf(choices) | Asks::SeveralOf(choices) = &question.asks {
            ul { @for choice in choices { li { (choice.title.in_language(&language)) } } }
        }
    }
}

fn help(text: &str) -> Markup {
    html! { @if !text.is_empty() { p.muted { (text) } } }
}
