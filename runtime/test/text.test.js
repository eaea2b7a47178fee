import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, encodeIllFormed } from "../text.js";

// First, for this is of a module that has not decoded anything yet.
test("short ASCII text needs no decoder at first, and no text is decoded otherwise without one", () => {
  const { TextDecoder } = globalThis;
  let made = 0;
  globalThis.TextDecoder = class extends TextDecoder {
    /** @param {ConstructorParameters<typeof TextDecoder>} options */
    constructor(...options) {
      super(...options);
      made += 1;
    }
  };
  try {
    for (const text of ["", "{}", "\0~".repeat(2048)]) assert.equal(decode(new TextEncoder().encode(text), true), text);
    assert.equal(made, 0);
    for (const text of ["a".repeat(4097), "é"]) {
      assert.equal(decode(new TextEncoder().encode(text), text !== "é"), text);
      assert.equal(made, 1);
    }
    for (let call = 0; call < 20; call++) assert.equal(decode(new TextEncoder().encode("{}"), true), "{}");
    assert.equal(made, 1);
  } finally {
    globalThis.TextDecoder = TextDecoder;
  }
});

test("a byte order mark stays, for offsets count it", () => {
  assert.equal(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), false), "\ufeff{}");
});

test("what is no UTF-8 decodes to U+FFFD", () => {
  assert.equal(decode(new Uint8Array([0x61, 0xff, 0x62]), false), "a\ufffdb");
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
    assert.equal(decode(bytes.subarray(0, length), false), sound);
    assert.deepEqual([...bytes.subarray(length)], [0xef, 0xbf, 0xff]);
  });
}
