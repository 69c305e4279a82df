//! Check your answers: all that will be sent, as it will be read.

use maud::{Markup, html};
use plaudit_domain::eligibility::{Outlook, outlook};
use plaudit_domain::nomination::{Status, Submission};
use plaudit_store::nominations::Typed;

use super::page::Page;
use crate::http::response::Answer;
use crate::public::nominate::{anchor, device_draft};
use crate::say;
use crate::shown::nomination::{sections, shown};
use crate::shown::nomination_form::{Asked, field};
use crate::ui::button::{Look, buttons, link_button, submit_as};
use crate::ui::fields::hidden;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::tone::Tone;

impl Page<'_> {
    /// Check your answers.
    pub(in crate::public::nominations) fn check(
        &self,
        asked: &Asked<'_>,
        submission: &Submission,
        typed: &Typed,
        shown_at: &str,
    ) -> Answer {
        let words = self.words();
        let title = say!(words, "nomination-check-title");
        let path = self.form_path().to_string();
        let change = |name: &str| format!("{path}#{}", anchor(name));
        let is_change = self.nomination.submission.is_some();
        let against = outlook(asked.rules.iter().filter_map(|rule| {
            let answer = submission.eligibility.get(&rule.id)?;
            Some(rule.outlook(*answer))
        }));
        let lapsed = self.nomination.status == Status::Lapsed;
        let send = match (&self.nomination.submission, lapsed) {
            (_, true) => say!(words, "nomination-send-late"),
            (Some(_), _) => say!(words, "nomination-send-amended"),
            (None, _) => say!(words, "nomination-send"),
        };
        let form = Form::post(
            &self.nominate(),
            html! {
                (hidden(field::KEY, &self.key.text()))
                (hidden(field::SEASON, &self.nomination.season.id))
                (hidden(field::VERSION, &self.nomination.version))
                (hidden(field::SHOWN_AT, &shown_at))
                div hidden data-draft-checked=(device_draft(self.key)) {
                    @for (name, value) in &typed.0 { (hidden(name, value)) }
                }
                (buttons(&html! {
                    (submit_as(Look::Primary, &send, field::PRESSED, "submit"))
                    (link_button(Look::Secondary, &Link::new(say!(words, "nomination-check-back"), &path)))
                }))
            },
        );
        let body = html! {
            (back(&Link::new(say!(words, "nomination-check-back"), &path)))
            (Heading::new(&title).above(self.title()).lede(say!(words, if is_change { "nomination-check-change-lede" } else { "nomination-check-lede" })))
            (self.lapsed())
            div.notice.care data-checked-newer tabindex="-1" hidden {
                p { strong { (say!(words, "nomination-check-newer")) } }
                p { (say!(words, "nomination-check-newer-text")) }
                p { (Link::new(say!(words, "nomination-check-newer-link"), &path)) }
            }
            @if against == Outlook::NotMet {
                (aside(Tone::Care, &html! { p { (say!(words, "nomination-check-not-met")) } }))
            } @else if against == Outlook::Unclear {
                (aside(Tone::Plain, &html! { p { (say!(words, "nomination-check-unclear")) } }))
            }
            (shown(words, &sections(words, asked, typed), Some(&change)))
            (self.declaration(&change))
            (form)
        };
        self.answer(title, body)
    }

    /// What is declared by sending it.
    fn declaration(&self, change: &dyn Fn(&str) -> String) -> Markup {
        let words = self.words();
        let declared = &self.nomination.season.declaration;
        html! {
            section.nomination-part {
                h2 { (say!(words, "nominate-declaration")) }
                p { (declared.in_language(&words.language())) }
                p {
                    strong { (say!(words, "nominate-declaration-agreed")) } " "
                    a href=(change(field::DECLARATION)) {
                        (say!(words, "nomination-change"))
                        span.visually-hidden { " " (say!(words, "nominate-declaration-noun")) }
                    }
                }
            }
        }
    }
}
