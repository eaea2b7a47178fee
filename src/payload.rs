//! The trait behind `#[payload]`.

#[cfg(not(target_arch = "wasm32"))]
use garde::Validate;
#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::engine;
use crate::error::ErrorShape;
#[cfg(not(target_arch = "wasm32"))]
use crate::identity::Identity;
use crate::kind::Kind;
use crate::plan::{self, Plan};
#[cfg(not(target_arch = "wasm32"))]
use crate::print::{Dialect, Side, json_schema};
#[cfg(not(target_arch = "wasm32"))]
use crate::report;
use crate::schema::Schema;
use crate::sources::Source;
#[cfg(not(target_arch = "wasm32"))]
use crate::sources::cells;

/// Builds a value from its text; there is none where an `Option` is null or absent.
#[doc(hidden)]
pub type Read<T> = fn(Option<&[u8]>) -> Option<T>;

/// A type that can cross a boundary: it has a [`Schema`], and bytes are judged by it.
///
/// Derived by [`#[payload]`](macro@crate::payload) for structs and enums of an application, and
/// implemented for the types that fields may have: `String`, `Cow<'static, str>`, `char`, `bool`,
/// integers of up to 64 bits, `f32`, `f64`, [`Decimal`](crate::Decimal), [`Bytes`](crate::Bytes),
/// [`Uuid`](crate::Uuid), [`Json`](crate::Json), `Option<T>`, `Vec<T>`, `[T; N]`, tuples,
/// `HashMap<K, V>` and `BTreeMap<K, V>`, and of [`chrono`](crate::chrono) `NaiveDate`,
/// `NaiveTime`, `DateTime<Utc>` and `DateTime<FixedOffset>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a payload type",
    label = "no schema is known for this type",
    note = "mark your own structs and enums with `#[payload]`",
    note = "fields may be String, Cow<'static, str>, char, bool, integers of up to 64 bits, f32, f64, Decimal, Bytes, \
            Uuid, Json, Option<T>, Vec<T>, [T; N], tuples, \
            HashMap<K, V>, BTreeMap<K, V>, \
            chrono's NaiveDate, NaiveTime, DateTime<Utc> and DateTime<FixedOffset>, and other payloads"
)]
pub trait Payload: Sized + 'static {
    /// What kind of value this is, for the compile-time check that rules suit their fields.
    const KIND: Kind;

    /// The schema, as a constant.
    const SCHEMA: &'static Schema;

    /// How rules of applications get a value of this type, where that takes less code than serde:
    /// from text that its format has accepted.
    #[doc(hidden)]
    const READ: Option<Read<Self>> = None;

    /// The schema of this type.
    fn schema() -> &'static Schema {
        Self::SCHEMA
    }

    /// Holds what is inside against its own rules: what `dive` asks for. Scalars have none.
    #[doc(hidden)]
    #[cfg(not(target_arch = "wasm32"))]
    fn dive(&self, _: &mut dyn FnMut() -> garde::Path, _: &mut garde::Report) {}

    /// The schema linked into flat tables; made at the first call, and kept.
    #[doc(hidden)]
    fn plan() -> &'static Plan {
        plan::of::<Self>()
    }

    /// Which version of the payload this is. The package that `portcullis build` makes says the
    /// same: `CreateContact.identity`.
    #[cfg(not(target_arch = "wasm32"))]
    fn identity() -> Identity {
        Identity::of(Self::SCHEMA)
    }

    /// The JSON Schema of what the payload takes or gives, as JSON, with all that it refers to in it.
    ///
    /// It never refuses what the payload takes. What JSON Schema cannot express (rules and checks of the
    /// application, normalisation) stands under `x-portcullis`, where validators do not look.
    ///
    /// ```
    /// use portcullis::print::{Dialect, Side};
    /// use portcullis::{Payload, payload};
    ///
    /// /// A short text.
    /// #[payload]
    /// struct Label {
    ///     #[garde(length(chars, min = 1, max = 5))]
    ///     text: String,
    /// }
    ///
    /// assert_eq!(
    ///     Label::json_schema(Dialect::OpenApi31, Side::Input),
    ///     concat!(
    ///         r#"{"title":"Label","description":"A short text.","type":"object","properties":{"#,
    ///         r#""text":{"type":"string","minLength":1,"maxLength":5}},"required":["text"],"additionalProperties":false}"#,
    ///     )
    /// );
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    fn json_schema(dialect: Dialect, side: Side) -> String {
        json_schema::of_type(Self::SCHEMA, dialect, side)
    }

    /// Turns JSON bytes into a checked, typed value.
    ///
    /// The bytes are RFC 8259 JSON in UTF-8; a leading byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// The refusal, in the shape that every refusal has: `invalid_json` where the bytes are no
    /// JSON, `payload_too_large` beyond 1 GiB, and otherwise `validation_failed` with all issues
    /// (at most 100) in `details`.
    ///
    /// # Panics
    ///
    /// Only where a rule, a check or a `Deserialize` of the application panics: that unwinds to the
    /// caller, and the next call is as good as any. (A package answers `internal` instead.) No input
    /// makes the library panic.
    fn from_json(body: &[u8]) -> Result<Self, ErrorShape>
    where
        Self: DeserializeOwned,
    {
        engine::from_json(Self::plan(), Source::Json, body)
    }

    /// Turns the text cells of a form, a query string or a sheet, names and texts, into a checked,
    /// typed value. The rules are those of JSON, and so are the issues.
    ///
    /// A name is a path: `address.city`, `items[0].qty`; cells of one name, and `tags[]`, are a list,
    /// and so is one cell where a list is asked for. Items come in the order of their indices, which
    /// may leave gaps: issues count the items that are there. No more than 10,000 objects and lists
    /// come of it. An empty cell is absent; so is a box that is not checked, which is `false`, and a
    /// list without items, which is empty. `on`, `true` and `1` are true, `off`, `false` and `0` are
    /// not. Numbers are spelled as in JSON. A name that is no path, or that leads through another
    /// cell, is a key that no field has. Names that start with `$ACTION_` are React's own.
    ///
    /// ```
    /// use portcullis::{Payload, payload};
    ///
    /// #[payload]
    /// #[derive(Debug)]
    /// struct Search {
    ///     #[garde(skip)]
    ///     query: String,
    ///     #[garde(range(min = 1, max = 100))]
    ///     limit: u8,
    ///     #[garde(skip)]
    ///     is_exact: bool,
    ///     #[garde(length(max = 5))]
    ///     tags: Vec<String>,
    /// }
    ///
    /// let search = Search::from_cells([("query", "ada"), ("limit", "20"), ("is_exact", "on")]).unwrap();
    /// assert_eq!((search.limit, search.is_exact, search.tags.len()), (20, true, 0));
    ///
    /// let refusal = Search::from_cells([("query", "ada"), ("limit", "many")]).unwrap_err();
    /// assert_eq!(refusal.issues()[0].to_string(), "limit: Must be a whole number (invalid_type)");
    /// ```
    ///
    /// # Errors
    ///
    /// `validation_failed`, as [`from_json`](Payload::from_json).
    ///
    /// # Panics
    ///
    /// As [`from_json`](Payload::from_json).
    #[cfg(not(target_arch = "wasm32"))]
    fn from_cells<N: AsRef<str>, T: AsRef<str>>(cells: impl IntoIterator<Item = (N, T)>) -> Result<Self, ErrorShape>
    where
        Self: DeserializeOwned,
    {
        engine::from_json(Self::plan(), Source::Cells, &cells::json(cells.into_iter()))
    }

    /// The same for the cells of an urlencoded form or a query string, without its question mark.
    ///
    /// ```
    /// use portcullis::{Payload, payload};
    ///
    /// #[payload]
    /// struct Page {
    ///     #[garde(range(min = 1))]
    ///     page: u32,
    /// }
    ///
    /// assert_eq!(Page::from_form(b"page=2").unwrap().page, 2);
    /// ```
    ///
    /// # Errors
    ///
    /// `validation_failed`, as [`from_json`](Payload::from_json).
    ///
    /// # Panics
    ///
    /// As [`from_json`](Payload::from_json).
    #[cfg(not(target_arch = "wasm32"))]
    fn from_form(form: &[u8]) -> Result<Self, ErrorShape>
    where
        Self: DeserializeOwned,
    {
        engine::from_json(Self::plan(), Source::Cells, &cells::of_form(form))
    }

    /// Judges JSON bytes without building the value.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Payload::from_json).
    ///
    /// # Panics
    ///
    /// As [`from_json`](Payload::from_json).
    fn check_json(body: &[u8]) -> Result<(), ErrorShape> {
        engine::check_json(Self::plan(), body)
    }

    /// Holds a value that was built in Rust against the rules, as it is: nothing is normalised.
    ///
    /// garde decides; its report never leaves, but becomes the refusal that the engine would give.
    ///
    /// ```
    /// use portcullis::{Payload, payload};
    ///
    /// #[payload]
    /// #[serde(rename_all = "camelCase")]
    /// struct Label {
    ///     #[garde(length(chars, min = 1, max = 5))]
    ///     short_name: String,
    /// }
    ///
    /// let label = Label { short_name: "urgent".to_owned() };
    /// let refusal = label.check().unwrap_err();
    /// assert_eq!(refusal.issues()[0].to_string(), "shortName: Must have at most 5 characters (too_big)");
    /// assert_eq!(Label::check_json(br#"{"shortName":"urgent"}"#), Err(refusal));
    /// ```
    ///
    /// # Errors
    ///
    /// `validation_failed`, with all issues (at most 100) in `details`.
    #[cfg(not(target_arch = "wasm32"))]
    fn check(&self) -> Result<(), ErrorShape>
    where
        Self: Serialize + Validate<Context = ()>,
    {
        self.validate().map_err(|report| report::explain(self, &report))
    }
}
