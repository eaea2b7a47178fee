//! How TypeScript sees any JSON.

use std::path::PathBuf;

use ts_rs::{Config, TS};

use super::Json;

/// What it is called.
pub(crate) const NAME: &str = "JsonValue";

pub(crate) const DOCS: &str = "Any JSON, as `JSON.parse` gives it and `JSON.stringify` takes it.";

/// What that is.
pub(crate) const TYPE: &str =
    "string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue | undefined }";

impl TS for Json {
    type WithoutGenerics = Json;
    type OptionInnerType = Json;

    fn docs() -> Option<String> {
        Some(format!("/**\n * {DOCS}\n */\n"))
    }

    fn decl(_: &Config) -> String {
        format!("type {NAME} = {TYPE};")
    }

    fn decl_concrete(config: &Config) -> String {
        Json::decl(config)
    }

    fn name(_: &Config) -> String {
        NAME.to_owned()
    }

    fn inline(_: &Config) -> String {
        NAME.to_owned()
    }

    fn output_path() -> Option<PathBuf> {
        Some(format!("{NAME}.ts").into())
    }
}
