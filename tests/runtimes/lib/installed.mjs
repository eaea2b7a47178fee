/**
 * What an installed package must do besides, with the modules that stand under names of their own.
 */
import * as contracts from "@portcullis/contracts";
import { CreateOrganization } from "@portcullis/contracts/CreateOrganization";
import { flattenError, localize } from "@portcullis/contracts/errors";
import { CreateInvoice as fields } from "@portcullis/contracts/form-fields";
import { CreateInvoice as Described } from "@portcullis/contracts/json-schema";
import { de } from "@portcullis/contracts/messages/de";

import { conformance, equal, run, same } from "./conformance.mjs";

const UUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

const INVOICE = {
  number: "2026-001",
  organization_id: UUID,
  currency: "EUR",
  issued_on: "2026-03-09",
  due_on: "2026-04-09",
  lines: [{ product_id: UUID, description: null, quantity: "3", unit_price: "19.90", discount_percent: "0" }],
  notes: null,
};

/** @type {Record<string, () => unknown>} */
const CASES = {
  "payloads of several kinds"() {
    same(contracts.CreateInvoice.safeParse(INVOICE), { success: true, data: INVOICE }, "an invoice");
    const { error } = contracts.CreateInvoice.safeParse({ ...INVOICE, due_on: "2026-03-08" });
    same(error?.details.issues.map(({ path, code }) => [path, code]), [[["due_on"], "custom"]], "a check across fields");
    same(contracts.UpdateContact.parse({ notes: null }), { notes: null }, "a patch");
    equal(contracts.GetContact.fromQuery(`id=${UUID}`).data?.id, UUID, "a query");
    equal(contracts.GetContact.fromQuery("id=7").success, false, "success of no query");
  },

  "a payload's own module gives the same payload"() {
    equal(CreateOrganization, contracts.CreateOrganization, "the payload");
    equal(CreateOrganization.checkJson('{"name":"Acme"}').success, true, "success");
    equal(CreateOrganization.checkJson("{}").error?.status, 422, "status");
  },

  "errors"() {
    const { error } = CreateOrganization.safeParse({ name: "", age: 36 });
    const expected = { formErrors: ["Unknown field: age"], fieldErrors: { name: ["Must have at least 1 character"] } };
    same(flattenError(error), expected, "flattened");
    equal(flattenError(localize(error, de)).formErrors[0], "Unbekanntes Feld: age", "in German");
  },

  "JSON Schemas"() {
    const { $schema, required } = Described.jsonSchema();
    equal($schema, "https://json-schema.org/draft/2020-12/schema", "dialect");
    equal(required.includes("number"), true, "whether the number is required");
    same(Described.safeParse(INVOICE), { success: true, data: INVOICE }, "an invoice");
  },

  "fields of forms"() {
    same(fields.map(({ name }) => name), Object.keys(INVOICE), "names");
  },
};

/** Runs every case, and all that is asked of a package that is not installed. */
export async function installed() {
  const [own, general] = [await run(CASES), await conformance(contracts)];
  return { passed: own.passed + general.passed, failed: [...own.failed, ...general.failed] };
}
