import { type } from "arktype";
import { peer } from "./schema.mjs";

const line = type({
  "+": "reject",
  description: "1 <= string <= 200",
  quantity: "1 <= number.integer <= 10000",
  unit_price: "0 <= number <= 1000000",
  product_id: "string.uuid",
});

export const invoice = peer(
  type({
    "+": "reject",
    number: "1 <= string <= 40",
    organization_id: "string.uuid",
    currency: "'EUR' | 'CHF' | 'GBP' | 'USD'",
    lines: line.array().atLeastLength(1).atMostLength(500),
  }),
);
