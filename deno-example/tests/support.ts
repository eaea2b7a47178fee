/** What the tests share: databases to run against, requests to send, what a refusal must look like. */

import assert from "node:assert/strict";
import { type App, start } from "../app.ts";
import { embeddedDatabase } from "../database/embedded.ts";
import type { Database } from "../supabase/functions/_shared/database.ts";
import { postgresDatabase } from "../supabase/functions/_shared/postgres.ts";

/** The organization of seed.sql. */
export const SEEDED_ORGANIZATION = "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40";

/** The product of seed.sql. */
export const SEEDED_PRODUCT = "5b9f0c3e-2d61-4f0a-9a37-6c1e8d4b7f25";

/** The codes of the application's refusals, with their statuses. */
const STATUSES: Record<string, number> = {
  invalid_json: 400,
  not_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  invoice_number_taken: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  internal: 500,
};

/** Words that only somebody inside would use. */
const INTERNAL =
  /wasm|panic|unreachable|stack|undefined|\bat \S+:\d|\.(ts|js|rs|sql)\b|\b(select|insert|returning|relation|constraint|column "|pg_\w+|contacts_\w+)\b/i;

type Issue = { path: (string | number)[]; code: string; message: string; params: object };

/** How a request was refused. */
export interface Refusal {
  code: string;
  message: string;
  details: { issues?: Issue[]; [key: string]: unknown } | null;
}

/** Declares a test for each database there is: the embedded one and, given DATABASE_URL, a server. */
export function testOnEachDatabase(
  name: string,
  test: (app: App, step: Deno.TestContext["step"]) => Promise<void>,
): void {
  const declare = (where: string, open: () => Promise<Database>) =>
    Deno.test(`${name}, on ${where}`, async (context) => {
      const app = await start(await open());
      try {
        await test(app, context.step.bind(context));
      } finally {
        await app.close();
      }
    });

  declare("the embedded database", embeddedDatabase);
  const url = Deno.env.get("DATABASE_URL");
  if (url !== undefined) declare("a PostgreSQL server", () => scratchSchema(url));
}

/** A schema of its own in the database at `url`, dropped in the end. */
async function scratchSchema(url: string): Promise<Database> {
  const schema = `portcullis_test_${crypto.randomUUID().replaceAll("-", "")}`;
  const database = postgresDatabase(url, schema);
  await database.run(`create schema ${schema}`);
  return {
    ...database,
    close: async () => {
      await database.run(`drop schema ${schema} cascade`);
      await database.close();
    },
  };
}

/** A contact that nothing is wrong with, changed as told. */
export function contact(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const email = `${crypto.randomUUID()}@example.com`;
  return { first_name: "Ada", last_name: "Okafor", email, ...changes };
}

/** An invoice that nothing is wrong with, changed as told. */
export function invoice(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    number: crypto.randomUUID(),
    organization_id: SEEDED_ORGANIZATION,
    currency: "EUR",
    issued_on: "2026-03-09",
    due_on: "2026-04-08",
    lines: [{ product_id: SEEDED_PRODUCT, quantity: "1", unit_price: "349.00" }],
    ...changes,
  };
}

/** Posts JSON to a function. */
export function post(url: string, name: string, body: unknown, method = "POST"): Promise<Response> {
  return fetch(`${url}/functions/v1/${name}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** The answer's JSON, which must be a success with CORS headers. */
export async function accepted(response: Response, status: number): Promise<Record<string, unknown>> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assertCors(response);
  return JSON.parse(text);
}

/** The answer's refusal, which must have this code, its status, the one shape, and CORS headers. */
export async function refused(response: Response, code: string): Promise<Refusal> {
  const text = await response.text();
  const refusal: Refusal = JSON.parse(text);
  assert.equal(refusal.code, code, text);
  assert.equal(response.status, STATUSES[code]);
  assert.match(response.headers.get("content-type") ?? "", /^application\/json\b/);
  assert.deepEqual(Object.keys(refusal), ["code", "message", "details"]);
  assert.match(refusal.message, /^[A-Z].*[^.]$/);
  assert.doesNotMatch(text, INTERNAL);
  assertCors(response);
  return refusal;
}

/** The refusal's issues as `path: code`. */
export function faults({ details }: Refusal): string[] {
  const issues = details?.issues ?? [];
  return issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
}

function assertCors({ headers }: Response): void {
  assert.equal(headers.get("access-control-allow-origin"), "*");
  assert.match(headers.get("access-control-allow-headers") ?? "", /\bcontent-type\b/);
  assert.match(headers.get("access-control-allow-methods") ?? "", /\bOPTIONS\b/);
}
