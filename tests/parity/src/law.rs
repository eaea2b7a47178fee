//! One input, held against the law.

use std::collections::BTreeMap;

use fastrand::Rng;
use oracle::Verdict;
use portcullis::ErrorShape;
use portcullis::error::Code;
use portcullis::issue::{Issue, Reason};
use serde_json::Value;

use crate::aliases;
use crate::generate::Generator;
use crate::json::Style;
use crate::mutate;
use crate::narrowings::{self, Narrowing};
use crate::subjects::Subject;
use crate::wire;

/// What came of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Both accept, with equal values.
    Accepted,
    /// Both refuse it as no JSON, or not of the right types.
    Refused,
    /// Both find the same rules broken, at the same places.
    Invalid,
    /// The engine refuses more, for a listed reason.
    Narrowed(&'static str),
    /// The engine accepts more: see [`narrowings::is_widened`].
    Widened,
}

/// The input number `case` of a payload.
pub fn input(subject: &Subject, case: u64) -> Vec<u8> {
    let mut rng = Rng::with_seed(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ subject.name.len() as u64);
    let slips = *rng.choice(&[0, 0, 0, 1, 5, 20]).unwrap();
    let mut json = Generator { rng: &mut rng, slips }.value((subject.schema)());
    aliases::spell((subject.schema)(), &mut json, &mut rng);
    if rng.u8(..3) == 0 {
        for _ in 0..rng.u8(1..4) {
            mutate::structure(&mut json, &mut rng);
        }
    }
    let style = Style { space: rng.u8(..4) == 0, escapes: rng.u8(..4) == 0 };
    let mut text = json.write(style, &mut rng).into_bytes();
    if rng.u8(..20) == 0 {
        text.splice(0..0, *b"\xef\xbb\xbf");
    }
    if rng.u8(..5) == 0 {
        mutate::bytes(&mut text, &mut rng);
    }
    text
}

/// Holds an input against the law; says what is broken.
pub fn hold(subject: &Subject, input: &[u8]) -> Result<Outcome, String> {
    let engine = (subject.engine)(input);
    if (subject.check)(input).err() != engine.as_ref().err().cloned() {
        return Err(format!("check_json and from_json differ: {engine:?}"));
    }
    match ((subject.oracle)(input), engine) {
        (Verdict::Accepted(theirs), Ok(ours)) => {
            if !equal(&ours, &theirs) {
                return Err(format!("values differ: ours {ours}, oracle {theirs}"));
            }
            Ok(Outcome::Accepted)
        }
        (Verdict::Malformed(_), Err(_)) => Ok(Outcome::Refused),
        (Verdict::Invalid(theirs), Err(refusal)) => invalid(subject, input, &theirs, &refusal),
        (Verdict::Accepted(_), Err(refusal)) => invalid(subject, input, &[], &refusal),
        (Verdict::Malformed(error), Ok(_)) if narrowings::is_widened((subject.schema)(), &error) => {
            Ok(Outcome::Widened)
        }
        (verdict, Ok(value)) => Err(format!("accepted {value}, where the oracle says {verdict:?}")),
    }
}

/// Doubles are equal as IEEE 754 has it: JSON cannot tell zeros apart.
pub fn equal(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Number(ours), Value::Number(theirs)) => ours == theirs || ours.as_f64() == theirs.as_f64(),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| equal(ours, theirs))
        }
        (Value::Object(ours), Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(key, ours)| theirs.get(key).is_some_and(|theirs| equal(ours, theirs)))
        }
        _ => ours == theirs,
    }
}

/// serde took the input: then what garde says and our issues are the same, but for narrowings.
fn invalid(
    subject: &Subject,
    input: &[u8],
    theirs: &[(String, String)],
    refusal: &ErrorShape,
) -> Result<Outcome, String> {
    let explained = |issue| narrowings::ALL.iter().find(|narrowing| (narrowing.explains)(refusal, issue));
    if refusal.code != Code::ValidationFailed {
        return match explained(None) {
            Some(Narrowing { what, .. }) => Ok(Outcome::Narrowed(what)),
            None => Err(format!("refused as {refusal}, where the oracle has rules: {theirs:?}")),
        };
    }
    let schema = (subject.schema)();
    let value = (subject.normalised)(input).unwrap_or_default();
    let path = |issue: &Issue| wire::path(&issue.path);
    let mut balance: BTreeMap<(String, &str), i32> = BTreeMap::new();
    for (path, message) in theirs {
        let count = balance.entry((wire::of_garde(schema, &value, path), code(message))).or_default();
        // All that is wrong with a key is one issue.
        *count = if code(message) == "invalid_key" { -1 } else { *count - 1 };
    }
    for issue in refusal.issues() {
        *balance.entry((path(issue), issue.code())).or_default() += 1;
    }
    let mut narrowed = None;
    for issue in refusal.issues() {
        let count = balance.get_mut(&(path(issue), issue.code())).unwrap();
        // A UUID in another spelling may be of the wrong version too, which only the oracle says.
        let is_told_otherwise = matches!(issue.reason, Reason::InvalidFormat { format } if format.name == "uuid");
        if (*count > 0 || is_told_otherwise)
            && let Some(Narrowing { what, .. }) = explained(Some(issue))
        {
            *count = (*count - 1).max(0);
            narrowed = Some(*what);
            // Below a value that was refused as a whole the oracle may find more, and rules of the
            // application and `unique` for what it is part of are asked only there, as are checks of it.
            let place = match issue.reason {
                // It may be about the name of a variant, which tells what is beside it.
                Reason::InvalidValue { .. } => wire::path(&issue.path[..issue.path.len().saturating_sub(1)]),
                _ => path(issue),
            };
            let unasked = wire::checks_of(schema, &issue.path);
            for ((path, code), count) in &mut balance {
                let whole = match *code {
                    "custom" => Some(path.as_str()),
                    "not_unique" => path.rsplit_once('/').map(|(list, _)| list),
                    _ => None,
                };
                let is_asked_later = whole.is_some_and(|whole| place.starts_with(whole));
                let is_check = *code == "custom" && unasked.contains(path);
                // Of entries with one key, serde looks at the last one only.
                let is_replaced = issue.code() == "duplicate_key" && path.starts_with(&place);
                if is_replaced || (path.starts_with(&place) || is_asked_later || is_check) && *count < 0 {
                    *count = 0;
                }
            }
        }
    }
    if balance.values().any(|count| *count != 0) {
        return Err(format!("issues differ: {balance:?}; ours {refusal}, oracle {theirs:?}"));
    }
    Ok(narrowed.map_or(Outcome::Invalid, Outcome::Narrowed))
}

/// Whether a conversion of a type says this, which serde asks for while it reads.
pub fn is_conversion(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("Conversion: ")
}

/// How messages about keys of maps start.
pub const KEY: &str = "key: ";

/// How messages about what is too small start.
const TOO_SMALL: [&str; 4] = ["length is lower", "lower than", "not greater than", "no field is given"];

/// How messages about what is too big start.
const TOO_BIG: [&str; 3] = ["length is greater", "greater than", "not less than"];

/// How garde's messages about the spelling of text start.
const FORMATS: [&str; 7] = [
    "not a valid",
    "not ascii",
    "not alphanumeric",
    "does not match pattern",
    "does not contain",
    "value does not begin with",
    "does not end with",
];

/// The code that stands for a message of garde, or of a rule of ours.
pub fn code(message: &str) -> &'static str {
    match message {
        message if message.starts_with(KEY) => "invalid_key",
        message if TOO_SMALL.iter().any(|start| message.starts_with(start)) => "too_small",
        message if TOO_BIG.iter().any(|start| message.starts_with(start)) => "too_big",
        message if FORMATS.iter().any(|start| message.starts_with(start)) => "invalid_format",
        "not set" => "required",
        "not one of the values" => "invalid_value",
        message if message.starts_with("not a multiple of") => "not_multiple_of",
        message if message.starts_with("same as item") => "not_unique",
        _ => "custom",
    }
}

/// Whether a function of the application says this, of a value or of a key.
pub fn is_custom(message: &str) -> bool {
    code(message.strip_prefix(KEY).unwrap_or(message)) == "custom"
}
