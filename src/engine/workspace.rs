//! The memory of a walk, kept from call to call so that the happy path allocates nothing.

use core::cell::Cell;

use crate::engine::report::{Diagnosis, Doubt, Optimist};
use crate::engine::tape::Tape;
use crate::engine::walk::Walk;
use crate::engine::{MAX_LENGTH, Value, syntax};
use crate::error::ErrorShape;
use crate::json::Input;
use crate::plan::Plan;

/// What is kept at the most between two calls, in bytes of text and in slots of tape.
const KEPT_BYTES: usize = 4 << 20;
const KEPT_SLOTS: usize = 1 << 20;

/// The buffers of a walk, and what the last one left in them.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    input: Input,
    tape: Tape,
    /// The slots of text that was appended.
    appended: Vec<usize>,
}

/// What is known of an input that was accepted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Accepted {
    /// Whether the text is ASCII.
    pub(crate) ascii: bool,
    /// Whether the text is not the input as it was.
    #[cfg_attr(not(any(test, target_arch = "wasm32")), expect(dead_code, reason = "only JavaScript decodes the text"))]
    pub(crate) rewritten: bool,
}

impl Workspace {
    /// Lends this thread's workspace, or a new one while that is lent already: a rule of the
    /// application may well parse something itself.
    pub(crate) fn lend<T>(work: impl FnOnce(&mut Workspace) -> T) -> T {
        thread_local! {
            static OWN: Cell<Option<Box<Workspace>>> = const { Cell::new(None) };
        }
        let mut workspace = OWN.take().unwrap_or_default();
        let result = work(&mut workspace);
        workspace.shrink();
        OWN.set(Some(workspace));
        result
    }

    /// Gives back what an unusually large body needed.
    pub(crate) fn shrink(&mut self) {
        self.input.shrink(KEPT_BYTES);
        self.tape.shrink(KEPT_SLOTS);
    }

    /// Judges a body. If it is accepted, the tape and the text hold the value, and the text is
    /// valid UTF-8.
    pub(crate) fn judge(&mut self, plan: &Plan, body: &[u8]) -> Result<Accepted, ErrorShape> {
        if body.len() > MAX_LENGTH {
            return Err(ErrorShape::too_large(MAX_LENGTH));
        }
        self.input.load(body);
        match self.walk::<false>(plan) {
            Ok(accepted) if accepted.ascii || std::str::from_utf8(body).is_ok() => Ok(accepted),
            _ => self.diagnose::<false>(plan, body),
        }
    }

    /// The optimistic walk over what the input holds. It does not look for invalid UTF-8.
    pub(crate) fn walk<const UTF16: bool>(&mut self, plan: &Plan) -> Result<Accepted, Doubt> {
        let Workspace { input, tape, appended } = self;
        Walk::<_, UTF16>::new(plan, input, tape, appended, Optimist).run()
    }

    /// The diagnosing walk over the original body: all issues, or acceptance after all.
    #[cold]
    pub(crate) fn diagnose<const UTF16: bool>(&mut self, plan: &Plan, body: &[u8]) -> Result<Accepted, ErrorShape> {
        syntax(body)?;
        self.input.load(body);
        let Workspace { input, tape, appended } = self;
        let mut walk = Walk::<_, UTF16>::new(plan, input, tape, appended, Diagnosis::default());
        // The syntax is known to be right, so there is nothing left to doubt.
        let accepted = walk.run().map_err(|Doubt| ErrorShape::internal())?;
        match walk.report.issues.is_empty() {
            true => Ok(accepted),
            false => {
                let truncated = walk.report.is_truncated();
                Err(ErrorShape::validation_failed(walk.report.issues, truncated))
            }
        }
    }

    /// The value that was accepted last, under the same plan.
    pub(crate) fn root<'v>(&'v self, plan: &'v Plan) -> Value<'v> {
        Value { plan, node: &plan.root, slot: Some(0), tape: &self.tape, text: self.input.bytes(), utf8: true }
    }
}

/// What JavaScript reads and writes.
#[cfg(any(test, target_arch = "wasm32"))]
impl Workspace {
    /// Makes room for a body of that length, to be written from outside.
    pub(crate) fn reserve(&mut self, length: usize) {
        self.input.reserve(length);
    }

    /// Where a body is written, and how long it may be.
    pub(crate) fn body(&mut self) -> (*mut u8, usize) {
        self.input.body()
    }

    /// Takes what was written there for the input.
    pub(crate) fn start(&mut self, length: usize) {
        self.input.start(length);
        self.appended.clear();
    }

    /// The text that the tape's offsets are about.
    pub(crate) fn text(&self) -> &[u8] {
        if self.appended.is_empty() { self.input.text() } else { self.input.bytes() }
    }

    /// The slots, and the plane with UTF-16 offsets.
    pub(crate) fn planes(&self) -> (&[u64], &[u64]) {
        self.tape.planes()
    }
}
