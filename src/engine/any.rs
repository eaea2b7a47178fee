//! Any JSON: it stays as it is, and its slot says where it stands. What is looked at is its syntax, and what
//! JavaScript would not keep.

use core::cmp::Ordering;

use crate::engine::number::beyond;
use crate::engine::report::{Doubt, Finding};
use crate::engine::text::Span;
use crate::engine::walk::Walk;
use crate::issue::{Limit, Reason, Segment, Step};
use crate::json::{Text, Whole, lookahead, spell};
use crate::rules::unique::{Scalars, repeats};
use crate::safe_integer::SafeInteger;

/// Walks the value that starts here.
pub(crate) fn any(walk: &mut Walk, (): &'static (), slot: usize) -> Result<(), Doubt> {
    walk.input.peek();
    let start = walk.input.at();
    value(walk)?;
    let text = Text::of(walk.input.span(start, walk.input.at()), start);
    let utf16 = (start as u32).wrapping_sub(walk.shrink);
    walk.meet(text.ascii, text.shrink());
    walk.note(slot, Span { text, utf16, appended: walk.appended.is_here });
    Ok(())
}

fn value(walk: &mut Walk) -> Result<(), Doubt> {
    match walk.input.peek() {
        b'"' => walk.input.pass_string().map(drop)?,
        b'{' => object(walk)?,
        b'[' => array(walk)?,
        b't' => walk.input.literal(b"true")?,
        b'f' => walk.input.literal(b"false")?,
        b'n' => walk.input.literal(b"null")?,
        _ => number(walk)?,
    }
    Ok(())
}

fn array(walk: &mut Walk) -> Result<(), Doubt> {
    walk.descend()?;
    if walk.input.peek() == b']' {
        walk.input.bump();
    } else {
        let mut count = 0;
        loop {
            value(walk)?;
            walk.report.leave_by(walk.depth, Step::Item(count));
            count += 1;
            if !walk.goes_on(b']')? {
                break;
            }
        }
    }
    walk.depth -= 1;
    Ok(())
}

fn object(walk: &mut Walk) -> Result<(), Doubt> {
    walk.descend()?;
    // The keys are on the tape until it is known that each is there once.
    let keys = walk.tape.len();
    if walk.input.peek() == b'}' {
        walk.input.bump();
    } else {
        loop {
            let key = key(walk)?;
            walk.input.colon()?;
            value(walk)?;
            leave(walk, key);
            if !walk.goes_on(b'}')? {
                break;
            }
        }
    }
    let slots = walk.tape.slots(keys, walk.tape.len() - keys);
    for repeat in repeats(Scalars { slots, text: Some(walk.input.bytes()) }) {
        walk.report.found(walk.report.mark(), Finding::Narrowed, Reason::DuplicateKey {})?;
        leave(walk, keys + repeat.item);
    }
    walk.tape.truncate(keys);
    walk.depth -= 1;
    Ok(())
}

/// Moves over a key, and notes in a slot where its text is: elsewhere, if it has escapes.
fn key(walk: &mut Walk) -> Result<usize, Doubt> {
    if walk.input.peek() != b'"' {
        return Err(Doubt);
    }
    let (mut start, mut end) = walk.input.pass_string()?;
    if walk.input.span(start, end).contains(&b'\\') {
        let text = lookahead::spelled(walk.input.span(start - 1, end + 1)).into_owned();
        // Of what stands in the input, that is an escape; but what is appended behind it moves.
        walk.meet(text.is_ascii(), 0);
        start = walk.append(&text).0;
        end = start + text.len();
    }
    let slot = walk.tape.push(1);
    walk.tape.set_halves(slot, start, end);
    Ok(slot)
}

/// What was found in a member is at its key.
fn leave(walk: &mut Walk, key: usize) {
    if walk.report.lists() {
        let (start, end) = walk.tape.halves(key);
        walk.report.leave(walk.depth, Some(Segment::entry(walk.input.span(start, end))));
    }
}

/// Moves over a number, which JavaScript must have in the same digits if it is whole.
fn number(walk: &mut Walk) -> Result<(), Doubt> {
    let start = walk.input.at();
    let whole = walk.input.whole()?;
    if matches!(whole, Whole::Exactly(whole) if SafeInteger::new(whole).is_some()) {
        return Ok(());
    }
    walk.input.go_back(start);
    let value = walk.input.number()?;
    let (is_kept, most) = match whole {
        Whole::Not => (value.is_finite(), Limit::of(f64::MAX.copysign(value))),
        _ => {
            let digits = walk.input.span(start, walk.input.at());
            let most = if value < 0.0 { SafeInteger::MIN } else { SafeInteger::MAX };
            (spell::double(value).as_bytes() == digits, Limit::whole(most.get().into()))
        }
    };
    if is_kept {
        return Ok(());
    }
    let side = if value < 0.0 { Ordering::Less } else { Ordering::Greater };
    // serde_json takes it for the nearest double.
    let finding = if value.is_finite() { Finding::Narrowed } else { Finding::Fault };
    walk.report.found(walk.report.mark(), finding, beyond(side, most, true))
}
