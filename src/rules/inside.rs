//! What is inside of lists, options and maps, natively: where `inner` and `dive` go.

use std::collections::{BTreeMap, HashMap};

use ::garde::error::{NoKey, PathComponentKind};
use ::garde::util::nested_path;
use ::garde::{Error, Path, Report};
use serde::Serialize;
use serde_json::Value;

use super::bounds::Nest;
use crate::Payload;

/// How the error of a map's key starts, whose path is that of its value.
pub(crate) const KEY: &str = "key: ";

/// What is called with each value inside, and its path.
type Visit<'v, T> = &'v mut dyn FnMut(&T, &mut dyn FnMut() -> Path);

/// A type that `inner` can look into.
pub trait Each: Nest {
    /// Visits what is inside.
    fn each(&self, path: &mut dyn FnMut() -> Path, visit: Visit<'_, Self::Item>);
}

fn visit_at<T, K: PathComponentKind>(value: &T, key: K, mut path: &mut dyn FnMut() -> Path, visit: Visit<'_, T>) {
    visit(value, &mut nested_path!(path, key));
}

impl<T> Each for Option<T> {
    fn each(&self, path: &mut dyn FnMut() -> Path, visit: Visit<'_, T>) {
        self.iter().for_each(|value| visit_at(value, NoKey::default(), path, visit));
    }
}

macro_rules! lists {
    ($($list:ty $(, const $length:ident)?;)*) => {
        $(impl<T $(, const $length: usize)?> Each for $list {
            fn each(&self, path: &mut dyn FnMut() -> Path, visit: Visit<'_, T>) {
                self.iter().enumerate().for_each(|(index, item)| visit_at(item, index, path, visit));
            }
        })*
    };
}

lists! { Vec<T>; [T; N], const N; }

macro_rules! maps {
    ($($map:ident)*) => {
        $(impl<K: Serialize, V> Each for $map<K, V> {
            fn each(&self, path: &mut dyn FnMut() -> Path, visit: Visit<'_, V>) {
                in_order(self).into_iter().for_each(|(text, _, value)| visit_at(value, text, path, visit));
            }
        })*
    };
}

maps! { BTreeMap HashMap }

/// Holds the keys and values of a map against their own rules.
pub(crate) fn entries<'m, K, V>(
    map: impl IntoIterator<Item = (&'m K, &'m V)>,
    mut path: &mut dyn FnMut() -> Path,
    report: &mut Report,
) where
    K: Payload + Serialize,
    V: Payload,
{
    for (text, key, value) in in_order(map) {
        let mut path = nested_path!(path, text);
        let mut of_key = Report::new();
        key.dive(&mut path, &mut of_key);
        for (path, error) in of_key.into_inner() {
            report.append(path, Error::new(format!("{KEY}{}", error.message())));
        }
        value.dive(&mut path, report);
    }
}

/// The entries with the text of their keys, and ordered by it: hashed maps have no order of their own.
fn in_order<'m, K: Serialize, V>(map: impl IntoIterator<Item = (&'m K, &'m V)>) -> Vec<(String, &'m K, &'m V)> {
    let mut entries: Vec<_> = map.into_iter().map(|(key, value)| (spelled(key), key, value)).collect();
    entries.sort_by(|(left, ..), (right, ..)| left.cmp(right));
    entries
}

/// A key as it is in JSON.
fn spelled(key: &impl Serialize) -> String {
    match serde_json::to_value(key) {
        Ok(Value::String(text)) => text,
        Ok(key) => key.to_string(),
        Err(_) => String::new(),
    }
}
