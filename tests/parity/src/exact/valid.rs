//! Values that keep all that a schema asks for, at its edges and in between.

use fastrand::Rng;
use oracle::Verdict;
use portcullis::schema::{Check, CheckKind, Content, Enum, Map, Schema, SchemaRef, TagPlace, Unknown};

use super::expect::Functions;
use super::members::{Members, Variant};
use super::place::Place;
use super::{expect, lengths};
use crate::generate::Generator;
use crate::json::Json;
use crate::law;
use crate::subjects::Subject;

/// How deep objects may be nested in themselves.
const MAX_DEPTH: usize = 3;

/// How often something is drawn until it is right.
const DRAWS: usize = 10_000;

/// Makes a valid input of a payload.
///
/// Functions of the application are asked by way of the oracle, which must not find anything else.
pub fn payload(subject: &Subject, rng: &mut Rng) -> Json {
    let place = Place::root((subject.schema)());
    for _ in 0..DRAWS {
        let json = value(&place, rng, 0);
        let text = super::plain(&json, rng);
        match (subject.oracle)(text.as_bytes()) {
            Verdict::Accepted(_) => return json,
            Verdict::Malformed(error) if law::is_conversion(&error) => {}
            Verdict::Invalid(report) if report.iter().all(|(_, message)| law::is_custom(message)) => {}
            verdict => panic!("{}: {text} is valid by the schema, but {verdict:?}", subject.name),
        }
    }
    panic!("{}: no draw suits the functions of the application", subject.name)
}

/// Makes a value that is valid for all that the schema knows.
pub fn value(place: &Place, rng: &mut Rng, depth: usize) -> Json {
    if place.nullable && !place.is_required(true) && (depth > MAX_DEPTH || rng.u8(..4) == 0) {
        return if place.empties() && rng.bool() { Json::Text(String::new()) } else { Json::null() };
    }
    match place.schema {
        Schema::Enum(Enum { variants: [], .. }) => Json::null(),
        Schema::Object(object) => self::object(&Members::of(object), rng, depth + 1),
        Schema::Union(union) => {
            let variant = rng.usize(..union.contents.len());
            if union.tagging.place == TagPlace::Nowhere {
                return untagged(place, &union.contents[variant], rng, depth + 1);
            }
            match Members::of_variant(union, variant) {
                Some(members) => self::object(&members, rng, depth + 1),
                None => Json::Text(name(&union.names, variant, rng)),
            }
        }
        Schema::Array(item) | Schema::FixedArray { item, .. } => {
            let (least, most) = place.counts();
            let few = if depth > MAX_DEPTH { 0 } else { 3 };
            let count = match rng.u8(..8) {
                0 if most <= 20 && depth <= MAX_DEPTH => most,
                _ => rng.u32(least..=most.min(least + few)),
            };
            list(place, *item, count as usize, rng, depth)
        }
        Schema::Map(map) => {
            let (least, most) = place.counts();
            let few = if depth > MAX_DEPTH { 0 } else { 3 };
            map_of(place, map, rng.u32(least..=most.min(least + few)) as usize, rng, depth + 1)
        }
        Schema::Tuple(tuple) => tuple_of(tuple.items, rng, depth),
        _ => scalar(place, rng),
    }
}

fn tuple_of(items: &[SchemaRef], rng: &mut Rng, depth: usize) -> Json {
    Json::Array(items.iter().map(|item| value(&Place::of_tuple(*item), rng, depth)).collect())
}

/// A map of so many entries, whose keys are as they are once they are normalised.
pub fn map_of(place: &Place, map: &Map, count: usize, rng: &mut Rng, depth: usize) -> Json {
    let (keys, values) = place.entries(map);
    let mut entries: Vec<(String, Json)> = Vec::new();
    for _ in 0..count {
        let key = (0..DRAWS).map(|_| Generator { rng, slips: 0 }.key(map)).find_map(|key| {
            let key = keys.normal(&key)?;
            let is_new = entries.iter().all(|(other, _)| *other != key);
            (is_new && key.len() < 100 && expect::keeps(&keys, &expect::key_json(&keys, &key))).then_some(key)
        });
        let Some(key) = key else { break };
        entries.push((key, value(&values, rng, depth)));
    }
    Json::Object(entries)
}

/// A list of so many items, or of as many different ones as could be found.
pub fn list(place: &Place, item: SchemaRef, count: usize, rng: &mut Rng, depth: usize) -> Json {
    let (is_unique, place) = (place.is_unique(), place.items(item));
    let (mut items, mut keys) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let drawn = (0..100).map(|_| value(&place, rng, depth)).find_map(|item| {
            let key = expect::key(&place, &item);
            (!is_unique || !keys.contains(&key)).then_some((item, key))
        });
        let Some((item, key)) = drawn else { break };
        items.push(item);
        keys.push(key);
    }
    Json::Array(items)
}

/// A value of a variant without a name, that no variant before it takes and finds fault with.
fn untagged(place: &Place, content: &'static Content, rng: &mut Rng, depth: usize) -> Json {
    for _ in 0..DRAWS {
        let json = match Variant::of(content) {
            Variant::Nothing => Json::null(),
            Variant::Value(place) => value(&place, rng, depth),
            Variant::Members(members) => object(&members, rng, depth),
        };
        if expect::told(place, &json, &Functions::default()) == (Vec::new(), true) {
            return json;
        }
    }
    panic!("no draw of {content:?} is its own")
}

/// A name of a variant.
fn name(names: &Enum, variant: usize, rng: &mut Rng) -> String {
    let is_any = names.has_other && variant + 1 == names.variants.len() && rng.bool();
    let variant = &names.variants[variant];
    let names = [&[variant.name], variant.aliases].concat();
    if is_any { "no such name".to_owned() } else { (*rng.choice(&names).unwrap()).to_owned() }
}

fn object(object: &Members, rng: &mut Rng, depth: usize) -> Json {
    let place = |at: usize| &object.fields[at].1;
    for _ in 0..DRAWS {
        let mut members = Vec::new();
        for (at, (key, place)) in object.fields.iter().enumerate() {
            let value = match (object.tag, place.schema) {
                (Some((tag, variant)), Schema::Enum(names)) if tag == at => Json::Text(name(names, variant, rng)),
                _ if place.may_be_absent && rng.u8(..3) == 0 && is_sound_when_absent(place) => continue,
                _ => value(place, rng, depth),
            };
            members.push(((*key).to_owned(), value));
        }
        let mut is_equal = true;
        for check in object.checks.iter().filter(|check| check.kind == CheckKind::Matches) {
            let mut pair = [0, 1].map(|at| check.first + check.own_fields[at]);
            if rng.bool() {
                pair.reverse();
            }
            is_equal &= repeat(&mut members, pair.map(|at| (object.fields[at].0, place(at))));
        }
        let lacks_all = |check: &Check| {
            let fields = &object.fields[check.first..check.first + check.count];
            !members.iter().any(|(name, _)| fields.iter().any(|(key, _)| key == name))
        };
        let is_empty = object.checks.iter().any(|check| check.kind == CheckKind::NotEmpty && lacks_all(check));
        if !is_equal || is_empty {
            continue;
        }
        if object.unknown == Unknown::Strip && rng.u8(..3) == 0 {
            members.push(("unknown".to_owned(), Json::Array(vec![Json::null()])));
        }
        if rng.u8(..3) == 0 {
            rng.shuffle(&mut members);
        }
        return Json::Object(members);
    }
    panic!("no draw of {:?} has fields that match", object.fields)
}

/// Whether nothing is wrong with a field where its key is missing.
fn is_sound_when_absent(place: &Place) -> bool {
    match place.default {
        Some(default) => expect::keeps(place, &Json::read(&default())),
        None => !place.is_required(false),
    }
}

/// Gives a field the value of another; says whether it suits it.
fn repeat(members: &mut Vec<(String, Json)>, [(from, _), (to, place)]: [(&str, &Place); 2]) -> bool {
    members.retain(|(name, _)| name != to);
    let value = members.iter().find(|(name, _)| name == from).map(|(_, value)| value.clone());
    let suits = value.as_ref().map_or(place.may_be_absent, |value| expect::keeps(place, value));
    members.extend(value.map(|value| (to.to_owned(), value)));
    suits
}

/// A value that the schema does not look into, or that holds no others.
pub fn scalar(place: &Place, rng: &mut Rng) -> Json {
    for _ in 0..DRAWS {
        let drawn = Generator { rng, slips: 0 }.scalar(place.schema, &place.rules);
        let json = match drawn {
            Json::Text(text) if rng.u8(..4) == 0 => Json::Text(lengths::at_an_edge(place, text, rng)),
            json => json,
        };
        if expect::keeps(place, &json) {
            return json;
        }
    }
    panic!("no draw keeps the rules of {place:?}")
}
