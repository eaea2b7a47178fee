//! `unique`: which items of a list are there twice.

use std::collections::BinaryHeap;

/// The items of a list, as the tape has them.
#[derive(Clone, Copy, Debug)]
pub struct Scalars<'a> {
    /// One slot each.
    pub(crate) slots: &'a [u64],
    /// What the slots are spans of; `None` where they are the values themselves.
    pub(crate) text: Option<&'a [u8]>,
}

/// An item that equals an earlier one. Both are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Where it is.
    pub item: usize,
    /// Where its like is for the first time.
    pub first: usize,
}

/// Lists of up to so many items are compared item by item, which takes no memory.
const SHORT: usize = 16;

impl<'a> Scalars<'a> {
    /// What an item is compared by.
    fn key(&self, item: usize) -> (u64, &'a [u8]) {
        let slot = self.slots[item];
        match self.text {
            Some(text) => (0, &text[slot as u32 as usize..(slot >> 32) as usize]),
            None => (slot, &[]),
        }
    }
}

/// The items that equal earlier ones, in their order.
///
/// Sorting needs no seed against lists that are made to collide, and never more than n log n steps; a
/// heap does it in a tenth of the code of `sort`.
pub fn repeats(items: Scalars<'_>) -> Vec<Repeat> {
    let count = items.slots.len();
    if count <= SHORT {
        let mut repeats = Vec::new();
        for item in 1..count {
            if let Some(first) = (0..item).find(|&first| items.key(first) == items.key(item)) {
                repeats.push(Repeat { item, first });
            }
        }
        return repeats;
    }
    let keys: BinaryHeap<_> = (0..count).map(|item| (items.key(item), item)).collect();
    let mut firsts: Vec<usize> = (0..count).collect();
    for pair in keys.into_sorted_vec().windows(2) {
        let [(earlier, first), (key, item)] = [pair[0], pair[1]];
        if key == earlier {
            firsts[item] = firsts[first];
        }
    }
    let repeats = firsts.into_iter().enumerate().filter(|(item, first)| first < item);
    repeats.map(|(item, first)| Repeat { item, first }).collect()
}

/// `unique` over typed values.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod native {
    use std::collections::HashMap;

    use serde::Serialize;
    use serde_json::Value;

    use super::Repeat;

    /// How the error of an item starts that equals an earlier one.
    pub(crate) const SAME: &str = "same as item ";

    /// The items that are written alike, in their order.
    pub(crate) fn repeats(list: &impl Serialize) -> Vec<Repeat> {
        let Ok(Value::Array(items)) = serde_json::to_value(list) else { return Vec::new() };
        let mut seen = HashMap::new();
        let repeat = |(item, value): (usize, &Value)| {
            let first = *seen.entry(value.to_string()).or_insert(item);
            (first < item).then_some(Repeat { item, first })
        };
        items.iter().enumerate().filter_map(repeat).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Repeat, Scalars, repeats};

    #[test]
    fn each_later_one_names_the_first() {
        for padding in [0, 100] {
            let mut slots = vec![7, 8, 7, 9, 8, 7];
            slots.extend((0..padding).map(|number| 1_000 + number));
            let expected = [(2, 0), (4, 1), (5, 0)].map(|(item, first)| Repeat { item, first });
            assert_eq!(repeats(Scalars { slots: &slots, text: None }), expected);
        }
        assert_eq!(repeats(Scalars { slots: &[], text: None }), []);
    }

    #[test]
    fn texts_are_compared_and_not_their_places() {
        let span = |start: u64, end: u64| end << 32 | start;
        let slots = [span(0, 2), span(2, 4), span(4, 5), span(5, 5), span(2, 2)];
        let expected = [Repeat { item: 1, first: 0 }, Repeat { item: 4, first: 3 }];
        assert_eq!(repeats(Scalars { slots: &slots, text: Some(b"ababc") }), expected);
    }
}
