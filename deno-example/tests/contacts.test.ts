/** Contacts over HTTP: stored, changed, read back, and refused. */

import assert from "node:assert/strict";
import { accepted, contact, faults, post, refused, SEEDED_ORGANIZATION, testOnEachDatabase } from "./support.ts";

testOnEachDatabase("a contact is stored and read back", async ({ url }, step) => {
  const get = (query: string) => fetch(`${url}/functions/v1/get-contact${query}`);
  const input = {
    first_name: "  Zoë ",
    last_name: "Brandström",
    email: " Zoe@Example.COM ",
    phone: "+49 30 901820 ext. 12",
    title: 'Head of "Procurement"',
    organization_id: SEEDED_ORGANIZATION,
    status: "former_customer",
    tags: ["vip", ' a,b {c} \\ "d" ', "🦉"],
    has_newsletter: true,
    notes: "Line one\nline two\t– and a tab",
  };

  await step("with every field, normalised", async () => {
    const created = await accepted(await post(url, "create-contact", input), 201);
    const { id, created_at, updated_at, ...rest } = created;
    assert.deepEqual(rest, {
      ...input,
      first_name: "Zoë",
      email: "zoe@example.com",
      tags: ["vip", 'a,b {c} \\ "d"', "🦉"],
      deleted_at: null,
    });
    assert.match(String(id), /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    assert.ok(Math.abs(Date.parse(String(created_at)) - Date.now()) < 60_000);
    assert.equal(updated_at, created_at);
    assert.deepEqual(await accepted(await get(`?id=${id}`), 200), created);
  });

  await step("with nothing but what is required", async () => {
    const { first_name, last_name, email } = contact();
    const created = await accepted(
      await post(url, "create-contact", { first_name, last_name, email }),
      201,
    );
    const { id, created_at, updated_at, ...rest } = created;
    assert.deepEqual(rest, {
      first_name,
      last_name,
      email,
      phone: null,
      title: null,
      organization_id: null,
      status: "lead",
      tags: [],
      has_newsletter: false,
      notes: null,
      deleted_at: null,
    });
  });

  await step("but not without a proper id", async () => {
    await refused(await get(`?id=${crypto.randomUUID()}`), "not_found");
    assert.deepEqual(faults(await refused(await get("?id=42"), "validation_failed")), [
      "id: invalid_format",
    ]);
    assert.deepEqual(faults(await refused(await get(""), "validation_failed")), ["id: required"]);
    assert.deepEqual(
      faults(await refused(await get(`?id=${crypto.randomUUID()}&page=2`), "validation_failed")),
      [": unrecognized_keys"],
    );
  });
});

testOnEachDatabase("a contact is changed where the patch says so", async ({ url, database }, step) => {
  const first = contact({ phone: "112", title: "Buyer", tags: ["vip"], organization_id: SEEDED_ORGANIZATION });
  const { updated_at: _, ...created } = await accepted(await post(url, "create-contact", first), 201);
  const patch = (changes: object, id = created.id) => post(url, `update-contact?id=${id}`, changes, "PATCH");

  await step("absent stays, null clears, a value is set", async () => {
    const changes = { last_name: " Lovelace ", tags: [], phone: null, organization_id: null, has_newsletter: true };
    const { updated_at, ...changed } = await accepted(await patch(changes), 200);
    assert.deepEqual(changed, { ...created, ...changes, last_name: "Lovelace" });
    const stored = await accepted(await fetch(`${url}/functions/v1/get-contact?id=${created.id}`), 200);
    assert.deepEqual(stored, { ...changed, updated_at });
  });

  await step("by the rules for a new contact", async () => {
    assert.deepEqual(faults(await refused(await patch({ email: "ada@", tags: [""], age: 36 }), "validation_failed")), [
      "email: invalid_format",
      "tags.0: too_small",
      ": unrecognized_keys",
    ]);
    for (const changes of [{ email: null }, { tags: null }, {}, { organization_id: crypto.randomUUID() }]) {
      await refused(await patch(changes), "validation_failed");
    }
    await refused(await patch({ notes: "a\u0000b" }), "validation_failed");
  });

  await step("but not to an email address that is taken", async () => {
    const { email } = await accepted(await post(url, "create-contact", contact()), 201);
    await refused(await patch({ email: String(email).toUpperCase() }), "email_taken");
    await accepted(await patch({ email: String(first.email).toUpperCase() }), 200);
  });

  await step("and only while it is in use", async () => {
    await refused(await patch({ title: null }, crypto.randomUUID()), "not_found");
    await refused(await patch({ title: null }, 42), "validation_failed");
    await database.query("update contacts set deleted_at = now() where id = $1", [created.id]);
    await refused(await patch({ title: null }), "not_found");
  });
});

testOnEachDatabase("bad input is refused", async ({ url }, step) => {
  const send = (init: RequestInit) => fetch(`${url}/functions/v1/create-contact`, { method: "POST", ...init });
  const json = (body: BodyInit) => send({ body, headers: { "content-type": "application/json" } });

  await step("with all six faults at once", async () => {
    const refusal = await refused(
      await post(url, "create-contact", {
        first_name: "Ada",
        email: "ada@",
        title: "t".repeat(121),
        has_newsletter: "yes",
        tags: ["vip", ""],
        favourite_colour: "green",
      }),
      "validation_failed",
    );
    assert.equal(refusal.message, "The input has 6 issues");
    assert.deepEqual(faults(refusal), [
      "email: invalid_format",
      "title: too_big",
      "has_newsletter: invalid_type",
      "tags.1: too_small",
      ": unrecognized_keys",
      "last_name: required",
    ]);
    for (const issue of refusal.details!.issues!) {
      assert.deepEqual(Object.keys(issue), ["path", "code", "message", "params"]);
      assert.match(issue.message, /^[A-Z]/);
    }
  });

  await step("as invalid_json where it breaks off", async () => {
    const { details } = await refused(
      await json('{"first_name": "Ada",\n "last_name": "Oka'),
      "invalid_json",
    );
    assert.equal(details?.line, 2);
  });

  await step("as invalid_json where there is nothing", async () => {
    await refused(await json(""), "invalid_json");
    await refused(await send({ headers: { "content-type": "application/json" } }), "invalid_json");
  });

  await step("as payload_too_large", async () => {
    const large = new Uint8Array(5 * 1024 * 1024).fill(0x20);
    const declared = await refused(await json(large), "payload_too_large");
    assert.deepEqual(declared.details, { limit: 1_048_576 });
    const undeclared = ReadableStream.from([large.slice(0, 600_000), large.slice(0, 600_000)]);
    await refused(await json(undeclared), "payload_too_large");
  });

  await step("as unsupported_media_type", async () => {
    await refused(
      await send({ body: new URLSearchParams({ first_name: "Ada" }) }),
      "unsupported_media_type",
    );
    await refused(await send({ body: JSON.stringify(contact()) }), "unsupported_media_type");
  });

  await step("as email_taken where the email address is in use", async () => {
    const first = contact();
    await accepted(await post(url, "create-contact", first), 201);
    const again = { ...first, email: String(first.email).toUpperCase() };
    const { details } = await refused(await post(url, "create-contact", again), "email_taken");
    assert.equal(details, null);
  });

  await step("where the organization is unknown", async () => {
    const stray = contact({ organization_id: crypto.randomUUID() });
    const refusal = await refused(await post(url, "create-contact", stray), "validation_failed");
    assert.deepEqual(faults(refusal), ["organization_id: custom"]);
  });

  await step("where PostgreSQL could not store it", async () => {
    for (const changes of [{ notes: "a\u0000b" }, { tags: ["a\u0000b"] }]) {
      await refused(await post(url, "create-contact", contact(changes)), "validation_failed");
    }
  });
});
