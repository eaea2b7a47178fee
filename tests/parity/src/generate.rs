//! Inputs made from a schema: mostly what it asks for, at its edges and a little beyond them.

use fastrand::Rng;
use portcullis::formats::DecimalFormat;
use portcullis::schema::{CheckKind, Choices, Divisor, Field, Normalize, Object, Presence, Rule, Schema, Unit};

use crate::json::Json;
use crate::{strings, times};

/// How deep lists and objects may be nested before they are left empty.
const MAX_DEPTH: usize = 6;

/// Makes values. `slips` is how many of a hundred choices go beyond what the schema allows.
pub struct Generator<'r> {
    /// Where the choices come from.
    pub rng: &'r mut Rng,
    /// Of a hundred choices, how many are wrong.
    pub slips: u8,
}

impl Generator<'_> {
    /// Makes a value.
    pub fn value(&mut self, schema: &Schema) -> Json {
        self.with_rules(schema, &[], 0)
    }

    /// Makes a value that has no others in it.
    pub fn scalar(&mut self, schema: &Schema, rules: &[Rule]) -> Json {
        self.with_rules(schema, rules, 0)
    }

    fn slip(&mut self) -> bool {
        self.rng.u8(..100) < self.slips
    }

    fn with_rules(&mut self, schema: &Schema, rules: &[Rule], depth: usize) -> Json {
        match schema {
            Schema::Boolean => Json::Raw(self.rng.bool().to_string()),
            Schema::Integer { minimum, maximum } => self.integer((*minimum).into(), (*maximum).into(), rules),
            Schema::BigInteger { minimum, maximum } => self.integer(*minimum, *maximum, rules),
            Schema::Number | Schema::Single => self.number(rules),
            Schema::Text => self.text(rules),
            Schema::Formatted(format) => {
                let slip = self.slip();
                Json::Text(match format.name {
                    "uuid" => self.uuid(),
                    "date" => times::date(self.rng, slip),
                    "time" => times::time(self.rng, slip),
                    "datetime" => times::datetime(self.rng, slip),
                    name => unreachable!("no format is called {name}"),
                })
            }
            Schema::Decimal(format) => Json::Text(self.decimal(format, rules)),
            Schema::Option(inner) => match self.rng.u8(..4) {
                0 if self.slip() || !rules.iter().any(|rule| matches!(rule, Rule::Required)) => {
                    Json::Raw("null".to_owned())
                }
                _ => {
                    let rules: Vec<Rule> = rules.iter().flat_map(flat).collect();
                    self.with_rules(inner(), &rules, depth)
                }
            },
            Schema::Array(item) => {
                let (minimum, maximum) = lengths(rules, |unit| matches!(unit, Unit::Items));
                let maximum = maximum.min(minimum + if depth < MAX_DEPTH { 3 } else { 0 });
                self.array(item(), (minimum, maximum), rules, depth)
            }
            Schema::FixedArray { item, length } => {
                self.array(item(), (*length as usize, *length as usize), rules, depth)
            }
            Schema::Enum(options) => {
                let variant = self.rng.choice(options.variants).unwrap();
                let wrong = if self.rng.bool() { variant.member } else { "" };
                Json::Text(if self.slip() { wrong } else { variant.name }.to_owned())
            }
            Schema::Object(object) => self.object(object, depth),
            Schema::Newtype(newtype) => {
                let rules = [newtype.rules, rules].concat();
                self.with_rules((newtype.schema)(), &rules, depth)
            }
        }
    }

    fn object(&mut self, object: &Object, depth: usize) -> Json {
        let mut fields: Vec<_> = object.fields.iter().filter_map(|field| self.field(field, depth)).collect();
        if self.rng.u8(..32) == 0 && object.checks.iter().any(|check| check.kind == CheckKind::NotEmpty) {
            fields.clear();
        }
        for check in object.checks {
            if check.kind == CheckKind::Matches && self.rng.u8(..8) > 0 {
                let [field, other] = [0, 1].map(|at| object.fields[check.fields[at]].name);
                repeat(&mut fields, field, other);
            }
        }
        if self.rng.u8(..4) == 0 {
            self.rng.shuffle(&mut fields);
        }
        Json::Object(fields)
    }

    fn field(&mut self, field: &Field, depth: usize) -> Option<(String, Json)> {
        let may_be_absent = field.default.is_some() || matches!((field.schema)(), Schema::Option(_));
        let required = field.rules.iter().any(|rule| matches!(rule, Rule::Required));
        if may_be_absent && !required && self.rng.u8(..3) == 0 || self.slip() {
            return None;
        }
        let empties = field.normalize.iter().any(|normalize| matches!(normalize, Normalize::EmptyAsNull));
        if empties && (!required || self.slip()) && self.rng.u8(..4) == 0 {
            return Some((field.name.to_owned(), Json::Text([" ", "\u{3000}", ""][self.rng.usize(..3)].to_owned())));
        }
        let value = match (field.schema)() {
            Schema::Option(inner) if field.presence != Presence::Always && !self.slip() => {
                let rules: Vec<Rule> = field.rules.iter().flat_map(flat).collect();
                self.with_rules(inner(), &rules, depth + 1)
            }
            schema => self.with_rules(schema, field.rules, depth + 1),
        };
        Some((field.name.to_owned(), value))
    }

    fn array(&mut self, item: &Schema, (minimum, maximum): (usize, usize), rules: &[Rule], depth: usize) -> Json {
        let count = self.length(minimum, maximum);
        let unique = rules.iter().any(|rule| matches!(rule, Rule::Unique(_)));
        let rules: Vec<Rule> = rules
            .iter()
            .flat_map(|rule| match rule {
                Rule::Inner(rules) => rules.to_vec(),
                _ => Vec::new(),
            })
            .collect();
        let mut items: Vec<Json> = Vec::new();
        for _ in 0..count {
            match self.rng.choice(&items).cloned() {
                Some(copy) if unique && self.slip() => items.push(copy),
                _ => items.push(self.item(item, &rules, depth, if unique { &items } else { &[] })),
            }
        }
        Json::Array(items)
    }

    /// An item of a list that is none of the others, if there is such a one.
    fn item(&mut self, item: &Schema, rules: &[Rule], depth: usize, others: &[Json]) -> Json {
        let mut value = self.with_rules(item, rules, depth + 1);
        for _ in 0..9 {
            if !others.contains(&value) {
                break;
            }
            value = self.with_rules(item, rules, depth + 1);
        }
        value
    }

    /// A length within limits, most often at one of them; one off for a slip.
    fn length(&mut self, minimum: usize, maximum: usize) -> usize {
        match (self.slip(), self.rng.u8(..4)) {
            (true, 0 | 1) => minimum.saturating_sub(1),
            (true, _) => maximum + 1,
            (false, 0) => minimum,
            (false, 1) => maximum,
            (false, _) => self.rng.usize(minimum..=maximum),
        }
    }

    fn text(&mut self, rules: &[Rule]) -> Json {
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
        let locals = [
            "ada",
            "Ada.Lovelace",
            "o'brien+crm",
            ".",
            "a".repeat(64).leak(),
            "a".repeat(65).leak(),
            "",
            "é",
            "a b",
            "\"a\"",
        ];
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
            "b".repeat(63).leak(),
            "b".repeat(64).leak(),
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

    fn uuid(&mut self) -> String {
        let digits = format!("{:032x}", self.rng.u128(..));
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

    fn decimal(&mut self, format: &DecimalFormat, rules: &[Rule]) -> String {
        let (least, most) = limits(-format.maximum(), format.maximum(), rules);
        if self.slip() {
            let odd = ["", "-0", "-0.0", "+1", "01", ".5", "5.", "1e1", "1_0", " 1", "1 ", "0.5.5", "--1", "½", "0x1"];
            let beyond = [least - 1, most + 1, format.maximum() + 1, format.maximum() * 10];
            return match self.rng.u8(..4) {
                0 => (*self.rng.choice(&odd).unwrap()).to_owned(),
                1 => format.write(self.rng.i128(least..=most)) + "0",
                _ => format.write(*self.rng.choice(&beyond).unwrap()),
            };
        }
        let text = format.write(match self.rng.u8(..5) {
            0 => least,
            1 => most,
            2 => 0.clamp(least, most),
            3 => self.rng.i128(-1_000..1_000).clamp(least, most),
            _ => self.rng.i128(least..=most),
        });
        match text.trim_end_matches('0').trim_end_matches('.') {
            short if text.contains('.') && self.rng.bool() => short.to_owned(),
            _ => text,
        }
    }

    fn integer(&mut self, minimum: i128, maximum: i128, rules: &[Rule]) -> Json {
        let (least, most) = limits(minimum, maximum, rules);
        if let Some(choices) = rules.iter().find_map(|rule| match rule {
            Rule::OneOf(Choices::Integers(choices)) => Some(*choices),
            _ => None,
        }) && !self.slip()
        {
            return Json::Raw(self.rng.choice(choices).unwrap().to_string());
        }
        if self.slip() {
            let odd = [
                "-0",
                "1.0",
                "1e0",
                "0.5",
                "1E+2",
                "-1",
                "99999999999999999999",
                "-99999999999999999999",
                "9223372036854775808",
                "-9223372036854775809",
                "4294967296",
                "2147483648",
                "-2147483649",
            ];
            return Json::Raw(match self.rng.u8(..4) {
                0 => (least - 1).to_string(),
                1 => (most + 1).to_string(),
                2 => (maximum + 1).to_string(),
                _ => (*self.rng.choice(&odd).unwrap()).to_owned(),
            });
        }
        let number = match self.rng.u8(..4) {
            0 => least,
            1 => most,
            _ => self.rng.i128(least..=most),
        };
        let divisor = divisor(rules).filter(|_| !self.slip()).map_or(1, |divisor| divisor.units.into());
        Json::Raw((number - number % divisor).to_string())
    }

    fn number(&mut self, rules: &[Rule]) -> Json {
        let bounds: Vec<f64> = rules
            .iter()
            .flat_map(|rule| match rule {
                Rule::Range { minimum, maximum } => [*minimum, *maximum].map(|bound| bound.map(|bound| bound.number)),
                Rule::GreaterThan(bound) => [Some(bound.number.next_up()), None],
                Rule::LessThan(bound) => [Some(bound.number.next_down()), None],
                _ => [None, None],
            })
            .flatten()
            .collect();
        let edges = [
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "0.1",
            "0.30000000000000004",
            "1e-7",
            "1E5",
            "2.5e+3",
            "123456789012345678901234567890",
            "5e-324",
            "2e-324",
            "9007199254740993",
            "0.1000000000000000055511151231257827",
            "17.25",
        ];
        let beyond = ["1e308", "-1e308", "1e309", "-1e309", "1e999999999999", "1.7976931348623159e308"];
        if let Some(Divisor { units, decimals }) = divisor(rules)
            && self.rng.u8(..6) > 0
        {
            let steps = self.rng.i64(-9..1_000) * units as i64 + if self.slip() { self.rng.i64(-2..3) } else { 0 };
            return Json::Raw((steps as f64 / 10_f64.powi(decimals as i32)).to_string());
        }
        let bound = self.rng.choice(&bounds).copied().unwrap_or(1.0);
        Json::Raw(match (self.slip(), self.rng.u8(..4)) {
            (true, 0) => (bound - 1.0).to_string(),
            (true, 1) => (bound + 1.0).to_string(),
            (true, 2) => if self.rng.bool() { bound.next_up() } else { bound.next_down() }.to_string(),
            (true, _) => (*self.rng.choice(&beyond).unwrap()).to_owned(),
            (false, 0) => bound.to_string(),
            (false, 1) => (self.rng.f64() * 80.0 + 0.1).to_string(),
            (false, 2) => self.rng.u8(1..80).to_string(),
            (false, _) => (*self.rng.choice(&edges).unwrap()).to_owned(),
        })
    }
}

/// Makes a field of an object the same as another.
fn repeat(fields: &mut Vec<(String, Json)>, field: &str, other: &str) {
    fields.retain(|(name, _)| name != field);
    let same = fields.iter().find(|(name, _)| name == other).map(|(_, value)| value.clone());
    fields.extend(same.map(|value| (field.to_owned(), value)));
}

/// What a rule of an `Option` means for the value inside.
fn flat(rule: &Rule) -> Vec<Rule> {
    match rule {
        Rule::Inner(rules) => rules.to_vec(),
        Rule::Custom(_) => Vec::new(),
        rule => vec![*rule],
    }
}

/// The limits that a type and all `range` rules together set.
fn limits(minimum: i128, maximum: i128, rules: &[Rule]) -> (i128, i128) {
    rules.iter().fold((minimum, maximum), |(least, most), rule| match rule {
        Rule::Range { minimum, maximum } => (
            minimum.map_or(least, |bound| bound.integer.max(least)),
            maximum.map_or(most, |bound| bound.integer.min(most)),
        ),
        Rule::GreaterThan(bound) => (least.max(bound.integer + 1), most),
        Rule::LessThan(bound) => (least, most.min(bound.integer - 1)),
        _ => (least, most),
    })
}

fn divisor(rules: &[Rule]) -> Option<Divisor> {
    rules.iter().find_map(|rule| match rule {
        Rule::MultipleOf(divisor) => Some(*divisor),
        _ => None,
    })
}

fn lengths(rules: &[Rule], counts: impl Fn(&Unit) -> bool) -> (usize, usize) {
    rules.iter().fold((0, 40), |(least, most), rule| match rule {
        Rule::Length { unit, minimum, maximum } if counts(unit) => (*minimum as usize, (*maximum as usize).min(400)),
        _ => (least, most),
    })
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
