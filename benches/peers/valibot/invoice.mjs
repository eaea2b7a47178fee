import * as v from "valibot";
import { peer } from "./schema.mjs";

const line = v.strictObject({
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  unit_price: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
  product_id: v.pipe(v.string(), v.uuid()),
});

export const invoice = peer(
  v.strictObject({
    number: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    organization_id: v.pipe(v.string(), v.uuid()),
    currency: v.picklist(["EUR", "CHF", "GBP", "USD"]),
    lines: v.pipe(v.array(line), v.minLength(1), v.maxLength(500)),
  }),
);
