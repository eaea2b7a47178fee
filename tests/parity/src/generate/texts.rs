//! Texts as long as the rules ask for, email addresses and UUIDs.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use portcullis::schema::{Rule, Unit};

use super::{Generator, lengths};
use crate::json::Json;
use crate::strings;

impl Generator<'_> {
    pub(super) fn text(&mut self, rules: &[Rule]) -> Json {
        if rules.iter().any(|rule| matches!(rule, Rule::Format(format) if format.name == "email")) {
            return Json::Text(self.email());
        }
        let slip = self.slip();
        if let Some(text) = strings::text(rules, self.rng, slip) {
            return Json::Text(text);
        }
        let mut parts = Vec::new();
        let has_custom = rules.iter().any(|rule| matches!(rule, Rule::Custom(_)));
        let units: Vec<_> = rules
            .iter()
            .filter_map(|rule| if let Rule::Length { unit, .. } = rule { Some(*unit) } else { None })
            .collect();
        let (minimum, maximum) = lengths(rules, |_| true);
        let length = self.length(minimum, maximum.min(minimum + 24));
        while count(&parts, units.first()) < length && parts.len() < 64 {
            parts.push(if has_custom { self.plain() } else { self.piece() });
        }
        let text: String = parts.concat();
        Json::Text(match self.rng.u8(..8) {
            0 => format!(" {text}\u{3000}"),
            1 => format!("{text}\n"),
            _ => text,
        })
    }

    /// A character that rules of applications tend to take: of phone numbers, country codes, words.
    fn plain(&mut self) -> String {
        let alphabet =
            if self.slip() { "éx☎" } else { ["0123456789 -+", "ABCXYZ", "abcdexé"][self.rng.usize(..3)] };
        alphabet.chars().nth(self.rng.usize(..alphabet.chars().count())).unwrap().to_string()
    }

    /// A character, or some that belong together.
    fn piece(&mut self) -> String {
        let pieces = [
            "a",
            "Z",
            "7",
            " ",
            "é",
            "É",
            "ß",
            "İ",
            "K",
            "Σ",
            "語",
            "Ⱥ",
            "🚀",
            "👩‍👩‍👧",
            "e\u{301}",
            "\u{a0}",
            "\u{3000}",
            "\u{feff}",
            "\u{fffd}",
            "\u{200b}",
            "\"",
            "\\",
            "/",
            "\n",
            "\t",
            "\u{1}",
            "\u{7f}",
            "\u{85}",
            "\u{2028}",
            "\u{d7ff}",
            "\u{e000}",
            "\u{ffff}",
            "\u{10000}",
            "\u{10ffff}",
            "x",
            "plain ASCII of some length",
        ];
        match self.rng.u8(..3) {
            0 => (*self.rng.choice(&pieces).unwrap()).to_owned(),
            _ => char::from(self.rng.u8(b' '..=b'~')).to_string(),
        }
    }

    fn email(&mut self) -> String {
        let [short, long] = [64, 65].map(|length| "a".repeat(length));
        let [label, long_label] = [63, 64].map(|length| "b".repeat(length));
        let locals = ["ada", "Ada.Lovelace", "o'brien+crm", ".", &short, &long, "", "é", "a b", "\"a\""];
        let domains = [
            "example.com",
            "b",
            "EXAMPLE.CO.UK",
            "xn--bcher-kva.example",
            "127.0.0.1",
            "[127.0.0.1]",
            "[::1]",
            "bücher.example",
            "-a.b",
            "a-.b",
            "a..b",
            "",
            "a.",
            "a_b.c",
            &label,
            &long_label,
            "K.com",
        ];
        let right = 100 - self.slips.min(99);
        let local =
            if self.rng.u8(..100) < right { locals[self.rng.usize(..4)] } else { self.rng.choice(&locals).unwrap() };
        let domain =
            if self.rng.u8(..100) < right { domains[self.rng.usize(..5)] } else { self.rng.choice(&domains).unwrap() };
        let at = if self.slip() { "@@" } else { "@" };
        let space = if self.rng.u8(..8) == 0 { " " } else { "" };
        format!("{space}{local}{at}{domain}{space}")
    }

    pub(super) fn character(&mut self) -> String {
        let character = loop {
            let piece = self.piece();
            if piece.chars().count() == 1 {
                break piece;
            }
        };
        match self.slip() {
            true => [String::new(), character.repeat(2), format!("{character}\u{301}")][self.rng.usize(..3)].clone(),
            false => character,
        }
    }

    /// Bytes in base64, as many as the rules ask for.
    pub(super) fn bytes(&mut self, rules: &[Rule]) -> String {
        let (minimum, maximum) = lengths(rules, |unit| matches!(unit, Unit::Decoded(_)));
        let length = self.length(minimum, maximum.min(minimum + 12));
        let bytes: Vec<u8> = (0..length).map(|_| self.rng.u8(..)).collect();
        let text = BASE64_STANDARD.encode(bytes);
        if !self.slip() {
            return text;
        }
        match self.rng.u8(..4) {
            0 => text.trim_end_matches('=').to_owned(),
            1 => text.replace(['+', '/', 'A'], "-"),
            // The last bits of a group that is filled up.
            2 => text.replace("A=", "B="),
            _ => text + "=",
        }
    }

    pub(super) fn uuid(&mut self, rules: &[Rule]) -> String {
        let mut digits = format!("{:032x}", self.rng.u128(..));
        for rule in rules {
            if let Rule::Format(format) = rule
                && !self.slip()
            {
                digits.replace_range(12..13, format.name.trim_start_matches("uuidv"));
                digits.replace_range(16..17, "b");
            }
        }
        let uuid = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-");
        if self.slip() {
            return match self.rng.u8(..6) {
                0 => digits,
                1 => format!("{{{uuid}}}"),
                2 => format!("urn:uuid:{uuid}"),
                3 => uuid.replace('-', "_"),
                4 => uuid.replacen(|digit: char| digit.is_ascii_digit(), "g", 1),
                _ => uuid[1..].to_owned(),
            };
        }
        if self.rng.u8(..4) == 0 { uuid.to_uppercase() } else { uuid }
    }
}

fn count(parts: &[String], unit: Option<&Unit>) -> usize {
    let text = parts.concat();
    match unit {
        Some(Unit::Bytes) => text.len(),
        Some(Unit::Utf16) => text.encode_utf16().count(),
        Some(Unit::Graphemes(count)) => count(&text),
        _ => text.chars().count(),
    }
}
