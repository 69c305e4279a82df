//! A programme's accent: one colour that somebody chose, and the readable colours that are made of it.

use crate::text::Fault;

/// A colour as its red, green and blue parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Accent([u8; 3]);

/// What the pages need of an accent. In each, words keep the contrast of WCAG 2.2 AA at the least, whatever was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The curtain behind white words and golden light.
    pub stage: Accent,
    /// Words, buttons and borders on the page's paper.
    pub brand: Accent,
    /// A tint behind words.
    pub soft: Accent,
    /// The brand under the pointer.
    pub hover: Accent,
}

const WHITE: Accent = Accent([255; 3]);
const BLACK: Accent = Accent([0; 3]);
/// The lightest paper and the deepest shade of the dark theme on which words stand.
const DARK_PAPER: Accent = Accent([0x21, 0x1a, 0x25]);

/// Contrast that is plenty for words (AAA), so that tints of a paper still leave enough.
const WORDS: f64 = 7.0;
/// Golden words stand on the curtain too, which are less bright than white ones.
const CURTAIN: f64 = 10.5;

impl Accent {
    /// Reads `#5a1e4b`, with or without its `#`.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Fault::Missing);
        }
        let digits = typed.strip_prefix('#').unwrap_or(typed);
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Fault::Malformed);
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| Fault::Malformed)?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// Its six digits, as they stand in a file's name.
    pub fn digits(self) -> String {
        let [red, green, blue] = self.0;
        format!("{red:02x}{green:02x}{blue:02x}")
    }

    /// How much lighter the one is than the other, from 1 to 21, as WCAG 2.2 measures it.
    pub fn contrast(self, with: Self) -> f64 {
        let (one, other) = (self.luminance(), with.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The colours of the light theme: the accent itself wherever it is dark enough.
    pub fn light(self) -> Palette {
        let brand = self.until(BLACK, |colour| colour.contrast(WHITE) >= WORDS);
        Palette {
            stage: brand.until(BLACK, |colour| colour.contrast(WHITE) >= CURTAIN),
            brand,
            soft: brand.mixed(WHITE, 90),
            hover: brand.mixed(BLACK, 30),
        }
    }

    /// The colours of the dark theme: the accent made light enough for words.
    pub fn dark(self) -> Palette {
        let brand = self.until(WHITE, |colour| colour.contrast(DARK_PAPER) >= WORDS);
        Palette {
            stage: self.light().stage.mixed(BLACK, 25),
            brand,
            soft: self
                .light()
                .brand
                .mixed(DARK_PAPER, 60)
                .until(DARK_PAPER, |soft| brand.contrast(soft) >= 5.0),
            hover: brand.mixed(WHITE, 45),
        }
    }

    /// Whether words can be written in it as it is, so that nothing of it was changed.
    pub fn is_readable(self) -> bool {
        self.light().brand == self
    }

    /// A hundredth at a time towards the other colour, until it will do.
    fn until(self, other: Self, will_do: impl Fn(Self) -> bool) -> Self {
        (0..=100)
            .map(|part| self.mixed(other, part))
            .find(|colour| will_do(*colour))
            .unwrap_or(other)
    }

    /// Mixed with so many hundredths of the other.
    fn mixed(self, other: Self, part: u16) -> Self {
        let mut mixed = self.0;
        for (channel, towards) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*channel) * (100 - part) + u16::from(towards) * part;
            *channel = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// Relative luminance.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl std::fmt::Display for Accent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: Accent = Accent([0xf3, 0xb0, 0x3c]);
    /// The darkest paper of each theme that the pages have, on which words are hardest to read.
    const SUNKEN: Accent = Accent([0xf0, 0xee, 0xf2]);
    const INK: Accent = Accent([0x22, 0x1a, 0x23]);
    const DARK_INK: Accent = Accent([0xf2, 0xeb, 0xf3]);

    fn colour(typed: &str) -> Accent {
        Accent::parse(typed).expect("a colour")
    }

    #[test]
    fn a_colour_is_read_and_written() {
        assert_eq!(colour(" 5A1E4B ").to_string(), "#5a1e4b");
        assert_eq!(colour("#00ff7f").digits(), "00ff7f");
        assert_eq!(Accent::parse("  "), Err(Fault::Missing));
        for wrong in ["damson", "#12345", "#1234567", "#ggggqq", "red;}", "+12345"] {
            assert_eq!(Accent::parse(wrong), Err(Fault::Malformed), "{wrong}");
        }
    }

    #[test]
    fn contrast_is_measured_as_the_guidelines_do() {
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
        assert!((colour("#767676").contrast(WHITE) - 4.54).abs() < 0.005);
    }

    #[test]
    fn a_dark_colour_stays_and_a_pale_one_is_darkened() {
        assert!(colour("#5a1e4b").is_readable());
        assert_eq!(colour("#5a1e4b").light().brand, colour("#5a1e4b"));
        assert!(!colour("#ffee00").is_readable());
        assert_eq!(colour("#ffffff").light().brand.to_string(), "#595959");
    }

    #[test]
    fn whatever_is_chosen_can_be_read_in_both_themes() {
        let enough = |words: Accent, on: Accent, what: &str| {
            assert!(words.contrast(on) >= 4.5, "{what}: {words} on {on}");
        };
        let channel = [0_u8, 51, 102, 153, 204, 255];
        for red in channel {
            for green in channel {
                for blue in channel {
                    let chosen = Accent([red, green, blue]);
                    let light = chosen.light();
                    enough(WHITE, light.stage, "words on the curtain");
                    enough(GOLD, light.stage, "gold on the curtain");
                    enough(WHITE, light.brand, "a button's words");
                    enough(WHITE, light.hover, "a button's words under the pointer");
                    enough(light.brand, SUNKEN, "words on paper");
                    enough(light.brand, light.soft, "words on their tint");
                    enough(INK, light.soft, "ink on the tint");
                    let dark = chosen.dark();
                    enough(WHITE, dark.stage, "words on the dark curtain");
                    enough(GOLD, dark.stage, "gold on the dark curtain");
                    enough(dark.brand, DARK_PAPER, "words on dark paper");
                    enough(dark.hover, DARK_PAPER, "words under the pointer");
                    enough(dark.brand, dark.soft, "words on their dark tint");
                    enough(DARK_INK, dark.soft, "ink on the dark tint");
                }
            }
        }
    }
}
