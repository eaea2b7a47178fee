use core::ops::{BitAnd, BitOr, BitXor};

use super::LENGTH;

#[derive(Clone, Copy)]
pub(crate) struct Block([u8; LENGTH]);

impl Block {
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; LENGTH]) -> Block {
        Block(*bytes)
    }

    #[inline(always)]
    pub(crate) fn write(self, bytes: &mut [u8; LENGTH]) {
        *bytes = self.0;
    }

    /// The same byte sixteen times.
    #[inline(always)]
    pub(crate) fn splat<const BYTE: u8>() -> Block {
        Block([BYTE; LENGTH])
    }

    /// The highest bits of all bytes.
    #[inline(always)]
    pub(crate) fn signs(self) -> u32 {
        self.0.iter().enumerate().fold(0, |mask, (at, &byte)| mask | u32::from(byte >> 7) << at)
    }

    /// All bits of the bytes that are the same in both.
    #[inline(always)]
    pub(crate) fn equal(self, other: Block) -> Block {
        self.with(other, |byte, other| all_bits(byte == other))
    }

    /// All bits of the bytes that are not greater than the other's.
    #[inline(always)]
    pub(crate) fn at_most(self, other: Block) -> Block {
        self.with(other, |byte, other| all_bits(byte <= other))
    }

    /// All bits of the bytes that are, as signed ones, less than the other's.
    #[inline(always)]
    pub(crate) fn below_signed(self, other: Block) -> Block {
        self.with(other, |byte, other| all_bits((byte as i8) < other as i8))
    }

    #[inline(always)]
    pub(crate) fn minus(self, other: Block) -> Block {
        self.with(other, u8::wrapping_sub)
    }

    /// The difference, but 0 where it would be below.
    #[inline(always)]
    pub(crate) fn minus_saturating(self, other: Block) -> Block {
        self.with(other, u8::saturating_sub)
    }

    /// The greater of each two bytes.
    #[inline(always)]
    pub(crate) fn max(self, other: Block) -> Block {
        self.with(other, u8::max)
    }

    /// The bits that the other has not.
    #[inline(always)]
    pub(crate) fn without(self, other: Block) -> Block {
        self.with(other, |byte, other| byte & !other)
    }

    /// What stands `COUNT` bytes, 1 to 3, before each byte of this block, which comes behind the
    /// other.
    #[inline(always)]
    pub(crate) fn shifted<const COUNT: usize>(self, other: Block) -> Block {
        Block(core::array::from_fn(|at| match at.checked_sub(COUNT) {
            Some(before) => self.0[before],
            None => other.0[LENGTH + at - COUNT],
        }))
    }

    #[inline(always)]
    fn with(self, other: Block, combine: impl Fn(u8, u8) -> u8) -> Block {
        Block(core::array::from_fn(|at| combine(self.0[at], other.0[at])))
    }
}

#[inline(always)]
fn all_bits(is_set: bool) -> u8 {
    if is_set { 0xff } else { 0 }
}

impl BitOr for Block {
    type Output = Block;

    #[inline(always)]
    fn bitor(self, other: Block) -> Block {
        self.with(other, |byte, other| byte | other)
    }
}

impl BitAnd for Block {
    type Output = Block;

    #[inline(always)]
    fn bitand(self, other: Block) -> Block {
        self.with(other, |byte, other| byte & other)
    }
}

impl BitXor for Block {
    type Output = Block;

    #[inline(always)]
    fn bitxor(self, other: Block) -> Block {
        self.with(other, |byte, other| byte ^ other)
    }
}
