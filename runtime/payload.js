import { cellsToJson } from "./cells.js";
import { PayloadError } from "./error.js";
import { CELLS } from "./instance.js";
import { notTextOrBytes } from "./refusals.js";
import { readBody } from "./request.js";
import { errorResponse } from "./response.js";
import { standardSchema } from "./standard.js";
import { Spelled, parseOdd, plainJson } from "./values.js";
import { texts, written } from "./writer.js";

/** @import { Cell } from "./cells.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Payload, SafeResult } from "./types.d.ts" */

/**
 * What a payload is made of.
 *
 * @typedef {object} Parts
 * @property {Engine} engine
 * @property {number} number its number in the engine
 * @property {() => any} read builds the value from the tape
 * @property {((value: any) => unknown) | undefined} write writes a value for the engine, if there is a writer of the payload
 */

/**
 * The methods, each as a function that makes it for one payload.
 *
 * @type {{ [Name in Exclude<keyof Payload<any>, "name" | "identity">]: (payload: Payload<any>, parts: Parts) => Payload<any>[Name] }}
 */
const METHODS = {
  "~standard": ({ safeParse }) => standardSchema(safeParse),
  safeParse: (_, { engine, number, read, write }) => (value) => {
    const text = write && written(value, write);
    const accepted = text && engine.accept(number, text, texts, read);
    if (accepted) return accepted;
    const json = plainJson(value);
    const parse = (/** @type {string} */ json) => engine.parse(number, json, read);
    return json === undefined ? parseOdd(value, parse) : parse(json);
  },
  parse: ({ safeParse }) => (value) => unwrap(safeParse(value)),
  safeParseJson: (_, { engine, number, read }) => (json) => {
    const body = typeof json === "string" ? json : bytesOf(json);
    return body === null ? { success: false, error: notTextOrBytes(json) } : engine.parse(number, body, read);
  },
  parseJson: ({ safeParseJson }) => (json) => unwrap(safeParseJson(json)),
  checkJson: (_, { engine, number }) => (json) => {
    const body = typeof json === "string" ? json : bytesOf(json);
    return body === null ? { success: false, error: notTextOrBytes(json) } : engine.check(number, body);
  },
  normalizedJson: ({ safeParseJson }) => (json) => {
    const result = safeParseJson(json);
    return result.success ? { success: true, data: jsonOf(result.data) } : result;
  },
  fromRequest: (_, { engine, number, read }) => async (request, options) => {
    const body = await readBody(request, options);
    return body instanceof PayloadError ? { success: false, error: body } : engine.parse(number, body, read);
  },
  fromForm: (_, parts) => (form) => parseCells(parts, form),
  fromQuery: (_, parts) => (query) => parseCells(parts, typeof query === "string" ? new URLSearchParams(query) : query),
  fromCells: (_, parts) => (cells) => parseCells(parts, Object.entries(cells)),
  errorResponse: () => errorResponse,
};

const PARTS = Symbol("parts");

/**
 * What payloads have in common. Programs import more payloads than they use: a method is made when it is first
 * asked for, and stays.
 *
 * @type {any}
 */
const PAYLOAD = {};
const names = /** @type {(keyof typeof METHODS)[]} */ (Object.keys(METHODS));
names.forEach((name) => {
  Object.defineProperty(PAYLOAD, name, {
    get() {
      const value = METHODS[name](this, this[PARTS]);
      Object.defineProperty(this, name, { value, enumerable: true });
      return value;
    },
  });
});

/**
 * Makes a payload of its number in the engine and its generated reader.
 *
 * @template T
 * @param {Engine} engine
 * @param {number} number
 * @param {string} name
 * @param {string} identity which version of the payload this is
 * @param {() => T} read builds the value from the tape
 * @param {(value: any) => unknown} [write] writes a value for the engine, if there is a writer of the payload
 * @returns {Payload<T>}
 */
export function definePayload(engine, number, name, identity, read, write) {
  return /** @type {any} */ ({ __proto__: PAYLOAD, name, identity, [PARTS]: { engine, number, read, write } });
}

/**
 * @param {Parts} parts
 * @param {Iterable<readonly [string, Cell]>} cells
 */
function parseCells({ engine, number, read }, cells) {
  return engine.parse(number, cellsToJson(cells), read, CELLS);
}

/**
 * @template T
 * @param {SafeResult<T>} result
 * @returns {T}
 */
function unwrap(result) {
  if (result.success) return result.data;
  throw result.error;
}

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
 * @param {unknown} body
 * @returns {Uint8Array | null}
 */
function bytesOf(body) {
  if (body instanceof Uint8Array && body.buffer instanceof ArrayBuffer) return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  const isBuffer = Object.prototype.toString.call(body) === "[object ArrayBuffer]";
  return isBuffer ? new Uint8Array(/** @type {ArrayBuffer} */ (body)) : null;
}
