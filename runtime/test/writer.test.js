import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";

import { big, has, item, list, plain, text, textList, texts, written } from "../writer.js";

const keys = ["name", "size", "tags", "part"];

/**
 * As a generated writer.
 *
 * @param {any} value
 * @returns {unknown}
 */
function writer(value) {
  return has(value, keys, 1)
    ? `{'${text(value.name)}\0,${plain(value.size)},${textList(value.tags)},${writer(value.part)}}`
    : plain(value);
}

/** @param {any} value @param {(value: any) => unknown} [write] */
const write = (value, write = writer) => written(value, write);

test("members are written in the order of the fields, whatever theirs is", () => {
  assert.equal(write({ name: "a\n\"", size: 1.5, tags: ["x", ""], part: null }), "{'a\n\"\0,1.5,['x\0,'\0],null}");
  assert.equal(texts, 3);
  assert.equal(write({ part: { size: -0, name: "b" }, tags: [], name: "é" }), "{'é\0,,[],{'b\0,0,,}}");
  assert.equal(texts, 2);
});

test("texts that are absent or null are two, with a mark", () => {
  assert.equal(write({}), "{'\0?\0,,,}");
  assert.equal(texts, 2);
  assert.equal(write({ name: null, size: undefined }), "{'\0n\0,,,}");
  assert.equal(texts, 2);
});

test("lists have what their items are", () => {
  const gaps = (/** @type {any} */ value) => list(value, item);
  assert.equal(write(["a", null], gaps), "['a\0,null]");
  assert.equal(texts, 1);
  assert.equal(write([[1n], [-2, 3]], (value) => list(value, (items) => list(items, big))), "[[1],[-2,3]]");
  assert.equal(write([], textList), "[]");
  assert.equal(write([""], textList), "['\0]");
});

/** The engine takes none of these. */
const doubtful = (/** @type {string | undefined} */ text) => text === undefined || text.includes("!") || /NaN|Infinity/.test(text);

class Point {
  name = "p";
}

const hidden = Object.defineProperty({ size: 1 }, "name", { value: "n" });
const heir = Object.create({ name: "n" });
const orphan = Object.assign(Object.create(Object.create(null, { name: { value: "n" } })), { size: 1 });
const listed = Object.assign([], { toJSON: () => ["x"] });
/** @type {any} */
const cycle = {};
cycle.part = cycle;

for (const [name, value] of Object.entries({
  "another key": { name: "a", more: undefined },
  "a class": new Point(),
  "another realm": vm.runInNewContext("({ name: 'a' })"),
  "a member that is hidden": hidden,
  "a member that is hidden beside one that is undefined": Object.defineProperty({ size: undefined }, "name", { value: "n" }),
  "a member that is inherited": heir,
  "a member of an orphan": orphan,
  "toJSON": { name: "a", toJSON: () => ({}) },
  "toJSON that is hidden": Object.defineProperty({ name: "a" }, "toJSON", { value: () => ({}) }),
  "a list with toJSON": { tags: listed },
  "a list in disguise": Object.assign(Object.setPrototypeOf([], null), { name: "a" }),
  "a hole": { tags: new Array(1) },
  "a list of other things": { tags: [1] },
  "a boxed text": { name: new String("a") },
  "a date": { name: new Date(0) },
  "a symbol": { name: Symbol("a") },
  "a BigInt where none is asked for": { size: 1n },
  "a text where a number is asked for": { size: "1" },
  "a number where a text is asked for": { name: 1 },
  "NaN": { size: NaN },
  "an infinity": { size: -Infinity },
  "a cycle": cycle,
  "a getter that throws": { get name() { throw new Error("no"); } },
  "a getter that writes": { get name() { written({}, writer); return "a"; }, part: { name: "b" } },
})) {
  test(`${name} is left to JSON`, () => assert(doubtful(write(value)), String(write(value))));
}

test("only texts that were written are counted, whatever a list says of its length", () => {
  let asked = 0;
  const changing = new Proxy(["x\0,'y"], {
    get: (list, key) => (key === "length" ? (asked++ < 2 ? 1 : 2) : Reflect.get(list, key)),
  });
  assert.equal(write(changing, textList), "['x\0,'y\0]");
  assert.equal(texts, 1);
});

test("what all objects inherit is left to JSON", () => {
  const prototype = /** @type {any} */ (Object.prototype);
  prototype.name = "a";
  try {
    assert.equal(write({}), undefined);
  } finally {
    delete prototype.name;
  }
  assert.notEqual(write({}), undefined);
});
