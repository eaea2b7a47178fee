//! Generated patterns: whatever is taken means the same here, in the `regex` crate, and in V8.

use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};

use fastrand::Rng;
use serde_json::json;

use super::{Table, common};

const PATTERNS: usize = 2_000;
const TEXTS: usize = 40;

/// What patterns are put together from, beside white space: much of it is refused.
const PIECES: &str = r"a b é 🚀 0 - / & # ^ $ | ( (?: ) * + ? {2} {1,} {0,2} {,2} [ [^ ] a-c 0-9 && -- !! .. ( { } . \d \w \S \b
    \B \< \p{L} \. \- \/ \] \( \# \& \~ \% \^ \$ \\ \n \t \v \f \a \0 \x61 \u0061 \u{1F680} \x{61} \U00000061 \A \z
    (?i) (?-u) (?s: (?<a> (?P<b> (?= (?! (?<! [:alpha:] , : @ ` ' < > = ~ _";

/// What texts are put together from, beside `PIECES` of one character.
const CHARACTERS: &str = "c9Z É%!\\\n\r\t\u{b}\u{c}\u{7}\0\u{2028}\u{d7ff}\u{e000}\u{10ffff}";

fn join(pieces: &[&str], most: usize, rng: &mut Rng) -> String {
    (0..rng.usize(0..=most)).map(|_| *rng.choice(pieces).unwrap()).collect()
}

/// A pattern that has every chance to be taken.
fn likely(rng: &mut Rng, depth: usize) -> String {
    let atoms =
        ["a", "b", "é", "[a-c]", "[^a\\-]", "[^0-9é]", "[🚀-\u{10ffff}]", r"\u{1F680}", r"[\n\r]", "/", r"\.", "-"];
    match rng.u8(..if depth < 4 { 10 } else { 3 }) {
        0..3 => (*rng.choice(atoms).unwrap()).to_owned(),
        3..6 => likely(rng, depth + 1) + &likely(rng, depth + 1),
        6 => format!("(?:{}|{})", likely(rng, depth + 1), likely(rng, depth + 1)),
        7 => format!("({})", likely(rng, depth + 1)),
        8 => format!("(?:{}){}", likely(rng, depth + 1), rng.choice(["*", "+", "?", "{2}", "{1,3}", "*?"]).unwrap()),
        _ => [["^", ""], ["", "$"], ["^", "$"]][rng.usize(..3)].join(&likely(rng, depth + 1)),
    }
}

/// The walk of the library, over a table that is not static.
fn matches(table: &Table, text: &[u8]) -> bool {
    let pattern = portcullis::schema::Pattern {
        source: "",
        classes: Box::leak(Box::new(table.classes)),
        next: table.next.clone().leak(),
        shift: table.shift,
        start: table.start,
        accepting: table.accepting,
    };
    pattern.matches(text)
}

/// Patterns that are taken, each with texts and whether they match.
fn taken() -> HashMap<String, Vec<(String, bool)>> {
    let mut rng = Rng::with_seed(7);
    let mut taken = HashMap::new();
    let pieces: Vec<&str> = PIECES.split_whitespace().chain([" ", "\n", "{ 1}"]).collect();
    let single = pieces.iter().copied().filter(|piece| piece.chars().count() == 1);
    let characters: Vec<&str> = CHARACTERS.split("").filter(|text| !text.is_empty()).chain(single).collect();
    for number in 0..PATTERNS {
        let source = if number % 2 == 0 { likely(&mut rng, 0) } else { join(&pieces, 6, &mut rng) };
        if common::check(&source).is_err() {
            continue;
        }
        let table = Table::new(&source).unwrap_or_else(|error| panic!("{source:?}: {error}"));
        let regex = regex::Regex::new(&source).unwrap();
        let texts = (0..TEXTS).map(|_| {
            let text = join(&characters, 6, &mut rng);
            let expected = regex.is_match(&text);
            assert_eq!(matches(&table, text.as_bytes()), expected, "{source:?} on {text:?}");
            // Bytes that are no text have no meaning, but must do no harm.
            matches(&table, &[rng.u8(..), rng.u8(..), rng.u8(..)]);
            (text, expected)
        });
        let texts = texts.collect();
        taken.insert(source, texts);
    }
    taken
}

#[test]
fn what_is_taken_means_the_same_everywhere() {
    let taken = taken();
    let verdicts = || taken.values().flatten().map(|(_, verdict)| *verdict);
    assert!(taken.len() > PATTERNS / 4, "only {} patterns were taken", taken.len());
    assert!(verdicts().filter(|verdict| *verdict).count() > verdicts().count() / 10);
    // Under `v` only the syntax is asked: V8 11, which Node.js 20 has, matches wrongly there.
    let script = r#"
        let wrong = 0;
        for (const [source, texts] of JSON.parse(require("node:fs").readFileSync(0, "utf8"))) {
            new RegExp(source, "v");
            const pattern = new RegExp(source, "u");
            for (const [text, verdict] of texts)
                if (pattern.test(text) !== verdict && wrong++ < 9) console.error(pattern, JSON.stringify(text), verdict);
        }
        process.exit(wrong && 1);
    "#;
    let mut node =
        Command::new("node").args(["-e", script]).stdin(Stdio::piped()).spawn().expect("Node.js can be started");
    let questions: Vec<_> = taken.into_iter().collect();
    node.stdin.take().unwrap().write_all(json!(questions).to_string().as_bytes()).unwrap();
    assert!(node.wait().unwrap().success(), "V8 says otherwise");
}

#[test]
fn tables_are_minimal() {
    for (source, states, row) in [
        ("", 2, 1),
        ("a", 3, 2),
        ("^[A-Z]{2}$", 5, 2),
        ("^(?:a|b|c)*$", 3, 2),
        ("[^\\u{0}-\\u{10ffff}]", 2, 1),
        ("^(?:[ -]*[0-9]){3,}[ -]*$", 6, 4),
    ] {
        let table = Table::new(source).unwrap();
        assert_eq!((table.next.len() >> table.shift, 1 << table.shift), (states, row), "{source}");
    }
}

#[test]
fn tables_are_small() {
    assert!(Table::new("^[a-z]{0,200}$").is_ok());
    for source in ["^[a-z]{0,300}$", "^[a-zé]{0,9000}$", "a[ab]{12}$"] {
        assert!(Table::new(source).is_err(), "{source}");
    }
}
