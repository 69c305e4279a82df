//! Holds the source and the words together: no key without words, no words without use, no placeholder left open.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Families whose last part comes from a value, so that no source says the whole key.
const FAMILIES: &[&str] = &[
    "words-weekday-",
    "words-month-",
    "error-",
    "fault-",
    "refusal-",
    "missing-",
    "role-",
    "criteria-tie-",
    "criteria-suggested-",
    "eligibility-",
    "home-tag-",
    "nomination-status-",
    "relationship-",
    "timetable-",
    "status-",
    "decision-",
    "named-letter-",
    "history-",
    "dashboard-step-",
    "dashboard-left-",
    "dashboard-waits-",
    "nominations-sort-",
    "nominations-mark-",
    "cases-several-",
    "fact-kind-",
    "enquiries-state-",
    "case-acceptance-",
    "shortlist-event-",
    "deliberation-event-",
    "judges-part-",
    "rules-method-",
    "rules-tie-",
    "criteria-method-",
    "criteria-at-the-cut-",
    "criteria-others-",
    "criteria-blind-",
    "nominate-reading-",
    "nominate-relationship-",
    "rules-at-the-cut-",
    "rules-reading-",
    "rules-others-",
    "rules-deciding-",
    "room-event-",
    "undo-",
    "agenda-",
    "ballot-choice-",
    "ranking-tie-",
    "ranking-by-",
    "certainty-by-",
    "exports-column-",
    "files-name-",
    "exports-about-",
    "interest-kind-",
    "interest-effect-",
    "interest-ruler-",
    "interest-sign-",
    "conflicts-kind-",
    "conflicts-published-",
    "more-assignment",
    "more-reminding",
    "more-stages",
    "stage-",
    "stages-decides-",
    "stages-next-lede-",
    "desk-stage-",
    "sift-unsure",
    "more-confidentiality",
    "more-biographies",
];

#[test]
fn every_key_that_is_used_has_words() {
    let words = messages();
    let missing: Vec<_> = sources()
        .iter()
        .flat_map(|(file, text)| {
            uses(text)
                .into_iter()
                .map(move |said| (file.clone(), said.key))
        })
        .filter(|(_, key)| !words.contains_key(key))
        .collect();
    assert_eq!(missing, [], "these keys have no words in en.ftl");
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let unused: Vec<_> = messages()
        .into_keys()
        .filter(|key| !FAMILIES.iter().any(|family| key.starts_with(family)))
        .filter(|key| {
            !sources
                .values()
                .any(|text| text.contains(&format!("\"{key}\"")))
        })
        .collect();
    assert_eq!(
        unused,
        Vec::<String>::new(),
        "nothing says these messages of en.ftl"
    );
}

#[test]
fn every_placeholder_is_filled_and_nothing_else_is() {
    let words = messages();
    let wrong: Vec<_> = sources()
        .iter()
        .flat_map(|(file, text)| uses(text).into_iter().map(move |said| (file.clone(), said)))
        .filter_map(|(file, said)| {
            let wanted = words.get(&said.key)?;
            (said.values.is_some_and(|given| given != *wanted))
                .then(|| format!("{file}: {}", said.key))
        })
        .collect();
    assert_eq!(
        wrong,
        Vec::<String>::new(),
        "given and wanted placeholders differ"
    );
}

#[test]
fn every_language_reads_without_errors() {
    for name in super::Files::iter() {
        let file = super::Files::get(&name).expect("the name came from the embedded files");
        let text = String::from_utf8(file.data.into_owned()).expect("the words are UTF-8");
        let resource = fluent_bundle::FluentResource::try_new(text).map_err(|(_, errors)| errors);
        assert!(resource.is_ok(), "{name} has errors: {:?}", resource.err());
    }
}

#[test]
fn no_key_is_said_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<_> = english()
        .lines()
        .filter_map(key_of)
        .filter(|key| !seen.insert(*key))
        .map(str::to_owned)
        .collect();
    assert_eq!(twice, Vec::<String>::new());
}

/// One place that says a message; the values are known where it is said by the macro.
struct Said {
    key: String,
    values: Option<BTreeSet<String>>,
}

fn uses(text: &str) -> Vec<Said> {
    let mut found = Vec::new();
    for call in ["say!(", "words.get(", "words.fill(", "w.get(", "w.fill("] {
        for (at, _) in text.match_indices(call) {
            let inside = inside_brackets(&text[at + call.len()..]);
            let by_macro = call == "say!(";
            let mut parts = split_at_commas(inside)
                .into_iter()
                .skip(usize::from(by_macro));
            let Some(key) = parts
                .next()
                .and_then(|part| part.trim().strip_prefix('"')?.strip_suffix('"'))
            else {
                continue;
            };
            let values = by_macro.then(|| {
                parts
                    .filter_map(|part| part.split_once('=').map(|(name, _)| name.trim().to_owned()))
                    .collect()
            });
            found.push(Said {
                key: key.to_owned(),
                values,
            });
        }
    }
    found
}

fn inside_brackets(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|letter| {
        depth += i32::from(matches!(letter, '(' | '[' | '{'))
            - i32::from(matches!(letter, ')' | ']' | '}'));
        depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

fn split_at_commas(text: &str) -> Vec<&str> {
    let (mut depth, mut quoted) = (0, false);
    text.split(|letter| {
        quoted ^= letter == '"';
        depth += i32::from(matches!(letter, '(' | '[' | '{'))
            - i32::from(matches!(letter, ')' | ']' | '}'));
        letter == ',' && depth == 0 && !quoted
    })
    .collect()
}

/// Each key of the English words with the placeholders of its message.
fn messages() -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    let mut current = None;
    for line in english().lines().filter(|line| !line.starts_with('#')) {
        if let Some(key) = key_of(line) {
            current = Some(key.to_owned());
        }
        let Some(key) = &current else { continue };
        let names: &mut BTreeSet<String> = messages.entry(key.clone()).or_default();
        names.extend(line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
                .collect::<String>()
        }));
    }
    messages
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    (line.starts_with(|letter: char| letter.is_ascii_lowercase()) && !key.contains(' '))
        .then_some(key)
}

fn english() -> String {
    let file = super::Files::get("en.ftl").expect("English is embedded");
    String::from_utf8(file.data.into_owned()).expect("the words are UTF-8")
}

fn sources() -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut sources,
    );
    // This file speaks of the calls themselves.
    sources.retain(|file, _| !file.ends_with("words/tidy.rs"));
    sources
}

fn collect(folder: &Path, sources: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the sources are there when the tests run") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            // Comments show calls in examples; they say nothing.
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            let code: Vec<_> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            sources.insert(path.display().to_string(), code.join("\n"));
        }
    }
}
