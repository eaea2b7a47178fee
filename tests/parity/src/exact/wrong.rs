//! Values that are wrong in one known way.

use fastrand::Rng;
use portcullis::formats::DecimalFormat;
use portcullis::issue::{Issue, Limit, Origin, Reason};
use portcullis::schema::{Choices, Rule, Schema, SchemaRef};

use super::breaks::{Break, rule};
use super::expect::{self, Functions};
use super::lengths::{self, Length};
use super::place::Place;
use super::{members, rules, valid};
use crate::generate::Generator;
use crate::generate::any::BEYOND;
use crate::json::Json;
use crate::strings;

/// A wrong value, what must be said of it, and whether it is not even of its type.
type Wrong = (Json, Reason, bool);

/// How often something is drawn until it is wrong.
const DRAWS: usize = 30;

/// A value for a place that is wrong in this way, if there is such a one.
pub fn value(what: Break, place: &Place, json: &Json, rng: &mut Rng) -> Option<Wrong> {
    let is_text = matches!(place.schema, Schema::Text | Schema::Formatted(_));
    match what {
        Break::BeyondType if let Schema::Any(_) = place.schema => {
            let raw = *rng.choice(BEYOND)?;
            Some((Json::Raw(raw.to_owned()), rules::beyond_javascript(raw)?, true))
        }
        // All of them are any JSON.
        _ if let Schema::Any(_) = place.schema => None,
        Break::Null if !place.nullable => mismatched(place, Json::null()),
        Break::WrongType => {
            let others = [
                Json::Raw("true".to_owned()),
                Json::Raw("7".to_owned()),
                Json::Text("text".to_owned()),
                Json::Array(Vec::new()),
                Json::Object(Vec::new()),
            ];
            let other = rng.choice(others)?;
            if other.kind() == expect::kind(place.schema) { None } else { mismatched(place, other) }
        }
        Break::ListForObject => match json {
            Json::Object(members) => {
                mismatched(place, Json::Array(members.iter().map(|(_, value)| value.clone()).collect()))
            }
            _ => None,
        },
        Break::NotWhole if matches!(place.schema, Schema::Integer { .. } | Schema::BigInteger(_)) => {
            mismatched(place, Json::Raw((*rng.choice(&["1.0", "-0", "1e0", "0.5", "2E+1"]).unwrap()).to_owned()))
        }
        Break::BeyondType => beyond_type(place, rng),
        Break::Misspelled => misspelled(place, rng),
        Break::NoVariant => {
            let Schema::Enum(options) = place.schema else { return None };
            let variant = rng.choice(options.variants)?;
            let (small, longer) = (variant.name.to_lowercase(), format!("{} ", variant.name));
            let text = rng.choice(["", variant.member, &small, &longer])?;
            let is_one = members::find(options, text).is_some();
            let json = Json::Text(text.to_owned());
            let reason = expect::mismatch(place.schema, &json);
            (!is_one).then_some((json, reason, true))
        }
        Break::WrongCount => match (place.schema, json) {
            (Schema::FixedArray { item, .. }, Json::Array(_)) => {
                let count = place.counts().0 as usize;
                recounted(place, *item, json, if rng.bool() { count + 1 } else { count.checked_sub(1)? }, rng)
            }
            (Schema::Tuple(tuple), Json::Array(_)) => {
                let count = tuple.items.len();
                let count = if rng.bool() { count + 1 } else { count - 1 };
                let mut items = sound_items(place, json)?;
                items.resize(count, Json::null());
                Some((Json::Array(items), rules::length(Origin::Array, place.counts(), count, None)?, true))
            }
            _ => None,
        },
        Break::TooFew | Break::TooMany => {
            let (least, most) = place.counts();
            let count = match what {
                Break::TooFew => least.checked_sub(1)?,
                _ => most.checked_add(1).filter(|count| *count <= 64)?,
            };
            match place.schema {
                Schema::Array(item) => recounted(place, *item, json, count as usize, rng),
                Schema::Map(map) => {
                    let json = valid::map_of(place, map, count as usize, rng, 2);
                    let Json::Object(members) = &json else { return None };
                    let reason = rules::length(Origin::Map, place.counts(), members.len(), None)?;
                    Some((json, reason, false))
                }
                _ => None,
            }
        }
        Break::TooShort | Break::TooLong if is_text => resized(what, place, json, rng),
        Break::BelowLimit | Break::AboveLimit => beyond_limit(what == Break::AboveLimit, place),
        Break::WrongFormat if is_text => {
            let format = rule(place, rng, |rule| if let Rule::Format(format) = rule { Some(*format) } else { None })?;
            let spellings =
                strings::spellings(format.name).unwrap_or(&["", "ada", "ada@", "@b", "a@b@c", "a@-b", "é@b"]);
            unsuitable(
                place,
                rng,
                |rng| (*rng.choice(spellings).unwrap()).to_owned(),
                |text| (!rules::is_spelled(format.name, text)).then_some(Reason::InvalidFormat { format }),
            )
        }
        Break::Mismatch if is_text => {
            let pattern =
                rule(place, rng, |rule| if let Rule::Pattern(pattern) = rule { Some(*pattern) } else { None })?;
            let near = |rng: &mut Rng| strings::text(&[Rule::Pattern(pattern)], rng, true).unwrap_or_default();
            unsuitable(place, rng, near, |text| {
                let reason = Reason::Mismatch { format: "regex", pattern: pattern.source };
                (!rules::matches(pattern.source, text)).then_some(reason)
            })
        }
        Break::WithoutPart if is_text => {
            let includes = rule(place, rng, |rule| if let Rule::Contains(part) = rule { Some(*part) } else { None })?;
            affix(place, rng, |text| {
                (!text.contains(includes)).then_some(Reason::NotIncluded { format: "includes", includes })
            })
        }
        Break::WrongStart if is_text => {
            let prefix = rule(place, rng, |rule| if let Rule::Prefix(start) = rule { Some(*start) } else { None })?;
            affix(place, rng, |text| {
                (!text.starts_with(prefix)).then_some(Reason::WrongStart { format: "starts_with", prefix })
            })
        }
        Break::WrongEnd if is_text => {
            let suffix = rule(place, rng, |rule| if let Rule::Suffix(end) = rule { Some(*end) } else { None })?;
            affix(place, rng, |text| {
                (!text.ends_with(suffix)).then_some(Reason::WrongEnd { format: "ends_with", suffix })
            })
        }
        Break::NoChoice => no_choice(place, rng),
        Break::NoMultiple => no_multiple(place, json),
        _ => None,
    }
}

/// A key that not every map takes.
pub fn key(rng: &mut Rng) -> String {
    let keys =
        ["x yz", "-0", "01", "1.00", "99999999999999999999", "41", "7", "nine chars", "redd", "", "3f2504e0", "éé"];
    (*rng.choice(&keys).unwrap()).to_owned()
}

/// An item of a list once more, at the end of it: the list, which item that is, and where it is now.
pub fn repeat(place: &Place, json: &Json, rng: &mut Rng) -> Option<(Json, usize, usize)> {
    let mut items = sound_items(place, json).filter(|_| place.is_unique())?;
    let first = rng.choice(0..items.len())?;
    items.push(items[first].clone());
    let at = items.len() - 1;
    Some((Json::Array(items), first, at))
}

/// The items of a list, if nothing is wrong with them yet.
fn sound_items(place: &Place, json: &Json) -> Option<Vec<Json>> {
    match json {
        Json::Array(items) if expect::keeps(place, json) => Some(items.clone()),
        _ => None,
    }
}

fn mismatched(place: &Place, json: Json) -> Option<Wrong> {
    let reason = expect::mismatch(place.schema, &json);
    Some((json, reason, true))
}

fn beyond_type(place: &Place, rng: &mut Rng) -> Option<Wrong> {
    if let Schema::Number(_) | Schema::Single(_) = place.schema {
        let beyond = if matches!(place.schema, Schema::Single(_)) { "3.5e38" } else { "1.8e308" };
        let raw = if rng.bool() { beyond.to_owned() } else { format!("-{beyond}") };
        let wrong = rules::number_limits(place.schema, &place.rules);
        let reason = wrong.wrong(rules::number(place.schema, &raw), Limit::of)?;
        return Some((Json::Raw(raw), reason, true));
    }
    let (limits, (least, most)) = rules::whole_limits(place.schema, &place.rules)?;
    if let Schema::Decimal(_) = place.schema {
        return None;
    }
    let whole = rng.choice([least - 1, most + 1, least * 1_000 - 1, most * 1_000])?;
    let reason = limits.wrong(whole, Limit::whole)?;
    Some((Json::Raw(whole.to_string()), reason, true))
}

fn misspelled(place: &Place, rng: &mut Rng) -> Option<Wrong> {
    let drawn = Generator { rng, slips: 100 }.scalar(place.schema, &place.rules);
    let Json::Text(text) = drawn else { return None };
    let reason = match place.schema {
        Schema::Formatted(format) if !rules::is_of_type(format.name, &text) => Reason::InvalidFormat { format },
        Schema::Decimal(format) if rules::decimal(format, &text).is_none() => {
            let DecimalFormat { precision, scale, .. } = **format;
            Reason::NotDecimal { format: "decimal", precision, scale }
        }
        _ => return None,
    };
    Some((Json::Text(text), reason, true))
}

/// A list with another number of items, which is wrong.
fn recounted(place: &Place, item: SchemaRef, json: &Json, count: usize, rng: &mut Rng) -> Option<Wrong> {
    let mut items = sound_items(place, json)?;
    let has_room = items.len() < count;
    if has_room && !items.is_empty() && !place.is_unique() {
        items.resize(count, items[0].clone());
    } else if has_room {
        let Json::Array(drawn) = valid::list(place, item, count, rng, 2) else { return None };
        items = drawn;
    }
    items.truncate(count);
    let reason = rules::length(Origin::Array, place.counts(), items.len(), None)?;
    Some((Json::Array(items), reason, matches!(place.schema, Schema::FixedArray { .. })))
}

/// A text that is one unit too short or too long.
fn resized(what: Break, place: &Place, json: &Json, rng: &mut Rng) -> Option<Wrong> {
    let Json::Text(text) = json else { return None };
    let Length { unit, limits: (least, most) } = rng.choice(lengths::of(place))?;
    let wanted = if what == Break::TooShort { least.checked_sub(1)? } else { most.checked_add(1)? };
    if !lengths::is_made(wanted, rng) {
        return None;
    }
    let text = lengths::resized(place, text, unit, wanted);
    let (count, name) = rules::counted(unit, &place.normal(&text)?)?;
    let reason = rules::length(Origin::String, (least, most), count, Some(name))?;
    Some((Json::Text(text), reason, false))
}

/// A number that is one step beyond its limits.
fn beyond_limit(above: bool, place: &Place) -> Option<Wrong> {
    if let Some((limits, (least, most))) = rules::whole_limits(place.schema, &place.rules) {
        let whole = if above { limits.most + 1 } else { limits.least - 1 };
        let (json, reason) = match place.schema {
            Schema::Decimal(format) => {
                (Json::Text(format.write(whole)), limits.wrong(whole, |limit| Limit::Decimal(limit, format)))
            }
            _ => (Json::Raw(whole.to_string()), limits.wrong(whole, Limit::whole)),
        };
        return (least..=most).contains(&whole).then_some((json, reason?, false));
    }
    let limits = rules::number_limits(place.schema, &place.rules);
    let number = match (place.schema, above) {
        (Schema::Number(_), true) => limits.most.next_up(),
        (Schema::Number(_), false) => limits.least.next_down(),
        (Schema::Single(_), true) => single_beyond(limits.most, f32::next_up, |single| single > limits.most),
        (Schema::Single(_), false) => single_beyond(limits.least, f32::next_down, |single| single < limits.least),
        _ => return None,
    };
    let reason = limits.wrong(number, Limit::of)?;
    number.is_finite().then_some((Json::Raw(number.to_string()), reason, false))
}

/// The nearest single beyond a limit.
fn single_beyond(limit: f64, next: fn(f32) -> f32, is_beyond: impl Fn(f64) -> bool) -> f64 {
    let mut single = limit as f32;
    while single.is_finite() && !is_beyond(single.into()) {
        single = next(single);
    }
    single.into()
}

/// A text for which there is something to say after normalisation.
fn unsuitable(
    place: &Place,
    rng: &mut Rng,
    draw: impl Fn(&mut Rng) -> String,
    reason: impl Fn(&str) -> Option<Reason>,
) -> Option<Wrong> {
    (0..DRAWS).find_map(|_| {
        let text = draw(rng);
        if let Schema::Formatted(format) = place.schema
            && !rules::is_of_type(format.name, &text)
        {
            return None;
        }
        let reason = reason(&place.normal(&text)?)?;
        Some((Json::Text(text), reason, false))
    })
}

/// A text like those that hold the rules about parts, with a small mistake.
fn affix(place: &Place, rng: &mut Rng, reason: impl Fn(&str) -> Option<Reason>) -> Option<Wrong> {
    unsuitable(place, rng, |rng| strings::text(&place.rules, rng, true).unwrap_or_default(), reason)
}

fn no_choice(place: &Place, rng: &mut Rng) -> Option<Wrong> {
    match rule(place, rng, |rule| if let Rule::OneOf(choices, _) = rule { Some(*choices) } else { None })? {
        choices @ Choices::Texts(texts) => unsuitable(
            place,
            rng,
            |rng| strings::text(&[Rule::one_of(choices)], rng, true).unwrap_or_default(),
            |text| (!texts.contains(&text)).then(|| Reason::InvalidValue { values: choices.into() }),
        ),
        choices @ Choices::Boolean(only) => {
            Some((Json::Raw((!only).to_string()), Reason::InvalidValue { values: choices.into() }, false))
        }
        choices @ Choices::Integers(integers) => {
            let (_, (least, most)) = rules::whole_limits(place.schema, &[])?;
            let other = rng.choice(integers)? + if rng.bool() { 1 } else { -1 };
            let is_other = !integers.contains(&other) && (least..=most).contains(&other);
            let reason = Reason::InvalidValue { values: choices.into() };
            is_other.then(|| (Json::Raw(other.to_string()), reason, false))
        }
    }
}

/// The number and a little, within the limits.
fn no_multiple(place: &Place, json: &Json) -> Option<Wrong> {
    let Json::Raw(raw) = json else { return None };
    let steps = place.rules.iter().find(|rule| matches!(rule, Rule::MultipleOf(_, _)))?;
    let raw = match (place.schema, rules::whole(raw)) {
        (Schema::Number(_), _) => (raw.parse::<f64>().ok()? + 0.001).to_string(),
        (_, whole) => (whole? + 1).to_string(),
    };
    let json = Json::Raw(raw);
    let Json::Raw(raw) = &json else { return None };
    let reason = rules::about_number(steps, place.schema, raw)?;
    let is_all =
        expect::issues(place, &json, &Functions::default()) == [Issue { path: Vec::new(), reason: reason.clone() }];
    is_all.then_some((json, reason, false))
}
