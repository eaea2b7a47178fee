import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, encodeIllFormed } from "../text.js";

test("a byte order mark stays, for offsets count it", () => {
  assert.equal(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])), "\ufeff{}");
});

test("what is no UTF-8 decodes to U+FFFD", () => {
  assert.equal(decode(new Uint8Array([0x61, 0xff, 0x62])), "a\ufffdb");
});

for (const [text, sound] of [
  ["\ud800", ""],
  ['{"a":"\udfff"}', '{"a":"'],
  ['["🌸\ufffdé\ud83c", "\udf38"]', '["🌸\ufffdé'],
]) {
  test(`text with a lone surrogate is no UTF-8 behind ${JSON.stringify(sound)}`, () => {
    const bytes = encodeIllFormed(text);
    assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes), TypeError);
    const length = new TextEncoder().encode(sound).length;
    assert.equal(decode(bytes.subarray(0, length)), sound);
    assert.deepEqual([...bytes.subarray(length)], [0xef, 0xbf, 0xff]);
  });
}
