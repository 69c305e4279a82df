//! How the page about mail looks.

use maud::{Markup, html};
use plaudit_domain::window::Zone;
use plaudit_store::outbox::LetterStatus;
use plaudit_store::reports::outbox::Mail;

use super::{EMAIL, Way};
use crate::admin::desk::{self, Section};
use crate::http::actor::Admin;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::response::Answer;
use crate::paths::admin::{Mail as MailPage, Outbox, TrialLetter};
use crate::say;
use crate::shown::named;
use crate::ui::button::{Look, submit};
use crate::ui::empty::empty;
use crate::ui::error_summary::error_summary;
use crate::ui::fields::Field;
use crate::ui::form::Form;
use crate::ui::heading::Heading;
use crate::ui::link::{Link, back};
use crate::ui::notice::aside;
use crate::ui::page::Layout;
use crate::ui::summary_list::SummaryList;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What the page shows.
pub(super) struct Shown<'a> {
    pub(super) way: Way,
    pub(super) mail: &'a Mail,
    pub(super) zone: &'a Zone,
}

impl Shown<'_> {
    /// The page, with what was typed for the trial letter.
    pub(super) fn page(&self, admin: &Admin, raw: &RawForm, errors: &FieldErrors) -> Answer {
        let words = &admin.words;
        let messages = errors.in_words(words);
        let title = say!(words, "mail-title");
        let trial = Form::post(
            &TrialLetter,
            html! {
                (Field::email(words, EMAIL, say!(words, "mail-email"))
                    .hint(say!(words, "mail-email-hint"))
                    .value(raw.get(EMAIL)).error(messages.get(EMAIL)))
                (submit(Look::Primary, &say!(words, "mail-send")))
            },
        );
        let body = html! {
            (back(&Link::new(say!(words, "mail-back"), &Outbox)))
            (error_summary(words, messages.iter()))
            (Heading::new(&title).lede(say!(words, "mail-lede")))
            (self.way(words))
            section.stack {
                h2 { (say!(words, "mail-trial")) }
                p { (say!(words, "mail-trial-text")) }
                (trial)
            }
            (self.domain(words))
            (self.failures(words))
        };
        desk::page(admin, Section::Outbox, title, body).layout(Layout::Wide)
    }

    /// How letters are handed over, and how many wait.
    fn way(&self, words: &Words) -> Markup {
        let count = |status: LetterStatus| self.mail.counts.get(&status).copied().unwrap_or(0);
        let last = self.mail.last_sent.map_or_else(
            || say!(words, "mail-none-sent"),
            |at| words.moment(at, &self.zone.time_zone()),
        );
        let handed_over = match &self.way.server {
            Some(server) => say!(words, "mail-by-server", server = server.as_str()),
            None => say!(words, "mail-by-files", folder = self.way.folder.as_str()),
        };
        html! {
            @if self.way.server.is_none() {
                (aside(Tone::Care, &html! { p { (say!(words, "mail-files-care")) } }))
            }
            (SummaryList::new()
                .row(say!(words, "mail-transport"), html! { (handed_over) })
                .row(say!(words, "mail-from"), html! { (self.way.from) })
                .row(say!(words, "mail-last-sent"), html! { (last) })
                .row(say!(words, "mail-waiting"), html! {
                    (Link::new(count(LetterStatus::Queued).to_string(), &Outbox.with_status(LetterStatus::Queued)))
                })
                .row(say!(words, "mail-given-up"), html! {
                    (Link::new(count(LetterStatus::Failed).to_string(), &Outbox.with_status(LetterStatus::Failed)))
                })
                .row(say!(words, "mail-again"), html! { (say!(words, "mail-again-text")) }))
        }
    }

    /// What the sender's domain must publish, so that other servers believe the letters.
    fn domain(&self, words: &Words) -> Markup {
        let domain = self.way.domain();
        let yours = || format!("a:{}", say!(words, "mail-your-server"));
        let mechanism = self.way.mechanism().unwrap_or_else(yours);
        html! {
            section.stack {
                h2 { (say!(words, "mail-domain", domain = domain)) }
                p { (say!(words, "mail-domain-text")) }
                h3 { (say!(words, "mail-spf")) }
                p { (say!(words, "mail-spf-text", domain = domain)) }
                p { code { "v=spf1 " (mechanism) " ~all" } }
                h3 { (say!(words, "mail-dkim")) }
                p { (say!(words, "mail-dkim-text", domain = domain)) }
                p { code { (say!(words, "mail-dkim-selector")) "._domainkey." (domain) } }
                h3 { (say!(words, "mail-dmarc")) }
                p { (say!(words, "mail-dmarc-text", domain = domain)) }
                p { code { "_dmarc." (domain) } " " code { "v=DMARC1; p=none; rua=mailto:" (self.way.from) } }
            }
        }
    }

    /// The last failures, with what the mail server said.
    fn failures(&self, words: &Words) -> Markup {
        let zone = self.zone;
        let table = Table::new(say!(words, "mail-failures"), &self.mail.failures)
            .head(say!(words, "outbox-letter"), |row| {
                named::letter(words, &row.kind)
            })
            .words(say!(words, "outbox-to"), |row| html! { (row.address) })
            .words(
                say!(words, "mail-failure"),
                |row| html! { (row.failure.as_deref().unwrap_or_default()) },
            )
            .words(say!(words, "mail-queued-at", zone = zone.name()), |row| {
                words.moment_short(row.created_at, &zone.time_zone())
            })
            .caption_hidden();
        html! {
            section.stack {
                h2 { (say!(words, "mail-failures")) }
                @if self.mail.failures.is_empty() {
                    (empty(&say!(words, "mail-no-failures"), &say!(words, "mail-no-failures-text"), None))
                } @else {
                    (table)
                }
            }
        }
    }
}

/// That no letter leaves this server, with the way to what can be done about it.
pub(in crate::admin) fn no_server(words: &Words) -> Markup {
    aside(
        Tone::Care,
        &html! {
            p {
                (say!(words, "mail-no-server"))
                " "
                (Link::new(say!(words, "outbox-mail"), &MailPage))
            }
        },
    )
}
