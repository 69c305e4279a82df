//! A programme's mark: which pictures may be one, and the bytes that are kept of it.

mod name;
mod png;
mod svg;
#[cfg(test)]
mod tests;

pub use name::MarkName;

/// The most that a mark may weigh, in bytes; a page and all that it loads may weigh three times this.
pub const LARGEST_MARK: usize = 20 * 1024;

/// The longest side of a picture made of points.
pub const LONGEST_SIDE: u32 = 2_000;

/// How many times longer one side may be than the other.
pub const LONGEST_SHAPE: u32 = 8;

/// The two kinds of picture that every browser shows and that need no script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Drawn by words.
    Svg,
    /// Made of points.
    Png,
}

impl Kind {
    /// What its file's name ends with.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// What a browser is told that it is.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// A picture that may be shown: whatever its file said beside the picture is not in its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its kind, by its content.
    pub kind: Kind,
    /// Its width and height, as it was drawn.
    pub size: (u32, u32),
    /// The file, written anew.
    pub bytes: Vec<u8>,
}

/// Why a file is no mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is none, or it is empty.
    Missing,
    /// It weighs more than [`LARGEST_MARK`].
    TooHeavy,
    /// It is neither of the two kinds.
    NotAPicture,
    /// It begins as a PNG and cannot be read to its end.
    BrokenPng,
    /// It has more points than anybody sees, or none.
    TooManyPoints {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// It is a ribbon.
    TooLong,
    /// It does not say how large it is.
    NoSize,
    /// It moves or blinks.
    Moves,
    /// It begins as an SVG and is no well-formed XML.
    NotWellFormed,
    /// It has a document type, which may define entities.
    DocumentType,
    /// It has a script.
    Script,
    /// It has something that runs when something happens.
    Handler {
        /// The attribute.
        name: String,
    },
    /// It has a piece of another kind of page in it.
    ForeignObject,
    /// It would fetch something from elsewhere.
    Reference,
    /// One of its styles has an address in it.
    StyleReference,
    /// It repeats parts of itself without end, or more often than can be drawn.
    Repeats,
    /// It has a part that a mark may not have.
    Part {
        /// The element or rule.
        name: String,
    },
}

impl Mark {
    /// Reads a file by its content; what it is called says nothing.
    pub fn read(file: &[u8]) -> Result<Self, Unfit> {
        if file.is_empty() {
            return Err(Unfit::Missing);
        }
        if file.len() > LARGEST_MARK {
            return Err(Unfit::TooHeavy);
        }
        let mark = if png::begins(file) {
            png::read(file)?
        } else {
            svg::read(file)?
        };
        // Written anew, a file can have grown.
        if mark.bytes.len() > LARGEST_MARK {
            return Err(Unfit::TooHeavy);
        }
        let (width, height) = mark.size;
        let (short, long) = (width.min(height), width.max(height));
        if long > short.saturating_mul(LONGEST_SHAPE) {
            return Err(Unfit::TooLong);
        }
        Ok(mark)
    }
}

/// A part's name as a sentence can hold it.
fn called(name: &str) -> String {
    name.chars()
        .filter(|letter| !letter.is_control())
        .take(40)
        .collect()
}
