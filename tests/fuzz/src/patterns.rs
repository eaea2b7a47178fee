//! The tables of patterns, against the `regex` crate: a pattern, a NUL, and a text.

use portcullis::schema::Pattern;

#[path = "../../../macros/src/pattern/common.rs"]
mod common;
#[path = "../../../macros/src/pattern/table.rs"]
mod table;

use self::table::Table;

/// Asks both whether the text matches, if the pattern is one that is taken.
pub fn run(input: &[u8]) {
    let Ok(input) = std::str::from_utf8(input) else { return };
    let Some((source, text)) = input.split_once('\0') else { return };
    // What takes long to compile is known to be refused for its size, and nothing new.
    if source.len() > 100 || common::check(source).is_err() {
        return;
    }
    let regex = regex::Regex::new(source);
    let Ok(table) = Table::new(source) else { return };
    let expected = regex.expect("a pattern that is taken is a regular expression").is_match(text);
    assert_eq!(matches(table, text), expected, "/{source}/ on {text:?}");
}

/// The walk of the library, whose tables are static.
fn matches(table: Table, text: &str) -> bool {
    let Table { classes, next, shift, start, accepting } = table;
    let classes = Box::into_raw(Box::new(classes));
    let next = Box::into_raw(next.into_boxed_slice());
    // SAFETY: both point to what has just been allocated, and what borrows them here is gone when they are
    // given back below, once.
    unsafe {
        let pattern = Pattern { source: "", classes: &*classes, next: &*next, shift, start, accepting };
        let matches = pattern.matches(text.as_bytes());
        drop((Box::from_raw(classes), Box::from_raw(next)));
        matches
    }
}

/// Inputs to start from, each with a name.
pub fn seeds() -> Vec<(String, Vec<u8>)> {
    let seeds = [
        ("letters", "^[A-Z]{2}$", "DE"),
        ("anywhere", "é|b+c", "abbbc"),
        ("amount", r"^(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?$", "1234.5"),
        ("beyond-ascii", r"^[^\n]*[^\u{0}-\u{7f}]$", "a🚀"),
        ("slug", "^(?:[a-z]+(?:-[a-z]+)*)?$", "a-slug"),
        ("nested", "(?:(?:ab?)*|c+?){2,3}$", "abacab"),
        ("limits", r"[\u{7ff}-\u{800}][\u{d7ff}-\u{e000}]", "\u{7ff}\u{e000}"),
        ("empty", "(a|)^$", ""),
    ];
    seeds.map(|(name, source, text)| (name.to_owned(), format!("{source}\0{text}").into_bytes())).into()
}
