//! The WASM surface: a few functions over shared buffers, and no logic.
//!
//! JavaScript writes a body to where [`STATE`] says, calls [`check`], and reads what the tape says.
//! All pointers are offsets into the module's memory, all lengths are in bytes. The functions are exported as
//! they are: they take and give nothing that glue would have to translate.

mod memory;

use core::cell::{Cell, RefCell};
use core::sync::atomic::{AtomicU32, Ordering};

use crate::Contracts;
use crate::engine::{Accepted, Workspace};
use crate::error::ErrorShape;
use crate::json;
use crate::plan::Plan;
use crate::sources::Source;

/// The input was accepted.
const ACCEPTED: u32 = 1;
/// The text is ASCII.
const ASCII: u32 = 2;
/// The text is not the input as it was.
const REWRITTEN: u32 = 4;
/// The text is certainly valid UTF-8.
const UTF8: u32 = 8;

thread_local! {
    static PLANS: Cell<&'static [Plan]> = const { Cell::new(&[]) };
    static WORKSPACE: RefCell<Workspace> = const { RefCell::new(Workspace::new()) };
    static ANSWER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

// The names are unsafe in that two things of one name would be taken for each other; a linker refuses
// the second one.

/// Where everything is. Statics are exported as globals that hold their address.
#[unsafe(export_name = "state")]
pub static STATE: State = State([const { AtomicU32::new(0) }; 8]);

/// The eight numbers that say where everything is: the body and how many bytes it may have, the text and its
/// length, the slots, the text offsets in UTF-16, the answer and its length. They stay where they are, and are
/// up to date after every call.
#[derive(Debug)]
#[repr(C)]
pub struct State([AtomicU32; 8]);

impl State {
    /// Takes note of where everything in the workspace is now.
    #[inline(never)]
    fn update(&self, workspace: &mut Workspace) {
        let body = workspace.body();
        let (body, capacity) = (body.as_mut_ptr(), body.len());
        let text = workspace.text();
        let (slots, spans) = workspace.planes();
        let state = [
            body as u32,
            capacity as u32,
            text.as_ptr() as u32,
            text.len() as u32,
            slots.as_ptr() as u32,
            spans.as_ptr() as u32,
        ];
        for (cell, value) in self.0.iter().zip(state) {
            cell.store(value, Ordering::Relaxed);
        }
    }

    /// Takes note of where the answer is now.
    fn answer(&self, answer: &[u8]) {
        let [.., address, length] = &self.0;
        address.store(answer.as_ptr() as u32, Ordering::Relaxed);
        length.store(answer.len() as u32, Ordering::Relaxed);
    }
}

impl Contracts {
    /// Serves these payloads from this module. Called once, by what `portcullis build` generates.
    ///
    /// All schemas are linked here and none later: a build that does this ahead of time needs no code for
    /// it in the package.
    #[doc(hidden)]
    pub fn serve(&'static self) {
        let plans = Plan::all(self.payloads.iter().map(|contract| (contract.schema)()));
        PLANS.set(plans.leak());
        reserve(1024);
    }
}

/// Makes room for a body of `length` bytes.
#[unsafe(export_name = "reserve")]
pub extern "C" fn reserve(length: u32) {
    lend(|workspace| workspace.reserve(length as usize));
}

/// Walks the `length` bytes of the body under the payload with that number, and changes them.
///
/// They are JSON where `source` is 0, JSON whose values are text cells where it is 1, and values in the order of the
/// schema where it is 2. Gives flags: 1 accepted, 2 the text is ASCII, 4 the text
/// is not the body as it was, 8 it is certainly valid UTF-8. 0 is a doubt: write the body again, as JSON, and call
/// [`diagnose`].
#[unsafe(export_name = "check")]
pub extern "C" fn check(payload: u32, length: u32, source: u32) -> u32 {
    lend(|workspace| {
        workspace.start(length as usize);
        workspace.walk(plan(payload), source_of(source)).map_or(0, flags)
    })
}

/// Walks the body again, slowly: gives the flags of [`check`], or 0 when the refusal is in the
/// answer, as JSON.
#[unsafe(export_name = "diagnose")]
pub extern "C" fn diagnose(payload: u32, length: u32, source: u32) -> u32 {
    lend(|workspace| {
        workspace.start(length as usize);
        match workspace.diagnose(plan(payload), source_of(source)) {
            Ok(accepted) => flags(accepted),
            Err(refusal) => {
                answer(&refusal);
                0
            }
        }
    })
}

/// Whether the text is valid UTF-8, which [`check`] does not look at.
#[unsafe(export_name = "is_utf8")]
pub extern "C" fn is_utf8() -> bool {
    lend(|workspace| json::is_utf8(workspace.text()))
}

fn plan(payload: u32) -> &'static Plan {
    &PLANS.get()[payload as usize]
}

fn source_of(number: u32) -> Source {
    match number {
        0 => Source::Json,
        1 => Source::Cells,
        _ => Source::Written { texts: 0 },
    }
}

fn flags(accepted: Accepted) -> u32 {
    let Accepted { ascii, utf8, rewritten, .. } = accepted;
    ACCEPTED | if ascii { ASCII } else { 0 } | if rewritten { REWRITTEN } else { 0 } | if utf8 { UTF8 } else { 0 }
}

fn answer(refusal: &ErrorShape) {
    let json = json::to_vec(refusal).unwrap_or_default();
    STATE.answer(&json);
    ANSWER.with(|answer| answer.set(json));
}

/// Lends the workspace, and takes note of where everything is afterwards.
fn lend<T: Default>(work: impl FnOnce(&mut Workspace) -> T) -> T {
    WORKSPACE.with(|workspace| {
        // It is free, for JavaScript calls one of these functions at a time.
        let Ok(mut workspace) = workspace.try_borrow_mut() else { return T::default() };
        let result = work(&mut workspace);
        STATE.update(&mut workspace);
        result
    })
}
