//! garde's rules look inside, as they do with `Option`.

use ::garde::error::NoKey;
use ::garde::rules::email::InvalidEmail;
use ::garde::rules::ip::IpKind;
use ::garde::rules::pattern::Matcher;
use ::garde::rules::range::OutOfBounds;
use ::garde::rules::{alphanumeric, ascii, contains, email, inner, ip, length, pattern, prefix, range, suffix};
use ::garde::{Error, Path, Report, Validate};

use super::Patch;

macro_rules! look_inside {
    ($($rule:path: $method:ident($($argument:ident: $type:ty),*) -> $answer:ty, else $otherwise:expr;)*) => {
        $(impl<T: $rule> $rule for Patch<T> {
            fn $method(&self, $($argument: $type),*) -> $answer {
                self.value().map_or($otherwise, |value| value.$method($($argument),*))
            }
        })*
    };
}

look_inside! {
    ascii::Ascii: validate_ascii() -> bool, else true;
    alphanumeric::Alphanumeric: validate_alphanumeric() -> bool, else true;
    contains::Contains: validate_contains(part: &str) -> bool, else true;
    prefix::Prefix: validate_prefix(part: &str) -> bool, else true;
    suffix::Suffix: validate_suffix(part: &str) -> bool, else true;
    email::Email: validate_email() -> Result<(), InvalidEmail>, else Ok(());
    length::simple::Simple: validate_length(least: usize, most: usize) -> Result<(), Error>, else Ok(());
    length::bytes::Bytes: validate_num_bytes(least: usize, most: usize) -> Result<(), Error>, else Ok(());
    length::chars::Chars: validate_num_chars(least: usize, most: usize) -> Result<(), Error>, else Ok(());
    length::graphemes::Graphemes: validate_num_graphemes(least: usize, most: usize) -> Result<(), Error>, else Ok(());
    length::utf16::Utf16CodeUnits: validate_num_code_units(least: usize, most: usize) -> Result<(), Error>, else Ok(());
}

impl<T: pattern::Pattern> pattern::Pattern for Patch<T> {
    fn validate_pattern<M: Matcher>(&self, matcher: &M) -> bool {
        self.value().is_none_or(|value| value.validate_pattern(matcher))
    }
}

impl<T: ip::Ip> ip::Ip for Patch<T> {
    type Error = T::Error;

    fn validate_ip(&self, kind: IpKind) -> Result<(), T::Error> {
        self.value().map_or(Ok(()), |value| value.validate_ip(kind))
    }
}

impl<T: range::Bounds> range::Bounds for Patch<T> {
    type Size = T::Size;

    const MIN: T::Size = T::MIN;
    const MAX: T::Size = T::MAX;

    fn validate_bounds(&self, least: T::Size, most: T::Size) -> Result<(), OutOfBounds> {
        self.value().map_or(Ok(()), |value| value.validate_bounds(least, most))
    }
}

impl<T> inner::Inner<T> for Patch<T> {
    type Key = NoKey;

    fn validate_inner<F: FnMut(&T, &NoKey)>(&self, mut rules: F) {
        if let Some(value) = self.value() {
            rules(value, &NoKey::default());
        }
    }
}

impl<T: Validate> Validate for Patch<T> {
    type Context = T::Context;

    fn validate_into(&self, context: &T::Context, path: &mut dyn FnMut() -> Path, report: &mut Report) {
        if let Some(value) = self.value() {
            value.validate_into(context, path, report);
        }
    }
}
