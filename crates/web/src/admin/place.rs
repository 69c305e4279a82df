//! Moving one thing of a list up or down, by a button that says which.

use crate::http::form::RawForm;

/// The field that says which way.
pub(super) const TO: &str = "to";
/// One place nearer to the beginning.
pub(super) const UP: &str = "up";
/// One place nearer to the end.
pub(super) const DOWN: &str = "down";

/// The order after the move. What is first stays first when it is moved up, and so at the end; none if it is not in
/// the list, or no way was said.
pub(super) fn moved<T: Copy + PartialEq>(order: &[T], which: T, raw: &RawForm) -> Option<Vec<T>> {
    let place = order.iter().position(|each| *each == which)?;
    let other = match raw.get(TO) {
        UP => place.saturating_sub(1),
        DOWN => (place + 1).min(order.len() - 1),
        _ => return None,
    };
    let mut order = order.to_vec();
    order.swap(place, other);
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_moves_one_place_and_stops_at_the_ends() {
        let to = |way: &str| RawForm::from_pairs([(TO, way)]);
        let order = ['a', 'b', 'c'];
        assert_eq!(moved(&order, 'b', &to(UP)), Some(vec!['b', 'a', 'c']));
        assert_eq!(moved(&order, 'b', &to(DOWN)), Some(vec!['a', 'c', 'b']));
        assert_eq!(moved(&order, 'a', &to(UP)), Some(order.to_vec()));
        assert_eq!(moved(&order, 'c', &to(DOWN)), Some(order.to_vec()));
        assert_eq!(moved(&order, 'x', &to(UP)), None);
        assert_eq!(moved(&order, 'a', &to("sideways")), None);
    }
}
