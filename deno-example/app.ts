/** All functions in one process, at the addresses they have on Supabase, over one database. */

import { migrate } from "./database/migrate.ts";
import { createContact } from "./supabase/functions/create-contact/handler.ts";
import { createInvoice } from "./supabase/functions/create-invoice/handler.ts";
import { createOrganization } from "./supabase/functions/create-organization/handler.ts";
import { getContact } from "./supabase/functions/get-contact/handler.ts";
import { getInvoice } from "./supabase/functions/get-invoice/handler.ts";
import { listOrganizations } from "./supabase/functions/list-organizations/handler.ts";
import { listProducts } from "./supabase/functions/list-products/handler.ts";
import { updateContact } from "./supabase/functions/update-contact/handler.ts";
import type { Database } from "./supabase/functions/_shared/database.ts";
import type { Handler } from "./supabase/functions/_shared/endpoint.ts";
import { refuse } from "./supabase/functions/_shared/responses.ts";

const PREFIX = "/functions/v1/";

/** The handler that knows every function by its name. */
export function route(database: Database): Handler {
  const functions = new Map<string, Handler>([
    ["create-contact", createContact(database)],
    ["create-invoice", createInvoice(database)],
    ["create-organization", createOrganization(database)],
    ["get-contact", getContact(database)],
    ["get-invoice", getInvoice(database)],
    ["list-organizations", listOrganizations(database)],
    ["list-products", listProducts(database)],
    ["update-contact", updateContact(database)],
  ]);
  return async (request) => {
    const { pathname } = new URL(request.url);
    const name = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : "";
    const handler = functions.get(name);
    return handler === undefined ? refuse("not_found", "There is no such function") : await handler(request);
  };
}

/** The running application. */
export interface App {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly database: Database;
  /** Answers what is under way, then lets go of the port and the database. */
  close(): Promise<void>;
}

/** Brings the database up to date and listens. Port 0 takes one that is free. */
export async function start(database: Database, port = 0): Promise<App> {
  await migrate(database);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    route(database),
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    database,
    close: async () => {
      await server.shutdown();
      await database.close();
    },
  };
}
