// @ts-self-types="./formatting.d.ts"

/** @import { ErrorShape, ErrorTree, FlattenedError, Issue, PayloadErrorOf } from "../types.d.ts" */

/**
 * The issues of an error by the field that they are in, for forms whose fields are all at the top;
 * those of the whole input are in `formErrors`. The same as Zod 4's function of this name.
 *
 * An error without issues, such as `unauthorized`, counts as one issue of the whole input, so that
 * a form shows it too.
 *
 * @template [T=any] the value that was refused; known where the error is that of `safeParse`
 * @template [M=string]
 * @param {PayloadErrorOf<T> | ErrorShape} error
 * @param {(issue: Issue) => M} [mapper] What is kept of an issue: its message, unless told otherwise.
 * @returns {FlattenedError<T, M>}
 */
export function flattenError(error, mapper = messageOf) {
  /** @type {M[]} */
  const formErrors = [];
  /** @type {Record<string, M[]>} */
  const fieldErrors = {};
  for (const issue of issuesOf(error)) {
    const list = issue.path.length === 0 ? formErrors : own(fieldErrors, issue.path[0], emptyList);
    list.push(mapper(issue));
  }
  return { formErrors, fieldErrors: /** @type {FlattenedError<T, M>["fieldErrors"]} */ (fieldErrors) };
}

/**
 * The issues of an error in a tree that is built as the input is: `properties` of objects, `items`
 * of lists. The same as Zod 4's function of this name.
 *
 * What is wrong with the nearest alternative of a union, or with a key of a map, is in the place of
 * the issue that says so. An error without issues is one of the whole input, as in `flattenError`.
 *
 * @template [T=any] the value that was refused; known where the error is that of `safeParse`
 * @template [M=string]
 * @param {PayloadErrorOf<T> | ErrorShape} error
 * @param {(issue: Issue) => M} [mapper] What is kept of an issue: its message, unless told otherwise.
 * @returns {ErrorTree<T, M>}
 */
export function treeifyError(error, mapper = messageOf) {
  /** @type {ErrorTree<any, M>} */
  const root = { errors: [] };

  /** @param {Issue["path"]} base @param {Issue[]} issues */
  function add(base, issues) {
    for (const issue of issues) {
      const path = [...base, ...issue.path];
      const inner = innerIssues(issue);
      if (inner.length === 0) path.reduce(descend, root).errors.push(mapper(issue));
      for (const issues of inner) add(path, issues);
    }
  }

  add([], issuesOf(error));
  return root;
}

/**
 * The issues of an error as text, for a terminal or a log. The same as Zod 4's function of this name.
 *
 * @param {ErrorShape} error
 * @returns {string}
 */
export function prettifyError(error) {
  const byDepth = issuesOf(error).toSorted((one, other) => one.path.length - other.path.length);
  const lines = byDepth.map(({ path, message }) => `✖ ${message}` + (path.length === 0 ? "" : `\n  → at ${spell(path)}`));
  return lines.join("\n");
}

/**
 * @param {ErrorShape} error
 * @returns {Issue[]}
 */
function issuesOf({ message, details }) {
  return details?.issues ?? [{ path: [], code: "custom", message, params: {} }];
}

/**
 * @param {Issue} issue
 * @returns {any} the text, which is what a caller without a mapper asks for
 */
function messageOf({ message }) {
  return message;
}

/**
 * Lists of issues, their paths relative to this one's, that say more than it does.
 *
 * @param {Issue} issue
 * @returns {Issue[][]}
 */
function innerIssues(issue) {
  if (issue.code === "invalid_union") return issue.params.errors;
  if (issue.code === "invalid_key") return [issue.params.issues];
  return [];
}

/**
 * @template M
 * @param {ErrorTree<any, M>} place
 * @param {string | number} segment
 * @returns {ErrorTree<any, M>}
 */
function descend(place, segment) {
  const children = typeof segment === "number" ? (place.items ??= []) : (place.properties ??= {});
  return own(children, segment, () => ({ errors: [] }));
}

/** @returns {any[]} */
const emptyList = () => [];

/**
 * The object's own value of a key, made where there is none. A key is whatever the input said,
 * `__proto__` and `constructor` too: it is never looked up or set in a prototype.
 *
 * @template V
 * @param {Record<string | number, any>} object
 * @param {string | number} key
 * @param {() => V} make
 * @returns {V}
 */
function own(object, key, make) {
  if (!Object.hasOwn(object, key)) {
    Object.defineProperty(object, key, { value: make(), writable: true, enumerable: true, configurable: true });
  }
  return object[key];
}

/**
 * A path as JavaScript would write it: `lines[0].amount`, `["first name"]`.
 *
 * @param {(string | number)[]} path
 */
function spell(path) {
  const segments = path.map((segment, at) => {
    if (typeof segment === "number") return `[${segment}]`;
    if (/[^\w$]/.test(segment)) return `[${JSON.stringify(segment)}]`;
    return at === 0 ? segment : `.${segment}`;
  });
  return segments.join("");
}
