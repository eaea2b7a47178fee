/** The same contact for each peer, as its users would write it. */

import { z } from "zod";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { CreateContact } from "../pkg/payloads/CreateContact.js";

const decoder = new TextDecoder();
const parse = (bytes) => JSON.parse(decoder.decode(bytes));

const STATUSES = ["lead", "qualified", "customer", "former_customer", "do_not_contact"];
const PHONE = /^[0-9 +\-()./#*,extEXT]*$/;

const zod = z.strictObject({
  first_name: z.string().trim().min(1).max(100),
  last_name: z.string().trim().min(1).max(100),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  phone: z.string().trim().max(40).regex(PHONE).nullable().default(null),
  title: z.string().trim().min(1).max(120).nullable().default(null),
  organization_id: z.uuid().nullable().default(null),
  status: z.enum(STATUSES).default("lead"),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  has_newsletter: z.boolean().default(false),
  notes: z.string().trim().max(10_000).nullable().default(null),
});

const ajv = new Ajv({ allErrors: true, useDefaults: true });
addFormats(ajv);
const text = (minLength, maxLength, more) => ({ type: "string", minLength, maxLength, ...more });
const nullable = (schema) => ({ ...schema, nullable: true, default: null });
const validate = ajv.compile({
  type: "object",
  additionalProperties: false,
  required: ["first_name", "last_name", "email"],
  properties: {
    first_name: text(1, 100),
    last_name: text(1, 100),
    email: text(1, 254, { format: "email" }),
    phone: nullable(text(0, 40, { pattern: PHONE.source })),
    title: nullable(text(1, 120)),
    organization_id: nullable({ type: "string", format: "uuid" }),
    status: { enum: STATUSES, default: "lead" },
    tags: { type: "array", maxItems: 20, items: text(1, 40), default: [] },
    has_newsletter: { type: "boolean", default: false },
    notes: nullable(text(0, 10_000)),
  },
});

/** Each turns bytes into a value, or into `undefined` if they are refused. */
export const PEERS = {
  "JSON.parse": parse,
  "portcullis, typed": (bytes) => {
    const result = CreateContact.safeParseJson(bytes);
    return result.success ? result.data : undefined;
  },
  "portcullis, verdict": (bytes) => CreateContact.checkJson(bytes).success || undefined,
  "+ Zod 4": (bytes) => {
    const result = zod.safeParse(parse(bytes));
    return result.success ? result.data : undefined;
  },
  "+ AJV": (bytes) => {
    const value = parse(bytes);
    return validate(value) ? value : undefined;
  },
};
