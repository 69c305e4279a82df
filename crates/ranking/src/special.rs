//! The special functions that the methods need, by arithmetic that gives the same bits on every machine.

use std::f64::consts::PI;

/// Φ(z), the normal distribution function.
pub(crate) fn normal_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// φ(z), the normal density.
pub(crate) fn normal_density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
}

/// P(χ²₁ > x).
pub(crate) fn chi_square_above(x: f64) -> f64 {
    libm::erfc((x.max(0.0) / 2.0).sqrt())
}

/// Φ⁻¹ of one number.
#[cfg(test)]
pub(crate) fn normal_quantile(p: f64) -> f64 {
    let mut one = [p];
    normal_quantiles(&mut one);
    one[0]
}

/// How many quantiles are found side by side.
const LANES: usize = 8;

/// Φ⁻¹ of each number, 0 < p < 1, in its place, to sixteen digits: Wichura's algorithm AS 241, PPND16 (Applied Statistics 37,
/// 1988). All are found as if they lay in the middle, side by side, which is quick; then the one in seven that does not.
pub(crate) fn normal_quantiles(numbers: &mut [f64]) {
    // The places and numbers that do not lie in the middle.
    let mut tails: Vec<(usize, f64)> = Vec::new();
    for (chunk, numbers) in numbers.chunks_mut(LANES).enumerate() {
        let mut lanes = [0.5; LANES];
        lanes[..numbers.len()].copy_from_slice(numbers);
        let from_middle = lanes.map(|p| p - 0.5);
        let found = fractions(from_middle.map(|q| 0.180_625 - q * q), &MIDDLE);
        for (lane, number) in numbers.iter_mut().enumerate() {
            if from_middle[lane].abs() <= 0.425 {
                *number = from_middle[lane] * found[lane];
            } else {
                tails.push((chunk * LANES + lane, *number));
            }
        }
    }
    for tails in tails.chunks(LANES) {
        let mut lanes = [1.6; LANES];
        for (lane, &(_, p)) in lanes.iter_mut().zip(tails) {
            let tail = if p < 0.5 { p } else { 1.0 - p };
            *lane = (-libm::log(tail)).sqrt();
        }
        let found = fractions(lanes.map(|r| r - 1.6), &SHOULDER);
        for (lane, &(place, p)) in tails.iter().enumerate() {
            let value = if lanes[lane] <= 5.0 {
                found[lane]
            } else {
                fractions([lanes[lane] - 5.0], &TAIL)[0]
            };
            numbers[place] = if p < 0.5 { -value } else { value };
        }
    }
}

/// Two polynomials of degree seven, constant terms first.
type Fraction = ([f64; 8], [f64; 8]);

/// The ratio of two polynomials at each of some points.
fn fractions<const MANY: usize>(at: [f64; MANY], (above, below): &Fraction) -> [f64; MANY] {
    let polynomial = |terms: &[f64; 8]| {
        let mut sums = [terms[7]; MANY];
        for term in terms[..7].iter().rev() {
            for (sum, at) in sums.iter_mut().zip(&at) {
                *sum = *sum * at + term;
            }
        }
        sums
    };
    let (mut above, below) = (polynomial(above), polynomial(below));
    for (above, below) in above.iter_mut().zip(&below) {
        *above /= below;
    }
    above
}

const MIDDLE: Fraction = (
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_545,
    ],
);

const SHOULDER: Fraction = (
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);

const TAIL: Fraction = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_7e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

/// `P(χ²_ν ≤ x)`, and the density there, by the series or the continued fraction of the incomplete gamma function (Abramowitz
/// and Stegun, 6.5.29 and 6.5.31).
fn chi_square_below(x: f64, freedom: f64) -> (f64, f64) {
    const TINY: f64 = 1e-300;
    let (shape, at) = (freedom / 2.0, x / 2.0);
    let front = libm::exp(shape * libm::log(at) - at - libm::lgamma(shape));
    let density = front / x;
    if at < shape + 1.0 {
        let (mut term, mut sum, mut below) = (1.0 / shape, 1.0 / shape, shape);
        while term > sum * 1e-17 {
            below += 1.0;
            term *= at / below;
            sum += term;
        }
        return (front * sum, density);
    }
    let mut b = at + 1.0 - shape;
    let (mut c, mut d) = (1.0 / TINY, 1.0 / b);
    let mut product = d;
    let mut step = 0.0;
    loop {
        step += 1.0;
        let above = step * (shape - step);
        b += 2.0;
        d = 1.0 / (above * d + b);
        c = b + above / c;
        let factor = d * c;
        product *= factor;
        if (factor - 1.0).abs() < 1e-15 || step > 1e6 {
            return (1.0 - front * product, density);
        }
    }
}

/// The x with `P(χ²_ν ≤ x) = p`, for 0 < p < 1 and ν ≥ 1: Wilson and Hilferty's value, bettered by Newton's method in log x.
pub(crate) fn chi_square_quantile(p: f64, freedom: f64) -> f64 {
    let mut normal = [p];
    normal_quantiles(&mut normal);
    let spread = 2.0 / (9.0 * freedom);
    let root = 1.0 - spread + normal[0] * spread.sqrt();
    let mut x = freedom * root.max(1e-3) * root.max(1e-3) * root.max(1e-3);
    for _ in 0..60 {
        let (below, density) = chi_square_below(x, freedom);
        let step = ((below - p) / (density * x)).clamp(-1.0, 1.0);
        x *= libm::exp(-step);
        if step.abs() < 1e-12 {
            break;
        }
    }
    x
}

/// From here on the asymptotic series have all their digits.
const ASYMPTOTIC: f64 = 12.0;

/// ψ(x), the derivative of log Γ, for x > 0.
pub(crate) fn digamma(mut x: f64) -> f64 {
    let mut below = 0.0;
    while x < ASYMPTOTIC {
        below += 1.0 / x;
        x += 1.0;
    }
    let s = 1.0 / (x * x);
    let series = s
        * (1.0 / 12.0
            - s * (1.0 / 120.0
                - s * (1.0 / 252.0
                    - s * (1.0 / 240.0 - s * (1.0 / 132.0 - s * (691.0 / 32_760.0 - s / 12.0))))));
    libm::log(x) - 0.5 / x - series - below
}

/// ψ′(x) for x > 0.
pub(crate) fn trigamma(mut x: f64) -> f64 {
    let mut above = 0.0;
    while x < ASYMPTOTIC {
        above += 1.0 / (x * x);
        x += 1.0;
    }
    let s = 1.0 / (x * x);
    let series = s
        * (1.0 / 6.0
            - s * (1.0 / 30.0
                - s * (1.0 / 42.0
                    - s * (1.0 / 30.0
                        - s * (5.0 / 66.0 - s * (691.0 / 2_730.0 - s * 7.0 / 6.0))))));
    above + 1.0 / x + 0.5 * s + series / x
}

/// ψ″(x) for x > 0.
fn tetragamma(mut x: f64) -> f64 {
    let mut above = 0.0;
    while x < ASYMPTOTIC {
        above -= 2.0 / (x * x * x);
        x += 1.0;
    }
    let s = 1.0 / (x * x);
    let series =
        s * s * (0.5 - s * (1.0 / 6.0 - s * (1.0 / 6.0 - s * (3.0 / 10.0 - s * (5.0 / 6.0)))));
    above - s - s / x - series
}

/// The x with ψ′(x) = value, for value > 0: Newton on the reciprocal, which is nearly straight (Smyth 2004).
pub(crate) fn trigamma_inverse(value: f64) -> f64 {
    if value > 1e7 {
        return 1.0 / value.sqrt();
    }
    if value < 1e-6 {
        return 1.0 / value;
    }
    let mut x = 0.5 + 1.0 / value;
    for _ in 0..60 {
        let at = trigamma(x);
        let step = at * (1.0 - at / value) / tetragamma(x);
        x += step;
        if step.abs() <= 1e-14 * x {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_functions_have_their_known_values() {
        let known = [
            (normal_quantile(0.5), 0.0),
            (normal_quantile(0.975), 1.959_963_984_540_054),
            (normal_quantile(0.001), -3.090_232_306_167_813_5),
            (normal_quantile(1e-20), -9.262_340_089_798_408),
            (normal_below(-1.0), 0.158_655_253_931_457_05),
            (normal_density(0.0), 0.398_942_280_401_432_7),
            (chi_square_above(3.841_458_820_694_124), 0.05),
            (digamma(1.0), -0.577_215_664_901_532_9),
            (digamma(0.5), -1.963_510_026_021_423_5),
            (trigamma(1.0), PI * PI / 6.0),
            (trigamma(0.5), PI * PI / 2.0),
            (tetragamma(1.0), -2.404_113_806_319_188_6),
        ];
        for (place, (value, expected)) in known.into_iter().enumerate() {
            assert!(
                (value - expected).abs() < 3e-14 * (1.0 + expected.abs()),
                "{place}: {value}"
            );
        }
    }

    #[test]
    fn quantiles_of_chi_square_are_those_of_r() {
        for (freedom, quantiles) in [
            (
                1.0,
                [
                    1.570_878_579_097_02e-4,
                    0.148_471_861_832_543_45,
                    3.841_458_820_694_124,
                ],
            ),
            (
                3.0,
                [
                    0.114_831_801_898_991_7,
                    1.423_652_243_035_28,
                    7.814_727_903_251_179,
                ],
            ),
            (
                10.0,
                [
                    2.558_212_160_187_206,
                    7.267_218_165_927_606,
                    18.307_038_053_275_146,
                ],
            ),
            (
                999.0,
                [
                    897.964_482_690_850_1,
                    975.085_324_596_763_3,
                    1_073.642_650_657_424_5,
                ],
            ),
            (
                49_999.0,
                [
                    49_266.294_115_609_24,
                    49_832.689_560_110_404,
                    50_520.277_730_908_38,
                ],
            ),
        ] {
            for (p, expected) in [0.01, 0.3, 0.95].into_iter().zip(quantiles) {
                let value = chi_square_quantile(p, freedom);
                assert!(
                    (value / expected - 1.0).abs() < 1e-9,
                    "{freedom} {p}: {value}"
                );
            }
        }
    }

    #[test]
    fn quantile_and_trigamma_are_inverted() {
        for step in 1..400 {
            let p = f64::from(step) / 400.0;
            assert!((normal_below(normal_quantile(p)) - p).abs() < 1e-15);
            let x = libm::exp(f64::from(step) / 25.0 - 8.0);
            assert!(
                (trigamma_inverse(trigamma(x)) / x - 1.0).abs() < 1e-6,
                "{x}"
            );
        }
    }
}
