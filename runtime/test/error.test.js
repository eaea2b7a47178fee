import assert from "node:assert/strict";
import { test } from "node:test";

import { PayloadError } from "../error.js";
import { errorResponse } from "../response.js";

const notFound = new PayloadError({ code: "not_found", message: "There is no such contact" });

test("an error is its three keys as JSON, in their order", () => {
  assert.equal(JSON.stringify(notFound), '{"code":"not_found","message":"There is no such contact","details":null}');
  const conflict = new PayloadError({ message: "Taken", details: { field: "email" }, code: "conflict" });
  assert.equal(JSON.stringify(conflict), '{"code":"conflict","message":"Taken","details":{"field":"email"}}');
});

test("an error is an Error that says what it is", () => {
  assert(notFound instanceof Error);
  assert.equal(String(notFound), "PayloadError: There is no such contact");
  assert.match(notFound.stack ?? "", /^PayloadError: There is no such contact\n/);
  assert(!Object.keys(notFound).includes("name"));
});

test("a code has a status", () => {
  assert.equal(PayloadError.statusOf("not_found"), 404);
  assert.equal(PayloadError.statusOf("teapot"), undefined);
  assert.equal(PayloadError.statusOf("toString"), undefined);
});

test("a code that no one knows is a 500", () => {
  assert.equal(new PayloadError({ code: /** @type {any} */ ("toString"), message: "" }).status, 500);
});

test("an error answers with its status and its JSON", async () => {
  const response = errorResponse(notFound, { headers: { "access-control-allow-origin": "*" } });
  assert.equal(response.status, 404);
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.equal(await response.text(), JSON.stringify(notFound));
});

test("the caller may choose another status and content type", () => {
  const response = errorResponse(notFound, { status: 410, headers: { "content-type": "application/problem+json" } });
  assert.equal(response.status, 410);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
});

for (const thrown of [new TypeError("password is hunter2"), "hunter2", null, undefined, { code: "hunter2" }]) {
  test(`${thrown} answers as internal and tells nothing`, async () => {
    const response = errorResponse(thrown);
    assert.equal(response.status, 500);
    assert.equal(await response.text(), '{"code":"internal","message":"Something went wrong on our side","details":null}');
  });
}
