//! Other keys for the same fields.

use fastrand::Rng;
use portcullis::schema::{Newtype, Schema};

use crate::json::Json;

/// Gives some fields one of their other keys.
pub fn spell(schema: &Schema, json: &mut Json, rng: &mut Rng) {
    match (schema, json) {
        (Schema::Object(object), Json::Object(members)) => {
            for (key, value) in members {
                let Some(field) = object.fields.iter().find(|field| field.name == key) else { continue };
                spell((field.schema)(), value, rng);
                if let Some(alias) = rng.choice(field.aliases).filter(|_| rng.bool()) {
                    *key = (*alias).to_owned();
                }
            }
        }
        (Schema::Array(item) | Schema::FixedArray { item, .. }, Json::Array(items)) => {
            items.iter_mut().for_each(|value| spell(item(), value, rng));
        }
        (Schema::Tuple(tuple), Json::Array(items)) => {
            tuple.items.iter().zip(items).for_each(|(item, value)| spell(item(), value, rng));
        }
        (Schema::Option(inner) | Schema::Newtype(Newtype { schema: inner, .. }), json) => spell(inner(), json, rng),
        _ => {}
    }
}
