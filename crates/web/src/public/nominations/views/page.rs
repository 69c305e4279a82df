//! A nominator's own pages: what was sent or is a draft, and the receipt.

use jiff::Timestamp;
use maud::{Markup, html};
use plaudit_domain::nomination::Status;
use plaudit_domain::policy;
use plaudit_domain::season;
use plaudit_store::nominations::{Held, Typed};
use plaudit_store::reports::nomination::Nomination as TheNomination;
use plaudit_store::secrets::Token;

use crate::http::actor::Visitor;
use crate::http::response::Answer;
use crate::paths::public::{
    HowWeJudge, Nominate, Nomination, NominationCheck, NominationConfirmation, NominationForm,
    NominationWithdrawal,
};
use crate::public::nominate::device_draft;
use crate::say;
use crate::shown::name::sentence;
use crate::shown::nomination::{sections, sent, shown};
use crate::shown::nomination_form::Asked;
use crate::shown::timetable::{moment, timetable};
use crate::ui::button::{Look, PostButton, buttons, link_button};
use crate::ui::details::details;
use crate::ui::heading::Heading;
use crate::ui::link::Link;
use crate::ui::notice::aside;
use crate::ui::page::{Layout, Place};
use crate::ui::panel::panel;
use crate::ui::status_tag::status_tag;
use crate::ui::tone::Tone;
use crate::words::Words;

/// A nominator's page, from which it is made.
pub(in crate::public::nominations) struct Page<'a> {
    pub(in crate::public::nominations) visitor: &'a Visitor,
    pub(in crate::public::nominations) key: &'a Token,
    pub(in crate::public::nominations) held: Held,
    pub(in crate::public::nominations) nomination: &'a TheNomination,
    pub(in crate::public::nominations) now: Timestamp,
    /// The whole address, for somebody to keep.
    pub(in crate::public::nominations) link: String,
}

impl Page<'_> {
    pub(super) fn words(&self) -> &Words {
        &self.visitor.words
    }

    fn at(&self, instant: Timestamp) -> String {
        moment(self.words(), instant, &self.nomination.programme.words.zone)
    }

    pub(super) fn title(&self) -> &str {
        let programme = &self.nomination.programme.words;
        programme.title.in_language(&self.words().language())
    }

    pub(super) fn form_path(&self) -> NominationForm {
        NominationForm {
            key: self.key.text(),
        }
    }

    pub(super) fn answer(&self, title: String, body: Markup) -> Answer {
        Answer::page(self.visitor, Place::Public, title, body)
            .layout(Layout::Narrow)
            .liveried(&self.nomination.programme)
    }

    /// Whether the nominator may still change it.
    fn may_amend(&self) -> bool {
        let season = &self.nomination.season;
        policy::may_amend(
            self.nomination.status,
            season.status,
            &season.timetable,
            self.now,
        )
        .is_ok()
    }

    fn contact(&self) -> String {
        let contact = &self.nomination.programme.words.contact;
        say!(
            self.words(),
            "nominate-ask",
            name = &contact.name,
            email = contact.email.as_str(),
            telephone = contact.telephone.as_str()
        )
    }

    pub(super) fn lapsed(&self) -> Markup {
        let words = self.words();
        html! {
            @if self.nomination.status == Status::Lapsed {
                (aside(Tone::Care, &html! {
                    p { strong { (say!(words, "nominate-lapsed")) } }
                    @if let Some(closed_at) = self.nomination.season.timetable.closes_at {
                        p { (say!(words, "nominate-closed", moment = self.at(closed_at))) }
                    }
                    p { (say!(words, "nominate-lapsed-text")) " " (self.contact()) }
                }))
            }
        }
    }

    /// A draft, or what lapsed before it was sent.
    pub(in crate::public::nominations) fn unsent(
        &self,
        asked: &Asked<'_>,
        typed: &Typed,
    ) -> Answer {
        let words = self.words();
        let title = say!(words, "nomination-draft-title");
        let withdrawn = self.nomination.status == Status::Withdrawn;
        let sections = sections(words, asked, typed);
        let body = html! {
            (Heading::new(&title).above(self.title()).beside(tag(words, self.nomination.status)))
            (self.lapsed())
            @if self.nomination.season.status == season::Status::Cancelled && !withdrawn {
                (self.standing())
            }
            @if withdrawn {
                p { (say!(words, "nomination-draft-removed")) }
                p { (Link::new(say!(words, "nomination-new"), &self.nominate())) }
            } @else {
                p { (say!(words, "nomination-draft-kept", moment = self.at(self.nomination.updated_at))) }
                (aside(Tone::Plain, &html! {
                    p { (say!(words, "nomination-draft-link")) }
                    p.private-link { code { (self.link) } }
                }))
                (buttons(&html! {
                    (link_button(Look::Primary, &Link::new(say!(words, "nomination-draft-go-on"), &self.form_path())))
                    (link_button(Look::Secondary, &Link::new(say!(words, "nomination-draft-remove"), &self.withdrawal_path())))
                }))
                (shown(words, &sections, None))
            }
        };
        self.answer(title, body)
    }

    /// What was sent.
    pub(in crate::public::nominations) fn sent(&self, asked: &Asked<'_>) -> Answer {
        let words = self.words();
        let submission = self.nomination.submission.as_ref();
        let nominee = submission.map_or("", |said| said.nominee.name.as_str());
        let title = say!(words, "nomination-title", number = &self.nomination.number);
        let may_withdraw = self.nomination.status != Status::Withdrawn
            && policy::may_withdraw_as_nominator(self.nomination.season.status).is_ok();
        let body = html! {
            (Heading::new(&title).above(self.title()).beside(tag(words, self.nomination.status)))
            p.lede { (sentence(words, "nomination-of", nominee)) }
            (self.lapsed())
            (self.standing())
            (self.confirmation())
            @if self.nomination.typed.is_some() && self.may_amend() {
                (aside(Tone::Care, &html! {
                    p { (say!(words, "nomination-unsent")) }
                    p { (Link::new(say!(words, "nomination-unsent-check"), &NominationCheck { key: self.key.text() })) }
                }))
            }
            @if self.may_amend() || may_withdraw {
                (buttons(&html! {
                    @if self.may_amend() {
                        (link_button(Look::Secondary, &Link::new(say!(words, "nomination-amend"), &self.form_path())))
                    }
                    @if may_withdraw {
                        (link_button(Look::Secondary, &Link::new(say!(words, "nomination-withdraw"), &self.withdrawal_path())))
                    }
                }))
            }
            (shown(words, &sent(words, self.nomination), None))
            (self.never_sent(asked))
        };
        self.answer(title, body)
    }

    /// What was changed after it was sent, and can be sent no more.
    fn never_sent(&self, asked: &Asked<'_>) -> Markup {
        let words = self.words();
        let closed = !self.may_amend() && self.nomination.status != Status::Withdrawn;
        html! {
            @if let Some(typed) = self.nomination.typed.as_ref().filter(|_| closed) {
                (details(
                    &say!(words, "nomination-never-sent"),
                    &shown(words, &sections(words, asked, typed), None),
                ))
            }
        }
    }

    /// Why it can be changed no more, where nothing else says so.
    fn closed(&self) -> Option<String> {
        let words = self.words();
        let season = &self.nomination.season;
        if season.status == season::Status::Cancelled {
            return Some(say!(words, "nomination-cancelled", season = &season.name));
        }
        match (self.nomination.status, season.timetable.closes_at) {
            (Status::Draft | Status::Lapsed | Status::Withdrawn, _) => None,
            _ if self.may_amend() => None,
            (_, Some(at)) if at < self.now => {
                Some(say!(words, "nomination-closed", moment = self.at(at)))
            }
            _ => Some(say!(words, "nomination-decided")),
        }
    }

    fn standing(&self) -> Markup {
        let words = self.words();
        let nomination = self.nomination;
        html! {
            @if let Some(sent_at) = nomination.submitted_at {
                p { (say!(words, "nomination-sent-at", moment = self.at(sent_at))) }
            }
            @if nomination.status == Status::Withdrawn {
                p { (say!(words, "nomination-is-withdrawn")) }
            } @else if let Some(closed) = self.closed() {
                (aside(Tone::Plain, &html! { p { (closed) } }))
            } @else if self.may_amend() {
                @if let Some(closes_at) = nomination.season.timetable.closes_at {
                    p { (say!(words, "nomination-amend-until", moment = self.at(closes_at))) }
                }
            }
        }
    }

    /// The button that a letter's link shows, or that the address is confirmed.
    fn confirmation(&self) -> Markup {
        let words = self.words();
        let nomination = self.nomination;
        let over = matches!(nomination.status, Status::Withdrawn | Status::Lapsed);
        html! {
            @if let Some(confirmed_at) = nomination.confirmed_at {
                p { (say!(words, "nomination-confirmed", moment = self.at(confirmed_at))) }
            } @else if self.held.by_letter && !over {
                (aside(Tone::Active, &html! {
                    p { (say!(words, "nomination-confirm-text")) }
                    (PostButton::new(Look::Primary, say!(words, "nomination-confirm"), &NominationConfirmation { key: self.key.text() }))
                }))
            } @else if !over {
                p { (say!(words, "nomination-unconfirmed")) }
            }
        }
    }

    /// The receipt.
    pub(in crate::public::nominations) fn receipt(&self) -> Answer {
        let words = self.words();
        let nomination = self.nomination;
        let lapsed = nomination.status == Status::Lapsed;
        let is_changed = nomination.status == Status::Submitted
            && nomination.typed.is_none()
            && nomination
                .submitted_at
                .is_some_and(|sent_at| sent_at < nomination.updated_at);
        let title = if lapsed {
            say!(words, "nomination-receipt-late-title")
        } else if is_changed {
            say!(words, "nomination-receipt-changed-title")
        } else {
            say!(words, "nomination-receipt-title")
        };
        let email = nomination
            .submission
            .as_ref()
            .and_then(|said| said.nominator.email.as_ref())
            .map(ToString::to_string)
            .unwrap_or_default();
        let programme = &nomination.programme.words;
        let number = html! {
            p { (say!(words, "nomination-receipt-number")) br; strong { (nomination.number) } }
        };
        let body = html! {
            div data-draft-sent=(device_draft(self.key)) { (panel(&title, &number)) }
            (self.lapsed())
            section.stack {
                h2 { (say!(words, "nomination-receipt-letter-title")) }
                p { (say!(words, "nomination-receipt-letter", email = email)) }
                @if !lapsed && nomination.confirmed_at.is_none() {
                    p { (say!(words, "nomination-receipt-confirm")) }
                }
                @if let Some(closes_at) = nomination.season.timetable.closes_at && self.may_amend() {
                    p { (say!(words, "nomination-amend-until", moment = self.at(closes_at))) }
                }
                p { (Link::new(say!(words, "nomination-receipt-look"), &self.path())) }
            }
            @if !lapsed {
                section.stack {
                    h2 { (say!(words, "nomination-receipt-next-title")) }
                    ol {
                        li { (say!(words, "nomination-receipt-next-check")) }
                        li { (say!(words, "nomination-receipt-next-nominee")) }
                        li { (say!(words, "nomination-receipt-next-facts")) }
                        li { (say!(words, "nomination-receipt-next-judges")) }
                    }
                    (timetable(words, &nomination.season.timetable, nomination.announced_at, &programme.zone, self.now))
                    p { (Link::new(say!(words, "programme-how-we-judge"), &HowWeJudge { programme: programme.slug.to_string() })) }
                }
            }
        };
        self.answer(title, body)
    }

    fn path(&self) -> Nomination {
        Nomination {
            key: self.key.text(),
        }
    }

    fn withdrawal_path(&self) -> NominationWithdrawal {
        NominationWithdrawal {
            key: self.key.text(),
        }
    }

    pub(super) fn nominate(&self) -> Nominate {
        Nominate {
            programme: self.nomination.programme.words.slug.to_string(),
        }
    }
}

/// A nomination's status in a word.
fn tag(words: &Words, status: Status) -> Markup {
    let tone = match status {
        Status::Submitted | Status::Accepted => Tone::Good,
        Status::Draft => Tone::Active,
        Status::Returned | Status::Lapsed => Tone::Care,
        Status::Ineligible | Status::Withdrawn => Tone::Plain,
    };
    status_tag(tone, &say!(words, &format!("nomination-status-{status}")))
}
