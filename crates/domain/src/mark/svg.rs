//! A picture drawn by words: only what is on a short list is written anew; what could run, fetch, move or never end
//! refuses the whole.

mod allowed;
mod repeats;
mod style;

use roxmltree::{Document, Error, Node};

use self::allowed::{ATTRIBUTES, ELEMENTS, POINTING, SAYING, is_local, value};
use super::{Kind, Mark, Unfit, called};

const SVG: &str = "http://www.w3.org/2000/svg";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// How deep parts may lie in each other.
const DEEPEST: usize = 64;

/// How long the longer side is, as far as the shape is concerned: drawings have no points.
const SHAPE: f64 = 1000.0;

pub(super) fn read(file: &[u8]) -> Result<Mark, Unfit> {
    let text = std::str::from_utf8(file).map_err(|_| Unfit::NotAPicture)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with('<') || !text.contains("<svg") && !text.contains(":svg") {
        return Err(Unfit::NotAPicture);
    }
    let document = Document::parse(text).map_err(|error| match error {
        Error::DtdDetected => Unfit::DocumentType,
        _ => Unfit::NotWellFormed,
    })?;
    let root = document.root_element();
    if !is_drawn(root) || root.tag_name().name() != "svg" {
        return Err(Unfit::NotAPicture);
    }
    for node in document.descendants() {
        refuse_dangers(node)?;
    }
    repeats::refuse(&document)?;
    let frame = frame(root).ok_or(Unfit::NoSize)?;
    let mut written = String::new();
    write(root, &mut written, Some(&frame))?;
    Ok(Mark {
        kind: Kind::Svg,
        size: frame.shape(),
        bytes: written.into_bytes(),
    })
}

/// Whether an element is part of the drawing. Files that forget to say so mean to.
fn is_drawn(node: Node<'_, '_>) -> bool {
    node.is_element() && matches!(node.tag_name().namespace(), None | Some(SVG))
}

/// Whatever is dangerous is called by its name, wherever it stands, also in what would be left out.
fn refuse_dangers(node: Node<'_, '_>) -> Result<(), Unfit> {
    if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
        return Err(Unfit::Reference);
    }
    if !node.is_element() {
        return Ok(());
    }
    if node.ancestors().count() > DEEPEST {
        return Err(Unfit::Repeats);
    }
    let name = node.tag_name();
    match name.name().to_ascii_lowercase().as_str() {
        "script" | "handler" | "listener" => return Err(Unfit::Script),
        "foreignobject" | "iframe" | "embed" | "object" | "html" => {
            return Err(Unfit::ForeignObject);
        }
        "set" | "discard" | "mpath" => return Err(Unfit::Moves),
        name if name.starts_with("animate") => return Err(Unfit::Moves),
        _ if name.namespace() == Some(HTML) => return Err(Unfit::ForeignObject),
        _ => {}
    }
    for attribute in node.attributes() {
        let name = attribute.name().to_ascii_lowercase();
        if name.len() > 2 && name.starts_with("on") {
            let name = called(attribute.name());
            return Err(Unfit::Handler { name });
        }
        let points = matches!(name.as_str(), "href" | "src" | "base");
        if points && is_drawn(node) && !is_local(attribute.value()) {
            return Err(Unfit::Reference);
        }
    }
    Ok(())
}

/// Where the drawing lies on its endless paper.
struct Frame {
    corner: (f64, f64),
    width: f64,
    height: f64,
}

impl Frame {
    fn shape(&self) -> (u32, u32) {
        let long = self.width.max(self.height);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the quotient lies between nought and one"
        )]
        let side = |length: f64| ((length / long * SHAPE).round() as u32).max(1);
        (side(self.width), side(self.height))
    }
}

fn frame(root: Node<'_, '_>) -> Option<Frame> {
    let (corner, width, height) = match root.attribute("viewBox") {
        Some(said) => {
            let numbers: Vec<f64> = said
                .split([',', ' ', '\t', '\n', '\r'])
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().ok())
                .collect::<Option<_>>()?;
            let [x, y, width, height] = numbers.as_slice() else {
                return None;
            };
            ((*x, *y), *width, *height)
        }
        None => (
            (0.0, 0.0),
            length(root.attribute("width")?)?,
            length(root.attribute("height")?)?,
        ),
    };
    let sound = [corner.0, corner.1, width, height]
        .iter()
        .all(|number| number.abs() <= 1e6);
    (sound && width >= 1e-3 && height >= 1e-3).then_some(Frame {
        corner,
        width,
        height,
    })
}

/// A length in whatever unit; both sides are in the same one.
fn length(said: &str) -> Option<f64> {
    said.trim()
        .trim_end_matches(|letter: char| letter.is_ascii_alphabetic())
        .parse()
        .ok()
}

fn write(node: Node<'_, '_>, to: &mut String, root: Option<&Frame>) -> Result<(), Unfit> {
    let name = node.tag_name().name();
    if SAYING.contains(&name) {
        return Ok(());
    }
    if name == "style" {
        let sheet: String = node.children().filter_map(|text| text.text()).collect();
        let sheet = style::sheet(&sheet)?;
        to.push_str("<style>");
        escape(&sheet, to);
        to.push_str("</style>");
        return Ok(());
    }
    if !ELEMENTS.contains(&name) {
        let name = called(name);
        return Err(Unfit::Part { name });
    }
    to.push('<');
    to.push_str(name);
    if let Some(frame) = root {
        let (x, y) = frame.corner;
        let Frame { width, height, .. } = frame;
        put("xmlns", SVG, to);
        put("viewBox", &format!("{x} {y} {width} {height}"), to);
    }
    let mut points = false;
    for attribute in node.attributes() {
        let (name_of, said) = (attribute.name(), attribute.value());
        match name_of {
            "href" if POINTING.contains(&name) && !points => {
                points = true;
                put("href", said.trim(), to);
            }
            _ if attribute.namespace().is_some() => {}
            "viewBox" | "width" | "height" if root.is_some() => {}
            "style" => put("style", &style::declarations(said)?, to),
            _ if ATTRIBUTES.contains(&name_of) => put(name_of, value(name_of, said)?, to),
            _ => {}
        }
    }
    to.push('>');
    for child in node.children() {
        if is_drawn(child) {
            write(child, to, None)?;
        } else if child.is_text() && matches!(name, "text" | "tspan") {
            escape(child.text().unwrap_or_default(), to);
        }
    }
    to.push_str("</");
    to.push_str(name);
    to.push('>');
    Ok(())
}

fn put(name: &str, value: &str, to: &mut String) {
    to.push(' ');
    to.push_str(name);
    to.push_str("=\"");
    escape(value, to);
    to.push('"');
}

fn escape(text: &str, to: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\n' | '\r' | '\t' => to.push(' '),
            letter => to.push(letter),
        }
    }
}
