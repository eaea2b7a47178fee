//! Enums with data whose variants have their names on the wire: the name is read first, wherever it
//! stands, and then the object that goes with it.

use core::cmp::Ordering;

use crate::engine::report::{Doubt, Finding};
use crate::engine::tape::State;
use crate::engine::walk::Walk;
use crate::issue::{Limit, Reason, Segment};
use crate::json::{as_text, lookahead};
use crate::plan::{Node, Shape, UnionPlan};

/// Walks an object that has the name of its variant among its fields.
pub(crate) fn internal(walk: &mut Walk, plan: &'static UnionPlan, slot: usize) -> Result<(), Doubt> {
    // serde buffers such an object, wherever the name stands.
    tagged(walk, plan, slot, |_| true)
}

/// Walks an object that has the name of its variant, and beside it what the variant holds.
pub(crate) fn adjacent(walk: &mut Walk, plan: &'static UnionPlan, slot: usize) -> Result<(), Doubt> {
    tagged(walk, plan, slot, |is_first| !is_first)
}

/// `buffers` says whether serde buffers the object, by whether the name comes first.
fn tagged(walk: &mut Walk, plan: &'static UnionPlan, slot: usize, buffers: fn(bool) -> bool) -> Result<(), Doubt> {
    let byte = walk.input.peek();
    if byte != b'{' {
        let finding = if byte == b'[' && is_name_first(walk, plan) { Finding::Narrowed } else { Finding::Fault };
        return walk.mismatch_of("object", byte, finding);
    }
    let start = walk.input.at();
    walk.input.bump();
    walk.input.peek();
    let first = if walk.input.take(&plan.key) { name(walk, plan) } else { None };
    walk.input.go_back(start);
    let variant = match first {
        Some(variant) => variant,
        None => match look_for(walk, plan)? {
            Some(variant) => variant,
            None => return walk.skip(),
        },
    };
    let outer = walk.dropped;
    if buffers(first.is_some()) {
        walk.dropped = Some(is_kept);
    }
    variant_of(walk, plan, slot, variant)?;
    walk.dropped = outer;
    Ok(())
}

/// Walks what is the one member of an object, whose key is the name of its variant, or a name alone.
pub(crate) fn external(walk: &mut Walk, plan: &'static UnionPlan, slot: usize) -> Result<(), Doubt> {
    let byte = walk.input.peek();
    let start = walk.input.at();
    let names = plan.names.schema;
    let variant = match byte {
        b'"' => {
            let text = walk.name()?;
            match names.find(walk.input.span(text.start, text.end())) {
                Some(variant) if plan.variants[variant].is_none() => {
                    walk.tape.set_halves(slot, 0, variant);
                    return Ok(());
                }
                Some(_) => return walk.report.fault(Reason::InvalidType { expected: "object", received: "string" }),
                None => return walk.no_variant(plan.names, Finding::Fault),
            }
        }
        b'{' => {
            walk.input.bump();
            walk.input.peek();
            let variant = plan.names.keys.iter().position(|key| walk.input.take(key));
            walk.input.go_back(start);
            match variant {
                Some(variant) => Some(variant),
                None => walk.input.first_key()?.and_then(|key| names.find(&key)),
            }
        }
        byte => return walk.mismatch_of("object", byte, Finding::Fault),
    };
    match variant {
        Some(variant) if plan.variants[variant].is_some() => variant_of(walk, plan, slot, variant),
        Some(_) => walk.mismatch_of("string", byte, Finding::Narrowed),
        None => {
            walk.no_variant(plan.names, Finding::Fault)?;
            walk.skip()
        }
    }
}

/// Whether a list starts with the name of a variant: serde takes that for the object.
#[cold]
fn is_name_first(walk: &Walk, plan: &UnionPlan) -> bool {
    let item = walk.input.first_item();
    item.is_ok_and(|item| {
        lookahead::text(item).is_ok_and(|name| name.is_some_and(|name| plan.names.schema.find(&name).is_some()))
            || is_number(item, plan)
    })
}

/// Whether the number of a variant starts here: serde takes that for its name, where it buffers.
fn is_number(value: &[u8], plan: &UnionPlan) -> bool {
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = as_text(&value[..digits]).and_then(|digits| digits.parse().ok());
    number.is_some_and(|number: usize| number < plan.variants.len())
}

/// Walks the object of a variant.
fn variant_of(walk: &mut Walk, plan: &'static UnionPlan, slot: usize, variant: usize) -> Result<(), Doubt> {
    let Some(node @ Node { shape: Shape::Object(object), .. }) = &plan.variants[variant] else { return Err(Doubt) };
    let block = walk.object(*object)?;
    walk.tape.set_halves(slot, block, variant);
    if node.asks.is_some() || walk.report.lists() {
        walk.rules(node, State::Value, slot)?;
    }
    Ok(())
}

/// The variant whose name stands here, plainly.
fn name(walk: &mut Walk, plan: &UnionPlan) -> Option<usize> {
    walk.input.peek();
    plan.names.keys.iter().position(|key| walk.input.take(key))
}

/// Finds the name of the variant in the object that opens here. Where there is none, or none that
/// is known, it says so.
#[inline(never)]
fn look_for(walk: &mut Walk, plan: &UnionPlan) -> Result<Option<usize>, Doubt> {
    let member = walk.input.find(plan.tag)?;
    let name = member.value.map(lookahead::text).transpose()?;
    let variant = name.as_ref().and_then(|name| plan.names.schema.find(name.as_ref()?));
    let is_number = member.value.is_some_and(|value| is_number(value, plan));
    let finding = if is_number { Finding::Narrowed } else { Finding::Fault };
    let (is_there, seen) = (name.is_some(), member.seen);
    if !walk.spend(seen) {
        walk.report.fault(Reason::InvalidUnion { errors: Vec::new() })?;
        return Ok(None);
    }
    if variant.is_none() {
        walk.depth += 1;
        if is_there {
            walk.no_variant(plan.names, finding)?;
        } else {
            walk.report.fault(Reason::Required {})?;
        }
        walk.report.leave(walk.depth, Some(Segment::field(plan.tag)));
        walk.depth -= 1;
    }
    Ok(variant)
}

/// Holds a value that will be dropped against what serde can buffer: its numbers are doubles.
pub(super) fn is_kept(walk: &mut Walk) -> Result<(), Doubt> {
    let Some(infinity) = walk.input.find_infinity()? else { return Ok(()) };
    let (side, most) = if infinity > 0.0 { (Ordering::Greater, f64::MAX) } else { (Ordering::Less, f64::MIN) };
    walk.out_of_range(side, Limit::of(most), true, false)?;
    // No field has it, so it is about the object.
    walk.report.leave(walk.depth, None);
    Ok(())
}
