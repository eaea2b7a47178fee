/**
 * Serves the functions until Ctrl-C.
 *
 * The database is the PostgreSQL server of DATABASE_URL, else an embedded one in the folder
 * PGLITE_DIR, else an embedded one in memory. PORT is 8000 unless it says otherwise.
 */

import { start } from "./app.ts";
import { embeddedDatabase } from "./database/embedded.ts";
import { postgresDatabase } from "./supabase/functions/_shared/postgres.ts";

const { DATABASE_URL, PGLITE_DIR, PORT } = Deno.env.toObject();
const database = DATABASE_URL ? postgresDatabase(DATABASE_URL) : await embeddedDatabase(PGLITE_DIR);
const app = await start(database, Number(PORT ?? 8000));
console.log(`Listening on ${app.url}/functions/v1/`);
Deno.addSignalListener("SIGINT", async () => {
  await app.close();
  Deno.exit();
});
