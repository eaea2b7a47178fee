import { errorResponse, GetContact } from "../_shared/contracts/index.js";
import { findContact } from "../_shared/contacts.ts";
import type { Database } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";
import { refuse } from "../_shared/responses.ts";

/** Answers the contact whose id the query string names. */
export const getContact = (database: Database) =>
  endpoint("GET", async (request) => {
    const query = new URL(request.url).searchParams;
    const input = GetContact.safeParse(Object.fromEntries(query));
    if (!input.success) return errorResponse(input.error);

    const contact = await findContact(database, input.data.id);
    if (contact === null) return refuse("not_found", "There is no such contact");
    return Response.json(contact);
  });
