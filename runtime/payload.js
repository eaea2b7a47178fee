import { cellsToJson } from "./cells.js";
import { PayloadError } from "./error.js";
import { CELLS } from "./instance.js";
import { notTextOrBytes } from "./refusals.js";
import { readBody } from "./request.js";
import { errorResponse } from "./response.js";
import { standardSchema } from "./standard.js";
import { Spelled, parseOdd, plainJson } from "./values.js";

/** @import { Cell } from "./cells.js" */
/** @import { Engine, Read } from "./engine.js" */
/** @import { Payload, SafeResult } from "./types.d.ts" */

export const definePayload = (/**
 * Makes a payload of its number in the engine and its generated reader.
 *
 * @template T
 * @param {Engine} engine
 * @param {number} number
 * @param {string} name
 * @param {string} identity which version of the payload this is
 * @param {Read<T>} read builds the value from the tape
 * @param {(value: any) => void} [write] writes a value for the engine, if there is a writer of the payload
 * @returns {Payload<T>}
 */ (engine, number, name, identity, read, write) => {
  /** @type {Payload<T>["safeParseJson"]} */
  const safeParseJson = ((json) => {
    const body = typeof json === "string" ? json : bytesOf(json);
    return body === null ? { success: false, error: notTextOrBytes(json) } : engine.parse(number, body, read);
  });

  /** @type {Payload<T>["safeParse"]} */
  function safeParse(value) {
    const accepted = write && engine.accept(number, value, write, read);
    if (accepted) return accepted;
    const json = plainJson(value);
    const parse = (/** @type {string} */ json) => engine.parse(number, json, read);
    return json === undefined ? parseOdd(value, parse) : parse(json);
  }

  /** @param {Iterable<readonly [string, Cell]>} cells */
  const fromEntries = (cells) => engine.parse(number, cellsToJson(cells), read, CELLS);

  return {
    "~standard": standardSchema(safeParse),
    name,
    identity,
    safeParse,
    parse: (value) => unwrap(safeParse(value)),
    safeParseJson,
    parseJson: ((json) => unwrap(safeParseJson(json))),
    checkJson(json) {
      const body = typeof json === "string" ? json : bytesOf(json);
      return body === null ? { success: false, error: notTextOrBytes(json) } : engine.check(number, body);
    },
    normalizedJson(json) {
      const result = safeParseJson(json);
      return result.success ? { success: true, data: jsonOf(result.data) } : result;
    },
    async fromRequest(request, options) {
      const body = await readBody(request, options);
      return body instanceof PayloadError ? { success: false, error: body } : engine.parse(number, body, read);
    },
    fromForm: fromEntries,
    fromQuery: (query) => fromEntries(typeof query === "string" ? new URLSearchParams(query) : query),
    fromCells: (cells) => fromEntries(Object.entries(cells)),
    errorResponse,
  };
});

/** @type {<T>(result: SafeResult<T>) => T} */
const unwrap = ((result) => {
  if (result.success) return result.data;
  throw result.error;
});

/**
 * The JSON of what a payload has given.
 *
 * @param {unknown} data
 * @returns {string}
 */
function jsonOf(data) {
  return plainJson(data) ?? new Spelled(data).json;
}

/**
 * The bytes of a body, or null for what is none.
 *
 * Those of other realms are no `Uint8Array` of this one. Shared memory is copied, for it could
 * change between being judged and being read.
 *
 * @type {(body: unknown) => Uint8Array | null}
 */
const bytesOf = ((body) => {
  if (body instanceof Uint8Array && body.buffer instanceof ArrayBuffer) return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  const isBuffer = Object.prototype.toString.call(body) === "[object ArrayBuffer]";
  return isBuffer ? new Uint8Array(/** @type {ArrayBuffer} */ (body)) : null;
});
