//! Questions to the secretary about a case, with their answers, as the judges of the case see them: nobody is named.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use plaudit_store::reports::enquiries::Asked;

use crate::say;
use crate::ui::prose::as_typed;
use crate::words::Words;

/// Each question with its answer, the earliest first.
pub fn asked(words: &Words, enquiries: &[Asked], zone: &TimeZone) -> Markup {
    html! {
        @for enquiry in enquiries {
            section.stack.enquiry {
                h3 {
                    @if enquiry.is_own { (say!(words, "enquiry-own")) } @else { (say!(words, "enquiry-of-a-judge")) }
                }
                (as_typed(&enquiry.question))
                @match &enquiry.answer {
                    Some((answer, at)) => {
                        h4 { (say!(words, "enquiry-answered", at = words.moment_short(*at, zone))) }
                        (as_typed(answer))
                    },
                    None => p.muted { (say!(words, "enquiry-waits")) },
                }
            }
        }
    }
}
