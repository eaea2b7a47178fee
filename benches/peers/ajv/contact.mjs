import { peer } from "./schema.mjs";

const text = (minLength, maxLength) => ({ type: "string", minLength, maxLength });
const nullable = (schema) => ({ ...schema, type: ["string", "null"], default: null });

export const schema = {
  type: "object",
  additionalProperties: false,
  required: ["first_name", "last_name", "email"],
  properties: {
    first_name: text(1, 100),
    last_name: text(1, 100),
    email: { type: "string", maxLength: 254, format: "email" },
    phone: nullable(text(3, 40)),
    title: nullable(text(1, 120)),
    organization_id: nullable({ format: "uuid" }),
    status: { enum: ["lead", "qualified", "customer", "former_customer", "do_not_contact"], default: "lead" },
    tags: { type: "array", maxItems: 20, items: text(1, 40), default: [] },
    has_newsletter: { type: "boolean", default: false },
    notes: nullable({ maxLength: 10_000 }),
  },
};

export const contact = peer(schema);
