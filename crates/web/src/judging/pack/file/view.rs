//! How the file of cases looks: each case, and a form to fill in by hand.

use maud::{Markup, html};
use plaudit_domain::criterion::Criterion;
use plaudit_store::reports::pack::{Pack, PackCase};

use crate::http::actor::Judge;
use crate::say;
use crate::shown::case;
use crate::shown::case_pack::{CasePack, PackedCase};
use crate::words::Words;

/// The whole file.
pub(in crate::judging::pack) fn document<'a>(judge: &'a Judge, pack: &'a Pack) -> CasePack<'a> {
    let words = &judge.words;
    let programme = &pack.programme.words.title;
    let zone = pack.programme.words.zone.time_zone();
    let cases = pack.cases.iter().map(|each| PackedCase {
        anchor: format!("case-{}", each.assignment),
        case: &each.case,
        below: form(words, pack, each),
    });
    CasePack {
        words,
        title: say!(
            words,
            "named-season",
            programme = programme.in_language(&words.language()),
            season = pack.season.name.as_str()
        ),
        below: html! {
            p { (say!(words, "pack-file-of", judge = judge.signed_in.account.name.as_str())) }
            @if let Some(due) = pack.season.timetable.judging_ends_at {
                p { (say!(words, "desk-due", at = words.moment(due, &zone))) }
            }
            p { strong { (say!(words, "pack-care")) } }
        },
        cases: cases.collect(),
    }
}

fn form(words: &Words, pack: &Pack, each: &PackCase) -> Markup {
    let nominee = each.case.nominee.as_ref();
    let named = nominee.map(|nominee| nominee.name.as_str());
    let name = case::called_in_full(words, each.case.number, named);
    html! {
        section.form {
            h2 { (say!(words, "pack-file-form", case = name)) }
            @for criterion in &pack.rules.criteria { (scale(words, pack, criterion)) }
            @for key in ["scorecard-comment", "scorecard-strongest", "scorecard-would-have-helped"] {
                h3 { (words.get(key)) }
                div.lines {}
            }
            p { (say!(words, "scorecard-nominee-hint")) }
        }
    }
}

fn scale(words: &Words, pack: &Pack, criterion: &Criterion) -> Markup {
    let language = words.language();
    let share = i64::try_from(pack.rules.share(criterion)).unwrap_or_default();
    html! {
        h3 {
            (criterion.title.in_language(&language)) ". "
            (say!(words, "scorecard-weight", share = words.hundredths(share)))
        }
        p { (criterion.guidance.in_language(&language)) }
        ul.points {
            @for (steps, value) in criterion.scale.points() {
                li {
                    span.box aria-hidden="true" { "☐" } " " strong { (value) } " "
                    @if let Some(said) = criterion.descriptors.get(&steps) { (said.in_language(&language)) }
                }
            }
        }
    }
}
