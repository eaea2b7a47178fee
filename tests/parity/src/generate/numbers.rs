//! Numbers: whole ones, doubles and decimals.

use portcullis::formats::DecimalFormat;
use portcullis::schema::{Choices, Divisor, Rule, Schema};

use super::Generator;
use crate::json::Json;

impl Generator<'_> {
    pub(super) fn decimal(&mut self, format: &DecimalFormat, rules: &[Rule]) -> String {
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

    pub(super) fn integer(&mut self, schema: &Schema, rules: &[Rule]) -> Json {
        let (minimum, maximum) = schema.whole_limits().expect("it is a whole number");
        let (least, most) = limits(minimum, maximum, rules);
        if let Some(choices) = rules.iter().find_map(|rule| match rule {
            Rule::OneOf(Choices::Integers(choices), _) => Some(*choices),
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

    pub(super) fn number(&mut self, rules: &[Rule]) -> Json {
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
        Rule::MultipleOf(divisor, _) => Some(**divisor),
        _ => None,
    })
}
