//! `unique`: which items of a list are there twice.

use core::cmp::Ordering;

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

impl Scalars<'_> {
    /// Compares two items by their values.
    #[inline(never)]
    fn compare(&self, left: usize, right: usize) -> Ordering {
        let [left, right] = [left, right].map(|item| self.slots[item]);
        match self.text {
            Some(text) => {
                let [left, right] = [left, right].map(|slot| &text[slot as u32 as usize..(slot >> 32) as usize]);
                left.cmp(right)
            }
            None => left.cmp(&right),
        }
    }

    /// The items by their values, and equal ones in their order.
    ///
    /// Heapsort, here with a tenth of the code of `sort`.
    fn sorted(&self) -> Vec<usize> {
        let mut heap: Vec<usize> = (0..self.slots.len()).collect();
        for root in (0..heap.len() / 2).rev() {
            self.sift_down(&mut heap, root);
        }
        for last in (1..heap.len()).rev() {
            heap.swap(0, last);
            self.sift_down(&mut heap[..last], 0);
        }
        heap
    }

    /// Moves an item of a heap below those that come after it.
    #[inline(never)]
    fn sift_down(&self, heap: &mut [usize], mut root: usize) {
        let is_before = |left: usize, right: usize| self.compare(left, right).then(left.cmp(&right)).is_lt();
        while let Some(&left) = heap.get(2 * root + 1) {
            let (mut child, mut item) = (2 * root + 1, left);
            if let Some(&right) = heap.get(child + 1)
                && is_before(left, right)
            {
                (child, item) = (child + 1, right);
            }
            if !is_before(heap[root], item) {
                return;
            }
            heap.swap(root, child);
            root = child;
        }
    }
}

/// The items that equal earlier ones, in their order.
///
/// Sorting needs no seed against lists that are made to collide, and never more than n log n steps.
pub fn repeats(items: Scalars<'_>) -> Vec<Repeat> {
    let count = items.slots.len();
    let mut repeats = Vec::new();
    if count <= SHORT {
        for item in 1..count {
            if let Some(first) = (0..item).find(|&first| items.compare(first, item).is_eq()) {
                repeats.push(Repeat { item, first });
            }
        }
        return repeats;
    }
    let mut firsts: Vec<usize> = (0..count).collect();
    for pair in items.sorted().windows(2) {
        if let &[earlier, item] = pair
            && items.compare(earlier, item).is_eq()
        {
            firsts[item] = firsts[earlier];
        }
    }
    for (item, first) in firsts.into_iter().enumerate() {
        if first < item {
            repeats.push(Repeat { item, first });
        }
    }
    repeats
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
    fn long_lists_are_like_short_ones() {
        for count in 0..200 {
            let slots: Vec<u64> = (0..count).map(|item| item * item * 7919 % 101).collect();
            let first_of = |item: usize| slots.iter().position(|slot| *slot == slots[item]);
            let expected: Vec<Repeat> = (0..slots.len())
                .filter_map(|item| first_of(item).map(|first| Repeat { item, first }))
                .filter(|Repeat { item, first }| first < item)
                .collect();
            assert_eq!(repeats(Scalars { slots: &slots, text: None }), expected);
        }
    }

    #[test]
    fn texts_are_compared_and_not_their_places() {
        let span = |start: u64, end: u64| end << 32 | start;
        let slots = [span(0, 2), span(2, 4), span(4, 5), span(5, 5), span(2, 2)];
        let expected = [Repeat { item: 1, first: 0 }, Repeat { item: 4, first: 3 }];
        assert_eq!(repeats(Scalars { slots: &slots, text: Some(b"ababc") }), expected);
    }
}
