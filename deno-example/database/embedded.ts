/** PostgreSQL inside this process (PGlite) as the database of the functions. */

import { PGlite } from "@electric-sql/pglite";
import type { Database, Row, Session } from "../supabase/functions/_shared/database.ts";

/** A database in `directory`, or in memory and gone with the process. */
export async function embeddedDatabase(directory?: string): Promise<Database> {
  const pglite = await PGlite.create(directory === undefined ? {} : { dataDir: directory });
  return {
    ...session(pglite),
    transaction: (work) => pglite.transaction((connection) => work(session(connection))),
    close: () => pglite.close(),
  };
}

function session(connection: Pick<PGlite, "query" | "exec">): Session {
  return {
    query: async (sql, parameters) => (await connection.query<Row>(sql, parameters)).rows,
    run: async (script) => {
      await connection.exec(script);
    },
  };
}
