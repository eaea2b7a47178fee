//! Tuples: lists of which each item has a shape of its own, and a place of its own on the tape.

use crate::engine::report::Doubt;
use crate::engine::tape::{Place, State};
use crate::engine::walk::Walk;
use crate::issue::Step;
use crate::plan::{Limits, Node, TuplePlan};

/// Walks the tuple that opens here. It is a block like an object's, without keys.
pub(crate) fn tuple(walk: &mut Walk, plan: &'static TuplePlan, slot: usize) -> Result<(), Doubt> {
    walk.descend()?;
    let mark = walk.report.mark();
    let length = plan.items.len();
    let block = walk.tape.open(Place::headers(length), length);
    let mut count = 0;
    if walk.input.peek() == b']' {
        walk.input.bump();
    } else {
        loop {
            match plan.items.get(count) {
                Some(node) => item(walk, node, block, Place::new(count, length), count)?,
                None => walk.skip()?,
            }
            count += 1;
            if !walk.goes_on(b']')? {
                break;
            }
        }
    }
    walk.depth -= 1;
    walk.tape.close(block);
    walk.tape.set_halves(slot, block, 0);
    if count != length {
        walk.wrong_length(Limits::exactly(length as u32), true, count as u32, mark)?;
    }
    Ok(())
}

fn item(walk: &mut Walk, node: &'static Node, block: usize, place: Place, index: usize) -> Result<(), Doubt> {
    let slot = place.slot(block);
    let state = walk.element(node, slot)?;
    // Each item is met once.
    let _ = walk.tape.enter(block, place, state);
    if walk.settle(node, state, slot, Step::Item(index))? == State::Null {
        walk.tape.empty(block, place);
    }
    Ok(())
}
