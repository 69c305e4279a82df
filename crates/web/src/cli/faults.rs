//! What is wrong with the files that a command reads: every fault with its file and line, all of them at once.

use std::fmt::Write as _;
use std::io;

/// Everything that is wrong with the files of one command.
///
/// Faults are told file by file in the order in which the files were opened, and in each from the top; what concerns a
/// file as a whole comes first.
#[derive(Debug, Default)]
pub(super) struct Faults {
    files: Vec<String>,
    faults: Vec<(usize, u32, String)>,
}

/// One of the files, to be named by its faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct File(usize);

impl Faults {
    /// A file that is about to be read.
    pub(super) fn file(&mut self, name: &str) -> File {
        self.files.push(name.to_owned());
        File(self.files.len() - 1)
    }

    /// The name of a file, as it was given.
    pub(super) fn name(&self, file: File) -> &str {
        &self.files[file.0]
    }

    /// A fault of this line.
    pub(super) fn at(&mut self, file: File, line: u32, what: impl Into<String>) {
        self.faults.push((file.0, line, what.into()));
    }

    /// A fault of the file as a whole.
    pub(super) fn of(&mut self, file: File, what: impl Into<String>) {
        self.at(file, 0, what);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// `file:line: what`, a line for each, and how many they are.
    pub(super) fn tell(&mut self, out: &mut impl io::Write, undone: &str) -> io::Result<()> {
        self.faults.sort();
        self.faults.dedup();
        for (file, line, what) in &self.faults {
            let name = shown(&self.files[*file]);
            if *line == 0 {
                writeln!(out, "{name}: {what}")?;
            } else {
                writeln!(out, "{name}:{line}: {what}")?;
            }
        }
        match self.faults.len() {
            1 => writeln!(out, "1 fault; {undone}."),
            many => writeln!(out, "{many} faults; {undone}."),
        }
    }
}

/// A text from a file as a terminal may show it: what would move the cursor or hide is spelt out, and it is not long.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut safe = String::new();
    for (place, symbol) in text.chars().enumerate() {
        if place == MOST {
            safe.push('…');
            break;
        }
        if symbol.is_control() || is_hidden(symbol) {
            // Writing to a string cannot fail.
            let _ = write!(safe, "{}", symbol.escape_default());
        } else {
            safe.push(symbol);
        }
    }
    safe
}

/// Marks that turn the direction of a text or take no place, so that two texts look the same or one reads backwards.
fn is_hidden(symbol: char) -> bool {
    matches!(symbol, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_told_file_by_file_and_from_the_top_each_once() {
        let mut faults = Faults::default();
        let (one, two) = (faults.file("one.csv"), faults.file("two.csv"));
        faults.at(two, 3, "third");
        faults.at(one, 12, "twelfth");
        faults.at(one, 2, "second");
        faults.of(one, "all of it");
        faults.at(two, 3, "third");
        let mut told = Vec::new();
        faults
            .tell(&mut told, "nothing was done")
            .expect("memory takes it");
        assert_eq!(
            String::from_utf8_lossy(&told),
            "one.csv: all of it\none.csv:2: second\none.csv:12: twelfth\ntwo.csv:3: third\n4 faults; nothing was done.\n"
        );
    }

    #[test]
    fn what_could_lead_a_terminal_astray_is_spelt_out() {
        assert_eq!(shown("a\x1b[2Jb\n\u{202e}c"), "a\\u{1b}[2Jb\\n\\u{202e}c");
        assert_eq!(shown(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }
}
