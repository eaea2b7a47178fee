/** The table of products. */

import { Product } from "./contracts/index.js";
import type { Session } from "./database.ts";

/** How many rows a list has at the most. */
const LIMIT = 500;

/** The products in use, by their names; the first of them, where there are too many for a list. */
export async function findProducts(session: Session): Promise<Product[]> {
  const rows = await session.query(
    // The price as text: some drivers make a binary number of it.
    `select *, unit_price::text from products where deleted_at is null order by lower(name), id limit ${LIMIT}`,
  );
  return rows.map((row) => Product.parse(row));
}

/** Those of the ids that belong to no product in use. */
export async function unknownProducts(session: Session, ids: string[]): Promise<Set<string>> {
  const rows = await session.query(
    `select id from unnest($1::uuid[]) as asked (id)
     where not exists (select from products where products.id = asked.id and deleted_at is null)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => String(id)));
}
