//! An interest in a case: what it rests on, where it stands, what it leads to, and what makes one likely.

use maud::{Markup, Render, html};
use plaudit_domain::interest::conflicts::{ConflictPolicy, Effect, Ruler};
use plaudit_domain::interest::signs::{Found, Sign};
use plaudit_domain::interest::{Kind, Status};

use crate::say;
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What an interest rests on.
pub fn kind(words: &Words, kind: Kind) -> String {
    say!(words, &format!("interest-kind-{kind}"))
}

/// The same as it is asked of whoever declares, with how far back it goes.
pub fn kind_asked(words: &Words, kind: Kind, look_back_years: u32) -> String {
    match kind {
        Kind::EmployerBefore => say!(
            words,
            "interest-asked-employer-before",
            years = look_back_years
        ),
        kind => self::kind(words, kind),
    }
}

/// What was answered: none, unsure, or what the interest rests on.
pub fn answer(words: &Words, status: Status, kind: Option<Kind>) -> String {
    match (kind, status) {
        (Some(kind), _) => self::kind(words, kind),
        (None, Status::None) => say!(words, "interest-answer-none"),
        (None, Status::Asked) => say!(words, "interest-asked"),
        (None, _) => say!(words, "interest-answer-unsure"),
    }
}

/// Where it stands, as a tag.
pub fn status(words: &Words, status: Status) -> Markup {
    let (tone, key) = match status {
        Status::Asked => (Tone::Plain, "interest-asked"),
        Status::None => (Tone::Good, "interest-none"),
        Status::Declared | Status::Unsure => (Tone::Care, "interest-waits"),
        Status::MayJudge => (Tone::Good, "interest-may-judge"),
        Status::Recused => (Tone::Plain, "interest-recused"),
    };
    status_tag(tone, &say!(words, key))
}

/// What a declared interest leads to, as a sentence.
pub fn effect(words: &Words, effect: Effect) -> String {
    say!(words, &format!("interest-effect-{effect}"))
}

/// The same in a few words.
pub fn effect_short(words: &Words, effect: Effect) -> String {
    say!(words, &format!("interest-effect-short-{effect}"))
}

/// Who rules on what is ruled on by hand.
pub fn ruler(words: &Words, ruler: Ruler) -> String {
    say!(words, &format!("interest-ruler-{ruler}"))
}

/// A likeness of somebody and a case, with what it rests on.
pub fn sign(words: &Words, sign: Sign, likeness: &str) -> String {
    say!(words, &format!("interest-sign-{sign}"), likeness = likeness)
}

/// Several likenesses, each in its words.
pub fn signs(words: &Words, found: &[Found]) -> Vec<String> {
    found
        .iter()
        .map(|(sign, likeness)| self::sign(words, *sign, likeness))
        .collect()
}

/// The conflict policy in a few lines, for those who nominate: what leads out of a case, what is ruled on, who rules.
pub(crate) fn policy_lines(words: &Words, policy: &ConflictPolicy) -> Vec<String> {
    let mut lines = vec![say!(words, "conflicts-published-asked")];
    for effect in Effect::ALL {
        let kinds: Vec<String> = std::iter::once(Kind::Part)
            .chain(Kind::CHOSEN)
            .filter(|kind| policy.effect(*kind) == *effect)
            .map(|kind| match kind {
                Kind::EmployerBefore => say!(
                    words,
                    "conflicts-kind-employer-before",
                    years = policy.look_back_years
                ),
                kind => say!(words, &format!("conflicts-kind-{kind}")),
            })
            .collect();
        if !kinds.is_empty() {
            let key = format!("conflicts-published-{effect}");
            lines.push(say!(words, &key, kinds = words.list(&kinds)));
        }
    }
    lines.push(ruler(words, policy.ruler));
    lines
}

/// The conflict policy: what each kind of interest leads to, and who rules.
pub fn policy(words: &Words, policy: &ConflictPolicy) -> Markup {
    let mut rows: Vec<(String, Effect)> = Kind::CHOSEN
        .into_iter()
        .map(|kind| {
            let asked = kind_asked(words, kind, policy.look_back_years);
            (asked, policy.effect(kind))
        })
        .collect();
    let unsure = say!(words, "interest-answer-unsure");
    rows.insert(0, (kind(words, Kind::Part), policy.effect(Kind::Part)));
    rows.push((unsure, Effect::ByHand));
    let table = Table::new(say!(words, "conflicts-leads-to"), &rows)
        .head(say!(words, "conflicts-interest"), |(kind, _)| kind.clone())
        .words(say!(words, "conflicts-effect"), |(_, leads)| {
            effect(words, *leads)
        })
        .caption_hidden()
        .render();
    html! {
        (table)
        p { (ruler(words, policy.ruler)) }
    }
}
