/**
 * The table of pkg/README.md for those who come from Zod: what is the same, and what is not.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Contact, CreateContact, CreateInvoice, type Input, PayloadError, UpdateContact } from "@portcullis/contracts";
import { flattenError, localize, prettifyError, treeifyError } from "@portcullis/contracts/errors";
import { CreateContact as Described } from "@portcullis/contracts/json-schema";
import { de } from "@portcullis/contracts/messages/de";
import * as z from "zod";

import { ada, adaOut } from "./lib/contacts.js";
import { draft } from "./lib/invoices.js";
import { type Equal, holds } from "./lib/types.js";

/** The contact in Zod, as near as it gets. */
const Schema = z.strictObject({
  first_name: z.string().trim().min(1).max(100),
  last_name: z.string().trim().min(1).max(100),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  phone: z.string().trim().regex(/[0-9]/).nullable().default(null),
  title: z.string().trim().min(1).max(120).nullable().default(null),
  organization_id: z.uuid().nullable().default(null),
  status: z.enum(["lead", "qualified", "customer", "former_customer", "do_not_contact"]).default("lead"),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  has_newsletter: z.boolean().default(false),
  notes: z.string().trim().max(10_000).nullable().default(null),
});

/** The issues of both. */
function issuesOf(value: unknown) {
  const zod = Schema.safeParse(value).error ?? assert.fail("Zod accepts it");
  const { details } = CreateContact.safeParse(value).error ?? assert.fail("it is accepted");
  return { zod: zod.issues, ours: details?.issues ?? [] };
}

/** Paths and codes of issues, in no order. */
const places = (issues: readonly { path: PropertyKey[]; code: string }[]) =>
  issues.map(({ path, code }) => `${path.join(".")} ${code}`).sort();

test("types and values are the same", () => {
  holds<Equal<z.output<typeof Schema>, CreateContact>>();
  holds<Equal<[z.input<typeof Schema>, Taken] extends [Taken, z.input<typeof Schema>] ? true : false, true>>();
  type Taken = Input<typeof CreateContact>;
  assert.deepEqual(Schema.parse(ada), adaOut);
  assert.deepEqual(CreateContact.parse(ada), adaOut);
});

test("so are codes and paths of issues; facts stand under params", () => {
  const wrong = { ...ada, first_name: " ", email: "nobody", status: "friend", tags: ["x".repeat(41)], nickname: "Countess" };
  const { zod, ours } = issuesOf(wrong);
  assert.deepEqual(places(ours), places(zod));
  const [theirs] = zod.filter(({ code }) => code === "too_big");
  const [big] = ours.filter(({ code }) => code === "too_big");
  assert.equal(theirs?.code === "too_big" && theirs.maximum, 40);
  assert.equal(big?.code === "too_big" && big.params.maximum, 40);
});

test("a missing field has a code of its own", () => {
  const { zod, ours } = issuesOf({ first_name: "Ada", last_name: "Lovelace" });
  assert.deepEqual(places(zod), ["email invalid_type"]);
  assert.deepEqual(places(ours), ["email required"]);
});

test("parse throws an error", () => {
  assert.throws(() => Schema.parse({}), z.ZodError);
  assert.throws(() => CreateContact.parse({}), PayloadError);
});

test("flattenError, treeifyError and prettifyError give what Zod's do", () => {
  const value = { ...ada, email: "nobody", tags: ["vip", 7], nickname: "Countess" };
  const zod = Schema.safeParse(value).error ?? assert.fail();
  const ours = CreateContact.safeParse(value).error ?? assert.fail();
  const one = () => "!";
  assert.deepEqual(flattenError(ours, one), z.flattenError(zod, one));
  assert.deepEqual(treeifyError(ours, one).properties?.tags, z.treeifyError(zod, one).properties?.tags);
  assert.equal(prettifyError(ours).split("\n").length, z.prettifyError(zod).split("\n").length);
});

test("an object strips keys where it is told to, as z.object does", () => {
  assert.deepEqual(z.object({ id: z.string() }).parse({ id: "1", more: 2 }), { id: "1" });
  const row = { ...adaOut, id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", created_at: "2026-03-09T08:30:00Z", updated_at: "2026-03-09T08:30:00Z" };
  assert.deepEqual(Contact.parse({ ...row, more: 2 }), { ...row, deleted_at: null });
});

test("what may be null is null where it is absent; what is optional stays absent", () => {
  assert.deepEqual(z.object({ notes: z.string().nullish() }).parse({}), {});
  assert.equal(CreateContact.parse(ada).notes, null);
  assert.deepEqual(UpdateContact.parse({ title: null }), { title: null });
  assert.deepEqual(z.object({ notes: z.string().optional() }).parse({ notes: undefined }), { notes: undefined });
  assert.deepEqual(UpdateContact.parse({ title: null, notes: undefined }), { title: null });
});

test("a check across fields runs though others are not of their type; Zod's refine does not", () => {
  const Invoice = z
    .object({ number: z.string().min(1), issued_on: z.iso.date(), due_on: z.iso.date() })
    .refine(({ issued_on, due_on }) => due_on >= issued_on, { path: ["due_on"] });
  const wrong = { ...draft, number: 7, due_on: "2026-03-01" };
  const zod = Invoice.safeParse(wrong).error ?? assert.fail();
  const ours = CreateInvoice.safeParse(wrong).error ?? assert.fail();
  assert.deepEqual(places(zod.issues), ["number invalid_type"]);
  assert.deepEqual(places(ours.details?.issues ?? []), ["due_on custom", "number invalid_type"]);
});

test("both count characters, not units of UTF-16", () => {
  for (const [count, isAccepted] of [[100, true], [101, false]] as const) {
    const rockets = { ...ada, first_name: "🚀".repeat(count) };
    assert.deepEqual([Schema, CreateContact].map((schema) => schema.safeParse(rockets).success), [isAccepted, isAccepted]);
  }
});

test("text is read by fromForm, and values are not coerced", () => {
  assert.equal(z.coerce.boolean().parse("off"), true);
  const form = new FormData();
  for (const [name, text] of Object.entries({ ...ada, has_newsletter: "off" })) form.append(name, text);
  assert.deepEqual(CreateContact.fromForm(form).data, adaOut);
  const { error } = CreateContact.safeParse({ ...ada, has_newsletter: "off" });
  assert.deepEqual(places(error?.details?.issues ?? []), ["has_newsletter invalid_type"]);
});

test("moments are text, and a Date is taken as its text", () => {
  const at = new Date("2026-03-09T08:30:00Z");
  const row = { ...adaOut, id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", created_at: at, updated_at: at };
  assert.equal(Contact.parse(row).created_at, at.toISOString());
});

test("messages are of a language where they are asked for, not everywhere at once", () => {
  z.config(z.locales.de());
  const zod = Schema.safeParse({ ...ada, email: "nobody" }).error;
  z.config(z.locales.en());
  const ours = CreateContact.safeParse({ ...ada, email: "nobody" }).error ?? assert.fail();
  assert.equal(zod?.issues[0]?.message, "Ungültig: E-Mail-Adresse");
  assert.equal(localize(ours, de).details?.issues?.[0]?.message, "Muss eine E-Mail-Adresse sein");
});

test("JSON Schemas ask for the same fields", () => {
  const zod = z.toJSONSchema(Schema, { io: "input" });
  const ours = Described.jsonSchema();
  assert.deepEqual([ours.required, ours.additionalProperties], [zod.required, zod.additionalProperties]);
  assert.deepEqual(Object.keys(ours.properties as object), Object.keys(zod.properties ?? {}));
});
