//! The styles of a drawing: plain rules with plain properties.

use super::allowed::{ATTRIBUTES, plain};
use crate::mark::{Unfit, called};

/// What is written in a style, without what is written beside it.
fn without_remarks(style: &str) -> String {
    let mut text = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text
}

/// The declarations of one element, those that a drawing needs.
pub(super) fn declarations(style: &str) -> Result<String, Unfit> {
    kept(&without_remarks(style))
}

fn kept(style: &str) -> Result<String, Unfit> {
    let mut kept = Vec::new();
    for declaration in style.split(';') {
        plain(declaration, Unfit::StyleReference)?;
        let Some((property, value)) = declaration.split_once(':') else {
            continue;
        };
        let (property, value) = (property.trim().to_ascii_lowercase(), value.trim());
        if property.starts_with("animation") || property.starts_with("transition") {
            return Err(Unfit::Moves);
        }
        if property == "behavior" || property == "-moz-binding" || value.contains(['@', '<', '{']) {
            let name = called(&property);
            return Err(Unfit::Part { name });
        }
        // What an attribute may say may be said by a style too.
        if ATTRIBUTES.contains(&property.as_str()) && !value.is_empty() {
            kept.push(format!("{property}:{value}"));
        }
    }
    Ok(kept.join(";"))
}

/// The rules of a whole sheet: names of elements, classes and ids, and the declarations for them.
pub(super) fn sheet(style: &str) -> Result<String, Unfit> {
    let style = without_remarks(style);
    if let Some((_, after)) = style.split_once('@') {
        let rule: String = after
            .chars()
            .take_while(|letter| letter.is_ascii_alphabetic() || *letter == '-')
            .collect();
        let lower = rule.to_ascii_lowercase();
        return Err(match lower.as_str() {
            "import" | "font-face" | "namespace" => Unfit::Reference,
            _ if lower.ends_with("keyframes") => Unfit::Moves,
            _ => Unfit::Part {
                name: called(&format!("@{rule}")),
            },
        });
    }
    let mut written = String::new();
    for rule in style.split('}').filter(|rule| !rule.trim().is_empty()) {
        let Some((selector, body)) = rule.split_once('{') else {
            let name = "style".to_owned();
            return Err(Unfit::Part { name });
        };
        let selector = selector.split_whitespace().collect::<Vec<_>>().join(" ");
        let plainly = |letter: char| {
            letter.is_ascii_alphanumeric()
                || matches!(letter, '_' | '-' | '.' | '#' | ',' | '*' | ' ')
        };
        if selector.is_empty() || !selector.chars().all(plainly) {
            let name = called(&selector);
            return Err(Unfit::Part { name });
        }
        let body = kept(body)?;
        if !body.is_empty() {
            written += &[&selector, "{", &body, "}"].concat();
        }
    }
    Ok(written)
}
