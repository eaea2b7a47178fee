//! Sixteen bytes at once: WASM SIMD, SSE2, and a portable twin of the same meaning.
//!
//! The twins have the operations. What is asked of a text is written here, once: a mask whose bit
//! `n` speaks of byte `n` is the answer.

#[cfg(any(
    test,
    not(any(
        all(target_arch = "wasm32", target_feature = "simd128"),
        all(target_arch = "x86_64", target_feature = "sse2", not(miri)),
    ))
))]
mod portable;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(miri)))]
mod sse2;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm;

#[cfg(not(any(
    all(target_arch = "wasm32", target_feature = "simd128"),
    all(target_arch = "x86_64", target_feature = "sse2", not(miri)),
)))]
pub(crate) use portable::Block;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(miri)))]
pub(crate) use sse2::Block;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) use wasm::Block;

/// How many bytes a [`Block`] has.
pub(crate) const LENGTH: usize = 16;

impl Block {
    /// Bytes that are the same in both.
    #[inline(always)]
    pub(crate) fn equal_to(self, other: Block) -> u32 {
        self.equal(other).signs()
    }

    /// Bytes that end a run of plain text: quotes, backslashes and control characters.
    #[inline(always)]
    pub(crate) fn stops(self) -> u32 {
        let quote = self.equal(Block::splat::<b'"'>());
        let backslash = self.equal(Block::splat::<b'\\'>());
        (quote | backslash | self.at_most(Block::splat::<0x1f>())).signs()
    }

    /// Bytes outside ASCII.
    #[inline(always)]
    pub(crate) fn high(self) -> u32 {
        self.signs()
    }

    /// UTF-8 continuation bytes: 0x80 to 0xBF.
    #[inline(always)]
    pub(crate) fn continuations(self) -> u32 {
        self.is_continuation().signs()
    }

    /// [`Block::continuations`], as all bits of each such byte.
    #[inline(always)]
    pub(super) fn is_continuation(self) -> Block {
        self.below_signed(Block::splat::<0xc0>())
    }

    /// First bytes of four-byte characters: 0xF0 and up.
    #[inline(always)]
    pub(crate) fn fours(self) -> u32 {
        self.high_from::<0x70>().signs()
    }

    /// The bytes from 0x80 + `MORE` on: the highest bit of each says so, the others nothing.
    #[inline(always)]
    pub(super) fn high_from<const MORE: u8>(self) -> Block {
        self.minus_saturating(Block::splat::<MORE>())
    }

    /// Capital letters of ASCII.
    #[inline(always)]
    pub(crate) fn capitals(self) -> u32 {
        self.within::<b'A', 25>().signs()
    }

    /// Letters and digits of ASCII.
    #[inline(always)]
    pub(crate) fn alphanumerics(self) -> u32 {
        let small = self | Block::splat::<0x20>();
        (self.within::<b'0', 9>() | small.within::<b'a', 25>()).signs()
    }

    /// Hexadecimal digits of either case.
    #[inline(always)]
    pub(crate) fn hex_digits(self) -> u32 {
        let small = self | Block::splat::<0x20>();
        (self.within::<b'0', 9>() | small.within::<b'a', 5>()).signs()
    }

    /// The byte `FIRST`, and so many behind it.
    #[inline(always)]
    fn within<const FIRST: u8, const MORE: u8>(self) -> Block {
        self.minus(Block::splat::<FIRST>()).at_most(Block::splat::<MORE>())
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, LENGTH, portable};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// Every byte, each in another place than before.
    fn all() -> impl Iterator<Item = [u8; LENGTH]> {
        (0..=u8::MAX).map(|first| core::array::from_fn(|at| first.wrapping_add((at * 37) as u8)))
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes long there")]
    fn the_twins_agree_on_all_pairs_of_bytes() {
        for (one, other) in all().flat_map(|one| all().map(move |other| (one, other))) {
            let [a, b] = [one, other].map(|bytes| Block::new(&bytes));
            let [c, d] = [one, other].map(|bytes| portable::Block::new(&bytes));
            for (fast, slow) in [
                (a | b, c | d),
                (a & b, c & d),
                (a ^ b, c ^ d),
                (a.without(b), c.without(d)),
                (a.equal(b), c.equal(d)),
                (a.at_most(b), c.at_most(d)),
                (a.below_signed(b), c.below_signed(d)),
                (a.minus(b), c.minus(d)),
                (a.minus_saturating(b), c.minus_saturating(d)),
                (a.max(b), c.max(d)),
                (a.shifted::<1>(b), c.shifted::<1>(d)),
                (a.shifted::<2>(b), c.shifted::<2>(d)),
                (a.shifted::<3>(b), c.shifted::<3>(d)),
                (Block::splat::<0x8f>(), portable::Block::splat::<0x8f>()),
            ] {
                let mut written = [[0; LENGTH]; 2];
                fast.write(&mut written[0]);
                slow.write(&mut written[1]);
                assert_eq!(written[0], written[1], "{one:?}, {other:?}");
                assert_eq!(fast.signs(), slow.signs(), "{one:?}, {other:?}");
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes long there")]
    fn questions_are_answered_for_every_byte_at_every_place() {
        let mask = |bytes: [u8; LENGTH], is_it: fn(&u8) -> bool| {
            bytes.iter().enumerate().fold(0, |mask, (at, byte)| mask | u32::from(is_it(byte)) << at)
        };
        for bytes in all() {
            let block = Block::new(&bytes);
            for (answer, is_it) in [
                (block.stops(), (|&byte| byte == b'"' || byte == b'\\' || byte < 0x20) as fn(&u8) -> bool),
                (block.high(), |byte| !byte.is_ascii()),
                (block.continuations(), |&byte| byte & 0xc0 == 0x80),
                (block.fours(), |&byte| byte >= 0xf0),
                (block.capitals(), u8::is_ascii_uppercase),
                (block.hex_digits(), u8::is_ascii_hexdigit),
            ] {
                assert_eq!(answer, mask(bytes, is_it), "{bytes:?}");
            }
        }
    }
}
