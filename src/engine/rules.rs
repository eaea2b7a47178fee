//! Rules that look at a value once it is on the tape.

use core::iter;

use crate::engine::Value;
use crate::engine::report::Doubt;
use crate::engine::tape::{MEASURED, NULL, State};
use crate::engine::walk::Walk;
use crate::issue::{Reason, Segment};
use crate::plan::{Node, Shape};
use crate::schema::{Choices, Repeat, Rule, Scalars};

impl Walk {
    /// Holds a value against the rules of its node, unless it is not of its type; `slot` is where it
    /// is, if it is there. Says whether it is there still: empty text may have become null.
    pub(super) fn rules(&mut self, node: &'static Node, state: State, slot: usize) -> Result<State, Doubt> {
        let Some(asks) = &node.asks else { return Ok(state) };
        let is_emptied = state == State::Value && asks.option.empties && self.tape.get(slot) == NULL;
        let state = if is_emptied { State::Null } else { state };
        if self.report.is_broken(self.depth) {
            return Ok(state);
        }
        if state == State::Value {
            for rule in &asks.rules {
                self.rule(rule, node, state, slot)?;
                // Only a conversion says so, which is asked first.
                if self.report.is_broken(self.depth) {
                    return Ok(state);
                }
            }
        }
        let inside = asks.option.inside.as_deref().filter(|_| state != State::Absent);
        for option in iter::once(&asks.option).chain(inside) {
            if option.required && state != State::Value {
                self.report.issue(Reason::Required {})?;
            }
            for rule in &option.customs {
                self.rule(rule, node, state, slot)?;
            }
        }
        Ok(state)
    }

    fn rule(&mut self, rule: &'static Rule, node: &'static Node, state: State, slot: usize) -> Result<(), Doubt> {
        match *rule {
            Rule::Custom(ask) | Rule::Conversion(ask) => {
                let value = Value {
                    plan: self.plan,
                    node,
                    state,
                    slot,
                    tape: &self.tape,
                    text: self.input.bytes(),
                    utf8: false,
                };
                let Err(message) = ask(value) else { return Ok(()) };
                match rule {
                    Rule::Conversion(_) => self.report.fault(Reason::Custom { message }),
                    _ => self.report.issue(Reason::Custom { message }),
                }
            }
            Rule::MultipleOf(_, ask) | Rule::OneOf(_, ask) | Rule::Unique(_, ask) => (ask.0)(self, rule, node, slot),
            // The others have looked at it before.
            _ => Ok(()),
        }
    }
}

/// How a rule that few payloads have is asked of the value in a slot.
pub(crate) type Asker = fn(&mut Walk, &'static Rule, &'static Node, usize) -> Result<(), Doubt>;

pub(crate) fn multiple_of(walk: &mut Walk, rule: &'static Rule, node: &'static Node, slot: usize) -> Result<(), Doubt> {
    let Rule::MultipleOf(divisor, _) = *rule else { return Err(Doubt) };
    let holds = match node.shape {
        Shape::Number(_) => divisor.divides(f64::from_bits(walk.tape.get(slot))),
        _ => divisor.divides_whole(whole(walk, node, slot).unsigned_abs() as u64),
    };
    if holds { Ok(()) } else { walk.report.issue(Reason::NotMultipleOf { divisor: divisor.limit() }) }
}

pub(crate) fn one_of(walk: &mut Walk, rule: &'static Rule, node: &'static Node, slot: usize) -> Result<(), Doubt> {
    let Rule::OneOf(choices, _) = *rule else { return Err(Doubt) };
    let holds = match choices {
        Choices::Integers(integers) => integers.contains(&whole(walk, node, slot)),
        Choices::Boolean(only) => walk.tape.get(slot) == u64::from(only),
        // It has been looked at before.
        Choices::Texts(_) => true,
    };
    if holds {
        return Ok(());
    }
    walk.report.doubt()?;
    walk.report.issue(Reason::InvalidValue { values: choices.into() })
}

pub(crate) fn unique(walk: &mut Walk, rule: &'static Rule, node: &'static Node, slot: usize) -> Result<(), Doubt> {
    let Rule::Unique(repeats, _) = *rule else { return Err(Doubt) };
    let scalars = scalars(walk, node, slot);
    if scalars.text.is_some() && scalars.slots.contains(&MEASURED) {
        return Err(Doubt);
    }
    let repeats = repeats(scalars);
    // What was found so far is about the list itself.
    walk.report.leave(walk.depth + 1, None);
    for Repeat { item, first } in repeats {
        walk.report.issue(Reason::NotUnique { first })?;
        walk.report.leave(walk.depth + 1, Some(Segment::Index(item)));
    }
    Ok(())
}

/// The whole number in a slot.
fn whole(walk: &Walk, node: &Node, slot: usize) -> i128 {
    let bits = walk.tape.get(slot);
    match &node.shape {
        Shape::BigInteger(plan) if plan.is_signed => (bits as i64).into(),
        Shape::BigInteger(_) => bits.into(),
        _ => (f64::from_bits(bits) as i64).into(),
    }
}

/// The items of a list of which each has one slot.
fn scalars<'w>(walk: &'w Walk, node: &Node, slot: usize) -> Scalars<'w> {
    let (start, count) = walk.tape.halves(slot);
    let is_text = matches!(&node.shape, Shape::Array(plan) if matches!(plan.item.shape, Shape::Text(_)));
    Scalars { slots: walk.tape.slots(start, count), text: is_text.then_some(walk.input.bytes()) }
}
