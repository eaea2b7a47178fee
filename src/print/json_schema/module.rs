//! The modules of a package whose payloads have their JSON Schemas. They stand apart from the others, so that who
//! does without does not load them; and they are text until they are asked for.

use std::fmt::Write as _;

use super::{Dialect, Side, of_type};
use crate::print::named::Named;
use crate::print::payloads::Engine;
use crate::print::{HEADER, javascript};
use crate::{Contract, Contracts};

/// The dialects that Standard JSON Schema has names for.
const TARGETS: [(&str, Dialect); 3] =
    [("draft-2020-12", Dialect::Draft202012), ("draft-07", Dialect::Draft07), ("openapi-3.0", Dialect::OpenApi30)];

/// The module itself, beside the one that offers all payloads.
pub(in crate::print) fn module(engine: Engine, contracts: &Contracts, payloads: &[Named]) -> String {
    let root = engine.root();
    let mut text = engine.types("json-schema") + HEADER;
    let _ = write!(
        text,
        "import * as payloads from \"./index.js\";\nimport {{ withJsonSchema }} from \"{root}runtime/json-schema.js\";\n"
    );
    for (payload, Contract { schema, .. }) in payloads.iter().zip(contracts.payloads) {
        let name = payload.name();
        let _ = write!(text, "\nexport const {name} = /* @__PURE__ */ withJsonSchema(payloads.{name}, {{\n");
        for (key, side) in [("input", Side::Input), ("output", Side::Output)] {
            let _ = writeln!(text, "  {key}: {{");
            for (target, dialect) in TARGETS {
                let _ = writeln!(text, "    \"{target}\": {},", javascript::quoted(&of_type(schema(), dialect, side)));
            }
            text += "  },\n";
        }
        text += "});\n";
    }
    text
}

/// Its declaration: types and values of one name, as in the main one.
pub(in crate::print) fn declaration(payloads: &[Named]) -> String {
    let mut text = HEADER.to_owned();
    for payload in payloads {
        let (name, import, docs) = (payload.name(), payload.import(), javascript::comment(payload.docs()));
        let _ = write!(
            text,
            "
{docs}export type {name} = {import};

{docs}export declare const {name}: import(\"./runtime/types.d.ts\").PayloadWithJsonSchema<
  {name},
  import(\"./inputs.d.ts\").{name}
>;
"
        );
    }
    text
}
