//! The part of the package's page that publishes: what everybody would read, what they would not, and the button.

use maud::{Markup, Render, html};
use plaudit_domain::publication::{
    Honour, LEAST_TOLD, PublicCase, PublicFigures, PublicResults, Told,
};
use plaudit_store::publications::Publication;
use plaudit_store::reports::package::About;
use plaudit_store::reports::publication::Publishing;

use crate::http::refusal::in_words;
use crate::package::public::{self, Made};
use crate::paths::admin::{ResultsPublication, ResultsPublicationRemoval};
use crate::paths::public::{Programme, PublicResults as File};
use crate::say;
use crate::shown::timetable::moment;
use crate::ui::button::{Look, PostButton, buttons};
use crate::ui::link::Link;
use crate::ui::table::Table;
use crate::words::Words;

/// The field with the digest of what the page showed.
pub(in crate::admin::package) const DIGEST: &str = "digest";

/// The whole of it.
pub(super) fn section(
    words: &Words,
    about: &About,
    publishing: &Publishing,
    made: Option<&Made>,
) -> Markup {
    html! {
        section.stack {
            h2 { (say!(words, "publishing-title")) }
            p { (say!(words, "publishing-lede")) }
            @match &publishing.published {
                Some(published) => (is_on(words, about, publishing, published)),
                None => p { strong { (say!(words, "publishing-off")) } },
            }
            @match &publishing.part {
                Ok(part) => {
                    @if is_earlier(publishing, made) { p { (say!(words, "publishing-earlier")) } }
                    (figures(words, &part.told))
                    (results(words, &part.told))
                }
                Err(refusal) => p { (in_words(refusal, words)) },
            }
            h3 { (say!(words, "publishing-omits")) }
            ul {
                li { (say!(words, "publishing-omits-cases")) }
                li { (say!(words, "publishing-omits-people")) }
                li { (say!(words, "publishing-omits-counts", least = LEAST_TOLD)) }
            }
            p { (say!(words, "publishing-proof")) }
            (switches(words, about, publishing, made))
        }
    }
}

/// Whether what is published tells something else than what the page shows.
fn is_earlier(publishing: &Publishing, made: Option<&Made>) -> bool {
    let published = publishing.published.as_ref();
    published
        .zip(made)
        .is_some_and(|(published, made)| !public::tell_the_same(&published.file, &made.file))
}

/// Since when it is published, and where the public finds it.
fn is_on(words: &Words, about: &About, publishing: &Publishing, published: &Publication) -> Markup {
    let programme = &about.about.programme.words;
    let at = moment(words, published.since, &programme.zone);
    let slug = programme.slug.to_string();
    if !publishing.is_announced {
        return html! { p { strong { (say!(words, "publishing-on-not-announced", moment = at)) } } };
    }
    let file = File {
        programme: slug.clone(),
        category: about.category.id,
    };
    html! {
        p { strong { (say!(words, "publishing-on", moment = at)) } }
        ul {
            li { (Link::new(say!(words, "publishing-file"), &file)) }
            li { (Link::new(say!(words, "publishing-page"), &Programme { programme: slug })) }
        }
    }
}

fn figures(words: &Words, told: &PublicResults) -> Markup {
    let value = |told: Told| match told {
        Told::Count(count) => count.to_string(),
        Told::Fewer => say!(words, "publishing-fewer", least = LEAST_TOLD),
    };
    let figure = |of: fn(PublicFigures) -> Told| {
        told.figures.map_or_else(
            || say!(words, "publishing-left-out"),
            |figures| value(of(figures)),
        )
    };
    let rows = [
        (
            say!(words, "publishing-judged"),
            figure(|it| Told::Count(it.judged)),
        ),
        (
            say!(words, "publishing-judges"),
            figure(|it| Told::Count(it.judges)),
        ),
        (say!(words, "publishing-recusals"), figure(|it| it.recusals)),
    ];
    html! {
        (Table::new(say!(words, "publishing-figures"), &rows)
            .head(say!(words, "publishing-figure"), |(name, _)| name.clone())
            .words(say!(words, "publishing-value"), |(_, value)| value.clone()))
        @if told.figures.is_none() { p { (say!(words, "publishing-small", least = LEAST_TOLD)) } }
    }
}

fn results(words: &Words, told: &PublicResults) -> Markup {
    if told.cases.is_empty() {
        return html! { p { (say!(words, "publishing-nobody")) } };
    }
    let points =
        |points: Option<String>| points.unwrap_or_else(|| say!(words, "publishing-not-told"));
    Table::new(say!(words, "publishing-results"), &told.cases)
        .head_number(say!(words, "publishing-case"), |case: &PublicCase| {
            case.number.to_string()
        })
        .words(say!(words, "publishing-result"), |case| {
            honour(words, case.honour)
        })
        .numbers(say!(words, "publishing-score"), |case| {
            points(case.score.map(|score| score.score.to_string()))
        })
        .numbers(say!(words, "publishing-mean"), |case| {
            points(case.score.map(|score| score.mean.to_string()))
        })
        .render()
}

fn honour(words: &Words, honour: Honour) -> String {
    match honour {
        Honour::Awarded => say!(words, "publishing-honour-awarded"),
        Honour::AwardedJointly => say!(words, "publishing-honour-awarded-jointly"),
        Honour::HighlyCommended => say!(words, "publishing-honour-highly-commended"),
        Honour::Shortlisted => say!(words, "publishing-honour-shortlisted"),
    }
}

/// What can be done now.
fn switches(words: &Words, about: &About, publishing: &Publishing, made: Option<&Made>) -> Markup {
    let category = about.category.id;
    let is_on = publishing.published.is_some();
    let publish = made.filter(|_| !is_on || is_earlier(publishing, made));
    let label = if is_on {
        say!(words, "publishing-again")
    } else {
        say!(words, "publishing-publish")
    };
    html! {
        @if publish.is_some() || is_on {
            p.muted { (say!(words, "publishing-recall")) }
            (buttons(&html! {
                @if let Some(made) = publish {
                    (PostButton::new(Look::Secondary, label, &ResultsPublication { category }).with(DIGEST, &made.digest))
                }
                @if is_on {
                    (PostButton::new(Look::Secondary, say!(words, "publishing-withdraw"), &ResultsPublicationRemoval { category }))
                }
            }))
        }
    }
}
