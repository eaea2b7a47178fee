//! What JSON is and what is not (RFC 8259), case by case, wherever a value may stand.
//!
//! The cases follow the categories of the public JSONTestSuite. Each has a name; serde_json is asked
//! the same, and must agree but for the listed narrowings.

mod numbers;
mod strings;
mod structure;
mod utf8;

/// A text, and whether it is JSON.
#[derive(Clone, Debug)]
pub struct Case {
    /// What is special about it.
    pub name: String,
    /// The text: a value, or all of a body.
    pub text: Vec<u8>,
    /// Whether it is JSON.
    pub says: Says,
}

/// What is said of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It is JSON.
    Yes,
    /// It is not.
    No,
    /// It is refused as no JSON, for this narrowing, where serde_json takes it if it is dropped.
    Narrowed(&'static str),
}

/// A row of a table: a case whose text is written out.
type Row = (&'static str, &'static [u8], Says);

impl Case {
    fn new(name: impl Into<String>, text: impl Into<Vec<u8>>, says: Says) -> Case {
        Case { name: name.into(), text: text.into(), says }
    }

    /// A row under the name of its table.
    fn of(table: &str, &(name, text, says): &Row) -> Case {
        Case::new(format!("{table}: {name}"), text, says)
    }
}

/// A place for a value: a payload's name, and what is before and behind.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The payload.
    pub payload: &'static str,
    before: &'static str,
    behind: &'static str,
    /// How the value is read there.
    pub reads: Reads,
}

/// How a value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Not at all: it is dropped.
    Nothing,
    /// As a key, which is then dropped.
    Key,
    /// As a type: most values are refused, though not as no JSON.
    Type,
}

const fn dropped(payload: &'static str, before: &'static str, behind: &'static str) -> Place {
    Place { payload, before, behind, reads: Reads::Nothing }
}

const fn typed(payload: &'static str, before: &'static str, behind: &'static str) -> Place {
    Place { payload, before, behind, reads: Reads::Type }
}

/// Where values are put.
const PLACES: &[Place] = &[
    dropped("zoo::Settings", r#"{"name":"","more":"#, "}"),
    dropped("zoo::Settings", r#"{"more":"#, r#","name":"é"}"#),
    dropped("zoo::Sparse", r#"{"more":[{"dropped":[1,"#, "]}]}"),
    dropped("zoo::Sparse", r#"{"dropped":{"a":"#, r#", "b":1},"text":""}"#),
    typed("zoo::Phone", "", ""),
    typed("zoo::Handles", "", ""),
    typed("zoo::Empty", "", ""),
    typed("zoo::Empty", r#"{"unknown":"#, "}"),
    typed("zoo::Settings", r#"{"name":"#, "}"),
    typed("zoo::Sparse", r#"{"more":[{"text":"#, "}]}"),
    typed("zoo::DefaultsPatch", r#"{"number":"#, "}"),
    typed("zoo::DefaultsPatch", r#"{"flag":"#, "}"),
    typed("zoo::DefaultsPatch", r#"{"maybe":"#, "}"),
    typed("zoo::DefaultsPatch", r#"{"list":["#, "]}"),
    typed("zoo::NumbersPatch", r#"{"u32":"#, "}"),
    typed("zoo::NumbersPatch", r#"{"nested":[["#, "]]}"),
    typed("zoo::WidthsPatch", r#"{"signed":"#, "}"),
    typed("zoo::WidthsPatch", r#"{"unsigned":"#, "}"),
    typed("zoo::WidthsPatch", r#"{"gaps":["#, "]}"),
    typed("zoo::Singles", r#"{"limited":0,"list":["#, "]}"),
    typed("zoo::NestedPatch", r#"{"one":"#, "}"),
    typed("zoo::NestedPatch", r#"{"colour":"#, "}"),
    typed("zoo::NestedPatch", r#"{"id":"#, "}"),
];

/// Where strings are put beside that: as keys, known ones and others.
const KEYS: &[Place] = &[
    dropped("zoo::Settings", r#"{"name":"","more":{"#, ":1}}"),
    Place { payload: "zoo::Sparse", before: "{", behind: r#":{},"number":1}"#, reads: Reads::Key },
    typed("zoo::Empty", "{", ":1}"),
    typed("zoo::NumbersPatch", "{", ":7}"),
];

impl Place {
    /// The body with the value in this place.
    pub fn body(&self, value: &[u8]) -> Vec<u8> {
        [self.before.as_bytes(), value, self.behind.as_bytes()].concat()
    }

    /// All places that a value may be put in.
    pub fn of(value: &[u8]) -> impl Iterator<Item = &'static Place> {
        let keys = if value.starts_with(b"\"") { KEYS } else { &[] };
        PLACES.iter().chain(keys)
    }
}

/// The payload that takes the bodies which are JSON.
pub const PAYLOAD: &str = "zoo::Settings";

/// Values, to be put into every place.
pub fn values() -> Vec<Case> {
    [numbers::cases(), strings::cases(), utf8::cases(), structure::values()].concat()
}

/// Whole bodies. Those that are JSON are accepted as [`PAYLOAD`].
pub fn bodies() -> Vec<Case> {
    [structure::bodies(), structure::nested(), utf8::bodies()].concat()
}

/// Everything to be asked: payloads by name, and bodies.
pub fn questions() -> Vec<(&'static str, Vec<u8>)> {
    let of_value = |case: Case| {
        let place = |place: &'static Place| (place.payload, place.body(&case.text));
        Place::of(&case.text).map(place).collect::<Vec<_>>()
    };
    let bodies = bodies().into_iter().map(|case| (PAYLOAD, case.text));
    values().into_iter().flat_map(of_value).chain(bodies).collect()
}
