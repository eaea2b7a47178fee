//! What Rust allocates from: a heap within the module's own memory, and when that is full, memory
//! that is added to it.

use core::alloc::Layout;
use core::arch::wasm32::memory_grow;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use talc::base::Talc;
use talc::base::binning::Binning;
use talc::cell::TalcSyncCell;
use talc::source::Source;
use talc::wasm::WasmBinning;

/// A quarter of the code that `std` brings for it.
#[global_allocator]
static ALLOCATOR: TalcSyncCell<Memory, WasmBinning> = TalcSyncCell::new_wasm(Memory { end: None });

const FIRST_SIZE: usize = 1 << 20;

/// The first heap. `portcullis build` starts the engine ahead of time and keeps what it finds here;
/// memory that was added could not be kept.
static mut FIRST: [MaybeUninit<u8>; FIRST_SIZE] = [MaybeUninit::uninit(); FIRST_SIZE];

/// The bytes of a page of WASM memory.
const PAGE: usize = 1 << 16;

/// What the allocator itself needs of a heap at the most, beside what is asked of it.
const OVERHEAD: usize = 64;

#[derive(Debug)]
struct Memory {
    /// Where the last heap ends; there is none at first.
    end: Option<NonNull<u8>>,
}

// SAFETY: WebAssembly has one thread here, and nothing else writes to `end`.
unsafe impl Send for Memory {}

// SAFETY: it allocates nothing itself.
unsafe impl Source for Memory {
    fn acquire<B: Binning>(talc: &mut Talc<Memory, B>, layout: Layout) -> Result<(), ()> {
        let Some(end) = talc.source.end else {
            // SAFETY: nobody else knows of `FIRST`, and it is given away once.
            talc.source.end = unsafe { talc.claim((&raw mut FIRST).cast(), FIRST_SIZE) };
            return talc.source.end.map(drop).ok_or(());
        };
        let bytes = (layout.size() + layout.align() + OVERHEAD).next_multiple_of(PAGE);
        let pages = memory_grow::<0>(bytes / PAGE);
        if pages == usize::MAX {
            return Err(());
        }
        let start = (pages * PAGE) as *mut u8;
        let grown = if end.as_ptr() == start {
            // SAFETY: the heap ends where the new memory starts, which nobody else knows of.
            Some(unsafe { talc.extend(end, start.wrapping_add(bytes)) })
        } else {
            // SAFETY: nobody else knows of the new memory.
            unsafe { talc.claim(start, bytes) }
        };
        talc.source.end = Some(grown.ok_or(())?);
        Ok(())
    }
}
