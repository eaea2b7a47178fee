//! Flattened structs: their fields become fields of the struct around them when the crate is
//! compiled, so that neither the engine nor the printers have to know of it.

use crate::Payload;
use crate::schema::{Check, CheckKind, Field, Object, Presence, Schema, Unknown};

/// A field of a struct as it is written.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A field with a key of its own.
    Field(Field),
    /// A struct whose fields stand in its place.
    Flattened(&'static Object),
}

impl Part {
    const fn fields(&self) -> &[Field] {
        match self {
            Part::Field(field) => core::slice::from_ref(field),
            Part::Flattened(object) => object.fields,
        }
    }

    const fn checks(&self) -> &'static [Check] {
        match self {
            Part::Field(_) => &[],
            Part::Flattened(object) => object.checks,
        }
    }
}

/// The object that a flattened type is. A constant assertion has refused other types.
pub const fn object<T: Payload>() -> &'static Object {
    match T::SCHEMA {
        Schema::Object(object) => object,
        _ => &NO_OBJECT,
    }
}

const NO_OBJECT: Object = Object {
    #[cfg(not(target_arch = "wasm32"))]
    name: "",
    #[cfg(not(target_arch = "wasm32"))]
    docs: "",
    #[cfg(not(target_arch = "wasm32"))]
    id: core::any::TypeId::of::<()>,
    #[cfg(not(target_arch = "wasm32"))]
    instance: None,
    unknown: Unknown::Refuse,
    fields: &[],
    #[cfg(not(target_arch = "wasm32"))]
    flattened: &[],
    checks: &[],
};

/// The index of a part's first field; of the part behind the last one, how many fields there are.
pub const fn position(parts: &[Part], part: usize) -> usize {
    let (mut position, mut at) = (0, 0);
    while at < part {
        position += parts[at].fields().len();
        at += 1;
    }
    position
}

/// All fields.
pub const fn fields<const COUNT: usize>(parts: &[Part]) -> [Field; COUNT] {
    let mut all = [NO_FIELD; COUNT];
    let (mut part, mut count) = (0, 0);
    while part < parts.len() {
        let fields = parts[part].fields();
        let mut at = 0;
        while at < fields.len() {
            all[count] = fields[at];
            count += 1;
            at += 1;
        }
        part += 1;
    }
    all
}

const NO_FIELD: Field = Field {
    name: "",
    aliases: &[],
    #[cfg(not(target_arch = "wasm32"))]
    member: "",
    #[cfg(not(target_arch = "wasm32"))]
    docs: "",
    schema: <bool as Payload>::schema,
    normalize: &[],
    rules: &[],
    default: None,
    presence: Presence::Always,
};

/// How many checks there are, with those of flattened structs.
pub const fn count_checks(parts: &[Part], own: &[Check]) -> usize {
    let (mut count, mut part) = (own.len(), 0);
    while part < parts.len() {
        count += parts[part].checks().len();
        part += 1;
    }
    count
}

/// All checks: those of flattened structs, and then the struct's own.
pub const fn checks<const COUNT: usize>(parts: &[Part], own: &[Check]) -> [Check; COUNT] {
    let mut all = [NO_CHECK; COUNT];
    let (mut part, mut count) = (0, 0);
    while part < parts.len() {
        let checks = parts[part].checks();
        let mut at = 0;
        while at < checks.len() {
            all[count] = Check { first: position(parts, part) + checks[at].first, ..checks[at] };
            count += 1;
            at += 1;
        }
        part += 1;
    }
    let mut at = 0;
    while at < own.len() {
        all[count] = own[at];
        count += 1;
        at += 1;
    }
    all
}

const NO_CHECK: Check = Check::new(&[], None, CheckKind::Custom, 0, |_| Ok(()));

/// Whether no key of a part is one of another part too.
pub const fn is_apart(parts: &[Part], part: usize) -> bool {
    let fields = parts[part].fields();
    let mut other = 0;
    while other < parts.len() {
        let others = parts[other].fields();
        let mut at = 0;
        while at < fields.len() * others.len() {
            if other != part && share_a_key(&fields[at % fields.len()], &others[at / fields.len()]) {
                return false;
            }
            at += 1;
        }
        other += 1;
    }
    true
}

const fn share_a_key(one: &Field, other: &Field) -> bool {
    let mut at = 0;
    while at < one.aliases.len() {
        if other.has_key(one.aliases[at]) {
            return true;
        }
        at += 1;
    }
    other.has_key(one.name)
}
