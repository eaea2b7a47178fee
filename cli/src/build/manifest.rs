//! The package.json of a package.

use serde_json::{Map, Value, json};

use super::metadata::Crate;

/// Writes what a package needs into the package.json that is there, or into a new one.
///
/// Its own keys, such as name, version or repository, stay as they are and where they are.
pub(super) fn complete(existing: Option<&str>, krate: &Crate, payloads: &[String]) -> anyhow::Result<String> {
    let mut manifest: Map<String, Value> = match existing {
        Some(text) => serde_json::from_str(text)?,
        None => Map::new(),
    };
    let mut default = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            manifest.entry(key).or_insert_with(|| value.into());
        }
    };
    default("name", Some(&krate.name));
    default("version", Some(&krate.version));
    default("description", krate.description.as_deref());
    default("license", krate.license.as_deref());
    for (key, value) in [
        ("type", json!("module")),
        ("sideEffects", json!(false)),
        ("exports", exports(payloads)),
        ("types", json!("./index.d.ts")),
        ("files", json!(super::package::GENERATED)),
    ] {
        manifest.insert(key.to_owned(), value);
    }
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn exports(payloads: &[String]) -> Value {
    // The order matters: the first condition that a runtime knows wins. Those in the middle
    // compile WebAssembly only when they deploy, and must not be given bytes.
    let conditions = |module: &str| {
        let raw = format!("./raw/{module}.js");
        json!({
            "types": format!("./{module}.d.ts"),
            "workerd": raw,
            "edge-light": raw,
            "default": format!("./{module}.js"),
        })
    };
    let runtime = |module: &str| json!({ "types": format!("./runtime/{module}.d.ts"), "default": format!("./runtime/{module}.js") });
    let mut exports = Map::new();
    exports.insert(".".to_owned(), conditions("index"));
    // These need no engine. A payload of that name would take its place, as in the index.
    exports.insert("./errors".to_owned(), runtime("errors/index"));
    exports.insert("./messages/*".to_owned(), runtime("messages/*"));
    // No payload has such a name.
    exports.insert("./json-schema".to_owned(), conditions("json-schema"));
    let form_fields = json!({ "types": "./form-fields.d.ts", "default": "./form-fields.js" });
    exports.insert("./form-fields".to_owned(), form_fields);
    for payload in payloads {
        exports.insert(format!("./{payload}"), conditions(&format!("payloads/{payload}")));
    }
    exports.insert("./package.json".to_owned(), json!("./package.json"));
    exports.into()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn krate() -> Crate {
        Crate {
            name: "shop-contracts".to_owned(),
            version: "1.2.3".to_owned(),
            description: None,
            license: Some("MIT".to_owned()),
            folder: PathBuf::new(),
            workspace: PathBuf::new(),
            target: PathBuf::new(),
        }
    }

    #[test]
    fn a_new_one_is_named_after_the_crate() {
        let text = complete(None, &krate(), &["Order".to_owned()]).unwrap();
        assert_eq!(
            text,
            r#"{
  "name": "shop-contracts",
  "version": "1.2.3",
  "license": "MIT",
  "type": "module",
  "sideEffects": false,
  "exports": {
    ".": {
      "types": "./index.d.ts",
      "workerd": "./raw/index.js",
      "edge-light": "./raw/index.js",
      "default": "./index.js"
    },
    "./errors": {
      "types": "./runtime/errors/index.d.ts",
      "default": "./runtime/errors/index.js"
    },
    "./messages/*": {
      "types": "./runtime/messages/*.d.ts",
      "default": "./runtime/messages/*.js"
    },
    "./json-schema": {
      "types": "./json-schema.d.ts",
      "workerd": "./raw/json-schema.js",
      "edge-light": "./raw/json-schema.js",
      "default": "./json-schema.js"
    },
    "./form-fields": {
      "types": "./form-fields.d.ts",
      "default": "./form-fields.js"
    },
    "./Order": {
      "types": "./payloads/Order.d.ts",
      "workerd": "./raw/payloads/Order.js",
      "edge-light": "./raw/payloads/Order.js",
      "default": "./payloads/Order.js"
    },
    "./package.json": "./package.json"
  },
  "types": "./index.d.ts",
  "files": [
    "index.js",
    "index.d.ts",
    "inputs.d.ts",
    "json-schema.js",
    "json-schema.d.ts",
    "form-fields.js",
    "form-fields.d.ts",
    "engine",
    "payloads",
    "raw",
    "readers.js",
    "runtime",
    "types",
    "writers.js"
  ]
}
"#
        );
    }

    #[test]
    fn what_its_owner_wrote_stays_in_its_place() {
        let existing = r#"{"version": "9.0.0", "files": ["old"], "name": "@shop/contracts", "keywords": ["shop"]}"#;
        let text = complete(Some(existing), &krate(), &[]).unwrap();
        let manifest: Map<String, Value> = serde_json::from_str(&text).unwrap();
        let keys: Vec<&str> = manifest.keys().map(String::as_str).collect();
        assert_eq!(
            keys,
            ["version", "files", "name", "keywords", "license", "type", "sideEffects", "exports", "types"]
        );
        assert_eq!(manifest["name"], "@shop/contracts");
        assert_eq!(manifest["version"], "9.0.0");
        assert_eq!(manifest["files"][0], "index.js");
    }

    #[test]
    fn building_again_changes_nothing() {
        let first = complete(None, &krate(), &["Order".to_owned()]).unwrap();
        let second = complete(Some(&first), &krate(), &["Order".to_owned()]).unwrap();
        assert_eq!(first, second);
    }
}
