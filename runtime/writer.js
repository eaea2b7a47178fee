/**
 * Values that are parsed already, as text in the order of a schema: generated writers make it, sooner
 * than `JSON.stringify` makes JSON. With NUL as `\0`:
 *
 *     {'Ada\0,'\0?\0,['x\0,'y\0],7,,null}
 *
 * An object has the members of all its fields, without keys; one that is absent is empty. A text
 * stands between an apostrophe and NUL as it is; `'\0?\0` is one that is absent, `'\0n\0` null. Everything
 * else is as in JSON. What cannot be written so is written as something that the engine doubts, outside
 * of texts: such a value is judged as JSON.
 *
 * Each NUL that is written is counted, and the engine counts those that end texts: one within a text is
 * one too many. So no text is read as anything but itself.
 */

/** What is no value of any schema. */
const ODD = "!";

/** How many texts there are in what was written last. */
export let texts = 0;

/** How many fields the objects have, without those that are members of theirs and those that are absent. */
let unseen = 0;

/** How often something was written. */
let calls = 0;

/**
 * Writes a value.
 *
 * @param {unknown} value
 * @param {(value: any) => unknown} write the writer of its type
 * @returns {string | undefined} undefined where it cannot be written so
 */
export function written(value, write) {
  const call = ++calls;
  texts = unseen = 0;
  // JSON has nothing that is inherited.
  for (const _ in {}) return undefined;
  try {
    const text = `${write(value)}`;
    // A field that is neither a member nor absent is one that JSON would not have. And whoever is
    // looked at may have written something else meanwhile.
    return unseen === 0 && call === calls ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a value is plain data with some of these keys and no others. If so, its members are to be
 * written.
 *
 * @param {any} value
 * @param {string[]} keys
 * @param {number} count how many of them are texts
 * @returns {boolean}
 */
export function has(value, keys, count) {
  if (typeof value !== "object" || value === null || value.toJSON !== undefined || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  let at = 0;
  for (const key in value) {
    // Mostly they come in the order of the fields.
    if (key !== keys[at]) at = keys.indexOf(key);
    if (at++ < 0) return false;
    if (value[key] !== undefined) unseen--;
  }
  unseen += keys.length;
  texts += count;
  return true;
}

/**
 * What stands between a member's apostrophe and its NUL: its text. If it is absent or null there are
 * two texts, with a mark between them.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function text(value) {
  if (typeof value === "string") return value;
  texts++;
  if (value === null) return "\0n";
  if (value !== undefined) return `\0${ODD}`;
  unseen--;
  return "\0?";
}

/**
 * A text that is no member, with its apostrophe and NUL.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function item(value) {
  if (typeof value !== "string") return plain(value);
  texts++;
  return `'${value}\0`;
}

/**
 * A number or a boolean, or what stands for any value.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function plain(value) {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (value !== undefined) return ODD;
  unseen--;
  return "";
}

/**
 * A whole number of 64 bits.
 *
 * @param {any} value
 * @returns {unknown}
 */
export function big(value) {
  return typeof value === "bigint" && /** @type {any} */ (value).toJSON === undefined ? value : plain(value);
}

/**
 * A list.
 *
 * @param {any} value
 * @param {(item: any) => unknown} write the writer of its items
 * @returns {unknown}
 */
export function list(value, write) {
  if (!isList(value)) return plain(value);
  let items = "[";
  for (let index = 0; index < value.length; index++) {
    const item = value[index];
    if (item === undefined) return ODD;
    if (index > 0) items += ",";
    items += write(item);
  }
  return items + "]";
}

/**
 * A list of texts.
 *
 * @param {any} value
 * @returns {unknown}
 */
export function textList(value) {
  if (!isList(value)) return plain(value);
  let items = "";
  let index = 0;
  for (; index < value.length; index++) {
    const item = value[index];
    if (typeof item !== "string") return ODD;
    items += index > 0 ? "\0,'" : "['";
    items += item;
  }
  // Its length may be another when it is asked again.
  texts += index;
  return items === "" ? "[]" : items + "\0]";
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function isList(value) {
  return Array.isArray(value) && /** @type {any} */ (value).toJSON === undefined;
}
