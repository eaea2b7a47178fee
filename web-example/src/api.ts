/** The functions of deno-example. Whatever goes wrong on the way is thrown as a `PayloadError`. */

import {
  Contact,
  type CreateContact,
  type CreateInvoice,
  Invoice,
  Organization,
  type Payload,
  PayloadError,
  Product,
} from "@portcullis/contracts";
import { parseError } from "@portcullis/contracts/errors";

/** How long a person is kept waiting, in milliseconds. */
const PATIENCE = 20_000;

/** Adds a contact, and gives what the server then has. */
export async function createContact(contact: CreateContact): Promise<Contact> {
  const created = await ask(Contact, "create-contact", contact);
  return readBack(created, `get-contact?id=${created.id}`, Contact);
}

/** Adds an invoice with its lines, and gives what the server then has. */
export async function createInvoice(invoice: CreateInvoice): Promise<Invoice> {
  const created = await ask(Invoice, "create-invoice", invoice);
  return readBack(created, `get-invoice?id=${created.id}`, Invoice);
}

/** The organizations in use, by name. */
export function listOrganizations(): Promise<Organization[]> {
  return list(Organization, "list-organizations");
}

/** The products in use, by name. */
export function listProducts(): Promise<Product[]> {
  return list(Product, "list-products");
}

/** It is stored by now: that it cannot be read must not look as if it were not, and be sent again. */
async function readBack<T>(created: T, path: string, payload: Payload<T>): Promise<T> {
  return ask(payload, path).catch(() => created);
}

async function ask<T>(payload: Payload<T>, path: string, body?: unknown): Promise<T> {
  return understand(payload, await send(path, body));
}

async function list<T>(payload: Payload<T>, path: string): Promise<T[]> {
  const rows = await send(path);
  if (!Array.isArray(rows)) throw notUnderstood(rows);
  return rows.map((row) => understand(payload, row));
}

/** Posts JSON, or gets what is there, and gives the answer's JSON. */
async function send(path: string, body?: unknown): Promise<unknown> {
  try {
    const response = await fetch(`/functions/v1/${path}`, {
      ...(body !== undefined && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw response;
    return await response.json();
  } catch (failure) {
    throw await parseError(failure);
  }
}

function understand<T>(payload: Payload<T>, answer: unknown): T {
  const { success, data, error } = payload.safeParse(answer);
  if (success) return data;
  throw notUnderstood(error);
}

/** An answer that is not what it should be is the server's fault: its issues are no fields of a form. */
function notUnderstood(cause: unknown): PayloadError {
  return new PayloadError({ code: "internal", message: "The server's answer was not understood" }, { cause });
}
