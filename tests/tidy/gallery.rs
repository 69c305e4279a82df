//! The gallery is whole: whatever `ui/` and `shown/` can show is shown there.

use super::nothing_breaks;
use super::sources::{self, Source};

/// What makes no looks: the form's fields are read there, and its page is the public area's.
const READS: &str = "shown/nomination_form";

/// A public function that shows something.
#[derive(Debug, PartialEq, Eq)]
struct Show {
    /// The module, or for what belongs to a type the type: `button` or `Field`.
    home: String,
    name: String,
    /// Whether it is called on a value, as `value.name(…)`.
    on_value: bool,
}

/// The functions in this file that give markup, a component, or words in somebody's language.
fn shows(source: &Source) -> Vec<Show> {
    let mut found = Vec::new();
    let mut kind: Option<String> = None;
    let module = source.path.trim_end_matches(".rs");
    let module = module.rsplit('/').next().unwrap_or_default();
    // What `ui` shares with itself alone makes parts of looks; whatever `shown` shares is shown somewhere.
    let is_shown = source
        .in_web()
        .is_some_and(|path| path.starts_with("shown/"));
    let mut lines = source.code.lines();
    while let Some(line) = lines.next() {
        if line == "}" {
            kind = None;
        } else if line.starts_with("impl") && line.ends_with('{') {
            kind = implemented(line);
        }
        let line = line.trim_start();
        let shared = line.strip_prefix("pub(crate) fn ").filter(|_| is_shown);
        let Some(rest) = shared.or_else(|| Some(line.split_once("pub fn ")?.1)) else {
            continue;
        };
        let mut signature = rest.to_owned();
        while !signature.contains('{') {
            let Some(next) = lines.next() else { break };
            signature.push_str(next.trim());
        }
        let Some((taken, given)) = signature.split_once("->") else {
            continue;
        };
        let is_component = ["Markup", "Self", "SummaryList"]
            .iter()
            .any(|given_back| given.trim_start().starts_with(given_back));
        let is_words = given.trim_start().starts_with("String") && taken.contains("&Words");
        if !is_component && !is_words {
            continue;
        }
        let name = |text: &str| text.split(['(', '<']).next().unwrap_or_default().to_owned();
        let arguments = taken.split_once('(').map_or("", |(_, arguments)| arguments);
        let first = arguments.split([',', ')']).next().unwrap_or_default();
        found.push(Show {
            home: kind.clone().unwrap_or_else(|| module.to_owned()),
            name: name(&signature),
            on_value: first.trim().trim_start_matches("mut ").ends_with("self"),
        });
    }
    found
}

/// The type that an `impl` is of, where it is not of a trait.
fn implemented(line: &str) -> Option<String> {
    let line = line.trim_start_matches("impl").trim_start();
    let line = if line.starts_with('<') {
        line.split_once('>')?.1.trim_start()
    } else {
        line
    };
    let is_trait = line.contains(" for ");
    let name: String = line
        .chars()
        .take_while(|symbol| symbol.is_alphanumeric())
        .collect();
    (!is_trait).then_some(name)
}

fn is_part_of_a_name(symbol: char) -> bool {
    symbol.is_alphanumeric() || symbol == '_'
}

/// Whether the gallery calls it: on a value, by its home's name, or by its own where that was imported from its home.
fn is_called(show: &Show, gallery: &[&Source]) -> bool {
    let Show {
        home,
        name,
        on_value,
    } = show;
    gallery.iter().any(|source| {
        let code = &source.code;
        let calls = |call: &str| {
            code.match_indices(call).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                !before.is_some_and(is_part_of_a_name)
            })
        };
        if *on_value {
            return code.contains(&format!(".{name}("));
        }
        let imports = code.lines().any(|line| {
            line.contains("use ")
                && line.contains(&format!("{home}::"))
                && line
                    .split(|symbol| !is_part_of_a_name(symbol))
                    .any(|word| word == name)
        });
        calls(&format!("{home}::{name}("))
            || calls(&format!("shown_{home}::{name}("))
            || (imports && calls(&format!("{name}(")))
    })
}

fn not_in_the_gallery(sources: &[Source]) -> Vec<String> {
    let is_gallery = |path: &str| path == "gallery.rs" || path.starts_with("gallery/");
    let gallery: Vec<&Source> = sources
        .iter()
        .filter(|source| source.in_web().is_some_and(is_gallery))
        .filter(|source| !source.path.ends_with("/tests.rs"))
        .collect();
    sources
        .iter()
        .filter(|source| {
            source.in_web().is_some_and(|path| {
                (path.starts_with("ui/") || path.starts_with("shown/")) && !path.starts_with(READS)
            })
        })
        .flat_map(|source| {
            shows(source)
                .into_iter()
                .filter(|show| !is_called(show, &gallery))
                .map(|show| format!("{}: {}::{}", source.path, show.home, show.name))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn whatever_can_be_shown_is_in_the_gallery() {
    let all = sources::all();
    let known: usize = all
        .iter()
        .filter(|source| {
            source
                .in_web()
                .is_some_and(|path| path.starts_with("ui/") || path.starts_with("shown/"))
        })
        .map(|source| shows(source).len())
        .sum();
    assert!(known > 80, "only {known} functions were recognised");
    nothing_breaks(
        "Give it an exhibit with its states in crates/web/src/gallery/.",
        &not_in_the_gallery(all),
    );
}

#[test]
fn what_the_gallery_leaves_out_is_seen() {
    let planted = [
        Source::planted(
            "crates/web/src/ui/bell.rs",
            "pub fn bell(\n    tone: Tone,\n) -> Markup {\n}\npub fn ring(tone: Tone) -> Markup {\n}\npub fn id(name: &str) -> String {\n}\nimpl<'a> Bell<'a> {\n    pub fn new() -> Self {\n    }\n    pub fn loud(mut self) -> Self {\n    }\n    pub fn soft(mut self) -> Self {\n    }\n}\nimpl Render for Bell<'_> {\n    fn render(&self) -> Markup {\n}\n}\n",
        ),
        Source::planted(
            "crates/web/src/shown/season.rs",
            "pub fn status(words: &Words) -> String {\n}\npub(crate) fn other(\n    words: &Words,\n) -> String {\n}\n",
        ),
        Source::planted(
            "crates/web/src/shown/nomination_form/pairs.rs",
            "pub fn month(words: &Words) -> String {\n}\n",
        ),
        Source::planted(
            "crates/web/src/gallery/texts.rs",
            "use crate::ui::bell::{Bell, ring};\nfn all() { ring(x); Bell::new().loud(); case::status(words); my_season::other(x); \"bell(\" }",
        ),
        Source::planted(
            "crates/web/src/gallery/tests.rs",
            "fn a() { season::status(words) }",
        ),
    ];
    assert_eq!(
        not_in_the_gallery(&planted),
        [
            "crates/web/src/ui/bell.rs: bell::bell",
            "crates/web/src/ui/bell.rs: Bell::soft",
            "crates/web/src/shown/season.rs: season::status",
            "crates/web/src/shown/season.rs: season::other",
        ]
    );
}
