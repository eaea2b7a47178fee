import { CreateContact, errorResponse } from "../_shared/contracts/index.js";
import { addContact } from "../_shared/contacts.ts";
import type { Database } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";
import { organizationExists } from "../_shared/organizations.ts";
import { refuse, refuseInput } from "../_shared/responses.ts";

/** Adds the contact in the body, and answers it as it was stored. */
export const createContact = (database: Database) =>
  endpoint("POST", async (request) => {
    const input = await CreateContact.fromRequest(request);
    if (!input.success) return errorResponse(input.error);

    const { organization_id } = input.data;
    if (organization_id !== null && !(await organizationExists(database, organization_id))) {
      // The same answer as for a malformed id, so that a form can show it at the field.
      return refuseInput([{ path: ["organization_id"], message: "There is no such organization" }]);
    }

    const contact = await addContact(database, input.data);
    if (contact === null) {
      return refuse("email_taken", "There is a contact with this email address already");
    }
    return Response.json(contact, { status: 201 });
  });
