//! Fields and records of a CSV text (RFC 4180, with any line ends), each record with its line and its fault.

/// One record. Fields that are not in quotes have no spaces at their ends.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// The line on which it begins.
    pub(super) line: u32,
    text: &'a str,
    ends: &'a [usize],
    /// What is wrong with its quotes, if anything is.
    pub(super) fault: Option<&'static str>,
    /// And on which line.
    pub(super) fault_line: u32,
}

impl Record<'_> {
    /// How many fields it has; at least one.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// One of them.
    pub(super) fn field(&self, place: usize) -> &str {
        let from = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[from..self.ends[place]]
    }
}

/// Gives every record that is not blank to `take`, in order.
pub(super) fn read(bytes: &[u8], separator: u8, line: u32, mut take: impl FnMut(Record<'_>)) {
    let mut reader = Reader {
        bytes,
        separator,
        at: 0,
        line,
        text: Vec::new(),
        ends: Vec::new(),
        fault: None,
    };
    while reader.at < bytes.len() {
        let line = reader.line;
        reader.record();
        // It was cut from a text at ASCII bytes only.
        let text = std::str::from_utf8(&reader.text).unwrap_or_default();
        if text.is_empty() && reader.fault.is_none() {
            continue; // a blank line, or one of separators alone, as spreadsheets leave them at the end
        }
        take(Record {
            line,
            text,
            ends: &reader.ends,
            fault: reader.fault.map(|fault| fault.1),
            fault_line: reader.fault.map_or(line, |fault| fault.0),
        });
    }
}

/// The lines of a file, whatever ends them.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let bytes = rest?;
        let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
        rest = end.map(|end| &bytes[end + line_end(&bytes[end..])..]);
        Some(&bytes[..end.unwrap_or(bytes.len())])
    })
}

/// The first line with anything on it.
pub(super) fn first_line(text: &str) -> &str {
    (text.split(['\r', '\n']))
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default()
}

/// How many bytes the line end takes that the bytes begin with; nought if they begin with none.
fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    separator: u8,
    at: usize,
    line: u32,
    text: Vec<u8>,
    ends: Vec<usize>,
    fault: Option<(u32, &'static str)>,
}

impl Reader<'_> {
    fn record(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.fault = None;
        loop {
            self.field();
            self.ends.push(self.text.len());
            if self.bytes.get(self.at) == Some(&self.separator) {
                self.at += 1;
                continue;
            }
            let end = line_end(&self.bytes[self.at..]);
            self.at += end;
            self.line = self.line.saturating_add(u32::from(end > 0));
            return;
        }
    }

    fn field(&mut self) {
        while self
            .bytes
            .get(self.at)
            .is_some_and(|byte| self.is_space(*byte))
        {
            self.at += 1;
        }
        if self.bytes.get(self.at) == Some(&b'"') {
            self.quoted();
            let after = self.bare();
            if !after.is_empty() && self.fault.is_none() {
                self.fault = Some((
                    self.line,
                    "there is text after a closing quote; a quote within quotes is written twice",
                ));
            }
        } else {
            let field = self.bare();
            self.text.extend_from_slice(&self.bytes[field]);
        }
    }

    /// What stands before the next separator or line end, without the spaces around it.
    fn bare(&mut self) -> std::ops::Range<usize> {
        let rest = &self.bytes[self.at..];
        let length = (rest.iter())
            .position(|byte| *byte == self.separator || matches!(byte, b'\r' | b'\n'))
            .unwrap_or(rest.len());
        let (mut from, mut to) = (self.at, self.at + length);
        self.at = to;
        while from < to && self.is_space(self.bytes[from]) {
            from += 1;
        }
        while from < to && self.is_space(self.bytes[to - 1]) {
            to -= 1;
        }
        from..to
    }

    fn quoted(&mut self) {
        let opened = self.line;
        self.at += 1;
        loop {
            match &self.bytes[self.at..] {
                [] => {
                    self.fault = Some((opened, "a quote is opened here and never closed"));
                    return;
                }
                [b'"', b'"', ..] => {
                    self.text.push(b'"');
                    self.at += 2;
                }
                [b'"', ..] => {
                    self.at += 1;
                    return;
                }
                [byte, rest @ ..] => {
                    let is_end = *byte == b'\n' || (*byte == b'\r' && rest.first() != Some(&b'\n'));
                    self.line = self.line.saturating_add(u32::from(is_end));
                    self.text.push(*byte);
                    self.at += 1;
                }
            }
        }
    }

    fn is_space(&self, byte: u8) -> bool {
        byte != self.separator && matches!(byte, b' ' | b'\t')
    }
}
