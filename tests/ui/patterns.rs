//! A pattern must mean the same in Rust and in ECMAScript, and be small.

use portcullis::payload;

const CODE: &str = "^[A-Z]+$";

#[payload]
struct NotInCommon {
    #[garde(pattern(r"^\d+$"))]
    digits: String,
    #[garde(pattern(r"[\w-]+"))]
    words: String,
    #[garde(pattern(r"\S"))]
    spaces: String,
    #[garde(pattern(r"\bword"))]
    boundary: String,
    #[garde(pattern(r"\p{Greek}"))]
    script: String,
    #[garde(pattern("[[:alpha:]]"))]
    posix: String,
    #[garde(pattern("^.+$"))]
    dot: String,
    #[garde(pattern("(?i)abc"))]
    flags: String,
    #[garde(pattern("(?i:abc)"))]
    flags_of_group: String,
    #[garde(pattern("(?<year>[0-9]{4})"))]
    name: String,
    #[garde(pattern(r"\A[a-z]"))]
    start: String,
    #[garde(pattern(r"[a-z]\z"))]
    end: String,
    #[garde(pattern(r"\a"))]
    bell: String,
    #[garde(pattern(r"\x{41}"))]
    hexadecimal: String,
    #[garde(pattern(r"\#[0-9]"))]
    needless_escape: String,
    #[garde(pattern("a]"))]
    bracket: String,
    #[garde(pattern("[(]"))]
    bracket_in_class: String,
    #[garde(pattern("[+-]"))]
    hyphen_in_class: String,
    #[garde(pattern("[a!!]"))]
    doubled: String,
    #[garde(pattern("[a-z&&[^b]]"))]
    intersection: String,
    #[garde(pattern("[a[bc]]"))]
    nested: String,
    #[garde(pattern("a{2}{3}"))]
    repeated: String,
    #[garde(pattern("^*a"))]
    repeated_assertion: String,
    #[garde(pattern("a{ 2 }"))]
    spaced: String,
}

#[payload]
struct NotRegular {
    #[garde(pattern("(?=a)b"))]
    look_ahead: String,
    #[garde(pattern(r"(a)\1"))]
    back_reference: String,
    #[garde(pattern("(a"))]
    unclosed: String,
    #[garde(inner(pattern("[z-a]")))]
    range: Vec<String>,
}

#[payload]
struct TooLarge {
    #[garde(pattern("^[a-z]{0,999}$"))]
    states: String,
    #[garde(pattern("a[ab]{20}$"))]
    exponential: String,
    #[garde(pattern("(?:[a-z]{1000}){1000}"))]
    work: String,
}

#[payload]
struct NotLiteral {
    #[garde(pattern(CODE))]
    constant: String,
    #[garde(pattern = "a")]
    value: String,
    #[garde(pattern(b"a"))]
    bytes: String,
    #[garde(pattern("a"), pattern("b"))]
    twice: String,
}

fn main() {}
