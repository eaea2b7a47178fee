//! Enums with data whose variants have no names on the wire: the first that takes a value has it.
//!
//! Which one that is, serde decides, before any rule is asked. So a variant that only the engine
//! refuses, since it is narrower than serde there, is the right one all the same.

use core::mem;

use crate::engine::mismatch::Suspect;
use crate::engine::report::{Doubt, Finding, Report};
use crate::engine::union::is_kept;
use crate::engine::walk::Walk;
use crate::issue::Reason;
use crate::plan::{Node, Shape, UnionPlan};

/// How many issues are told of the nearest variant.
const MAX_ERRORS: usize = 10;

/// Walks a value of whichever variant takes it.
pub(crate) fn untagged(walk: &mut Walk, plan: &'static UnionPlan, slot: usize) -> Result<(), Doubt> {
    walk.input.peek();
    let content = walk.tape.push(1);
    let outer = (walk.dropped, walk.narrows);
    // serde buffers the value.
    walk.dropped = Some(is_kept);
    walk.narrows = Some(narrows);
    let found = if walk.report.lists() { try_all(walk, plan, content) } else { try_out(walk, plan, content).map(Some) };
    (walk.dropped, walk.narrows) = outer;
    if let Some(variant) = found? {
        walk.tape.set_halves(slot, content, variant);
    }
    Ok(())
}

/// Tries one variant after the other, and leaves all doubts to the diagnosing walk.
fn try_out(walk: &mut Walk, plan: &'static UnionPlan, slot: usize) -> Result<usize, Doubt> {
    let start = Start::of(walk);
    let mut seen = 0;
    for (variant, node) in plan.variants.iter().enumerate() {
        let was_rewritten = mem::take(&mut walk.rewritten);
        let result = attempt(walk, node.as_ref(), slot);
        let is_rewritten = walk.rewritten;
        walk.rewritten |= was_rewritten;
        let is_other = mem::take(&mut walk.report.faults) > 0;
        if result.is_ok() {
            return if walk.spend(seen) { Ok(variant) } else { Err(Doubt) };
        }
        // Text that was changed in place cannot be read again.
        if !is_other || is_rewritten {
            return Err(Doubt);
        }
        seen = seen.max(walk.input.at() - start.at);
        start.go_back(walk);
    }
    // It is none of them, so that what it is in may be another variant: while there is time for that.
    walk.report.faults = usize::from(walk.spend(seen));
    Err(Doubt)
}

/// Tries one variant after the other, each with a report of its own: that of the first which takes
/// the value counts, or else what the nearest one has against it.
#[cold]
fn try_all(walk: &mut Walk, plan: &'static UnionPlan, slot: usize) -> Result<Option<usize>, Doubt> {
    let start = Start::of(walk);
    let end = walk.input.end_of_value()?;
    if !walk.spend(end - start.at) {
        walk.report.fault(Reason::InvalidUnion { errors: Vec::new() })?;
        walk.skip()?;
        return Ok(None);
    }
    let text = walk.input.span(start.at, end).to_vec();
    let mut others: Vec<Report> = Vec::new();
    for (variant, node) in plan.variants.iter().enumerate() {
        let outer = mem::replace(&mut walk.report, Report::diagnosing());
        let result = attempt(walk, node.as_ref(), slot);
        let report = mem::replace(&mut walk.report, outer);
        result?;
        if !report.is_broken(walk.depth) {
            // If serde may have stopped at one before, that one says why it is refused.
            let narrowed = others.into_iter().find(|other| other.faults == 0);
            let found = narrowed.is_none().then_some(variant);
            walk.report.adopt(narrowed.unwrap_or(report), walk.depth);
            return Ok(found);
        }
        others.push(report);
        start.go_back(walk);
        walk.input.span_mut(start.at, end).copy_from_slice(&text);
    }
    let nearest =
        others.into_iter().reduce(|nearest, other| if other.is_nearer_than(&nearest) { other } else { nearest });
    let errors = nearest.into_iter().map(|nearest| {
        let (mut issues, _) = nearest.finish();
        issues.truncate(MAX_ERRORS);
        issues
    });
    walk.report.fault(Reason::InvalidUnion { errors: errors.collect() })?;
    walk.skip()?;
    Ok(None)
}

/// Walks the value as one variant, whose rules it holds.
fn attempt(walk: &mut Walk, node: Option<&'static Node>, slot: usize) -> Result<(), Doubt> {
    let Some(node) = node else {
        return match walk.input.peek() {
            b'n' => Ok(walk.input.literal(b"null")?),
            byte => walk.mismatch_of("null", byte, Finding::Fault),
        };
    };
    let state = walk.element(node, slot)?;
    walk.rules(node, state, slot).map(drop)
}

/// Where a value starts, with all that a walk over it changes.
struct Start {
    at: usize,
    tape: usize,
    depth: u32,
    shrink: u32,
    appended: usize,
}

impl Start {
    fn of(walk: &Walk) -> Start {
        Start {
            at: walk.input.at(),
            tape: walk.tape.len(),
            depth: walk.depth,
            shrink: walk.shrink,
            appended: walk.appended.slots.len(),
        }
    }

    fn go_back(&self, walk: &mut Walk) {
        walk.input.go_back(self.at);
        walk.tape.truncate(self.tape);
        (walk.depth, walk.shrink) = (self.depth, self.shrink);
        walk.appended.slots.truncate(self.appended);
    }
}

/// Whether serde would, or might, take what is no value of its type for the engine.
fn narrows(walk: &Walk, suspect: Suspect<'_>) -> bool {
    match suspect {
        // It takes a list for a struct, an item for each field, but for some at the end.
        Suspect::Type(Shape::Object(index), b'[') => {
            let fields = &walk.plan.objects[*index].fields;
            let needed = fields.iter().rposition(|field| field.is_required).map_or(0, |last| last + 1);
            walk.input.count_items().is_ok_and(|count| (needed..=fields.len()).contains(&count))
        }
        // It takes `{"name": null}` for a name alone.
        Suspect::Type(Shape::Enum(plan), b'{') => {
            let key = walk.input.first_key();
            key.is_ok_and(|key| key.is_some_and(|key| plan.schema.find(&key).is_some()))
        }
        Suspect::Type(..) => false,
        Suspect::Spelling(format, text) => may_be_spelled(format.name, walk.input.span(text.start, text.end())),
    }
}

/// Whether a text has the characters of another spelling, which only serde takes.
fn may_be_spelled(format: &str, text: &[u8]) -> bool {
    let count = |byte| text.iter().filter(|other| **other == byte).count();
    match format {
        "uuid" => {
            matches!(text.len(), 32 | 36 | 38 | 45) && text.iter().filter(|byte| byte.is_ascii_hexdigit()).count() >= 32
        }
        "date" => count(b'-') >= 2 && text.iter().any(u8::is_ascii_digit),
        "time" | "datetime" => count(b':') >= 1 && text.iter().any(u8::is_ascii_digit),
        _ => false,
    }
}
