//! Patterns: regular expressions as tables, made when the macro ran, and the walker over them.

use core::fmt;

/// The states that are never left: no text that goes on from there matches, or every one does.
const DEAD: u8 = 0;
const MATCHED: u8 = 1;

/// A regular expression, compiled to a deterministic automaton.
///
/// A text matches if the expression does anywhere in it: `^` and `$` tie it to the ends.
pub struct Pattern {
    /// The expression as it was written. It means the same in Rust, and in ECMAScript under the
    /// flags `u` and `v`.
    pub source: &'static str,
    /// The class of each byte.
    pub classes: &'static [u8; 256],
    /// The next state, by state and class.
    pub next: &'static [u8],
    /// The binary logarithm of a row's length: there are up to so many classes.
    pub shift: u8,
    /// The state before the first byte.
    pub start: u8,
    /// A text matches if it ends in one of the states from 1 to this one.
    pub accepting: u8,
}

impl Pattern {
    /// Whether the bytes match, in a time that depends on their number alone.
    ///
    /// Bytes that are no UTF-8 get an answer too, of no meaning: whoever may have such bytes refuses
    /// the text for them.
    pub fn matches(&self, text: &[u8]) -> bool {
        let mut state = self.start;
        for &byte in text {
            if state <= MATCHED {
                break;
            }
            let row = usize::from(state) << self.shift;
            state = self.next[row + usize::from(self.classes[usize::from(byte)])];
        }
        DEAD < state && state <= self.accepting
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.source)
    }
}

/// Patterns are the same if they are written alike.
impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.source == other.source
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl garde::rules::AsStr for Pattern {
    fn as_str(&self) -> &str {
        self.source
    }
}

/// So that garde's own rule can be asked.
#[cfg(not(target_arch = "wasm32"))]
impl garde::rules::pattern::Matcher for Pattern {
    fn is_match(&self, text: &str) -> bool {
        self.matches(text.as_bytes())
    }
}
