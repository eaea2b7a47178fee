//! What is wrong with one text or number, told as plainly as can be: the libraries that are asked
//! are not those that the engine uses.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use oracle::chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use portcullis::formats::DecimalFormat;
use portcullis::issue::{Limit, Origin, Reason};
use portcullis::schema::{Bound, Choices, Rule, Schema, Unit};
use regex::Regex;

use super::place::lengths;

/// What is wrong with a text, in the order in which it is told: characters are counted first.
pub fn text(rules: &[Rule], text: &str) -> Vec<Reason> {
    let limits = lengths(rules, |unit| matches!(unit, Unit::Chars));
    let chars = length(Origin::String, limits, text.chars().count(), Some("chars"));
    chars.into_iter().chain(rules.iter().filter_map(|rule| about_text(rule, text))).collect()
}

fn about_text(rule: &Rule, text: &str) -> Option<Reason> {
    let (holds, reason) = match *rule {
        Rule::Length { unit, minimum, maximum } => {
            let (count, unit) = counted(unit, text).filter(|(_, unit)| *unit != "chars")?;
            return length(Origin::String, (minimum, maximum), count, Some(unit));
        }
        Rule::Format(format) => (is_spelled(format.name, text), Reason::InvalidFormat { format }),
        Rule::Pattern(pattern) => {
            (matches(pattern.source, text), Reason::Mismatch { format: "regex", pattern: pattern.source })
        }
        Rule::Contains(includes) => (text.contains(includes), Reason::NotIncluded { format: "includes", includes }),
        Rule::Prefix(prefix) => (text.starts_with(prefix), Reason::WrongStart { format: "starts_with", prefix }),
        Rule::Suffix(suffix) => (text.ends_with(suffix), Reason::WrongEnd { format: "ends_with", suffix }),
        Rule::OneOf(Choices::Texts(texts), _) => {
            (texts.contains(&text), Reason::InvalidValue { values: Choices::Texts(texts).into() })
        }
        _ => return None,
    };
    (!holds).then_some(reason)
}

/// The length of a text in a unit, and the unit's name.
pub fn counted(unit: Unit, text: &str) -> Option<(usize, &'static str)> {
    match unit {
        Unit::Chars => Some((text.chars().count(), "chars")),
        Unit::Bytes => Some((text.len(), "bytes")),
        Unit::Utf16 => Some((text.encode_utf16().count(), "utf16")),
        Unit::Graphemes(count) => Some((count(text), "graphemes")),
        Unit::Decoded(_) => Some((decoded(text).map_or(0, |bytes| bytes.len()), "bytes")),
        Unit::Items => None,
    }
}

/// The bytes that base64 stands for.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(text).ok()
}

/// Whether a text is spelled as a type of this format is.
pub fn is_of_type(format: &str, text: &str) -> bool {
    match format {
        "char" => text.chars().count() == 1,
        "base64" => decoded(text).is_some(),
        name => is_spelled(name, text),
    }
}

/// What is wrong with a number that JavaScript would not keep.
pub fn beyond_javascript(raw: &str) -> Option<Reason> {
    let number: f64 = raw.parse().ok()?;
    let is_whole = raw.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
    let is_safe = is_whole && raw.parse().is_ok_and(|whole: i64| whole.unsigned_abs() < 1 << 53);
    // As JavaScript, Rust writes the fewest digits, and then zeros; from 1e21 on JavaScript writes an exponent.
    let is_kept = if is_whole { number.abs() < 1e21 && number.to_string() == raw } else { number.is_finite() };
    if is_safe || is_kept {
        return None;
    }
    let limit = if is_whole { Limit::Integer((1 << 53) - 1) } else { Limit::Number(f64::MAX) };
    let negative = match limit {
        Limit::Integer(limit) => Limit::Integer(-limit),
        _ => Limit::Number(f64::MIN),
    };
    let (origin, inclusive, exact, unit) = (Origin::Number, true, false, None);
    Some(match number < 0.0 {
        true => Reason::TooSmall { origin, minimum: negative, inclusive, exact, unit },
        false => Reason::TooBig { origin, maximum: limit, inclusive, exact, unit },
    })
}

/// What is wrong with a length.
pub fn length(origin: Origin, limits: (u32, u32), length: usize, unit: Option<&'static str>) -> Option<Reason> {
    let (minimum, maximum) = limits;
    let exact = minimum == maximum;
    if length < minimum as usize {
        let minimum = Limit::Integer(minimum.into());
        return Some(Reason::TooSmall { origin, minimum, inclusive: true, exact, unit });
    }
    let maximum_told = Limit::Integer(maximum.into());
    (length > maximum as usize).then_some(Reason::TooBig {
        origin,
        maximum: maximum_told,
        inclusive: true,
        exact,
        unit,
    })
}

/// Whether a text is spelled as the format of this name has it.
pub fn is_spelled(format: &str, text: &str) -> bool {
    match format {
        // HTML's own expression, and RFC 5321's limits.
        "email" => {
            let parts = text.split_once('@');
            matches(EMAIL, text) && parts.is_some_and(|(local, domain)| local.len() <= 64 && domain.len() <= 255)
        }
        "url" => url::Url::parse(text).is_ok(),
        "ip" => text.parse::<IpAddr>().is_ok(),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "ascii" => text.is_ascii(),
        "alphanumeric" => text.chars().all(char::is_alphanumeric),
        "uuid" => matches(r"^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", text),
        "date" => matches(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text) && text.parse::<NaiveDate>().is_ok(),
        "time" => is_time(text),
        "datetime" => {
            matches(r"^[^ ]{10}T[^ ]*(?:Z|[+-][0-9]{2}:[0-9]{2})$", text)
                && !text.ends_with("-00:00")
                && is_spelled("date", &text[..10])
                && is_time(text[11..].split(['Z', '+', '-']).next().unwrap())
                && text.parse::<DateTime<Utc>>().is_ok_and(|moment| (0..=9999).contains(&moment.year()))
        }
        name => oracle::formats::is_spelled(name, text),
    }
}

const EMAIL: &str = "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\
                     (?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$";

fn is_time(text: &str) -> bool {
    matches(r"^[0-9]{2}:[0-9]{2}:[0-5][0-9](?:\.[0-9]{1,9})?$", text) && text.parse::<NaiveTime>().is_ok()
}

/// Whether a text matches a pattern, by way of the library that garde uses.
pub fn matches(pattern: &'static str, text: &str) -> bool {
    thread_local! {
        static COMPILED: RefCell<HashMap<&'static str, Regex>> = RefCell::default();
    }
    COMPILED.with_borrow_mut(|compiled| {
        compiled.entry(pattern).or_insert_with(|| Regex::new(pattern).expect("patterns compile")).is_match(text)
    })
}

/// The numbers that a type and rules allow.
#[derive(Clone, Copy, Debug)]
pub struct Limits<T> {
    /// The least.
    pub least: T,
    /// The most.
    pub most: T,
    /// How they are told: as they were written, and whether that number itself is allowed.
    told: [(T, bool); 2],
}

impl<T: Copy + PartialOrd> Limits<T> {
    fn new(least: T, most: T, rules: &[Rule], of: fn(&Bound) -> T, above: fn(T) -> T, below: fn(T) -> T) -> Limits<T> {
        let mut limits = Limits { least, most, told: [(least, true), (most, true)] };
        for rule in rules {
            let (least, most) = match *rule {
                Rule::Range { minimum, maximum } => (
                    minimum.map(|bound| (of(bound), (of(bound), true))),
                    maximum.map(|bound| (of(bound), (of(bound), true))),
                ),
                Rule::GreaterThan(bound) => (Some((above(of(bound)), (of(bound), false))), None),
                Rule::LessThan(bound) => (None, Some((below(of(bound)), (of(bound), false)))),
                _ => (None, None),
            };
            if let Some((least, told)) = least.filter(|(least, _)| *least > limits.least) {
                (limits.least, limits.told[0]) = (least, told);
            }
            if let Some((most, told)) = most.filter(|(most, _)| *most < limits.most) {
                (limits.most, limits.told[1]) = (most, told);
            }
        }
        limits
    }

    /// What is wrong with a number.
    pub fn wrong(&self, value: T, limit: impl Fn(T) -> Limit) -> Option<Reason> {
        let (origin, exact, unit) = (Origin::Number, false, None);
        let [(least, at_least), (most, at_most)] = self.told;
        if value < self.least {
            return Some(Reason::TooSmall { origin, minimum: limit(least), inclusive: at_least, exact, unit });
        }
        let reason = Reason::TooBig { origin, maximum: limit(most), inclusive: at_most, exact, unit };
        (value > self.most).then_some(reason)
    }
}

/// The limits of a whole number, or of a decimal in units of its last place, and those of its type.
pub fn whole_limits(schema: &Schema, rules: &[Rule]) -> Option<(Limits<i128>, (i128, i128))> {
    let (least, most) = schema.whole_limits()?;
    let limits = Limits::new(least, most, rules, |bound| bound.integer, |limit| limit + 1, |limit| limit - 1);
    Some((limits, (least, most)))
}

/// The limits of a number with a fraction.
pub fn number_limits(schema: &Schema, rules: &[Rule]) -> Limits<f64> {
    let most = if matches!(schema, Schema::Single(_)) { f32::MAX.into() } else { f64::MAX };
    Limits::new(-most, most, rules, |bound| bound.number, f64::next_up, f64::next_down)
}

/// A whole number, if it is written as one.
pub fn whole(raw: &str) -> Option<i128> {
    // What is no i128 is beyond every type.
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    let is_whole = raw != "-0" && digits.bytes().all(|byte| byte.is_ascii_digit());
    let beyond = if raw.starts_with('-') { i128::MIN } else { i128::MAX };
    is_whole.then(|| raw.parse().unwrap_or(beyond))
}

/// A number as the rules see it.
pub fn number(schema: &Schema, raw: &str) -> f64 {
    let number: f64 = raw.parse().expect("a number in JSON is one in Rust");
    if matches!(schema, Schema::Single(_)) { f64::from(number as f32) } else { number }
}

/// What is wrong with a number that is of its type, beyond its limits.
pub fn about_number(rule: &Rule, schema: &Schema, raw: &str) -> Option<Reason> {
    match *rule {
        Rule::MultipleOf(divisor, _) => {
            let number = divisor.units as f64 / 10_f64.powi(divisor.decimals as i32);
            let holds = match schema {
                Schema::Number(_) => oracle::own::multiple_of(&self::number(schema, raw), number).is_ok(),
                _ => whole(raw)? % i128::from(divisor.units) == 0,
            };
            let told = if divisor.decimals == 0 { Limit::whole(divisor.units.into()) } else { Limit::Number(number) };
            (!holds).then_some(Reason::NotMultipleOf { divisor: told })
        }
        Rule::OneOf(Choices::Boolean(only), _) => {
            (raw != only.to_string()).then_some(Reason::InvalidValue { values: Choices::Boolean(only).into() })
        }
        Rule::OneOf(Choices::Integers(integers), _) => (!integers.contains(&whole(raw)?))
            .then_some(Reason::InvalidValue { values: Choices::Integers(integers).into() }),
        _ => None,
    }
}

/// A decimal in units of its last place, if it is spelled as one.
pub fn decimal(format: &DecimalFormat, text: &str) -> Option<i128> {
    let is_plain = matches(r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$", text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let scale = usize::from(format.scale);
    if !is_plain || fraction.len() > scale {
        return None;
    }
    let units: i128 = format!("{whole}{fraction:0<scale$}").parse().ok()?;
    let is_negative_zero = units == 0 && text.starts_with('-');
    (units.abs() <= format.maximum() && !is_negative_zero).then_some(units)
}
