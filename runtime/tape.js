/**
 * The tape: what the engine found in a body, as slots of eight bytes.
 *
 * Generated readers turn it into plain objects. Its parts are module-level bindings and not the
 * properties of an object: V8 reads those fastest, and a read never outlives the call that laid
 * the tape, for everything here is synchronous.
 *
 * A `slot` is an index into the tape; slot 0 holds the root value.
 */

import { texts } from "./writer.js";

/**
 * Each slot as two signed words: the low one at `2 * slot`, the high one at `2 * slot + 1`.
 *
 * @type {Int32Array}
 */
export let words = new Int32Array(0);

/**
 * Each slot as a double: the value of a number's slot.
 *
 * @type {Float64Array}
 */
export let numbers = new Float64Array(0);

/**
 * Each slot as a signed number of 64 bits.
 *
 * @type {BigInt64Array}
 */
export let integers = new BigInt64Array(0);

/**
 * Each slot as an unsigned number of 64 bits.
 *
 * @type {BigUint64Array}
 */
export let naturals = new BigUint64Array(0);

/**
 * Where a slot's text starts (low) and ends (high) in the text that was read, in UTF-16 code units. Of a value that was parsed
 * already, one that starts at `~n` is the n-th of the texts that were written.
 */
let spans = words;

/**
 * The slots of a tape, as the readers look at them.
 *
 * @typedef {object} Slots
 * @property {Int32Array} words
 * @property {Float64Array} numbers
 * @property {BigInt64Array} integers
 * @property {BigUint64Array} naturals
 */

/**
 * Lays the tape of an accepted body; for the engine.
 *
 * @type {(slots: Slots, textSpans: Int32Array) => void}
 */
export const lay = ((slots, textSpans) => {
  words = slots.words;
  numbers = slots.numbers;
  integers = slots.integers;
  naturals = slots.naturals;
  spans = textSpans;
});

/**
 * The text of a slot. What the spans are of is handed on, for here it would cost more to keep than to read.
 *
 * @type {(slot: number, source: string) => string}
 */
export const text = ((slot, source) => {
  const at = slot << 1;
  const start = spans[at];
  return start < 0 ? texts[~start] : source.substring(start, spans[at + 1]);
});

/**
 * Whether an array's item is null. (A field's null is in the states of its object's header.)
 *
 * @param {number} slot
 * @returns {boolean}
 */
export function isNull(slot) {
  const at = slot << 1;
  return (words[at] & words[at + 1]) === -1;
}

/**
 * Adds an entry to a map. To assign `__proto__` would set the prototype, and not make a property.
 *
 * @param {any} map
 * @param {string} key
 * @param {unknown} value
 */
export function addEntry(map, key, value) {
  if (key === "__proto__") {
    Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    map[key] = value;
  }
}
