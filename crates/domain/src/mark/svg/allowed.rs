//! What a drawing may have: shapes, words, colours and groups of them.

use crate::mark::{Unfit, called};

/// The elements that are kept, with what is in them.
pub(super) const ELEMENTS: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "mask",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "svg",
    "symbol",
    "text",
    "tspan",
    "use",
];

/// The elements that say something beside the drawing; they are left out.
pub(super) const SAYING: &[&str] = &["desc", "metadata", "title"];

/// The elements that may point at another part of the same drawing.
pub(super) const POINTING: &[&str] = &["linearGradient", "radialGradient", "use"];

/// The attributes that are kept; others are left out.
pub(super) const ATTRIBUTES: &[&str] = &[
    "class",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "color",
    "cx",
    "cy",
    "d",
    "display",
    "dominant-baseline",
    "dx",
    "dy",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "fr",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "id",
    "lengthAdjust",
    "letter-spacing",
    "mask",
    "maskContentUnits",
    "maskUnits",
    "offset",
    "opacity",
    "paint-order",
    "pathLength",
    "points",
    "preserveAspectRatio",
    "r",
    "rotate",
    "rx",
    "ry",
    "shape-rendering",
    "spreadMethod",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "textLength",
    "transform",
    "vector-effect",
    "viewBox",
    "visibility",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// The attributes whose value may be another part of the same drawing.
pub(super) const PAINTED_BY: &[&str] = &["clip-path", "fill", "mask", "stroke"];

/// What may stand before a bracket in a value: colours, and moves of the pen's paper.
const FUNCTIONS: &[&str] = &[
    "hsl",
    "hsla",
    "matrix",
    "rgb",
    "rgba",
    "rotate",
    "scale",
    "skewx",
    "skewy",
    "translate",
];

/// Whether it points into the drawing itself.
pub(super) fn is_local(address: &str) -> bool {
    address.trim().starts_with('#')
}

/// The part of the drawing that a value names as its paint, if all of it is such a name.
pub(super) fn named(value: &str) -> Option<&str> {
    let inner = value.trim().strip_prefix("url(")?.strip_suffix(')')?.trim();
    let bare = inner
        .strip_prefix(['"', '\''])
        .and_then(|rest| rest.strip_suffix(['"', '\'']))
        .unwrap_or(inner);
    let id = bare.strip_prefix('#')?;
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':');
    (!id.is_empty() && id.chars().all(plain)).then_some(id)
}

/// An attribute's value, if nothing but the drawing itself can be meant by it.
pub(super) fn value<'a>(attribute: &str, said: &'a str) -> Result<&'a str, Unfit> {
    if PAINTED_BY.contains(&attribute) && named(said).is_some() {
        return Ok(said.trim());
    }
    plain(said, Unfit::Reference)?;
    Ok(said)
}

/// Refuses what could be an address, however it is spelt: as such, or as something that is not known here.
pub(super) fn plain(said: &str, address: Unfit) -> Result<(), Unfit> {
    if said.contains('\\') {
        return Err(Unfit::Part { name: "\\".into() });
    }
    let lower = said.to_ascii_lowercase();
    let mut before = lower.as_str();
    while let Some((start, _)) = before.rsplit_once('(') {
        let word = start.trim_end();
        let from = word
            .rfind(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '_'))
            .map_or(0, |at| {
                at + word[at..].chars().next().map_or(1, char::len_utf8)
            });
        let function = &word[from..];
        if matches!(function, "url" | "src" | "image" | "image-set" | "element") {
            return Err(address);
        }
        if !FUNCTIONS.contains(&function) {
            let name = called(&format!("{function}()"));
            return Err(Unfit::Part { name });
        }
        before = start;
    }
    Ok(())
}
