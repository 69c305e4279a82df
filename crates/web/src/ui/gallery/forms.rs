//! Forms: every field as it is first seen, filled in, and refused.
use maud::{Markup, html};

use super::shown;
use crate::ui::button::{Look, buttons, submit, submit_as};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Choice, Field, Fieldset};
use crate::ui::form::{Autosave, Form};
use crate::ui::scale::{Point, Scale};
use crate::ui::split::split;
use crate::words::Words;

const LONG: &str = "Parish clerks rang us for every planning letter. Two officers typed them from paper files, and a reply took nine days.";
const WRONG: &str = "Enter the name of the person you are nominating";

pub(super) fn all(words: &Words) -> Markup {
    html! {
        (shown("forms", "A form that was refused", &html! {
            (error_summary(words, [
                ("refused_name", WRONG),
                ("refused_answer[1]", "Answer 1 must be 10 words or fewer"),
                ("refused_role", "Choose how you know this person"),
                ("refused_declaration", "Confirm that what you wrote is true"),
            ]))
            (Form::post(&"/gallery", refused(words)))
        }))
        (shown("fields", "Fields", &html! {
            (Form::post(&"/gallery", fields(words)).autosave(Autosave {
                words,
                path: "/gallery/draft".to_owned(),
                draft: "gallery".to_owned(),
                version: "1".to_owned(),
            }))
        }))
        (shown("scorecards", "A case beside its scorecard", &split(
            &html! {
                h3 { "How were things before, and for whom was that a problem?" }
                (crate::ui::prose::as_typed(&[LONG; 6].join("\n\n")))
            },
            &html! { (Form::post(&"/gallery", scorecard(words))) },
        )))
    }
}

fn refused(words: &Words) -> Markup {
    html! {
        (Field::text(words, "refused_name", "Full name").hint("As they would like it read out.").error(Some(WRONG)))
        (Field::area(words, "refused_answer[1]", "How were things before, and for whom was that a problem?")
            .word_limit(Some(10)).value(LONG).error(Some("Answer 1 must be 10 words or fewer")))
        (Field::radios(words, "refused_role", "How do you know this person?", relationships())
            .error(Some("Choose how you know this person")))
        (Field::select(words, "refused_place", "Kind of authority", authorities()).value("county")
            .error(Some("Choose the kind of authority")))
        (Field::checkboxes(words, "refused_declaration", "", vec![Choice::new("yes", "What I wrote is true as far as I know")])
            .error(Some("Confirm that what you wrote is true")))
        (Scale {
            words,
            name: "refused_score",
            legend: "Own contribution",
            hint: None,
            points: &points(),
            chosen: "7",
            error: Some("Choose a score for Own contribution"),
        })
        (submit(Look::Primary, "Continue"))
    }
}

fn fields(words: &Words) -> Markup {
    html! {
        (Field::text(words, "name", "Full name").autocomplete("name"))
        (Field::text(words, "post", "Role or job title").value("Systems officer, planning").optional())
        (Field::email(words, "email", "Email address").autocomplete("email").hint("We send you a copy and a private link."))
        (Field::telephone(words, "telephone", "Telephone number").autocomplete("tel").optional())
        (Field::link(words, "link", "Link to what shows it").optional())
        (Field::code(words, "code", "Code from the letter"))
        (Field::number(words, "weight", "Weight").suffix("%").value("35").short())
        (Field::date(words, "date", "When did it change?"))
        (Field::month(words, "month", "In use since"))
        (Fieldset {
            words,
            name: "close",
            legend: "Nominations close",
            hint: Some("Europe/London time. Noon from Tuesday to Thursday is kind to everybody."),
            error: None,
            body: html! {
                (Field::date(words, "close_day", "Date").value("2 March 2027"))
                (Field::time(words, "close_time", "Time").value("noon"))
            },
        })
        (Field::area(words, "answer", "How were things before, and for whom was that a problem?")
            .word_limit(Some(150)).value(LONG).grand())
        (Field::area(words, "comment", "Reason").rows(3))
        (Field::select(words, "authority", "Kind of authority", authorities()).value("unitary"))
        (Field::radios(words, "relationship", "How do you know this person?", relationships()).value("manager"))
        (Field::radios(words, "told", "Does the nominee know?", vec![Choice::new("yes", "Yes"), Choice::new("no", "No")]).inline())
        (Field::checkboxes(words, "services", "Which services changed?", vec![
            Choice::new("planning", "Planning"),
            Choice::new("housing", "Housing").hint("With repairs and allocations"),
            Choice::new("waste", "Waste"),
        ]).chosen(&["housing", "waste"]))
        (Field::checkboxes(words, "declaration", "", vec![Choice::new("yes", "What I wrote is true as far as I know")]))
        (buttons(&html! {
            (submit(Look::Primary, "Continue"))
            (submit_as(Look::Secondary, "Save and return later", "then", "leave"))
        }))
    }
}

fn scorecard(words: &Words) -> Markup {
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

fn points() -> Vec<Point> {
    [
        "not addressed",
        "change unclear",
        "asserted or slight",
        "clear change, before and after shown",
        "large for where it began",
        "transformed what is possible, well shown",
    ]
    .into_iter()
    .enumerate()
    .map(|(value, descriptor)| Point {
        value: value.to_string(),
        descriptor: descriptor.to_owned(),
    })
    .collect()
}

fn relationships() -> Vec<Choice> {
    vec![
        Choice::new("manager", "I manage them"),
        Choice::new("colleague", "I work with them"),
        Choice::new("supplier", "I work for a supplier")
            .hint("Suppliers may support a nomination, not make one."),
    ]
}

fn authorities() -> Vec<Choice> {
    vec![
        Choice::new("", "Choose one"),
        Choice::new("county", "County council"),
        Choice::new("unitary", "Unitary authority"),
        Choice::new("district", "District or borough council"),
    ]
}
