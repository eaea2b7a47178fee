/**
 * Text cells and their names: what forms and query strings send becomes one JSON text.
 *
 * A name is a path: `address.city`, `items[0].qty`, `tags[]`. The crate does the same in
 * src/sources/cells.rs, and a test holds both together.
 */

import { Spelled } from "./values.js";

/**
 * What a cell holds: text, a file of a form, or what a sheet has beside text. What is undefined is empty.
 *
 * @typedef {string | Blob | number | boolean | Date | null | undefined} Cell
 */

/**
 * A step of a path: a name, an index, or `null` for the next item.
 *
 * @typedef {string | number | null} Step
 */

/** How many steps a path may have: no form is nested deeper than JSON may be, with a list at its end. */
const MAX_STEPS = 63;

/** How many objects and lists cells may make, so that a small form does not become a large tree. */
const MAX_BRANCHES = 10_000;

/** What React adds to the forms of server actions. */
const ACTION = "$ACTION_";

const FIRST = /^[^.[\]]+/;
const FURTHER = /\.([^.[\]]+)|\[(0|[1-9][0-9]*)\]|\[\]$|(.)/gs;
const MAX_INDEX = 2 ** 32 - 1;

/**
 * The JSON of cells. Empty ones are left out, and of a file stand its name, type and size.
 *
 * @param {Iterable<readonly [string, Cell]>} cells
 * @returns {string}
 */
export function cellsToJson(cells) {
  const count = { branches: 0 };
  const root = new Branch(false, count);
  /** @type {[string, string][]} */
  const others = [];
  for (const [name, cell] of cells) {
    const json = jsonOf(cell);
    if (json === null || name.startsWith(ACTION)) continue;
    // What is no path, or leads through what is there already, or too far, is a key as it stands: no
    // field has it, or it is there twice.
    const steps = stepsOf(name);
    const leads = steps !== null && count.branches + steps.length <= MAX_BRANCHES && root.put(steps, 0, json);
    if (!leads) others.push([name, json]);
  }
  return root.json(others);
}

/**
 * The JSON of a cell; null for an empty one. A file input without a file sends one without a name.
 *
 * @param {Cell} cell
 * @returns {string | null}
 */
function jsonOf(cell) {
  if (cell === "" || cell === null || cell === undefined) return null;
  if (typeof cell === "string") return JSON.stringify(cell);
  if (!(cell instanceof Blob)) return new Spelled(cell).json;
  const { name = "", type, size } = /** @type {File} */ (cell);
  return name === "" && size === 0 ? null : JSON.stringify({ name, type, size });
}

/**
 * The steps of a name that is a path: a name, and then further ones and indices.
 *
 * @param {string} name
 * @returns {Step[] | null}
 */
function stepsOf(name) {
  const first = FIRST.exec(name)?.[0];
  if (first === undefined) return null;
  /** @type {Step[]} */
  const steps = [first];
  for (const [, key, index, other] of name.slice(first.length).matchAll(FURTHER)) {
    if (other !== undefined || steps.length === MAX_STEPS || Number(index) > MAX_INDEX) return null;
    steps.push(key ?? (index === undefined ? null : Number(index)));
  }
  return steps;
}

/** An object, or a list whose items have come in any order. */
class Branch {
  #isList;
  /** The index behind all items. */
  #next = 0;
  /**
   * What is at a place: a branch, or JSON.
   *
   * @type {Map<string | number, Branch | string>}
   */
  #places = new Map();

  /** Of the whole tree, the root aside. */
  #count;

  /**
   * @param {boolean} isList
   * @param {{ branches: number }} count
   */
  constructor(isList, count) {
    this.#isList = isList;
    this.#count = count;
  }

  /**
   * Puts JSON where the steps lead, from the one `at` on; says whether they lead anywhere.
   *
   * @param {Step[]} steps
   * @param {number} at
   * @param {string} json
   * @returns {boolean}
   */
  put(steps, at, json) {
    const key = steps[at] ?? this.#next;
    if (this.#isList !== (typeof key === "number" && typeof steps[at] !== "string")) return false;
    if (typeof key === "number") this.#next = Math.max(this.#next, key + 1);
    const isLast = at + 1 === steps.length;
    const place = this.#places.get(key);
    if (place === undefined) {
      this.#places.set(key, isLast ? json : this.#with(steps, at + 1, json));
      return true;
    }
    if (typeof place !== "string") return isLast ? place.#isList && place.put([null], 0, json) : place.put(steps, at + 1, json);
    if (!isLast) return false;
    const list = this.#with([null], 0, place);
    this.#places.set(key, list);
    return list.put([null], 0, json);
  }

  /**
   * @param {Step[]} steps
   * @param {number} at
   * @param {string} json
   */
  #with(steps, at, json) {
    this.#count.branches++;
    const branch = new Branch(typeof steps[at] !== "string", this.#count);
    branch.put(steps, at, json);
    return branch;
  }

  /**
   * @param {(readonly [string, string])[]} others further members, with their JSON
   * @returns {string}
   */
  json(others = []) {
    const places = [...this.#places, ...others].map(([key, place]) => {
      return { key, json: typeof place === "string" ? place : place.json() };
    });
    if (!this.#isList) return `{${places.map(({ key, json }) => `${JSON.stringify(key)}:${json}`).join()}}`;
    places.sort((one, other) => Number(one.key) - Number(other.key));
    return `[${places.map(({ json }) => json).join()}]`;
  }
}
