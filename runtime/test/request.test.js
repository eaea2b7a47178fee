import assert from "node:assert/strict";
import { test } from "node:test";

import { PayloadError } from "../error.js";
import { readBody } from "../request.js";

/**
 * @param {BodyInit | null} body
 * @param {Record<string, string>} headers
 */
function post(body, headers = { "content-type": "application/json" }) {
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" });
}

/**
 * @param {Request} request
 * @param {import("../types.d.ts").RequestOptions} [options]
 */
async function textOf(request, options) {
  const body = await readBody(request, options);
  assert(!(body instanceof PayloadError), `refused: ${JSON.stringify(body)}`);
  return new TextDecoder().decode(body);
}

/**
 * @param {Request} request
 * @param {import("../types.d.ts").RequestOptions} [options]
 */
async function refusalOf(request, options) {
  const body = await readBody(request, options);
  assert(body instanceof PayloadError, "not refused");
  return body;
}

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

for (const type of [
  "application/json",
  "Application/JSON; charset=utf-8",
  "application/json;charset=utf-8",
  "application/problem+json",
  "application/vnd.api+json ; version=1",
]) {
  test(`reads ${type}`, async () => {
    assert.equal(await textOf(post("{}", { "content-type": type })), "{}");
  });
}

for (const type of [
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/jsonp",
  "application/json-seq",
  "application/json, text/plain",
  "text/html; a=application/json",
  "+json",
  "",
]) {
  test(`refuses the content type "${type}"`, async () => {
    const refusal = await refusalOf(post("{}", { "content-type": type }));
    assert.equal(refusal.code, "unsupported_media_type");
  });
}

test("refuses a body without a content type", async () => {
  assert.equal((await refusalOf(post(bytes("{}"), {}))).code, "unsupported_media_type");
});

test("joins what comes in pieces", async () => {
  assert.equal(await textOf(post(ReadableStream.from([bytes('{"a'), bytes('":'), bytes("1}")]))), '{"a":1}');
});

test("reads a body of no bytes, and none at all, as empty", async () => {
  assert.equal(await textOf(post("")), "");
  assert.equal(await textOf(post(null)), "");
});

test("reads up to the limit and refuses one byte more", async () => {
  assert.equal(await textOf(post("12345"), { limit: 5 }), "12345");
  const refusal = await refusalOf(post("123456"), { limit: 5 });
  assert.equal(
    JSON.stringify(refusal),
    '{"code":"payload_too_large","message":"The body is larger than 5 bytes","details":{"limit":5}}',
  );
});

test("has a limit of 1 MiB unless told otherwise", async () => {
  assert.equal((await textOf(post(" ".repeat(1024 * 1024)))).length, 1024 * 1024);
  assert.deepEqual((await refusalOf(post(" ".repeat(1024 * 1024 + 1)))).details, { limit: 1048576 });
});

test("takes a limit that is no number for none at all", async () => {
  assert.equal((await refusalOf(post("1"), { limit: NaN })).code, "payload_too_large");
});

test("does not trust a declared length", async () => {
  const headers = { "content-type": "application/json", "content-length": "1" };
  assert.equal((await refusalOf(post(ReadableStream.from([bytes("123"), bytes("456")]), headers), { limit: 5 })).code, "payload_too_large");
});

test("refuses a declared excess without reading", async () => {
  let read = false;
  const body = new ReadableStream({ pull: () => void (read = true) }, { highWaterMark: 0 });
  const headers = { "content-type": "application/json", "content-length": "6" };
  assert.equal((await refusalOf(post(body, headers), { limit: 5 })).code, "payload_too_large");
  assert.equal(read, false);
});

test("stops reading at the limit", async () => {
  let pulls = 0;
  let cancelled = false;
  const body = new ReadableStream(
    {
      pull(controller) {
        pulls += 1;
        controller.enqueue(bytes("1234567890"));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  assert.equal((await refusalOf(post(body), { limit: 25 })).code, "payload_too_large");
  assert.equal(pulls, 3);
  assert.equal(cancelled, true);
});

test("a failing cancel is nobody's business", async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(bytes("123456")),
    cancel: () => Promise.reject(new Error("no")),
  });
  assert.equal((await refusalOf(post(body), { limit: 5 })).code, "payload_too_large");
  await new Promise((resolve) => setTimeout(resolve));
});

test("a body that breaks off is unavailable", async () => {
  const cause = new Error("connection reset by 10.0.0.7");
  let sent = false;
  const body = new ReadableStream({
    pull(controller) {
      if (sent) controller.error(cause);
      else controller.enqueue(bytes('{"a":'));
      sent = true;
    },
  });
  const refusal = await refusalOf(post(body));
  assert.equal(refusal.code, "unavailable");
  assert.equal(refusal.status, 503);
  assert.equal(refusal.cause, cause);
  assert(!JSON.stringify(refusal).includes("10.0.0.7"));
});

test("a body that was read before is internal", async () => {
  const request = post("{}");
  await request.text();
  assert.equal((await refusalOf(request)).code, "internal");
});

test("a body that someone is reading is internal", async () => {
  const request = post("{}");
  request.body?.getReader();
  assert.equal((await refusalOf(request)).code, "internal");
});
