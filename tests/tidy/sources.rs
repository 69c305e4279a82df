//! The repository's own files, as the rules read them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// One file of the repository.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// From the repository's root, with `/`.
    pub(super) path: String,
    /// All of it; a file that is no text is read as far as it goes.
    pub(super) text: String,
    /// For Rust: the text with comments and the insides of strings blanked, line for line.
    pub(super) code: String,
}

impl Source {
    /// A file that is not there, for planting a breach.
    pub(super) fn planted(path: &str, text: &str) -> Self {
        let code = if has_ending(path, "rs") {
            code_of(text)
        } else {
            String::new()
        };
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
        }
    }

    /// Whether it is Rust.
    pub(super) fn is_rust(&self) -> bool {
        has_ending(&self.path, "rs")
    }

    /// The file's path within the web crate's `src`, if it is there.
    pub(super) fn in_web(&self) -> Option<&str> {
        self.path.strip_prefix("crates/web/src/")
    }

    /// The lines of code that hold one of the words, as `path:line: word`.
    pub(super) fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for (number, line) in self.code.lines().enumerate() {
            for word in words {
                if line.contains(word) {
                    found.push(format!("{}:{}: {word}", self.path, number + 1));
                }
            }
        }
        found
    }
}

/// Whether a path's name ends in `.ending`.
pub(super) fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found == ending)
}

/// The repository's root.
pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests lie in a folder of the repository")
        .to_owned()
}

/// Every file that is or would be committed.
pub(super) fn all() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let listing = Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(root())
            .output()
            .expect("git is there");
        assert!(
            listing.status.success(),
            "{}",
            String::from_utf8_lossy(&listing.stderr)
        );
        let mut paths: Vec<String> = String::from_utf8(listing.stdout)
            .expect("file names are UTF-8")
            .split_terminator('\0')
            .map(str::to_owned)
            .collect();
        paths.sort();
        paths.dedup();
        paths
            .iter()
            .filter_map(|path| {
                let bytes = std::fs::read(root().join(path)).ok()?; // deleted, and not yet committed so
                Some(Source::planted(path, &String::from_utf8_lossy(&bytes)))
            })
            .collect()
    })
}

/// The Rust files among them.
pub(super) fn rust() -> impl Iterator<Item = &'static Source> {
    all().iter().filter(|source| source.is_rust())
}

/// Rust text without its comments and the insides of its strings; lines stay where they are.
pub(super) fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let skipped = comment(rest)
            .or_else(|| string(rest))
            .or_else(|| character(rest));
        if let Some(length) = skipped {
            code.push(if next == '"' { '"' } else { ' ' });
            code.extend(rest[..length].chars().filter(|symbol| *symbol == '\n'));
            rest = &rest[length..];
        } else {
            // A word at a time, so that the `r` of `for"` is not taken for a raw string's.
            let word = rest
                .find(|symbol: char| !symbol.is_alphanumeric() && symbol != '_')
                .unwrap_or(rest.len());
            let length = word.max(next.len_utf8());
            code.push_str(&rest[..length]);
            rest = &rest[length..];
        }
    }
    code
}

/// The length of the comment that `rest` begins with.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    let inside = rest.strip_prefix("/*")?;
    let mut depth = 1_usize;
    let mut at = 0;
    while depth > 0 {
        let (open, close) = (inside[at..].find("/*"), inside[at..].find("*/"));
        match (open, close) {
            (Some(open), Some(close)) if open < close => {
                depth += 1;
                at += open + 2;
            }
            (_, Some(close)) => {
                depth -= 1;
                at += close + 2;
            }
            (_, None) => return Some(rest.len()),
        }
    }
    Some(at + 2)
}

/// The length of the string literal that `rest` begins with.
fn string(rest: &str) -> Option<usize> {
    let bare = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - bare.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = bare.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
        return Some(prefix + 1 + hashes + 1 + length);
    }
    let inside = bare.strip_prefix('"')?;
    let mut escaped = false;
    for (at, symbol) in inside.char_indices() {
        match symbol {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(prefix + 1 + at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// The length of the character literal that `rest` begins with; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let mut symbols = inside.char_indices();
    let (_, first) = symbols.next()?;
    if first == '\\' {
        symbols.next()?;
        return inside[2..].find('\'').map(|at| at + 2 + 2);
    }
    let (at, second) = symbols.next()?;
    (second == '\'').then_some(at + 2)
}

#[test]
fn comments_and_strings_are_not_code() {
    let text = "a /* x /* y */ z */ b // c\n\"d \\\" e\" f r#\"g \" h\"# i '\"' j 'k' l\n&'m n b\"o\" p '\\'' q";
    assert_eq!(code_of(text), "a   b  \n\" f   i   j   l\n&'m n   p   q");
}

#[test]
fn blanking_keeps_every_line_where_it_was() {
    for source in rust() {
        assert_eq!(
            source.code.lines().count(),
            source.text.lines().count(),
            "{}",
            source.path
        );
    }
}
