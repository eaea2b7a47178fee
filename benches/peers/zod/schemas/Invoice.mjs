import * as z from "zod";

const line = z.strictObject({
  description: z.string().min(1).max(200),
  quantity: z.int().min(1).max(10_000),
  unit_price: z.number().min(0).max(1_000_000),
  product_id: z.uuid(),
});

export const Invoice = z.strictObject({
  number: z.string().min(1).max(40),
  organization_id: z.uuid(),
  currency: z.enum(["EUR", "CHF", "GBP", "USD"]),
  lines: z.array(line).min(1).max(500),
});
