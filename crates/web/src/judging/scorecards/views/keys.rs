//! The keys that score: a list that opens over the page, with the switch that turns them off on this device.

use maud::{Markup, html};

use crate::say;
use crate::words::Words;

/// Each key with what it does, in the order of their use.
pub(in crate::judging) const KEYS: [(&[&str], &str); 8] = [
    (&["0", "9"], "keys-digits"),
    (&["Enter"], "keys-enter"),
    (&["j", "k"], "keys-move"),
    (&["c"], "keys-comment"),
    (&["n", "p"], "keys-cases"),
    (&["Ctrl + Enter"], "keys-submit"),
    (&["?"], "keys-list"),
    (&["Esc"], "keys-close-key"),
];

/// The same for the desk, where nothing is scored.
pub(in crate::judging) const DESK: [(&[&str], &str); 3] = [
    (&["n"], "keys-desk"),
    (&["?"], "keys-list"),
    (&["Esc"], "keys-close-key"),
];

/// The same for a sift.
pub(super) const SIFT: [(&[&str], &str); 6] = [
    (&["p"], "sift-pass"),
    (&["f"], "sift-fail"),
    (&["u"], "sift-key-unsure"),
    (&["n", "b"], "keys-cases"),
    (&["?"], "keys-list"),
    (&["Esc"], "keys-close-key"),
];

/// The button that opens the list; the script shows it, since without the script there are no keys.
pub(in crate::judging) fn opener(words: &Words) -> Markup {
    html! {
        button.button.quiet type="button" data-keys-open hidden { (say!(words, "keys-open")) }
    }
}

/// Digits are from one to the other; other keys are one or the other.
fn between(keys: &[&str]) -> &'static str {
    if keys.iter().all(|key| key.parse::<u8>().is_ok()) {
        " – "
    } else {
        " / "
    }
}

/// The list, shut until it is asked for.
pub(in crate::judging) fn dialog(words: &Words, keys: &[(&[&str], &str)]) -> Markup {
    html! {
        dialog.keys data-keys-list aria-labelledby="keys-title" {
            h2 #keys-title { (say!(words, "keys-title")) }
            p { (say!(words, "keys-when")) }
            dl {
                @for (keys, what) in keys {
                    div {
                        dt {
                            @for (index, key) in keys.iter().enumerate() {
                                @if index > 0 { (between(keys)) }
                                kbd { (key) }
                            }
                        }
                        dd { (words.get(what)) }
                    }
                }
            }
            div.choice {
                input #keys-on type="checkbox" checked;
                label.choice-label for="keys-on" { (say!(words, "keys-on")) }
            }
            div.buttons {
                button.button.secondary type="button" data-keys-close { (say!(words, "keys-close")) }
            }
        }
    }
}
