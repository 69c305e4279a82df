//! How much is drawn when every part that is used again is drawn again: a few lines can ask for millions of shapes.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::allowed::{PAINTED_BY, named};
use crate::mark::Unfit;

/// The most shapes that a mark may come to.
const MOST: u64 = 20_000;

/// Refuses a drawing that uses itself, or comes to more than can be drawn at once.
pub(super) fn refuse(document: &Document<'_>) -> Result<(), Unfit> {
    let mut parts = HashMap::new();
    for node in document.descendants() {
        if let Some(id) = node.attribute("id") {
            parts.entry(id).or_insert(node);
        }
    }
    let mut costs = HashMap::new();
    cost(document.root_element(), &parts, &mut costs)?;
    Ok(())
}

/// What is known of a part: nothing while it is being counted.
type Costs<'a> = HashMap<&'a str, Option<u64>>;

fn cost<'a>(
    part: Node<'a, 'a>,
    parts: &HashMap<&'a str, Node<'a, 'a>>,
    costs: &mut Costs<'a>,
) -> Result<u64, Unfit> {
    let mut sum = 0_u64;
    for node in part.descendants().filter(Node::is_element) {
        sum += 1;
        for id in pointed_at(node) {
            let Some(target) = parts.get(id) else {
                continue;
            };
            sum += match costs.get(id) {
                Some(Some(known)) => *known,
                Some(None) => return Err(Unfit::Repeats),
                None => {
                    costs.insert(id, None);
                    let counted = cost(*target, parts, costs)?;
                    costs.insert(id, Some(counted));
                    counted
                }
            };
            if sum > MOST {
                return Err(Unfit::Repeats);
            }
        }
    }
    Ok(sum)
}

/// The parts that are drawn because this one is.
fn pointed_at<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = &'a str> {
    node.attributes().filter_map(|attribute| {
        if attribute.name() == "href" {
            attribute.value().trim().strip_prefix('#')
        } else if PAINTED_BY.contains(&attribute.name()) {
            named(attribute.value())
        } else {
            None
        }
    })
}
