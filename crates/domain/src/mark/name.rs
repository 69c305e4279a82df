//! The name under which a mark is served: what it holds never changes under it.

use super::{Kind, Mark};

/// How large a mark is shown at the most, in points of the page.
const SHOWN: (u32, u32) = (160, 32);

/// How many letters of its digest a mark's name has.
const DIGITS: usize = 32;

/// A mark's name, `{digest}-{width}x{height}.{ending}`: it says all that a page needs to show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MarkName {
    digits: String,
    width: u32,
    height: u32,
    kind: Kind,
}

impl MarkName {
    /// The name of this mark, whose digest is made elsewhere and given in hexadecimal digits.
    pub fn of(mark: &Mark, digest: &str) -> Self {
        let (width, height) = shown(mark.size);
        Self {
            digits: digest.chars().take(DIGITS).collect(),
            width,
            height,
            kind: mark.kind,
        }
    }

    /// Reads a name as it stands in a URL or is kept; there is one way to write each.
    pub fn parse(text: &str) -> Option<Self> {
        let (stem, ending) = text.split_once('.')?;
        let (digits, size) = stem.split_once('-')?;
        let (width, height) = size.split_once('x')?;
        let name = Self {
            digits: digits.to_owned(),
            width: width.parse().ok()?,
            height: height.parse().ok()?,
            kind: [Kind::Svg, Kind::Png]
                .into_iter()
                .find(|kind| kind.ending() == ending)?,
        };
        let is_plain = digits.len() == DIGITS
            && digits
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        (is_plain && name.to_string() == text).then_some(name)
    }

    /// How wide a page shows it.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// How high a page shows it.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

impl std::fmt::Display for MarkName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            digits,
            width,
            height,
            kind,
        } = self;
        write!(f, "{digits}-{width}x{height}.{}", kind.ending())
    }
}

/// As large as fits, in its own shape.
fn shown((width, height): (u32, u32)) -> (u32, u32) {
    let (most_wide, most_high) = SHOWN;
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let at_full_height = (width * u64::from(most_high) + height / 2) / height;
    let part = |length: u64| u32::try_from(length.max(1)).unwrap_or(1);
    if at_full_height <= u64::from(most_wide) {
        (part(at_full_height), most_high)
    } else {
        let high = (height * u64::from(most_wide) + width / 2) / width;
        (most_wide, part(high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        let mark = Mark {
            kind: Kind::Svg,
            size: (640, 128),
            bytes: Vec::new(),
        };
        let name = MarkName::of(&mark, &"0123456789abcdef".repeat(4));
        let text = "0123456789abcdef0123456789abcdef-160x32.svg";
        assert_eq!(name.to_string(), text);
        assert_eq!(MarkName::parse(text), Some(name));
        for wrong in [
            "0123456789abcdef0123456789abcdef-160x32.gif",
            "0123456789ABCDEF0123456789abcdef-160x32.svg",
            "0123456789abcdef-160x32.svg",
            "0123456789abcdef0123456789abcdef-0160x32.svg",
            "0123456789abcdef0123456789abcdef-+160x32.svg",
            "0123456789abcdef0123456789abcdef.svg",
            "",
        ] {
            assert_eq!(MarkName::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_mark_keeps_its_shape() {
        assert_eq!(shown((64, 64)), (32, 32));
        assert_eq!(shown((300, 100)), (96, 32));
        assert_eq!(shown((800, 100)), (160, 20));
        assert_eq!(shown((1, 8)), (4, 32));
        assert_eq!(shown((0, 0)), (32, 32));
    }
}
