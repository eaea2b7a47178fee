import { peer } from "./schema.mjs";

const uuid = { type: "string", format: "uuid" };

const line = {
  type: "object",
  additionalProperties: false,
  required: ["description", "quantity", "unit_price", "product_id"],
  properties: {
    description: { type: "string", minLength: 1, maxLength: 200 },
    quantity: { type: "integer", minimum: 1, maximum: 10_000 },
    unit_price: { type: "number", minimum: 0, maximum: 1_000_000 },
    product_id: uuid,
  },
};

export const schema = {
  type: "object",
  additionalProperties: false,
  required: ["number", "organization_id", "currency", "lines"],
  properties: {
    number: { type: "string", minLength: 1, maxLength: 40 },
    organization_id: uuid,
    currency: { enum: ["EUR", "CHF", "GBP", "USD"] },
    lines: { type: "array", minItems: 1, maxItems: 500, items: line },
  },
};

export const invoice = peer(schema);
