//! The dialects of JSON Schema, and where they differ.

use super::json::Json;

/// A dialect of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// [Draft 2020-12](https://json-schema.org/draft/2020-12), the newest.
    Draft202012,
    /// [Draft 07](https://json-schema.org/draft-07), which most tools know.
    Draft07,
    /// The Schema Object of [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.1#schema-object): draft 2020-12 with
    /// OpenAPI's names of formats.
    OpenApi31,
    /// The Schema Object of [OpenAPI 3.0](https://spec.openapis.org/oas/v3.0.4#schema-object), which knows neither
    /// tuples nor rules about keys, and says `nullable`.
    OpenApi30,
}

impl Dialect {
    /// A whole document, which says its dialect in `$schema`. OpenAPI's do not.
    pub(super) fn document(self, schema: Json) -> Json {
        let uri = match self {
            Dialect::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
            Dialect::Draft07 => "http://json-schema.org/draft-07/schema#",
            Dialect::OpenApi31 | Dialect::OpenApi30 => return schema,
        };
        let Json::Object(mut members) = schema else { return schema };
        members.insert(0, ("$schema".to_owned(), uri.into()));
        Json::Object(members)
    }

    /// Where a schema keeps others.
    pub(super) fn definitions(self) -> &'static str {
        match self {
            Dialect::Draft202012 | Dialect::OpenApi31 => "$defs",
            Dialect::Draft07 | Dialect::OpenApi30 => "definitions",
        }
    }

    pub(super) fn is_openapi(self) -> bool {
        matches!(self, Dialect::OpenApi31 | Dialect::OpenApi30)
    }

    /// Whether null is no type, but a word beside one.
    pub(super) fn has_nullable(self) -> bool {
        self == Dialect::OpenApi30
    }

    /// Whether all that stands beside `$ref` is ignored.
    pub(super) fn refers_alone(self) -> bool {
        matches!(self, Dialect::Draft07 | Dialect::OpenApi30)
    }

    /// Whether `exclusiveMinimum` is a truth value beside `minimum`.
    pub(super) fn has_boolean_exclusives(self) -> bool {
        self == Dialect::OpenApi30
    }

    /// Whether there are `propertyNames`.
    pub(super) fn has_property_names(self) -> bool {
        self != Dialect::OpenApi30
    }
}
