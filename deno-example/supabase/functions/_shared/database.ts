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

/** How PostgreSQL refuses U+0000, which JSON's strings may have and its own may not: in text, in `jsonb`. */
const UNSTORABLE: unknown[] = ["22021", "22P05"];

/** Whether a query failed because of U+0000. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && "code" in error && UNSTORABLE.includes(error.code);
}
