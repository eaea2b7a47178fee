//! Values, arrays, objects, white space and nesting (RFC 8259, sections 2 to 5).

use super::Case;
use super::Says::{self, Narrowed, No, Yes};

const DEEP: Says = Narrowed("nesting deeper than 64 levels");

const LITERALS: &[super::Row] = &[
    ("null", b"null", Yes),
    ("true", b"true", Yes),
    ("false", b"false", Yes),
    ("null without its end", b"nul", No),
    ("true without its end", b"tru", No),
    ("false without its end", b"fals", No),
    ("null with more", b"nulll", No),
    ("true with more", b"truetrue", No),
    ("false with a digit", b"false0", No),
    ("a capital letter first", b"True", No),
    ("capital letters", b"NULL", No),
    ("a capital letter last", b"falsE", No),
    ("in parts", b"nu ll", No),
    ("NUL inside", b"nul\0", No),
    ("a wrong byte for the last letter", b"tru\xe5", No),
    ("undefined", b"undefined", No),
    ("nil", b"nil", No),
    ("None", b"None", No),
    ("yes", b"yes", No),
    ("negative", b"-true", No),
    ("in angle brackets", b"<null>", No),
    ("in parentheses", b"(null)", No),
    ("escaped", br"\u006eull", No),
];

const ARRAYS: &[super::Row] = &[
    ("empty", b"[]", Yes),
    ("empty, with white space", b"[ \t\r\n]", Yes),
    ("of one", b"[1]", Yes),
    ("of all kinds", br#"[null,true,false,-1.5e3,"a",[],{}]"#, Yes),
    ("with white space everywhere", b"[ 1 ,\t2\r,\n3 ]", Yes),
    ("of empty ones", b"[[],[[]]]", Yes),
    ("of what looks like objects", br#"["{","}"]"#, Yes),
    ("open", b"[", No),
    ("open behind a value", b"[1", No),
    ("open behind a separator", b"[1,", No),
    ("open inside", b"[[]", No),
    ("only the end", b"]", No),
    ("an end too many", b"[]]", No),
    ("two in a row", b"[][]", No),
    ("a separator at the start", b"[,1]", No),
    ("a separator at the end", b"[1,]", No),
    ("two separators at the end", b"[1,,]", No),
    ("two separators", b"[1,,2]", No),
    ("only a separator", b"[,]", No),
    ("no separator", b"[1 2]", No),
    ("no separator between strings", br#"["a""b"]"#, No),
    ("no separator between arrays", b"[[][]]", No),
    ("a colon", b"[1:2]", No),
    ("a colon behind a string", br#"["a":1]"#, No),
    ("a semicolon", b"[1;2]", No),
    ("a full-width comma", "[1，2]".as_bytes(), No),
    ("the end of an object", b"[1}", No),
    ("the end of an object, empty", b"[}", No),
    ("crossed with an object", br#"[{"a":1]}"#, No),
    ("NUL inside", b"[\0]", No),
    ("NUL for a separator", b"[1\x002]", No),
    ("a wrong byte inside", b"[\xff]", No),
    ("a wrong byte behind a value", b"[1\xe5]", No),
    ("a spread", b"[...1]", No),
    ("a word", b"[a]", No),
    ("a star", b"[*]", No),
];

const OBJECTS: &[super::Row] = &[
    ("empty", b"{}", Yes),
    ("empty, with white space", b"{\n\t \r}", Yes),
    ("of one", br#"{"a":1}"#, Yes),
    ("an empty key", br#"{"":0}"#, Yes),
    ("a key of NUL", br#"{"\u0000":0}"#, Yes),
    ("a key of escapes", br#"{"\"\\\n\u0061\ud83d\ude80":0}"#, Yes),
    ("a key beyond ASCII", "{\"é🚀\":0}".as_bytes(), Yes),
    ("a key of a prototype", br#"{"__proto__":{"constructor":0}}"#, Yes),
    ("a key like a number", br#"{"0":1,"-1":2,"1e5":3}"#, Yes),
    ("a key twice, where nobody reads it", br#"{"a":1,"a":2}"#, Yes),
    ("a key twice, once escaped", br#"{"a":1,"\u0061":2}"#, Yes),
    ("with white space everywhere", b" {\n\t\"a\" :\r1 , \"b\"\t:\n2 }\t", Yes),
    ("of all kinds", br#"{"a":null,"b":true,"c":0,"d":"","e":[],"f":{}}"#, Yes),
    ("open", b"{", No),
    ("open behind a key", br#"{"a""#, No),
    ("open behind a colon", br#"{"a":"#, No),
    ("open behind a value", br#"{"a":1"#, No),
    ("open behind a separator", br#"{"a":1,"#, No),
    ("open in a key", br#"{"a"#, No),
    ("only the end", b"}", No),
    ("an end too many", b"{}}", No),
    ("a key alone", br#"{"a"}"#, No),
    ("no value", br#"{"a":}"#, No),
    ("no value before a separator", br#"{"a":,"b":1}"#, No),
    ("no key", b"{:1}", No),
    ("no colon", br#"{"a" 1}"#, No),
    ("two colons", br#"{"a"::1}"#, No),
    ("three in a row", br#"{"a":1:2}"#, No),
    ("a separator for the colon", br#"{"a",1}"#, No),
    ("an equals sign for the colon", br#"{"a"=1}"#, No),
    ("an arrow for the colon", br#"{"a"=>1}"#, No),
    ("a full-width colon", "{\"a\"：1}".as_bytes(), No),
    ("a separator at the start", br#"{,"a":1}"#, No),
    ("a separator at the end", br#"{"a":1,}"#, No),
    ("two separators", br#"{"a":1,,"b":2}"#, No),
    ("only a separator", b"{,}", No),
    ("no separator", br#"{"a":1 "b":2}"#, No),
    ("a semicolon", br#"{"a":1;"b":2}"#, No),
    ("the end of an array", br#"{"a":1]"#, No),
    ("the end of an array, empty", b"{]", No),
    ("crossed with an array", br#"{"a":[1}]"#, No),
    ("a key without quotes", b"{a:1}", No),
    ("a key in apostrophes", b"{'a':1}", No),
    ("a key that is a number", b"{1:1}", No),
    ("a key that is null", b"{null:1}", No),
    ("a key that is an array", b"{[]:1}", No),
    ("a key that is an object", b"{{}:1}", No),
    ("a key that is broken off", br#"{"a:1}"#, No),
    ("a key with a control character", b"{\"a\n\":1}", No),
    ("a key with half a pair", br#"{"\ud800":1}"#, Narrowed("lone surrogates in what is dropped")),
    ("a key that is no UTF-8", b"{\"\xff\":1}", Narrowed("invalid UTF-8 in what is dropped")),
    ("a key with an escape that JSON lacks", br#"{"\x61":1}"#, No),
    ("a value in parentheses", br#"{"a":(1)}"#, No),
    ("a method", br#"{"a"(){}}"#, No),
];

const SPACES: &[super::Row] = &[
    ("a space", b" 1 ", Yes),
    ("a tab", b"\t1\t", Yes),
    ("a line feed", b"\n1\n", Yes),
    ("a carriage return", b"\r1\r", Yes),
    ("a vertical tab", b"\x0b1", No),
    ("a form feed", b"\x0c1", No),
    ("a backspace", b"\x081", No),
    ("DEL", b"\x7f1", No),
    ("NUL", b"\x001", No),
    ("NEL", "\u{85}1".as_bytes(), No),
    ("a space that does not break", "\u{a0}1".as_bytes(), No),
    ("a space without a width", "\u{200b}1".as_bytes(), No),
    ("an ideographic space", "\u{3000}1".as_bytes(), No),
    ("a line separator", "\u{2028}1".as_bytes(), No),
    ("a word joiner", "1\u{2060}".as_bytes(), No),
    ("a byte order mark", "\u{feff}[1]\u{feff}".as_bytes(), No),
    ("an escape", br"\u00201", No),
    ("a comment to the end of the line", b"// one\n1", No),
    ("a comment in stars", b"/* one */1", No),
    ("a comment behind a hash", b"# one\n1", No),
    ("a comment behind a value", b"1/**/", No),
    ("a slash", b"/", No),
];

const BODIES: &[super::Row] = &[
    ("the least", br#"{"name":""}"#, Yes),
    ("white space before and behind", b" \t\r\n{\"name\":\"\"}\n\r\t ", Yes),
    ("a known key as escapes", br#"{"\u006e\u0061\u006d\u0065":""}"#, Yes),
    ("a known key as escapes, behind what is dropped", "{\"é\\u00e9\":\"\\n\",\"n\\u0061me\":\"\"}".as_bytes(), Yes),
    ("empty", b"", No),
    ("only white space", b" \t\r\n", No),
    ("only NUL", b"\0", No),
    ("NUL before", b"\0{\"name\":\"\"}", No),
    ("NUL behind", b"{\"name\":\"\"}\0", No),
    ("NUL behind white space", b"{\"name\":\"\"} \0 ", No),
    ("a separator behind", br#"{"name":""},"#, No),
    ("a value behind", br#"{"name":""} 1"#, No),
    ("the same again", br#"{"name":""}{"name":""}"#, No),
    ("a line for each value", b"{\"name\":\"\"}\n{\"name\":\"\"}\n", No),
    ("a record separator", b"\x1e{\"name\":\"\"}\n", No),
    ("an end too many", br#"{"name":""}}"#, No),
    ("a comment behind", br#"{"name":""}//"#, No),
    ("a semicolon behind", br#"{"name":""};"#, No),
    ("a guard before", b")]}',\n{\"name\":\"\"}", No),
    ("a call around", br#"callback({"name":""})"#, No),
    ("a form", b"name=", No),
    ("XML", b"<name/>", No),
    ("YAML", b"name: \"\"\n", No),
];

/// Values of all kinds.
pub(super) fn values() -> Vec<Case> {
    let tables = [("literal", LITERALS), ("array", ARRAYS), ("object", OBJECTS), ("white space", SPACES)];
    let rows = tables.iter().flat_map(|(name, rows)| rows.iter().map(move |row| Case::of(name, row)));
    let many = [
        ("array: very many items", format!("[{}0]", "[],".repeat(20_000)), Yes),
        ("object: very many keys", format!("{{{}\"\":0}}", "\"\\u0061\" : null, ".repeat(20_000)), Yes),
        ("white space: very much", format!("{0}[{0}]{0}", " \n".repeat(20_000)), Yes),
        (
            "white space: an indent of every width",
            (0..70).map(|width| "\n".to_owned() + &" ".repeat(width)).collect::<String>() + "0",
            Yes,
        ),
        ("array: very many are open", "[".repeat(100_000), No),
        ("object: very many are open", "{\"\":".repeat(100_000), No),
        ("array: very many ends", "]".repeat(100_000), No),
    ];
    rows.chain(many.map(|(name, text, says)| Case::new(name, text, says))).collect()
}

/// Whole bodies.
pub(super) fn bodies() -> Vec<Case> {
    BODIES.iter().map(|row| Case::of("body", row)).collect()
}

/// Bodies that are nested as deep as may be, and deeper.
pub(super) fn nested() -> Vec<Case> {
    let kinds = [("arrays", "[", "]"), ("objects", r#"{"a":"#, "}"), ("both", r#"[{"a":"#, "}]")];
    let depth = |open: &str| open.matches(['[', '{']).count();
    let mut cases = Vec::new();
    for (name, open, close) in kinds {
        // The body itself is one.
        for levels in [2, 62, 63, 64, 65, 66, 126, 127, 128, 129, 1000, 100_000] {
            let count = levels / depth(open);
            let says = if count * depth(open) < 64 { Yes } else { DEEP };
            for inside in ["1", "[]", "{}"] {
                let says = if inside != "1" && count * depth(open) == 63 { DEEP } else { says };
                let text = [r#"{"name":"","more":"#, &open.repeat(count), inside, &close.repeat(count), "}"].concat();
                let deepest = count * depth(open) + 1 + depth(inside);
                cases.push(Case::new(format!("nesting: {deepest} levels of {name} around {inside}"), text, says));
            }
        }
    }
    cases
}
