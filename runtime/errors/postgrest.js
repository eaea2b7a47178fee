import { isObject } from "./shape.js";

/** @import { PlainCode } from "./plain.js" */

/**
 * What PostgREST says, as supabase-js hands it on: its `PostgrestError`, or a plain object with the same keys.
 *
 * @typedef {{code: string, message: string, details: string | null, hint: string | null}} PostgrestFailure
 */

/**
 * @param {unknown} value
 * @returns {value is PostgrestFailure}
 */
export function isPostgrestFailure(value) {
  return isObject(value) && typeof value.code === "string" && "hint" in value && !isObject(value.details);
}

/**
 * Codes that tell what happened: SQLSTATEs of PostgreSQL, their classes among them, and PostgREST's own.
 *
 * @type {[RegExp, PlainCode][]}
 */
const CODES = [
  // unique_violation, foreign_key_violation, exclusion_violation
  [/^(23505|23503|23P01)$/, "conflict"],
  // insufficient_privilege, row-level security among it; invalid grantor, role and authorization
  [/^(42501|(0L|0P|28)...)$/, "forbidden"],
  // a token that is missing, expired or otherwise not accepted
  [/^PGRST30[1-3]$/, "unauthorized"],
  // no connection, rolled back among others, out of resources, cancelled or shutting down
  [/^((08|40|53|57)...|PGRST00[0-3])$/, "unavailable"],
  // what supabase-js says where there was no answer
  [/^$/, "unavailable"],
];

/**
 * The code of a failure. Constraints that a payload should have had a rule for, and all that only
 * the application's author can mend, are `internal`.
 *
 * @param {PostgrestFailure} failure
 * @returns {PlainCode}
 */
export function postgrestCode({ code, details }) {
  // One row was asked for: there was none, or there were several.
  if (code === "PGRST116") return /\b0 rows\b/.test(details ?? "") ? "not_found" : "internal";
  return CODES.find(([pattern]) => pattern.test(code))?.[1] ?? "internal";
}
