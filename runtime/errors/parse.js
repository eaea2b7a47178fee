// @ts-self-types="./parse.d.ts"
import { PayloadError } from "../error.js";
import { readBody } from "../request.js";
import { PLAIN } from "./plain.js";
import { isPostgrestFailure, postgrestCode } from "./postgrest.js";
import { isObject, isShape } from "./shape.js";

/** @import { ErrorCode, PayloadErrorOf } from "../types.d.ts" */
/** @import { PlainCode } from "./plain.js" */
/** @import { Shape } from "./shape.js" */

/**
 * The error that a client got, whatever it looks like, as a `PayloadError`:
 *
 * - a `Response`: the error that it carries; its body is read for that
 * - what supabase-js has as `error` of `functions.invoke`: the error that the function answered
 * - what it has as `error` of a query (`PostgrestError`): what its code tells
 * - an error as JSON (`ErrorShape`), and a `PayloadError`, which is given back itself
 * - what `fetch` throws where no answer came: `unavailable`
 * - anything else: `internal`
 *
 * The message is the one that was answered in our shape, else one made from the code: no words of a
 * proxy or a database are shown to people. Whatever was given is the error's `cause`. The code is
 * always one that this application has: one that it does not know becomes that of the HTTP status,
 * or `internal`.
 *
 * @template [T=any] the value that was sent, whose fields `flattenError` then knows
 * @param {unknown} failure
 * @returns {Promise<PayloadErrorOf<T>>}
 */
export async function parseError(failure) {
  if (failure instanceof PayloadError) return failure;
  if (isResponse(failure)) return parseResponse(failure, failure);
  if (isObject(failure) && isResponse(failure.context)) return parseResponse(failure.context, failure);
  const value = isForeign(failure) ? { code: failure.code, message: failure.message, details: failure.details } : failure;
  if (isShape(value)) return fromShape(value, "internal", failure);
  if (isPostgrestFailure(failure)) return plain(postgrestCode(failure), failure);
  return plain(isUnreachable(failure) ? "unavailable" : "internal", failure);
}

/**
 * @param {unknown} value
 * @returns {value is Response} that of another realm, or of a package, too
 */
function isResponse(value) {
  return Object.prototype.toString.call(value) === "[object Response]";
}

/**
 * @param {unknown} value
 * @returns {value is PayloadError} of another package, or of this one loaded twice
 */
function isForeign(value) {
  return isObject(value) && value.name === PayloadError.prototype.name;
}

/**
 * The codes of statuses that say enough without a body of ours, such as those of a gateway.
 *
 * @type {Readonly<Record<number, PlainCode>>}
 */
const CODES = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "payload_too_large",
  415: "unsupported_media_type",
  429: "rate_limited",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

/**
 * @param {Response} response
 * @param {unknown} cause
 */
async function parseResponse(response, cause) {
  const code = CODES[response.status] ?? "internal";
  const body = await readBody(response);
  if (body instanceof PayloadError) return plain(body.code === "unavailable" ? body.code : code, cause);
  const value = parseJson(body);
  return isShape(value) ? fromShape(value, code, cause) : plain(code, cause);
}

/**
 * @param {Uint8Array} bytes
 * @returns {unknown} undefined for what is no JSON
 */
function parseJson(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * @param {Shape} shape
 * @param {PlainCode} otherwise the code where the shape's own is none of this application's
 * @param {unknown} cause
 */
function fromShape({ code, message, details }, otherwise, cause) {
  const known = PayloadError.statusOf(code) === undefined ? otherwise : /** @type {ErrorCode} */ (code);
  return new PayloadError({ code: known, message, details }, { cause });
}

/**
 * @param {PlainCode} code
 * @param {unknown} cause
 */
function plain(code, cause) {
  return new PayloadError({ code, message: PLAIN[code] }, { cause });
}

/** What `fetch` says where no answer came: in Node.js, Deno, Chromium, Bun, Firefox and Safari. */
const NO_ANSWER =
  /^(\w+: )?(fetch failed|error sending request|failed to fetch|unable to connect|networkerror|load failed)\b/i;

/** @param {unknown} failure */
function isUnreachable(failure) {
  if (!isObject(failure) || typeof failure.message !== "string") return false;
  const { name, message } = failure;
  if (name === "FunctionsFetchError" || name === "AbortError" || name === "TimeoutError") return true;
  return NO_ANSWER.test(message);
}
