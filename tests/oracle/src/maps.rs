//! Maps, into which garde looks only where keys are text, and never at the keys themselves.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use garde::{Error, Result};
use serde::Serialize;
use serde_json::Value;

use crate::{Edit, Normalise, Report};

/// How what [`dive`] and [`each`] say starts.
pub const ENTRIES: &str = "entries ";

/// What is wrong with what is inside, by its own rules.
pub trait Dive {
    /// Paths and messages.
    fn dive(&self) -> Report;
}

/// `dive`, where a map is on the way.
pub fn dive<T: Dive>(value: &T) -> Result {
    said(value.dive())
}

/// `inner` of a map.
pub fn each<'m, K, V>(map: impl IntoIterator<Item = (&'m K, &'m V)>, judge: impl Fn(&V) -> Report) -> Result
where
    K: Serialize + 'm,
    V: 'm,
{
    said(in_order(map).into_iter().flat_map(|(text, (_, value))| below(&text, judge(value))).collect())
}

/// All of it in one message, which [`heard`] takes apart again.
fn said(report: Report) -> Result {
    if report.is_empty() { Ok(()) } else { Err(Error::new(format!("{ENTRIES}{}", serde_json::json!(report)))) }
}

/// What a message says, if it is one of these.
pub fn heard(message: &str) -> Option<Report> {
    serde_json::from_str(message.strip_prefix(ENTRIES)?).ok()
}

/// One path behind another.
pub fn join(path: &str, below: &str) -> String {
    let point = if path.is_empty() || below.is_empty() || below.starts_with('[') { "" } else { "." };
    format!("{path}{point}{below}")
}

/// A key as part of a path: never empty, and without what paths are made of.
pub fn escape(key: &str) -> String {
    match key {
        "" => "%".to_owned(),
        key => key.replace('%', "%25").replace('.', "%2E").replace('[', "%5B").replace(']', "%5D"),
    }
}

/// The key that such a part stands for.
pub fn unescape(part: &str) -> String {
    match part {
        "%" => String::new(),
        part => part.replace("%5D", "]").replace("%5B", "[").replace("%2E", ".").replace("%25", "%"),
    }
}

fn below(key: &str, report: Report) -> Report {
    report.into_iter().map(|(path, message)| (join(&escape(key), &path), message)).collect()
}

fn in_order<'m, K: Serialize + 'm, V: 'm>(
    map: impl IntoIterator<Item = (&'m K, &'m V)>,
) -> BTreeMap<String, (&'m K, &'m V)> {
    map.into_iter()
        .map(|(key, value)| match serde_json::to_value(key).unwrap() {
            Value::String(text) => (text, (key, value)),
            number => (number.to_string(), (key, value)),
        })
        .collect()
}

impl<T: Dive> Dive for Option<T> {
    fn dive(&self) -> Report {
        self.iter().flat_map(T::dive).collect()
    }
}

impl<T: Dive> Dive for Vec<T> {
    fn dive(&self) -> Report {
        let items = self.iter().enumerate();
        items
            .flat_map(|(at, item)| {
                item.dive().into_iter().map(move |(path, message)| (join(&format!("[{at}]"), &path), message))
            })
            .collect()
    }
}

macro_rules! maps {
    ($($map:ident: $($bound:ident)+;)*) => {
        $(
            impl<K: Dive + Serialize, V: Dive> Dive for $map<K, V> {
                fn dive(&self) -> Report {
                    let mut report = Report::new();
                    for (text, (key, value)) in in_order(self) {
                        let of_key = key.dive().into_iter().map(|(path, message)| (path, format!("key: {message}")));
                        report.extend(below(&text, of_key.collect()));
                        report.extend(below(&text, value.dive()));
                    }
                    report
                }
            }

            impl<K: Normalise $(+ $bound)+, V: Normalise> Normalise for $map<K, V> {
                fn normalise(&mut self) {
                    let entries = std::mem::take(self).into_iter();
                    *self = entries
                        .map(|(mut key, mut value)| {
                            key.normalise();
                            value.normalise();
                            (key, value)
                        })
                        .collect();
                }
            }

            impl<K, V: Edit> Edit for $map<K, V> {
                fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
                    self.values_mut().for_each(|value| value.edit(change));
                }
            }
        )*
    };
}

maps! { HashMap: Eq Hash; BTreeMap: Ord; }
