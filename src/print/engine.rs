//! The modules of a package that start its engine.
//!
//! The glue `engine_bg.js`, the WASM `engine_bg.wasm` and, as base64, `bytes.js` lie beside them:
//! `portcullis build` puts them there.

/// The engine from bytes that a module holds.
pub(super) const INLINE: &str = r#"import { base64 } from "./bytes.js";
import glue from "./engine_bg.js";
import { createEngine } from "../runtime/engine.js";

/*! portcullis | MIT OR Apache-2.0 */

// Most bundlers keep the comment above on a line of its own. Without one, all that they write, minified, is one line,
// in which Deno looks for a source map, from the end, through all of the engine: a twentieth of a cold start.

/**
 * What `Uint8Array.fromBase64` does, where there is none yet. The loop takes most of a cold start there.
 *
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
function fromBase64(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * Why the engine cannot start. A RangeError says that a page may not compile more than 4 KB at once, as in older
 * Chromes; a TypeError, that a function is missing.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {unknown} cause
 */
function refusal(bytes, cause) {
  const isOld = cause instanceof RangeError || cause instanceof TypeError || !globalThis.WebAssembly?.validate(bytes);
  const reason = isOld
    ? "The engine needs Chrome 115, Firefox 119, Safari 16.4, Node.js 20 or newer, with WebAssembly"
    : "WebAssembly may not be compiled here. A page's Content-Security-Policy must allow script-src 'wasm-unsafe-eval'; edge runtimes need the package's raw modules";
  return new Error(`${reason}: see docs/runtimes.md of portcullis`, { cause });
}

/** @type {WebAssembly.Module} */
let compiled;
// No function of its own: what is called is compiled only then, and what stands here with the module.
{
  // V8 keeps a constant once more beside a module's compiled code, and reads it with that at each start. The source of a
  // function that gives it is there anyway; where it is not, as in what was compiled to bytecode alone, it is called. It
  // is a generator, for a minifier may write what a plain function returns wherever that is called.
  const source = base64.toString();
  const start = source.indexOf("AGFzbQ");
  const quote = source[start - 1];
  const text = source.slice(start, source.lastIndexOf(quote));
  const isAll = start > 0 && !text.includes(quote);
  const bytes = (Uint8Array.fromBase64 ?? fromBase64)(isAll ? text : base64().next().value);
  try {
    // The runtime needs this function later on.
    "".isWellFormed();
    compiled = new WebAssembly.Module(bytes);
  } catch (cause) {
    throw refusal(bytes, cause);
  }
}

export const engine = createEngine(compiled, glue);
"#;

/// The engine from a module that the runtime, or the bundler, has compiled.
pub(super) const RAW: &str = r#"import module from "./engine_bg.wasm?module";
import glue from "./engine_bg.js";
import { createEngine } from "../runtime/engine.js";

export const engine = createEngine(module, glue);
"#;
