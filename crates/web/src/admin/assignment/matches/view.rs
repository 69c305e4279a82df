//! How the matches of judges and cases are asked for.

use maud::html;
use plaudit_domain::plan::HIGHEST_MATCH;
use plaudit_store::reports::plan::{Made, PlanPage};

use super::{COLUMNS, FILE, What, Wrong};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{Assignment, AssignmentMatches};
use crate::say;
use crate::ui::button::{Look, submit};
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::words::Words;

/// How many faults are listed; the rest is counted.
const LISTED: usize = 20;

/// What is there, and how another file is taken.
pub(super) fn page(admin: &Admin, page: &PlanPage, made: &Made, wrong: &[Wrong]) -> Answer {
    let words = &admin.words;
    let season = page.about.season.id;
    let title = say!(words, "assignment-matches-title");
    let error = (!wrong.is_empty()).then(|| sentence(words, wrong));
    let form = Form::post(
        &AssignmentMatches { season },
        html! {
            (Field::file(words, FILE, say!(words, "assignment-matches-file"), ".csv,text/csv")
                .hint(say!(words, "assignment-matches-hint"))
                .error(error.as_deref()))
            (submit(Look::Primary, &say!(words, "assignment-matches-take")))
        },
    )
    .with_files();
    let standing = if made.has_matches() {
        say!(words, "assignment-matches-there")
    } else {
        say!(words, "assignment-matches-none")
    };
    let body = html! {
        (error_summary(words, error.iter().map(|error| (FILE, error.as_str()))))
        (back(&Link::new(say!(words, "assignment-title"), &Assignment { season })))
        (Heading::new(&title).above(desk::season_name(words, &page.about)).lede(say!(words, "assignment-matches-lede")))
        p { (standing) }
        ul {
            li { code { "judge" } ": " (say!(words, "assignment-column-judge")) }
            li { code { "case" } ": " (say!(words, "assignment-column-case")) }
            li { code { "score" } ": " (say!(words, "assignment-column-score", most = words.number(HIGHEST_MATCH.into()))) }
            li { code { "expert" } ": " (say!(words, "assignment-column-expert")) }
            li { code { "category" } ": " (say!(words, "assignment-column-category")) }
        }
        (form)
    };
    desk::season_page(admin, Section::Judges, &page.about, title, body)
}

/// All that is wrong, line by line.
fn sentence(words: &Words, wrong: &[Wrong]) -> String {
    let mut said: Vec<String> = wrong
        .iter()
        .take(LISTED)
        .map(|one| {
            let what = match one.what {
                What::Empty => say!(words, "assignment-wrong-empty"),
                What::TooLarge => say!(words, "assignment-wrong-large"),
                What::NotCsv => say!(words, "assignment-wrong-csv"),
                What::NoColumn(place) => {
                    say!(words, "assignment-wrong-column", column = COLUMNS[place])
                }
                What::NoJudge => say!(words, "assignment-wrong-judge"),
                What::NoCase => say!(words, "assignment-wrong-case"),
                What::NoScore => say!(words, "assignment-wrong-score"),
                What::NoExpert => say!(words, "assignment-wrong-expert"),
                What::Twice => say!(words, "assignment-wrong-twice"),
            };
            if one.line == 0 {
                what
            } else {
                say!(words, "assignment-wrong-line", line = one.line, what = what)
            }
        })
        .collect();
    if wrong.len() > LISTED {
        said.push(say!(
            words,
            "assignment-wrong-more",
            count = wrong.len() - LISTED
        ));
    }
    said.join(" ")
}
