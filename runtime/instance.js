/**
 * One instance of the engine's WASM module, and the memory it shares with JavaScript.
 */

import { lay } from "./tape.js";
import { decode, encodeInto } from "./text.js";
import { written } from "./writer.js";

/** @import { Slots } from "./tape.js" */

/**
 * What the module exports, beside what is wasm-bindgen's own.
 *
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {WebAssembly.Global} state Where the block of pointers is; it stays there.
 * @property {(length: number) => void} reserve Makes room for a body.
 * @property {(payload: number, length: number, source: number) => number} check The optimistic walk; it rewrites the
 *   body in place.
 * @property {(payload: number, length: number, source: number) => number} diagnose The full walk, which alone makes issues.
 * @property {() => number} is_utf8 Whether the text is valid UTF-8.
 * @property {() => void} [portcullis_start] Registers the payloads, unless that was done ahead of time.
 * @property {() => void} [__wbindgen_start]
 */

/**
 * The glue that wasm-bindgen writes for bundlers: what the module imports, how to hand it an instance, and what to call
 * then, if the module exports no more than that.
 *
 * @typedef {WebAssembly.ModuleImports & {
 *   __wbg_set_wasm(exports: WebAssembly.Exports): void,
 *   __wbindgen_start?(): void,
 * }} Glue
 */

/** What a body is: JSON. */
export const JSON_TEXT = 0;

/** What a body is: JSON whose values are text cells. */
export const CELLS = 1;

/** What a body is: a value as runtime/writer.js writes it. */
export const WRITTEN = 2;

/** The walk's verdict: the text is ASCII, so that bytes and UTF-16 code units are the same. */
export const ASCII = 2;

/** The walk's verdict: the text is not the input as it was; escapes were undone, text was normalised. */
export const REWRITTEN = 4;

/** The walk's verdict: the text is certainly valid UTF-8. If not, it may still be. */
export const UTF8 = 8;

// The block of pointers; the lengths of text and answer come behind them.
const BODY = 0;
const CAPACITY = 1;
const TEXT = 2;
const SLOTS = 4;
const SPANS = 5;
const ANSWER = 6;

/**
 * An instance: what it does with a body. Lengths are in bytes.
 *
 * @typedef {object} Instance
 * @property {(body: string | Uint8Array) => number} write Writes a body where the engine reads it: its length.
 * @property {(value: unknown, write: (value: any) => void) => number} writeValue Has the writer of its type write a value
 *   that is parsed already where the engine reads it: its length, 0 if it cannot be written.
 * @property {Exports["check"]} check Walks a body of a source optimistically: flags; 0 is doubt, and then the body is to
 *   be written again, and diagnosed.
 * @property {Exports["diagnose"]} diagnose Walks a body of a source fully: flags; 0 is a refusal, see `answer`.
 * @property {() => boolean} isUtf8 Whether the walked text is valid UTF-8.
 * @property {() => Uint8Array} text The walked text as the engine left it.
 * @property {() => string} answer The JSON of the refusal.
 * @property {(ascii: boolean) => void} lay Lays the tape of the accepted body; `ascii` says whether the spans of the body
 *   are those of its text in UTF-16.
 * @property {() => void} retire Takes leave of an instance that trapped.
 */

/**
 * Starts an instance.
 *
 * @type {(module: WebAssembly.Module, glue: Glue) => Instance}
 */
export const createInstance = ((module, glue) => {
  const instance = new WebAssembly.Instance(module, { "./engine_bg.js": glue });
  const exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  glue.__wbg_set_wasm(instance.exports);
  (glue.__wbindgen_start ?? exports.__wbindgen_start)?.();
  exports.portcullis_start?.();
  const statePointer = exports.state.value;

  // Views of the memory, made anew when what they show has moved. When the memory grows it
  // detaches them, and they have no length then. Where each starts is kept beside it: to ask a
  // view for its `byteOffset` costs as much as to read a short text.
  let pointers = new Uint32Array(0);
  let body = new Uint8Array(0);
  let bodyAt = 0;
  let capacity = 0;
  let slots = viewSlots(new ArrayBuffer(0), 0);
  let slotsAt = 0;
  let spans = new Int32Array(0);
  let spansAt = 0;

  // The block of pointers as it is now.
  const currentState = (() => {
    if (pointers.length === 0) {
      pointers = new Uint32Array(exports.memory.buffer, statePointer, 8);
      bodyAt = slotsAt = spansAt = 0;
    }
    return pointers;
  });

  // Sees to it that `body` has room.
  const room = ((/** @type {number} */ length) => {
    let state = currentState();
    if (state[CAPACITY] < length) {
      exports.reserve(length);
      state = currentState();
    }
    if (bodyAt !== state[BODY] || capacity !== state[CAPACITY]) {
      bodyAt = state[BODY];
      capacity = state[CAPACITY];
      body = new Uint8Array(exports.memory.buffer, bodyAt, capacity);
    }
  });

  /**
   * Lends `body` to the writer of a value. Whoever is asked for a member may use the engine meanwhile: then
   * `body` was made anew, and what was written is lost.
   *
   * @param {unknown} value
   * @param {(value: any) => void} write
   * @returns {number}
   */
  function lend(value, write) {
    const lent = bodyAt;
    bodyAt = 0;
    const length = written(value, write, body);
    if (bodyAt !== 0) return 0;
    bodyAt = lent;
    return length;
  }

  /**
   * @param {number} index of the pointer; the length comes behind it
   * @returns {Uint8Array}
   */
  function bytesAt(index) {
    const state = currentState();
    return new Uint8Array(exports.memory.buffer, state[index], state[index + 1]);
  }

  return {
    write: ((input) => {
      room(input.length);
      if (typeof input !== "string") {
        body.set(input);
        return input.length;
      }
      const { read, written } = encodeInto(input, body);
      if (read === input.length) return written;
      // Not ASCII, then: a UTF-16 code unit is three bytes of UTF-8 at most.
      room(input.length * 3);
      return encodeInto(input, body).written;
    }),

    writeValue(value, write) {
      room(0);
      let length = lend(value, write);
      if (length > capacity) {
        room(length);
        // What is asked again may have become longer.
        length = lend(value, write);
      }
      return length > capacity ? 0 : length;
    },

    check: exports.check,
    diagnose: exports.diagnose,
    isUtf8: () => exports.is_utf8() !== 0,
    text: () => bytesAt(TEXT),
    answer: () => decode(bytesAt(ANSWER), false),

    lay: ((ascii) => {
      const state = currentState();
      if (slotsAt !== state[SLOTS]) {
        slotsAt = state[SLOTS];
        slots = viewSlots(exports.memory.buffer, slotsAt);
      }
      if (!ascii && spansAt !== state[SPANS]) {
        spansAt = state[SPANS];
        spans = new Int32Array(exports.memory.buffer, spansAt);
      }
      lay(slots, ascii ? slots.words : spans);
    }),

    // wasm-bindgen's glue keeps a view of its memory, and asks for that of the next instance only
    // once this one is detached, as growing does.
    retire() {
      exports.memory.grow(0);
    },
  };
});

/** @type {(buffer: ArrayBuffer, offset: number) => Slots} */
const viewSlots = ((buffer, offset) => ({
  words: new Int32Array(buffer, offset),
  numbers: new Float64Array(buffer, offset),
  integers: new BigInt64Array(buffer, offset),
  naturals: new BigUint64Array(buffer, offset),
}));
