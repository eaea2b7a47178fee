// @ts-self-types="./response.d.ts"
import { PayloadError } from "./error.js";
import { internal } from "./refusals.js";

/**
 * An HTTP answer that carries an error as JSON, with the status that belongs to its code.
 *
 * Whatever else was caught answers as `internal`, so that nothing internal leaves.
 *
 * @param {unknown} error
 * @param {ResponseInit} [init] Headers to add (CORS, for one), or another status.
 * @returns {Response}
 */
export function errorResponse(error, init) {
  const refusal = error instanceof PayloadError ? error : internal(error);
  return Response.json(refusal, { status: refusal.status, ...init });
}
