//! UTF-8 (RFC 8259, section 8.1; RFC 3629), and what is some other encoding.

use super::Case;
use super::Says::{self, Narrowed, No, Yes};

/// serde_json looks only at the strings that it keeps.
const WRONG: Says = Narrowed("invalid UTF-8 in what is dropped");

/// What is between the quotes.
const BYTES: &[super::Row] = &[
    ("a byte that goes on, alone", b"\x80", WRONG),
    ("the last byte that goes on, alone", b"\xbf", WRONG),
    ("one that goes on behind a whole character", b"\xc3\xa9\xa9", WRONG),
    ("the first of two bytes, alone", b"\xc3", WRONG),
    ("the first of two bytes, twice", b"\xc3\xc3\xa9", WRONG),
    ("the first of two bytes before a letter", b"\xc3a", WRONG),
    ("the first of three bytes, alone", b"\xe3", WRONG),
    ("two of three bytes", b"\xe3\x81", WRONG),
    ("two of three bytes before a letter", b"\xe3\x81a", WRONG),
    ("the first of four bytes, alone", b"\xf0", WRONG),
    ("two of four bytes", b"\xf0\x9f", WRONG),
    ("three of four bytes", b"\xf0\x9f\x9a", WRONG),
    ("three of four bytes before a character", b"\xf0\x9f\x9a\xc3\xa9", WRONG),
    ("NUL in two bytes", b"\xc0\x80", WRONG),
    ("a slash in two bytes", b"\xc0\xaf", WRONG),
    ("a quote in two bytes", b"\xc0\xa2", WRONG),
    ("the last of ASCII in two bytes", b"\xc1\xbf", WRONG),
    ("NUL in three bytes", b"\xe0\x80\x80", WRONG),
    ("the last of two bytes in three", b"\xe0\x9f\xbf", WRONG),
    ("NUL in four bytes", b"\xf0\x80\x80\x80", WRONG),
    ("the last of three bytes in four", b"\xf0\x8f\xbf\xbf", WRONG),
    ("the first of three bytes that are needed", b"\xe0\xa0\x80", Yes),
    ("the first of four bytes that are needed", b"\xf0\x90\x80\x80", Yes),
    ("the first surrogate", b"\xed\xa0\x80", WRONG),
    ("the last surrogate", b"\xed\xbf\xbf", WRONG),
    ("a pair of surrogates", b"\xed\xa0\xb4\xed\xb4\x9e", WRONG),
    ("before the first surrogate", b"\xed\x9f\xbf", Yes),
    ("the last character", b"\xf4\x8f\xbf\xbf", Yes),
    ("behind the last character", b"\xf4\x90\x80\x80", WRONG),
    ("the first of four bytes beyond Unicode", b"\xf5\x80\x80\x80", WRONG),
    ("five bytes", b"\xf8\x88\x80\x80\x80", WRONG),
    ("six bytes", b"\xfc\x84\x80\x80\x80\x80", WRONG),
    ("0xFE", b"\xfe", WRONG),
    ("0xFF", b"\xff", WRONG),
    ("Latin 1", b"caf\xe9", WRONG),
    ("Windows 1252", b"\x93quoted\x94", WRONG),
    ("Shift JIS", b"\x93\xfa\x96\x7b", WRONG),
    ("a character broken by an escape", b"\xc3\\u00a9", WRONG),
    ("a character broken by a short escape", b"\xe3\\n\x81\x82", WRONG),
    ("an escape broken off by bytes", b"\\u00e9\xa9", WRONG),
];

const BODIES: &[super::Row] = &[
    ("a byte order mark", b"\xef\xbb\xbf{\"name\":\"\xc3\xa9\"}", Yes),
    ("a byte order mark, then a space", b"\xef\xbb\xbf {\"name\":\"\"}", Yes),
    ("a byte order mark alone", b"\xef\xbb\xbf", No),
    ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf{\"name\":\"\"}", No),
    ("a byte order mark behind a space", b" \xef\xbb\xbf{\"name\":\"\"}", No),
    ("a byte order mark at the end", b"{\"name\":\"\"}\xef\xbb\xbf", No),
    ("a byte order mark inside", b"{\xef\xbb\xbf\"name\":\"\"}", No),
    ("two bytes of the mark", b"\xef\xbb{\"name\":\"\"}", No),
    ("one byte of the mark", b"\xef{\"name\":\"\"}", No),
    ("the mark of UTF-16, little end first", b"\xff\xfe{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0\"\0}\0", No),
    ("the mark of UTF-16, big end first", b"\xfe\xff\0{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0\"\0}", No),
    ("UTF-16, little end first", b"{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0\"\0}\0", No),
    ("UTF-16, big end first", b"\0{\0\"\0n\0a\0m\0e\0\"\0:\0\"\0\"\0}", No),
    ("UTF-32, little end first", b"{\0\0\0\"\0\0\0\"\0\0\0:\0\0\x001\0\0\0}\0\0\0", No),
    ("the mark of UTF-32, big end first", b"\0\0\xfe\xff\0\0\0{\0\0\0}", No),
    ("a wrong byte before", b"\xff{\"name\":\"\"}", No),
    ("a wrong byte behind", b"{\"name\":\"\"}\xff", No),
    ("a wrong byte for a space", b"{\"name\":\xa0\"\"}", No),
    ("a wrong byte for a separator", b"{\"name\":\"\"\xff\"depth\":1}", No),
    ("a character broken by the quote", b"{\"name\":\"\xe3\x81\"}", No),
    ("a character broken by the end", b"{\"name\":\"\xe3\x81", No),
];

/// Strings with these bytes, in every place of a block.
pub(super) fn cases() -> Vec<Case> {
    let places = (0..16).chain([31, 45, 46, 47]);
    places
        .flat_map(|before| {
            BYTES.iter().map(move |&(name, bytes, says)| {
                let text = [b"\"", "x".repeat(before).as_bytes(), bytes, b"\""].concat();
                Case::new(format!("UTF-8: {name}, behind {before} letters"), text, says)
            })
        })
        .collect()
}

/// Whole bodies.
pub(super) fn bodies() -> Vec<Case> {
    BODIES.iter().map(|row| Case::of("encoding", row)).collect()
}
