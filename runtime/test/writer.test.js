import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";

import { big, end, forget, has, list, name, plain, size, text, texts, written } from "../writer.js";

const keys = ["name", "size", "tags", "part"];

/**
 * As a generated writer.
 *
 * @param {any} value
 */
function writer(value) {
  if (!has(value, keys)) return;
  text(value.name);
  plain(value.size);
  list(value.tags, text);
  writer(value.part);
  end();
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * What is written, with the bytes of a number or a size as digits; undefined if it cannot be.
 *
 * @param {any} value
 * @param {(value: any) => void} [write]
 */
function write(value, write = writer) {
  const bytes = new Uint8Array(5000);
  const length = written(value, write, bytes);
  assert(length <= bytes.length);
  if (length === 0) return undefined;
  const view = new DataView(bytes.buffer);
  let all = "";
  for (let at = 0; at < length; ) {
    const mark = bytes.subarray(at, length).findIndex((byte) => byte === 0x23 || byte === 0x7e);
    const until = mark < 0 ? length : at + mark;
    all += decoder.decode(bytes.subarray(at, until));
    at = until;
    if (bytes[until] === 0x23) {
      all += `#${view.getFloat64(until + 1, true)}`;
      at += 9;
    } else if (bytes[until] === 0x7e) {
      all += `~${view.getUint32(until + 1, true)}`;
      at += 5;
    }
  }
  return all;
}

test("members are written in the order of the fields, whatever theirs is", () => {
  assert.equal(write({ name: "a\n\"", size: 1.5, tags: ["x", ""], part: null }), "{'a\n\"\0,#1.5,['x\0,'\0],null}");
  assert.deepEqual(texts, ["a\n\"", "x", ""]);
  assert.equal(write({ part: { size: -0, name: "b" }, tags: [], name: "é" }), "{'é\0,,[],{'b\0,#0,,}}");
  assert.deepEqual(texts, ["é", "b"]);
});

test("what is absent is empty, and null is null", () => {
  assert.equal(write({}), "{,,,}");
  assert.equal(write({ name: null, size: undefined }), "{null,,,}");
  assert.deepEqual(texts, []);
});

test("lists have what their items are", () => {
  const gaps = (/** @type {any} */ value) => list(value, text);
  assert.equal(write(["a", null], gaps), "['a\0,null]");
  assert.equal(write([[1n], [-2, 3]], (value) => list(value, (items) => list(items, big))), "[[1],[-2,3]]");
  assert.equal(write([], gaps), "[]");
  assert.equal(write([""], gaps), "['\0]");
});

test("of texts that nobody looks into the length in UTF-16 code units is written", () => {
  const sizes = (/** @type {any} */ value) => list(value, size);
  const long = "é".repeat(70000);
  assert.equal(write(["", "a\0\"\n", "🚀é", long, null], sizes), "[~0,~4,~3,~70000,null]");
  assert.deepEqual(texts, ["", "a\0\"\n", "🚀é", long]);
  assert.equal(write([1, {}, "\ud83d", "a\ude80".repeat(200)], sizes), "[#1,!,!,!]");
  assert.deepEqual(texts, []);
});

test("names of variants are no texts that are read", () => {
  assert.equal(write(["a", null], (value) => list(value, name)), "['a\0,null]");
  assert.deepEqual(texts, []);
});

test("all of Unicode but NUL is written as UTF-8, in texts of any length", () => {
  const edges = [0x01, 0x1f, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff];
  const all = edges.map((point) => String.fromCodePoint(point)).join("a");
  for (const value of [all, ...edges.map((point) => String.fromCodePoint(point)), all.repeat(30), "a".repeat(3000)]) {
    assert.equal(write(value, text), `'${value}\0`);
  }
});

test("what is too long for the bytes is counted", () => {
  const value = { name: "a".repeat(90), size: 1, tags: ["é".repeat(70), "b".repeat(300)], part: { name: "🚀" } };
  const bytes = new Uint8Array(2000);
  const length = written(value, writer, bytes);
  for (let room = 0; room < length; room++) {
    const few = new Uint8Array(room);
    const needed = written(value, writer, few);
    assert(needed > room && needed < length + 700, `${needed}`);
  }
  const enough = new Uint8Array(length);
  assert.equal(written(value, writer, enough), length);
  assert.deepEqual(enough, bytes.slice(0, length));
});

/** The engine takes none of these. */
const doubtful = (/** @type {string | undefined} */ text) =>
  text === undefined || text.includes("!") || /NaN|Infinity/.test(text);

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
  "a boxed text": { name: new String("a") },
  "a date": { name: new Date(0) },
  "a symbol": { name: Symbol("a") },
  "a BigInt where none is asked for": { size: 1n },
  "NaN": { size: NaN },
  "an infinity": { size: -Infinity },
  "a cycle": cycle,
  "a text with NUL": { name: "a\0b" },
  "a long text with NUL": { name: "a\0b".repeat(100) },
  "half a surrogate pair": { name: "a\ud83d" },
  "the other half": { name: "\ude80a" },
  "half a surrogate pair in a long text": { name: "a\ud83d".repeat(200) },
  "a getter that throws": { get name() { throw new Error("no"); } },
})) {
  test(`${name} is left to JSON`, () => assert(doubtful(write(value)), String(write(value))));
}

test("an object without fields is one", () => {
  const empty = (/** @type {any} */ value) => {
    if (has(value, [])) end();
  };
  assert.equal(write({}, empty), "{}");
  assert.equal(write([{}, {}], (value) => list(value, empty)), "[{},{}]");
});

test("whoever uses the writer while a value is written gets what is written", () => {
  const value = { get name() { return write({ name: "b" }); }, tags: ["c"] };
  assert.equal(write(value), undefined);
  // Of all fields, so that their number says nothing.
  const full = { get name() { return written({}, writer, new Uint8Array(100)) && "a"; }, size: 1, tags: [], part: null };
  assert.equal(write(full), undefined);
  const forgetting = { get name() { forget(); return "a"; }, tags: ["c"] };
  assert.equal(write(forgetting), undefined);
  assert.equal(write({ name: "a" }), "{'a\0,,,}");
  assert.deepEqual(texts, ["a"]);
});

test("what is not of its type looks like nothing of it", () => {
  assert.equal(write({ name: 1, size: "1", tags: [1] }), "{#1,!,[#1],}");
  assert.equal(write({ name: true, size: false, tags: {} }), "{true,false,!,}");
  assert.equal(write([]), "!");
  assert.equal(write("a"), "!");
});

test("texts are those that were written, whatever a list says of its length", () => {
  let asked = 0;
  const changing = new Proxy(["x", "y"], {
    get: (list, key) => (key === "length" ? (asked++ < 1 ? 1 : 2) : Reflect.get(list, key)),
  });
  assert.equal(write(changing, (value) => list(value, text)), "['x\0,'y\0]");
  assert.deepEqual(texts, ["x", "y"]);
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
