//! Letters as their readers see them: `.eml` files taken apart.

use std::path::Path;

/// A letter that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The bare address.
    pub(crate) to: String,
    /// The bare address that answers go to.
    pub(crate) reply_to: String,
    pub(crate) subject: String,
    /// The plain text part.
    pub(crate) text: String,
    /// The HTML part.
    pub(crate) html: String,
}

impl Letter {
    /// Every letter in the folder, oldest first.
    pub(crate) fn all_in(folder: &Path) -> Vec<Self> {
        let Ok(entries) = folder.read_dir() else {
            return Vec::new();
        };
        let mut paths: Vec<_> = entries
            .map(|entry| entry.expect("the folder of letters can be read").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        paths.sort();
        paths
            .iter()
            .map(|path| Self::read(&std::fs::read_to_string(path).expect("a letter is ASCII")))
            .collect()
    }

    /// Takes a letter apart.
    pub(crate) fn read(message: &str) -> Self {
        let message = message.replace("\r\n", "\n");
        let (head, body) = message.split_once("\n\n").unwrap_or((&message, ""));
        Self {
            to: bare(&header(head, "To")),
            reply_to: bare(&header(head, "Reply-To")),
            subject: decoded_words(&header(head, "Subject")),
            text: part(head, body, "text/plain"),
            html: part(head, body, "text/html"),
        }
    }

    /// The path of the one link in it that begins so, for example `/accounts/sign-in/`.
    #[track_caller]
    pub(crate) fn link(&self, beginning: &str) -> String {
        let mut found: Vec<_> = self
            .text
            .split_whitespace()
            .filter_map(|word| word.split_once("://"))
            .filter_map(|(_, rest)| {
                rest.find('/')
                    .map(|at| rest[at..].trim_end_matches(['.', ',', '>', ')']))
            })
            .filter(|path| path.starts_with(beginning))
            .collect();
        found.dedup();
        assert_eq!(found.len(), 1, "links to {beginning} in:\n{}", self.text);
        found.remove(0).to_owned()
    }

    /// The code that stands on a line of its own, without its spaces and dashes.
    #[track_caller]
    pub(crate) fn code(&self) -> String {
        let is_code = |line: &&str| {
            let symbols = line.chars().filter(char::is_ascii_alphanumeric).count();
            (6..=12).contains(&symbols)
                && line.chars().all(|symbol| {
                    symbol.is_ascii_digit() || symbol.is_ascii_uppercase() || " -".contains(symbol)
                })
        };
        let found: Vec<_> = self.text.lines().map(str::trim).filter(is_code).collect();
        assert_eq!(found.len(), 1, "codes in:\n{}", self.text);
        found[0].replace([' ', '-'], "")
    }
}

/// An address without the name before it.
fn bare(mailbox: &str) -> String {
    let bare = mailbox.rsplit_once('<');
    bare.map_or(mailbox, |(_, address)| address.trim_end_matches('>'))
        .to_owned()
}

/// A header's value, unfolded; empty if it is not there.
fn header(head: &str, name: &str) -> String {
    let unfolded = head.replace("\n ", " ").replace("\n\t", " ");
    let prefix = format!("{}:", name.to_lowercase());
    let line = unfolded
        .lines()
        .find(|line| line.to_lowercase().starts_with(&prefix));
    line.map(|line| line[prefix.len()..].trim().to_owned())
        .unwrap_or_default()
}

/// The text of the first part of this kind, decoded; empty if there is none.
fn part(head: &str, body: &str, wanted: &str) -> String {
    let kind = header(head, "Content-Type");
    let Some((_, boundary)) = kind.split_once("boundary=") else {
        return if kind.starts_with(wanted) {
            decoded(&header(head, "Content-Transfer-Encoding"), body)
        } else {
            String::new()
        };
    };
    let boundary = format!(
        "--{}",
        boundary
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_matches('"')
    );
    body.split(boundary.as_str())
        .filter_map(|piece| piece.trim_start_matches('\n').split_once("\n\n"))
        .map(|(head, body)| self::part(head, body, wanted))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

fn decoded(encoding: &str, body: &str) -> String {
    match encoding.to_lowercase().as_str() {
        "quoted-printable" => text(&quoted_printable(&body.replace("=\n", ""))),
        "base64" => text(&base64(body)),
        _ => body.to_owned(),
    }
}

/// `=?utf-8?b?…?=` and `=?utf-8?q?…?=`, as a subject has them.
fn decoded_words(value: &str) -> String {
    let mut words = String::new();
    let mut rest = value;
    while let Some(at) = rest.find("=?") {
        let mut parts = rest[at + 2..].splitn(4, '?');
        let (Some(_), Some(encoding), Some(content), Some(after)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            break;
        };
        words.push_str(&rest[..at]);
        words.push_str(&match encoding.to_lowercase().as_str() {
            "b" => text(&base64(content)),
            _ => text(&quoted_printable(&content.replace('_', " "))),
        });
        let after = after.trim_start_matches('=');
        // White space between two encoded words belongs to neither.
        rest = if after.trim_start().starts_with("=?") {
            after.trim_start()
        } else {
            after
        };
    }
    words + rest
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("a letter's text is UTF-8")
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match code {
            Some(byte) if *first == b'=' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0);
    for digit in text
        .bytes()
        .filter_map(|symbol| DIGITS.iter().position(|digit| *digit == symbol))
    {
        bits = (bits << 6) | u32::try_from(digit).expect("a digit is small");
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).expect("a byte is masked"));
        }
    }
    bytes
}

#[test]
fn a_letter_is_taken_apart() {
    let message = "From: a@b.example\r\nTo: \"Si=C3=A2n\" <sian@council.example>\r\nSubject: =?utf-8?b?WW91ciBub21pbmF0aW9u?=\r\n =?utf-8?q?_=E2=80=93_a_copy?=\r\n\
        Content-Type: multipart/alternative;\r\n boundary=\"xyz\"\r\n\r\n--xyz\r\nContent-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\nDear Si=C3=A2n,\r\nhttp://award.example/accounts/sign-in/ab=\r\ncd\r\n\r\n123 456\r\n\
        --xyz\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--xyz--\r\n";
    let letter = Letter::read(message);
    assert_eq!(letter.to, "sian@council.example");
    assert_eq!(letter.subject, "Your nomination – a copy");
    assert_eq!(letter.link("/accounts/sign-in/"), "/accounts/sign-in/abcd");
    assert_eq!(letter.code(), "123456");
    assert_eq!(letter.html.trim(), "<p>x</p>");
    assert_eq!(text(&base64("w6k=")), "é");
}
