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

/**
 * What an engine that cannot start says of where it is.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {unknown} cause
 */
function refusal(bytes, cause) {
  const message = globalThis.WebAssembly?.validate(bytes)
    ? "WebAssembly may not be compiled here. A page's Content-Security-Policy must allow it: script-src 'wasm-unsafe-eval'. Edge runtimes need the package's raw modules"
    : "There is no WebAssembly with SIMD here, which came with Chrome 91, Firefox 89, Safari 16.4 and Node.js 16.4";
  return new Error(`${message}: see docs/runtimes.md of portcullis`, { cause });
}

function compile() {
  const bytes = decode();
  try {
    return new WebAssembly.Module(bytes);
  } catch (cause) {
    throw refusal(bytes, cause);
  }
}

export const engine = createEngine(compile(), glue);
"#;

/// The engine from a module that the runtime, or the bundler, has compiled.
pub(super) const RAW: &str = r#"import module from "./engine_bg.wasm?module";
import * as glue from "./engine_bg.js";
import { createEngine } from "../runtime/engine.js";

export const engine = createEngine(module, glue);
"#;
