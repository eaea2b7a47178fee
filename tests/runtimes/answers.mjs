/**
 * What the built package answers to each body, for a comparison with the native engine.
 *
 * Reads lines of `{"payload": name, "body": base64}`, or `"form"` for an urlencoded form, and prints one line for each:
 * `{"ok": true, "data": JSON of the value}` or `{"ok": false, "error": JSON of the error}`.
 * Where the ways to ask do not agree, or a table of messages is not right, the line has
 * `disagreement` instead.
 *
 *     node answers.mjs < bodies > answers
 */
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { folder } from "./lib/package.mjs";

/** @param {string} path */
const load = (path) => import(pathToFileURL(`${folder}/${path}`).href);

const contracts = await load("index.js");
const schemas = await load("json-schema.js");
const fields = await load("form-fields.js");
const { localize } = await load("runtime/errors/index.js");
const { de } = await load("runtime/messages/de.js");
const { en } = await load("runtime/messages/en.js");
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param {Uint8Array} body */
function textOf(body) {
  try {
    return strict.decode(body);
  } catch {
    return undefined;
  }
}

/** @param {{success: boolean, data?: unknown, error?: unknown}} result */
function answer({ success, data, error }) {
  return success ? { ok: true, data: stringify(data) } : { ok: false, error: JSON.stringify(error) };
}

/**
 * JSON, with the digits of each bigint as a number.
 *
 * @param {unknown} data
 */
function stringify(data) {
  const mark = "\u0001";
  const json = JSON.stringify(data, (_, value) => (typeof value === "bigint" ? `${mark}${value}${mark}` : value));
  return json?.replace(/"\\u0001(-?\d+)\\u0001"/g, "$1");
}

/**
 * @param {string} name
 * @param {Uint8Array} body
 */
function ask(name, body) {
  const payload = contracts[name];
  const result = payload.safeParseJson(body);
  const bytes = answer(result);
  const verdict = answer(payload.checkJson(body));
  const decoded = textOf(body);
  // What is no UTF-8 cannot be asked as text, and is to be refused.
  const text = decoded === undefined ? { ok: false, error: bytes.error } : answer(payload.safeParseJson(decoded));
  const agree = same(text, bytes) && same(verdict, { ...bytes, data: undefined });
  if (!agree) return { disagreement: { bytes, text, verdict } };
  // What a payload gives, BigInts among it, it takes.
  const value = bytes.ok ? answer(payload.safeParse(result.data)) : bytes;
  const { data = bytes.data, error } = payload.normalizedJson(body);
  const normalized = bytes.ok ? { ok: true, data } : { ok: false, error: JSON.stringify(error) };
  if (!same(value, bytes) || !same(normalized, bytes)) return { disagreement: { bytes, value, normalized } };
  const odd = bytes.ok ? overlooked(payload, result.data, body.length) : undefined;
  if (odd !== undefined) return { disagreement: odd };
  const unlike = decoded === undefined ? undefined : misjudged(payload, decoded, bytes.ok ? result.data : undefined);
  if (unlike !== undefined) return { disagreement: unlike };
  const words = bytes.ok ? undefined : mistold(payload.checkJson(body).error);
  return words === undefined ? bytes : { disagreement: words };
}

/**
 * @param {string} name
 * @param {string} encoded
 */
function askForm(name, encoded) {
  const payload = contracts[name];
  const query = new URLSearchParams(encoded);
  const form = new FormData();
  for (const [name, text] of query) form.append(name, text);
  const [first, ...others] = [payload.fromQuery(query), payload.fromQuery(encoded), payload.fromForm(form)].map(answer);
  return others.every((other) => same(other, first)) ? first : { disagreement: [first, ...others] };
}

/** What would be something else, if it were taken for what writers and JSON have around texts. */
const HOSTILE = ["\0", "\0,'", "\0,null", "\0,", "\0!", "\0}", "\0,,", "\0]", "\0,#12345678", "\0,~1234", "é\0", "x".repeat(300), "é\0".repeat(200), "'", '"', '\\"', "\u0001", "\ufeff", "\ud800", "\udc00x", "\ufffd", "\n", "🚀é", ""];

/**
 * A value that is judged otherwise than as the JSON that JSON.stringify writes: that of a body; or what it gives, with
 * something hostile in one of its texts, or in a member that is no text.
 *
 * @param {any} payload
 * @param {string} body
 * @param {unknown} data
 */
function misjudged(payload, body, data) {
  let parsed;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const values = [parsed];
  if (data !== undefined) {
    const paths = leaves(data);
    const path = paths[body.length % paths.length];
    const hostile = HOSTILE[(body.length * 7 + paths.length) % HOSTILE.length];
    const text = path?.reduce((/** @type {any} */ value, key) => value[key], data);
    if (path !== undefined) {
      const half = body.length % (String(text).length + 1);
      values.push(replaced(data, path, 0, typeof text === "string" ? text.slice(0, half) + hostile + text.slice(half) : hostile));
      values.push(replaced(data, path, 0, [null, undefined, 5, -0, true, "x", [], {}, [undefined]][body.length % 9]));
    }
  }
  for (const value of values) {
    // What is said of those is not what is said of JSON.
    if (value === undefined || isOdd(value, 0)) continue;
    const json = stringify(value);
    const [ours, theirs] = [answer(counted(payload, value)), answer(payload.safeParseJson(json))];
    if (!same(ours, theirs)) return { json, ours, theirs };
  }
  return undefined;
}

/** How many values were judged, and how many of them as JSON. */
const judged = { values: 0, json: 0 };

/**
 * Judges a value, and takes note of whether that made JSON of it.
 *
 * @param {any} payload
 * @param {unknown} value
 */
function counted(payload, value) {
  const { stringify } = JSON;
  judged.values++;
  JSON.stringify = (/** @type {any[]} */ ...given) => {
    judged.json++;
    JSON.stringify = stringify;
    return stringify(.../** @type {[any]} */ (given));
  };
  try {
    return payload.safeParse(value);
  } finally {
    JSON.stringify = stringify;
  }
}

/**
 * Whether something in a value is no JSON as it stands, or too deep for it.
 *
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isOdd(value, depth) {
  if (typeof value === "object" && value !== null) {
    const isHole = Array.isArray(value) && value.includes(undefined);
    return isHole || depth > 60 || Object.values(value).some((item) => isOdd(item, depth + 1));
  }
  return typeof value === "bigint" || (typeof value === "number" && !isFinite(value));
}

/**
 * The answer to a value with NaN in one of its places, where it does not say at that place what is wrong.
 *
 * @param {any} payload
 * @param {unknown} data
 * @param {number} choice
 */
function overlooked(payload, data, choice) {
  const paths = leaves(data);
  const path = paths[choice % paths.length];
  if (path === undefined) return undefined;
  const { error } = payload.safeParse(replaced(data, path, 0, NaN));
  const issues = error?.details?.issues ?? [];
  // An alternative of a union is judged as a whole, and a choice by its text.
  const isSaid = issues.some((/** @type {any} */ issue) => {
    if (issue.code === "invalid_union") return issue.path.every((/** @type {any} */ key, /** @type {number} */ at) => key === path[at]);
    return same(issue.path, path) && (issue.code === "invalid_value" || issue.params.received === "nan");
  });
  return isSaid ? undefined : { path, issues };
}

/**
 * Where values are that hold no others.
 *
 * @param {unknown} value
 * @param {(string | number)[]} path
 * @returns {(string | number)[][]}
 */
function leaves(value, path = []) {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, Array.isArray(value) ? Number(key) : key]));
}

/**
 * @param {any} value
 * @param {(string | number)[]} path
 * @param {number} at
 * @param {unknown} other
 * @returns {unknown}
 */
function replaced(value, path, at, other) {
  if (at === path.length) return other;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[path[at]] = replaced(value[path[at]], path, at + 1, other);
  return copy;
}

/**
 * The error in other languages, where its tables of messages are not right: that of English must say
 * what the engine says, and that of German nothing that is English.
 *
 * @param {any} error
 */
function mistold(error) {
  const english = localize(error, en);
  if (!same(english, error)) return { english };
  const german = localize(error, de);
  const said = messages(error);
  return messages(german).some((message, at) => message === said[at]) ? { german } : undefined;
}

/** @param {{message: string, details: any}} error */
function messages({ message, details }) {
  return [message, ...(details?.issues ?? []).filter(isOurs).map((issue) => issue.message)];
}

/**
 * Whether the library has written the message: rules of an application speak for themselves.
 *
 * @param {any} issue
 */
function isOurs({ code, params }) {
  if (code === "invalid_key") return params.issues.every(isOurs);
  return code !== "custom" || params.matches !== undefined;
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

for (const [name, { jsonSchema }] of Object.entries(schemas).filter(([, schema]) => schema.jsonSchema)) {
  for (const side of /** @type {const} */ (["input", "output"])) {
    for (const target of ["draft-2020-12", "draft-07", "openapi-3.0"]) {
      if (Object.keys(jsonSchema({ side, target })).length === 0) throw new Error(`${name} has no ${target}`);
    }
  }
}
for (const [name, list] of Object.entries(fields)) {
  if (!list.every((/** @type {any} */ field) => typeof field.label === "string")) throw new Error(`${name} has no labels`);
}

let answers = "";
for await (const line of createInterface({ input: process.stdin })) {
  const { payload, body, form } = JSON.parse(line);
  const answer = form === undefined ? ask(payload, Buffer.from(body, "base64")) : askForm(payload, atob(form));
  answers += `${JSON.stringify(answer)}\n`;
  if (answers.length > 1_000_000) {
    process.stdout.write(answers);
    answers = "";
  }
}
process.stdout.write(answers);
if (judged.values > 0 && judged.json > 0.85 * judged.values) throw new Error(`${judged.json} of ${judged.values} values were judged as JSON`);
