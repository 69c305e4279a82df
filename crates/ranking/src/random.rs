//! Random numbers that depend on a seed and on their place only, so that any of them can be had without the others.

use crate::special::normal_quantiles;
use sha2::{Digest, Sha256};

/// What all chance depends on: any bytes, of which the same give the same results on every machine.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Seed(Vec<u8>);

impl Seed {
    /// The seed with these bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }

    /// `SHA-256(seed ‖ id)`, by which lots are drawn: the lowest goes first, and nobody who does not know the seed can
    /// say which it is.
    pub fn lot(&self, id: &str) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(&self.0);
        digest.update(id.as_bytes());
        digest.finalize().into()
    }

    /// The stream of one purpose: `ChaCha20` with the key `SHA-256(purpose ‖ seed)`.
    pub(crate) fn stream(&self, purpose: &str) -> Stream {
        let mut digest = Sha256::new();
        digest.update(purpose.as_bytes());
        digest.update(&self.0);
        let bytes: [u8; 32] = digest.finalize().into();
        let mut key = [0; 8];
        for (word, bytes) in key.iter_mut().zip(bytes.as_chunks::<4>().0) {
            *word = u32::from_le_bytes(*bytes);
        }
        Stream { key }
    }
}

impl From<u64> for Seed {
    /// The seed whose bytes are the decimal digits of the number.
    fn from(number: u64) -> Self {
        Self(number.to_string().into_bytes())
    }
}

/// The key of a stream of 64-bit numbers: number `i` is bytes `8i..8i + 8`, little end first, of the `ChaCha20` stream
/// with nonce and first counter nought (Bernstein 2008: 64 bits of each).
#[derive(Debug, Clone)]
pub(crate) struct Stream {
    key: [u32; 8],
}

/// How many blocks are made together, in the lanes of one vector.
const BLOCKS: usize = 4;

/// How many numbers are made at a time.
const TOGETHER: usize = 512;

/// Numbers in one block.
const NUMBERS: usize = 8;

impl Stream {
    /// The numbers from place `from` on.
    pub(crate) fn fill(&self, from: u64, out: &mut [u64]) {
        let mut skip = usize::try_from(from % NUMBERS as u64).unwrap_or(0);
        let mut block = from / NUMBERS as u64;
        let mut filled = 0;
        while filled < out.len() {
            for words in self.blocks(block) {
                for number in &words[skip..] {
                    if let Some(place) = out.get_mut(filled) {
                        *place = *number;
                        filled += 1;
                    }
                }
                skip = 0;
            }
            block = block.wrapping_add(BLOCKS as u64);
        }
    }

    /// Independent normal numbers from place `from` on: `Φ⁻¹((u + ½)/2⁵³)` with u the upper 53 bits of each.
    pub(crate) fn normals(&self, from: u64, out: &mut [f64]) {
        let mut place = from;
        for chunk in out.chunks_mut(TOGETHER) {
            self.uniforms(place, chunk);
            place = place.wrapping_add(chunk.len() as u64);
            normal_quantiles(chunk);
        }
    }

    /// Numbers between nought and one from place `from` on: `(u + ½)/2⁵³` with u the upper 53 bits of each.
    pub(crate) fn uniforms(&self, from: u64, out: &mut [f64]) {
        let mut numbers = [0; TOGETHER];
        let mut place = from;
        for chunk in out.chunks_mut(TOGETHER) {
            let numbers = &mut numbers[..chunk.len()];
            self.fill(place, numbers);
            place = place.wrapping_add(numbers.len() as u64);
            for (value, &number) in chunk.iter_mut().zip(numbers.iter()) {
                *value = uniform(number);
            }
        }
    }

    fn blocks(&self, counter: u64) -> [[u64; NUMBERS]; BLOCKS] {
        let mut start = [[0u32; BLOCKS]; 16];
        let constants = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];
        for (row, word) in start.iter_mut().zip(constants.iter().chain(&self.key)) {
            *row = [*word; BLOCKS];
        }
        let counters: [u64; BLOCKS] = std::array::from_fn(|lane| counter.wrapping_add(lane as u64));
        start[12] = counters.map(low);
        start[13] = counters.map(|counter| low(counter >> 32));
        let mut state = start;
        for _ in 0..10 {
            for [a, b, c, d] in [
                [0, 4, 8, 12],
                [1, 5, 9, 13],
                [2, 6, 10, 14],
                [3, 7, 11, 15],
                [0, 5, 10, 15],
                [1, 6, 11, 12],
                [2, 7, 8, 13],
                [3, 4, 9, 14],
            ] {
                quarter(&mut state, a, b, c, d);
            }
        }
        let mut out = [[0; NUMBERS]; BLOCKS];
        for (lane, numbers) in out.iter_mut().enumerate() {
            for (pair, number) in numbers.iter_mut().enumerate() {
                let word = |row: usize| u64::from(state[row][lane].wrapping_add(start[row][lane]));
                *number = word(2 * pair) | word(2 * pair + 1) << 32;
            }
        }
        out
    }
}

/// `(u + ½)/2⁵³` with u the upper 53 bits: never nought, never one.
#[expect(clippy::cast_precision_loss, reason = "53 bits are a double's own")]
fn uniform(number: u64) -> f64 {
    ((number >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
}

/// A whole number below `below`, which is above nought; the bias is below 2⁻³² for any count that fits in memory here.
pub(crate) fn below(number: u64, below: usize) -> usize {
    let product = u128::from(number) * (below as u128);
    usize::try_from(product >> 64).unwrap_or(0)
}

fn low(number: u64) -> u32 {
    u32::try_from(number & 0xffff_ffff).unwrap_or(0)
}

fn quarter(state: &mut [[u32; BLOCKS]; 16], a: usize, b: usize, c: usize, d: usize) {
    for (to, from, turned, by) in [(a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)] {
        let added = state[from];
        for (word, added) in state[to].iter_mut().zip(added) {
            *word = word.wrapping_add(added);
        }
        let mixed = state[to];
        for (word, mixed) in state[turned].iter_mut().zip(mixed) {
            *word = (*word ^ mixed).rotate_left(by);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Seed, Stream, below};

    #[test]
    fn the_stream_is_chacha20() {
        // Bernstein's first vector: key, nonce and counter nought.
        let stream = Stream { key: [0; 8] };
        let mut numbers = [0; 2];
        stream.fill(0, &mut numbers);
        let expected = [
            0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90, 0x40, 0x5d, 0x6a, 0xe5, 0x53, 0x86,
            0xbd, 0x28,
        ];
        assert_eq!(numbers.map(u64::to_le_bytes).concat(), expected);
    }

    #[test]
    fn any_part_of_the_stream_can_be_had_by_itself() {
        let stream = Seed::from(7).stream("test");
        let mut whole = [0; 200];
        stream.fill(0, &mut whole);
        for from in 0..90 {
            let mut part = [0; 77];
            stream.fill(from, &mut part);
            let at = usize::try_from(from).expect("small");
            assert_eq!(part, whole[at..at + 77]);
        }
        assert_ne!(Seed::from(7).lot("a"), Seed::from(7).lot("b"));
        assert_eq!(Seed::from(7), Seed::new("7"));
    }

    #[test]
    fn normals_have_mean_nought_and_variance_one() {
        let mut normals = vec![0.0; 100_000];
        Seed::from(1).stream("test").normals(3, &mut normals);
        let mean = normals.iter().sum::<f64>() / 1e5;
        let variance = normals.iter().map(|z| z * z).sum::<f64>() / 1e5;
        assert!(
            mean.abs() < 0.013 && (variance - 1.0).abs() < 0.02,
            "{mean} {variance}"
        );
        assert_eq!((below(0, 5), below(u64::MAX, 5)), (0, 4));
    }
}
