/** Hono, through its middleware for Standard Schema. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { sValidator } from "@hono/standard-validator";
import { CreateContact, errorResponse, type Issue } from "@portcullis/contracts";
import { Hono } from "hono";
import { hc } from "hono/client";
import { validator } from "hono/validator";

import { ada, adaOut, wrong, wrongIssues } from "./lib/contacts.js";
import { type Equal, holds } from "./lib/types.js";

const app = new Hono()
  .post("/json", sValidator("json", CreateContact), (c) => {
    const contact = c.req.valid("json");
    holds<Equal<typeof contact, CreateContact>>();
    return c.json(contact, 201);
  })
  .post("/form", sValidator("form", CreateContact), (c) => c.json(c.req.valid("form"), 201))
  .post(
    "/own-shape",
    validator("json", (value) => {
      const { data, error } = CreateContact.safeParse(value);
      return error ? errorResponse(error) : data;
    }),
    (c) => c.json(c.req.valid("json"), 201),
  )
  .post("/own-reading", async (c) => {
    const { data, error } = await CreateContact.fromRequest(c.req.raw);
    return error ? errorResponse(error) : c.json(data, 201);
  })
  .post("/own-form", async (c) => {
    const { data, error } = CreateContact.fromForm(await c.req.formData());
    return error ? errorResponse(error) : c.json(data, 201);
  });

const post = (path: string, body: BodyInit, headers: HeadersInit = { "content-type": "application/json" }) =>
  app.request(path, { method: "POST", body, headers });

const postForm = (path: string, fields: [string, string][]) => post(path, new URLSearchParams(fields), {});

test("JSON is judged, and the handler has the value", async () => {
  const response = await post("/json", JSON.stringify(ada));
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), adaOut);
});

test("a refusal has every issue whole, and echoes the input", async () => {
  const response = await post("/json", JSON.stringify(wrong));
  assert.equal(response.status, 400);
  assert.deepEqual(await response.json(), { success: false, error: wrongIssues, data: wrong });
});

test("a refusal in the error shape", async () => {
  for (const path of ["/own-shape", "/own-reading"]) {
    const response = await post(path, JSON.stringify(wrong));
    assert.equal(response.status, 422);
    const error = await response.json();
    assert.deepEqual([error.code, error.details.issues], ["validation_failed", wrongIssues]);
    assert.equal((await post(path, JSON.stringify(ada))).status, 201);
  }
});

test("Hono parses the body itself, so that keys that come twice are not seen", async () => {
  const json = JSON.stringify(ada).replace("{", '{"first_name":"Eve",');
  assert.equal((await post("/json", json)).status, 201);
  const response = await post("/own-reading", json);
  assert.equal(response.status, 422);
  assert.equal((await response.json()).details.issues[0].code, "duplicate_key");
});

test("what is no JSON at all is Hono's to refuse", async () => {
  const response = await post("/json", "{");
  assert.deepEqual([response.status, await response.text()], [400, "Malformed JSON in request body"]);
});

test("of a form, Hono hands on text as it is, and a list where a name comes twice", async () => {
  const accepted = await postForm("/form", [...Object.entries(ada), ["tags", "vip"], ["tags", "press"]]);
  assert.equal(accepted.status, 201);
  assert.deepEqual(await accepted.json(), { ...adaOut, tags: ["vip", "press"] });

  const refused = await postForm("/form", [...Object.entries(ada), ["tags", "vip"], ["has_newsletter", "on"]]);
  assert.equal(refused.status, 400);
  const { error } = await refused.json();
  assert.deepEqual(
    error.map(({ path, code }: Issue) => [path, code]),
    [
      [["tags"], "invalid_type"],
      [["has_newsletter"], "invalid_type"],
    ],
  );
});

test("fromForm reads the text of a form as what its place asks for", async () => {
  const text: [string, string][] = [...Object.entries(ada), ["tags", "vip"], ["has_newsletter", "on"]];
  const response = await postForm("/own-form", text);
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), { ...adaOut, tags: ["vip"], has_newsletter: true });
  assert.equal((await postForm("/own-form", [...text, ["email", "nobody"]])).status, 422);
});

test("Hono's client knows what the handler takes", async () => {
  const client = hc<typeof app>("http://localhost", { fetch: app.request });
  const response = await client.json.$post({ json: ada });
  assert.equal(response.status, 201);
  // @ts-expect-error the email address is missing
  const refused = await client.json.$post({ json: { first_name: "Ada", last_name: "Lovelace" } });
  assert.equal(refused.status, 400);
});
