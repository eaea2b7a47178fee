/** The table of products. */

import type { Session } from "./database.ts";

/** Those of the ids that belong to no product in use. */
export async function unknownProducts(session: Session, ids: string[]): Promise<Set<string>> {
  const rows = await session.query(
    `select id from unnest($1::uuid[]) as asked (id)
     where not exists (select from products where products.id = asked.id and deleted_at is null)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => String(id)));
}
