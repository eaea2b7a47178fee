//! Compiling a pattern: a small deterministic automaton that says of a text whether the pattern
//! matches anywhere in it, as `regex::Regex::is_match` does.

use std::collections::HashMap;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson::{self, WhichCaptures};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;

/// How large a table may be.
const MAX_BYTES: usize = 16 * 1024;
const MAX_STATES: usize = 256;
/// What compiling may need on the way.
const MAX_WORK: usize = 1 << 20;

/// The two states that are never left: no text that goes on from here matches, or every one does.
const DEAD: usize = 0;
const MATCHED: usize = 1;

const TOO_LARGE: &str = "the table of this pattern would be larger than 16 KB or have more than 256 states: \
                         count with `length`, not `{0,99}`, or write a function and say `custom(my_rule)`";

/// The automaton. State 0 is dead, state 1 has matched, and the states from 1 to `accepting` match
/// if the text ends there.
pub struct Table {
    /// The class of each byte.
    pub classes: [u8; 256],
    /// The next state, by state and class.
    pub next: Vec<u8>,
    /// The binary logarithm of a row's length, for which the classes are filled up.
    pub shift: u8,
    pub start: u8,
    pub accepting: u8,
}

impl Table {
    /// Compiles a pattern; an error is the message.
    pub fn new(pattern: &str) -> Result<Table, String> {
        States::explore(pattern)?.minimized().table().ok_or_else(|| TOO_LARGE.into())
    }
}

/// States by number, of which [`DEAD`] and [`MATCHED`] are the first.
struct States {
    /// A class for each byte.
    classes: [usize; 256],
    rows: Vec<Row>,
    start: usize,
}

#[derive(Clone)]
struct Row {
    /// Whether a text that ends here matches.
    accepts: bool,
    /// The next state by class.
    next: Vec<usize>,
}

impl States {
    /// The states that can be reached.
    fn explore(pattern: &str) -> Result<States, String> {
        let config = dense::Config::new()
            .start_kind(StartKind::Unanchored)
            .accelerate(false)
            .dfa_size_limit(Some(MAX_WORK))
            .determinize_size_limit(Some(MAX_WORK));
        let nfa = thompson::Config::new().which_captures(WhichCaptures::None).nfa_size_limit(Some(MAX_WORK));
        let dfa = dense::Builder::new().configure(config).thompson(nfa).build(pattern);
        // Of a pattern that Rust and ECMAScript have in common, only the size can be wrong.
        let dfa = dfa.map_err(|_| TOO_LARGE)?;
        let start = dfa.start_state(&start::Config::new()).map_err(|error| error.to_string())?;
        let byte_classes = dfa.byte_classes();
        let classes = std::array::from_fn(|byte| usize::from(byte_classes.get(byte as u8)));
        let bytes: Vec<u8> = byte_classes.representatives(..).filter_map(|unit| unit.as_u8()).collect();
        let stay = |state| Row { accepts: state == MATCHED, next: vec![state; bytes.len()] };
        let mut numbers: HashMap<StateID, usize> = HashMap::new();
        let mut rows = vec![stay(DEAD), stay(MATCHED)];
        let mut found = Vec::new();
        // The automaton knows of a match one byte late.
        let mut number = |state, found: &mut Vec<StateID>| match state {
            state if dfa.is_dead_state(state) => DEAD,
            state if dfa.is_match_state(state) => MATCHED,
            state => *numbers.entry(state).or_insert_with(|| {
                found.push(state);
                found.len() + 1
            }),
        };
        let start = number(start, &mut found);
        while let Some(&state) = found.get(rows.len() - 2) {
            let next = bytes.iter().map(|&byte| number(dfa.next_state(state, byte), &mut found)).collect();
            rows.push(Row { accepts: dfa.is_match_state(dfa.next_eoi_state(state)), next });
        }
        Ok(States { classes, rows, start })
    }

    /// One state for all those that no text tells apart (Moore's algorithm).
    fn minimized(self) -> States {
        let mut blocks: Vec<usize> = self.rows.iter().map(|row| usize::from(row.accepts)).collect();
        let mut count = 0;
        loop {
            let mut seen = HashMap::new();
            let finer: Vec<usize> = self
                .rows
                .iter()
                .zip(&blocks)
                .map(|(row, block)| {
                    let next: Vec<usize> = row.next.iter().map(|&next| blocks[next]).collect();
                    let number = seen.len();
                    *seen.entry((*block, next)).or_insert(number)
                })
                .collect();
            blocks = finer;
            if seen.len() == count {
                break;
            }
            count = seen.len();
        }
        // Blocks are numbered as they are met: the dead one first, then the one that has matched.
        let mut rows: Vec<Row> = Vec::new();
        for (row, &block) in self.rows.iter().zip(&blocks) {
            if block == rows.len() {
                rows.push(Row { next: row.next.iter().map(|&next| blocks[next]).collect(), ..*row });
            }
        }
        States { rows, start: blocks[self.start], ..self }
    }

    /// The states in the order of the table, if it is small enough.
    fn table(self) -> Option<Table> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order[MATCHED + 1..].sort_by_key(|&state| !self.rows[state].accepts);
        let mut places = vec![0; order.len()];
        for (place, &state) in order.iter().enumerate() {
            places[state] = place;
        }
        // Bytes that lead everywhere to the same state are one class.
        let mut columns: Vec<Vec<u8>> = Vec::new();
        let mut classes = [0; 256];
        for (class, byte_class) in classes.iter_mut().zip(self.classes) {
            let column = order.iter().map(|&state| u8::try_from(places[self.rows[state].next[byte_class]]).ok());
            let column: Vec<u8> = column.collect::<Option<_>>()?;
            let place = columns.iter().position(|other| *other == column).unwrap_or_else(|| {
                columns.push(column);
                columns.len() - 1
            });
            *class = u8::try_from(place).ok()?;
        }
        let width = columns.len().next_power_of_two();
        if order.len() > MAX_STATES || classes.len() + order.len() * width > MAX_BYTES {
            return None;
        }
        columns.resize(width, vec![0; order.len()]);
        let accepting = self.rows.iter().filter(|row| row.accepts).count();
        Some(Table {
            classes,
            next: (0..order.len()).flat_map(|state| columns.iter().map(move |column| column[state])).collect(),
            shift: width.trailing_zeros() as u8,
            start: u8::try_from(places[self.start]).ok()?,
            accepting: u8::try_from(accepting).ok()?,
        })
    }
}
