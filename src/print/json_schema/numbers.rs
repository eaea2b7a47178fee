//! Numbers.

use super::Printer;
use super::json::Json;
use super::node::Node;
use super::said::Said;
use crate::formats::DecimalFormat;
use crate::json::spell;
use crate::schema::{BigInteger, Choices, Divisor, Rule, Schema};

impl Printer {
    /// A whole number. Limits that are not allowed themselves become those that are, for beyond 2^53 a
    /// double does not tell the one from the other.
    pub(super) fn whole(&self, schema: &Schema, said: &Said) -> Node {
        let mut node = Node::of_type("integer");
        let (mut minimum, mut maximum) = schema.whole_limits().unwrap_or_default();
        if self.dialect.is_openapi() {
            let format = match (minimum, maximum) {
                _ if matches!(schema, Schema::BigInteger(BigInteger { is_signed: true, .. })) => Some("int64"),
                limits if limits == (i32::MIN.into(), i32::MAX.into()) => Some("int32"),
                _ => None,
            };
            node.set_if("format", format);
        }
        let is_big = matches!(schema, Schema::BigInteger(_));
        let mut choices = None;
        for rule in &said.rules {
            match rule {
                Rule::Range { minimum: least, maximum: most } => {
                    minimum = least.map_or(minimum, |bound| bound.integer.max(minimum));
                    maximum = most.map_or(maximum, |bound| bound.integer.min(maximum));
                }
                Rule::GreaterThan(bound) => minimum = minimum.max(bound.integer + 1),
                Rule::LessThan(bound) => maximum = maximum.min(bound.integer - 1),
                Rule::OneOf(Choices::Integers(integers), _) => choices = Some(*integers),
                Rule::MultipleOf(divisor, _) if is_big => node.note("multipleOf", multiple(divisor)),
                Rule::MultipleOf(divisor, _) => node.set("multipleOf", multiple(divisor)),
                _ => {}
            }
        }
        match choices {
            Some(integers) => node.set("enum", integers.iter().map(Json::raw).collect::<Vec<Json>>()),
            None => {
                node.set("minimum", Json::raw(minimum));
                node.set("maximum", Json::raw(maximum));
            }
        }
        if let Schema::BigInteger(BigInteger { is_signed, .. }) = schema {
            node.note("type", if *is_signed { "i64" } else { "u64" });
        }
        node
    }

    /// A double, or a single: what rounds to one that is within its limits.
    pub(super) fn double(&self, is_single: bool, said: &Said) -> Node {
        let mut node = Node::of_type("number");
        if self.dialect.is_openapi() {
            node.set("format", if is_single { "float" } else { "double" });
        }
        let mut limits = Limits::default();
        if is_single {
            limits.below(BEYOND_SINGLES);
            limits.above(-BEYOND_SINGLES);
        }
        for rule in &said.rules {
            match rule {
                Rule::Range { minimum, maximum } => {
                    let half = |limit: f64, next: fn(f32) -> f32| if is_single { halfway(limit, next) } else { limit };
                    minimum.iter().for_each(|bound| limits.from(half(bound.number, f32::next_down)));
                    maximum.iter().for_each(|bound| limits.to(half(bound.number, f32::next_up)));
                }
                Rule::GreaterThan(bound) if is_single => limits.from(halfway(bound.number, f32::next_up)),
                Rule::LessThan(bound) if is_single => limits.to(halfway(bound.number, f32::next_down)),
                Rule::GreaterThan(bound) => limits.above(bound.number),
                Rule::LessThan(bound) => limits.below(bound.number),
                // A validator that divides doubles would refuse 0.3 as a multiple of 0.1.
                Rule::MultipleOf(divisor, _) if divisor.decimals > 0 => node.note("multipleOf", multiple(divisor)),
                Rule::MultipleOf(divisor, _) => node.set("multipleOf", multiple(divisor)),
                _ => {}
            }
        }
        self.limit(&mut node, ["minimum", "exclusiveMinimum"], limits.minimum);
        self.limit(&mut node, ["maximum", "exclusiveMaximum"], limits.maximum);
        if is_single {
            node.note("type", "f32");
        }
        node
    }

    fn limit(&self, node: &mut Node, [inclusive, exclusive]: [&str; 2], limit: Option<(f64, bool)>) {
        match limit {
            None => {}
            Some((limit, true)) => node.set(inclusive, Json::Raw(spell::double(limit))),
            Some((limit, false)) if self.dialect.has_boolean_exclusives() => {
                node.set(inclusive, Json::Raw(spell::double(limit)));
                node.set(exclusive, Json::raw(true));
            }
            Some((limit, false)) => node.set(exclusive, Json::Raw(spell::double(limit))),
        }
    }

    /// An exact decimal number. How large it is no keyword asks of text.
    pub(super) fn decimal(&self, format: &DecimalFormat, said: &Said) -> Node {
        let mut node = Node::of_type("string");
        let whole = match format.precision - format.scale {
            0 => "0".to_owned(),
            1 => "[0-9]".to_owned(),
            digits => format!("(?:0|[1-9][0-9]{{0,{}}})", digits - 1),
        };
        let fraction = match format.scale {
            0 => String::new(),
            scale => format!("(?:\\.[0-9]{{1,{scale}}})?"),
        };
        node.set("pattern", format!("^-?{whole}{fraction}$"));
        node.note("type", "decimal");
        node.note("precision", Json::raw(format.precision));
        node.note("scale", Json::raw(format.scale));
        for rule in &said.rules {
            match rule {
                Rule::Range { minimum, maximum } => {
                    minimum.iter().for_each(|bound| node.note("minimum", format.write(bound.integer)));
                    maximum.iter().for_each(|bound| node.note("maximum", format.write(bound.integer)));
                }
                Rule::GreaterThan(bound) => node.note("exclusiveMinimum", format.write(bound.integer)),
                Rule::LessThan(bound) => node.note("exclusiveMaximum", format.write(bound.integer)),
                _ => {}
            }
        }
        node
    }
}

/// Half a step beyond the largest single: the first double that is infinite as a single.
const BEYOND_SINGLES: f64 = 3.402_823_567_797_336_6e38;

/// The double in the middle between a single and the next one: up to there doubles round to the single.
fn halfway(single: f64, next: fn(f32) -> f32) -> f64 {
    f64::midpoint(single, next(single as f32).into())
}

fn multiple(divisor: &Divisor) -> Json {
    Json::Raw(spell::decimal(divisor.units.into(), divisor.decimals as usize))
}

/// The narrowest limits of all that were said, each with whether it is allowed itself.
#[derive(Default)]
struct Limits {
    minimum: Option<(f64, bool)>,
    maximum: Option<(f64, bool)>,
}

impl Limits {
    fn from(&mut self, limit: f64) {
        narrow(&mut self.minimum, limit, true, |limit, other| limit > other);
    }

    fn above(&mut self, limit: f64) {
        narrow(&mut self.minimum, limit, false, |limit, other| limit >= other);
    }

    fn to(&mut self, limit: f64) {
        narrow(&mut self.maximum, limit, true, |limit, other| limit < other);
    }

    fn below(&mut self, limit: f64) {
        narrow(&mut self.maximum, limit, false, |limit, other| limit <= other);
    }
}

fn narrow(limit: &mut Option<(f64, bool)>, other: f64, is_inclusive: bool, is_narrower: fn(f64, f64) -> bool) {
    if limit.is_none_or(|(limit, _)| is_narrower(other, limit)) {
        *limit = Some((other, is_inclusive));
    }
}
