//! How the file of cases looks: large print on a screen, a page for each case on paper, and a form to fill in by hand.

use maud::{DOCTYPE, Markup, html};
use plaudit_domain::criterion::Criterion;
use plaudit_store::reports::pack::{Pack, PackCase};

use crate::http::actor::Judge;
use crate::say;
use crate::shown::case;
use crate::words::Words;

/// The file's own style, since it is read where nothing else of ours is.
const STYLE: &str = include_str!("pack.css");

/// The whole file.
pub(in crate::judging::pack) fn document(judge: &Judge, pack: &Pack) -> Markup {
    let words = &judge.words;
    let language = words.language();
    let programme = pack.programme.words.title.in_language(&language);
    let title = say!(
        words,
        "named-season",
        programme = programme,
        season = pack.season.name.as_str()
    );
    let zone = pack.programme.words.zone.time_zone();
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (say!(words, "pack-file-title", season = title.as_str())) }
                style { (STYLE) }
            }
            body {
                header {
                    h1 { (title) }
                    p { (say!(words, "pack-file-of", judge = judge.signed_in.account.name.as_str())) }
                    @if let Some(due) = pack.season.timetable.judging_ends_at {
                        p { (say!(words, "desk-due", at = words.moment(due, &zone))) }
                    }
                    p { strong { (say!(words, "pack-care")) } }
                    ol {
                        @for each in &pack.cases {
                            li value=(each.case.number) { a href={ "#case-" (each.assignment) } { (called(words, each)) } }
                        }
                    }
                }
                main { @for each in &pack.cases { (one(words, pack, each)) } }
            }
        }
    }
}

fn called(words: &Words, each: &PackCase) -> String {
    let nominee = each.case.nominee.as_ref();
    let named = nominee.map(|nominee| nominee.name.as_str());
    case::called(words, each.case.number, named)
}

fn one(words: &Words, pack: &Pack, each: &PackCase) -> Markup {
    let nominee = each.case.nominee.as_ref();
    let named = nominee.map(|nominee| nominee.name.as_str());
    let name = case::called_in_full(words, each.case.number, named);
    html! {
        article id={ "case-" (each.assignment) } {
            h1 { (name) }
            @if let Some(employment) = nominee.and_then(case::employment) { p { (employment) } }
            (case::text(words, &each.case))
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
