import { findProducts } from "../_shared/products.ts";
import type { Database } from "../_shared/database.ts";
import { endpoint } from "../_shared/endpoint.ts";

/** Answers the products in use, by their names. */
export const listProducts = (database: Database) =>
  endpoint("GET", async () => Response.json(await findProducts(database)));
