/** The functions over HTTP: what all of them have in common, organizations, and lists. */

import assert from "node:assert/strict";
import { samples, send } from "../requests.ts";
import { accepted, contact, faults, post, refused, testOnEachDatabase } from "./support.ts";

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
