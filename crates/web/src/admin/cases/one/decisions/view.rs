//! How the decisions that are open on a case look.

use maud::{Markup, html};
use plaudit_domain::case::{Event, Status};
use plaudit_domain::{acceptance, fact_check, policy};
use plaudit_store::reports::case::CasePage;

use crate::admin::cases::{
    CHECKED_BY, CONFIRMED, EVENT, NOTE_ACCEPTANCE, NOTE_CHECK, NOTE_WITHDRAWAL, REASON_CHECK,
    REASON_ELIGIBILITY, REASON_OUT, REASON_REOPEN,
};
use crate::admin::deciding::Attempt;
use crate::http::field_errors::Messages;
use crate::http::refusal;
use crate::paths::admin::{
    Disqualification, Eligibility, EligibilityRemoval, FactCheck, FactCheckRemoval, NomineeAnswer,
    Withdrawal,
};
use crate::say;
use crate::shown::decision::Decision;
use crate::ui::button::Look;
use crate::ui::fields::{Choice, Field};
use crate::words::Words;

/// Every decision that is open on the case.
pub(in crate::admin::cases) fn open(words: &Words, case: &CasePage, attempt: &Attempt) -> Markup {
    let open = Open {
        words,
        case,
        attempt,
        messages: attempt.errors.in_words(words),
    };
    html! {
        section.stack {
            h2 { (say!(words, "case-decide")) }
            (open.answer())
            (open.check())
            (open.eligibility())
            (open.leaving())
        }
    }
}

struct Open<'a> {
    words: &'a Words,
    case: &'a CasePage,
    attempt: &'a Attempt,
    messages: Messages,
}

impl Open<'_> {
    fn decision(&self, action: &impl ToString, title: &str) -> Decision<'_> {
        Decision::new(self.words, action, self.case.version, self.words.get(title))
    }

    fn with_reason<'b>(
        &'b self,
        decision: Decision<'b>,
        field: &'static str,
        label: &str,
    ) -> Decision<'b> {
        let typed = self.attempt.raw.get(field);
        decision.reason(
            field,
            self.words.get(label),
            typed,
            self.messages.get(field),
        )
    }

    fn answer(&self) -> Markup {
        let words = self.words;
        let path = NomineeAnswer { case: self.case.id };
        let mut decision = self
            .with_reason(
                self.decision(&path, "case-answer"),
                NOTE_ACCEPTANCE,
                "case-note",
            )
            .optional();
        let mut any = false;
        for event in acceptance::Event::ALL {
            // Withdrawing takes the whole case out and stands with the other ways to leave.
            let season = self.case.about.season.status;
            let open = *event != acceptance::Event::Withdraw
                && self.case.acceptance.after(*event).is_ok()
                && policy::may_record_answer(season, self.case.status, *event).is_ok();
            if open && !is_out(self.case.status) {
                let label = words.get(&format!("case-acceptance-{event}"));
                let takes_back = *event == acceptance::Event::TakeBack;
                let look = if any || takes_back {
                    Look::Secondary
                } else {
                    Look::Primary
                };
                decision = decision.button(look, label, EVENT, event.as_str());
                if takes_back {
                    decision = decision.hint(say!(words, "case-acceptance-take-back-hint"));
                }
                any = true;
            }
        }
        if self.case.acceptance == acceptance::Status::Accepted {
            // All that is left is to correct it.
            decision = decision.folded();
        }
        html! { @if any { (decision) } }
    }

    fn check(&self) -> Markup {
        let is_over = policy::may_change_season(self.case.about.season.status).is_err();
        if is_over || policy::may_record_fact_check(self.case.status).is_err() {
            return html! {};
        }
        match self.case.fact_check {
            fact_check::Status::Requested | fact_check::Status::Opened => self.record_check(),
            _ => {
                let path = FactCheckRemoval { case: self.case.id };
                let decision = self.decision(&path, "case-check-restart");
                let decision = self
                    .with_reason(decision, REASON_CHECK, "deciding-reason")
                    .button(
                        Look::Secondary,
                        say!(self.words, "case-check-restart"),
                        "decide",
                        "yes",
                    );
                html! { (decision.folded()) }
            }
        }
    }

    fn record_check(&self) -> Markup {
        let words = self.words;
        let raw = &self.attempt.raw;
        let choices = vec![
            Choice::new("yes", say!(words, "case-confirmed-yes")),
            Choice::new("no", say!(words, "case-confirmed-no")),
        ];
        let fields = html! {
            (Field::text(words, CHECKED_BY, say!(words, "case-checked-by"))
                .hint(say!(words, "case-checked-by-hint"))
                .value(raw.get(CHECKED_BY))
                .error(self.messages.get(CHECKED_BY)))
            (Field::radios(words, CONFIRMED, say!(words, "case-confirmed"), choices)
                .value(raw.get(CONFIRMED))
                .error(self.messages.get(CONFIRMED)))
        };
        let path = FactCheck { case: self.case.id };
        let decision = self
            .with_reason(
                self.decision(&path, "case-check").fields(fields),
                NOTE_CHECK,
                "case-check-note",
            )
            .button(
                Look::Secondary,
                say!(words, "case-check-record"),
                "decide",
                "yes",
            );
        html! { (decision) }
    }

    fn eligibility(&self) -> Markup {
        let words = self.words;
        if policy::may_screen(self.case.about.season.status).is_err() {
            return html! {};
        }
        match self.case.status {
            Status::Forming => {
                let path = Eligibility { case: self.case.id };
                let waits = policy::may_find_eligible(self.case.acceptance, self.case.fact_check);
                let hint = match &waits {
                    Ok(()) => say!(words, "case-eligibility-hint"),
                    Err(missing) => say!(
                        words,
                        "case-eligibility-waits",
                        why = refusal::in_words(missing, words)
                    ),
                };
                let decision = self.decision(&path, "case-eligibility").hint(hint);
                let label = match &waits {
                    Ok(()) => "case-eligibility-reason",
                    Err(_) => "deciding-reason",
                };
                let mut decision = self.with_reason(decision, REASON_ELIGIBILITY, label);
                if waits.is_ok() {
                    decision = decision.optional();
                }
                if waits.is_ok() {
                    decision = decision.button(
                        Look::Primary,
                        say!(words, "case-eligible"),
                        EVENT,
                        Event::FindEligible.as_str(),
                    );
                }
                let decision = decision.button(
                    Look::Secondary,
                    say!(words, "case-not-eligible"),
                    EVENT,
                    Event::FindNotEligible.as_str(),
                );
                html! { (decision) }
            }
            Status::Eligible | Status::NotEligible => {
                let path = EligibilityRemoval { case: self.case.id };
                let hint = say!(words, "case-reopen-hint");
                let decision = self.decision(&path, "case-reopen").hint(hint);
                let decision = self
                    .with_reason(decision, REASON_REOPEN, "deciding-reason")
                    .button(Look::Secondary, say!(words, "case-reopen"), "decide", "yes")
                    .folded();
                html! { (decision) }
            }
            _ => html! {},
        }
    }

    fn leaving(&self) -> Markup {
        if is_out(self.case.status) {
            return html! { p.muted { (say!(self.words, "case-is-out")) } };
        }
        let words = self.words;
        let withdrawal = Withdrawal { case: self.case.id };
        let withdraw = self
            .decision(&withdrawal, "case-withdraw")
            .hint(say!(words, "case-withdraw-hint"));
        let withdraw = self
            .with_reason(withdraw, NOTE_WITHDRAWAL, "case-note")
            .optional()
            .button(Look::Warning, say!(words, "case-withdraw"), "decide", "yes")
            .folded();
        let out = Disqualification { case: self.case.id };
        let disqualify = self
            .decision(&out, "case-disqualify")
            .hint(say!(words, "case-disqualify-hint"));
        let disqualify = self
            .with_reason(disqualify, REASON_OUT, "deciding-reason")
            .button(
                Look::Warning,
                say!(words, "case-disqualify"),
                "decide",
                "yes",
            )
            .folded();
        html! { (withdraw) (disqualify) }
    }
}

/// Whether the case has left the season.
fn is_out(status: Status) -> bool {
    matches!(status, Status::Withdrawn | Status::Disqualified)
}
