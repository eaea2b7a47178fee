/**
 * What clients get, as errors: from a server of this process, and through the real supabase-js.
 */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { createClient, FunctionsHttpError, PostgrestError } from "@supabase/supabase-js";

import { PayloadError } from "../error.js";
import { flattenError, parseError } from "../errors/index.js";
import { errorResponse } from "../response.js";

/** @import { ErrorShape, Issue } from "../types.d.ts" */

/** @type {Issue} */
const ISSUE = {
  path: ["tags", 1],
  code: "too_small",
  message: "Must have at least 1 character",
  params: { origin: "string", minimum: 1, inclusive: true, unit: "chars" },
};
/** @type {ErrorShape} */
const REFUSAL = { code: "validation_failed", message: "The input has 1 issue", details: { issues: [ISSUE] } };
const SECRET = "hunter2";

/** @param {unknown} failure */
const jsonOf = async (failure) => JSON.parse(JSON.stringify(await parseError(failure)));

/** @param {unknown} failure */
const codeOf = async (failure) => (await parseError(failure)).code;

/** What the server answers next. */
let answer = () => new Response(null);

const server = createServer(async (_, response) => {
  const { status, headers, body } = answer();
  response.writeHead(status, Object.fromEntries(headers));
  for await (const chunk of body ?? []) response.write(chunk);
  response.end();
});

/** @type {string} */
let origin;
/** @type {import("@supabase/supabase-js").SupabaseClient} */
let supabase;

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  assert(typeof address === "object" && address !== null);
  origin = `http://127.0.0.1:${address.port}`;
  supabase = client(origin);
});
after(() => server.close());

/** Where `fetch` gets no answer: a port that it refuses to ask. */
const nowhere = "http://127.0.0.1:1";

/** Node.js 20 has no WebSocket, which only Supabase's realtime asks for. @param {string} url */
const client = (url) => createClient(url, "key", { realtime: { transport: /** @type {any} */ (class {}) } });

test("a response that carries an error gives that error", async () => {
  answer = () => errorResponse(new PayloadError(REFUSAL));
  const error = await parseError(await fetch(origin));
  assert(error instanceof PayloadError);
  assert.deepEqual(error.toJSON(), REFUSAL);
  assert.equal(error.status, 422);
  assert.deepEqual(flattenError(error).fieldErrors, { tags: ["Must have at least 1 character"] });
});

test("an error of functions.invoke is the one that the function answered", async () => {
  answer = () => errorResponse(new PayloadError(REFUSAL));
  const { error } = await supabase.functions.invoke("create-contact", { body: {} });
  assert(error instanceof FunctionsHttpError);
  const parsed = await parseError(error);
  assert.deepEqual(parsed.toJSON(), REFUSAL);
  assert.equal(parsed.cause, error);
});

test("without a body of ours the status tells, and nobody's words are shown", async () => {
  for (const [status, code] of /** @type {[number, string][]} */ ([
    [400, "internal"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not_found"],
    [409, "conflict"],
    [413, "payload_too_large"],
    [415, "unsupported_media_type"],
    [422, "internal"],
    [429, "rate_limited"],
    [500, "internal"],
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
    [546, "internal"],
  ])) {
    for (const body of [
      Response.json({ code: status, message: SECRET }, { status }),
      Response.json({ code: "conflict", message: SECRET, details: null, hint: null }, { status }),
      Response.json({ ...REFUSAL, message: SECRET, details: { issues: [{ ...ISSUE, path: "tags" }] } }, { status }),
      Response.json([SECRET], { status }),
      new Response(`{"message": "${SECRET}`, { status, headers: { "content-type": "application/json" } }),
      new Response(`<h1>${SECRET}</h1>`, { status, headers: { "content-type": "text/html" } }),
      new Response(null, { status }),
    ]) {
      answer = () => /** @type {Response} */ (body.clone());
      for (const failure of [await fetch(origin), (await supabase.functions.invoke("any")).error]) {
        const error = await jsonOf(failure);
        assert.equal(error.code, code);
        assert.equal(error.details, null);
        assert(error.message.length > 10 && !error.message.includes(SECRET), error.message);
      }
    }
  }
});

test("a code that this application does not have becomes that of the status", async () => {
  const shape = { code: "payment_required", message: "The trial is over", details: { days: 30 } };
  assert.deepEqual(await jsonOf(Response.json(shape, { status: 409 })), { ...shape, code: "conflict" });
  assert.deepEqual(await jsonOf(shape), { ...shape, code: "internal" });
  assert.deepEqual(await jsonOf({ ...shape, code: "toString" }), { ...shape, code: "internal" });
});

test("a body that was read, is too long or breaks off", async () => {
  const read = errorResponse(new PayloadError(REFUSAL));
  await read.text();
  assert.equal(await codeOf(read), "internal");
  const long = Response.json({ ...REFUSAL, message: "x".repeat(2_000_000) }, { status: 409 });
  assert.equal(await codeOf(long), "conflict");
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error(SECRET)) });
  assert.equal(await codeOf(new Response(body, { headers: { "content-type": "application/json" } })), "unavailable");
});

test("no answer at all is `unavailable`", async () => {
  const thrown = await fetch(nowhere).catch((error) => error);
  const { functions } = client(nowhere);
  const timeout = await fetch(origin, { signal: AbortSignal.timeout(0) }).catch((error) => error);
  for (const failure of [thrown, (await functions.invoke("any")).error, timeout]) {
    const error = await parseError(failure);
    assert.equal(error.code, "unavailable");
    assert.equal(error.cause, failure);
  }
});

for (const [code, ours, details] of /** @type {[string, string, string?][]} */ ([
  ["23505", "conflict", `Key (email)=(${SECRET}) already exists.`],
  ["23503", "conflict"],
  ["23P01", "conflict"],
  ["42501", "forbidden"],
  ["28000", "forbidden"],
  ["PGRST301", "unauthorized"],
  ["PGRST303", "unauthorized"],
  ["PGRST116", "not_found", "The result contains 0 rows"],
  ["PGRST116", "internal", "The result contains 10 rows"],
  ["57014", "unavailable"],
  ["40001", "unavailable"],
  ["53300", "unavailable"],
  ["PGRST003", "unavailable"],
  ["23502", "internal", `Failing row contains (${SECRET}).`],
  ["23514", "internal"],
  ["22P02", "internal"],
  ["42P01", "internal"],
  ["P0001", "internal"],
  ["PGRST202", "internal"],
])) {
  test(`PostgREST's ${code} is \`${ours}\`${details?.startsWith("The") ? `: ${details}` : ""}`, async () => {
    const failure = { code, message: SECRET, details: details ?? null, hint: null };
    answer = () => Response.json(failure, { status: 400 });
    const { error } = await supabase.from("contacts").insert({});
    const thrown = await supabase.from("contacts").insert({}).throwOnError().then(() => assert.fail(), (thrown) => thrown);
    assert(thrown instanceof PostgrestError);
    for (const given of [error, thrown]) {
      const parsed = await parseError(given);
      assert.equal(parsed.code, ours);
      assert.equal(parsed.details, null);
      assert(!parsed.message.includes(SECRET));
      assert.equal(parsed.cause, given);
    }
  });
}

test("a query that no server answers, or a proxy", async () => {
  const { error } = await client(nowhere).from("contacts").insert({});
  assert.equal(await codeOf(error), "unavailable");
  answer = () => new Response(`<h1>${SECRET}</h1>`, { status: 500 });
  const { error: proxy } = await supabase.from("contacts").insert({});
  assert.equal(await codeOf(proxy), "internal");
  assert(!JSON.stringify(await parseError(proxy)).includes(SECRET));
});

test("an error that is one already stays", async () => {
  const error = new PayloadError(REFUSAL);
  assert.equal(await parseError(error), error);
  assert.deepEqual(await jsonOf(REFUSAL), REFUSAL);
  const foreign = Object.assign(new Error(REFUSAL.message), { ...REFUSAL, name: "PayloadError" });
  assert.deepEqual(await jsonOf(foreign), REFUSAL);
});

for (const thrown of [new TypeError(SECRET), SECRET, null, undefined, 1, [], {}, { context: {} }, { code: 5, message: SECRET }]) {
  test(`${JSON.stringify(thrown) ?? thrown} is internal and tells nothing`, async () => {
    const internal = { code: "internal", message: "Something went wrong on our side", details: null };
    assert.deepEqual(await jsonOf(thrown), internal);
    assert.equal((await parseError(thrown)).cause, thrown);
  });
}

test("what only looks like an error in our shape is none", async () => {
  const issues = (/** @type {unknown} */ issue) => ({ ...REFUSAL, message: SECRET, details: { issues: [issue] } });
  for (const wrong of [
    { ...REFUSAL, message: 5 },
    { ...REFUSAL, message: SECRET, details: [] },
    { ...REFUSAL, message: SECRET, details: { issues: {} } },
    issues(null),
    issues({ ...ISSUE, path: [0.5] }),
    issues({ ...ISSUE, params: null }),
    issues({ ...ISSUE, code: "invalid_union" }),
    issues({ ...ISSUE, code: "invalid_union", params: { errors: [5] } }),
    issues({ ...ISSUE, code: "invalid_key", params: {} }),
  ]) {
    assert.equal((await jsonOf(wrong)).details, null);
    assert.equal((await jsonOf(wrong)).message, "Something went wrong on our side");
  }
  const union = issues({ ...ISSUE, code: "invalid_union", params: { errors: [[ISSUE]] } });
  assert.deepEqual(await jsonOf(union), union);
});
