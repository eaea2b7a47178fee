//! Where the engine refuses what serde_json, normalisation and garde accept: on purpose, one entry
//! each, with its reason and an input that shows it. Nothing else may differ.

use portcullis::error::Details;
use portcullis::issue::{Issue, Limit, Literal, Reason};
use portcullis::schema::{Schema, Unknown};
use portcullis::{ErrorShape, SafeInteger};

/// A difference that is wanted.
pub struct Narrowing {
    /// What is refused.
    pub what: &'static str,
    /// Why.
    pub why: &'static str,
    /// Whether it explains a refusal (`None`) or an issue of one (`Some`).
    pub explains: fn(&ErrorShape, Option<&Issue>) -> bool,
    /// A payload's name and an input of it that the oracle accepts and the engine refuses.
    pub example: (&'static str, &'static [u8]),
}

fn expected(refusal: &ErrorShape, what: &str) -> bool {
    matches!(refusal.details, Some(Details::Syntax { expected, .. }) if expected == what)
}

fn format(issue: Option<&Issue>, name: &str) -> bool {
    match issue.map(|issue| &issue.reason) {
        Some(Reason::InvalidFormat { format }) => format.name == name,
        Some(Reason::InvalidKey { issues, .. }) => format(issues.first(), name),
        _ => false,
    }
}

/// The one place where the engine takes what serde_json does not: in what is dropped beside flattened
/// fields, a number beyond all doubles. serde reads it there as if it were kept.
pub fn is_widened(schema: &Schema, error: &serde_json::Error) -> bool {
    let Schema::Object(object) = schema else { return false };
    let drops = object.unknown == Unknown::Strip && !object.flattened.is_empty();
    drops && error.to_string().starts_with("number out of range")
}

/// All of them.
pub const ALL: &[Narrowing] = &[
    Narrowing {
        what: "an array for a struct",
        why: "serde's own form for compact formats; in JSON it hides which value belongs to which field",
        explains: |_, issue| {
            matches!(issue, Some(Issue { reason: Reason::InvalidType { expected: "object", received: "array" }, .. }))
        },
        example: ("crm::GetContact", br#"["3f2504e0-4f89-41d3-9a0c-0305e82c3301"]"#),
    },
    Narrowing {
        what: "spellings of a UUID other than 8-4-4-4-12",
        why: "one value has one spelling (RFC 9562, section 4), whoever compares the text",
        explains: |_, issue| format(issue, "uuid"),
        example: ("crm::GetContact", br#"{"id":"3f2504e04f8941d39a0c0305e82c3301"}"#),
    },
    Narrowing {
        what: "spellings of a day other than YYYY-MM-DD",
        why: "RFC 3339's is what PostgreSQL, HTML and JavaScript share; chrono takes spaces, single digits and signed years",
        explains: |_, issue| format(issue, "date"),
        example: ("zoo::Times", br#"{"day":"2026-1-5","time":"00:00:00","moment":"2026-01-05T00:00:00Z","local":[]}"#),
    },
    Narrowing {
        what: "spellings of a time other than HH:MM:SS with up to nine digits behind it, and leap seconds",
        why: "RFC 3339's without what PostgreSQL or JavaScript would change; chrono takes spaces, and times without seconds",
        explains: |_, issue| format(issue, "time"),
        example: (
            "zoo::Times",
            br#"{"day":"2026-01-05","time":"23:59:60","moment":"2026-01-05T00:00:00Z","local":[]}"#,
        ),
    },
    Narrowing {
        what: "spellings of a moment other than RFC 3339's with `T` and `Z` or a known offset, and years beyond 9999 in UTC",
        why: "one spelling, which every reader of RFC 3339 takes; chrono takes a space for `T`, small letters, `UTC` and more",
        explains: |_, issue| format(issue, "datetime"),
        example: (
            "zoo::Times",
            br#"{"day":"2026-01-05","time":"00:00:00","moment":"2026-01-05 00:00:00z","local":[]}"#,
        ),
    },
    Narrowing {
        what: "email addresses at an IP address in brackets",
        why: "HTML's rule, which browsers check the same field by, has no such domains",
        explains: |_, issue| format(issue, "email"),
        example: ("crm::CreateContact", br#"{"first_name":"Ada","last_name":"Lovelace","email":"ada@[127.0.0.1]"}"#),
    },
    Narrowing {
        what: "numbers that are beyond all singles once they are doubles",
        why: "a single is made of the double that JavaScript has, as by its Math.fround; serde_json makes it of the digits",
        explains: |_, issue| match issue.map(|issue| &issue.reason) {
            Some(Reason::TooBig { maximum: Limit::Number(limit), .. }) => *limit == f64::from(f32::MAX),
            Some(Reason::TooSmall { minimum: Limit::Number(limit), .. }) => *limit == f64::from(f32::MIN),
            _ => false,
        },
        example: ("zoo::Singles", br#"{"limited":0,"list":[3.4028235677973366e38]}"#),
    },
    Narrowing {
        what: "unknown keys beside flattened fields, or beside the name of a variant that holds nothing",
        why: "they are unknown, as they would be beside other fields; serde drops them whatever it was told",
        explains: |_, issue| matches!(issue, Some(Issue { reason: Reason::UnrecognizedKeys { .. }, .. })),
        example: ("zoo::Shape", br#"{"kind":"point","radius":1}"#),
    },
    Narrowing {
        what: "names of variants that are no text",
        why: "one name has one spelling; serde_json takes `{\"Nobody\":null}` for `\"Nobody\"`, and where serde buffers, its number too",
        explains: |_, issue| {
            let Some(Issue { reason, .. }) = issue else { return false };
            match reason {
                Reason::InvalidValue { values } => matches!(values[..], [Literal::Text(_), ..]),
                reason => matches!(reason, Reason::InvalidType { expected: "string", received: "object" }),
            }
        },
        example: ("zoo::Target", br#"{"nobody":null}"#),
    },
    Narrowing {
        what: "values of untagged enums that only serde takes, for one of the other reasons here",
        why: "which variant it would be depends on serde alone then, and the others are told to be none either",
        explains: |_, issue| matches!(issue, Some(Issue { reason: Reason::InvalidUnion { .. }, .. })),
        example: ("zoo::Loose", br#"{"nobody":null}"#),
    },
    Narrowing {
        what: "numbers beyond doubles in what is dropped from an enum, where its name comes behind its content",
        why: "serde buffers what comes before the name, where it refuses these; it is not worth looking where exactly they are",
        explains: |_, issue| {
            let Some(Issue { reason, .. }) = issue else { return false };
            let limit = match reason {
                Reason::TooBig { maximum: limit, .. } | Reason::TooSmall { minimum: limit, .. } => *limit,
                _ => return false,
            };
            [f64::MAX, f64::MIN].map(Limit::of).contains(&limit)
        },
        example: ("zoo::Report", br#"{"more":1e400,"event":"Empty"}"#),
    },
    Narrowing {
        what: "whole numbers in any JSON that JavaScript would write in other digits",
        why: "JSON.parse makes another number of them, which nobody would notice; serde_json keeps those of 64 bits",
        explains: |_, issue| {
            let Some(Issue { reason, .. }) = issue else { return false };
            let limit = match reason {
                Reason::TooBig { maximum: limit, .. } | Reason::TooSmall { minimum: limit, .. } => *limit,
                _ => return false,
            };
            [SafeInteger::MAX, SafeInteger::MIN].map(|most| Limit::whole(most.get().into())).contains(&limit)
        },
        example: ("zoo::Tag", b"[9007199254740993]"),
    },
    Narrowing {
        what: "a key of a map or of any JSON for the second time",
        why: "RFC 8259, section 4: what receivers make of it is unpredictable; serde keeps the last value",
        explains: |_, issue| matches!(issue, Some(Issue { reason: Reason::DuplicateKey {}, .. })),
        example: (
            "zoo::Maps",
            br#"{"texts":{"a":"b","\u0061":"c"},"lists":{},"depths":{},"gaps":{},"list":[],"nested":{}}"#,
        ),
    },
    Narrowing {
        what: "nesting deeper than 64 levels",
        why: "bounded work and stack; no payload of ours is half as deep",
        explains: |refusal, _| expected(refusal, "at most 64 levels of nesting"),
        example: (
            "zoo::Settings",
            concat!(
                r#"{"name":"","depth":{"first":"","second":""},"more":"#,
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "}"
            )
            .as_bytes(),
        ),
    },
    Narrowing {
        what: "lone surrogates in what is dropped",
        why: "RFC 8259, section 8.2: what receivers make of them is unpredictable; serde_json looks only at what it keeps",
        explains: |refusal, _| {
            expected(refusal, "the second half of a surrogate pair")
                || expected(refusal, "the first half of a surrogate pair")
        },
        example: ("zoo::Settings", br#"{"name":"","depth":{"first":"","second":""},"more":"\ud800"}"#),
    },
    Narrowing {
        what: "invalid UTF-8 in what is dropped",
        why: "RFC 8259, section 8.1: JSON is UTF-8, all of it; serde_json looks only at what it keeps",
        explains: |refusal, _| expected(refusal, "UTF-8"),
        example: ("zoo::Settings", b"{\"name\":\"\",\"depth\":{\"first\":\"\",\"second\":\"\"},\"more\":\"\xff\"}"),
    },
];
