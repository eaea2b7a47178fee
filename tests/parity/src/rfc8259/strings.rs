//! Strings (RFC 8259, section 7), as characters and as escapes.

use super::Case;
use super::Says::{self, Narrowed, No, Yes};

/// Half a pair is spelled as an escape, but stands for no character.
const HALF: Says = Narrowed("lone surrogates in what is dropped");

const STRINGS: &[super::Row] = &[
    ("empty", br#""""#, Yes),
    ("one letter", br#""a""#, Yes),
    ("the short escapes", br#""\"\\\/\b\f\n\r\t""#, Yes),
    ("a slash as it is", br#""/""#, Yes),
    ("an apostrophe", br#""'""#, Yes),
    ("a space", br#"" ""#, Yes),
    ("brackets and separators", br#""[{,:}]""#, Yes),
    ("a comment", br#""/*//#*/""#, Yes),
    ("DEL", b"\"\x7f\"", Yes),
    ("the first character beyond ASCII", "\"\u{80}\"".as_bytes(), Yes),
    ("the last of two bytes, the first of three", "\"\u{7ff}\u{800}\"".as_bytes(), Yes),
    ("around the surrogates", "\"\u{d7ff}\u{e000}\"".as_bytes(), Yes),
    ("the last of three bytes, the first of four", "\"\u{ffff}\u{10000}\"".as_bytes(), Yes),
    ("the last character", "\"\u{10ffff}\"".as_bytes(), Yes),
    ("characters that are none", "\"\u{fffe}\u{fdd0}\u{1ffff}\"".as_bytes(), Yes),
    ("the replacement character", "\"\u{fffd}\"".as_bytes(), Yes),
    ("a byte order mark", "\"\u{feff}\"".as_bytes(), Yes),
    ("ends of lines that JavaScript knows", "\"\u{2028}\u{2029}\u{85}\"".as_bytes(), Yes),
    ("several characters that make one", "\"e\u{301}👨\u{200d}👩\u{200d}👧\"".as_bytes(), Yes),
    ("NUL as escape", br#""\u0000""#, Yes),
    ("the last control character as escape", br#""\u001f""#, Yes),
    ("ASCII as escapes", br#""\u0022\u005c\u002F\u0041\u007f""#, Yes),
    ("digits of either case", br#""\u00e9\u00E9\uABCD\uabcd\uAbCd""#, Yes),
    ("the last escape without a pair", br#""\uffff""#, Yes),
    ("escapes around the surrogates", br#""\ud7ff\ue000""#, Yes),
    ("a pair", br#""\ud834\udd1e""#, Yes),
    ("a pair in capitals", br#""\uD834\uDD1E""#, Yes),
    ("the first pair", br#""\ud800\udc00""#, Yes),
    ("the last pair", br#""\udbff\udfff""#, Yes),
    ("two pairs", br#""\ud83d\ude80\ud83d\ude80""#, Yes),
    ("an escaped backslash before a u", br#""\\u0041""#, Yes),
    ("an escaped backslash at the end", br#""a\\""#, Yes),
    ("many backslashes", br#""\\\\\\\\\\\\\\\\\\\\\\\\""#, Yes),
    ("an escaped quote at the end", br#""a\"""#, Yes),
    ("an escape in the eighth place", br#""1234567\n9""#, Yes),
    ("characters before and behind an escape", "\"é\\u00e9🚀\\ud83d\\ude80日\\n\"".as_bytes(), Yes),
    ("the first half alone", br#""\ud800""#, HALF),
    ("the last first half alone", br#""\udbff""#, HALF),
    ("the second half alone", br#""\udc00""#, HALF),
    ("the last second half alone", br#""\uDFFF""#, HALF),
    ("the halves in the wrong order", br#""\udd1e\ud834""#, HALF),
    ("two first halves", br#""\ud834\ud834""#, HALF),
    ("two first halves and a second", br#""\ud834\ud834\udd1e""#, HALF),
    ("a pair and a second half", br#""\ud834\udd1e\udd1e""#, HALF),
    ("a first half before a letter", br#""\ud834a""#, HALF),
    ("a first half before an escaped letter", br#""\ud834\u0061""#, HALF),
    ("a first half before a short escape", br#""\ud834\n""#, HALF),
    ("a first half before an escaped backslash", br#""\ud834\\udd1e""#, HALF),
    ("a first half before a pair of four bytes", "\"\\ud834🚀\"".as_bytes(), HALF),
    ("a first half before an escape without digits", br#""\ud834\u""#, No),
    ("a first half before an escape with few digits", br#""\ud834\udd""#, No),
    ("a first half before an escape with other digits", br#""\ud834\udd1g""#, No),
    ("a first half before an escape that JSON lacks", br#""\ud834\x""#, No),
    ("open", br#"""#, No),
    ("open behind a letter", br#""a"#, No),
    ("open behind a backslash", br#""\"#, No),
    ("open behind an escaped quote", br#""\""#, No),
    ("open behind three backslashes", br#""\\\""#, No),
    ("open in an escape", br#""\u00"#, No),
    ("without quotes", b"a", No),
    ("without the first quote", br#"a""#, No),
    ("in apostrophes", b"'a'", No),
    ("in backquotes", b"`a`", No),
    ("in typographic quotes", "“a”".as_bytes(), No),
    ("in escaped quotes", br#"\"a\""#, No),
    ("two in a row", br#""a""b""#, No),
    ("two with a space", br#""a" "b""#, No),
    ("a letter behind", br#""a"b"#, No),
    ("an escape outside", br"\n", No),
    ("an escape of nothing", br#""\ ""#, No),
    ("an escape of an apostrophe", br#""\'""#, No),
    ("an escape of a letter", br#""\a""#, No),
    ("an escape of a capital letter", br#""\N""#, No),
    ("an escape of a vertical tab", br#""\v""#, No),
    ("an escape of NUL by a digit", br#""\0""#, No),
    ("an escape by two digits", br#""\x41""#, No),
    ("an escape by eight digits", br#""\U00000041""#, No),
    ("an escape in braces", br#""\u{41}""#, No),
    ("an escape of a character of two bytes", "\"\\é\"".as_bytes(), No),
    ("an escape of a character of four bytes", "\"\\🚀\"".as_bytes(), No),
    ("an escape of a control character", b"\"\\\n\"", No),
    ("an escape of NUL", b"\"\\\0\"", No),
    ("an escape of a byte that is no UTF-8", b"\"\\\xe5\"", No),
    ("an escape without digits", br#""\u""#, No),
    ("an escape of one digit", br#""\u0""#, No),
    ("an escape of three digits", br#""\u004""#, No),
    ("an escape of three digits before an escape", br#""\u004\u0041""#, No),
    ("an escape with a letter behind f", br#""\u004g""#, No),
    ("an escape with a letter behind F", br#""\u004G""#, No),
    ("an escape with what is before 0", br#""\u004/""#, No),
    ("an escape with what is behind 9", br#""\u004:""#, No),
    ("an escape with a plus", br#""\u+041""#, No),
    ("an escape with a minus", br#""\u-041""#, No),
    ("an escape with a space", br#""\u 041""#, No),
    ("an escape with 0x", br#""\u0x41""#, No),
    ("an escape with a full-width digit", "\"\\u００４１\"".as_bytes(), No),
    ("an escape with a byte that is no UTF-8", b"\"\\u004\xff\"", No),
    ("a capital U", br#""\U0041""#, No),
];

/// All of them, each control character, and texts of every length around that of a block.
pub(super) fn cases() -> Vec<Case> {
    let rows = STRINGS.iter().map(|row| Case::of("string", row));
    let control = (0..0x20).flat_map(|byte| {
        [0, 13, 14, 15, 16, 40].map(|before| {
            let text = [b"\"", "x".repeat(before).as_bytes(), &[byte], b"y\""].concat();
            Case::new(format!("string: the control character {byte} behind {before} letters"), text, No)
        })
    });
    let around = (0..36).flat_map(|before| {
        ["é", "日", "🚀", r"\n", r"\u00e9", r"\ud83d\ude80", r"\\", r#"\""#].map(|inside| {
            let text = format!("\"{}{inside}{}\"", "x".repeat(before), "y".repeat(before % 5));
            Case::new(format!("string: {inside} behind {before} letters"), text, Yes)
        })
    });
    let long = [("letters", "x"), ("three-byte characters", "日"), ("escapes", r"\u65e5"), ("pairs", r"\ud83d\ude80")]
        .map(|(name, text)| {
            Case::new(format!("string: very many {name}"), format!("\"{}\"", text.repeat(20_000)), Yes)
        });
    rows.chain(control).chain(around).chain(long).collect()
}
