/** What the functions ask of a database, whichever it is. */

/** A row, its columns by name. Each table checks its own with a payload before using it. */
export type Row = Record<string, unknown>;

/** One conversation with the database. */
export interface Session {
  /** Runs one statement with its parameters, `$1` and on. */
  query(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Runs a script of several statements. */
  run(script: string): Promise<void>;
}

/** A database that hands out sessions. Outside a transaction every statement stands alone. */
export interface Database extends Session {
  /** Runs `work` so that all of it happens, or nothing. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Whether a query failed because a row with the same unique values is there already. */
export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/**
 * Whether a query failed because of U+0000, which JSON's strings may have and PostgreSQL's may not, in
 * text and in `jsonb`.
 */
export function isUnstorableText(error: unknown): boolean {
  return ["22021", "22P05"].includes(sqlState(error));
}

/** PostgreSQL's own code for what is wrong, or nothing. */
function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
