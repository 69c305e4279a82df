//! The gallery is whole: whatever `ui/` and `shown/` can show is shown there, and in each state that they tell apart.

use std::collections::BTreeSet;

use super::nothing_breaks;
use super::sources::{self, Source};

/// What makes no looks: a form's fields and a filter are read there, and the columns of files are named for programs.
const READS: [&str; 3] = [
    "shown/nomination_form",
    "shown/history_asked",
    "shown/columns",
];

/// What tells apart what is not ours: the parts of Markdown.
const NOT_OURS: &str = "ui/prose.rs";

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
        let begins_with = |kinds: &[&str]| {
            let given = given.trim_start();
            kinds.iter().any(|kind| given.starts_with(kind))
        };
        let is_component = begins_with(&["Markup", "Self", "SummaryList"]);
        let is_words = begins_with(&["Option<String>", "Vec<String>"])
            || begins_with(&["String"]) && taken.contains("&Words");
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
        let imports = code.split(';').any(|statement| {
            statement.trim_start().starts_with("use ")
                && statement.contains(&format!("{home}::"))
                && statement
                    .split(|symbol| !is_part_of_a_name(symbol))
                    .any(|word| word == name)
        });
        calls(&format!("{home}::{name}("))
            || calls(&format!("shown_{home}::{name}("))
            || (imports && calls(&format!("{name}(")))
    })
}

/// The public structs of this file that render.
fn components(source: &Source) -> Vec<String> {
    let lines = source.code.lines();
    lines
        .filter_map(|line| line.split_once("Render for ")?.1.split(['<', ' ']).next())
        .filter(|name| {
            let is_public = |line: &str| {
                line.starts_with("pub")
                    && line.split_once("struct ").is_some_and(|(_, after)| {
                        after.split(|symbol| !is_part_of_a_name(symbol)).next() == Some(*name)
                    })
            };
            source.code.lines().any(is_public)
        })
        .map(str::to_owned)
        .collect()
}

/// Whether the gallery makes one: by its fields, or by a function of its own.
fn is_made(name: &str, gallery: &[&Source]) -> bool {
    gallery.iter().any(|source| {
        let code = &source.code;
        code.match_indices(name).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            let after = &code[at + name.len()..];
            !before.is_some_and(is_part_of_a_name)
                && (after.starts_with("::") || after.starts_with(" {"))
                && !code[..at].ends_with("-> ")
        })
    })
}

/// The variants that this file tells apart, as `Kind::Variant`: in an arm of a `match`, in a comparison, in an `if let` and in
/// a `matches!`. A private enum is the file's own business.
fn told_apart(source: &Source) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut kind: Option<String> = None;
    let code = without_tests(&source.code);
    let lines: Vec<&str> = code.lines().collect();
    let goes_on = |number: usize| {
        let line = lines.get(number);
        line.is_some_and(|line| line.trim_start().starts_with("| "))
    };
    for (number, line) in lines.iter().copied().enumerate() {
        if line == "}" {
            kind = None;
        } else if line.starts_with("impl") && line.ends_with('{') {
            kind = implemented(line);
        }
        let arm = line.split_once("=>").map_or("", |(pattern, _)| pattern);
        let is_pattern = arm.is_empty() && (goes_on(number) || goes_on(number + 1));
        for (at, _) in line.match_indices("::") {
            let (before, after) = (&line[..at], &line[at + 2..]);
            let start = before
                .rfind(|symbol| !is_part_of_a_name(symbol))
                .map_or(0, |end| end + 1);
            let (ahead, of) = before.split_at(start);
            let variant: String = after
                .chars()
                .take_while(|symbol| is_part_of_a_name(*symbol))
                .collect();
            let is_type = |name: &str| {
                name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
            };
            let is_told_apart = at < arm.len()
                || is_pattern
                || ["== ", "!= ", "let "]
                    .iter()
                    .any(|sign| ahead.ends_with(sign))
                || ahead.contains("matches!(");
            if !is_type(of) || !is_type(&variant) || !is_told_apart {
                continue;
            }
            let of = match (&kind, of) {
                (Some(kind), "Self") => kind.as_str(),
                (_, of) => of,
            };
            let is_private = code.lines().any(|line| {
                line.strip_prefix("enum ")
                    .is_some_and(|rest| rest.split(' ').next() == Some(of))
            });
            if of != "Self" && !is_private {
                found.insert(format!("{of}::{variant}"));
            }
        }
    }
    found
}

fn without_tests(code: &str) -> &str {
    code.split_once("#[cfg(test)]")
        .map_or(code, |(code, _)| code)
}

/// Whether the gallery names the variant, or goes through all of its kind.
fn is_named(variant: &str, gallery: &[&Source]) -> bool {
    let of = variant.split("::").next().unwrap_or_default();
    [variant, &format!("{of}::ALL")].iter().any(|wanted| {
        gallery.iter().any(|source| {
            let code = &source.code;
            code.match_indices(wanted).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                let after = code[at + wanted.len()..].chars().next();
                !before.is_some_and(is_part_of_a_name) && !after.is_some_and(is_part_of_a_name)
            })
        })
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
                (path.starts_with("ui/") || path.starts_with("shown/"))
                    && !READS.iter().any(|reads| path.starts_with(reads))
            })
        })
        .flat_map(|source| {
            let shows = (shows(source).into_iter())
                .filter(|show| !is_called(show, &gallery))
                .map(|show| format!("{}::{}", show.home, show.name));
            let made = (components(source).into_iter()).filter(|name| !is_made(name, &gallery));
            let variants = (told_apart(source).into_iter())
                .filter(|_| source.in_web() != Some(NOT_OURS))
                .filter(|variant| !is_named(variant, &gallery));
            (shows.chain(made).chain(variants))
                .map(|missing| format!("{}: {missing}", source.path))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn whatever_can_be_shown_is_in_the_gallery() {
    let all = sources::all();
    let shown = || {
        all.iter().filter(|source| {
            source
                .in_web()
                .is_some_and(|path| path.starts_with("ui/") || path.starts_with("shown/"))
        })
    };
    let functions: usize = shown().map(|source| shows(source).len()).sum();
    assert!(functions > 80, "only {functions} functions were recognised");
    let structs: usize = shown().map(|source| components(source).len()).sum();
    assert!(structs > 15, "only {structs} components were recognised");
    let variants: usize = shown().map(|source| told_apart(source).len()).sum();
    assert!(variants > 60, "only {variants} variants were recognised");
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
            "pub fn bell(\n    tone: Tone,\n) -> Markup {\n}\npub fn ring(tone: Tone) -> Markup {\n}\npub fn id(name: &str) -> String {\n}\nimpl<'a> Bell<'a> {\n    pub fn new() -> Self {\n    }\n    pub fn loud(mut self) -> Self {\n    }\n    pub fn soft(mut self) -> Self {\n    }\n}\nimpl Render for Bell<'_> {\n    fn render(&self) -> Markup {\n}\n}\npub struct Bell<'a> {\n}\npub struct Gong {\n}\nstruct Own;\nimpl Render for Gong {\n}\nimpl Render for Own {\n}\npub fn peal(tone: Tone) -> Option<String> {\n}\n",
        ),
        Source::planted(
            "crates/web/src/ui/tone.rs",
            "enum Kind {\n}\nimpl Tone {\n    fn class(self) -> X {\n        match self {\n            Self::Good => Mark::Safe,\n            Self::Bad(Order::Up)\n            | Self::Care => x,\n            Kind::Own => x,\n        }\n        if a == Look::Quiet || matches!(b, When::Now | When::Past) {}\n        of(Layout::Wide);\n    }\n}\n",
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
            "use crate::ui::bell::{Bell, ring};\nfn all() { ring(x); Bell::new().loud(); fn made() -> Gong {} Tone::Careful; Tone::Good; When::ALL; case::status(words); my_season::other(x); \"bell(\" }",
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
            "crates/web/src/ui/bell.rs: bell::peal",
            "crates/web/src/ui/bell.rs: Gong",
            "crates/web/src/ui/tone.rs: Look::Quiet",
            "crates/web/src/ui/tone.rs: Order::Up",
            "crates/web/src/ui/tone.rs: Tone::Bad",
            "crates/web/src/ui/tone.rs: Tone::Care",
            "crates/web/src/shown/season.rs: season::status",
            "crates/web/src/shown/season.rs: season::other",
        ]
    );
}
