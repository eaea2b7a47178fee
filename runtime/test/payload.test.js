import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";

import { PayloadError } from "../error.js";
import { definePayload } from "../payload.js";

/** @import { Engine } from "../engine.js" */

/**
 * An engine that accepts every body but "no" and shows what it was given.
 *
 * @type {Engine}
 */
const echo = {
  parse(payload, body, read) {
    const verdict = echo.check(payload, body);
    return verdict.success ? { success: true, data: /** @type {any} */ ({ payload, body, read }) } : verdict;
  },
  accept: () => undefined,
  check(_payload, body) {
    if (body !== "no") return { success: true };
    return { success: false, error: new PayloadError({ code: "invalid_json", message: "No" }) };
  },
};

const read = () => {};
const payload = definePayload(echo, 7, "Echo", "0123", read);
const bytes = new TextEncoder().encode("[1]");

test("hands text and bytes on as they are", () => {
  assert.deepEqual(payload.safeParseJson("[1]"), { success: true, data: { payload: 7, body: "[1]", read } });
  const { body } = /** @type {any} */ (payload.parseJson(bytes));
  assert.equal(body, bytes);
  assert.deepEqual(payload.checkJson(bytes), { success: true });
});

for (const [name, given] of Object.entries({
  "an ArrayBuffer": bytes.slice().buffer,
  "a Buffer": Buffer.from("[1]"),
  "a DataView": new DataView(new Uint8Array([0, 0, ...bytes, 0]).buffer, 2, 3),
  "an ArrayBuffer of another realm": vm.runInNewContext("new Uint8Array([91, 49, 93]).buffer"),
  "bytes of another realm": vm.runInNewContext("new Uint8Array([91, 49, 93])"),
})) {
  test(`takes ${name}`, () => {
    const { body } = /** @type {any} */ (payload.parseJson(/** @type {any} */ (given)));
    assert.deepEqual([...body], [...bytes]);
    assert(body instanceof Uint8Array);
  });
}

test("copies shared memory", () => {
  const shared = new Uint8Array(new SharedArrayBuffer(3));
  shared.set(bytes);
  const { body } = /** @type {any} */ (payload.parseJson(shared));
  shared.fill(0);
  assert.deepEqual(body, bytes);
});

for (const given of [undefined, null, 1, true, {}, [], { length: 2 }, () => {}, Symbol("json"), 1n]) {
  test(`refuses ${String(given) || "[]"} (${typeof given}) where JSON is due`, () => {
    const received = given === null ? "null" : typeof given;
    const shape = {
      code: "validation_failed",
      message: "The input has 1 issue",
      details: {
        issues: [
          {
            path: [],
            code: "invalid_type",
            message: "Must be JSON as text or bytes",
            params: { expected: "string or bytes", received },
          },
        ],
      },
    };
    const json = /** @type {any} */ (given);
    for (const result of [payload.safeParseJson(json), payload.checkJson(json)]) {
      assert(!result.success);
      assert.equal(JSON.stringify(result.error), JSON.stringify(shape));
    }
    assert.throws(() => payload.parseJson(json), PayloadError);
  });
}

test("writes values as JSON.stringify does", () => {
  const value = { name: "\"é\"", missing: undefined, list: [-0, null, {}] };
  assert.equal(/** @type {any} */ (payload.parse(value)).body, '{"name":"\\"é\\"","list":[0,null,{}]}');
});

test("gives the JSON of a value, BigInts among it", () => {
  const { normalizedJson } = definePayload(numbers, 0, "Numbers", "", read);
  assert.deepEqual(normalizedJson("{}"), { success: true, data: '{"number":1,"big":1}' });
  assert.equal(normalizedJson("1e999").error?.code, "validation_failed");
});

test("what is odd is no secret to the engine", () => {
  assert.equal(/** @type {any} */ (payload.parse({ list: [NaN] })).body, '{"list":[1e999]}');
});

/**
 * An engine whose field `number` asks for a number, and `big` for 64 bits.
 *
 * @type {Engine}
 */
const numbers = {
  parse(_payload, body) {
    const json = String(body);
    if (!json.includes("1e999")) return { success: true, data: { number: 1, big: 1n } };
    const issue = { path: ["number"], code: "invalid_type", message: "", params: { expected: "int", received: "number" } };
    const details = { issues: [/** @type {any} */ (issue)] };
    return { success: false, error: new PayloadError({ code: "validation_failed", message: "", details }) };
  },
  check: echo.check,
};

test("a BigInt is one where one is asked for", () => {
  const { safeParse } = definePayload(numbers, 0, "Numbers", "", read);
  assert.equal(safeParse({ number: 1, big: 1n }).success, true);
  const { error } = safeParse({ number: 1n, big: 1n });
  assert.deepEqual(error?.details?.issues?.[0]?.params, { expected: "int", received: "bigint" });
});

test("parse and parseJson throw the refusal", () => {
  const refusal = { name: "PayloadError", code: "invalid_json", message: "No" };
  assert.throws(() => payload.parseJson("no"), refusal);
});

test("reads requests", async () => {
  const headers = { "content-type": "application/json" };
  const request = () => new Request("http://localhost/", { method: "POST", body: "[1]", headers });
  const accepted = await payload.fromRequest(request());
  assert.deepEqual(accepted, { success: true, data: { payload: 7, body: bytes, read } });
  const refused = await payload.fromRequest(request(), { limit: 2 });
  assert.equal(refused.error?.code, "payload_too_large");
});

test("its methods need no this", async () => {
  const { safeParse, parse, safeParseJson, parseJson, checkJson, errorResponse, name } = payload;
  assert.equal(name, "Echo");
  assert(safeParse(1).success && parse(1) && safeParseJson("1").success && parseJson("1") && checkJson("1").success);
  assert.equal(errorResponse(new PayloadError({ code: "forbidden", message: "" })).status, 403);
});

test("is a Standard Schema, and answers at once", () => {
  const { version, vendor, validate } = payload["~standard"];
  assert.deepEqual([version, vendor], [1, "portcullis"]);
  assert.deepEqual(validate([1]), { value: { payload: 7, body: "[1]", read } });
  const [issue] = /** @type {any} */ (definePayload(numbers, 0, "Numbers", "", read)["~standard"].validate([NaN])).issues;
  assert.deepEqual([issue.path, issue.code, issue.message], [["number"], "invalid_type", ""]);
  // A refusal that has no issues is one.
  const refusing = definePayload({ ...echo, parse: () => echo.parse(0, "no", read) }, 7, "Echo", "0123", read);
  assert.deepEqual(refusing["~standard"].validate(1), { issues: [{ path: [], message: "No" }] });
});
