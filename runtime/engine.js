import { PayloadError } from "./error.js";
import { ASCII, createInstance, JSON_TEXT, REWRITTEN, UTF8, WRITTEN } from "./instance.js";
import { internal } from "./refusals.js";
import { decode, encodeIllFormed } from "./text.js";
import { forget, texts } from "./writer.js";

/** @import { Glue, Instance } from "./instance.js" */
/** @import { SafeResult, Verdict } from "./types.d.ts" */

/**
 * Builds a value from the tape and the text that was read.
 *
 * @template T
 * @typedef {(source: string) => T} Read
 */

/**
 * The engine of a package: it judges bodies.
 *
 * @typedef {object} Engine
 * @property {<T>(payload: number, body: string | Uint8Array, read: Read<T>, source?: number) => SafeResult<T>} parse
 *   Judges a body and builds its value: `read` reads the tape. Unless `source` says otherwise the body is JSON.
 * @property {<T>(payload: number, value: unknown, write: (value: any) => void, read: Read<T>) => SafeResult<T> | undefined} accept
 *   Builds the value of one that is parsed already, which `write` writes; undefined where it is in doubt.
 * @property {(payload: number, body: string | Uint8Array) => Verdict} check
 *   Judges a body without building its value.
 */

/**
 * Makes the engine of a package. It works in one WASM instance at a time.
 *
 * @type {(module: WebAssembly.Module, glue: Glue) => Engine}
 */
export const createEngine = ((module, glue) => {
  /** @type {Instance | undefined} */
  let instance = createInstance(module, glue);

  /**
   * Judges a body and, if it is asked to, lays the tape: the refusal, or the text that the tape is of.
   *
   * @type {(payload: number, body: string | Uint8Array, lay: boolean, source: number) => PayloadError | string}
   */
  const judge = ((payload, body, lay, source) => {
    const current = (instance ??= createInstance(module, glue));
    let flags = current.check(payload, current.write(body), source);
    let text = lay && flags !== 0 ? textOf(current, flags, body) : undefined;
    if (flags === 0 || ((flags & UTF8) === 0 && !isUnicode(current, body, text))) {
      const again = typeof body === "string" && !body.isWellFormed() ? encodeIllFormed(body) : body;
      flags = current.diagnose(payload, current.write(again), source);
      if (flags === 0) return new PayloadError(JSON.parse(current.answer()));
      if (lay) text = textOf(current, flags, body);
    }
    if (text === undefined) return "";
    current.lay((flags & ASCII) !== 0);
    return text;
  });

  /**
   * An instance that trapped is not to be trusted any more; the next call makes another.
   *
   * @param {unknown} cause
   * @returns {PayloadError}
   */
  function replaceInstance(cause) {
    instance?.retire();
    instance = undefined;
    return internal(cause);
  }

  return {
    parse: ((payload, body, read, source = JSON_TEXT) => {
      try {
        const text = judge(payload, body, true, source);
        return typeof text === "string" ? { success: true, data: read(text) } : { success: false, error: text };
      } catch (cause) {
        return { success: false, error: replaceInstance(cause) };
      }
    }),

    accept(payload, value, write, read) {
      try {
        const current = (instance ??= createInstance(module, glue));
        const length = current.writeValue(value, write);
        const kept = texts;
        const flags = length && current.check(payload, length, WRITTEN);
        // A rule that asks JavaScript may have others written meanwhile.
        if (flags === 0 || texts !== kept) return undefined;
        current.lay(false);
        return { success: true, data: read(textOf(current, flags, "")) };
      } catch (cause) {
        return { success: false, error: replaceInstance(cause) };
      } finally {
        forget();
      }
    },

    check(payload, body) {
      try {
        const error = judge(payload, body, false, JSON_TEXT);
        return typeof error === "string" ? { success: true } : { success: false, error };
      } catch (cause) {
        return { success: false, error: replaceInstance(cause) };
      }
    },
  };
});

/**
 * The text that the tape's offsets belong to.
 *
 * @type {(instance: Instance, flags: number, body: string | Uint8Array) => string}
 */
const textOf = ((instance, flags, body) => {
  const text = (flags & REWRITTEN) !== 0 ? instance.text() : body;
  return typeof text === "string" ? text : decode(text, (flags & ASCII) !== 0);
});

/**
 * Whether what the optimistic walk accepted is text at all, where it is not certain: it takes UTF-8 on trust, and a string
 * that is no Unicode reached it with U+FFFD in the place of each lone surrogate.
 *
 * @type {(instance: Instance, body: string | Uint8Array, text: string | undefined) => boolean}
 */
const isUnicode = ((instance, body, text) => {
  if (typeof body === "string") return body.isWellFormed();
  return (text !== undefined && !text.includes("\ufffd")) || instance.isUtf8();
});
