import { CreateOrganization, errorResponse } from "../_shared/contracts/index.js";
import type { Database } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";
import { addOrganization } from "../_shared/organizations.ts";

/** Adds the organization in the body, and answers it as it was stored. */
export const createOrganization = (database: Database) =>
  endpoint("POST", async (request) => {
    const input = await CreateOrganization.fromRequest(request);
    if (!input.success) return errorResponse(input.error);
    return Response.json(await addOrganization(database, input.data), { status: 201 });
  });
