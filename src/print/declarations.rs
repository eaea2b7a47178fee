//! The `.d.ts` files beside a package's modules.
//!
//! They import types from `.d.ts` files by their full names: unlike `.js` names without a file
//! behind them, TypeScript and Deno both find those, in `node_modules` and by relative path.

use std::collections::BTreeSet;

use super::HEADER;
use super::javascript;
use super::named::Named;
use super::runtime;
use crate::error::ApplicationCodes;

/// The declaration of one payload: a type and a value of one name.
pub(super) fn payload(payload: Named) -> String {
    let name = payload.name();
    let docs = javascript::comment(payload.docs());
    let import = payload.import().replace("\"./types/", "\"../types/");
    format!(
        "\
{HEADER}
{docs}export type {name} = {import};

{docs}export declare const {name}: import(\"../runtime/types.d.ts\").Payload<
  {name},
  import(\"../inputs.d.ts\").{name}
>;
"
    )
}

/// The declarations of the module that offers everything, the types inside payloads included.
pub(super) fn index(payloads: &[Named], types: &[Named], codes: &[&ApplicationCodes]) -> String {
    let mut text = HEADER.to_owned();
    for payload in payloads {
        let name = payload.name();
        text += &format!("export {{ {name} }} from \"./payloads/{name}.js\";\n");
    }
    let is_payload = |name: &str| payloads.iter().any(|payload| payload.name() == name);
    let others: BTreeSet<&str> = types.iter().map(|named| named.family()).filter(|name| !is_payload(name)).collect();
    for name in others.into_iter().chain(codes.iter().map(|list| list.name)) {
        text += &format!("export type {{ {name} }} from \"./types/{name}.d.ts\";\n");
    }
    for module in runtime::PUBLIC {
        text += &format!("export * from \"./runtime/{module}\";\n");
    }
    text += "export type * from \"./runtime/types.d.ts\";\n";
    text + "\n/** Which contract this package speaks. */\nexport declare const contract: import(\"./runtime/types.d.ts\").Contract;\n"
}
