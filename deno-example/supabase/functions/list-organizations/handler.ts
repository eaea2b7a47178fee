import { findOrganizations } from "../_shared/organizations.ts";
import type { Database } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";

/** Answers the organizations in use, by their names. */
export const listOrganizations = (database: Database) =>
  endpoint("GET", async () => Response.json(await findOrganizations(database)));
