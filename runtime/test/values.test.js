import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";

import { Spelled, plainJson } from "../values.js";

/** @import { Issue } from "../types.d.ts" */

class Point {
  x = 1;
}

/** @type {Record<string, unknown>} */
const cycle = { list: [] };
/** @type {unknown[]} */ (cycle.list).push(cycle);

/** @param {number} depth */
const nested = (depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

/**
 * What is said of the values in these places, each of which holds a number that no double can.
 *
 * @param {unknown} value
 * @param {(string | number)[][]} paths
 */
function kinds(value, paths) {
  const spelled = new Spelled(value);
  assert.equal(spelled.json.split("1e999").length - 1, paths.length, spelled.json);
  /** @type {Issue[]} */
  const issues = paths.map((path) => ({ path, code: "invalid_type", message: "", params: { expected: "object", received: "" } }));
  spelled.explain(issues, () => []);
  return issues.map(({ params }) => /** @type {any} */ (params).received);
}

test("plain data is written by JSON.stringify", () => {
  const other = vm.runInNewContext("({ list: [1, { a: null }] })");
  const bare = Object.assign(Object.create(null), { a: undefined, b: [true, "", -1.5] });
  for (const value of [null, "", "é\ud800", 0, true, [], {}, [[{}]], bare, other, nested(65), JSON.parse('{"__proto__":1}')]) {
    assert.equal(plainJson(value), JSON.stringify(value));
  }
});

test("what JSON.stringify would pass over is odd", () => {
  for (const [value, path, kind] of /** @type {[unknown, (string | number)[], string][]} */ ([
    [undefined, [], "undefined"],
    [() => {}, [], "function"],
    [Symbol("a"), [], "symbol"],
    [NaN, [], "nan"],
    [{ a: -Infinity }, ["a"], "infinity"],
    [{ a: new Date(NaN) }, ["a"], "invalid date"],
    [[1, , 3], [1], "undefined"],
    [{ a: [undefined], b: undefined }, ["a", 0], "undefined"],
    [{ a: new Map([[1, 2]]) }, ["a"], "map"],
    [{ a: new (vm.runInNewContext("Map"))() }, ["a"], "map"],
    [{ a: new Set() }, ["a"], "set"],
    [{ a: /a/ }, ["a"], "regexp"],
    [{ a: new Error("a") }, ["a"], "error"],
    [{ a: Promise.resolve() }, ["a"], "promise"],
    [{ a: new Number(1) }, ["a"], "number"],
    [{ a: new Uint8Array(1) }, ["a"], "uint8array"],
    [{ a: new Point() }, ["a"], "class instance"],
    [{ a: { toString() {} } }, ["a", "toString"], "function"],
    [cycle, ["list", 0], "cycle"],
    [{ get a() { throw new Error("hunter2"); } }, ["a"], "inaccessible"],
    [{ a: { toJSON() { throw 1; } } }, ["a"], "inaccessible"],
    [{ a: new Proxy({}, { ownKeys() { throw 1; } }) }, ["a"], "inaccessible"],
    [{ a: revoked() }, ["a"], "inaccessible"],
  ])) {
    assert.equal(plainJson(value), undefined);
    assert.deepEqual(kinds(value, [path]), [kind]);
  }
  assert.deepEqual(kinds({ a: [NaN], b: new Map(), c: 1 }, [["a", 0], ["b"]]), ["nan", "map"]);
});

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test("whatever has toJSON is what that gives", () => {
  const value = { date: new Date(0), url: new URL("https://example.com/"), own: { toJSON: (/** @type {string} */ key) => [key] }, none: { toJSON: () => null }, gone: { toJSON() {} } };
  assert.equal(plainJson(value), undefined);
  assert.equal(new Spelled(value).json, JSON.stringify(value));
});

test("a BigInt is its digits, unless it must not be one", () => {
  const value = { a: 2n ** 64n, b: [-1n, 1] };
  const spelled = new Spelled(value);
  assert.equal(spelled.json, '{"a":18446744073709551616,"b":[-1,1]}');
  assert.deepEqual(spelled.mistakenIn({ a: 2n ** 64n, b: [-1, 1] }), [["b", 0]]);
  assert.deepEqual(spelled.mistakenIn({}), []);
  assert.equal(new Spelled(value, undefined, [["b", 0]]).json, '{"a":18446744073709551616,"b":[1e999,1]}');
});

test("where a number is too big, it says what was asked for", () => {
  /** @type {(path: Issue["path"]) => Issue} */
  const tooBig = (path) => ({ path, code: "too_big", message: "", params: { origin: "number", maximum: 9, inclusive: true } });
  /** @type {Issue[]} */
  const issues = [tooBig(["a"]), tooBig(["b"]), tooBig(["c"]), { path: ["d"], code: "invalid_union", message: "", params: { errors: [[tooBig([0])]] } }];
  /** @type {Issue} */
  const other = { path: ["a"], code: "invalid_type", message: "Must be a number", params: { expected: "number", received: "boolean" } };
  new Spelled({ a: NaN, b: new Map(), c: 10, d: [Infinity] }).explain(issues, () => [other]);
  const json = "Must be a value that JSON can express";
  assert.deepEqual(issues, [
    { ...other, params: { expected: "number", received: "nan" } },
    { path: ["b"], code: "invalid_type", message: json, params: { expected: "json", received: "map" } },
    tooBig(["c"]),
    { path: ["d"], code: "invalid_union", message: "", params: { errors: [[{ path: [0], code: "invalid_type", message: json, params: { expected: "json", received: "infinity" } }]] } },
  ]);
});

test("what is shared is no cycle", () => {
  const shared = { date: new Date(0) };
  assert.equal(new Spelled([shared, shared]).json, JSON.stringify([shared, shared]));
});

test("looks neither too deep nor for too many", () => {
  assert.equal(plainJson(nested(100_000)), undefined);
  assert.equal(new Spelled(nested(100_000)).json, `${"[".repeat(65)}1e999${"]".repeat(65)}`);
  assert.equal(JSON.parse(new Spelled(new Array(2 ** 32 - 1)).json.replaceAll("1e999", "0")).length, 101);
});
