/** A PostgreSQL server as the {@link Database} of the functions. */

import postgres from "postgres";
import type { Database, Row, Session } from "./database.ts";

type Connection = postgres.Sql | postgres.TransactionSql;

/** The project's own database: Supabase gives every function its address. */
export function projectDatabase(): Database {
  const url = Deno.env.get("SUPABASE_DB_URL");
  if (url === undefined) throw new Error("SUPABASE_DB_URL is not set");
  return postgresDatabase(url);
}

/** The database at `url`; `schema` is where its tables are, if not in `public`. */
export function postgresDatabase(url: string, schema?: string): Database {
  const sql = postgres(url, {
    max: 4,
    // Supabase's pooler hands each transaction to another connection.
    prepare: false,
    onnotice: () => {},
    connection: schema === undefined ? {} : { search_path: schema },
  });
  return {
    ...session(sql),
    transaction: async <T>(work: (session: Session) => Promise<T>) =>
      (await sql.begin((connection) => work(session(connection)))) as T,
    close: () => sql.end(),
  };
}

function session(sql: Connection): Session {
  return {
    query: async (text, parameters = []) => [
      ...(await sql.unsafe<Row[]>(text, parameters as postgres.ParameterOrJSON<never>[])),
    ],
    run: async (script) => {
      await sql.unsafe(script);
    },
  };
}
