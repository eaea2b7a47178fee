//! Text: its rules, and what normalisation leaves of them for text as it comes.

use core::ptr;

use super::Printer;
use super::formats::{self, Spelling};
use super::json::Json;
use super::node::Node;
use super::said::Said;
use crate::formats::{BYTES, Format};
use crate::schema::{Choices, Normalize, Rule, Unit};

impl Printer {
    /// Text with rules. What is normalised on the way in keeps them only afterwards: of text as it comes
    /// less can be said, and the whole stands in a note.
    pub(super) fn text(&self, said: &Said) -> Node {
        let normalised = self.normalised(said);
        if said.normalize.is_empty() || !self.is_input() {
            return normalised;
        }
        let mut node = Node::of_type("string");
        let (least, most) = said.lengths(chars);
        node.set_if("minLength", least_before(said, least.unwrap_or_default()).map(Json::raw));
        let is_as_long = !said.normalize.iter().any(shortens);
        node.set_if("maxLength", most.filter(|_| is_as_long).map(Json::raw));
        node.note("normalize", Json::texts(said.normalize.iter().map(step)));
        if !normalised.is_plain() {
            node.note("normalized", normalised.finish(self.dialect));
        }
        node
    }

    /// Text as the rules see it.
    fn normalised(&self, said: &Said) -> Node {
        let mut node = Node::of_type("string");
        let mut patterns = Vec::new();
        let (least, mut most) = said.lengths(chars);
        for rule in &said.rules {
            match rule {
                Rule::Length { unit, minimum, maximum } => length_note(&mut node, unit, *minimum, *maximum),
                Rule::OneOf(Choices::Texts(texts), _) => node.set("enum", Json::texts(texts.iter().copied())),
                Rule::Format(format) => {
                    let spelling = formats::spelling(format);
                    most = most.min(spelling.max_length).or(most).or(spelling.max_length);
                    spell(&mut node, format, &spelling);
                    patterns.extend(spelling.pattern.map(str::to_owned));
                }
                Rule::Pattern(pattern) => patterns.push(portable(pattern.source)),
                Rule::Contains(part) => patterns.push(escape(part)),
                Rule::Prefix(part) => patterns.push(format!("^{}", escape(part))),
                Rule::Suffix(part) => patterns.push(format!("{}$", escape(part))),
                _ => {}
            }
        }
        node.set_if("minLength", least.map(Json::raw));
        node.set_if("maxLength", most.map(Json::raw));
        set_patterns(&mut node, patterns);
        node
    }

    /// Text of a fixed spelling that Rust holds as a type of its own.
    pub(super) fn formatted(&self, format: &'static Format, said: &Said) -> Node {
        let mut node = Node::of_type("string");
        if format.name == "char" {
            return node.with("minLength", Json::raw(1)).with("maxLength", Json::raw(1));
        }
        if ptr::eq(format, &BYTES) {
            return self.bytes(said);
        }
        // A version of a UUID says all that a UUID does.
        let version =
            said.rules.iter().find_map(|rule| if let Rule::Format(format) = rule { Some(*format) } else { None });
        let spelling = formats::spelling(version.unwrap_or(format));
        spell(&mut node, version.unwrap_or(format), &spelling);
        node.set_if("pattern", spelling.pattern);
        node
    }

    fn bytes(&self, said: &Said) -> Node {
        let mut node = Node::of_type("string");
        if self.dialect.has_nullable() {
            node.set("format", "byte");
        } else {
            node.set("contentEncoding", "base64");
        }
        // Three bytes are four characters, and so is what is left.
        let (least, most) = said.lengths(|rule| match rule {
            Rule::Length { minimum, maximum, .. } => Some((*minimum, *maximum)),
            _ => None,
        });
        node.set_if("minLength", least.map(|least| Json::raw(least.div_ceil(3) * 4)));
        node.set_if("maxLength", most.map(|most| Json::raw(u64::from(most).div_ceil(3) * 4)));
        for rule in &said.rules {
            if let Rule::Length { unit, minimum, maximum } = rule {
                length_note(&mut node, unit, *minimum, *maximum);
            }
        }
        node.with("pattern", formats::BYTES)
    }
}

/// Says which format it is: in a note too, where the keywords say less.
fn spell(node: &mut Node, format: &Format, spelling: &Spelling) {
    node.set_if("format", spelling.format);
    if spelling.is_wider || spelling.format.is_none() {
        node.note("format", format.name);
    }
}

/// Of a rule about length, how many characters it allows. A character is one or two UTF-16 code units, one
/// to four bytes, and part of a grapheme cluster.
fn chars(rule: &Rule) -> Option<(u32, u32)> {
    let Rule::Length { unit, minimum, maximum } = rule else { return None };
    match unit {
        Unit::Chars => Some((*minimum, *maximum)),
        Unit::Utf16 => Some((minimum.div_ceil(2), *maximum)),
        Unit::Bytes => Some((minimum.div_ceil(4), *maximum)),
        Unit::Graphemes(_) => Some((*minimum, u32::MAX)),
        Unit::Items | Unit::Decoded(_) => None,
    }
}

/// Notes a length that is not counted in characters.
fn length_note(node: &mut Node, unit: &Unit, minimum: u32, maximum: u32) {
    let unit = match unit {
        Unit::Utf16 => "utf16",
        Unit::Graphemes(_) => "graphemes",
        Unit::Bytes | Unit::Decoded(_) => "bytes",
        Unit::Chars | Unit::Items => return,
    };
    let minimum = (minimum > 0).then(|| ("minimum".to_owned(), Json::raw(minimum)));
    let maximum = (maximum < u32::MAX).then(|| ("maximum".to_owned(), Json::raw(maximum)));
    node.note(&format!("length in {unit}"), Json::Object(minimum.into_iter().chain(maximum).collect()));
}

/// The least length before normalisation, if there is one.
fn least_before(said: &Said, least: u32) -> Option<u32> {
    let least = match said.normalize.iter().any(lengthens) {
        true => least.min(1),
        false => least,
    };
    let least = match (said.empties(), said.is_required) {
        (true, true) => least.max(1),
        (true, false) => 0,
        (false, _) => least,
    };
    (least > 0).then_some(least)
}

/// Whether a change may leave fewer characters.
fn shortens(step: &Normalize) -> bool {
    matches!(step, Normalize::Trim | Normalize::Nfc(_) | Normalize::CollapseWhitespace(_))
}

/// Whether a change may leave more characters.
fn lengthens(step: &Normalize) -> bool {
    matches!(step, Normalize::Lowercase(_) | Normalize::Uppercase(_) | Normalize::Nfc(_))
}

/// The name of a change.
pub(in crate::print) fn step(step: &Normalize) -> &'static str {
    match step {
        Normalize::Trim => "trim",
        Normalize::LowercaseAscii => "lowercase_ascii",
        Normalize::Lowercase(_) => "lowercase",
        Normalize::UppercaseAscii => "uppercase_ascii",
        Normalize::Uppercase(_) => "uppercase",
        Normalize::Nfc(_) => "nfc",
        Normalize::CollapseWhitespace(_) => "collapse_whitespace",
        Normalize::EmptyAsNull => "empty_as_null",
        Normalize::Inner(_) => "inner",
    }
}

/// All of the patterns: a schema has one keyword for one.
fn set_patterns(node: &mut Node, patterns: Vec<String>) {
    let mut patterns = patterns.into_iter();
    node.set_if("pattern", patterns.next());
    let others: Vec<Json> =
        patterns.map(|pattern| Json::Object(vec![("pattern".to_owned(), pattern.into())])).collect();
    if !others.is_empty() {
        node.set("allOf", others);
    }
}

/// The pattern without `\u{..}`, which ECMAScript reads so under the flags `u` and `v` alone.
fn portable(source: &str) -> String {
    let mut parts = source.split(r"\u{");
    let mut pattern = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let escaped = pattern.len() - pattern.trim_end_matches('\\').len();
        let character = part.split_once('}').filter(|_| escaped.is_multiple_of(2)).and_then(|(digits, rest)| {
            let number = u32::from_str_radix(digits, 16).ok()?;
            Some((number, char::from_u32(number)?, rest))
        });
        match character {
            Some((number @ ..0xa0, _, rest)) => pattern += &format!("\\x{number:02x}{rest}"),
            Some((_, character, rest)) => {
                pattern.push(character);
                pattern += rest;
            }
            None => pattern += &format!(r"\u{{{part}"),
        }
    }
    pattern
}

/// The pattern of a text that stands for itself.
fn escape(text: &str) -> String {
    let mut pattern = String::new();
    for char in text.chars() {
        if r"^$\.*+?()[]{}|/".contains(char) {
            pattern.push('\\');
        }
        pattern.push(char);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::{escape, portable};

    #[test]
    fn patterns_mean_the_same_without_flags() {
        for (source, pattern) in [
            (r"^[^\u{0}-\u{7f}]$", r"^[^\x00-\x7f]$"),
            (r"\u{e9}|\u{1f680}x", "é|🚀x"),
            (r"\\u{3}\\\u{41}", r"\\u{3}\\\x41"),
            ("", ""),
        ] {
            assert_eq!(portable(source), pattern);
        }
    }

    #[test]
    fn texts_stand_for_themselves() {
        assert_eq!(escape("a.b|[é]-$"), r"a\.b\|\[é\]-\$");
    }
}
