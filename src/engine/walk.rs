//! The walk over the input: one pass that scans, checks and writes the tape.
//!
//! There is one walk for both jobs. With an optimistic [`Report`] the first issue ends it; with a
//! diagnosing one it goes on, over input whose syntax is known to be right, and lists them all.

use crate::engine::mismatch::Suspect;
use crate::engine::report::{Doubt, Finding, Report};
use crate::engine::tape::{NULL, State, Tape};
use crate::engine::workspace::Accepted;
use crate::issue::{Reason, Step};
use crate::json::{Input, MAX_DEPTH, Text};
use crate::plan::{ArrayPlan, EnumPlan, Layout, NOTHING, Node, Plan, Shape};
use crate::sources::Source;

/// Whether the walk also counts what JavaScript needs.
pub(super) const UTF16: bool = cfg!(any(test, target_arch = "wasm32"));

/// A walk in progress, and what the last one has left behind.
#[derive(Debug)]
pub(crate) struct Walk {
    pub(super) plan: &'static Plan,
    pub(super) source: Source,
    pub(super) input: Input,
    pub(super) tape: Tape,
    pub(super) report: Report,
    /// How many arrays and objects are open.
    pub(super) depth: u32,
    /// How many there may be.
    pub(super) deepest: u32,
    /// Whether all strings so far are ASCII.
    pub(super) ascii: bool,
    /// Whether text was changed in place.
    pub(super) rewritten: bool,
    /// How many bytes the text has had beyond UTF-16 code units.
    pub(super) shrink: u32,
    pub(super) appended: Appended,
    /// What is asked of values that are dropped, where serde would have buffered them.
    pub(super) dropped: Option<Hold>,
    /// What tells of a value that is not of its type, but perhaps is for serde, where that matters.
    pub(super) narrows: Option<fn(&Walk, Suspect<'_>) -> bool>,
    /// How many bytes may still be looked at more often than once.
    budget: usize,
}

/// Looks at a value, and leaves it where it is.
pub(super) type Hold = fn(&mut Walk) -> Result<(), Doubt>;

/// How many bytes may be looked at more often than once: so many, and so many for each of the body.
const SPARE: usize = 64 << 10;
const SPARE_FACTOR: usize = 16;

/// What was appended to the text: defaults, and text that grew.
#[derive(Debug)]
pub(super) struct Appended {
    /// As [`Walk::shrink`], for all that was appended.
    pub(super) shrink: u32,
    /// Whether the walk is there now.
    pub(super) is_here: bool,
    /// The text slots that point there. Their UTF-16 offsets lack the shrink of the text before,
    /// which is known at the end.
    pub(super) slots: Vec<usize>,
}

impl Walk {
    /// One that has not begun.
    pub(super) const fn new() -> Walk {
        Walk {
            plan: &NOTHING,
            source: Source::Json,
            input: Input::new(),
            tape: Tape::new(),
            report: Report::optimistic(),
            depth: 0,
            deepest: MAX_DEPTH,
            ascii: true,
            rewritten: false,
            shrink: 0,
            appended: Appended { shrink: 0, is_here: false, slots: Vec::new() },
            dropped: None,
            narrows: None,
            budget: 0,
        }
    }

    /// Walks the whole text.
    pub(super) fn run(&mut self, plan: &'static Plan, source: Source, report: Report) -> Result<Accepted, Doubt> {
        self.begin(plan, source, report);
        let root = self.element(&plan.root, 0)?;
        self.rules(&plan.root, root, 0)?;
        if !self.input.is_at_end() {
            return Err(Doubt);
        }
        for &slot in &self.appended.slots {
            if self.tape.is_wide() {
                self.tape.move_utf16(slot, self.shrink);
            }
        }
        let rewritten = self.rewritten || !self.appended.slots.is_empty();
        let utf8 = self.input.is_certainly_utf8();
        Ok(Accepted { ascii: self.ascii, utf8, rewritten, is_null: root == State::Null })
    }

    fn begin(&mut self, plan: &'static Plan, source: Source, report: Report) {
        (self.plan, self.source) = (plan, source);
        self.report = report;
        self.tape.start();
        (self.depth, self.deepest) = (0, MAX_DEPTH);
        (self.ascii, self.rewritten, self.shrink) = (true, false, 0);
        (self.appended.shrink, self.appended.is_here) = (0, false);
        self.appended.slots.clear();
        (self.dropped, self.narrows) = (None, None);
        if matches!(source, Source::Written { .. }) {
            self.tape.widen();
        }
        self.budget = SPARE + SPARE_FACTOR * self.input.text().len();
        // A byte order mark is one code unit of three bytes.
        if self.input.at() > 0 {
            self.meet(false, 2);
        }
    }

    /// Appends to the text: where it starts, in bytes and (but for the shrink of what was there at
    /// first) in UTF-16 code units.
    #[cold]
    pub(super) fn append(&mut self, piece: &[u8]) -> (usize, u32) {
        let start = self.input.append(piece);
        let utf16 = (start as u32).wrapping_sub(self.appended.shrink);
        self.appended.shrink = self.appended.shrink.wrapping_add(Text::of(piece, start).shrink());
        (start, utf16)
    }

    /// Takes note of text that was passed.
    #[inline(always)]
    pub(super) fn meet(&mut self, ascii: bool, shrink: u32) {
        if !ascii {
            self.ascii = false;
            if UTF16 && !self.tape.is_wide() {
                self.tape.widen();
            }
            self.shrink = self.shrink.wrapping_add(shrink);
        }
    }

    /// The root, an item of a list, or a default: says whether it is null.
    #[inline(never)]
    pub(super) fn element(&mut self, node: &'static Node, slot: usize) -> Result<State, Doubt> {
        let byte = self.input.peek();
        if node.nullable && byte == b'n' {
            self.input.literal(b"null")?;
            return Ok(State::Null);
        }
        self.value(node, slot, byte)?;
        Ok(State::Value)
    }

    /// A value that is not null, unless null is an error, and starts with this byte.
    #[inline(always)]
    pub(super) fn value(&mut self, node: &'static Node, slot: usize, byte: u8) -> Result<(), Doubt> {
        match &node.shape {
            Shape::Text(plan) if byte == b'"' => self.text(plan, slot),
            Shape::Integer(plan) if is_number(byte) => self.integer(plan, slot),
            Shape::Number(plan) if is_number(byte) => (plan.walk)(self, plan, slot),
            Shape::BigInteger(plan) if is_number(byte) => (plan.walk)(self, plan, slot),
            Shape::Boolean if byte == b't' => {
                self.input.literal(b"true")?;
                self.tape.set(slot, 1);
                Ok(())
            }
            Shape::Boolean if byte == b'f' => {
                self.input.literal(b"false")?;
                self.tape.set(slot, 0);
                Ok(())
            }
            Shape::Enum(plan) if byte == b'"' => self.variant(plan, slot),
            Shape::Array(plan) if byte == b'[' => self.array(plan, slot, false),
            Shape::Object(index) if byte == b'{' => {
                let block = self.object(*index)?;
                self.tape.set_halves(slot, block, 0);
                Ok(())
            }
            _ => self.rare(node, slot, byte),
        }
    }

    /// A shape that few payloads have, a value as JavaScript writes it, or something else than the shape asks for.
    #[inline(never)]
    fn rare(&mut self, node: &'static Node, slot: usize, byte: u8) -> Result<(), Doubt> {
        match &node.shape {
            Shape::Tuple(plan) if byte == b'[' => (plan.walk)(self, plan, slot),
            &Shape::Union(index) => {
                let plan = &self.plan.unions[index];
                (plan.walk)(self, plan, slot)
            }
            Shape::Map(plan) if byte == b'{' => (plan.walk)(self, plan, slot),
            Shape::Any(any) => (any.walk)(self, &(), slot),
            _ if byte == b'"' && self.source == Source::Cells => self.cell(node, slot),
            shape if matches!(self.source, Source::Written { .. }) => self.written(shape, slot, byte),
            shape => self.mismatch(shape, byte),
        }
    }

    /// Moves over a value that is dropped.
    pub(super) fn discard(&mut self) -> Result<(), Doubt> {
        if let Some(hold) = self.dropped {
            hold(self)?;
        }
        self.skip()
    }

    /// Takes note of bytes that were looked at ahead, or in vain. Says whether that is still within
    /// bounds: what is nested in itself is looked at once per level.
    pub(super) fn spend(&mut self, bytes: usize) -> bool {
        let left = self.budget.checked_sub(bytes);
        self.budget = left.unwrap_or_default();
        left.is_some()
    }

    /// Moves over a value that nobody wants.
    #[inline(never)]
    pub(super) fn skip(&mut self) -> Result<(), Doubt> {
        let skipped = self.input.skip(self.depth)?;
        self.rewritten |= skipped.rewritten;
        self.meet(skipped.ascii, skipped.shrink);
        Ok(())
    }

    #[inline(never)]
    fn variant(&mut self, plan: &'static EnumPlan, slot: usize) -> Result<(), Doubt> {
        match plan.keys.iter().position(|key| self.input.take(key)) {
            Some(index) => {
                self.tape.set(slot, index as u64);
                Ok(())
            }
            None => self.other_variant(plan, slot),
        }
    }

    /// A variant's name in an unusual spelling, or none.
    fn other_variant(&mut self, plan: &'static EnumPlan, slot: usize) -> Result<(), Doubt> {
        let text = self.name()?;
        self.named(plan, slot, text)
    }

    /// A variant by its name.
    #[inline(never)]
    pub(super) fn named(&mut self, plan: &'static EnumPlan, slot: usize, text: Text) -> Result<(), Doubt> {
        let name = self.input.span(text.start, text.end());
        match plan.schema.find(name) {
            Some(index) => {
                self.tape.set(slot, index as u64);
                Ok(())
            }
            None if plan.schema.variants.is_empty() => {
                self.report.fault(Reason::InvalidType { expected: "null", received: "string" })
            }
            None => self.no_variant(plan, Finding::Fault),
        }
    }

    /// Walks the list that opens here, or the one item that stands for a list.
    #[inline(never)]
    pub(super) fn array(&mut self, plan: &'static ArrayPlan, slot: usize, is_item: bool) -> Result<(), Doubt> {
        self.deepen()?;
        if !is_item {
            self.input.bump();
        }
        let item = &*plan.item;
        let mark = self.report.mark();
        let block = self.tape.len();
        let mut count = 0;
        if self.input.peek() == b']' && !is_item {
            self.input.bump();
        } else {
            loop {
                self.item(plan.layout, item, count)?;
                count += 1;
                if is_item || !self.goes_on(b']')? {
                    break;
                }
            }
        }
        self.depth -= 1;
        self.tape.set_halves(slot, block, count);
        let length = count as u32;
        if !plan.limits.contain(length) {
            self.wrong_length(plan.limits, plan.is_fixed, length, mark)?;
        }
        Ok(())
    }

    #[inline(always)]
    fn item(&mut self, layout: Layout, item: &'static Node, index: usize) -> Result<(), Doubt> {
        let asks = item.asks.is_some() || self.report.lists();
        match layout {
            Layout::Slots => {
                let slot = self.tape.push(1);
                let state = self.element(item, slot)?;
                if state == State::Null {
                    self.tape.set(slot, NULL);
                }
                if asks {
                    self.settle(item, state, slot, Step::Item(index))?;
                }
            }
            Layout::Blocks => {
                let byte = self.input.peek();
                let block = match item.shape {
                    Shape::Object(index) if byte == b'{' => self.object(index)?,
                    _ => {
                        self.mismatch(&item.shape, byte)?;
                        0
                    }
                };
                if asks {
                    // A block in a list has no slot of its own: lend it one.
                    let slot = self.tape.push(1);
                    self.tape.set_halves(slot, block, 0);
                    self.settle(item, State::Value, slot, Step::Item(index))?;
                    self.tape.pop();
                }
            }
            Layout::Links => {
                let link = self.tape.push(2);
                let state = self.element(item, link + 1)?;
                if asks {
                    self.settle(item, state, link + 1, Step::Item(index))?;
                }
                self.tape.set_halves(link, self.tape.len(), state as usize);
            }
        }
        Ok(())
    }

    /// Behind an item or member: goes over the comma to the next one, or over the bracket at the end.
    #[inline(always)]
    pub(super) fn goes_on(&mut self, close: u8) -> Result<bool, Doubt> {
        match self.input.peek() {
            b',' => {
                self.input.bump();
                Ok(true)
            }
            byte if byte == close => {
                self.input.bump();
                Ok(false)
            }
            _ => Err(Doubt),
        }
    }

    /// Goes into an array or an object, over its bracket.
    #[inline(always)]
    pub(super) fn descend(&mut self) -> Result<(), Doubt> {
        self.deepen()?;
        self.input.bump();
        Ok(())
    }

    /// Goes one level deeper.
    #[inline(always)]
    fn deepen(&mut self) -> Result<(), Doubt> {
        if self.depth == self.deepest {
            return Err(Doubt);
        }
        self.depth += 1;
        Ok(())
    }

    /// Leaves a member of an array or object: holds it against what rules are left, and gives what
    /// was found in it one more step of its path. Says whether it is there still.
    #[cold]
    #[inline(never)]
    pub(super) fn settle(
        &mut self,
        node: &'static Node,
        state: State,
        slot: usize,
        step: Step,
    ) -> Result<State, Doubt> {
        let state = self.rules(node, state, slot)?;
        self.report.leave_by(self.depth, step);
        Ok(state)
    }
}

#[inline(always)]
fn is_number(byte: u8) -> bool {
    byte == b'-' || byte.is_ascii_digit()
}
