/** @import { ErrorDetails } from "../types.d.ts" */

/**
 * An error as it crosses a boundary, of whose code nothing is known yet.
 *
 * @typedef {{code: string, message: string, details: ErrorDetails | null}} Shape
 */

/**
 * Whether a value is an error as it crosses a boundary: `code`, `message` and `details`, and nothing else.
 *
 * @param {unknown} value
 * @returns {value is Shape}
 */
export function isShape(value) {
  if (!isObject(value) || Object.keys(value).length !== 3) return false;
  const { code, message, details } = value;
  if (typeof code !== "string" || typeof message !== "string") return false;
  return details === null || (isObject(details) && (details.issues === undefined || areIssues(details.issues)));
}

/** @param {unknown} value */
function areIssues(value) {
  return Array.isArray(value) && value.every(isIssue);
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isIssue(value) {
  if (!isObject(value) || !Array.isArray(value.path) || !value.path.every(isSegment)) return false;
  const { code, message, params } = value;
  if (typeof code !== "string" || typeof message !== "string" || !isObject(params)) return false;
  if (code === "invalid_union") return Array.isArray(params.errors) && params.errors.every(areIssues);
  return code !== "invalid_key" || areIssues(params.issues);
}

/** @param {unknown} value */
function isSegment(value) {
  return typeof value === "string" || Number.isInteger(value);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
