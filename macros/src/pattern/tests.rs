//! Generated patterns: whatever is taken means the same here, in the `regex` crate, and in V8.

use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::json;

use self::generate::Generator;
use super::{Table, common};

mod generate;

const PATTERNS: usize = 2_000;
const TEXTS: usize = 40;

/// How many characters a text for V8 has at the most: it may try all ways to match, which are
/// exponentially many.
const FOR_V8: usize = 8;

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
    let mut generator = Generator::new(7);
    let mut taken = HashMap::new();
    for number in 0..PATTERNS {
        let source = if number % 2 == 0 { generator.likely_pattern() } else { generator.any_pattern() };
        if common::check(&source).is_err() {
            continue;
        }
        let Ok(table) = Table::new(&source) else {
            // Only those that repeat much are too large.
            assert!(source.contains(['{', '+', '*']), "{source:?}");
            continue;
        };
        let regex = regex::Regex::new(&source).unwrap();
        let meaning = regex_syntax::parse(&source).unwrap();
        let texts = (0..TEXTS).map(|_| {
            let text = generator.text(&meaning);
            let expected = regex.is_match(&text);
            assert_eq!(matches(&table, text.as_bytes()), expected, "{source:?} on {text:?}");
            // Bytes that are no text have no meaning, but must do no harm.
            matches(&table, &generator.bytes());
            (text, expected)
        });
        let texts = texts.filter(|(text, _)| text.chars().count() <= FOR_V8).collect();
        taken.insert(source, texts);
    }
    taken
}

#[test]
fn what_is_taken_means_the_same_everywhere() {
    let taken = taken();
    let verdicts = || taken.values().flatten().map(|(_, verdict)| *verdict);
    assert!(taken.len() > PATTERNS / 4, "only {} patterns were taken", taken.len());
    assert!(verdicts().count() > taken.len() * TEXTS / 2);
    let matching = verdicts().filter(|verdict| *verdict).count();
    assert!((verdicts().count() / 4..verdicts().count() * 3 / 4).contains(&matching), "{matching} texts match");
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
