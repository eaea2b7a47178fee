use core::arch::x86_64::*;
use core::ops::{BitAnd, BitOr, BitXor};

use super::LENGTH;

#[derive(Clone, Copy)]
pub(crate) struct Block(__m128i);

impl Block {
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; LENGTH]) -> Block {
        // SAFETY: the reference is to 16 readable bytes, and `loadu` needs no alignment.
        Block(unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) })
    }

    #[inline(always)]
    pub(crate) fn write(self, bytes: &mut [u8; LENGTH]) {
        // SAFETY: the reference is to 16 bytes, and `storeu` needs no alignment.
        unsafe { _mm_storeu_si128(bytes.as_mut_ptr().cast(), self.0) }
    }

    /// The same byte sixteen times.
    #[inline(always)]
    pub(crate) fn splat<const BYTE: u8>() -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_set1_epi8(BYTE as i8) })
    }

    /// The highest bits of all bytes.
    #[inline(always)]
    pub(crate) fn signs(self) -> u32 {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        unsafe { _mm_movemask_epi8(self.0) as u32 }
    }

    /// All bits of the bytes that are the same in both.
    #[inline(always)]
    pub(crate) fn equal(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_cmpeq_epi8(self.0, other.0) })
    }

    /// All bits of the bytes that are not greater than the other's.
    #[inline(always)]
    pub(crate) fn at_most(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_cmpeq_epi8(_mm_min_epu8(self.0, other.0), self.0) })
    }

    /// All bits of the bytes that are, as signed ones, less than the other's.
    #[inline(always)]
    pub(crate) fn below_signed(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_cmplt_epi8(self.0, other.0) })
    }

    #[inline(always)]
    pub(crate) fn minus(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_sub_epi8(self.0, other.0) })
    }

    /// The difference, but 0 where it would be below.
    #[inline(always)]
    pub(crate) fn minus_saturating(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_subs_epu8(self.0, other.0) })
    }

    /// The greater of each two bytes.
    #[inline(always)]
    pub(crate) fn max(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_max_epu8(self.0, other.0) })
    }

    /// The bits that the other has not.
    #[inline(always)]
    pub(crate) fn without(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_andnot_si128(other.0, self.0) })
    }

    /// What stands `COUNT` bytes, 1 to 3, before each byte of this block, which comes behind the
    /// other.
    #[inline(always)]
    pub(crate) fn shifted<const COUNT: usize>(self, other: Block) -> Block {
        let Block(block) = self;
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe {
            match COUNT {
                1 => _mm_or_si128(_mm_slli_si128::<1>(block), _mm_srli_si128::<15>(other.0)),
                2 => _mm_or_si128(_mm_slli_si128::<2>(block), _mm_srli_si128::<14>(other.0)),
                _ => _mm_or_si128(_mm_slli_si128::<3>(block), _mm_srli_si128::<13>(other.0)),
            }
        })
    }
}

impl BitOr for Block {
    type Output = Block;

    #[inline(always)]
    fn bitor(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_or_si128(self.0, other.0) })
    }
}

impl BitAnd for Block {
    type Output = Block;

    #[inline(always)]
    fn bitand(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_and_si128(self.0, other.0) })
    }
}

impl BitXor for Block {
    type Output = Block;

    #[inline(always)]
    fn bitxor(self, other: Block) -> Block {
        // SAFETY: this module is only compiled where SSE2 is enabled.
        Block(unsafe { _mm_xor_si128(self.0, other.0) })
    }
}
