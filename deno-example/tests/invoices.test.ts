/** Invoices over HTTP: stored as a whole and read back, or refused as a whole. */

import assert from "node:assert/strict";
import { accepted, faults, invoice, post, refused, SEEDED_PRODUCT, testOnEachDatabase } from "./support.ts";

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
