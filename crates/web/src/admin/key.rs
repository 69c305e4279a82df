//! Short names for files, made from what somebody wrote: `how_it_was_before`.

/// The longest key that is made, in characters.
const LIMIT: usize = 40;

/// A key made from a text, different from those that are taken; `fallback` where the text has no plain letters.
pub(super) fn made_from(text: &str, fallback: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let mut key = String::new();
    for word in plain.split_whitespace() {
        if !key.is_empty() && key.len() + word.len() >= LIMIT {
            break;
        }
        if !key.is_empty() {
            key.push('_');
        }
        key.extend(word.chars().take(LIMIT));
    }
    if key.is_empty() {
        fallback.clone_into(&mut key);
    }
    if !is_taken(&key) {
        return key;
    }
    // More names than things: one of them is free.
    (2..=u16::MAX)
        .map(|number| format!("{key}_{number}"))
        .find(|key| !is_taken(key))
        .unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_plain_and_different_from_the_others() {
        let taken = ["how_were_things_before", "question"];
        let made = |text| made_from(text, "question", |key| taken.contains(&key));
        assert_eq!(made("What did it cost?"), "what_did_it_cost");
        assert_eq!(made("How were things before?"), "how_were_things_before_2");
        assert_eq!(made("ما الذي تغير؟"), "question_2");
    }
}
