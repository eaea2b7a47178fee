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

/** Programs import more payloads than they use: a method is made when it is first asked for, and stays. */
class Definition {
  /**
   * @param {string} name
   * @param {string} identity
   * @param {Parts} parts
   */
  constructor(name, identity, parts) {
    this.name = name;
    this.identity = identity;
    this["~parts"] = parts;
  }

  get "~standard"() {
    return keep(this, "~standard", standardSchema(this.safeParse));
  }

  get safeParse() {
    const { engine, number, read, write } = this["~parts"];
    return keep(this, "safeParse", (value) => {
      const text = write && written(value, write);
      const accepted = text && engine.accept(number, text, texts, read);
      if (accepted) return accepted;
      const json = plainJson(value);
      const parse = (/** @type {string} */ json) => engine.parse(number, json, read);
      return json === undefined ? parseOdd(value, parse) : parse(json);
    });
  }

  get parse() {
    const { safeParse } = this;
    return keep(this, "parse", (value) => unwrap(safeParse(value)));
  }

  get safeParseJson() {
    const { engine, number, read } = this["~parts"];
    return keep(this, "safeParseJson", (json) => {
      const body = typeof json === "string" ? json : bytesOf(json);
      return body === null ? { success: false, error: notTextOrBytes(json) } : engine.parse(number, body, read);
    });
  }

  get parseJson() {
    const { safeParseJson } = this;
    return keep(this, "parseJson", (json) => unwrap(safeParseJson(json)));
  }

  get checkJson() {
    const { engine, number } = this["~parts"];
    return keep(this, "checkJson", (json) => {
      const body = typeof json === "string" ? json : bytesOf(json);
      return body === null ? { success: false, error: notTextOrBytes(json) } : engine.check(number, body);
    });
  }

  get normalizedJson() {
    const { safeParseJson } = this;
    return keep(this, "normalizedJson", (json) => {
      const result = safeParseJson(json);
      return result.success ? { success: true, data: jsonOf(result.data) } : result;
    });
  }

  get fromRequest() {
    const { engine, number, read } = this["~parts"];
    return keep(this, "fromRequest", async (request, options) => {
      const body = await readBody(request, options);
      return body instanceof PayloadError ? { success: false, error: body } : engine.parse(number, body, read);
    });
  }

  get fromForm() {
    const parts = this["~parts"];
    return keep(this, "fromForm", (form) => parseCells(parts, form));
  }

  get fromQuery() {
    const parts = this["~parts"];
    return keep(this, "fromQuery", (query) =>
      parseCells(parts, typeof query === "string" ? new URLSearchParams(query) : query),
    );
  }

  get fromCells() {
    const parts = this["~parts"];
    return keep(this, "fromCells", (cells) => parseCells(parts, Object.entries(cells)));
  }

  get errorResponse() {
    return errorResponse;
  }
}

/**
 * Keeps a method that was made.
 *
 * @template {keyof Payload<any>} Name
 * @param {object} payload
 * @param {Name} name
 * @param {Payload<any>[Name]} value
 * @returns {Payload<any>[Name]}
 */
function keep(payload, name, value) {
  Object.defineProperty(payload, name, { value, enumerable: true });
  return value;
}

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
  return /** @type {any} */ (new Definition(name, identity, { engine, number, read, write }));
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
