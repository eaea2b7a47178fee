import { errorResponse, GetInvoice } from "../_shared/contracts/index.js";
import { findInvoice } from "../_shared/invoices.ts";
import type { Database } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";
import { refuse } from "../_shared/responses.ts";

/** Answers the invoice whose id the query string names. */
export const getInvoice = (database: Database) =>
  endpoint("GET", async (request) => {
    const query = new URL(request.url).searchParams;
    const input = GetInvoice.safeParse(Object.fromEntries(query));
    if (!input.success) return errorResponse(input.error);

    const invoice = await findInvoice(database, input.data.id);
    if (invoice === null) return refuse("not_found", "There is no such invoice");
    return Response.json(invoice);
  });
