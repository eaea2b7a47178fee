//! The modules of a package that offer the payloads: one with all of them, and one each.

use super::HEADER;
use super::javascript;
use super::named::Named;
use super::readers;
use super::runtime;
use super::writers;
use crate::{Contracts, Identity};

/// How a module gets its engine. A package has every module once for each.
#[derive(Clone, Copy)]
pub(super) enum Engine {
    /// The WASM is inside a module, as base64: for everything that compiles bytes.
    Inline,
    /// The WASM is imported as a module: for runtimes that compile it when they deploy.
    Raw,
}

impl Engine {
    pub(super) const ALL: [Engine; 2] = [Engine::Inline, Engine::Raw];

    /// The folder of the modules, from the package's root.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Engine::Inline => "",
            Engine::Raw => "raw/",
        }
    }

    /// The way from the folder of the modules back to the root.
    pub(super) fn root(self) -> &'static str {
        match self {
            Engine::Inline => "./",
            Engine::Raw => "../",
        }
    }

    fn module(self) -> &'static str {
        match self {
            Engine::Inline => "inline.js",
            Engine::Raw => "raw.js",
        }
    }

    /// The comment that tells Deno where the types of a module are. The raw modules have none of
    /// their own: they are reached through the package's `exports`, which name the types.
    pub(super) fn types(self, module: &str) -> String {
        match self {
            Engine::Inline => format!("/* @ts-self-types=\"./{module}.d.ts\" */\n"),
            Engine::Raw => String::new(),
        }
    }
}

/// The module that offers everything: all payloads are made in it, for every module that is loaded
/// takes its time. What a page does not use of it, a bundler leaves out.
pub(super) fn index(engine: Engine, contracts: &Contracts, payloads: &[Named]) -> String {
    let root = engine.root();
    let mut text = engine.types("index") + HEADER;
    text += &format!("import {{ engine }} from \"{root}engine/{}\";\nimport {{\n", engine.module());
    for payload in payloads {
        text += &format!("  {},\n", readers::function(&payload.name()));
    }
    text += &format!("}} from \"{root}readers.js\";\nimport {{ definePayload }} from \"{root}runtime/payload.js\";\n");
    let writers: Vec<String> = payloads.iter().filter_map(|payload| writers::function_of(*payload)).collect();
    if !writers.is_empty() {
        text += &format!("import {{\n  {},\n}} from \"{root}writers.js\";\n", writers.join(",\n  "));
    }
    if payloads.iter().any(|payload| place(*payload) == ROOT) {
        text += &format!("import {{ words }} from \"{root}runtime/tape.js\";\n");
    }
    text += "\n";
    // By `*`, so that a payload may have a name that the runtime uses too.
    for module in runtime::PUBLIC {
        text += &format!("export * from \"{root}runtime/{module}\";\n");
    }
    text += "\n";
    for (number, (payload, contract)) in payloads.iter().zip(contracts.payloads).enumerate() {
        let (name, place, identity) = (payload.name(), place(*payload), Identity::of((contract.schema)()));
        let read = readers::function(&name);
        let read = match payload {
            Named::Enum(_) => format!("() => {read}({place})"),
            _ => format!("(source) => {read}({place}, source)"),
        };
        let write = writers::function_of(*payload).map_or(String::new(), |write| format!(", {write}"));
        text += &format!(
            "export const {name} = /* @__PURE__ */ \
             definePayload(engine, {number}, \"{name}\", \"{identity}\", {read}{write});\n"
        );
    }
    let [name, version] = [contracts.name, contracts.version].map(javascript::string);
    let identity = contracts.identity();
    text += &format!(
        "\n/** @type {{import(\"{root}runtime/types.d.ts\").Contract}} */\n\
         export const contract = {{ name: {name}, version: {version}, identity: \"{identity}\" }};\n"
    );
    text
}

/// The low word of the root's slot.
const ROOT: &str = "words[0]";

/// What the reader of a payload takes.
fn place(payload: Named) -> &'static str {
    match payload {
        Named::Object(_) | Named::Enum(_) => ROOT,
        Named::Newtype(_) | Named::Union(_) | Named::Any => "0",
    }
}

/// The module of one payload.
pub(super) fn module(engine: Engine, payload: Named) -> String {
    let name = payload.name();
    format!("{}{HEADER}export {{ {name} }} from \"../index.js\";\n", engine.types(&name))
}
