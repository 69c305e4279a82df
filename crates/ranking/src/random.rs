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
            let numbers = self.block(block);
            let many = (NUMBERS - skip).min(out.len() - filled);
            out[filled..filled + many].copy_from_slice(&numbers[skip..skip + many]);
            filled += many;
            skip = 0;
            block = block.wrapping_add(1);
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

    /// The numbers of one block: the state as four rows, whose four columns, and then whose four diagonals, are mixed side by
    /// side in the lanes of a vector.
    fn block(&self, counter: u64) -> [u64; NUMBERS] {
        let [k0, k1, k2, k3, k4, k5, k6, k7] = self.key;
        let start: [Row; 4] = [
            [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574],
            [k0, k1, k2, k3],
            [k4, k5, k6, k7],
            [low(counter), low(counter >> 32), 0, 0],
        ];
        let mut rows = start;
        for _ in 0..10 {
            let [a, b, c, d] = mixed(rows);
            let diagonals = [a, turned(b, 1), turned(c, 2), turned(d, 3)];
            let [a, b, c, d] = mixed(diagonals);
            rows = [a, turned(b, 3), turned(c, 2), turned(d, 1)];
        }
        let mut words = [0; 2 * NUMBERS];
        for (place, word) in words.iter_mut().enumerate() {
            let (row, lane) = (place / 4, place % 4);
            *word = rows[row][lane].wrapping_add(start[row][lane]);
        }
        std::array::from_fn(|pair| {
            u64::from(words[2 * pair]) | u64::from(words[2 * pair + 1]) << 32
        })
    }
}

/// A row of the state of `ChaCha20`.
type Row = [u32; 4];

/// Four quarter-rounds, one in each lane.
#[inline]
fn mixed([mut a, mut b, mut c, mut d]: [Row; 4]) -> [Row; 4] {
    for [first, second] in [[16, 12], [8, 7]] {
        a = added(a, b);
        d = crossed(d, a, first);
        c = added(c, d);
        b = crossed(b, c, second);
    }
    [a, b, c, d]
}

#[inline]
fn added(left: Row, right: Row) -> Row {
    std::array::from_fn(|lane| left[lane].wrapping_add(right[lane]))
}

#[inline]
fn crossed(left: Row, right: Row, by: u32) -> Row {
    std::array::from_fn(|lane| (left[lane] ^ right[lane]).rotate_left(by))
}

#[inline]
fn turned(row: Row, by: usize) -> Row {
    std::array::from_fn(|lane| row[(lane + by) % 4])
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
