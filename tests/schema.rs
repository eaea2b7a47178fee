//! What the attributes say is what the schema has.

use portcullis::schema::{Bound, Enum, Field, Normalize, Object, Rule, Schema, Unit, Unknown};
use portcullis::{Payload, Uuid, payload};

/// A new contact.
///
/// Sent by forms.
#[payload]
#[serde(rename_all = "camelCase")]
struct Contact {
    /// The given name.
    #[garde(length(chars, min = 1, max = 100))]
    #[payload(trim, lowercase)]
    first_name: String,
    #[garde(email)]
    #[payload(lowercase, trim)]
    email: Option<String>,
    #[garde(length(max = 20), inner(email, length(bytes, min = Self::LEAST)))]
    #[payload(inner(lowercase))]
    #[serde(default)]
    copies: Vec<String>,
    #[garde(range(min = -1, max = 5))]
    r#type: i8,
    #[garde(range(equal = 0.5))]
    #[serde(rename = "share of all")]
    share: f64,
    #[garde(custom(anything))]
    #[payload(greater_than = -1, less_than = Self::END)]
    between: Option<i64>,
    #[garde(pattern("^[a-z]+$"), prefix(Self::START), contains("é"), suffix("z"), ascii, ipv6)]
    #[payload(uppercase, collapse_whitespace)]
    code: String,
    #[garde(email)]
    #[payload(uppercase)]
    loud: String,
    #[garde(skip)]
    status: Status,
    #[garde(skip)]
    id: Uuid,
}

impl Contact {
    const LEAST: usize = 6;
    const START: &str = "a";
    const END: i64 = 9;
}

fn anything(_: &Option<i64>, _: &()) -> portcullis::garde::Result {
    Ok(())
}

/// What a contact is.
#[payload]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
enum Status {
    /// Not yet called.
    VeryCold,
    #[serde(rename = "hot!")]
    Hot,
}

#[payload(unknown = "strip")]
struct Row {}

/// A number to call.
#[payload]
struct Phone(
    #[garde(length(chars, max = 32), custom(anyone))]
    #[payload(trim)]
    String,
);

fn anyone(_: &str, _: &()) -> portcullis::garde::Result {
    Ok(())
}

fn object<T: Payload>() -> &'static Object {
    match T::schema() {
        Schema::Object(object) => object,
        other => panic!("{other:?}"),
    }
}

fn contact(name: &str) -> &'static Field {
    let fields = object::<Contact>().fields;
    fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("no field {name}"))
}

#[test]
fn names_are_serdes() {
    let names = object::<Contact>().fields.iter().map(|field| (field.name, field.member));
    let expected = [
        ("firstName", "first_name"),
        ("email", "email"),
        ("copies", "copies"),
        ("type", "r#type"),
        ("share of all", "share"),
        ("between", "between"),
        ("code", "code"),
        ("loud", "loud"),
        ("status", "status"),
        ("id", "id"),
    ];
    assert!(names.eq(expected));
    let Schema::Enum(Enum { name, variants, .. }) = Status::schema() else { panic!("no enum") };
    assert_eq!(*name, "Status");
    assert!(
        variants.iter().map(|variant| (variant.name, variant.member)).eq([("VERY-COLD", "VeryCold"), ("hot!", "Hot")])
    );
}

#[test]
fn doc_comments_are_kept() {
    assert_eq!(object::<Contact>().docs, "A new contact.\n\nSent by forms.");
    assert_eq!(contact("firstName").docs, "The given name.");
    assert_eq!(contact("email").docs, "");
    let Schema::Enum(Enum { docs, variants, .. }) = Status::schema() else { panic!("no enum") };
    assert_eq!(*docs, "What a contact is.");
    assert_eq!(variants[0].docs, "Not yet called.");
}

#[test]
fn unknown_keys_are_refused_unless_stripped() {
    assert_eq!(object::<Contact>().unknown, Unknown::Refuse);
    assert_eq!(object::<Row>().unknown, Unknown::Strip);
}

#[test]
fn rules_are_in_the_written_order_with_their_limits() {
    let [Rule::Length { unit: Unit::Chars, minimum: 1, maximum: 100 }] = contact("firstName").rules else {
        panic!("{:?}", contact("firstName").rules)
    };
    let [Rule::Length { unit: Unit::Items, minimum: 0, maximum: 20 }, Rule::Inner(inner)] = contact("copies").rules
    else {
        panic!("{:?}", contact("copies").rules)
    };
    let [Rule::Format(format), Rule::Length { unit: Unit::Bytes, minimum: 6, maximum: u32::MAX }] = inner else {
        panic!("{inner:?}")
    };
    assert_eq!(format.name, "email");
    let [
        Rule::Pattern(pattern),
        Rule::Prefix("a"),
        Rule::Contains("é"),
        Rule::Suffix("z"),
        Rule::Format(ascii),
        Rule::Format(ipv6),
    ] = contact("code").rules
    else {
        panic!("{:?}", contact("code").rules)
    };
    assert_eq!((pattern.source, ascii.name, ipv6.name), ("^[a-z]+$", "ascii", "ipv6"));
    assert!(pattern.matches(b"abc") && !pattern.matches(b"") && !pattern.matches(b"abc1") && !pattern.matches(b"\xff"));
    let ranges = [("type", (-1, -1.0), (5, 5.0)), ("share of all", (0, 0.5), (0, 0.5))];
    for (name, least, most) in ranges {
        let bound = |(integer, number)| Some(Bound { integer, number });
        let [Rule::Range { minimum, maximum }] = contact(name).rules else { panic!("{:?}", contact(name).rules) };
        assert_eq!((minimum.copied(), maximum.copied()), (bound(least), bound(most)), "{name}");
    }
}

#[test]
fn rules_that_garde_does_not_have_come_behind_its_own() {
    let [Rule::Custom(_), Rule::GreaterThan(least), Rule::LessThan(most)] = contact("between").rules else {
        panic!("{:?}", contact("between").rules)
    };
    assert_eq!((least.integer, most.number), (-1, 9.0));
}

#[test]
fn steps_are_in_the_written_order_and_ascii_beside_email() {
    assert!(matches!(contact("firstName").normalize, [Normalize::Trim, Normalize::Lowercase(_)]));
    assert!(matches!(contact("code").normalize, [Normalize::Uppercase(_), Normalize::CollapseWhitespace(_)]));
    assert!(matches!(contact("loud").normalize, [Normalize::UppercaseAscii]));
    assert!(matches!(contact("email").normalize, [Normalize::LowercaseAscii, Normalize::Trim]));
    assert!(matches!(contact("copies").normalize, [Normalize::Inner([Normalize::LowercaseAscii])]));
}

#[test]
fn a_newtype_has_rules_of_its_own() {
    let Schema::Newtype(phone) = Phone::schema() else { panic!("no newtype") };
    assert_eq!((phone.name, phone.docs), ("Phone", "A number to call."));
    assert!(matches!((phone.schema)(), Schema::Text));
    assert!(matches!(phone.normalize, [Normalize::Trim]));
    assert!(matches!(phone.rules, [Rule::Length { maximum: 32, .. }, Rule::Custom(_)]));
}

#[test]
fn a_default_is_the_json_of_its_type() {
    assert_eq!(contact("copies").default.map(|default| default()), Some(b"[]".to_vec()));
    assert!(contact("email").default.is_none());
}
