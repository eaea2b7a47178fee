//! Which version of a contract this is: a hash of all that a schema says.

mod unions;

use std::any::TypeId;
use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

use crate::Contracts;
use crate::print::exported_name;
use crate::schema::{
    Bound, CheckKind, Choices, Field, Newtype, Normalize, Object, Presence, Rule, Schema, SchemaRef, Unit, Unknown,
};

/// Which version of a payload or of a whole contract this is: clients and servers that say the same
/// accept the same and mean the same by it.
///
/// It is made of shapes, names on the wire, rules, normalisation and defaults. Their order counts
/// only where it matters: that of normalisation, and that of variants without a name.
/// Names of types and members in Rust, and docs, are no part of it. What a function of the
/// application does (a custom rule, a check) cannot be seen: that there is one counts, and for a
/// check between which fields. So whoever changes only what such a function does has the same
/// identity afterwards.
///
/// It is the start of a SHA-256, and displayed as 32 hexadecimal digits. It stays the same from
/// build to build and on every platform; versions of this library that see more or less in a
/// schema give other ones.
///
/// ```
/// use portcullis::{Payload, payload};
///
/// #[payload]
/// struct Before {
///     #[garde(range(max = 9))]
///     hops: u8,
///     #[garde(skip)]
///     is_open: bool,
/// }
///
/// /// The same in other words.
/// #[payload]
/// struct After {
///     #[garde(skip)]
///     is_open: bool,
///     #[garde(range(max = 9))]
///     #[serde(rename = "hops")]
///     steps: u8,
/// }
///
/// #[payload]
/// struct Changed {
///     #[garde(range(max = 10))]
///     hops: u8,
///     #[garde(skip)]
///     is_open: bool,
/// }
///
/// assert_eq!(Before::identity(), After::identity());
/// assert_ne!(Before::identity(), Changed::identity());
/// assert_eq!(Before::identity().to_string().len(), 32);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity([u8; 16]);

impl Identity {
    /// That of a schema.
    pub(crate) fn of(schema: &'static Schema) -> Identity {
        let mut description = Description::default();
        description.schema(schema);
        Identity::hash(&description.text)
    }

    fn hash(text: &str) -> Identity {
        let hash = Sha256::new_with_prefix("portcullis 1\n").chain_update(text).finalize();
        let mut start = [0; 16];
        start.copy_from_slice(&hash[..16]);
        Identity(start)
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Contracts {
    /// Which version of the contract this is: of all its payloads, by name, and of the error codes
    /// that the application adds, in whatever order they are listed.
    ///
    /// The package that `portcullis build` makes says the same: `contract.identity`.
    pub fn identity(&self) -> Identity {
        let payloads = self.payloads.iter().map(|payload| {
            let schema = (payload.schema)();
            format!("payload {} {}\n", exported_name(schema).unwrap_or_default(), Identity::of(schema))
        });
        let codes = self.codes.iter().flat_map(|list| list.codes);
        let codes = codes.map(|code| format!("code {} {}\n", code.name, code.status));
        let mut lines: Vec<String> = payloads.chain(codes).collect();
        lines.sort();
        Identity::hash(&lines.concat())
    }
}

/// All that a schema says, in one spelling.
#[derive(Default)]
struct Description {
    text: String,
    /// The types with members that were described or are being described: they are named by their number.
    objects: Vec<TypeId>,
}

impl Description {
    fn schema(&mut self, schema: &'static Schema) {
        match schema {
            Schema::Boolean => self.text += "boolean",
            Schema::Integer { minimum, maximum } => self.write(format_args!("integer {minimum} {maximum}")),
            Schema::BigInteger { is_signed: true } => self.text += "i64",
            Schema::BigInteger { is_signed: false } => self.text += "u64",
            Schema::Number => self.text += "number",
            Schema::Single => self.text += "single",
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

    fn write(&mut self, text: fmt::Arguments<'_>) {
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

    fn sorted<T>(&mut self, name: &str, parts: &[T], describe: impl FnMut(&T) -> String) {
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
    fn seen(&mut self, id: TypeId) -> Option<usize> {
        let number = self.objects.iter().position(|seen| *seen == id);
        if number.is_none() {
            self.objects.push(id);
        }
        number
    }

    fn members(&mut self, object: &'static Object) {
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

    fn said(&mut self, normalize: &[Normalize], rules: &[Rule]) {
        // Normalisation is done in the written order.
        for step in normalize {
            self.write(format_args!("{} ", self::step(step)));
        }
        if !rules.is_empty() {
            self.sorted("", rules, rule);
        }
    }
}

fn unknown(unknown: Unknown) -> &'static str {
    match unknown {
        Unknown::Refuse => "refuse",
        Unknown::Strip => "strip",
    }
}

fn step(step: &Normalize) -> String {
    let name = match step {
        Normalize::Trim => "trim",
        Normalize::LowercaseAscii => "lowercase ascii",
        Normalize::Lowercase(_) => "lowercase",
        Normalize::UppercaseAscii => "uppercase ascii",
        Normalize::Uppercase(_) => "uppercase",
        Normalize::Nfc(_) => "nfc",
        Normalize::CollapseWhitespace(_) => "collapse whitespace",
        Normalize::EmptyAsNull => "empty as null",
        Normalize::Inner(steps) => {
            let steps: Vec<String> = steps.iter().map(self::step).collect();
            return format!("inner({})", steps.join(";"));
        }
    };
    name.to_owned()
}

fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Length { unit, minimum, maximum } => {
            let unit = match unit {
                Unit::Items => "items",
                Unit::Chars => "chars",
                Unit::Bytes => "bytes",
                Unit::Utf16 => "utf16",
                Unit::Graphemes(_) => "graphemes",
                Unit::Decoded(_) => "decoded",
            };
            format!("length {unit} {minimum} {maximum}")
        }
        Rule::Range { minimum, maximum } => {
            let limit = |bound: &Option<&'static Bound>| bound.map(bound_text).unwrap_or_default();
            format!("range {}..{}", limit(minimum), limit(maximum))
        }
        Rule::GreaterThan(bound) => format!("above {}", bound_text(bound)),
        Rule::LessThan(bound) => format!("below {}", bound_text(bound)),
        Rule::MultipleOf(divisor) => format!("multiple of {} / 10^{}", divisor.units, divisor.decimals),
        Rule::OneOf(Choices::Texts(texts)) => choices(texts.iter().map(|text| quoted(text))),
        Rule::OneOf(Choices::Integers(integers)) => choices(integers.iter().map(i128::to_string)),
        Rule::OneOf(Choices::Boolean(only)) => choices([only.to_string()].into_iter()),
        Rule::Unique(_) => "unique".to_owned(),
        Rule::Required => "required".to_owned(),
        Rule::Format(format) => format!("format {}", format.name),
        Rule::Pattern(pattern) => format!("pattern {}", quoted(pattern.source)),
        Rule::Contains(part) => format!("contains {}", quoted(part)),
        Rule::Prefix(part) => format!("prefix {}", quoted(part)),
        Rule::Suffix(part) => format!("suffix {}", quoted(part)),
        Rule::Conversion(_) => "conversion".to_owned(),
        Rule::Custom(_) => "custom".to_owned(),
        Rule::Inner(rules) => {
            let mut rules: Vec<String> = rules.iter().map(self::rule).collect();
            rules.sort();
            format!("inner({})", rules.join(";"))
        }
    }
}

fn bound_text(bound: &Bound) -> String {
    format!("{} {}", bound.integer, bound.number)
}

fn choices(values: impl Iterator<Item = String>) -> String {
    let mut values: Vec<String> = values.collect();
    values.sort();
    format!("one of {}", values.join(" "))
}

/// Text in quotes, so that no two lists of texts are described alike.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contract, Payload, garde, payload};

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

    #[payload]
    struct Page<T> {
        #[garde(dive)]
        items: Vec<T>,
    }

    #[payload]
    struct Left {}

    #[payload]
    struct Right {}

    /// A contract says which name has which schema, and those of instances are `PageOfLeft` and the like.
    #[test]
    fn instances_have_names_of_their_own() {
        let of = |payloads: &'static [Contract]| Contracts { name: "", version: "", payloads, codes: &[] }.identity();
        assert_eq!(Page::<Left>::identity(), Page::<Right>::identity());
        assert_ne!(of(const { &[Contract::of::<Page<Left>>()] }), of(const { &[Contract::of::<Page<Right>>()] }));
    }

    /// A change here tells every client that its contract is another.
    #[test]
    fn identities_stay() {
        assert_eq!(Part::identity().to_string(), "a699c6f103eb7a34c1e0f4e88e4f33a7");
    }
}
