import { brokenOff, internal, notJsonType, tooLarge } from "./refusals.js";

/** @import { PayloadError } from "./error.js" */
/** @import { RequestOptions } from "./types.d.ts" */

/** How many bytes a body may have unless told otherwise: 1 MiB. */
const DEFAULT_LIMIT = 1_048_576;

/** application/json, and what is JSON by another name, such as application/problem+json. */
const JSON_TYPE = /^\s*(application\/json|[^\s/;]+\/[^\s/;]+\+json)\s*(;|$)/i;

/**
 * Reads the body of a request, or of a response, that says it is JSON, counting its bytes while they
 * come. A declared length can only refuse: it is not trusted to be true.
 *
 * @param {Pick<Request | Response, "headers" | "body" | "bodyUsed">} request
 * @param {RequestOptions} [options]
 * @returns {Promise<Uint8Array | PayloadError>}
 */
export async function readBody(request, { limit = DEFAULT_LIMIT } = {}) {
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) return notJsonType();
  if (Number(request.headers.get("content-length")) > limit) return tooLarge(limit);
  const { body } = request;
  if (body === null) return new Uint8Array(0);
  if (request.bodyUsed || body.locked) return internal(new TypeError("The body was already read"));
  try {
    return await readStream(body, limit);
  } catch (cause) {
    return brokenOff(cause);
  }
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} limit
 * @returns {Promise<Uint8Array | PayloadError>}
 */
async function readStream(stream, limit) {
  const reader = stream.getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 ? chunks[0] : join(chunks, length);
    length += value.byteLength;
    // Written so that a limit which is no number refuses.
    if (!(length <= limit)) {
      reader.cancel().catch(() => {});
      return tooLarge(limit);
    }
    chunks.push(value);
  }
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} length
 * @returns {Uint8Array}
 */
function join(chunks, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
