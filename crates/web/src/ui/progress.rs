//! How much of a job is done, as a sentence with a bar.
use maud::{Markup, html};

/// "7 of 12 cases scored", and the bar; the sentence alone says everything.
pub fn progress(sentence: &str, done: u64, of: u64) -> Markup {
    html! {
        label.progress {
            span { (sentence) }
            progress value=(done.min(of)) max=(of.max(1)) {}
        }
    }
}
