//! What is filled in: each kind of field empty, filled in, and refused.
use maud::html;

use super::Exhibit;
use super::samples::{LONG, authorities, points, relationships};
use crate::ui::button::{Look, submit};
use crate::ui::fields::{Choice, Field, Fieldset, hidden};
use crate::ui::form::Form;
use crate::ui::scale::Scale;
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let mut exhibits = lines(words);
    exhibits.extend(dates(words));
    exhibits.extend([areas(words), groups(words), scales(words)]);
    exhibits.extend(choices(words));
    exhibits
}

/// A field as it is first seen, as it comes back, and as it is refused.
fn field<'a>(
    exhibit: Exhibit,
    filled: &str,
    wrong: (&str, &str),
    make: impl Fn(String) -> Field<'a>,
) -> Exhibit {
    let id = exhibit.id;
    exhibit
        .state("Empty", &make(format!("{id}_empty")))
        .state("Filled in", &make(format!("{id}_filled")).value(filled))
        .state(
            "Refused",
            &make(format!("{id}_refused"))
                .value(wrong.0)
                .error(Some(wrong.1)),
        )
}

fn lines(words: &Words) -> Vec<Exhibit> {
    vec![
        field(
            Exhibit::new(
                "line",
                "A line of text",
                "Used for names and other short answers.",
            ),
            "Maximiliana Featherstonehaugh-Llanfairpwllgwyngyllgogerychwyrndrobwll",
            ("", "Enter the name of the person you are nominating"),
            |name| {
                Field::text(words, name, "Full name")
                    .hint("As they would like it read out.")
                    .autocomplete("name")
            },
        )
        .state(
            "Optional",
            &Field::text(words, "line_optional", "Role or job title").optional(),
        )
        .state(
            "Passed over by the keyboard",
            &Field::text(words, "line_passed_over", "Leave this empty").passed_over(),
        )
        .state(
            "Optional by the season’s own data",
            &Field::text(words, "line_required", "Employer").required(false),
        )
        .state(
            "With suggestions while somebody types",
            &Field::text(words, "line_suggest", "Organisation").suggest(vec![
                "Wychmere District Council".to_owned(),
                "North Ouse Fire and Rescue".to_owned(),
            ]),
        ),
        field(
            Exhibit::new("email", "An email address", "Used for where letters go."),
            "gwen@hall.example",
            (
                "gwen.hall.example",
                "Email address must be in the form name@example.org",
            ),
            |name| Field::email(words, name, "Email address").autocomplete("email"),
        ),
        field(
            Exhibit::new(
                "telephone",
                "A telephone number",
                "Used for whoever may be rung.",
            ),
            "01632 960 142 ext 4",
            ("none", "Enter a telephone number, like 01632 960 142"),
            |name| Field::telephone(words, name, "Telephone number").autocomplete("tel"),
        ),
        field(
            Exhibit::new(
                "link",
                "An address on the web",
                "Used for a link to what shows it.",
            ),
            "https://council.example/planning",
            ("council", "Enter an address that begins with https://"),
            |name| Field::link(words, name, "Link to what shows it"),
        ),
        field(
            Exhibit::new("number", "A number", "Used for weights, limits and counts."),
            "35",
            ("a third", "Weight must be a whole number from 0 to 100"),
            |name| Field::number(words, name, "Weight").suffix("%").short(),
        ),
        field(
            Exhibit::new("code", "A code", "Used for the code from a letter."),
            "492 013",
            ("49201", "The code has six digits"),
            |name| Field::code(words, name, "Code from the letter"),
        ),
        Exhibit::new(
            "file",
            "A file",
            "Used for a picture from somebody’s device.",
        )
        .state(
            "Empty",
            &Field::file(words, "file_empty", "Picture", ".svg,.png").hint("An SVG or PNG file."),
        )
        .state(
            "In a form that sends files",
            &Form::post(
                &"/gallery",
                html! {
                    (Field::file(words, "file_sent", "Picture", ".svg,.png"))
                    (submit(Look::Primary, "Send"))
                },
            )
            .with_files(),
        )
        .state(
            "Refused",
            &Field::file(words, "file_refused", "Picture", ".svg,.png")
                .error(Some("Choose a picture")),
        ),
        Exhibit::new("search", "A search", "Used to find something in a list.")
            .state("Empty", &Field::search(words, "search_empty", "Search"))
            .state(
                "Filled in",
                &Field::search(words, "search_filled", "Search").value("Achebe"),
            ),
    ]
}

fn dates(words: &Words) -> Vec<Exhibit> {
    vec![
        field(
            Exhibit::new(
                "date",
                "A date",
                "Used for a day, typed as people write it.",
            ),
            "2 March 2027",
            ("31 February", "Enter a real date, like 2 March 2027"),
            |name| Field::date(words, name, "When did it change?"),
        ),
        field(
            Exhibit::new("month", "A month", "Used where nobody remembers the day."),
            "March 2026",
            ("spring", "Enter a month and year, like March 2026"),
            |name| Field::month(words, name, "In use since"),
        ),
        field(
            Exhibit::new("time", "A time of day", "Used for deadlines."),
            "noon",
            ("late", "Enter a time, like 5:30pm or noon"),
            |name| Field::time(words, name, "Time"),
        ),
    ]
}

fn areas(words: &Words) -> Exhibit {
    let question = "How were things before, and for whom was that a problem?";
    field(
        Exhibit::new(
            "area",
            "A long text",
            "Used for answers and reasons; more than the limit is counted and kept.",
        ),
        LONG,
        (LONG, "Answer 1 must be 10 words or fewer"),
        |name| {
            Field::area(words, name, question)
                .word_limit(Some(10))
                .grand()
        },
    )
    .state(
        "Three lines without a limit",
        &Field::area(words, "area_rows", "Reason").rows(3),
    )
}

fn groups(words: &Words) -> Exhibit {
    let group = |name: &'static str, error: Option<&'static str>| Fieldset {
        words,
        name,
        legend: "Nominations close",
        hint: Some("Europe/London time. Noon from Tuesday to Thursday is kind to everybody."),
        error,
        body: html! {
            (Field::date(words, format!("{name}_day"), "Date").value("2 March 2027"))
            (Field::time(words, format!("{name}_time"), "Time").value("noon"))
        },
    };
    Exhibit::new(
        "group",
        "Several fields under one question",
        "Used where two answers make one value.",
    )
    .state("Filled in", &group("group_filled", None))
    .state(
        "Refused",
        &group(
            "group_refused",
            Some("Nominations must close after they open"),
        ),
    )
    .state(
        "With a field that is not seen",
        &html! { (hidden("version", &3)) p { "The version that was seen goes with the form." } },
    )
}

fn scales(words: &Words) -> Exhibit {
    let points = points();
    let scale = |name: &'static str, chosen: &'static str, error| Scale {
        words,
        name,
        legend: "Own contribution",
        hint: Some("Counts 25%. What is only asserted is worth at most 2."),
        points: &points,
        chosen,
        error,
    };
    Exhibit::new(
        "scale",
        "A scale",
        "Used for a criterion’s score, each point with what it means.",
    )
    .state("Empty", &scale("scale_empty", "", None))
    .state("Chosen", &scale("scale_chosen", "3", None))
    .state(
        "Refused",
        &scale(
            "scale_refused",
            "",
            Some("Choose a score for Own contribution"),
        ),
    )
}

fn choices(words: &Words) -> Vec<Exhibit> {
    let services = || {
        vec![
            Choice::new("planning", "Planning"),
            Choice::new("housing", "Housing").hint("With repairs and allocations"),
            Choice::new("waste", "Waste"),
        ]
    };
    let declaration = || vec![Choice::new("yes", "What I wrote is true as far as I know")];
    vec![
        field(
            Exhibit::new(
                "select",
                "One of many",
                "Used for one of more than about eight.",
            ),
            "unitary",
            ("", "Choose the kind of authority"),
            |name| Field::select(words, name, "Kind of authority", authorities()),
        ),
        field(
            Exhibit::new(
                "radios",
                "One of a few",
                "Used for one of a few, all in view.",
            ),
            "manager",
            ("", "Choose how you know this person"),
            |name| Field::radios(words, name, "How do you know this person?", relationships()),
        )
        .state(
            "Two short answers, beside each other",
            &Field::radios(
                words,
                "radios_inline",
                "Does the nominee know?",
                vec![Choice::new("yes", "Yes"), Choice::new("no", "No")],
            )
            .inline()
            .value("no"),
        ),
        Exhibit::new(
            "checkboxes",
            "Several of a few",
            "Used for any number of a few.",
        )
        .state(
            "Empty",
            &Field::checkboxes(
                words,
                "checkboxes_empty",
                "Which services changed?",
                services(),
            ),
        )
        .state(
            "Chosen",
            &Field::checkboxes(
                words,
                "checkboxes_chosen",
                "Which services changed?",
                services(),
            )
            .chosen(&["housing", "waste"]),
        )
        .state(
            "Refused",
            &Field::checkboxes(
                words,
                "checkboxes_refused",
                "Which services changed?",
                services(),
            )
            .error(Some("Choose at least one service")),
        ),
        Exhibit::new("checkbox", "One box", "Used for a declaration.")
            .state(
                "Empty",
                &Field::checkboxes(words, "checkbox_empty", "", declaration()),
            )
            .state(
                "Refused",
                &Field::checkboxes(words, "checkbox_refused", "", declaration())
                    .error(Some("Confirm that what you wrote is true")),
            ),
    ]
}
