/** Brings a database to the newest schema, as `supabase db push` does for a project. */

import type { Database } from "../supabase/functions/_shared/database.ts";

const SUPABASE = new URL("../supabase/", import.meta.url);

/** Any number; whoever migrates at the same time waits for the same one. */
const LOCK = 4_051_979;

/** Runs, in one transaction, the migrations and the seed that this database has not seen. */
export async function migrate(database: Database): Promise<void> {
  const steps = await scripts();
  await database.transaction(async (session) => {
    await session.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await session.run(
      "create table if not exists applied_scripts (name text primary key, applied_at timestamptz not null default now())",
    );
    const applied = await session.query("select name from applied_scripts");
    const done = new Set(applied.map(({ name }) => name));
    for (const [name, script] of steps) {
      if (done.has(name)) continue;
      await session.run(script);
      await session.query("insert into applied_scripts (name) values ($1)", [name]);
    }
  });
}

/** The migrations by their timestamps, then the seed. */
async function scripts(): Promise<[name: string, script: string][]> {
  const migrations = new URL("migrations/", SUPABASE);
  const names: string[] = [];
  for await (const { name } of Deno.readDir(migrations)) {
    if (name.endsWith(".sql")) names.push(name);
  }
  const files = names.sort().map((name): [string, URL] => [name, new URL(name, migrations)]);
  files.push(["seed.sql", new URL("seed.sql", SUPABASE)]);
  return await Promise.all(
    files.map(async ([name, file]): Promise<[string, string]> => [name, await Deno.readTextFile(file)]),
  );
}
