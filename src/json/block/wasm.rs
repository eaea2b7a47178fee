use core::arch::wasm32::*;
use core::ops::{BitAnd, BitOr, BitXor};

use super::LENGTH;

#[derive(Clone, Copy)]
pub(crate) struct Block(v128);

union Constant {
    bytes: [u8; LENGTH],
    vector: v128,
}

impl Block {
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; LENGTH]) -> Block {
        // SAFETY: the reference is to 16 readable bytes, and `v128_load` needs no alignment.
        Block(unsafe { v128_load(bytes.as_ptr().cast()) })
    }

    #[inline(always)]
    pub(crate) fn write(self, bytes: &mut [u8; LENGTH]) {
        // SAFETY: the reference is to 16 bytes, and `v128_store` needs no alignment.
        unsafe { v128_store(bytes.as_mut_ptr().cast(), self.0) }
    }

    /// The same byte sixteen times.
    #[inline(always)]
    pub(crate) fn splat<const BYTE: u8>() -> Block {
        // V8 makes a constant anew with three instructions wherever it is used, in loops too. To
        // read it from memory takes one, and that it might change keeps LLVM from knowing it.
        let constant = const { &Constant { bytes: [BYTE; LENGTH] } };
        // SAFETY: the reference is to bytes that are aligned as a `v128`, and all of them are one.
        Block(unsafe { (&raw const constant.vector).read_volatile() })
    }

    /// The highest bits of all bytes.
    #[inline(always)]
    pub(crate) fn signs(self) -> u32 {
        u32::from(u8x16_bitmask(self.0))
    }

    /// All bits of the bytes that are the same in both.
    #[inline(always)]
    pub(crate) fn equal(self, other: Block) -> Block {
        Block(u8x16_eq(self.0, other.0))
    }

    /// All bits of the bytes that are not greater than the other's.
    #[inline(always)]
    pub(crate) fn at_most(self, other: Block) -> Block {
        Block(u8x16_le(self.0, other.0))
    }

    /// All bits of the bytes that are, as signed ones, less than the other's.
    #[inline(always)]
    pub(crate) fn below_signed(self, other: Block) -> Block {
        Block(i8x16_lt(self.0, other.0))
    }

    #[inline(always)]
    pub(crate) fn minus(self, other: Block) -> Block {
        Block(u8x16_sub(self.0, other.0))
    }

    /// The difference, but 0 where it would be below.
    #[inline(always)]
    pub(crate) fn minus_saturating(self, other: Block) -> Block {
        Block(u8x16_sub_sat(self.0, other.0))
    }

    /// The greater of each two bytes.
    #[inline(always)]
    pub(crate) fn max(self, other: Block) -> Block {
        Block(u8x16_max(self.0, other.0))
    }

    /// The bits that the other has not.
    #[inline(always)]
    pub(crate) fn without(self, other: Block) -> Block {
        Block(v128_andnot(self.0, other.0))
    }

    /// What stands `COUNT` bytes, 1 to 3, before each byte of this block, which comes behind the
    /// other.
    #[inline(always)]
    pub(crate) fn shifted<const COUNT: usize>(self, other: Block) -> Block {
        let Block(block) = self;
        Block(match COUNT {
            1 => i8x16_shuffle::<15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30>(other.0, block),
            2 => i8x16_shuffle::<14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29>(other.0, block),
            _ => i8x16_shuffle::<13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28>(other.0, block),
        })
    }
}

impl BitOr for Block {
    type Output = Block;

    #[inline(always)]
    fn bitor(self, other: Block) -> Block {
        Block(v128_or(self.0, other.0))
    }
}

impl BitAnd for Block {
    type Output = Block;

    #[inline(always)]
    fn bitand(self, other: Block) -> Block {
        Block(v128_and(self.0, other.0))
    }
}

impl BitXor for Block {
    type Output = Block;

    #[inline(always)]
    fn bitxor(self, other: Block) -> Block {
        Block(v128_xor(self.0, other.0))
    }
}
