/** What the tests of forms fill in, and what comes of it. */

import type { CreateInvoice, Input } from "@portcullis/contracts";

const organization_id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

/** An invoice with one line. */
export const draft: Input<typeof CreateInvoice> = {
  number: " 2026-001 ",
  organization_id,
  currency: "EUR",
  issued_on: "2026-03-09",
  due_on: "2026-03-23",
  lines: [{ description: "Work", quantity: "1.500", unit_price: "80.00" }],
};

/** The value of the same, with another quantity. */
export const draftOut = (quantity: string): CreateInvoice => ({
  number: "2026-001",
  organization_id,
  currency: "EUR",
  issued_on: "2026-03-09",
  due_on: "2026-03-23",
  lines: [{ product_id: null, description: "Work", quantity, unit_price: "80.00", discount_percent: "0" }],
  notes: null,
});
