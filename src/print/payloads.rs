//! The modules of a package that offer the payloads: one each, and an index.

use super::HEADER;
use super::named::Named;
use super::readers;
use super::runtime;

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
    fn root(self) -> &'static str {
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
    fn types(self, module: &str) -> String {
        match self {
            Engine::Inline => format!("/* @ts-self-types=\"./{module}.d.ts\" */\n"),
            Engine::Raw => String::new(),
        }
    }
}

/// The module of one payload.
pub(super) fn module(engine: Engine, number: usize, payload: Named) -> String {
    let name = payload.name();
    let read = readers::function(name);
    let types = engine.types(name);
    let root = match engine {
        Engine::Inline => "../",
        Engine::Raw => "../../",
    };
    let engine = engine.module();
    let (tape, place) = match payload {
        Named::Object(_) | Named::Enum(_) => {
            (format!("import {{ words }} from \"{root}runtime/tape.js\";\n"), "words[0]")
        }
        Named::Newtype(_) => (String::new(), "0"),
    };
    format!(
        "\
{types}{HEADER}import {{ engine }} from \"{root}engine/{engine}\";
import {{ definePayload }} from \"{root}runtime/payload.js\";
{tape}import {{ {read} }} from \"{root}readers/{name}.js\";

export const {name} = definePayload(engine, {number}, \"{name}\", () => {read}({place}));
"
    )
}

/// The module that offers everything.
pub(super) fn index(engine: Engine, payloads: &[Named]) -> String {
    let root = engine.root();
    let mut text = engine.types("index") + HEADER;
    for payload in payloads {
        let name = payload.name();
        text += &format!("export {{ {name} }} from \"./payloads/{name}.js\";\n");
    }
    // By `*`, so that a payload may have a name that the runtime uses too.
    for module in runtime::PUBLIC {
        text += &format!("export * from \"{root}runtime/{module}\";\n");
    }
    text
}
