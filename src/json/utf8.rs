//! UTF-8 (RFC 3629), sixteen bytes at once.
//!
//! `core` takes the bytes of characters beyond ASCII one by one, for longer than all else in a walk.

use super::block::{Block, LENGTH};

/// The bytes as text, if they are valid UTF-8.
pub(crate) fn as_text(bytes: &[u8]) -> Option<&str> {
    // SAFETY: it is valid UTF-8 by the same rules as `core`'s, as the tests below show.
    is_utf8(bytes).then(|| unsafe { str::from_utf8_unchecked(bytes) })
}

/// How many bytes there are before the first character that is not valid.
#[cold]
pub(super) fn valid_up_to(bytes: &[u8]) -> usize {
    let mut at = 0;
    // Of four places in a row, one is between characters.
    for step in [4096, 1] {
        while let Some(end) = (at + step..at + step + 4).find(|&end| bytes.get(at..end).is_some_and(is_utf8)) {
            at = end;
        }
    }
    at
}

/// Whether the bytes are valid UTF-8.
#[inline(never)]
pub(crate) fn is_utf8(bytes: &[u8]) -> bool {
    let (blocks, rest) = bytes.as_chunks::<LENGTH>();
    // What is behind the end is ASCII: there a character that lacks its last bytes is found.
    let mut last = [0; LENGTH];
    last[..rest.len()].copy_from_slice(rest);

    let mut before = Block::splat::<0>();
    let mut wrong = before;
    for block in blocks {
        let block = Block::new(block);
        wrong = wrong | wrong_in(block, before);
        before = block;
    }
    wrong = wrong | wrong_in(Block::new(&last), before);
    wrong.signs() == 0
}

/// The highest bit of each byte in a block that cannot stand there, behind the block before.
#[inline(always)]
fn wrong_in(block: Block, before: Block) -> Block {
    let one_before = block.shifted::<1>(before);
    let mut is_expected = one_before.high_from::<0x40>();
    // First bytes of characters that need no second one: 0xC0 and 0xC1.
    let mut wrong = (block & Block::splat::<0xfe>()).equal(Block::splat::<0xc0>());

    // Text in Latin letters mostly has no characters of more than two bytes.
    if block.max(before).high_from::<0x60>().signs() != 0 {
        let two_before = block.shifted::<2>(before);
        let three_before = block.shifted::<3>(before);
        is_expected = is_expected | two_before.high_from::<0x60>() | three_before.high_from::<0x70>();

        // Some second bytes make of these first ones what needs fewer bytes, half a surrogate pair,
        // or more than U+10FFFF.
        let is_behind_e0 = one_before.equal(Block::splat::<0xe0>());
        let is_behind_ed = one_before.equal(Block::splat::<0xed>());
        let is_behind_f0 = one_before.equal(Block::splat::<0xf0>());
        let is_behind_f4 = one_before.equal(Block::splat::<0xf4>());
        let is_below_a0 = block.below_signed(Block::splat::<0xa0>());
        let is_below_90 = block.below_signed(Block::splat::<0x90>());
        let is_too_small = (is_behind_e0 & is_below_a0) | (is_behind_f0 & is_below_90);
        let is_too_large = is_behind_ed.without(is_below_a0) | is_behind_f4.without(is_below_90);
        wrong = wrong | is_too_small | is_too_large | block.high_from::<0x75>();
    }
    wrong | (is_expected ^ block.is_continuation())
}

#[cfg(test)]
mod tests {
    use super::{as_text, is_utf8, valid_up_to};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// Whether it is judged as `core` judges it, wherever it stands.
    fn agrees(bytes: &[u8]) {
        let core = std::str::from_utf8(bytes);
        let expected = core.is_ok();
        assert_eq!(as_text(bytes), core.ok(), "{bytes:x?}");
        assert_eq!(valid_up_to(bytes), core.map_or_else(|error| error.valid_up_to(), str::len), "{bytes:x?}");
        for before in [1, 13, 14, 15, 16, 29, 30, 31, 32, 61] {
            for (behind, length) in [("", 0), ("x", 1), ("é", 4), ("日", 20)] {
                let text = ["x".repeat(before).as_bytes(), bytes, behind.repeat(length).as_bytes()].concat();
                assert_eq!(is_utf8(&text), expected, "{text:x?}");
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes long there")]
    fn every_one_two_and_three_bytes() {
        for first in 0..=u8::MAX {
            agrees(&[first]);
            for second in 0..=u8::MAX {
                agrees(&[first, second]);
            }
        }
        // Beyond ASCII, what matters of a byte is its place among these limits.
        let limits = [
            0, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef,
            0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff,
        ];
        for first in 0x7f..=u8::MAX {
            for second in limits {
                for third in limits {
                    agrees(&[first, second, third]);
                    for fourth in limits {
                        let bytes = [first, second, third, fourth];
                        let core = std::str::from_utf8(&bytes);
                        assert_eq!(is_utf8(&bytes), core.is_ok(), "{bytes:x?}");
                        let valid = core.map_or_else(|error| error.valid_up_to(), str::len);
                        assert_eq!(valid_up_to(&bytes), valid, "{bytes:x?}");
                    }
                }
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes long there")]
    fn every_character() {
        let all: String = ('\0'..=char::MAX).collect();
        assert!(is_utf8(all.as_bytes()));
    }
}
