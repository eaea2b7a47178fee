/** The bodies that are measured, as text and as bytes. */

import { contacts } from "./contacts.mjs";
import { invoices } from "./invoices.mjs";
import { refused } from "./refused.mjs";

const encoder = new TextEncoder();
const encode = (body) => ({ ...body, bytes: encoder.encode(body.json) });

export const VALID = [...contacts, ...invoices].map(encode);
export const REFUSED = refused.map(encode);
