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
 * The glue that wasm-bindgen writes for bundlers: what the module imports, and how to hand it an instance.
 *
 * @typedef {WebAssembly.ModuleImports & {__wbg_set_wasm(exports: WebAssembly.Exports): void}} Glue
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

export class Instance {
  /** @type {Exports} */
  #exports;
  #statePointer;

  // Views of the memory, made anew when what they show has moved. When the memory grows it
  // detaches them, and they have no length then. Where each starts is kept beside it: to ask a
  // view for its `byteOffset` costs as much as to read a short text.
  /** @type {Uint32Array} */
  #state = new Uint32Array(0);
  /** @type {Uint8Array} */
  #body = new Uint8Array(0);
  #bodyAt = 0;
  #capacity = 0;
  /** @type {Slots} */
  #slots = slotsAt(new ArrayBuffer(0), 0);
  #slotsAt = 0;
  /** @type {Int32Array} */
  #spans = new Int32Array(0);
  #spansAt = 0;

  /**
   * @param {WebAssembly.Module} module
   * @param {Glue} glue
   */
  constructor(module, glue) {
    const { exports } = new WebAssembly.Instance(module, { "./engine_bg.js": glue });
    this.#exports = /** @type {any} */ (exports);
    glue.__wbg_set_wasm(exports);
    this.#exports.__wbindgen_start?.();
    this.#exports.portcullis_start?.();
    this.#statePointer = this.#exports.state.value;
  }

  /**
   * Writes a body where the engine reads it.
   *
   * @param {string | Uint8Array} body
   * @returns {number} its length in bytes
   */
  write(body) {
    this.#room(body.length);
    if (typeof body !== "string") {
      this.#body.set(body);
      return body.length;
    }
    const { read, written } = encodeInto(body, this.#body);
    if (read === body.length) return written;
    // Not ASCII, then: a UTF-16 code unit is three bytes of UTF-8 at most.
    this.#room(body.length * 3);
    return encodeInto(body, this.#body).written;
  }

  /**
   * Writes a value that is parsed already where the engine reads it.
   *
   * @param {unknown} value
   * @param {(value: any) => void} write the writer of its type
   * @returns {number} its length in bytes, 0 if it cannot be written
   */
  writeValue(value, write) {
    this.#room(0);
    let length = this.#lend(value, write);
    if (length > this.#capacity) {
      this.#room(length);
      // What is asked again may have become longer.
      length = this.#lend(value, write);
    }
    return length > this.#capacity ? 0 : length;
  }

  /**
   * Lends `#body` to the writer of a value. Whoever is asked for a member may use the engine meanwhile: then
   * `#body` was made anew, and what was written is lost.
   *
   * @param {unknown} value
   * @param {(value: any) => void} write
   * @returns {number}
   */
  #lend(value, write) {
    const lent = this.#bodyAt;
    this.#bodyAt = 0;
    const length = written(value, write, this.#body);
    if (this.#bodyAt !== 0) return 0;
    this.#bodyAt = lent;
    return length;
  }

  /**
   * Walks a body optimistically.
   *
   * @param {number} payload
   * @param {number} length
   * @param {number} source what the body is
   * @returns {number} flags; 0 is doubt: write the body again and diagnose
   */
  check(payload, length, source) {
    return this.#exports.check(payload, length, source);
  }

  /**
   * Walks a body fully.
   *
   * @param {number} payload
   * @param {number} length
   * @param {number} source what the body is
   * @returns {number} flags; 0 is a refusal: see `answer`
   */
  diagnose(payload, length, source) {
    return this.#exports.diagnose(payload, length, source);
  }

  /**
   * Whether the walked text is valid UTF-8.
   *
   * @returns {boolean}
   */
  isUtf8() {
    return this.#exports.is_utf8() !== 0;
  }

  /**
   * The walked text as the engine left it.
   *
   * @returns {Uint8Array}
   */
  text() {
    return this.#bytes(TEXT);
  }

  /**
   * The JSON of the refusal.
   *
   * @returns {string}
   */
  answer() {
    return decode(this.#bytes(ANSWER), false);
  }

  /**
   * Lays the tape of the accepted body.
   *
   * @param {boolean} ascii whether the spans of the body are those of its text in UTF-16
   */
  lay(ascii) {
    const state = this.#currentState();
    if (this.#slotsAt !== state[SLOTS]) {
      this.#slotsAt = state[SLOTS];
      this.#slots = slotsAt(this.#exports.memory.buffer, this.#slotsAt);
    }
    if (!ascii && this.#spansAt !== state[SPANS]) {
      this.#spansAt = state[SPANS];
      this.#spans = new Int32Array(this.#exports.memory.buffer, this.#spansAt);
    }
    lay(this.#slots, ascii ? this.#slots.words : this.#spans);
  }

  /**
   * Takes leave of an instance that trapped. wasm-bindgen's glue keeps a view of its memory, and
   * asks for that of the next instance only once this one is detached, as growing does.
   */
  retire() {
    this.#exports.memory.grow(0);
  }

  /**
   * Sees to it that `#body` has room.
   *
   * @param {number} length
   */
  #room(length) {
    let state = this.#currentState();
    if (state[CAPACITY] < length) {
      this.#exports.reserve(length);
      state = this.#currentState();
    }
    if (this.#bodyAt !== state[BODY] || this.#capacity !== state[CAPACITY]) {
      this.#bodyAt = state[BODY];
      this.#capacity = state[CAPACITY];
      this.#body = new Uint8Array(this.#exports.memory.buffer, this.#bodyAt, this.#capacity);
    }
  }

  /** @returns {Uint32Array} the block of pointers */
  #currentState() {
    if (this.#state.length === 0) {
      this.#state = new Uint32Array(this.#exports.memory.buffer, this.#statePointer, 8);
      this.#bodyAt = this.#slotsAt = this.#spansAt = 0;
    }
    return this.#state;
  }

  /**
   * @param {number} index of the pointer; the length comes behind it
   * @returns {Uint8Array}
   */
  #bytes(index) {
    const state = this.#currentState();
    return new Uint8Array(this.#exports.memory.buffer, state[index], state[index + 1]);
  }
}

/**
 * @param {ArrayBuffer} buffer
 * @param {number} offset
 * @returns {Slots}
 */
function slotsAt(buffer, offset) {
  return {
    words: new Int32Array(buffer, offset),
    numbers: new Float64Array(buffer, offset),
    integers: new BigInt64Array(buffer, offset),
    naturals: new BigUint64Array(buffer, offset),
  };
}
