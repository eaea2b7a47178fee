/**
 * The refusals that need no look into the JSON.
 */

import { PayloadError } from "./error.js";

/** @import { Issue } from "./types.d.ts" */

export const BROKEN_OFF = "The body could not be read to its end";
export const INTERNAL = "Something went wrong on our side";
export const NOT_JSON_TYPE = "The content type must be application/json";

/**
 * Something is wrong that is not the input's fault.
 *
 * @param {unknown} cause
 */
export function internal(cause) {
  return new PayloadError({ code: "internal", message: INTERNAL }, { cause });
}

/**
 * The body broke off: neither what was sent nor the code that reads it is at fault.
 *
 * @param {unknown} cause
 */
export function brokenOff(cause) {
  return new PayloadError({ code: "unavailable", message: BROKEN_OFF }, { cause });
}

export function notJsonType() {
  return new PayloadError({ code: "unsupported_media_type", message: NOT_JSON_TYPE });
}

/** @param {number} limit */
export function tooLarge(limit) {
  return new PayloadError({
    code: "payload_too_large",
    message: `The body is larger than ${limit} bytes`,
    details: { limit },
  });
}

/**
 * What is given as JSON is neither text nor bytes.
 *
 * @param {unknown} value
 */
export function notTextOrBytes(value) {
  /** @type {Issue} */
  const issue = {
    path: [],
    code: "invalid_type",
    message: "Must be JSON as text or bytes",
    params: { expected: "string or bytes", received: value === null ? "null" : typeof value },
  };
  return new PayloadError({
    code: "validation_failed",
    message: "The input has 1 issue",
    details: { issues: [issue] },
  });
}
