//! Rules of the application that ask JavaScript, by functions that the crate itself imports through wasm-bindgen.

use std::path::Path;

use super::installed;
use super::project::Project;

const SOURCE: &str = r#"
use portcullis::{contracts, garde, payload};

#[payload]
pub struct Speaker {
    #[garde(custom(is_language))]
    pub language: String,
}

fn is_language(tag: &str, _: &()) -> garde::Result {
    host::canonical(tag).map(drop).map_err(|_| garde::Error::new(format!("No language: {}", host::upper(tag))))
}

#[cfg(target_arch = "wasm32")]
mod host {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
        pub fn canonical(tag: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_namespace = ["String", "prototype", "toUpperCase"], js_name = call)]
        pub fn upper(text: &str) -> String;
    }

    /// Named as things in a package are.
    #[wasm_bindgen]
    pub fn glue(engine: &str) -> String {
        engine.to_owned()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    pub fn canonical(_: &str) -> Result<(), ()> {
        Ok(())
    }

    pub fn upper(text: &str) -> String {
        text.to_uppercase()
    }
}

contracts! { Speaker }
"#;

const ASK: &str = r#"
import { Speaker } from "./package/index.js";

const same = (left, right) => {
  if (JSON.stringify(left) !== JSON.stringify(right)) throw new Error(JSON.stringify(left));
};
for (let turn = 0; turn < 20; turn++) {
  same(Speaker.parseJson('{"language":"de-AT"}'), { language: "de-AT" });
  const { error } = Speaker.safeParse({ language: "straße" });
  same(error.details.issues.map(({ message }) => message), ["No language: STRASSE"]);
}
"#;

const DEPENDENCY: &str = "\n[target.'cfg(target_arch = \"wasm32\")'.dependencies]\nwasm-bindgen = \"*\"\n";

#[test]
fn a_rule_may_ask_functions_of_javascript() {
    let project = Project::new("speaker-contracts", SOURCE);
    project.append("crate/Cargo.toml", DEPENDENCY);
    project.write("ask.mjs", ASK);
    answers(&project);
}

/// Builds the package, as it is and optimised, and has its answers looked at.
#[track_caller]
fn answers(project: &Project) {
    project.write("package.json", r#"{"type": "module"}"#);
    project.builds();
    project.run(Path::new("node"), &["ask.mjs"]);
    if let Some(wasm_opt) = installed("PORTCULLIS_WASM_OPT", "wasm-opt") {
        let output = project.command().arg("--wasm-opt").arg(wasm_opt).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        project.run(Path::new("node"), &["ask.mjs"]);
    }
}

#[test]
fn a_module_that_a_package_cannot_have_is_named() {
    let source = SOURCE.replace("#[wasm_bindgen]\n    extern", "#[wasm_bindgen(module = \"node:os\")]\n    extern");
    let project = Project::new("os-contracts", &source);
    project.append("crate/Cargo.toml", DEPENDENCY);
    let said = project.is_refused();
    assert!(said.contains("imports from \"node:os\" by wasm-bindgen"), "{said}");
}

const PLAIN: &str = r#"
use portcullis::{contracts, payload};

#[payload]
pub struct Words {
    #[garde(length(chars, min = 1, max = 9))]
    pub first: String,
    #[garde(range(max = 9))]
    #[serde(default)]
    pub count: u8,
}

contracts! { Words }
"#;

const DOUBLES: &str = r#"
use portcullis::{contracts, payload};

fn half() -> Inner {
    Inner { share: 0.5, inner: None }
}

#[payload]
#[derive(Clone)]
pub struct Inner {
    #[garde(dive)]
    #[serde(default = "none")]
    pub inner: Option<Box<Outer>>,
    #[garde(range(max = 0.75))]
    pub share: f64,
}

fn none() -> Option<Box<Outer>> {
    Some(Box::new(Outer { inner: Inner { inner: None, share: 0.25 } }))
}

#[payload]
#[derive(Clone)]
pub struct Outer {
    #[garde(dive)]
    #[serde(default = "half")]
    pub inner: Inner,
}

contracts! { Outer }
"#;

const ASK_DOUBLES: &str = r#"
import { Outer } from "./package/index.js";

const same = (left, right) => {
  if (JSON.stringify(left) !== JSON.stringify(right)) throw new Error(JSON.stringify(left));
};
same(Outer.parseJson("{}"), { inner: { inner: null, share: 0.5 } });
same(Outer.parseJson('{"inner":{"share":0}}'), { inner: { inner: { inner: { inner: null, share: 0.25 } }, share: 0 } });
same(Outer.safeParseJson('{"inner":{"share":0.8}}').error.details.issues[0].params.maximum, 0.75);
"#;

/// Only who has a double needs JavaScript, which knows how to spell it.
#[test]
fn a_package_asks_javascript_for_nothing_unless_it_needs_something() {
    let project = Project::new("plain-contracts", PLAIN);
    project.builds();
    let glue = std::fs::read_to_string(project.path("package/engine/engine_bg.js")).unwrap();
    assert!(glue.ends_with("\nexport default { __wbg_set_wasm };\n"), "{glue}");

    let project = Project::new("doubles-contracts", DOUBLES);
    project.write("ask.mjs", ASK_DOUBLES);
    answers(&project);
}
