//! Patterns, and texts that have every chance to match them, or to just not.

use fastrand::Rng;
use regex_syntax::hir::{Class, Hir, HirKind};

/// What patterns are put together from, beside white space: much of it is refused.
const PIECES: &str = r"a b é 🚀 0 - / & # ^ $ | ( (?: ) * + ? {2} {1,} {0,2} {,2} [ [^ ] a-c 0-9 && -- !! .. ( { } . \d \w \S \b
    \B \< \p{L} \. \- \/ \] \( \# \& \~ \% \^ \$ \\ \n \t \v \f \a \0 \x61 \u0061 \u{1F680} \x{61} \U00000061 \A \z
    (?i) (?-u) (?s: (?<a> (?P<b> (?= (?! (?<! [:alpha:] , : @ ` ' < > = ~ _";

/// What texts are put together from, beside [`PIECES`] of one character.
const CHARACTERS: &str = "c9Z É%!\\\n\r\t\u{b}\u{c}\u{7}\0\u{2028}\u{d7ff}\u{e000}\u{10ffff}";

/// Makes patterns and texts.
pub struct Generator {
    rng: Rng,
    pieces: Vec<&'static str>,
    characters: Vec<&'static str>,
}

impl Generator {
    pub fn new(seed: u64) -> Generator {
        let pieces: Vec<&str> = PIECES.split_whitespace().chain([" ", "\n", "{ 1}"]).collect();
        let single = pieces.iter().copied().filter(|piece| piece.chars().count() == 1);
        let characters = CHARACTERS.split("").filter(|text| !text.is_empty()).chain(single).collect();
        Generator { rng: Rng::with_seed(seed), pieces, characters }
    }

    /// Any pattern: most are refused.
    pub fn any_pattern(&mut self) -> String {
        (0..self.rng.usize(0..=6)).map(|_| *self.rng.choice(&self.pieces).unwrap()).collect()
    }

    /// A pattern that has every chance to be taken; mostly about all of a text, for the others match most.
    pub fn likely_pattern(&mut self) -> String {
        let pattern = self.likely(0);
        if self.rng.u8(..4) == 0 { pattern } else { format!("^(?:{pattern})$") }
    }

    fn likely(&mut self, depth: usize) -> String {
        let atoms = [
            "a",
            "b",
            "é",
            "[a-c]",
            "[^a\\-]",
            "[^0-9é]",
            "[🚀-\u{10ffff}]",
            r"\u{1F680}",
            r"[\n\r]",
            "/",
            r"\.",
            "-",
            // Where UTF-8 needs another byte, and around the surrogates.
            r"[\u{7f}-\u{80}]",
            r"[\u{7ff}\u{800}]",
            r"[^\u{800}-\u{ffff}]",
            r"[\u{d7ff}-\u{e000}]",
            r"[\u{fffe}-\u{10001}]",
            // Not U+10FFFF alone: V8 takes that for no character.
            r"[^\u{0}-\u{10fffd}]",
        ];
        match self.rng.u8(..if depth < 4 { 12 } else { 3 }) {
            0..3 => (*self.rng.choice(atoms).unwrap()).to_owned(),
            3..6 => self.likely(depth + 1) + &self.likely(depth + 1),
            6 => format!("(?:{}|{})", self.likely(depth + 1), self.likely(depth + 1)),
            7 => format!("({}|)", self.likely(depth + 1)),
            8 => format!("(?:^|{})", self.likely(depth + 1)),
            9 | 10 => {
                let times = self.rng.choice(["*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "+?", "??"]).unwrap();
                format!("(?:{}){times}", self.likely(depth + 1))
            }
            _ => [["^", ""], ["", "$"], ["^", "$"]][self.rng.usize(..3)].join(&self.likely(depth + 1)),
        }
    }

    /// A text to hold against a pattern: one that it was made for, such a one with a slip, or any.
    pub fn text(&mut self, pattern: &Hir) -> String {
        let kind = self.rng.u8(..8);
        if kind == 0 {
            return self.any_text();
        }
        let mut text = String::new();
        self.sample(pattern, &mut text);
        match kind {
            1..4 => {}
            4 | 5 => self.slip(&mut text),
            6 => text = self.any_text() + &text,
            _ => text += &self.any_text(),
        }
        text
    }

    /// Bytes that are mostly no text.
    pub fn bytes(&mut self) -> [u8; 3] {
        std::array::from_fn(|_| self.rng.u8(..))
    }

    fn any_text(&mut self) -> String {
        (0..self.rng.usize(0..=6)).map(|_| *self.rng.choice(&self.characters).unwrap()).collect()
    }

    /// Appends what a pattern takes, but that it may want to be at an end.
    fn sample(&mut self, pattern: &Hir, text: &mut String) {
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).unwrap()),
            HirKind::Class(Class::Unicode(class)) => {
                // A class of no character has no range.
                if let Some(range) = self.rng.choice(class.ranges()) {
                    let inside = char::from_u32(self.rng.u32(range.start() as u32..=range.end() as u32));
                    let at_ends = [Some(range.start()), Some(range.end()), inside];
                    text.extend(at_ends[self.rng.usize(..3)]);
                }
            }
            HirKind::Class(Class::Bytes(_)) => unreachable!("patterns are about characters"),
            HirKind::Repetition(repetition) => {
                let most = repetition.max.unwrap_or(u32::MAX).min(repetition.min + 3);
                for _ in 0..self.rng.u32(repetition.min..=most) {
                    self.sample(&repetition.sub, text);
                }
            }
            HirKind::Capture(group) => self.sample(&group.sub, text),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.sample(part, text)),
            HirKind::Alternation(parts) => {
                let part = self.rng.usize(..parts.len());
                self.sample(&parts[part], text);
            }
        }
    }

    /// Removes, doubles or changes one character; the neighbours of one are what a class just leaves out.
    fn slip(&mut self, text: &mut String) {
        let mut characters: Vec<char> = text.chars().collect();
        if characters.is_empty() {
            return;
        }
        let at = self.rng.usize(..characters.len());
        let there = characters[at];
        match self.rng.u8(..5) {
            0 => drop(characters.remove(at)),
            1 => characters.insert(at, there),
            2 => characters[at] = char::from_u32((there as u32).wrapping_add(1)).unwrap_or('a'),
            3 => characters[at] = char::from_u32((there as u32).wrapping_sub(1)).unwrap_or('\u{10ffff}'),
            _ => {
                let other = self.rng.usize(..characters.len());
                characters.swap(at, other);
            }
        }
        *text = characters.into_iter().collect();
    }
}
