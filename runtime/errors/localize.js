// @ts-self-types="./localize.d.ts"
import { PayloadError } from "../error.js";
import { BROKEN_OFF } from "../refusals.js";
import { standardSchema } from "../standard.js";
import { PLAIN } from "./plain.js";

/** @import { ErrorShape, Issue, Messages, Payload, PayloadErrorOf, StandardSchema, VariedMessages } from "../types.d.ts" */

/**
 * The same error in other words: the messages of its issues come from the table, and its own does
 * where the library wrote it. What the application said in words of its own stays, in errors and in
 * issues (`custom`), and so does what the table does not know because the server is newer.
 *
 * The error that was given is the new one's `cause`.
 *
 * @template [T=any] the value that was refused
 * @param {PayloadErrorOf<T> | ErrorShape} error
 * @param {Messages} messages those of a language, such as `…/messages/de`, or of the application
 * @returns {PayloadErrorOf<T>}
 */
export function localize(error, messages) {
  const { code, details } = error;
  const issues = details?.issues?.map((issue) => localizeIssue(issue, messages));
  const shape = { code, message: messageOf(error, messages), details: issues ? { ...details, issues } : details };
  return new PayloadError(shape, { cause: error });
}

/**
 * A payload as a Standard Schema in other words: for libraries that show the messages of issues as they come.
 *
 * @template T
 * @template I
 * @param {Payload<T, I>} payload
 * @param {Messages} messages
 * @returns {{ readonly "~standard": StandardSchema<T, I> }}
 */
export function localizeSchema(payload, messages) {
  /** @param {unknown} value */
  const safeParse = (value) => {
    const result = payload.safeParse(value);
    return result.success ? result : { ...result, error: localize(result.error, messages) };
  };
  return { "~standard": standardSchema(safeParse) };
}

/**
 * @param {ErrorShape} error
 * @param {Messages} messages
 * @returns {string}
 */
function messageOf(error, { errors }) {
  const template = isOwnWords(error) ? undefined : lookUp(errors, error.code);
  return fill(template, error.details ?? {}, error);
}

/** What the library says of an error without details. */
const WORDS = new Set([...Object.values(PLAIN), BROKEN_OFF]);

/** What it tells of one with details, by its name there. */
const FACTS = { invalid_json: "line", payload_too_large: "limit", validation_failed: "issues" };

/**
 * Whether the message of an error with a built-in code is the application's.
 *
 * @param {ErrorShape} error
 */
function isOwnWords({ code, message, details }) {
  const fact = lookUp(FACTS, code);
  if (fact === undefined && lookUp(PLAIN, code) === undefined) return false;
  return lookUp(details ?? {}, fact) === undefined && !WORDS.has(message);
}

/**
 * The codes that have several messages, with the param that tells which it is.
 *
 * @type {Readonly<Record<keyof VariedMessages, string>>}
 */
const VARIANTS = { invalid_type: "expected", invalid_format: "format", too_small: "origin", too_big: "origin" };

/**
 * @param {Issue} issue
 * @param {Messages} messages
 * @returns {Issue}
 */
function localizeIssue(issue, messages) {
  const localized = { ...issue, ...localizeInner(issue, messages) };
  const { code, params } = localized;
  const template = lookUp(messages.issues, code);
  const variant = lookUp(VARIANTS, code);
  const message = fill(variant === undefined ? template : lookUp(template, lookUp(params, variant)), params, localized);
  return /** @type {Issue} */ ({ ...localized, message });
}

/**
 * The params of an issue that holds others.
 *
 * @param {Issue} issue
 * @param {Messages} messages
 */
function localizeInner(issue, messages) {
  /** @param {Issue[]} issues */
  const all = (issues) => issues.map((issue) => localizeIssue(issue, messages));
  const { code, params } = issue;
  if (code === "invalid_union" && params?.errors) return { params: { errors: params.errors.map(all) } };
  if (code === "invalid_key" && params?.issues) return { params: { ...params, issues: all(params.issues) } };
  return {};
}

/**
 * A value of an object's own. The keys here come from a server, which may know some that the object lacks.
 *
 * @param {any} object
 * @param {string | undefined} key
 */
function lookUp(object, key) {
  return object !== undefined && key !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * @param {string | ((facts: object, about: {message: string}) => string) | undefined} template
 * @param {object} facts
 * @param {{message: string}} about what has the message
 * @returns {string}
 */
function fill(template, facts, about) {
  if (typeof template !== "function") return template ?? about.message;
  try {
    return template(facts, about);
  } catch {
    // What came from elsewhere may lack what the message tells.
    return about.message;
  }
}
