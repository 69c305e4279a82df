//! How the previews of deciding on several nominations look.

use maud::{Markup, Render, html};
use plaudit_domain::eligibility::Outlook;
use plaudit_domain::nomination::Status;
use plaudit_store::reports::nominations_chosen::{ChosenRow, NominationsChosen, Proposed};
use plaudit_store::screening::Place;

use super::{CHOSEN, REASON, written_place};
use crate::admin::deciding::Attempt;
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::response::Answer;
use crate::paths::admin::{
    Acceptances, AcceptancesRemoval, Case, Nomination, Nominations, Reminders,
};
use crate::say;
use crate::shown::{named, nomination, status};
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::{Field, hidden};
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::table::Table;
use crate::words::Words;

/// What accepting them would mean, and the button that does it.
pub(super) fn acceptances(admin: &Admin, chosen: &NominationsChosen) -> Answer {
    let words = &admin.words;
    let season = chosen.about.season.id;
    let places: Vec<(&ChosenRow, Place)> = chosen
        .rows
        .iter()
        .filter_map(|row| Some((row, place(row.proposed.as_ref()?)?)))
        .collect();
    let title = say!(words, "several-accept-title");
    let rows: Vec<&ChosenRow> = places.iter().map(|(row, _)| *row).collect();
    let form = Form::post(
        &Acceptances { season },
        html! {
            @for (row, place) in &places { (hidden(CHOSEN, &written_place((row.id, row.version), *place))) }
            (table(words, chosen, &rows, true))
            (submit(Look::Primary, &say!(words, "several-accept-now", count = places.len())))
        },
    );
    let body = html! {
        (head(words, chosen, &title, &say!(words, "several-accept-lede")))
        @if places.is_empty() { (nothing(words, chosen)) } @else { (form) }
        (left_out(words, chosen, &rows))
    };
    desk::season_page(admin, Section::Nominations, &chosen.about, title, body)
}

fn place(proposed: &Proposed) -> Option<Place> {
    match proposed {
        Proposed::NewCase => Some(Place::NewCase),
        Proposed::Case(case, _) => Some(Place::Case(*case)),
        Proposed::With(other, _) => Some(Place::With(*other)),
        Proposed::Unsure | Proposed::Against => None,
    }
}

/// What telling them apart would mean, why it is done, and the button that does it.
pub(super) fn removal(admin: &Admin, chosen: &NominationsChosen, attempt: &Attempt) -> Answer {
    let words = &admin.words;
    let season = chosen.about.season.id;
    let messages = attempt.errors.in_words(words);
    let title = say!(words, "several-apart-title");
    let rows: Vec<&ChosenRow> = chosen
        .rows
        .iter()
        .filter(|row| row.status == Status::Accepted)
        .collect();
    let form = Form::post(
        &AcceptancesRemoval { season },
        html! {
            @for row in &rows { (hidden(CHOSEN, &format!("{}.{}", row.id, row.version))) }
            (table(words, chosen, &rows, false))
            (Field::area(words, REASON, say!(words, "several-apart-reason"))
                .rows(3)
                .value(attempt.raw.get(REASON))
                .error(messages.get(REASON)))
            (submit(Look::Warning, &say!(words, "several-apart-now", count = rows.len())))
        },
    );
    let body = html! {
        (error_summary(words, messages.iter()))
        (head(words, chosen, &title, &say!(words, "several-apart-lede")))
        @if rows.is_empty() { (nothing(words, chosen)) } @else { (form) }
        (left_out(words, chosen, &rows))
    };
    desk::season_page(admin, Section::Nominations, &chosen.about, title, body)
}

/// Whom a reminder would go to, and the button that sends it.
pub(super) fn reminders(admin: &Admin, chosen: &NominationsChosen) -> Answer {
    let words = &admin.words;
    let season = chosen.about.season.id;
    let title = say!(words, "several-remind-title");
    let rows: Vec<&ChosenRow> = chosen.rows.iter().filter(|row| row.may_remind).collect();
    let form = Form::post(
        &Reminders { season },
        html! {
            @for row in &rows { (hidden(CHOSEN, &row.id)) }
            (table(words, chosen, &rows, false))
            (submit(Look::Primary, &say!(words, "several-remind-now", count = rows.len())))
        },
    );
    let body = html! {
        (head(words, chosen, &title, &say!(words, "several-remind-lede")))
        @if rows.is_empty() { (nothing(words, chosen)) } @else { (form) }
        (left_out(words, chosen, &rows))
    };
    desk::season_page(admin, Section::Nominations, &chosen.about, title, body)
}

fn head(words: &Words, chosen: &NominationsChosen, title: &str, lede: &str) -> Markup {
    let season = chosen.about.season.id;
    html! {
        (back(&Link::new(say!(words, "several-back"), &Nominations { season })))
        (Heading::new(title).lede(lede))
    }
}

fn nothing(words: &Words, chosen: &NominationsChosen) -> Markup {
    let text = if chosen.rows.is_empty() {
        say!(words, "several-none-text")
    } else {
        say!(words, "several-none-of-those")
    };
    empty(&say!(words, "several-none-title"), &text, None)
}

fn table(words: &Words, chosen: &NominationsChosen, rows: &[&ChosenRow], becomes: bool) -> Markup {
    let season = chosen.about.season.id;
    Table::new(say!(words, "several-table"), rows)
        .words(
            say!(words, "nominations-number"),
            |row| html! { a.nowrap href=(Nomination { season, nomination: row.id }) { (row.number) } },
        )
        .head(
            say!(words, "nominations-nominee"),
            |row| html! { bdi { (named::nominee_or_erased(words, row.nominee.as_deref())) } },
        )
        .words(
            say!(words, "nominations-employer"),
            |row| html! { (row.employer.as_deref().unwrap_or_default()) },
        )
        .words(
            say!(words, "nominations-nominator"),
            |row| html! { bdi { (row.nominator.as_deref().unwrap_or_default()) } },
        )
        .when(becomes, |table| {
            table.words(
                say!(words, "several-becomes"),
                |row| html! { @if let Some(proposed) = &row.proposed { (becoming(words, proposed)) } },
            )
        })
        .caption_hidden()
        .render()
}

fn becoming(words: &Words, proposed: &Proposed) -> Markup {
    html! {
        @match proposed {
            Proposed::NewCase => (say!(words, "several-new-case")),
            Proposed::Case(case, number) => a href=(Case { case: *case }) { (say!(words, "several-into-case", number = *number)) },
            Proposed::With(_, number) => (say!(words, "several-with", number = number.as_str())),
            Proposed::Unsure => (say!(words, "several-unsure")),
            Proposed::Against => (say!(words, "several-against")),
        }
    }
}

/// Those that were chosen and that this cannot be done with, each leading to its page.
fn left_out(words: &Words, chosen: &NominationsChosen, rows: &[&ChosenRow]) -> Markup {
    let season = chosen.about.season.id;
    let others: Vec<&ChosenRow> = chosen
        .rows
        .iter()
        .filter(|row| !rows.iter().any(|taken| taken.id == row.id))
        .collect();
    html! {
        @if !others.is_empty() {
            section.stack {
                h2 { (say!(words, "several-left-out")) }
                ul {
                    @for row in others {
                        li {
                            a href=(Nomination { season, nomination: row.id }) { (row.number) }
                            " " bdi { (named::nominee_or_erased(words, row.nominee.as_deref())) }
                            @match row.proposed {
                                Some(Proposed::Unsure) => { ": " (say!(words, "several-unsure")) },
                                Some(Proposed::Against) => {
                                    ": " (nomination::outlook(words, Outlook::NotMet)) " " (say!(words, "several-against"))
                                },
                                _ => { ": " (status::tag(words, row.status)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
