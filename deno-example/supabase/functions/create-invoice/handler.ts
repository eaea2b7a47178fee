import { CreateInvoice, errorResponse } from "../_shared/contracts/index.js";
import type { Database, Session } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";
import { addInvoice } from "../_shared/invoices.ts";
import { organizationExists } from "../_shared/organizations.ts";
import { unknownProducts } from "../_shared/products.ts";
import { type Issue, refuse, refuseInput } from "../_shared/responses.ts";

/** Adds the invoice in the body with its lines, and answers it as it was stored, with its total. */
export const createInvoice = (database: Database) =>
  endpoint("POST", async (request) => {
    const input = await CreateInvoice.fromRequest(request);
    if (!input.success) return errorResponse(input.error);

    return await database.transaction(async (session) => {
      const issues = await danglingIds(session, input.data);
      if (issues.length > 0) return refuseInput(issues);

      const invoice = await addInvoice(session, input.data);
      if (invoice === null) {
        return refuse("invoice_number_taken", "There is an invoice with this number already");
      }
      return Response.json(invoice, { status: 201 });
    });
  });

/** What the invoice refers to, and is not there. */
async function danglingIds(session: Session, invoice: CreateInvoice): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (!(await organizationExists(session, invoice.organization_id))) {
    issues.push({ path: ["organization_id"], message: "There is no such organization" });
  }
  const ids = invoice.lines.map(({ product_id }) => product_id).filter((id) => id !== null);
  const unknown = await unknownProducts(session, ids);
  for (const [index, { product_id }] of invoice.lines.entries()) {
    if (product_id !== null && unknown.has(product_id)) {
      issues.push({ path: ["lines", index, "product_id"], message: "There is no such product" });
    }
  }
  return issues;
}
