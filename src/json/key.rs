//! Strings that are expected, compared as a whole: keys, and the names of variants.

use super::Input;
use super::block::{Block, LENGTH};

/// A string as it mostly stands in JSON, without escapes; a key with its colon, without white
/// space.
///
/// Aligned, no block lies in two lines of the CPU's cache.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C, align(16))]
pub(crate) struct Key {
    blocks: [[u8; LENGTH]; 2],
    /// Which bytes of the blocks count.
    masks: [u16; 2],
    length: u16,
}

impl Key {
    /// `"name":`
    pub(crate) fn new(name: &str) -> Key {
        Key::of(name, "\":")
    }

    /// `"name"`
    pub(crate) fn value(name: &str) -> Key {
        Key::of(name, "\"")
    }

    /// One that is never met where the text does not fit, or is not ASCII, for then its length in
    /// UTF-16 counts.
    fn of(name: &str, end: &str) -> Key {
        let length = 1 + name.len() + end.len();
        if length > 2 * LENGTH || !name.is_ascii() {
            return Key::default();
        }
        let mut key = Key { length: length as u16, ..Key::default() };
        for (at, byte) in "\"".bytes().chain(name.bytes()).chain(end.bytes()).enumerate() {
            key.blocks[at / LENGTH][at % LENGTH] = byte;
            key.masks[at / LENGTH] |= 1 << (at % LENGTH);
        }
        key
    }
}

impl Input {
    /// Moves over the key if it stands here.
    #[inline(always)]
    pub(crate) fn take(&mut self, key: &Key) -> bool {
        let [first, second] = key.masks.map(u32::from);
        let is_here = |ahead, block, mask| Block::new(self.sixteen(ahead)).equal_to(Block::new(block)) & mask == mask;
        let found =
            first != 0 && is_here(0, &key.blocks[0], first) && (second == 0 || is_here(LENGTH, &key.blocks[1], second));
        if found {
            // None of the key's bytes is NUL, so all of it is within the text.
            self.advance(key.length.into());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, Key};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn takes(name: &str, json: &str) -> bool {
        let mut input = Input::new();
        input.load(json.as_bytes());
        let found = input.take(&Key::new(name));
        assert_eq!(input.at() > 0, found);
        found
    }

    #[test]
    fn only_the_very_key_is_taken() {
        for name in ["a", "id", "thirteen_chr", "thirteen_char", "organization_id", "a_name_of_twenty_nine_charact"] {
            assert!(takes(name, &format!("\"{name}\":1")), "{name}");
            assert!(takes(name, &format!("\"{name}\":")), "{name}");
            assert!(!takes(name, &format!("\"{name}\"")), "{name}");
            assert!(!takes(name, &format!("\"{name}x\":1")), "{name}");
            assert!(!takes(name, &format!("\"{name}\" :1")), "{name}");
            assert!(!takes(name, &format!("\"{}\":1", name.to_uppercase())), "{name}");
            assert!(!takes(name, ""));
        }
    }

    #[test]
    fn names_that_do_not_fit_are_left_to_others() {
        for name in ["a_name_of_no_less_than_thirty_c", "é"] {
            assert!(!takes(name, &format!("\"{name}\":1")));
        }
    }
}
