import { errorResponse, GetContact, UpdateContact } from "../_shared/contracts/index.js";
import { changeContact } from "../_shared/contacts.ts";
import { type Database, isDuplicate } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";
import { organizationExists } from "../_shared/organizations.ts";
import { refuse, refuseInput } from "../_shared/responses.ts";

/**
 * Changes the contact whose id the query string names, and answers all of them: what the body leaves
 * out stays, `null` clears, and a value is set.
 */
export const updateContact = (database: Database) =>
  endpoint("PATCH", async (request) => {
    const query = new URL(request.url).searchParams;
    const contact = GetContact.safeParse(Object.fromEntries(query));
    if (!contact.success) return errorResponse(contact.error);
    const input = await UpdateContact.fromRequest(request);
    if (!input.success) return errorResponse(input.error);

    const { organization_id } = input.data;
    if (organization_id && !(await organizationExists(database, organization_id))) {
      return refuseInput([{ path: ["organization_id"], message: "There is no such organization" }]);
    }

    try {
      const changed = await changeContact(database, contact.data.id, input.data);
      return changed === null ? refuse("not_found", "There is no such contact") : Response.json(changed);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return refuse("email_taken", "There is a contact with this email address already");
    }
  });
