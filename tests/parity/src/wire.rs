//! Paths as the wire has them: `/tags/1`.

use portcullis::issue::Segment;
use portcullis::schema::{Content, Newtype, Object, Schema, TagPlace, Union};
use serde_json::Value;

/// A path in one text.
pub fn path(path: &[Segment]) -> String {
    path.iter().map(step).collect()
}

fn step(segment: &Segment) -> String {
    match segment {
        Segment::Key(key) => format!("/{key}"),
        Segment::Index(index) => format!("/{index}"),
    }
}

/// A path of garde, which has Rust's names, in a value as serde_json writes it: that tells which
/// variants there are.
pub fn of_garde(schema: &'static Schema, value: &Value, path: &str) -> String {
    let steps: Vec<&str> = path.split(['.', '[']).filter(|step| !step.is_empty()).collect();
    find(schema, value, &steps).unwrap_or_else(|| unreachable!("{path} is not in {value}"))
}

fn find(schema: &'static Schema, value: &Value, steps: &[&str]) -> Option<String> {
    let [step, behind @ ..] = steps else { return Some(String::new()) };
    match (step.strip_suffix(']'), inside(schema)) {
        (_, Schema::Union(union)) => find_in_variant(union, value, step, behind),
        (None, Schema::Object(object)) => find_in_object(object, value, step, behind),
        (None, Schema::Map(map)) => {
            let key = oracle::maps::unescape(step);
            let behind = find((map.values)(), &value[&key], behind)?;
            Some(format!("/{}{behind}", &key[..key.floor_char_boundary(100)]))
        }
        (Some(index), list) => {
            let index: usize = index.parse().ok()?;
            Some(format!("/{index}{}", find(item(list, index)?, value.get(index)?, behind)?))
        }
        _ => None,
    }
}

fn find_in_object(object: &'static Object, value: &Value, step: &str, behind: &[&str]) -> Option<String> {
    if let Some(flattened) = object.flattened.iter().find(|flattened| flattened.member == step) {
        return find(flattened.schema, value, behind);
    }
    let field = object.fields.iter().find(|field| field.member == step)?;
    Some(format!("/{}{}", field.name, find((field.schema)(), &value[field.name], behind)?))
}

fn find_in_variant(union: &'static Union, value: &Value, step: &str, behind: &[&str]) -> Option<String> {
    let mut variants = union.contents.iter().zip(union.names.variants);
    variants.find_map(|(content, variant)| {
        let name = variant.name;
        let (is_it, prefix, value) = match union.tagging.place {
            TagPlace::Around => (value.get(name).is_some(), format!("/{name}"), &value[name]),
            TagPlace::Inside { tag } => (value[tag] == name, String::new(), value),
            TagPlace::Beside { tag, content } => (value[tag] == name, format!("/{content}"), &value[content]),
            TagPlace::Nowhere => (true, String::new(), value),
        };
        let path = match content {
            _ if !is_it => None,
            Content::Value(field) if step == "0]" => find((field.schema)(), value, behind),
            Content::Tuple(field) => find((field.schema)(), value, &[&[step], behind].concat()),
            Content::Object(object) => find_in_object(object, value, step, behind),
            _ => None,
        };
        Some(prefix + &path?)
    })
}

/// Where checks stand that look at what is at a path.
pub fn checks_of(schema: &'static Schema, path: &[Segment]) -> Vec<String> {
    let mut places = Vec::new();
    collect(schema, path, "", &mut places);
    places
}

fn collect(schema: &'static Schema, path: &[Segment], here: &str, places: &mut Vec<String>) {
    let [segment, behind @ ..] = path else { return };
    let there = here.to_owned() + &step(segment);
    match (inside(schema), segment) {
        (Schema::Object(object), _) => collect_in_object(object, path, here, places),
        (Schema::Union(union), _) => {
            for content in union.contents {
                let is_inside = matches!(union.tagging.place, TagPlace::Inside { .. } | TagPlace::Nowhere);
                let (path, here) = if is_inside { (path, here) } else { (behind, there.as_str()) };
                match content {
                    Content::Unit => {}
                    Content::Value(field) | Content::Tuple(field) => collect((field.schema)(), path, here, places),
                    Content::Object(object) => collect_in_object(object, path, here, places),
                }
            }
        }
        (Schema::Map(map), Segment::Key(_)) => collect((map.values)(), behind, &there, places),
        (list, Segment::Index(index)) => {
            item(list, *index).into_iter().for_each(|item| collect(item, behind, &there, places));
        }
        _ => {}
    }
}

fn collect_in_object(object: &'static Object, path: &[Segment], here: &str, places: &mut Vec<String>) {
    let [segment @ Segment::Key(key), behind @ ..] = path else { return };
    let Some(index) = object.fields.iter().position(|field| field.name == &**key) else { return };
    let checks = object.checks.iter().filter(|check| check.fields().any(|field| field == index));
    let at = |at: Option<usize>| at.map_or(String::new(), |at| format!("/{}", object.fields[at].name));
    places.extend(checks.map(|check| here.to_owned() + &at(check.at())));
    collect((object.fields[index].schema)(), behind, &(here.to_owned() + &step(segment)), places);
}

/// What is inside any options and newtypes.
fn inside(schema: &'static Schema) -> &'static Schema {
    match schema {
        Schema::Option(inner) | Schema::Newtype(Newtype { schema: inner, .. }) => inside(inner()),
        schema => schema,
    }
}

/// The shape of an item of a list or tuple.
fn item(list: &'static Schema, index: usize) -> Option<&'static Schema> {
    match list {
        Schema::Array(item) | Schema::FixedArray { item, .. } => Some(item()),
        Schema::Tuple(tuple) => tuple.items.get(index).map(|item| item()),
        _ => None,
    }
}
