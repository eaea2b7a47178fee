// @ts-self-types="./error.d.ts"
import { APPLICATION_STATUSES } from "./codes.js";

/** @import { BuiltInCode, ErrorCode, ErrorDetails, ErrorShape } from "./types.d.ts" */

/** @type {Readonly<Record<BuiltInCode, number>>} */
const BUILT_IN_STATUSES = {
  invalid_json: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/**
 * A refusal: what `safeParse` and its siblings return, and `parse` and its siblings throw.
 *
 * An application makes its own for the other codes:
 * `new PayloadError({ code: "not_found", message: "There is no such contact" })`.
 *
 * @implements {ErrorShape}
 */
export class PayloadError extends Error {
  /**
   * @param {{code: ErrorCode, message: string, details?: ErrorDetails | null}} shape
   * @param {{cause?: unknown}} [options] A `cause` stays here: it never leaves as JSON.
   */
  constructor(shape, options) {
    super(shape.message, options);
    /**
     * What went wrong, for programs.
     *
     * @type {ErrorCode}
     */
    this.code = shape.code;
    /**
     * More, where there is more to say.
     *
     * @type {ErrorDetails | null}
     */
    this.details = shape.details ?? null;
  }

  /**
   * The HTTP status that belongs to the code.
   *
   * @returns {number}
   */
  get status() {
    return PayloadError.statusOf(this.code) ?? 500;
  }

  /**
   * The HTTP status that belongs to a code; undefined for what is no code of this application's.
   *
   * @param {string} code
   * @returns {number | undefined}
   */
  static statusOf(code) {
    /** @type {Readonly<Record<string, number>>[]} */
    const tables = [BUILT_IN_STATUSES, APPLICATION_STATUSES];
    return tables.find((statuses) => Object.hasOwn(statuses, code))?.[code];
  }

  /**
   * The error as it crosses a boundary; what `JSON.stringify` takes.
   *
   * @returns {ErrorShape}
   */
  toJSON() {
    return { code: this.code, message: this.message, details: this.details };
  }
}

PayloadError.prototype.name = "PayloadError";
