import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { addEntry, integers, isNull, lay, naturals, numbers, text, words } from "../tape.js";
import { forget, text as write, written } from "../writer.js";

const { buffer } = new Float64Array(32);
const slots = {
  words: new Int32Array(buffer),
  numbers: new Float64Array(buffer),
  integers: new BigInt64Array(buffer),
  naturals: new BigUint64Array(buffer),
};
const spans = new Int32Array(64);

/**
 * @param {number} slot
 * @param {number} low
 * @param {number} high
 * @param {Int32Array} plane
 */
function put(slot, low, high, plane = slots.words) {
  plane[2 * slot] = low;
  plane[2 * slot + 1] = high;
}

beforeEach(() => {
  slots.words.fill(0);
  spans.fill(0);
});

test("reads text by the plane that was laid", () => {
  put(3, 1, 4);
  put(3, 2, 5, spans);
  lay(slots, slots.words);
  assert.equal(text(3, "abcdef"), "bcd");
  lay(slots, spans);
  assert.equal(text(3, "abcdef"), "cde");
});

test("reads empty text", () => {
  put(3, 2, 2);
  lay(slots, slots.words);
  assert.equal(text(3, "abcdef"), "");
});

test("reads numbers and words of the same slots", () => {
  slots.numbers[5] = -0.5;
  put(6, 1, 0);
  lay(slots, slots.words);
  assert.equal(numbers[5], -0.5);
  assert.equal(words[12], 1);
});

test("reads numbers of 64 bits", () => {
  put(7, -1, -1);
  lay(slots, slots.words);
  assert.equal(integers[7], -1n);
  assert.equal(naturals[7], 2n ** 64n - 1n);
});

test("reads a text that was written", () => {
  const value = ["one", "two"];
  written(value, () => value.forEach(write), new Uint8Array(100));
  put(3, ~1, 0, spans);
  put(4, 1, 4, spans);
  lay(slots, spans);
  assert.equal(text(3, ""), "two");
  assert.equal(text(4, "abcdef"), "bcd");
  forget();
  assert.equal(text(3, ""), undefined);
});

test("only a slot of all ones is a null item", () => {
  put(1, -1, -1);
  put(2, -1, 0);
  put(3, 0, -1);
  slots.numbers[4] = NaN;
  slots[5] = -1;
  lay(slots, slots.words);
  assert.deepEqual([1, 2, 3, 4, 5].map(isNull), [true, false, false, false, false]);
});

test("every key of a map becomes a property of its own", () => {
  const json = '{"b":1,"__proto__":{"admin":true},"constructor":2,"a":3,"toString":4}';
  const map = {};
  for (const [key, value] of Object.entries(JSON.parse(json))) addEntry(map, key, value);
  assert.equal(JSON.stringify(map), json);
  assert.equal(Object.getPrototypeOf(map), Object.prototype);
  assert.equal(/** @type {any} */ (map).admin, undefined);
  assert.deepEqual(Object.getOwnPropertyDescriptors(map), Object.getOwnPropertyDescriptors(JSON.parse(json)));
});
