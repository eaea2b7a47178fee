/**
 * Values that are parsed already, as JSON: where writer.js cannot write them, or the engine has its
 * doubts about what that has written.
 *
 * Most are plain data, and `JSON.stringify` writes them. In others it would drop functions and
 * symbols, write `NaN`, holes and invalid dates as `null` and a `Map` as `{}`, and nobody would
 * notice. Those are spelled here, with a number where something odd is that no double can hold: the
 * engine takes it nowhere, and says so at the right path.
 */

/** @import { Issue, SafeResult } from "./types.d.ts" */
/** @typedef {(string | number)[]} Path */

/** How deep JSON may be. */
const MAX_DEPTH = 64;

/** How many odd values are looked for: no answer has more issues. */
const MAX_ODD = 101;

/** A number of JSON that is the value of no type: where any number is asked for, it is too big. */
const NOTHING = "1e999";

/** What is wrong with an odd value where any JSON will do. */
const NO_JSON = { message: "Must be a value that JSON can express", params: { expected: "json" } };

/**
 * The JSON of plain data; undefined where `JSON.stringify` would not write all of a value.
 *
 * @param {unknown} value
 * @returns {string | undefined}
 */
export function plainJson(value) {
  try {
    return value !== undefined && isPlain(value, 0) ? JSON.stringify(value) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a member is plain, or absent.
 *
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isPlain(value, depth) {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return true;
    case "number":
      return isFinite(value);
    case "object":
      return value === null || (depth <= MAX_DEPTH && hasPlainMembers(value, depth + 1));
    default:
      return false;
  }
}

/**
 * @param {object} value
 * @param {number} depth
 * @returns {boolean}
 */
function hasPlainMembers(value, depth) {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (value[index] === undefined || !isPlain(value[index], depth)) return false;
    }
    return true;
  }
  if (!isRecord(value)) return false;
  for (const key in value) {
    if (!isPlain(value[key], depth)) return false;
  }
  return true;
}

/**
 * Whether an object is of no class. Those of other realms are not, either.
 *
 * @param {object} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Judges a value that is not plain.
 *
 * @template T
 * @param {unknown} value
 * @param {(json: string) => SafeResult<T>} parse
 * @returns {SafeResult<T>}
 */
export function parseOdd(value, parse) {
  let spelled = new Spelled(value);
  let result = parse(spelled.json);
  const mistaken = result.success ? spelled.mistakenIn(result.data) : [];
  if (mistaken.length > 0) {
    spelled = new Spelled(value, NOTHING, mistaken);
    result = parse(spelled.json);
  }
  if (!result.success) {
    // A number, even one that is too big, does not tell whether a number is asked for: this does.
    /** @type {Issue[] | undefined} */
    let others;
    const ask = () => (others ??= parse(new Spelled(value, "true", mistaken).json).error?.details?.issues ?? []);
    spelled.explain(result.error.details?.issues ?? [], ask);
  }
  return result;
}

/** The JSON of any value, and what in it is odd. */
export class Spelled {
  /** @type {string} */
  json;
  /** What stands for odd values. */
  #nothing;
  /**
   * The paths of BigInts that are odd.
   *
   * @type {Set<string>}
   */
  #mistaken;
  /**
   * What the odd values are, by the JSON of their paths.
   *
   * @type {Map<string, string>}
   */
  #kinds = new Map();
  /** How many odd values there are. */
  #count = 0;
  /**
   * Where BigInts have become digits.
   *
   * @type {Path[]}
   */
  #bigints = [];

  /**
   * @param {unknown} value
   * @param {string} [nothing] the JSON that stands for odd values
   * @param {Path[]} [mistaken] the paths of BigInts that stand where none is asked for
   */
  constructor(value, nothing = NOTHING, mistaken = []) {
    this.#nothing = nothing;
    this.#mistaken = new Set(mistaken.map((path) => JSON.stringify(path)));
    this.json = this.#member({ value }, "value", [], []) ?? this.#put([], "undefined");
  }

  /**
   * The BigInts that have become numbers in the data that was made of the JSON: only a field of
   * 64 bits asks for a BigInt.
   *
   * @param {unknown} data
   * @returns {Path[]}
   */
  mistakenIn(data) {
    const at = (/** @type {any} */ value, /** @type {string | number} */ key) => value?.[key];
    return this.#bigints.filter((path) => typeof path.reduce(at, data) === "number");
  }

  /**
   * Says in the issues what odd values were received.
   *
   * @param {Issue[]} issues
   * @param {() => Issue[]} others the issues where something else stands for odd values
   * @param {Path} [from] where the paths start
   */
  explain(issues, others, from = []) {
    for (const issue of issues) {
      const key = JSON.stringify([...from, ...issue.path]);
      const received = this.#kinds.get(key);
      if (issue.code === "invalid_union") {
        for (const errors of issue.params.errors) this.explain(errors, () => [], [...from, ...issue.path]);
      } else if (issue.code === "too_big" && received !== undefined) {
        const other = others().find(({ path, code }) => code === "invalid_type" && JSON.stringify(path) === key);
        const { message, params } = /** @type {Issue} */ (other ?? NO_JSON);
        Object.assign(issue, { code: "invalid_type", message, params: { ...params, received } });
      } else if (issue.code === "invalid_type" && received !== undefined) {
        issue.params.received = received;
      }
    }
  }

  /**
   * The JSON of a member; undefined where it is.
   *
   * @param {any} holder
   * @param {string | number} key
   * @param {Path} path
   * @param {unknown[]} around the objects that it is in
   * @returns {string | undefined}
   */
  #member(holder, key, path, around) {
    try {
      let value = holder[key];
      if (value instanceof Date && isNaN(value.getTime())) return this.#put(path, "invalid date");
      if (typeof value?.toJSON === "function") value = value.toJSON(String(key));
      const kind = kindOf(value);
      if (kind === "bigint") return this.#bigint(value, path);
      if (kind === "array" || kind === "object") {
        if (around.includes(value)) return this.#put(path, "cycle");
        if (around.length > MAX_DEPTH) return this.#nothing;
        const within = [...around, value];
        return kind === "array" ? this.#items(value, path, within) : this.#members(value, path, within);
      }
      return kind === undefined ? JSON.stringify(value) : this.#put(path, kind);
    } catch {
      return this.#put(path, "inaccessible");
    }
  }

  /**
   * @param {unknown[]} list
   * @param {Path} path
   * @param {unknown[]} around
   */
  #items(list, path, around) {
    const items = [];
    for (let index = 0; index < list.length && this.#count < MAX_ODD; index++) {
      const here = [...path, index];
      items.push(this.#member(list, index, here, around) ?? this.#put(here, "undefined"));
    }
    return `[${items.join()}]`;
  }

  /**
   * @param {object} record
   * @param {Path} path
   * @param {unknown[]} around
   */
  #members(record, path, around) {
    const members = [];
    for (const key of Object.keys(record)) {
      const json = this.#member(record, key, [...path, key], around);
      if (json !== undefined) members.push(`${JSON.stringify(key)}:${json}`);
    }
    return `{${members.join()}}`;
  }

  /**
   * @param {bigint} value
   * @param {Path} path
   */
  #bigint(value, path) {
    const key = JSON.stringify(path);
    if (this.#mistaken.has(key)) return this.#put(path, "bigint");
    this.#kinds.set(key, "bigint");
    this.#bigints.push(path);
    return String(value);
  }

  /**
   * Notes an odd value.
   *
   * @param {Path} path
   * @param {string} kind
   */
  #put(path, kind) {
    this.#kinds.set(JSON.stringify(path), kind);
    this.#count++;
    return this.#nothing;
  }
}

/**
 * What a value is, that is not written as it stands.
 *
 * @param {unknown} value
 * @returns {string | undefined}
 */
function kindOf(value) {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") return isFinite(value) ? undefined : isNaN(value) ? "nan" : "infinity";
  if (typeof value !== "object") return typeof value;
  if (Array.isArray(value)) return "array";
  if (isRecord(value)) return "object";
  const kind = Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
  return kind === "object" ? "class instance" : kind;
}
