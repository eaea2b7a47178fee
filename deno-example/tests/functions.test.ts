/** The functions over HTTP: what they accept, what they refuse, and how. */

import assert from "node:assert/strict";
import { samples, send } from "../requests.ts";
import {
  accepted,
  contact,
  faults,
  invoice,
  post,
  refused,
  SEEDED_ORGANIZATION,
  SEEDED_PRODUCT,
  testOnEachDatabase,
} from "./support.ts";

/** The functions, each with the method that it answers. */
const METHODS = [
  ["create-contact", "POST"],
  ["create-invoice", "POST"],
  ["create-organization", "POST"],
  ["get-contact", "GET"],
  ["get-invoice", "GET"],
  ["list-organizations", "GET"],
  ["list-products", "GET"],
  ["update-contact", "PATCH"],
];

testOnEachDatabase("every request of requests/ is answered as it expects", async ({ url }) => {
  const all = await samples();
  let answered = 0;
  for await (const { sample, response, text } of send(url, all)) {
    assert.equal(response.status, sample.expect, `${sample.name}: ${text}`);
    answered += 1;
  }
  assert.ok(answered >= 15);
});

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

testOnEachDatabase("an organization is stored with its address", async ({ url }) => {
  const input = {
    name: " Observatoire ",
    industry: null,
    website: "https://observatoire.example",
    phone: "+33 4 92 00 30 11",
    address: { street: "Boulevard 96", city: "Nice", postal_code: null, country: "FR" },
    notes: " ",
  };
  const stored = await accepted(await post(url, "create-organization", input), 201);
  const { id, created_at, updated_at, ...rest } = stored;
  assert.deepEqual(rest, { ...input, name: "Observatoire", notes: null, deleted_at: null });

  const member = contact({ organization_id: id });
  const { organization_id } = await accepted(await post(url, "create-contact", member), 201);
  assert.equal(organization_id, id);

  const plain = await accepted(await post(url, "create-organization", { name: "Plain" }), 201);
  assert.equal(plain.address, null);

  const abroad = { name: "Abroad", address: { ...input.address, city: " ", country: "fr" } };
  assert.deepEqual(
    faults(await refused(await post(url, "create-organization", abroad), "validation_failed")),
    ["address.city: too_small", "address.country: invalid_format"],
  );
});

testOnEachDatabase("an invoice is stored with its lines and read back", async ({ url }, step) => {
  const get = (id: unknown) => fetch(`${url}/functions/v1/get-invoice?id=${id}`);
  const lines = [
    { product_id: SEEDED_PRODUCT, description: null, quantity: "3", unit_price: "349.00", discount_percent: "12.5" },
    { product_id: SEEDED_PRODUCT, description: " Spare ", quantity: "1.000", unit_price: "300", discount_percent: "0" },
    { description: "Calibration, per hour", quantity: "0.005", unit_price: "0.1" },
  ];

  await step("with totals that are exact", async () => {
    const input = invoice({ lines, notes: "Thirty days" });
    const created = await accepted(await post(url, "create-invoice", input), 201);
    const { id, created_at, updated_at, ...rest } = created;
    assert.deepEqual(rest, {
      ...input,
      lines: [
        {
          ...lines[0],
          description: "Objective 40x",
          quantity: "3.000",
          discount_percent: "12.50",
          total: "916.13",
        },
        {
          ...lines[1],
          description: "Spare",
          unit_price: "300.00",
          discount_percent: "0.00",
          total: "300.00",
        },
        {
          ...lines[2],
          product_id: null,
          unit_price: "0.10",
          discount_percent: "0.00",
          total: "0.00",
        },
      ],
      total: "1216.13",
      deleted_at: null,
    });
    assert.equal(updated_at, created_at);
    assert.deepEqual(await accepted(await get(id), 200), created);
  });

  await step("with the largest amounts", async () => {
    const line = { description: "All there is", quantity: "999999.999", unit_price: "9999999999.99" };
    const { total } = await accepted(
      await post(url, "create-invoice", invoice({ lines: Array(500).fill(line) })),
      201,
    );
    assert.equal(total, "4999999994995000000.00");
  });

  await step("but not without a proper id", async () => {
    await refused(await get(crypto.randomUUID()), "not_found");
    assert.deepEqual(faults(await refused(await get(42), "validation_failed")), ["id: invalid_format"]);
  });
});

testOnEachDatabase("an invoice is refused as a whole", async ({ url, database }, step) => {
  const create = (changes: object) => post(url, "create-invoice", invoice({ ...changes }));
  const line = { description: "Calibration", quantity: "1", unit_price: "120" };

  await step("where its fields are wrong, or do not go together", async () => {
    const refusal = await refused(
      await create({
        due_on: "2026-03-08",
        currency: "€",
        lines: [line, { ...line, quantity: "0", description: null }],
      }),
      "validation_failed",
    );
    assert.deepEqual(faults(refusal), [
      "currency: invalid_format",
      "lines.1.quantity: too_small",
      "lines.1.description: custom",
      "due_on: custom",
    ]);
  });

  await step("where it refers to what is not there", async () => {
    const stray = { ...line, product_id: crypto.randomUUID() };
    const refusal = await refused(
      await create({ organization_id: crypto.randomUUID(), lines: [stray, line, stray] }),
      "validation_failed",
    );
    assert.equal(refusal.message, "The input has 3 issues");
    assert.deepEqual(faults(refusal), [
      "organization_id: custom",
      "lines.0.product_id: custom",
      "lines.2.product_id: custom",
    ]);
  });

  await step("where its number is in use", async () => {
    await accepted(await create({ number: "2026-001" }), 201);
    await refused(await create({ number: " 2026-001" }), "invoice_number_taken");
    await database.query("update invoices set deleted_at = now() where number = '2026-001'");
    await accepted(await create({ number: "2026-001" }), 201);
  });

  await step("where PostgreSQL could not store it", async () => {
    const before = await database.query("select count(*) from invoices");
    await refused(await create({ lines: [line, { ...line, description: "a\u0000b" }] }), "validation_failed");
    assert.deepEqual(await database.query("select count(*) from invoices"), before);
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

testOnEachDatabase("the functions answer only as they are meant to", async ({ url }, step) => {
  await step("a preflight", async () => {
    for (const [name, method] of METHODS) {
      const response = await fetch(`${url}/functions/v1/${name}`, { method: "OPTIONS" });
      assert.equal(response.status, 204);
      assert.equal(await response.text(), "");
      assert.equal(response.headers.get("access-control-allow-origin"), "*");
      assert.equal(response.headers.get("access-control-allow-methods"), `${method}, OPTIONS`);
    }
  });

  await step("another method", async () => {
    for (const [name, method] of METHODS) {
      const response = await fetch(`${url}/functions/v1/${name}`, { method: method === "GET" ? "DELETE" : "GET" });
      assert.equal(response.headers.get("allow"), `${method}, OPTIONS`);
      await refused(response, "method_not_allowed");
    }
  });

  await step("another address", async () => {
    for (const path of ["/", "/functions/v1/", "/functions/v1/drop-contact"]) {
      const response = await fetch(url + path);
      assert.equal(response.status, 404);
      assert.equal((await response.json()).code, "not_found");
    }
  });
});

testOnEachDatabase("a list has what is in use, by name", async ({ url, database }) => {
  const list = async (name: string) => {
    const response = await fetch(`${url}/functions/v1/${name}`);
    const rows = JSON.parse(await response.text());
    assert.equal(response.status, 200);
    return rows.map((row: { name: string }) => row.name);
  };
  await accepted(await post(url, "create-organization", { name: "aardvark & Sons" }), 201);
  await accepted(await post(url, "create-organization", { name: "Bygone Ltd" }), 201);
  await database.query("update organizations set deleted_at = now() where name = 'Bygone Ltd'");
  assert.deepEqual(await list("list-organizations"), ["aardvark & Sons", "Northwind Instruments"]);

  assert.deepEqual(await list("list-products"), ["Calibration", "Objective 40x"]);
  await database.query("update products set deleted_at = now() where name = 'Calibration'");
  assert.deepEqual(await list("list-products"), ["Objective 40x"]);
});
