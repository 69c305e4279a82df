//! What is pressed and sent: a form that was refused, one that saves itself, buttons and filters.
use maud::{Markup, html};

use super::Exhibit;
use super::samples::{LONG, authorities, points, relationships};
use crate::ui::button::{
    Look, PostButton, buttons, link_button, sent, submit, submit_as, submit_to,
};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field};
use crate::ui::filter_bar::filter_bar;
use crate::ui::form::{Autosave, Form, draft_sent};
use crate::ui::link::Link;
use crate::ui::scale::Scale;
use crate::words::Words;

const WRONG: &str = "Enter the name of the person you are nominating";

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let mut all = vec![
        Exhibit::new("forms", "Forms", "Used for whatever is sent; all that is wrong is said at once, and nothing typed is lost.")
            .state("Refused", &refused(words))
            .state("Saving itself while somebody types", &autosaving(words))
            .state("On the page after it was sent for good", &html! { (draft_sent("gallery-sent")) p { "This device forgets its copy." } }),
        look_of_buttons(),
        Exhibit::new("filters", "Filters", "Used above a list, so that what is shown stands in the URL.")
            .state("Nothing set", &filter_bar(&"/gallery", &filters(words, "", ""), "Apply filters", None))
            .state("Set, with a way to clear them", &filter_bar(&"/gallery", &filters(words, "set_", "submitted"), "Apply filters", Some(&Link::new("Clear filters", &"/gallery")))),
    ];
    all.extend(super::saving::all(words));
    all
}

fn refused(words: &Words) -> Markup {
    html! {
        (error_summary(words, [
            ("refused_name", WRONG),
            ("refused_answer[1]", "Answer 1 must be 10 words or fewer"),
            ("refused_role", "Choose how you know this person"),
            ("refused_declaration", "Confirm that what you wrote is true"),
        ]))
        (Form::post(&"/gallery", html! {
            (Field::text(words, "refused_name", "Full name").hint("As they would like it read out.").error(Some(WRONG)))
            (Field::area(words, "refused_answer[1]", "How were things before, and for whom was that a problem?")
                .word_limit(Some(10)).value(LONG).error(Some("Answer 1 must be 10 words or fewer")))
            (Field::radios(words, "refused_role", "How do you know this person?", relationships())
                .error(Some("Choose how you know this person")))
            (Field::checkboxes(words, "refused_declaration", "", vec![Choice::new("yes", "What I wrote is true as far as I know")])
                .error(Some("Confirm that what you wrote is true")))
            (submit(Look::Primary, "Continue"))
        }))
    }
}

fn autosaving(words: &Words) -> Form<'_> {
    Form::post(
        &"/gallery",
        html! {
            (Field::area(words, "answer", "What is different now?").word_limit(Some(150)).value(LONG).grand())
            (Field::select(words, "authority", "Kind of authority", authorities()).value("unitary"))
            (buttons(&html! {
                (submit(Look::Primary, "Continue"))
                (submit_as(Look::Secondary, "Save and return later", "then", "leave"))
            }))
        },
    )
    .autosave(Autosave {
        words,
        path: "/gallery/draft".to_owned(),
        draft: "gallery".to_owned(),
        version: "1".to_owned(),
        kept_at: None,
        within: None,
        beside: None,
    })
}

fn look_of_buttons() -> Exhibit {
    let looks = [
        (Look::Primary, "Submit the nomination"),
        (Look::Secondary, "Save and return later"),
        (Look::Warning, "Withdraw the nomination"),
        (Look::Quiet, "Remove"),
    ];
    Exhibit::new(
        "buttons",
        "Buttons",
        "Used for what changes something; the primary one once on a page.",
    )
    .state(
        "Each look, in a form",
        &Form::post(
            &"/gallery",
            buttons(&html! {
                @for (look, label) in looks { (submit(look, label)) }
                (submit_to(Look::Secondary, "Preview", &"/gallery/preview"))
            }),
        ),
    )
    .state(
        "Each look, sent and not answered yet",
        &Form::post(
            &"/gallery",
            buttons(&html! { @for (look, label) in looks { (sent(look, label)) } }),
        ),
    )
    .state(
        "A link that looks like one",
        &link_button(Look::Secondary, &Link::new("Next case", &"/gallery")),
    )
    .state(
        "A form of its own",
        &PostButton::new(Look::Primary, "Reopen", &"/gallery")
            .about("the nomination of Deborah Achebe")
            .with("version", &3),
    )
}

fn filters(words: &Words, prefix: &str, chosen: &str) -> Markup {
    let statuses = vec![
        Choice::new("", "Any"),
        Choice::new("submitted", "Submitted"),
    ];
    html! {
        (Field::search(words, format!("{prefix}search"), "Search"))
        (Field::select(words, format!("{prefix}status"), "Status", statuses).value(chosen))
    }
}

pub(super) fn scorecard(words: &Words) -> Markup {
    html! {
        @for (name, legend, weight, chosen) in [("progress", "Progress", "35%", "3"), ("contribution", "Own contribution", "25%", "")] {
            (Scale {
                words,
                name,
                legend,
                hint: Some(&format!("Counts {weight}. A criterion that is only asserted is worth at most 2.")),
                points: &points(),
                chosen,
                error: None,
            })
            (Field::area(words, format!("{name}_comment"), "Why this score?").optional().rows(3))
        }
        (submit(Look::Primary, "Submit the scorecard"))
    }
}
