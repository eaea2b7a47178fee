/**
 * Values that are parsed already, written for the engine in the order of a schema: generated writers do it,
 * sooner than `JSON.stringify` makes JSON. With NUL as `\0`, and a number of eight bytes as `#`:
 *
 *     {'Ada\0,,['x\0,'y\0],#,null}
 *
 * An object has the members of all its fields, without keys; one that is absent is empty. A text stands between
 * an apostrophe and NUL as it is; or, if no rule looks into it, there is but its length, of four bytes behind `~`.
 * Everything else is as in JSON. What cannot be written so is written as something that the engine doubts: such a
 * value is judged as JSON.
 *
 * Each value has a comma behind it, which gives way to a bracket. What goes beyond the bytes there are is lost,
 * and only counted: it is written again when there are more.
 */

import { encodeInto } from "./text.js";

/** What is no value of any schema. */
const ODD = "!";

/** A text of more UTF-16 code units is left to the runtime's encoder, which takes a while to call. */
const LONG = 256;

/** How many bytes may be written: no body has more. */
const MAX_LENGTH = 2 ** 30;

const COMMA = 0x2c;

/**
 * Where it is written.
 *
 * @type {Uint8Array}
 */
let bytes = new Uint8Array(0);

/** How much of it is written. */
let at = 0;

/**
 * What holds no texts, and takes none of whoever was forgotten while it writes.
 *
 * @type {string[]}
 */
const NONE = /** @type {any} */ (Object.freeze([]));

/** The texts that were written last, but for names of variants. */
export let texts = NONE;

/** How many fields the objects have, without those that are members of theirs and those that are absent. */
let unseen = 0;

/** How often something was written. */
let calls = 0;

/** A number, and its halves. */
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/**
 * Writes a value.
 *
 * @param {unknown} value
 * @param {(value: any) => void} write the writer of its type
 * @param {Uint8Array} body where to
 * @returns {number} its length in bytes, which `body` may be too short for; 0 if it cannot be written
 */
export function written(value, write, body) {
  const call = ++calls;
  bytes = body;
  at = unseen = 0;
  texts = [];
  // JSON has nothing that is inherited.
  for (const _ in {}) return 0;
  try {
    write(value);
  } catch {
    return 0;
  }
  // A field that is neither a member nor absent is one that JSON would not have. And whoever is
  // looked at may have written something else meanwhile.
  return unseen === 0 && call === calls && at <= MAX_LENGTH ? at - 1 : 0;
}

/** Lets go of the texts, which may be large; for the engine, when the value has been read. */
export function forget() {
  texts = NONE;
}

/**
 * Begins an object, if a value is plain data with some of these keys and no others: its members are to be
 * written, and its end.
 *
 * @param {any} value
 * @param {string[]} keys
 * @returns {boolean}
 */
export function has(value, keys) {
  if (typeof value !== "object" || value === null) return plain(value);
  const prototype = Object.getPrototypeOf(value);
  const isRecord = (prototype === Object.prototype || prototype === null) && !Array.isArray(value);
  if (!isRecord || value.toJSON !== undefined || at > MAX_LENGTH) return plain(ODD);
  let index = 0;
  for (const key in value) {
    // Mostly they come in the order of the fields.
    if (key !== keys[index]) index = keys.indexOf(key);
    if (index++ < 0) return plain(ODD);
    if (value[key] !== undefined) unseen--;
  }
  unseen += keys.length;
  bytes[at++] = 0x7b;
  return true;
}

/** Ends an object. */
export function end() {
  // There is none in an object without fields.
  if (bytes[at - 1] === COMMA) at--;
  bytes[at++] = 0x7d;
  bytes[at++] = COMMA;
}

/**
 * Writes a text.
 *
 * @param {unknown} value
 */
export function text(value) {
  if (typeof value === "string") texts.push(value);
  name(value);
}

/**
 * Writes a text that nobody looks into: how many UTF-16 code units it has.
 *
 * @param {any} value
 */
export function size(value) {
  if (typeof value !== "string" || !(/** @type {any} */ (value).isWellFormed())) {
    plain(value);
    return;
  }
  texts.push(value);
  bytes[at++] = 0x7e;
  quad(value.length);
  bytes[at++] = COMMA;
}

/**
 * Writes the name of a variant.
 *
 * @param {unknown} value
 */
export function name(value) {
  if (typeof value !== "string") {
    plain(value);
    return;
  }
  const body = bytes;
  const { length } = value;
  let end = at;
  body[end++] = 0x27;
  if (length > LONG) {
    end = long(value, end);
  } else {
    for (let index = 0; index < length; index++) {
      const unit = value.charCodeAt(index);
      if (unit - 1 >>> 0 < 0x7f) {
        body[end++] = unit;
        continue;
      }
      if (unit - 1 >>> 0 < 0x7ff) {
        body[end++] = 0xc0 | (unit >> 6);
      } else {
        const point = /** @type {number} */ (value.codePointAt(index));
        if (point > 0xffff) {
          index++;
          body[end++] = 0xf0 | (point >> 18);
          body[end++] = 0x80 | ((point >> 12) & 0x3f);
        } else if (unit === 0 || (unit & 0xf800) === 0xd800) {
          throw ODD;
        } else {
          body[end++] = 0xe0 | (unit >> 12);
        }
        body[end++] = 0x80 | ((point >> 6) & 0x3f);
      }
      // The last six bits of a surrogate pair are those of its second half: this is the unit at the index now.
      body[end++] = 0x80 | (value.charCodeAt(index) & 0x3f);
    }
  }
  body[end++] = 0;
  body[end++] = COMMA;
  at = end;
}

/**
 * @param {any} value a text
 * @param {number} start
 * @returns {number} where it ends
 */
function long(value, start) {
  if (value.includes("\0") || !value.isWellFormed()) throw ODD;
  const { read, written } = encodeInto(value, bytes.subarray(start));
  return start + (read < value.length ? 3 * value.length : written);
}

/**
 * Writes a number or a boolean, or what stands for any value.
 *
 * @param {unknown} value
 * @returns {false}
 */
export function plain(value) {
  if (typeof value === "number") {
    double[0] = value;
    bytes[at++] = 0x23;
    quad(halves[0]);
    quad(halves[1]);
    bytes[at++] = COMMA;
  } else if (value === undefined) {
    unseen--;
    bytes[at++] = COMMA;
  } else {
    word(typeof value === "boolean" || value === null ? `${value}` : ODD);
  }
  return false;
}

/** @param {number} four bytes */
function quad(four) {
  bytes[at] = four;
  bytes[at + 1] = four >> 8;
  bytes[at + 2] = four >> 16;
  bytes[at + 3] = four >> 24;
  at += 4;
}

/** @param {string} ascii */
function word(ascii) {
  for (let index = 0; index < ascii.length; index++) bytes[at++] = ascii.charCodeAt(index);
  bytes[at++] = COMMA;
}

/**
 * Writes a whole number of 64 bits.
 *
 * @param {any} value
 */
export function big(value) {
  if (typeof value === "number" || (typeof value === "bigint" && /** @type {any} */ (value).toJSON === undefined)) word(`${value}`);
  else plain(value);
}

/**
 * Writes a list.
 *
 * @param {any} value
 * @param {(item: any) => void} write the writer of its items
 */
export function list(value, write) {
  if (!Array.isArray(value) || /** @type {any} */ (value).toJSON !== undefined) {
    plain(value);
    return;
  }
  bytes[at++] = 0x5b;
  let index = 0;
  for (; index < value.length; index++) {
    const item = value[index];
    // A hole, of which there may be as many as a list can have.
    if (item === undefined) throw ODD;
    write(item);
  }
  if (index > 0) at--;
  bytes[at++] = 0x5d;
  bytes[at++] = COMMA;
}
