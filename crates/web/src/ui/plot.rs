//! Numbers as a picture: a line for each thing on one shared scale, as SVG that loads nothing. The table beside it says
//! the same in words, so that nobody needs the picture.
use maud::{Markup, Render, html};

/// The width of the drawing, in its own units; the page scales it.
const WIDTH: f64 = 640.0;
/// Where the scale begins and ends.
const LEFT: f64 = 176.0;
const RIGHT: f64 = 620.0;
const TOP: f64 = 10.0;
const LINE: f64 = 24.0;
/// How many letters of a label there is room for.
const LETTERS: usize = 24;

/// How a thing stands, by shape first and by colour as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// A disc: nothing is said of it.
    #[default]
    Plain,
    /// A filled square: it is safe.
    Safe,
    /// A hollow lozenge: it is open.
    Open,
    /// A hollow square: it is out.
    Out,
}

impl Mark {
    /// All marks, for the gallery.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Safe, Self::Open, Self::Out];

    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Safe => "safe",
            Self::Open => "open",
            Self::Out => "out",
        }
    }
}

/// One line of a plot.
#[derive(Clone, Debug, Default)]
pub struct PlotLine {
    /// What it is about.
    pub label: String,
    /// How it stands.
    pub mark: Mark,
    /// Where its mark is.
    pub at: Option<f64>,
    /// From where to where it may as well be.
    pub between: Option<(f64, f64)>,
    /// Single values.
    pub dots: Vec<f64>,
}

/// A plot: its lines from above, on one scale.
pub struct Plot {
    title: String,
    lines: Vec<PlotLine>,
    cut: Option<usize>,
    middle: Option<f64>,
}

impl Plot {
    /// A plot; the title says what is seen, for whoever does not see it.
    pub fn new(title: impl Into<String>, lines: Vec<PlotLine>) -> Self {
        Self {
            title: title.into(),
            lines,
            cut: None,
            middle: None,
        }
    }

    /// Draws the cut below so many lines.
    #[must_use]
    pub fn cut_below(mut self, lines: usize) -> Self {
        self.cut = Some(lines).filter(|lines| (1..self.lines.len()).contains(lines));
        self
    }

    /// Draws an upright at this value, from which everything is measured.
    #[must_use]
    pub fn around(mut self, middle: f64) -> Self {
        self.middle = Some(middle);
        self
    }
}

impl Render for Plot {
    fn render(&self) -> Markup {
        let values = (self.lines.iter()).flat_map(|line| {
            let ends = line.between.into_iter().flat_map(|(low, high)| [low, high]);
            ends.chain(line.at).chain(line.dots.iter().copied())
        });
        let axis = Axis::over(values.chain(self.middle));
        let bottom = TOP + LINE * real(self.lines.len());
        let height = bottom + 26.0;
        figure(
            &self.title,
            height,
            &html! {
                @for &tick in &axis.ticks {
                    line.grid x1=(axis.place(tick)) x2=(axis.place(tick)) y1=(TOP) y2=(bottom) {}
                    text.tick x=(axis.place(tick)) y=(bottom + 17.0) { (axis.said(tick)) }
                }
                @if let Some(middle) = self.middle {
                    line.middle x1=(axis.place(middle)) x2=(axis.place(middle)) y1=(TOP) y2=(bottom) {}
                }
                @for (index, line) in self.lines.iter().enumerate() {
                    (drawn(line, &axis, TOP + LINE * (real(index) + 0.5)))
                }
                @if let Some(above) = self.cut {
                    (cut(TOP + LINE * real(above)))
                }
            },
        )
    }
}

/// What the marks of a plot stand for.
pub fn key(meanings: &[(Mark, String)]) -> Markup {
    html! {
        ul.plot-key {
            @for (meant, words) in meanings {
                li { svg.plot-mark viewBox="0 0 16 16" aria-hidden="true" { (mark(*meant, 8.0, 8.0)) } (words) }
            }
        }
    }
}

/// The frame of a drawing: it scales with the page, and scrolls by itself where a phone is narrower than can be read.
pub(crate) fn figure(title: &str, height: f64, drawing: &Markup) -> Markup {
    html! {
        div.plot role="region" aria-label=(title) tabindex="0" {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(title) { (drawing) }
        }
    }
}

/// The line below what is put forward.
pub(crate) fn cut(y: f64) -> Markup {
    html! { line.cutting x1="0" x2=(WIDTH) y1=(y) y2=(y) {} }
}

/// A mark by its shape.
pub(crate) fn mark(mark: Mark, x: f64, y: f64) -> Markup {
    html! {
        @match mark {
            Mark::Plain => circle.mark.plain cx=(round(x)) cy=(y) r="5" {},
            Mark::Safe | Mark::Out => rect.mark.(mark.class()) x=(round(x - 5.0)) y=(y - 5.0) width="10" height="10" {},
            Mark::Open => path.mark.open d=(format!("M{0} {1}l6.5 6.5l-6.5 6.5l-6.5 -6.5z", round(x), y - 6.5)) {},
        }
    }
}

/// A label, shortened to where the scale begins.
pub(crate) fn label(text: &str, y: f64) -> Markup {
    let short = if text.chars().count() > LETTERS {
        let kept: String = text.chars().take(LETTERS - 1).collect();
        format!("{}…", kept.trim_end())
    } else {
        text.to_owned()
    };
    html! { text.label x="0" y=(y + 4.5) { (short) } }
}

fn drawn(line: &PlotLine, axis: &Axis, y: f64) -> Markup {
    html! {
        (label(&line.label, y))
        @if let Some((low, high)) = line.between {
            line.between.(line.mark.class()) x1=(axis.place(low)) x2=(axis.place(high)) y1=(y) y2=(y) {}
        }
        @for &dot in &line.dots {
            circle.dot cx=(axis.place(dot)) cy=(y) r="3.5" {}
        }
        @if let Some(at) = line.at { (mark(line.mark, axis.place(at), y)) }
    }
}

/// The shared scale, with its ticks at round numbers.
struct Axis {
    from: f64,
    to: f64,
    step: f64,
    ticks: Vec<f64>,
}

impl Axis {
    /// A scale that holds all of these.
    fn over(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let (low, high) = if low < high {
            (low, high)
        } else if low.is_finite() {
            (low - 1.0, low + 1.0)
        } else {
            (0.0, 1.0)
        };
        let step = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0]
            .into_iter()
            .find(|step| (high - low) / step <= 6.0)
            .unwrap_or((high - low) / 5.0);
        let (from, to) = ((low / step).floor() * step, (high / step).ceil() * step);
        let ticks = std::iter::successors(Some(from), |tick| Some(tick + step))
            .take_while(|tick| *tick <= to + step / 2.0)
            .collect();
        Self {
            from,
            to,
            step,
            ticks,
        }
    }

    fn place(&self, value: f64) -> f64 {
        round(LEFT + (value - self.from) / (self.to - self.from) * (RIGHT - LEFT))
    }

    fn said(&self, tick: f64) -> String {
        let places = usize::from(self.step < 1.0);
        let said = format!("{tick:.places$}");
        if said
            .trim_start_matches('-')
            .chars()
            .all(|digit| "0.".contains(digit))
        {
            return said.trim_start_matches('-').to_owned();
        }
        said.replace('-', "−")
    }
}

/// To a tenth of a unit, which nobody sees.
pub(crate) fn round(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}

#[expect(clippy::cast_precision_loss, reason = "a page has few lines")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_round_numbers_and_holds_what_it_is_given() {
        let axis = Axis::over([61.3, 88.2].into_iter());
        assert_eq!(axis.ticks, [60.0, 65.0, 70.0, 75.0, 80.0, 85.0, 90.0]);
        assert_eq!((axis.place(60.0), axis.place(90.0)), (LEFT, RIGHT));
    }

    #[test]
    fn one_value_and_none_have_a_scale_as_well() {
        assert_eq!(Axis::over([7.0].into_iter()).ticks.len(), 5);
        assert!(Axis::over(std::iter::empty()).place(0.5).is_finite());
    }

    #[test]
    fn nought_has_no_sign_and_a_minus_is_one() {
        let axis = Axis::over([-0.3, 0.2].into_iter());
        let said: Vec<String> = axis.ticks.iter().map(|tick| axis.said(*tick)).collect();
        assert_eq!(said, ["−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2"]);
    }

    #[test]
    fn a_long_label_ends_before_the_scale() {
        let drawn = label("Maximiliana Featherstonehaugh-Llanfair", 0.0).into_string();
        assert!(
            drawn.ends_with(">Maximiliana Featherston…</text>"),
            "{drawn}"
        );
    }
}
