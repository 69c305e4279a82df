//! What stands around the cases of a printed pack.

use maud::html;
use plaudit_store::reports::case_pack::{CasePack, Which};

use crate::http::actor::Signed;
use crate::say;
use crate::shown::case_pack::{CasePack as Document, PackedCase};

/// The whole file.
pub(super) fn document<'a>(signed: &'a Signed, pack: &'a CasePack, which: Which) -> Document<'a> {
    let words = &signed.words;
    let language = words.language();
    let cases = pack.cases.iter().map(|case| PackedCase {
        anchor: format!("case-{}", case.number),
        case,
        below: html! {},
    });
    Document {
        words,
        title: say!(
            words,
            "named-season",
            programme = pack.programme.words.title.in_language(&language),
            season = pack.season.name.as_str()
        ),
        below: html! {
            p { (pack.category.title.in_language(&language)) }
            @if which == Which::Finalists { p { (say!(words, "case-pack-finalists")) } }
            p { (say!(words, "pack-file-of", judge = signed.signed_in.account.name.as_str())) }
            p { strong { (say!(words, "case-pack-care")) } }
            @if pack.cases.is_empty() { p { (say!(words, "case-pack-empty")) } }
        },
        cases: cases.collect(),
    }
}
