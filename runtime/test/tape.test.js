import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { clear, isNull, lay, numbers, text, words } from "../tape.js";

const slots = new Float64Array(32);
const slotWords = new Int32Array(slots.buffer);
const spans = new Int32Array(64);

/**
 * @param {number} slot
 * @param {number} low
 * @param {number} high
 * @param {Int32Array} plane
 */
function put(slot, low, high, plane = slotWords) {
  plane[2 * slot] = low;
  plane[2 * slot + 1] = high;
}

beforeEach(() => {
  slotWords.fill(0);
  spans.fill(0);
});

test("reads text by the plane that was laid", () => {
  put(3, 1, 4);
  put(3, 2, 5, spans);
  lay(slotWords, slots, slotWords, "abcdef");
  assert.equal(text(3), "bcd");
  lay(slotWords, slots, spans, "abcdef");
  assert.equal(text(3), "cde");
});

test("reads empty text", () => {
  put(3, 2, 2);
  lay(slotWords, slots, slotWords, "abcdef");
  assert.equal(text(3), "");
});

test("reads numbers and words of the same slots", () => {
  slots[5] = -0.5;
  put(6, 1, 0);
  lay(slotWords, slots, slotWords, "");
  assert.equal(numbers[5], -0.5);
  assert.equal(words[12], 1);
});

test("lets go of the text", () => {
  put(3, 1, 4);
  lay(slotWords, slots, slotWords, "abcdef");
  clear();
  assert.equal(text(3), "");
});

test("only a slot of all ones is a null item", () => {
  put(1, -1, -1);
  put(2, -1, 0);
  put(3, 0, -1);
  slots[4] = NaN;
  slots[5] = -1;
  lay(slotWords, slots, slotWords, "");
  assert.deepEqual([1, 2, 3, 4, 5].map(isNull), [true, false, false, false, false]);
});
