//! The modules of a package that start its engine.
//!
//! The glue `engine_bg.js`, the WASM `engine_bg.wasm` and, as base64, `bytes.js` lie beside them:
//! `portcullis build` puts them there.

/// The engine from bytes that a module holds.
pub(super) const INLINE: &str = r#"import { base64 } from "./bytes.js";
import * as glue from "./engine_bg.js";
import { createEngine } from "../runtime/engine.js";

/** @returns {Uint8Array<ArrayBuffer>} */
function decode() {
  // The loop takes most of a cold start, where it is needed at all.
  if (Uint8Array.fromBase64 !== undefined) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export const engine = createEngine(new WebAssembly.Module(decode()), glue);
"#;

/// The engine from a module that the runtime, or the bundler, has compiled.
pub(super) const RAW: &str = r#"import module from "./engine_bg.wasm?module";
import * as glue from "./engine_bg.js";
import { createEngine } from "../runtime/engine.js";

export const engine = createEngine(module, glue);
"#;
