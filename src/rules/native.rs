//! The rules over typed values: what the derived `garde::Validate` calls.

use ::garde::error::PathComponentKind;
use ::garde::rules::{alphanumeric, ascii, contains, email, ip, length, pattern, prefix, range, required, suffix, url};
use ::garde::util::nested_path;
use ::garde::{Path, Report};
use serde::Serialize;

use super::bounds::{Divisible, Ranged, Whole};
use super::inside::Each;
use super::multiple_of::Divisor;
use super::pattern::Pattern;
use super::unique::Repeat;
use super::{exclusive, format, multiple_of, one_of, unique};
use crate::Payload;
use crate::formats::Format;

/// A value under validation.
///
/// Each rule is there for the types that it suits. For others there is [`Unsuited`], so
/// that the one error a user sees is the macro's own.
pub struct Subject<'a, T> {
    value: &'a T,
    path: &'a mut dyn FnMut() -> Path,
    report: &'a mut Report,
}

/// Applies the rules of a field, or of what a variant holds under a number; says whether nothing is
/// wrong with it.
pub fn field<T>(
    value: &T,
    name: impl PathComponentKind,
    mut path: &mut dyn FnMut() -> Path,
    report: &mut Report,
    rules: impl FnOnce(Subject<'_, T>),
) -> bool {
    let mut path = nested_path!(path, name);
    newtype(value, &mut path, report, rules)
}

/// The same for what a newtype holds, whose place is the newtype's own.
pub fn newtype<T>(
    value: &T,
    path: &mut dyn FnMut() -> Path,
    report: &mut Report,
    rules: impl FnOnce(Subject<'_, T>),
) -> bool {
    let before = report.iter().count();
    rules(Subject { value, path, report });
    report.iter().count() == before
}

/// Takes note of what a check across fields has said: at a field, or at the object itself.
pub fn check(said: ::garde::Result, at: Option<&'static str>, path: &mut dyn FnMut() -> Path, report: &mut Report) {
    if let Err(error) = said {
        let object = path();
        report.append(at.map_or(object.clone(), |field| object.join(field)), error);
    }
}

/// What is said of an object that has none of its fields, and must have one.
pub(crate) const NO_FIELD: &str = "no field is given";

/// Takes note of an object that has none of its fields.
pub fn not_empty(has_any: bool, path: &mut dyn FnMut() -> Path, report: &mut Report) {
    if !has_any {
        report.append(path(), ::garde::Error::new(NO_FIELD));
    }
}

impl<T> Subject<'_, T> {
    /// A rule of the application.
    pub fn custom(&mut self, rule: fn(&T) -> ::garde::Result) {
        self.note(rule(self.value));
    }

    /// What garde's `matches` has said.
    pub fn matches(&mut self, said: ::garde::Result) {
        self.note(said);
    }

    fn note(&mut self, result: ::garde::Result) {
        if let Err(error) = result {
            self.report.append((self.path)(), error);
        }
    }
}

/// Gives [`Subject`] the rules, each under its name and bounds.
macro_rules! rules {
    ($($name:ident($limits:ty): $bound:path, $apply:path;)*) => {
        $(impl<T: $bound> Subject<'_, T> {
            #[doc = concat!("The rule `", stringify!($name), "`.")]
            pub fn $name(&mut self, limits: $limits) {
                self.note($apply(self.value, limits));
            }
        })*

        /// The rules again, for types that they do not suit. A constant assertion has refused them.
        pub trait Unsuited {
            $(
                #[doc(hidden)]
                fn $name<L>(&mut self, _: L) {
                    unreachable!("a rule that does not suit its type is a compile error")
                }
            )*

            #[doc(hidden)]
            fn unique(&mut self) {
                unreachable!("a rule that does not suit its type is a compile error")
            }

            #[doc(hidden)]
            fn dive(&mut self) {
                unreachable!("a rule that does not suit its type is a compile error")
            }

            #[doc(hidden)]
            fn inner(&mut self, _: impl FnMut(Subject<'_, ()>)) {
                unreachable!("a rule that does not suit its type is a compile error")
            }
        }
    };
}

rules! {
    ascii(()): ascii::Ascii, ascii::apply;
    alphanumeric(()): alphanumeric::Alphanumeric, alphanumeric::apply;
    email(()): email::Email, email::apply;
    url(()): url::Url, url::apply;
    ip((ip::IpKind,)): ip::Ip, ip::apply;
    contains((&str,)): contains::Contains, contains::apply;
    prefix((&str,)): prefix::Prefix, prefix::apply;
    suffix((&str,)): suffix::Suffix, suffix::apply;
    pattern((&Pattern,)): pattern::Pattern, pattern::apply;
    simple((usize, usize)): length::simple::Simple, length::simple::apply;
    bytes((usize, usize)): length::bytes::Bytes, length::bytes::apply;
    chars((usize, usize)): length::chars::Chars, length::chars::apply;
    graphemes((usize, usize)): length::graphemes::Graphemes, length::graphemes::apply;
    utf16((usize, usize)): length::utf16::Utf16CodeUnits, length::utf16::apply;
    required(()): required::Required, required::apply;
    format(&'static Format): one_of::Text, format::apply;
    one_of_texts(&[&str]): one_of::Text, one_of::texts;
    one_of_integers(&[i128]): Whole, one_of::integers;
    is_only(bool): one_of::Boolean, one_of::boolean;
    multiple_of((T::Divisor, Divisor)): Divisible, multiple_of::native::apply;
    greater_than(T::Bound): Ranged, exclusive::greater_than;
    less_than(T::Bound): Ranged, exclusive::less_than;
    range((Option<T::Size>, Option<T::Size>)): range::Bounds, range::apply;
}

impl<T> Unsuited for Subject<'_, T> {}

impl<T: Serialize> Subject<'_, T> {
    /// No item of the list is there twice; an error is at the later one.
    pub fn unique(&mut self) {
        let mut parent = &mut *self.path;
        for Repeat { item, first } in unique::native::repeats(self.value) {
            let mut path = nested_path!(parent, item);
            self.report.append(path(), ::garde::Error::new(format!("{}{first}", unique::native::SAME)));
        }
    }
}

impl<T: Payload> Subject<'_, T> {
    /// The value's own rules.
    pub fn dive(&mut self) {
        self.value.dive(self.path, self.report);
    }
}

impl<T: Each> Subject<'_, T> {
    /// The rules of what is inside.
    pub fn inner(&mut self, mut rules: impl FnMut(Subject<'_, T::Item>)) {
        let report = &mut *self.report;
        self.value.each(self.path, &mut |value, path| rules(Subject { value, path, report: &mut *report }));
    }
}
