//! Maps: objects with any keys, each at most once.
//!
//! An entry is three slots, the link to the next one, the key's text and the value, and then what
//! belongs to the value.

use crate::engine::report::{Doubt, Finding};
use crate::engine::tape::State;
use crate::engine::text::length_issue;
use crate::engine::walk::Walk;
use crate::issue::{Origin, Reason, Segment};
use crate::plan::{MapPlan, Shape, WholePlan};
use crate::rules::unique::{Scalars, repeats};

/// Walks the map that opens here.
pub(crate) fn map(walk: &mut Walk, plan: &'static MapPlan, slot: usize) -> Result<(), Doubt> {
    walk.descend()?;
    let mark = walk.report.mark();
    let block = walk.tape.len();
    let mut count = 0;
    if walk.input.peek() == b'}' {
        walk.input.bump();
    } else {
        loop {
            if walk.input.peek() != b'"' {
                return Err(Doubt);
            }
            entry(walk, plan)?;
            count += 1;
            if !walk.goes_on(b'}')? {
                break;
            }
        }
    }
    walk.tape.set_halves(slot, block, count);
    let repeated = if count > 1 { repeated(walk, block, count)? } else { 0 };
    walk.depth -= 1;
    let length = (count - repeated) as u32;
    if !plan.limits.contain(length) {
        walk.report.found(mark, Finding::Issue, length_issue(Origin::Map, plan.limits, length, None))?;
    }
    Ok(())
}

fn entry(walk: &mut Walk, plan: &'static MapPlan) -> Result<(), Doubt> {
    let entry = walk.tape.push(3);
    let mark = walk.report.mark();
    key(walk, plan, entry + 1)?;
    walk.input.colon()?;
    walk.report.found_in_key(mark);
    leave(walk, entry);
    let values = &*plan.values;
    let mut state = walk.element(values, entry + 2)?;
    if values.asks.is_some() {
        state = walk.rules(values, state, entry + 2)?;
    }
    leave(walk, entry);
    walk.tape.set_halves(entry, walk.tape.len(), state as usize);
    Ok(())
}

/// What was found in an entry is at its key.
fn leave(walk: &mut Walk, entry: usize) {
    if walk.report.lists() {
        let (start, end) = walk.tape.halves(entry + 1);
        walk.report.leave(walk.depth, Some(Segment::entry(walk.input.span(start, end))));
    }
}

/// Walks a key: as text, which is what its slot has in the end, whatever it stands for.
fn key(walk: &mut Walk, plan: &'static MapPlan, slot: usize) -> Result<(), Doubt> {
    let keys = &*plan.keys;
    let at = walk.input.at();
    walk.element(plan.spelled.as_deref().unwrap_or(keys), slot)?;
    let length = walk.input.at() - at;
    let text = walk.tape.get(slot);
    let (start, end) = walk.tape.halves(slot);
    let name = walk.input.span(start, end);
    let value = match &keys.shape {
        Shape::Integer(plan) => {
            // serde_json takes no escapes in numbers: only two quotes are around the digits.
            let whole = whole(name).filter(|_| length == name.len() + 2);
            integer(walk, &plan.whole(), whole)?.map(|value| (value as f64).to_bits())
        }
        Shape::Enum(plan) => match plan.schema.variants.iter().position(|variant| variant.name.as_bytes() == name) {
            Some(index) => Some(index as u64),
            None => walk.no_variant(plan, Finding::Fault).map(|()| None)?,
        },
        _ => Some(text),
    };
    if let Some(value) = value
        && keys.asks.is_some()
    {
        walk.tape.set(slot, value);
        walk.rules(keys, State::Value, slot)?;
        walk.tape.set(slot, text);
    }
    Ok(())
}

fn integer(walk: &mut Walk, plan: &WholePlan, whole: Option<i128>) -> Result<Option<i128>, Doubt> {
    match whole {
        Some(value) if plan.contains(value) => {}
        Some(value) => walk.beyond(value, plan, None)?,
        None => walk.report.fault(Reason::InvalidType { expected: "int", received: "string" })?,
    }
    Ok(whole)
}

/// The whole number that is spelled so, as JSON has it; those beyond 64 bits are beyond every type.
pub(super) fn whole(text: &[u8]) -> Option<i128> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    match digits {
        [b'0'] if sign > 0 => return Some(0),
        [b'1'..=b'9', ..] => {}
        _ => return None,
    }
    digits.iter().try_fold(0_i128, |number, digit| match digit {
        b'0'..=b'9' => Some(number.saturating_mul(10).saturating_add(sign * i128::from(digit - b'0'))),
        _ => None,
    })
}

/// Tells of keys that are there already, and how many those are.
#[inline(never)]
fn repeated(walk: &mut Walk, block: usize, count: usize) -> Result<usize, Doubt> {
    let mut entries = Vec::with_capacity(count);
    let mut keys = Vec::with_capacity(count);
    let mut entry = block;
    for _ in 0..count {
        entries.push(entry);
        keys.push(walk.tape.get(entry + 1));
        entry = walk.tape.halves(entry).0;
    }
    let repeats = repeats(Scalars { slots: &keys, text: Some(walk.input.bytes()) });
    for repeat in &repeats {
        walk.report.fault(Reason::DuplicateKey {})?;
        leave(walk, entries[repeat.item]);
    }
    Ok(repeats.len())
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn whole_numbers_as_json_spells_them() {
        for (text, number) in [("0", 0), ("7", 7), ("-10", -10), ("18446744073709551616", 1 << 64)] {
            assert_eq!(whole(text.as_bytes()), Some(number));
        }
        assert_eq!(whole(&[b'9'; 100]), Some(i128::MAX));
        for text in ["", "-", "-0", "00", "01", "+1", "1.0", "1e3", " 1", "1 ", "0x1", "é"] {
            assert_eq!(whole(text.as_bytes()), None, "{text}");
        }
    }
}
