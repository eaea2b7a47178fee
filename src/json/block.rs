//! Sixteen bytes at once: WASM SIMD, SSE2, and a portable twin of the same meaning.
//!
//! Every question is answered by a mask whose bit `n` speaks of byte `n`.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) use wasm::Block;

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(miri)))]
pub(crate) use sse2::Block;

#[cfg(not(any(
    all(target_arch = "wasm32", target_feature = "simd128"),
    all(target_arch = "x86_64", target_feature = "sse2", not(miri)),
)))]
pub(crate) use portable::Block;

/// How many bytes a [`Block`] has.
pub(crate) const LENGTH: usize = 16;

/// Whether a question is answered by no byte.
#[inline(always)]
pub(crate) fn none(bytes: &[u8], question: impl Fn(Block) -> u32) -> bool {
    let (blocks, rest) = bytes.as_chunks::<LENGTH>();
    if blocks.iter().any(|block| question(Block::new(block)) != 0) {
        return false;
    }
    match bytes.last_chunk::<LENGTH>() {
        // What is left is looked at together with what comes before it.
        Some(last) => rest.is_empty() || question(Block::new(last)) == 0,
        None => {
            let mut short = [0; LENGTH];
            short[..rest.len()].copy_from_slice(rest);
            question(Block::new(&short)) & ((1 << rest.len()) - 1) == 0
        }
    }
}

/// Whether there are capital letters of ASCII.
#[inline(always)]
pub(crate) fn has_capitals(bytes: &[u8]) -> bool {
    !none(bytes, Block::capitals)
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm {
    use core::arch::wasm32::*;

    #[derive(Clone, Copy)]
    pub(crate) struct Block(v128);

    impl Block {
        #[inline(always)]
        pub(crate) fn new(bytes: &[u8; 16]) -> Block {
            // SAFETY: the reference is to 16 readable bytes, and `v128_load` needs no alignment.
            Block(unsafe { v128_load(bytes.as_ptr().cast()) })
        }

        /// Bytes that are the same in both.
        #[inline(always)]
        pub(crate) fn equal_to(self, other: Block) -> u32 {
            u32::from(u8x16_bitmask(u8x16_eq(self.0, other.0)))
        }

        /// Bytes that end a run of plain text: quotes, backslashes and control characters.
        #[inline(always)]
        pub(crate) fn stops(self) -> u32 {
            let quote = i8x16_eq(self.0, i8x16_splat(b'"' as i8));
            let backslash = i8x16_eq(self.0, i8x16_splat(b'\\' as i8));
            let control = u8x16_lt(self.0, u8x16_splat(0x20));
            u32::from(u8x16_bitmask(v128_or(v128_or(quote, backslash), control)))
        }

        /// Bytes outside ASCII.
        #[inline(always)]
        pub(crate) fn high(self) -> u32 {
            u32::from(u8x16_bitmask(self.0))
        }

        /// UTF-8 continuation bytes: 0x80 to 0xBF.
        #[inline(always)]
        pub(crate) fn continuations(self) -> u32 {
            u32::from(u8x16_bitmask(i8x16_lt(self.0, i8x16_splat(-64))))
        }

        /// First bytes of four-byte characters: 0xF0 and up.
        #[inline(always)]
        pub(crate) fn fours(self) -> u32 {
            u32::from(u8x16_bitmask(u8x16_ge(self.0, u8x16_splat(0xf0))))
        }

        /// Capital letters of ASCII.
        #[inline(always)]
        pub(crate) fn capitals(self) -> u32 {
            u32::from(u8x16_bitmask(within(self.0, b'A', b'Z')))
        }

        /// Hexadecimal digits of either case.
        #[inline(always)]
        pub(crate) fn hex_digits(self) -> u32 {
            let letters = within(v128_or(self.0, u8x16_splat(0x20)), b'a', b'f');
            u32::from(u8x16_bitmask(v128_or(within(self.0, b'0', b'9'), letters)))
        }
    }

    #[inline(always)]
    fn within(bytes: v128, first: u8, last: u8) -> v128 {
        u8x16_lt(u8x16_sub(bytes, u8x16_splat(first)), u8x16_splat(last - first + 1))
    }
}

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(miri)))]
mod sse2 {
    use core::arch::x86_64::*;

    #[derive(Clone, Copy)]
    pub(crate) struct Block(__m128i);

    impl Block {
        #[inline(always)]
        pub(crate) fn new(bytes: &[u8; 16]) -> Block {
            // SAFETY: the reference is to 16 readable bytes, and `loadu` needs no alignment.
            Block(unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) })
        }

        /// Bytes that are the same in both.
        #[inline(always)]
        pub(crate) fn equal_to(self, other: Block) -> u32 {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            Block(unsafe { _mm_cmpeq_epi8(self.0, other.0) }).mask()
        }

        /// Bytes that end a run of plain text: quotes, backslashes and control characters.
        #[inline(always)]
        pub(crate) fn stops(self) -> u32 {
            (self.equal(b'"') | self.equal(b'\\')) | self.at_most(0x1f)
        }

        /// Bytes outside ASCII.
        #[inline(always)]
        pub(crate) fn high(self) -> u32 {
            self.mask()
        }

        /// UTF-8 continuation bytes: 0x80 to 0xBF.
        #[inline(always)]
        pub(crate) fn continuations(self) -> u32 {
            self.minus(0x80).at_most(0x3f)
        }

        /// First bytes of four-byte characters: 0xF0 and up.
        #[inline(always)]
        pub(crate) fn fours(self) -> u32 {
            self.minus(0xf0).at_most(0x0f)
        }

        /// Capital letters of ASCII.
        #[inline(always)]
        pub(crate) fn capitals(self) -> u32 {
            self.minus(b'A').at_most(25)
        }

        /// Hexadecimal digits of either case.
        #[inline(always)]
        pub(crate) fn hex_digits(self) -> u32 {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            let small = Block(unsafe { _mm_or_si128(self.0, Block::splat(0x20).0) });
            self.minus(b'0').at_most(9) | small.minus(b'a').at_most(5)
        }

        #[inline(always)]
        fn splat(byte: u8) -> Block {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            Block(unsafe { _mm_set1_epi8(byte as i8) })
        }

        #[inline(always)]
        fn mask(self) -> u32 {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            unsafe { _mm_movemask_epi8(self.0) as u32 }
        }

        #[inline(always)]
        fn equal(self, byte: u8) -> u32 {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            Block(unsafe { _mm_cmpeq_epi8(self.0, Block::splat(byte).0) }).mask()
        }

        #[inline(always)]
        fn minus(self, byte: u8) -> Block {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            Block(unsafe { _mm_sub_epi8(self.0, Block::splat(byte).0) })
        }

        #[inline(always)]
        fn at_most(self, byte: u8) -> u32 {
            // SAFETY: this module is only compiled where SSE2 is enabled.
            Block(unsafe { _mm_cmpeq_epi8(_mm_min_epu8(self.0, Block::splat(byte).0), self.0) }).mask()
        }
    }
}

#[cfg(any(
    test,
    not(any(
        all(target_arch = "wasm32", target_feature = "simd128"),
        all(target_arch = "x86_64", target_feature = "sse2", not(miri)),
    ))
))]
mod portable {
    #[derive(Clone, Copy)]
    pub(crate) struct Block([u8; 16]);

    impl Block {
        #[inline(always)]
        pub(crate) fn new(bytes: &[u8; 16]) -> Block {
            Block(*bytes)
        }

        #[inline(always)]
        fn mask(self, is_set: impl Fn(u8) -> bool) -> u32 {
            self.0.iter().enumerate().fold(0, |mask, (at, &byte)| mask | u32::from(is_set(byte)) << at)
        }

        /// Bytes that are the same in both.
        #[inline(always)]
        pub(crate) fn equal_to(self, other: Block) -> u32 {
            let equal: [bool; 16] = core::array::from_fn(|at| self.0[at] == other.0[at]);
            Block(equal.map(u8::from)).mask(|byte| byte == 1)
        }

        /// Bytes that end a run of plain text: quotes, backslashes and control characters.
        #[inline(always)]
        pub(crate) fn stops(self) -> u32 {
            self.mask(|byte| byte == b'"' || byte == b'\\' || byte < 0x20)
        }

        /// Bytes outside ASCII.
        #[inline(always)]
        pub(crate) fn high(self) -> u32 {
            self.mask(|byte| byte >= 0x80)
        }

        /// UTF-8 continuation bytes: 0x80 to 0xBF.
        #[inline(always)]
        pub(crate) fn continuations(self) -> u32 {
            self.mask(|byte| byte & 0xc0 == 0x80)
        }

        /// First bytes of four-byte characters: 0xF0 and up.
        #[inline(always)]
        pub(crate) fn fours(self) -> u32 {
            self.mask(|byte| byte >= 0xf0)
        }

        /// Capital letters of ASCII.
        #[inline(always)]
        pub(crate) fn capitals(self) -> u32 {
            self.mask(|byte| byte.is_ascii_uppercase())
        }

        /// Hexadecimal digits of either case.
        #[inline(always)]
        pub(crate) fn hex_digits(self) -> u32 {
            self.mask(|byte| byte.is_ascii_hexdigit())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, portable};

    #[test]
    fn the_twins_agree_on_every_byte_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..16 {
                let mut bytes = [b'x'; 16];
                bytes[place] = byte;
                let (fast, slow) = (Block::new(&bytes), portable::Block::new(&bytes));
                assert_eq!(fast.stops(), slow.stops(), "{bytes:?}");
                let plain = [b'x'; 16];
                let same = fast.equal_to(Block::new(&plain));
                assert_eq!(same, slow.equal_to(portable::Block::new(&plain)), "{bytes:?}");
                assert_eq!(fast.high(), slow.high(), "{bytes:?}");
                assert_eq!(fast.continuations(), slow.continuations(), "{bytes:?}");
                assert_eq!(fast.fours(), slow.fours(), "{bytes:?}");
                assert_eq!(fast.capitals(), slow.capitals(), "{bytes:?}");
                assert_eq!(fast.hex_digits(), slow.hex_digits(), "{bytes:?}");
            }
        }
    }

    #[test]
    fn capitals_are_found_at_every_place_of_every_length() {
        for length in 0..50 {
            let mut bytes = vec![b'x'; length];
            assert!(!super::has_capitals(&bytes));
            for place in 0..length {
                bytes[place] = b'Q';
                assert!(super::has_capitals(&bytes), "{length}, {place}");
                bytes[place] = b'x';
            }
        }
    }
}
