//! All that a schema says, in one spelling.

use std::any::TypeId;
use std::fmt::{self, Write as _};

use super::rules;
use crate::schema::{
    BigInteger, CheckKind, Field, Newtype, Normalize, Object, Presence, Rule, Schema, SchemaRef, Unknown,
};

/// A description in the making.
#[derive(Default)]
pub(super) struct Description {
    pub(super) text: String,
    /// The types with members that were described or are being described: they are named by their number.
    objects: Vec<TypeId>,
}

impl Description {
    pub(super) fn schema(&mut self, schema: &'static Schema) {
        match schema {
            Schema::Boolean => self.text += "boolean",
            Schema::Integer { minimum, maximum } => self.write(format_args!("integer {minimum} {maximum}")),
            Schema::BigInteger(BigInteger { is_signed: true, .. }) => self.text += "i64",
            Schema::BigInteger(BigInteger { is_signed: false, .. }) => self.text += "u64",
            Schema::Number(_) => self.text += "number",
            Schema::Single(_) => self.text += "single",
            Schema::Text => self.text += "text",
            Schema::Formatted(format) => self.write(format_args!("formatted {}", format.name)),
            Schema::Decimal(format) => self.write(format_args!("decimal {} {}", format.precision, format.scale)),
            Schema::Option(inner) => self.list("option", &[*inner]),
            Schema::Array(item) => self.list("array", &[*item]),
            Schema::FixedArray { item, length } => {
                self.write(format_args!("{length} times "));
                self.schema(item());
            }
            Schema::Tuple(tuple) => self.list("tuple", tuple.items),
            Schema::Map(map) => self.list("map", &[map.keys, map.values]),
            Schema::Any(_) => self.text += "any",
            Schema::Enum(options) => self.names(options),
            Schema::Object(object) => self.object(object),
            Schema::Union(union) => self.union(union),
            Schema::Newtype(newtype) => self.newtype(newtype),
        }
    }

    pub(super) fn write(&mut self, text: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(text);
    }

    fn list(&mut self, name: &str, schemas: &[SchemaRef]) {
        self.text += name;
        self.text += "(";
        for schema in schemas {
            self.schema(schema());
            self.text += ";";
        }
        self.text += ")";
    }

    pub(super) fn sorted<T>(&mut self, name: &str, parts: &[T], describe: impl FnMut(&T) -> String) {
        let mut parts: Vec<String> = parts.iter().map(describe).collect();
        parts.sort();
        self.write(format_args!("{name}({})", parts.join(";")));
    }

    fn object(&mut self, object: &'static Object) {
        match self.seen((object.id)()) {
            Some(number) => self.write(format_args!("object {number}")),
            None => self.members(object),
        }
    }

    /// The number of a type that was described before; gives it one if not.
    pub(super) fn seen(&mut self, id: TypeId) -> Option<usize> {
        let number = self.objects.iter().position(|seen| *seen == id);
        if number.is_none() {
            self.objects.push(id);
        }
        number
    }

    pub(super) fn members(&mut self, object: &'static Object) {
        self.write(format_args!("{}(", unknown(object.unknown)));
        let mut fields: Vec<&Field> = object.fields.iter().collect();
        fields.sort_by_key(|field| field.name);
        for field in fields {
            self.write(format_args!("{}:", quoted(field.name)));
            if !field.aliases.is_empty() {
                self.sorted("also", field.aliases, |alias| quoted(alias));
            }
            self.text += match field.presence {
                Presence::Always => "",
                Presence::Nullable => "optional nullable ",
                Presence::NotNull => "optional ",
                Presence::NullIsAbsent => "left out ",
            };
            if let Some(default) = field.default {
                self.write(format_args!("default {} ", String::from_utf8_lossy(&default())));
            }
            self.said(field.normalize, field.rules);
            self.schema((field.schema)());
            self.text += ";";
        }
        self.sorted("checks", object.checks, |check| {
            let name = |at: usize| quoted(object.fields[at].name);
            let kind = match check.kind {
                CheckKind::Matches => "matches",
                CheckKind::NotEmpty => "not empty",
                CheckKind::Custom => "custom",
            };
            // The order in which the function takes them says nothing about the wire.
            let mut fields: Vec<String> = check.fields().map(name).collect();
            fields.sort();
            format!("{kind} {} at {}", fields.join(" "), check.at().map(name).unwrap_or_default())
        });
        self.text += ")";
    }

    fn newtype(&mut self, newtype: &'static Newtype) {
        self.said(newtype.normalize, newtype.rules);
        self.schema((newtype.schema)());
    }

    pub(super) fn said(&mut self, normalize: &[Normalize], said: &[Rule]) {
        // Normalisation is done in the written order.
        for step in normalize {
            self.write(format_args!("{} ", rules::step(step)));
        }
        if !said.is_empty() {
            self.sorted("", said, rules::rule);
        }
    }
}

pub(super) fn unknown(unknown: Unknown) -> &'static str {
    match unknown {
        Unknown::Refuse => "refuse",
        Unknown::Strip => "strip",
    }
}

/// Text in quotes, so that no two lists of texts are described alike.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Payload, garde, payload};

    fn describe<T: Payload>() -> String {
        let mut description = Description::default();
        description.schema(T::schema());
        description.text
    }

    #[payload(check = is_sound(parent, name))]
    struct Part {
        #[garde(length(chars, max = 20), pattern("^[a-z\"]*$"))]
        #[payload(trim, lowercase)]
        name: String,
        #[garde(dive)]
        parent: Option<Box<Part>>,
        #[garde(inner(range(min = -1)), length(min = 1))]
        #[serde(default)]
        sizes: Vec<i8>,
        #[garde(skip)]
        pair: (bool, f64),
    }

    fn is_sound(_: &Option<Box<Part>>, _: &str) -> garde::Result {
        Ok(())
    }

    #[test]
    fn a_description_says_it_all_and_ends() {
        assert_eq!(
            describe::<Part>(),
            "refuse(\"name\":trim lowercase (length chars 0 20;pattern \"^[a-z\\\"]*$\")text;\
             \"pair\":tuple(boolean;number;);\
             \"parent\":option(object 0;);\
             \"sizes\":default [] (inner(range -1 -1..);length items 1 4294967295)array(integer -128 127;);\
             checks(custom \"name\" \"parent\" at ))"
        );
    }

    #[payload]
    #[serde(tag = "kind", rename_all = "lowercase")]
    enum Shape {
        Point,
        #[serde(alias = "disc")]
        Circle {
            #[garde(range(min = 0.0))]
            radius: f64,
        },
        Group(#[garde(dive)] Group),
    }

    #[payload(unknown = "strip")]
    struct Group {
        #[garde(dive)]
        shapes: Vec<Shape>,
    }

    #[test]
    fn variants_are_described_by_name() {
        assert_eq!(
            describe::<Shape>(),
            "tag \"kind\" refuse enum(\"circle\" or \"disc\";\"group\";\"point\")\
             (refuse(\"radius\":(range 0 0..)number;checks());strip(\"shapes\":array(object 0;);checks());nothing;)"
        );
    }

    /// A change here tells every client that its contract is another.
    #[test]
    fn identities_stay() {
        assert_eq!(Part::identity().to_string(), "a699c6f103eb7a34c1e0f4e88e4f33a7");
    }
}
