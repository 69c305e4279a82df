//! A picture made of points: read to its last point, and written anew without what stands beside the picture.

use std::io::Cursor;

use png::{Decoder, Limits};

use super::{Kind, LONGEST_SIDE, Mark, Unfit};

const BEGINNING: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The parts that the picture is made of. Whatever else is in a file (when and where it was taken, with what, a second
/// file behind the end) is left out.
const KEPT: [&[u8; 4]; 8] = [
    b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND",
];

/// What says that there are several pictures, shown one after the other.
const SEVERAL: &[u8; 4] = b"acTL";

/// What decoding may take: a picture with the longest sides, in the deepest colours.
const MEMORY: usize = 40_000_000;

pub(super) fn begins(file: &[u8]) -> bool {
    file.starts_with(BEGINNING)
}

pub(super) fn read(file: &[u8]) -> Result<Mark, Unfit> {
    let parts = parts(file).ok_or(Unfit::BrokenPng)?;
    let size = size(&parts).ok_or(Unfit::BrokenPng)?;
    let (width, height) = size;
    if [width, height]
        .iter()
        .any(|side| !(1..=LONGEST_SIDE).contains(side))
    {
        return Err(Unfit::TooManyPoints { width, height });
    }
    if parts.iter().any(|part| part.kind == SEVERAL) {
        return Err(Unfit::Moves);
    }
    let mut bytes = BEGINNING.to_vec();
    for part in parts.iter().filter(|part| KEPT.contains(&part.kind)) {
        bytes.extend_from_slice(part.whole);
    }
    // What is kept is what is tried: its points and every check sum.
    decode(&bytes).ok_or(Unfit::BrokenPng)?;
    Ok(Mark {
        kind: Kind::Png,
        size,
        bytes,
    })
}

/// A piece of the file: its length, its kind, what it holds and its check sum.
struct Part<'a> {
    kind: &'a [u8; 4],
    holds: &'a [u8],
    whole: &'a [u8],
}

/// The pieces up to the end of the picture; none if one is cut off.
fn parts(file: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut rest = file.strip_prefix(BEGINNING)?;
    let mut parts = Vec::new();
    loop {
        let (length, _) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (whole, after) = rest.split_at_checked(length.checked_add(12)?)?;
        let (kind, holds) = whole.get(4..)?.split_first_chunk::<4>()?;
        let holds = holds.get(..length)?;
        parts.push(Part { kind, holds, whole });
        if kind == b"IEND" {
            return Some(parts);
        }
        rest = after;
    }
}

/// The width and height, which stand in the first piece.
fn size(parts: &[Part<'_>]) -> Option<(u32, u32)> {
    let first = parts.first().filter(|part| part.kind == b"IHDR")?;
    let (width, rest) = first.holds.split_first_chunk::<4>()?;
    let (height, _) = rest.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

fn decode(file: &[u8]) -> Option<()> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MEMORY });
    decoder.ignore_checksums(false);
    let mut reader = decoder.read_info().ok()?;
    let length = reader.output_buffer_size().filter(|size| *size <= MEMORY)?;
    let mut points = vec![0; length];
    reader.next_frame(&mut points).ok()?;
    reader.finish().ok()
}
