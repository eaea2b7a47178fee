import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsToJson } from "../cells.js";
import { CELLS } from "../instance.js";
import { definePayload } from "../payload.js";

/** @param {[string, string | File][]} cells */
function jsonOf(...cells) {
  return JSON.parse(cellsToJson(cells));
}

test("names are paths", () => {
  const json = jsonOf(["a.b", "1"], ["a.c[1]", "3"], ["a.c[0]", "2"], ["tags[]", "x"], ["tags[]", "y"], ["n", "1"], ["n", "2"]);
  assert.deepEqual(json, { a: { b: "1", c: ["2", "3"] }, tags: ["x", "y"], n: ["1", "2"] });
});

test("empty cells and those of React are left out", () => {
  assert.deepEqual(jsonOf(["a", ""], ["$ACTION_ID_5", "x"], ["b", " "]), { b: " " });
});

test("what is no path is a key, whatever objects have of their own", () => {
  assert.equal(cellsToJson([["__proto__.a", "1"], ["__proto__", "2"]]), '{"__proto__":{"a":"1"},"__proto__":"2"}');
  assert.deepEqual(jsonOf(["constructor[", "1"]), { "constructor[": "1" });
});

test("a form makes no tree that is much larger", () => {
  const name = (/** @type {number} */ number) => `a${number}${".a".repeat(62)}`;
  const json = JSON.parse(cellsToJson(Array.from({ length: 10_000 }, (_, number) => /** @type {const} */ ([name(number), "1"]))));
  const keys = Array.from({ length: 10_000 }, (_, number) => name(number) in json);
  assert.equal(keys.indexOf(true), 161);
  assert(keys.slice(161).every(Boolean));
});

test("cells of a sheet are no text alone", () => {
  const cells = { a: 1.5, b: true, c: new Date(0), d: NaN, e: undefined, "f[]": 2 };
  assert.equal(cellsToJson(Object.entries(cells)), '{"a":1.5,"b":true,"c":"1970-01-01T00:00:00.000Z","d":1e999,"f":[2]}');
});

test("of a file stand name, type and size", () => {
  const form = new FormData();
  form.append("photo", new File(["abc"], "a.png", { type: "image/png" }));
  form.append("none", new File([], ""));
  form.append("blob", new Blob(["abcd"], { type: "text/plain" }));
  assert.deepEqual(JSON.parse(cellsToJson(form)), {
    photo: { name: "a.png", type: "image/png", size: 3 },
    blob: { name: "blob", type: "text/plain", size: 4 },
  });
});

test("forms, queries and rows are read as cells", () => {
  /** @type {any} */
  const echo = {
    /** @type {(...given: unknown[]) => unknown} */
    parse: (...given) => ({ success: true, data: given }),
  };
  const read = () => {};
  const payload = definePayload(echo, 7, "Echo", "0123", read);
  const form = new FormData();
  form.append("a", "1");
  const given = { success: true, data: [7, '{"a":"1"}', read, CELLS] };
  assert.deepEqual(payload.fromForm(form), given);
  assert.deepEqual(payload.fromQuery("?a=1&b="), given);
  assert.deepEqual(payload.fromQuery(new URLSearchParams({ a: "1" })), given);
  assert.deepEqual(payload.fromCells({ a: "1", b: null, c: undefined }), given);
});
