//! The zip that a package is: members side by side without compression, at one fixed time, so that the same members are
//! the same bytes whatever program or version wrote them; and its strict reader, which takes no other zip.
//!
//! A library's writer chooses the fine print (versions, flags, attributes), and a compressor its bytes, anew with each
//! release; here both are fixed, and a reader that knows them finds any byte that differs. What is not compressed can
//! neither swell. Layout: PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.

use std::io::{self, Write};
use std::ops::Range;

use flate2::Crc;

use super::fault::Fault;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0 of the format, and UTF-8 names.
const VERSION: u16 = 20;
const FLAGS: u16 = 0x0800;
/// 1 January 1980, midnight: the format's first day.
const DATE: u16 = 0x0021;
/// The length of a member's header before its name.
const HEADER: usize = 30;

/// What the table at the end says of a member.
struct Entry {
    name: String,
    crc: u32,
    size: u32,
    offset: u32,
}

/// Writes members one after another.
pub(super) struct Writer<W> {
    out: W,
    entries: Vec<Entry>,
    offset: u32,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            out,
            entries: Vec::new(),
            offset: 0,
        }
    }

    /// Adds a member.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let entry = Entry {
            name: name.to_owned(),
            crc: crc_of(bytes),
            size: small(bytes.len())?,
            offset: self.offset,
        };
        let header = header(&entry);
        self.out.write_all(&header)?;
        self.out.write_all(bytes)?;
        let length = small(header.len() + bytes.len())?;
        self.offset = self.offset.checked_add(length).ok_or_else(too_large)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Writes the table at the end.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.write_all(&tail(&self.entries, self.offset)?.0)?;
        self.out.flush()
    }
}

fn small(length: usize) -> io::Result<u32> {
    u32::try_from(length).map_err(|_| too_large())
}

fn too_large() -> io::Error {
    io::Error::other("a package holds no more than 4 GB")
}

fn crc_of(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// What both headers of a member share, from the version on.
fn shared(entry: &Entry, bytes: &mut Vec<u8>) {
    for field in [VERSION, FLAGS, 0, 0, DATE] {
        bytes.extend(field.to_le_bytes());
    }
    for field in [entry.crc, entry.size, entry.size] {
        bytes.extend(field.to_le_bytes());
    }
    let length = u16::try_from(entry.name.len()).unwrap_or(u16::MAX);
    bytes.extend(length.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
}

fn header(entry: &Entry) -> Vec<u8> {
    let mut bytes = LOCAL.to_le_bytes().to_vec();
    shared(entry, &mut bytes);
    bytes.extend(entry.name.as_bytes());
    bytes
}

/// The table at the end, and where each of its parts ends.
fn tail(entries: &[Entry], offset: u32) -> io::Result<(Vec<u8>, Vec<usize>)> {
    let mut bytes = Vec::new();
    let mut ends = Vec::with_capacity(entries.len());
    for entry in entries {
        bytes.extend(CENTRAL.to_le_bytes());
        bytes.extend(VERSION.to_le_bytes());
        shared(entry, &mut bytes);
        // No comment, the first disk, nothing inside or outside to know.
        bytes.extend([0; 10]);
        bytes.extend(entry.offset.to_le_bytes());
        bytes.extend(entry.name.as_bytes());
        ends.push(bytes.len());
    }
    let size = small(bytes.len())?;
    let many = u16::try_from(entries.len()).map_err(|_| too_large())?;
    bytes.extend(END.to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend(many.to_le_bytes());
    bytes.extend(many.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(offset.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    Ok((bytes, ends))
}

/// Where a member's bytes lie, by its name, in the order of the file.
pub(super) type Found = Vec<(String, Range<usize>)>;

/// Reads what [`Writer`] wrote. Whatever differs from it by a byte is a fault with the name of where it is.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Vec<Fault>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut found = Found::new();
    let mut faults = Vec::new();
    let mut at = 0;
    if bytes.get(..4).and_then(number) != Some(LOCAL) {
        return Err(vec![Fault::NoPackage]);
    }
    while bytes.get(at..at + 4).and_then(number) == Some(LOCAL) {
        match member(bytes, at) {
            Ok((entry, range)) => {
                if crc_of(&bytes[range.clone()]) != entry.crc {
                    faults.push(Fault::Damaged(entry.name.clone()));
                }
                if found.iter().any(|(name, _)| *name == entry.name) {
                    faults.push(Fault::Twice(entry.name.clone()));
                }
                at = range.end;
                found.push((entry.name.clone(), range));
                entries.push(entry);
            }
            Err(fault) => {
                // Where a member's length is not known, nothing after it can be read either.
                faults.push(fault);
                return Err(faults);
            }
        }
    }
    faults.extend(read_tail(bytes, at, &entries));
    if faults.is_empty() {
        Ok(found)
    } else {
        Err(faults)
    }
}

/// The member whose header begins here.
fn member(bytes: &[u8], at: usize) -> Result<(Entry, Range<usize>), Fault> {
    let after = bytes.len().saturating_sub(at);
    if after < HEADER {
        return Err(Fault::Truncated);
    }
    let head = &bytes[at..at + HEADER];
    let length = usize::from(u16::from_le_bytes([head[26], head[27]]));
    let size = number(&head[18..22]).unwrap_or(u32::MAX);
    let start = at + HEADER + length;
    let name = bytes.get(at + HEADER..start).ok_or(Fault::Truncated)?;
    let name = std::str::from_utf8(name).map_err(|_| Fault::Lost { at })?;
    if !is_plain(name) {
        return Err(Fault::Path(name.escape_debug().to_string()));
    }
    let entry = Entry {
        name: name.to_owned(),
        crc: number(&head[14..18]).unwrap_or_default(),
        size,
        offset: u32::try_from(at).map_err(|_| Fault::Lost { at })?,
    };
    if head[8..10] != [0, 0] {
        return Err(Fault::Compressed(entry.name));
    }
    if head != &header(&entry)[..HEADER] {
        return Err(Fault::Header(entry.name));
    }
    let end = usize::try_from(size)
        .ok()
        .and_then(|size| start.checked_add(size));
    match end.filter(|end| *end <= bytes.len()) {
        Some(end) => Ok((entry, start..end)),
        None => Err(Fault::Truncated),
    }
}

/// Letters, digits, dots, dashes: a name that leads nowhere.
fn is_plain(name: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    !name.is_empty() && !name.starts_with('.') && name.bytes().all(letters)
}

fn number(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// What is wrong with the table at the end.
fn read_tail(bytes: &[u8], at: usize, entries: &[Entry]) -> Option<Fault> {
    let (expected, ends) = tail(entries, u32::try_from(at).ok()?).ok()?;
    let is = &bytes[at..];
    if is == expected {
        return None;
    }
    let same = is.iter().zip(&expected).take_while(|(is, to)| is == to);
    let place = same.count();
    if place == is.len() {
        return Some(Fault::Truncated);
    }
    if place == expected.len() {
        return Some(Fault::Trailing);
    }
    let entry = ends.iter().position(|end| place < *end);
    let name = entry.and_then(|entry| entries.get(entry));
    Some(match name {
        // Neither a member nor the table begins here.
        Some(_) if place < 4 => Fault::Lost { at },
        Some(entry) => Fault::Table(entry.name.clone()),
        None => Fault::End,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes);
        for (name, content) in members {
            writer.add(name, content).expect("memory takes it");
        }
        writer.finish().expect("memory takes it");
        bytes
    }

    #[test]
    fn what_was_written_reads_back_and_every_other_byte_is_found() {
        let bytes = zipped(&[("a.csv", b"one\n"), ("b.json", b"{}"), ("empty", b"")]);
        let found = read(&bytes).expect("a zip of ours");
        let read_back: Vec<_> = found
            .iter()
            .map(|(name, range)| (name.as_str(), &bytes[range.clone()]))
            .collect();
        assert_eq!(
            read_back,
            [
                ("a.csv", b"one\n".as_slice()),
                ("b.json", b"{}"),
                ("empty", b"")
            ]
        );
        for at in 0..bytes.len() {
            for bit in [1, 0x20, 0x80] {
                let mut changed = bytes.clone();
                changed[at] ^= bit;
                assert!(read(&changed).is_err(), "byte {at}, bit {bit}");
            }
            assert!(read(&bytes[..at]).is_err(), "cut at {at}");
        }
        let longer = [bytes.as_slice(), b"x"].concat();
        assert_eq!(read(&longer), Err(vec![Fault::Trailing]));
    }

    #[test]
    fn names_that_lead_elsewhere_and_members_twice_are_refused() {
        for name in [
            "../x",
            "/etc/x",
            "a/b",
            "a\\b",
            "..",
            ".x",
            "C:x",
            "",
            "\u{202e}x",
        ] {
            let found = read(&zipped(&[(name, b"x")]));
            let name = name.escape_debug().to_string();
            assert_eq!(found, Err(vec![Fault::Path(name)]));
        }
        let twice = read(&zipped(&[("a", b"x"), ("a", b"y")]));
        assert_eq!(twice, Err(vec![Fault::Twice("a".to_owned())]));
    }

    #[test]
    fn a_member_that_would_swell_is_refused_before_it_does() {
        let mut bytes = zipped(&[("a", b"x")]);
        bytes[8] = 8;
        assert_eq!(read(&bytes), Err(vec![Fault::Compressed("a".to_owned())]));
        let mut bytes = zipped(&[("a", b"x")]);
        bytes[18..26].copy_from_slice(&[0xff; 8]);
        assert_eq!(read(&bytes), Err(vec![Fault::Truncated]));
    }
}
