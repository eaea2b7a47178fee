/** The schema that the migrations make. */

import assert from "node:assert/strict";
import { migrate } from "../database/migrate.ts";
import type { Database } from "../supabase/functions/_shared/database.ts";
import { accepted, contact, invoice, post, refused, SEEDED_ORGANIZATION, testOnEachDatabase } from "./support.ts";

testOnEachDatabase("the scripts run once", async ({ database }) => {
  const applied = () => database.query("select name, applied_at from applied_scripts order by name");
  const before = await applied();
  assert.deepEqual(before.map(({ name }) => name), [
    "20260309083000_crm.sql",
    "20260323090000_invoices.sql",
    "seed.sql",
  ]);
  await Promise.all([migrate(database), migrate(database)]);
  assert.deepEqual(await applied(), before);
});

testOnEachDatabase("a script that fails leaves nothing behind", async ({ database }) => {
  await assert.rejects(
    database.transaction(async (session) => {
      await session.run("create table half_done (id int); insert into half_done values (1)");
      await session.run("create table half_done (id int)");
    }),
  );
  await assert.rejects(database.query("select * from half_done"));
});

testOnEachDatabase("deleting is marking", async ({ url, database }, step) => {
  const first = contact();
  const { id } = await accepted(await post(url, "create-contact", first), 201);
  await refused(await post(url, "create-contact", first), "email_taken");
  await database.query("update contacts set deleted_at = now() where id = $1", [id]);

  await step("a deleted contact is not found, and gives its email address free", async () => {
    await refused(await fetch(`${url}/functions/v1/get-contact?id=${id}`), "not_found");
    await accepted(await post(url, "create-contact", first), 201);
  });

  await step("a deleted organization takes no contacts", async () => {
    await database.query("update organizations set deleted_at = now() where id = $1", [
      SEEDED_ORGANIZATION,
    ]);
    const late = contact({ organization_id: SEEDED_ORGANIZATION });
    await refused(await post(url, "create-contact", late), "validation_failed");
  });
});

testOnEachDatabase("an update is dated", async ({ database }) => {
  await database.query("update organizations set name = 'Northwind' where id = $1", [
    SEEDED_ORGANIZATION,
  ]);
  const [row] = await database.query(
    "select updated_at > created_at as touched from organizations where id = $1",
    [SEEDED_ORGANIZATION],
  );
  assert.deepEqual(row, { touched: true });
});

testOnEachDatabase("rows are out of reach without a policy", async ({ database }) => {
  const rows = await database.query(
    `select relname from pg_class
     where relkind = 'r' and relrowsecurity and relnamespace = current_schema()::regnamespace
     order by relname`,
  );
  assert.deepEqual(
    rows.map(({ relname }) => relname),
    ["contacts", "invoice_lines", "invoices", "organizations", "products"],
  );
});

testOnEachDatabase("the constraints hold whatever comes another way", async ({ database }, step) => {
  await step("contacts", async () => {
    await insert(database, "contacts", contact());
    for (
      const changes of [
        { first_name: "" },
        { email: "x".repeat(255) },
        { status: "friend" },
        { tags: Array(21).fill("tag") },
        { organization_id: crypto.randomUUID() },
        { notes: "n".repeat(10_001) },
      ]
    ) {
      await assert.rejects(insert(database, "contacts", contact(changes)), JSON.stringify(changes));
    }
  });

  await step("organizations", async () => {
    const address = { address_street: "Street 1", address_city: "Nice", address_country: "FR" };
    await insert(database, "organizations", { name: "Whole", ...address });
    await assert.rejects(insert(database, "organizations", { name: "Lower", ...address, address_country: "fr" }));
    await assert.rejects(insert(database, "organizations", { name: "Half", address_city: "Nice" }));
    await assert.rejects(insert(database, "organizations", { name: "Code", address_postal_code: "06300" }));
  });

  await step("products", async () => {
    const product = (changes: object) => ({
      sku: crypto.randomUUID(),
      name: "Slide",
      unit_price: "0.15",
      currency: "EUR",
      unit: "piece",
      is_active: true,
      ...changes,
    });
    await insert(database, "products", product({ sku: "S-1" }));
    for (const changes of [{ sku: "S-1" }, { unit_price: "-0.01" }, { currency: "eur" }, { unit: "" }]) {
      await assert.rejects(insert(database, "products", product(changes)), JSON.stringify(changes));
    }
  });

  await step("invoices and their lines", async () => {
    const { lines: _, ...rest } = invoice();
    const invoice_id = crypto.randomUUID();
    await insert(database, "invoices", { id: invoice_id, ...rest });
    for (const changes of [{}, { number: "" }, { number: "2", due_on: "2026-03-08" }, { number: "3", currency: "€" }]) {
      await assert.rejects(insert(database, "invoices", { ...rest, ...changes }), JSON.stringify(changes));
    }

    const line = { invoice_id, position: 1, description: "Slide", quantity: "1", unit_price: "0.15" };
    await insert(database, "invoice_lines", line);
    for (
      const changes of [
        {},
        { position: 501 },
        { position: 2, quantity: "0" },
        { position: 2, quantity: "0.0004" },
        { position: 2, unit_price: "-1" },
        { position: 2, discount_percent: "100.01" },
        { position: 2, product_id: crypto.randomUUID() },
      ]
    ) {
      await assert.rejects(insert(database, "invoice_lines", { ...line, ...changes }), JSON.stringify(changes));
    }
  });
});

async function insert(database: Database, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await database.query(
    `insert into ${table} (${columns.join(", ")}) values (${places.join(", ")})`,
    Object.values(row),
  );
}
